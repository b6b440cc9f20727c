"""Events that the store knows, by which a query node is recognised as one of the chain that was read before."""

from sqlalchemy import Connection

from secretariat.sources.query_node.known_events import KnownEvent, event_type
from secretariat.sources.query_node.lists import BY_NAME
from secretariat.sources.query_node.shapes import file_of
from secretariat.store.live_rows import newest_records

TELLING = (
    *("new-candidates", "votes-cast", "votes-revealed", "council-elected", "voting-started"),
    *("proposal-votes", "proposal-decisions", "requests-funded", "budget-balances-set"),
    *("openings-added", "applied-on-openings", "openings-filled", "leaders-set", "workers-leaving"),
    *("budget-spendings", "budgets-updated", "budgets-funded", "stakes-increased"),
)
"""Lists of some thousands of events at most, of which nearly all come when somebody acts: no two chains have them at the same blocks."""

OF_EACH = 8
"""So many of each list, those that were read last."""

COMPARED = 24
"""So many events, the newest: practice networks begin alike and differ in what followed."""


def known_events(connection: Connection) -> tuple[KnownEvent, ...]:
    """Give the newest events of the store; none where no list of them was read."""
    found: set[KnownEvent] = set()
    for listed in map(BY_NAME.__getitem__, TELLING):
        for one in newest_records(connection, file_of(listed.name), listed.shape.kind, OF_EACH):
            if one.fact.block is not None:
                found.add(KnownEvent(block=one.fact.block, type=event_type(listed)))
    return tuple(sorted(found)[-COMPARED:])
