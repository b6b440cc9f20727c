"""Deciding, without asking: is a list whole, what is asked next, how long a stretch of settled rows is compared."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

from secretariat.facts.texts import quoted

ROUND_SECONDS = 7 * 24 * 3600
"""All settled rows are compared again within 7 days."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One page as it came. ``ends`` are the cursors after each row."""

    total: int
    rows: tuple[Any, ...]
    ends: tuple[str, ...]
    more: bool
    cursor: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a page was asked with, and what is known of the pages before it.

    ``first_total`` is the ``totalCount`` of the first page, ``counted`` the rows that count towards it so far.
    """

    size: int
    after: str | None
    first_total: int | None
    counted: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """What follows an answer: ask on after ``cursor``, be done, or read the list again because of ``why``."""

    do: Literal["on", "done", "again"]
    cursor: str | None = None
    why: str = ""


def answer_of(data: Any, connection: str) -> Answer | str:
    """Read a connection's answer, or say in words what is wrong with its shape."""
    found = data.get(connection) if isinstance(data, Mapping) else None
    if not isinstance(found, Mapping):
        return f"the answer has no {connection}"
    total, edges, page = found.get("totalCount"), found.get("edges"), found.get("pageInfo")
    if not isinstance(total, int) or isinstance(total, bool) or total < 0:
        return "totalCount is not a whole number from 0"
    if not isinstance(edges, list) or not {dict}.issuperset(map(type, edges)):
        return "edges is not a list of rows"
    ends = [edge.get("cursor") for edge in edges]
    try:
        rows = tuple([edge["node"] for edge in edges])
    except KeyError:
        rows = None
    if rows is None or not {str}.issuperset(map(type, ends)) or not all(ends):
        return "a row has no cursor or no node"
    more = page.get("hasNextPage") if isinstance(page, Mapping) else None
    if not isinstance(more, bool) or not isinstance(page, Mapping):
        return "pageInfo does not say whether there is a next page"
    end = page.get("endCursor")
    cursor = end if isinstance(end, str) and end else ends[-1] if ends else None
    return Answer(total=total, rows=rows, ends=tuple(ends), more=more, cursor=cursor)


def total_of(data: Any, connection: str) -> int | str:
    """Read the ``totalCount`` of a connection of which no more was asked, or say in words what is wrong."""
    found = data.get(connection) if isinstance(data, Mapping) else None
    total = found.get("totalCount") if isinstance(found, Mapping) else None
    if not isinstance(total, int) or isinstance(total, bool) or total < 0:
        return f"the answer has no totalCount of {connection} that is a whole number from 0"
    return total


def step_after(answer: Answer, asked: Asked, repeated: Sequence[str], new: int) -> Step:
    """Decide what follows a page. ``repeated`` are ids that came before in this reading, ``new`` the rows to count.

    A page of exactly the asked size is never the last one: one more is asked for.
    """
    first = answer.total if asked.first_total is None else asked.first_total
    if answer.total != first:
        return Step(do="again", why=f"totalCount went from {first:,} to {answer.total:,} while it was read")
    if repeated:
        return Step(do="again", why=f"the id {quoted(repeated[0])} came twice")
    if len(answer.rows) > asked.size:
        return Step(do="again", why=f"{len(answer.rows):,} rows came where {asked.size:,} were asked for")
    if answer.more or len(answer.rows) == asked.size:
        if not answer.rows:
            return Step(do="again", why="a page without rows says that there are more")
        if answer.cursor is None or answer.cursor == asked.after:
            return Step(do="again", why="the cursor does not move on")
        return Step(do="on", cursor=answer.cursor)
    counted = asked.counted + new
    if counted != first:
        return Step(do="again", why=f"{counted:,} rows came or were known, and totalCount is {first:,}")
    return Step(do="done")


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """How far a round of comparing has come: of ``settled`` rows ``compared``, in pages of ``size``.

    Moments are in seconds: when it began, when the last run was, and now. ``offset`` (0 to 1) is a list's place among all:
    the share of a page by which it is ahead, so that the pages of many short lists do not all fall due in one run.
    """

    settled: int
    compared: int
    size: int
    began: int
    last_run: int
    now: int
    offset: float = 0.0


def rows_due(one: Round, *, round_seconds: int = ROUND_SECONDS) -> int:
    """Tell how many settled rows this run compares, so that the round ends in time also when no run comes sooner.

    The next run is expected after as long a time as has passed since the last one: what falls due until then is compared
    now. Pages fall due one by one over the round, each whole. A round whose rows are all compared asks for one more, which
    tells that the list has ended.
    """
    if one.settled <= 0:
        return 0
    if one.compared >= one.settled:
        return 1
    share = max(one.now - one.began, 0) + max(one.now - one.last_run, 0)
    pages = -(-one.settled // one.size)
    due = pages if share >= round_seconds else int(share * pages / round_seconds + one.offset)
    return max(min(due * one.size, one.settled) - one.compared, 0)


def offset_of(name: str) -> float:
    """Give a list's place among all, from 0 to below 1, by its name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest()) / 2**32


def gone_from(known: Collection[str], seen: Collection[str]) -> tuple[str, ...]:
    """Name the known rows that a whole reading did not meet."""
    return tuple(sorted(set(known) - set(seen)))
