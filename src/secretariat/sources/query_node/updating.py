"""Bringing one list up to date: whole, or its new rows, its open rows and a stretch of its settled ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from secretariat.facts.problems import Problem
from secretariat.sources.query_node.complete import gone_from, total_of
from secretariat.sources.query_node.lists import Listed
from secretariat.sources.query_node.pages import Ask, CountApart, Head, stretch_pages, variables, whole_pages
from secretariat.sources.query_node.reading import (
    NOTHING,
    Known,
    ListReading,
    Part,
    collected,
    parts_of,
    row_gone,
    unreadable_rows,
)
from secretariat.sources.query_node.refused import TRIES, ListIncomplete, RowWithoutId
from secretariat.sources.query_node.together import Query

LONGEST_IDS = 1_000
"""So many ids are asked for in one request."""


FEW_NEW = 200
"""Rows that are new since the last run are first asked for in a page so small that those of many lists come together."""


def asked_first(
    listed: Listed, head: Head, size: int, known: Known, turn: "Turn", *, full: bool = False
) -> Iterator[Query]:
    """Give the queries that ``bring_up_to_date`` begins with when it is given the same; ``known.count`` rows are expected."""

    def query(first: int, after: str | None, rows: int, **more: object) -> Query:
        return Query(
            document=listed.document, variables=variables(listed, head, first, after, more), rows=min(rows, first)
        )

    if _at_once_whole(listed, known, full=full) or known.cursor is None:
        yield query(size, None, known.count)
        yield counting(listed, head)
        return
    yield query(min(size, FEW_NEW), known.cursor, 0)
    if listed.by_ids:
        yield query(size, None, len(known.open_keys), open=listed.open)
    for ids in _portions(gone_from(known.by_id, ()), size):
        yield query(size, None, len(ids), ids=ids)
    if turn.rows > 0:
        yield query(size, turn.after, size)


def counting(listed: Listed, head: Head, more: Mapping[str, Any] | None = None) -> Query:
    """Give the query that asks how many rows a list has, or has by the filters in ``more``."""
    return Query(document=listed.counting, variables=variables(listed, head, 1, None, more or {}), rows=0)


def whole_parts(ask: Ask, listed: Listed, head: Head, size: int, known: Known = NOTHING) -> Iterator[Part]:
    """Read a list whole, page by page. Raises ListIncomplete and what ``ask`` raises.

    It is counted by another query too: its rows are also asked for by a filter and by ids, and the answer to those, out of
    a cache, is not to be taken for all.
    """
    pages = whole_pages(ask, listed, head, size, count_apart=_counted(ask, listed, head, {}))
    return parts_of(listed, head, known, pages, after=None)


def _counted(ask: Ask, listed: Listed, head: Head, more: Mapping[str, Any]) -> CountApart:
    def count_apart() -> int | str:
        asked = counting(listed, head, more)
        return total_of(ask(asked.document, asked.variables), listed.connection)

    return count_apart


def new_parts(ask: Ask, listed: Listed, head: Head, size: int, known: Known) -> Iterator[Part]:
    """Read the rows after the known cursor; with those known they must give ``totalCount``. Raises as whole_parts."""

    def unknown(keys: Sequence[str | None]) -> int:
        found = known.digests([key for key in keys if key is not None])
        return sum(key is None or key not in found for key in keys)

    few = min(size, FEW_NEW)
    pages = whole_pages(ask, listed, head, size, after=known.cursor, already=known.count, tally=unknown, first_size=few)
    return parts_of(listed, head, known, pages, after=known.cursor)


def read_whole(ask: Ask, listed: Listed, head: Head, size: int, known: Known = NOTHING) -> ListReading:
    """Read a list whole into one reading. Raises as whole_parts."""
    return collected(listed, whole_parts(ask, listed, head, size, known))


def read_new(ask: Ask, listed: Listed, head: Head, size: int, known: Known) -> ListReading | None:
    """Read what came since the last run; None when it does not add up, so that the list is to be read whole.

    Raises RowWithoutId, which reading the list whole would not mend, and what ``ask`` raises.
    """
    if known.cursor is None:
        return None
    try:
        return collected(listed, new_parts(ask, listed, head, size, known))
    except RowWithoutId:
        raise
    except ListIncomplete:
        return None


def _portions(ids: Sequence[str], size: int) -> Iterator[list[str]]:
    """Part ids into as many as one request asks for."""
    step = min(size, LONGEST_IDS)
    for start in range(0, len(ids), step):
        yield list(ids[start : start + step])


def read_open(ask: Ask, listed: Listed, head: Head, size: int, known: Known) -> ListReading:
    """Read every row that can still change, and by id those that could before, or are unreadable, and are not among them.

    Raises ListIncomplete and what ``ask`` raises; ValueError for a list without open rows.
    """
    if not listed.by_ids:
        raise ValueError(f"the list {listed.name} has no open rows")
    pages = whole_pages(ask, listed, head, size, more={"open": listed.open})
    reading = collected(listed, parts_of(listed, head, known, pages, after=None))
    met = {*reading.digests, *reading.left_out}
    read_again(ask, listed, head, size, known, gone_from(known.open_keys | known.unreadable, met), reading)
    return reading


def read_again(
    ask: Ask, listed: Listed, head: Head, size: int, known: Known, keys: Sequence[str], into: ListReading
) -> None:
    """Read rows by their ids into a reading; those that are not there, by a count too, are its absent ones.

    Raises as whole_parts.
    """
    for ids in _portions(keys, size):
        more = {"ids": ids}
        pages = whole_pages(ask, listed, head, size, more=more, count_apart=_counted(ask, listed, head, more))
        into.join(collected(listed, parts_of(listed, head, known, pages, after=None)))
    into.absent |= set(gone_from(keys, {*into.digests, *into.left_out}))


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """A stretch of settled rows that was compared. ``cursor`` is where the next one begins, None when the round is over.

    ``total`` is the list's ``totalCount``. ``unknown`` are rows that should have been known: the list is then to be read
    whole.
    """

    reading: ListReading
    cursor: str | None
    rows: int
    total: int
    unknown: tuple[str, ...]


def read_stretch(
    ask: Ask, listed: Listed, head: Head, size: int, known: Known, *, after: str | None, rows: int
) -> Stretch:
    """Compare at least so many rows after a cursor with what is known, the new rows of this run included.

    Raises ListIncomplete and what ``ask`` raises.
    """
    reading = ListReading(name=listed.name)
    cursor, read, total = after, 0, 0
    unknown: list[str] = []
    for page in stretch_pages(ask, listed, head, size, after, rows):
        for part in parts_of(listed, head, known, iter((page,)), after=None):
            reading.add(part)
            met = list(part.digests)
            before = known.digests(met)
            unknown += [key for key in met if key not in before]
        read, total = read + len(page.rows), page.total
        cursor = None if page.whole else page.ends[-1]
    reading.proof = None
    return Stretch(reading=reading, cursor=cursor, rows=read, total=total, unknown=tuple(unknown))


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """Where the round of comparing settled rows stands: the cursor it goes on after, the rows compared, those due now."""

    after: str | None = None
    compared: int = 0
    rows: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    """A list brought up to date. ``way`` is how: whole, so that a known row that was not met is gone, or by its changes.

    ``open_keys`` are what the next run knows as not settled. ``turn`` is where the round goes on, None when it is over.
    """

    way: Literal["whole", "changes"]
    reading: ListReading
    open_keys: frozenset[str]
    turn: Turn | None


def bring_up_to_date(
    ask: Ask,
    listed: Listed,
    head: Head,
    size: int,
    known: Known,
    *,
    turn: Turn | None = None,
    full: bool = False,
) -> Update:
    """Bring one list up to date at a finalised head, with pages of ``size`` rows.

    A list that only grows gives its new rows, its open and unreadable rows and a stretch of settled ones. What does not add up is
    read whole: rows that are new or gone out of order, and a round that at the list's end did not meet ``totalCount``
    rows. Raises ListIncomplete and what ``ask`` raises; nothing of the list is to be used then.
    """
    new = None if _at_once_whole(listed, known, full=full) else read_new(ask, listed, head, size, known)
    if new is None:
        return _whole(ask, listed, head, size, known)
    if listed.by_ids:
        _join_open(new, read_open(ask, listed, head, size, known), known)
    elif unreadable := gone_from(known.unreadable, new.digests):
        read_again(ask, listed, head, size, known, unreadable, new)
    due = turn or Turn()
    on: Turn | None = replace(due, rows=0)
    if due.rows > 0:
        both = _with_new(known, new)
        stretch = read_stretch(ask, listed, head, size, both, after=due.after, rows=due.rows)
        compared = due.compared + stretch.rows
        if stretch.unknown or stretch.total != _total(new) or (stretch.cursor is None and compared != stretch.total):
            return _whole(ask, listed, head, size, known)
        new.join(stretch.reading)
        on = None if stretch.cursor is None else Turn(after=stretch.cursor, compared=compared)
    still = known.open_keys - set(new.digests) - new.absent
    return Update(way="changes", reading=new, open_keys=frozenset(still | new.open_keys), turn=on)


def _total(reading: ListReading) -> int | None:
    return reading.proof.total if reading.proof else None


def _at_once_whole(listed: Listed, known: Known, *, full: bool) -> bool:
    """Tell whether a list is read whole in any case; so many unreadable rows come sooner in pages than by their ids."""
    return full or listed.way == "whole" or len(known.unreadable) > LONGEST_IDS


def ask_unreadable_again(ask: Ask, listed: Listed, head: Head, size: int, known: Known, update: Update) -> Update:
    """Ask again for rows of which a field cannot be read, as often as for whatever else is wrong, and put them right.

    Rows that stay so arrive with their problems. Where of a portion of them not one came right, the others are not asked
    for: that is not an answer that was wrong once. Raises as whole_parts.
    """
    reading, open_keys = update.reading, update.open_keys
    for _ in range(TRIES - 1):
        for ids in _portions(sorted(unreadable_rows(reading.problems)), size):
            again = ListReading(name=listed.name)
            read_again(ask, listed, head, size, known, ids, again)
            again.absent.clear()  # the list itself gave them
            reading.put_right(again)
            open_keys = (open_keys - again.digests.keys()) | again.open_keys
            if unreadable_rows(again.problems).issuperset(ids):
                break
    return replace(update, open_keys=frozenset(open_keys))


def rows_gone(listed: Listed, known_keys: Iterable[str], update: Update) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Name the known rows that are not there any more, with a problem for each unless the list removes rows."""
    reading = update.reading
    met = {*reading.digests, *reading.left_out}
    gone = gone_from(set(known_keys), met) if update.way == "whole" else tuple(sorted(reading.absent))
    height = 0 if reading.proof is None else reading.proof.height
    return gone, () if listed.removes else tuple(row_gone(listed, key, height) for key in gone)


def _join_open(new: ListReading, opened: ListReading, known: Known) -> None:
    """Join the open rows; one that came after the new ones were read counts as met, although the cursor is before it."""
    met = [key for key in opened.digests if key not in new.digests]
    before = known.digests(met)
    late = sum(key not in before for key in met)
    if new.proof is not None and late:
        new.proof = replace(new.proof, count=new.proof.count + late)
    new.join(opened)


def _whole(ask: Ask, listed: Listed, head: Head, size: int, known: Known) -> Update:
    reading = read_whole(ask, listed, head, size, known)
    still = {key for key in known.open_keys if key in reading.left_out}
    return Update(way="whole", reading=reading, open_keys=frozenset(reading.open_keys | still), turn=None)


def _with_new(known: Known, new: ListReading) -> Known:
    """Add the rows of this run to what is known."""
    fresh = dict(new.digests)

    def look_up(keys: Sequence[str]) -> dict[str, str]:
        return {**known.digests(keys), **{key: fresh[key] for key in keys if key in fresh}}

    return Known(
        count=known.count,
        cursor=known.cursor,
        digests=look_up,
        open_keys=known.open_keys | frozenset(new.open_keys),
        unreadable=known.unreadable | unreadable_rows(new.problems),
    )
