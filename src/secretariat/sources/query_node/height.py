"""How far a query node has come: what its processor says, else the block of its newest event; and of which chain it is."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from secretariat.errors import SecretariatError
from secretariat.sources.query_node.lists import query_text
from secretariat.sources.query_node.pages import Ask

COMPARED = 20
"""So many events tell two chains apart: their blocks, places and types."""


class HeightUnknown(SecretariatError):
    """The answer does not tell how far the query node has come."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Height:
    """The newest block whose rows are there. A ``lower_bound`` is only the newest event's: later blocks may be there too.

    ``why`` says why there is no more than a lower bound.
    """

    block: int
    lower_bound: bool = False
    why: str = ""


def newest_event(ask: Ask) -> int:
    """Give the block of the newest event; 0 where there is none. Raises HeightUnknown, and what ``ask`` raises."""
    return newest_block(ask(query_text("newest-event"), {}))


def newest_block(answer: Mapping[str, Any]) -> int:
    """Read the block of the newest event out of an answer; 0 where there is none. Raises HeightUnknown."""
    events = answer.get("events")
    if not isinstance(events, list):
        raise HeightUnknown("The query node's list of events has another shape than its schema says.")
    if not events:
        return 0
    block = events[0].get("inBlock") if isinstance(events[0], dict) else None
    if type(block) is not int or block < 0:
        raise HeightUnknown("The query node's newest event names no block.")
    return block


def beginning_of(ask: Ask) -> tuple[str, ...]:
    """Give the query node's oldest events, each as text: query nodes of one chain begin with the same ones.

    A query node does not tell a genesis. Raises HeightUnknown, and what ``ask`` raises.
    """
    return _events(ask, "oldest-events", first=COMPARED)


def told_until(ask: Ask, block: int) -> tuple[str, ...]:
    """Give the query node's newest events until a block that it has whole, each as text. Raises as ``beginning_of``."""
    return _events(ask, "events-until", first=COMPARED, until=block)


def _events(ask: Ask, query: str, **variables: int) -> tuple[str, ...]:
    events = ask(query_text(query), variables).get("events")
    if not isinstance(events, list):
        raise HeightUnknown("The query node's list of events has another shape than its schema says.")
    return tuple(json.dumps(event, sort_keys=True, default=str) for event in events)


def of_one_chain(beginnings: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether query nodes begin with the same events, as far as each of them has come."""
    return all(
        one == other for first, second in combinations(beginnings, 2) for one, other in zip(first, second, strict=False)
    )


def tell_alike(told: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether query nodes tell of the same events until one block, at least of half of them.

    Practice networks begin alike and then differ. Query nodes of one chain and of two versions may differ in the types of
    events that they know.
    """
    return all(2 * len({*one} & {*other}) >= min(len(one), len(other)) for one, other in combinations(told, 2))


def height_of(newest: int, state: Callable[[], int] | None) -> Height:
    """Give the height by its processor's state (``state`` gives ``lastCompleteBlock``), else by its newest event's block."""
    if state is None:
        return Height(block=newest, lower_bound=True, why="no WebSocket address is configured")
    try:
        complete = state()
    except SecretariatError as error:
        return Height(block=newest, lower_bound=True, why=str(error))
    return Height(block=max(complete, newest - 1))  # a processor works block by block, and may have forgotten its state


def websocket_of(url: str) -> str:
    """Give the WebSocket address that a query node has beside its HTTP address: the same, with another scheme."""
    return "ws" + url.removeprefix("http") if url.startswith("http") else url
