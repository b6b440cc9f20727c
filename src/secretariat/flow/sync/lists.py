"""Bring one list of the query node up to date: what is known goes in, what was read is written as one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from secretariat.errors import SecretariatError
from secretariat.facts.freshness import seconds_between
from secretariat.facts.moments import Moment
from secretariat.facts.problems import Problem
from secretariat.facts.records import QUERY_NODE
from secretariat.flow.context import Context
from secretariat.flow.sync import contradictions
from secretariat.flow.sync.result import ListDone, written_by_another
from secretariat.sources.query_node.complete import Round, offset_of, rows_due
from secretariat.sources.query_node.lists import Listed
from secretariat.sources.query_node.pages import Ask, Head
from secretariat.sources.query_node.reading import Known, ListReading, row_gone, row_of, rows_gone, unreadable_rows
from secretariat.sources.query_node.shapes import file_of
from secretariat.sources.query_node.together import Query
from secretariat.sources.query_node.updating import (
    Turn,
    Update,
    ask_unreadable_again,
    asked_first,
    bring_up_to_date,
    read_again,
)
from secretariat.store import live, live_rows
from secretariat.store.engine import reading, writing
from secretariat.store.facts import known_problems, load_records
from secretariat.store.live import ListKnown
from secretariat.store.named import named_since

MOST_GONE = 50
"""So many rows that are gone are named one by one; more are a query node that was built anew, and said in one problem."""

LASTING = ("row-gone", "rows-gone", "settled-row-changed")
"""Problems that tell what happened once; no later reading finds them again, so they stay until a person dismisses them."""

Bring = Callable[[Known, Turn], Update]


class OtherRun(SecretariatError):
    """Another sync wrote a list that this one was about to write."""

    def __init__(self, name: str) -> None:
        super().__init__(written_by_another(name))


@dataclass(frozen=True, kw_only=True)
class Run:
    """What all lists of one run share: the head they are read at, the machine's time, and whether all is compared.

    ``without_rows_of`` names the lists of which rows without an id are left out.
    """

    context: Context
    ask: Ask
    head: Head
    size: int
    now: Moment
    full: bool = False
    without_rows_of: tuple[str, ...] = ()

    def asked_as(self, listed: Listed) -> Listed:
        """Give a list as it is to be read in this run."""
        return replace(listed, without_rows=True) if listed.name in self.without_rows_of else listed


def sync_list(run: Run, listed: Listed) -> ListDone:
    """Bring one list up to date in one transaction. Raises ListIncomplete, OtherRun, and what ``ask`` raises."""
    listed = run.asked_as(listed)

    def bring(known: Known, turn: Turn) -> Update:
        update = bring_up_to_date(run.ask, listed, run.head, run.size, known, turn=turn, full=run.full)
        if update.way == "changes" and (
            keys := _changed_by_others(run.context, listed) - update.reading.digests.keys()
        ):
            read_again(run.ask, listed, run.head, run.size, known, sorted(keys), update.reading)
        return update

    return sync_by(run, listed, bring)


def _changed_by_others(context: Context, listed: Listed) -> frozenset[str]:
    """Name the rows that rows of another list changed which came after this list was last brought up to date."""
    if listed.changed_by is None:
        return frozenset()
    other, field = listed.changed_by
    with reading(context.engine) as connection:
        known = live.list_known(connection, file_of(listed.name))
        if known is None or known.height is None:
            return frozenset()
        return named_since(connection, file_of(other), field, known.height)


def sync_by(run: Run, listed: Listed, bring: Bring) -> ListDone:
    """Load what is known of a list, read it by ``bring``, and write what came, unless another run wrote meanwhile."""
    name = file_of(listed.name)
    with reading(run.context.engine) as connection:
        before = live.list_known(connection, name)
        known = _known_before(connection, run, listed, before)
    update = ask_unreadable_again(run.ask, listed, run.head, run.size, known, bring(known, _turn(run, before)))
    with writing(run.context.engine) as connection:
        if live.list_known(connection, name) != before:
            raise OtherRun(name)
        done = _write(connection, run, listed, update)
        after = _list_after(run, name, before, update)
        live.write_list(connection, after)
    return replace(done, compared=_compared(update, known, after.count, before.turn_compared if before else 0))


def planned(connection: Connection, run: Run, listed: Listed, expected: int) -> list[Query]:
    """Give the queries that a list will begin with; ``expected`` rows of one that was never read."""
    before = live.list_known(connection, file_of(listed.name))
    known = _known_before(connection, run, listed, before)
    known = replace(known, by_id=_by_id(connection, listed, known)) if before else replace(known, count=expected)
    return list(asked_first(listed, run.head, run.size, known, _turn(run, before), full=run.full))


def _known_before(connection: Connection, run: Run, listed: Listed, before: ListKnown | None) -> Known:
    problems = known_problems(connection, file_of(listed.name))
    left_out = any(one.code == "row-without-id" for one in problems)  # read whole each time, until all have an id
    return Known(
        count=before.count if before else 0,
        cursor=before.newest_cursor if before and not left_out else None,
        digests=_digests(run.context, listed),
        open_keys=live_rows.keys_of(connection, file_of(listed.name), only_open=True) if listed.by_ids else frozenset(),
        unreadable=unreadable_rows(problems),
    )


def _by_id(connection: Connection, listed: Listed, known: Known) -> frozenset[str]:
    """Give the unreadable rows, and the open ones that the filter for open rows does not keep to, by what is known of them."""
    unreadable = known.unreadable - known.open_keys
    if not known.open_keys:
        return unreadable
    found = load_records(connection, (listed.shape.kind,))
    return unreadable | {one.key for one in found if one.key in known.open_keys and not listed.kept(one.fact)}


def _compared(update: Update, known: Known, rows: int, before: int) -> int:
    """Count the known rows that this run compared: all by a whole reading, else a turn of the round."""
    if update.way == "whole":
        return min(known.count, rows)
    return max(rows if update.turn is None else update.turn.compared, before) - before


def _digests(context: Context, listed: Listed) -> Callable[[Sequence[str]], dict[str, str]]:
    """Look digests up page by page, each in a short transaction: none is open while the network is waited for."""

    def look_up(keys: Sequence[str]) -> dict[str, str]:
        if not keys:
            return {}
        with reading(context.engine) as connection:
            return live_rows.digests_of(connection, file_of(listed.name), listed.shape.kind, keys)

    return look_up


def _turn(run: Run, before: ListKnown | None) -> Turn:
    """Tell where the round of comparing goes on, and how many rows are due now."""
    if before is None:
        return Turn()
    began = before.turn_began_at or before.read_at
    due = Round(
        settled=before.count,
        compared=before.turn_compared,
        size=run.size,
        began=0,
        last_run=seconds_between(began, before.read_at),
        now=max(seconds_between(began, run.now), 0),
        offset=offset_of(before.name),
    )
    return Turn(after=before.turn_cursor, compared=before.turn_compared, rows=rows_due(due))


def _list_after(run: Run, name: str, before: ListKnown | None, update: Update) -> ListKnown:
    """Tell how far the list has come; a round of comparing that came to the list's end begins anew now."""
    proof = update.reading.proof
    count = proof.count if proof else before.count if before else 0
    cursor = proof.cursor if proof else before.newest_cursor if before else None
    after = ListKnown(
        name=name,
        source=QUERY_NODE,
        count=count,
        height=run.head.block,
        read_at=run.now,
        newest_cursor=cursor,
        turn_began_at=run.now,
        whole_at=run.now,
    )
    if update.way == "whole" or update.turn is None or before is None:
        return after
    return replace(
        after,
        turn_cursor=update.turn.after,
        turn_began_at=before.turn_began_at,
        turn_compared=update.turn.compared,
        whole_at=before.whole_at,
    )


def _write(connection: Connection, run: Run, listed: Listed, update: Update) -> ListDone:
    read, path = update.reading, file_of(listed.name)
    known_keys = live_rows.keys_of(connection, path) if update.way == "whole" else frozenset()
    gone = (known_keys - read.digests.keys() - read.left_out) | (read.absent & _known(connection, listed, read.absent))
    kind = listed.shape.kind
    changed = live_rows.put_records(
        connection,
        path,
        QUERY_NODE,
        read.records.values(),
        [(kind, key) for key in sorted(gone)],
        digests=read.digests,
    )
    if changed.any:
        contradictions.expire(connection)
    if listed.by_ids:  # of other lists every row is settled
        live_rows.mark_open(connection, path, kind, update.open_keys - gone)
    before = known_problems(connection, path)
    problems = [*_kept(before, update, gone), *read.problems, *_gone_problems(listed, gone, run.head.block)]
    if problems or before:
        live_rows.put_problems(connection, path, QUERY_NODE, problems)
    return ListDone(
        name=path,
        way=update.way,
        rows=read.proof.count if read.proof else 0,
        added=changed.added,
        changed=changed.changed,
        removed=changed.removed,
        cut=read.proof.cut if read.proof else 0,
        problems=len({one.id for one in problems} ^ {one.id for one in before}),
    )


def _known(connection: Connection, listed: Listed, keys: set[str]) -> set[str]:
    return set(live_rows.digests_of(connection, file_of(listed.name), listed.shape.kind, sorted(keys)))


def _kept(before: Sequence[Problem], update: Update, gone: frozenset[str] | set[str]) -> list[Problem]:
    """Keep the problems of rows that were not read anew, and those that tell what happened once.

    A row that came back is not gone any more. Rows without an id are found again by every whole reading.
    """
    read: ListReading = update.reading
    kept = []
    for one in before:
        key = row_of(one)
        if one.code in LASTING:
            back = one.code == "row-gone" and key in read.digests
        elif one.target is None:
            back = update.way == "whole"
        else:
            back = key in read.records or key in gone
        if not back:
            kept.append(one)
    return kept


def _gone_problems(listed: Listed, gone: frozenset[str] | set[str], height: int) -> list[Problem]:
    if len(gone) > MOST_GONE:
        return [rows_gone(listed, len(gone), height)]
    return [row_gone(listed, key, height) for key in sorted(gone)]
