"""Whether a query node tells of the chain that was read before: by events that are known, of which the chain fixes block and type."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from secretariat.sources.query_node.height import HeightUnknown, newest_block
from secretariat.sources.query_node.lists import BY_BLOCK, Listed, query_text
from secretariat.sources.query_node.pages import Ask

MOST_TOLD = 500
"""So many events are asked for at the blocks of the known ones, the newest first."""

MAY_BE_CUT = 20
"""A server may give fewer rows than it is asked for and say nothing of it, but none gives fewer than so many."""

MOST_LOST = 2
"""So many events a query node of the same chain may have lost; that is told row by row, of the rows that are gone."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class KnownEvent:
    """An event by what the chain fixes of it, whoever processes it and however often: its block, and the schema's type of it.

    Ids of rows are given by the query node, and another one, or one that was built anew, may give others.
    """

    block: int
    type: str


def event_type(listed: Listed) -> str:
    """Give the schema's type of a list's events: ``VoteCastEvent``. Raises ValueError for a list of something else."""
    if listed.order != BY_BLOCK:
        raise ValueError(f"the list {listed.name} is none of events")
    name = listed.connection.removesuffix("sConnection")
    return name[0].upper() + name[1:]


def newest_and_known(ask: Ask, known: Sequence[KnownEvent]) -> tuple[int, frozenset[KnownEvent]]:
    """Ask, in one request, for the block of the newest event and for the events at the blocks of known ones.

    Where the answer may have been cut, those known at or below its lowest block count as told: nobody can say that they are not.
    Raises HeightUnknown, and what ``ask`` raises.
    """
    asked = {
        "blocks": sorted({one.block for one in known}),
        "types": sorted({one.type for one in known}),
        "first": MOST_TOLD,
    }
    answer = ask(query_text("newest-and-known-events"), asked)
    rows = answer.get("known")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise HeightUnknown("The query node's list of events has another shape than its schema says.")
    told = frozenset(
        KnownEvent(block=row["inBlock"], type=row["type"])
        for row in rows
        if type(row.get("inBlock")) is int and isinstance(row.get("type"), str)
    )
    lowest = min((one.block for one in told), default=0) if len(rows) >= MAY_BE_CUT else 0
    return newest_block(answer), told | {one for one in known if one.block <= lowest}


def missing(known: Collection[KnownEvent], told: frozenset[KnownEvent], newest: int) -> tuple[KnownEvent, ...] | None:
    """Give the known events that a query node does not tell, where they are so many that it is of another chain; else None.

    Those after its ``newest`` event it has not come to yet.
    """
    not_told = sorted(one for one in known if one.block <= newest and one not in told)
    return tuple(not_told) if len(not_told) > MOST_LOST else None
