"""Bring members up to date: all of a small network, else those that other rows name, and the sitting council."""

from collections.abc import Sequence

from sqlalchemy import Connection

from secretariat.facts.decision_actions import members_of
from secretariat.facts.records import QUERY_NODE
from secretariat.facts.references import REFERENCES
from secretariat.facts.secretary_decisions import Willing
from secretariat.flow.sync.lists import Run, sync_by, sync_list
from secretariat.flow.sync.result import ListDone
from secretariat.sources.query_node.complete import total_of
from secretariat.sources.query_node.lists import BY_NAME, Listed
from secretariat.sources.query_node.reading import Known, Proof
from secretariat.sources.query_node.refused import TRIES, Counts, ListIncomplete
from secretariat.sources.query_node.shapes import file_of
from secretariat.sources.query_node.updating import Turn, Update, counting, read_open
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.engine import reading
from secretariat.store.live_rows import keys_of
from secretariat.store.named import named_keys

NAME = "memberships"

ALL_UP_TO = 20_000
"""A network with more members than this has far more than the desk ever names: only named ones are read."""


def sync_members(run: Run) -> ListDone:
    """Read members as any other list, or of a large network the named ones. Raises as sync_list."""
    listed = run.asked_as(BY_NAME[NAME])
    return sync_list(run, listed) if _total(run, listed) <= ALL_UP_TO else _sync_named(run, listed)


def _total(run: Run, listed: Listed) -> int:
    """Ask how many members there are. Raises ListIncomplete for an answer that does not tell, and what ``ask`` raises."""
    why = ""
    for _ in range(TRIES):
        asked = counting(listed, run.head)
        total = total_of(run.ask(asked.document, asked.variables), listed.connection)
        if isinstance(total, int):
            return total
        why = total
    raise ListIncomplete(listed.name, why, Counts(rows=0, first_total=None, last_total=None))


def _sync_named(run: Run, listed: Listed) -> ListDone:
    """Read members that are named and not known yet, those in office, and a turn of the known ones.

    A named member that is not there becomes a contradiction, not a failure.
    """

    def bring(known: Known, turn: Turn) -> Update:
        with reading(run.context.engine) as connection:
            named = named_keys(connection, QUERY_NODE, listed.shape.kind, REFERENCES) | _willing(connection)
            have = keys_of(connection, file_of(NAME))
        left, due = _due(sorted(have), turn, full=run.full)
        wanted = frozenset({*(named - have), *due, *known.open_keys, *known.unreadable})
        asked = Known(count=known.count, digests=known.digests, open_keys=wanted)
        read = read_open(run.ask, listed, run.head, run.size, asked)
        met = have | read.digests.keys()
        read.proof = Proof(
            rows=len(read.digests), total=len(read.digests), count=len(met), cursor=None, height=run.head.block
        )
        still_open = {key for key in read.open_keys if key in read.records or key in known.open_keys}
        ended = bool(turn.rows or run.full) and len(due) == len(left)
        return Update(
            way="changes",
            reading=read,
            open_keys=frozenset(still_open),
            turn=None if ended else Turn(after=due[-1] if due else turn.after, compared=turn.compared + len(due)),
        )

    return sync_by(run, listed, bring)


def _willing(connection: Connection) -> frozenset[str]:
    """Give the keys of who was noted as willing to serve, and of their deputies: nothing on the chain may name them yet."""
    noted = (members_of(one) for one in desk_decisions(connection, Willing))
    return frozenset(str(member) for members in noted for member in members)


def _due(keys: Sequence[str], turn: Turn, *, full: bool) -> tuple[Sequence[str], Sequence[str]]:
    """Give the known members that this round has not compared yet, or all, and those of them that are compared now."""
    if full:
        return keys, keys
    left = [key for key in keys if turn.after is None or key > turn.after]
    return left, left[: turn.rows]
