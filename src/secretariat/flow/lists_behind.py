"""Lists behind: those of the query node that were read whole, and not up to the block that others were read to.

A list that is refused keeps its last good rows while the others go on. Figures of both together would be of no moment at
all: votes of an election that has ended since, rewards of one term beside spendings of the next.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from secretariat.facts.records import QUERY_NODE
from secretariat.flow.rows_unplaced import rows_unplaced, told_unplaced
from secretariat.flow.sync.past import COMPARED, HELD_AGAINST
from secretariat.sources.query_node.lists import LISTS
from secretariat.sources.query_node.shapes import file_of
from secretariat.store import live
from secretariat.store.facts import drop
from secretariat.store.live import ListKnown

SHOWN = 3
"""So many lists are named."""


def lists_behind(connection: Connection) -> dict[str, ListKnown]:
    """Give, by name, the lists that were read whole before and not up to the block of the others."""
    known = live.lists_known(connection)
    read = {listed.name: known[file_of(listed.name)] for listed in LISTS if file_of(listed.name) in known}
    newest = max((one.height for one in read.values() if one.height is not None), default=None)
    return {name: one for name, one in read.items() if newest is not None and (one.height or 0) < newest}


def not_whole(connection: Connection, names: Iterable[str]) -> frozenset[str]:
    """Give those lists that were never read whole, of a query node that was asked, are behind the others, or have a row without place."""
    if QUERY_NODE not in live.sources_known(connection):
        return frozenset()
    known = live.lists_known(connection)
    left_out = lists_behind(connection).keys() | rows_unplaced(connection).keys()
    return frozenset(name for name in names if file_of(name) not in known or name in left_out)


def why_not_whole(connection: Connection, names: Iterable[str]) -> list[str]:
    """Say of the query node's lists why one does not tell all: it was never read whole, is behind the others, or has a row without place."""
    known, named = live.lists_known(connection), tuple(names)
    never = [name for name in named if file_of(name) not in known]
    behind = {name: one for name, one in lists_behind(connection).items() if name in named}
    unplaced = {name: problems for name, problems in rows_unplaced(connection).items() if name in named}
    reasons = [f"the list {name} of the query node was never read whole" for name in never]
    if behind:
        reasons.append(told(behind))
    return [*reasons, *(f"a value cannot be read, {told_unplaced(problems)}" for problems in unplaced.values())]


def told(behind: dict[str, ListKnown]) -> str:
    """Say which lists are behind, and up to which block each is known."""
    each = ", ".join(f"{name} (up to block {one.height or 0:,})" for name, one in sorted(behind.items())[:SHOWN])
    more = f" and {len(behind) - SHOWN} more" if len(behind) > SHOWN else ""
    lists = "this list of the query node is" if len(behind) == 1 else "these lists of the query node are"
    return f"{lists} behind the others: {each}{more}"


def documents_of(name: str) -> tuple[str, ...]:
    """Give the documents that a list is kept in, and what waits for it."""
    return (file_of(name), *((COMPARED,) if name in HELD_AGAINST else ()))


def forget(connection: Connection, name: str) -> None:
    """Leave the store as it is where a list was never read whole: also without what waits for that list."""
    for path in documents_of(name):
        live.forget_list(connection, path)
        drop(connection, path)
