"""Which of the configured query nodes is read, how far it has come, and whether it goes on where the last run ended."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from secretariat.clients.failures import shown
from secretariat.clients.graphql import ask
from secretariat.clients.http import Wire
from secretariat.errors import SecretariatError
from secretariat.facts.freshness import AHEAD_BLOCKS, SourceState
from secretariat.flow.sync.result import Synced
from secretariat.sources.query_node.height import (
    Height,
    beginning_of,
    height_of,
    newest_event,
    of_one_chain,
    tell_alike,
    told_until,
    websocket_of,
)
from secretariat.sources.query_node.known_events import KnownEvent, missing, newest_and_known
from secretariat.sources.query_node.pages import Ask
from secretariat.sources.query_node.settings import NO_WEBSOCKET, QueryNodeSettings

SHOWN = 3
"""So many events are named."""

SECONDS_PER_BLOCK = 6
"""Only for the time of a height that lags: off by minutes where the lag is days, and a lag of days is stale anyway."""

LONGEST_STATE_SECONDS = 10.0
"""So long a WebSocket is waited for; it says one thing, and without it the newest event counts."""


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """One address of a query node: how it is asked, the block of its newest event, and its oldest ones where it matters.

    ``missing`` are the events of the store that it does not tell, where they are so many that it is of another chain.
    """

    url: str
    address: str
    ask: Ask
    newest: int
    beginning: tuple[str, ...] = ()
    missing: tuple[KnownEvent, ...] | None = None


class FellBack(SecretariatError):
    """A query node is not as far as what was read before: it lags, or is being built anew."""


class OfTwoChains(SecretariatError):
    """Two query nodes tell of two chains, and nothing says which of them is meant."""


class OfAnotherChain(SecretariatError):
    """A query node does not tell the events that are in the store."""


def better(
    wire: Wire, settings: QueryNodeSettings, head: int, done: Synced, known: Sequence[KnownEvent] = ()
) -> Endpoint:
    """Choose the endpoint whose newest event is the newest; the first among equals.

    One that tells of blocks after the node's finalised ``head`` that cannot be yet is never preferred to one that does
    not; one that does not tell the ``known`` events of the store is not read. Raises the first one's failure, OfAnotherChain, and
    OfTwoChains: the one further on need not be of the chain that is meant.
    """
    found: list[Endpoint] = []
    failures: list[SecretariatError] = []
    for url in settings.urls:
        try:
            found.append(read_endpoint(wire, url, two=len(settings.urls) > 1, known=known))
        except SecretariatError as error:
            failures.append(error)
            done.notes.append(f"{shown(url)} was not used: {error}")
    if not found:
        raise failures[0]
    found = _of_the_store_s_chain(found, done)
    possible = [one for one in found if one.newest <= head + AHEAD_BLOCKS] or found
    done.notes += [
        f"{one.address} was not used: its newest event is of block {one.newest:,}, and the node's finalised head is {head:,}. "
        "It is of another chain, or the node lags; take the wrong one out of [query_node] urls."
        for one in found
        if one not in possible
    ]
    if of_two_chains(possible):
        raise OfTwoChains(
            f"{' and '.join(one.address for one in possible)} tell of two chains: their events are not the same. "
            "Neither was read; take the wrong one out of [query_node] urls."
        )
    best = max(possible, key=lambda one: one.newest)
    done.notes += [
        f"{one.address} was not used: its newest event is of block {one.newest:,}, {best.address} has {best.newest:,}."
        for one in possible
        if one.newest < best.newest
    ]
    return best


def _of_the_store_s_chain(found: Sequence[Endpoint], done: Synced) -> list[Endpoint]:
    """Leave out the endpoints that do not tell the store's events. Raises OfAnotherChain where none is left."""
    of_it = [one for one in found if one.missing is None]
    if not of_it:
        raise OfAnotherChain(of_another_chain(found[0]))
    done.notes += [of_another_chain(one) for one in found if one.missing is not None]
    return of_it


def of_another_chain(one: Endpoint) -> str:
    """Say which events that were read before an endpoint does not tell, and what to do."""
    lacks = one.missing or ()
    named = ", ".join(f"{event.type} in block {event.block:,}" for event in lacks[:SHOWN])
    more = f" and {len(lacks) - SHOWN} more" if len(lacks) > SHOWN else ""
    return (
        f"{one.address} does not tell events that were read before: {named}{more}. It is of another chain than the store, and was not "
        "read; what was read stays. Give the right address in [query_node] urls, or choose another [store] url for this chain. If it is "
        "known that the store is wrong, or that this query node lacks these events rightly: `secretariat sync --full` reads all of it anew."
    )


def read_endpoint(wire: Wire, url: str, *, two: bool, known: Sequence[KnownEvent] = ()) -> Endpoint:
    """Ask an address for its newest event, for those that the store knows, and for its oldest ones where there are two.

    Raises SecretariatError.
    """
    asked: Ask = partial(ask, wire, url)
    beginning = beginning_of(asked) if two else ()
    if not known:
        return Endpoint(url=url, address=shown(url), ask=asked, newest=newest_event(asked), beginning=beginning)
    newest, told = newest_and_known(asked, known)
    lacks = missing(known, told, newest)
    return Endpoint(url=url, address=shown(url), ask=asked, newest=newest, beginning=beginning, missing=lacks)


def of_two_chains(endpoints: Sequence[Endpoint]) -> bool:
    """Compare endpoints' oldest events, and what they tell of the last blocks that all of them have.

    One that does not tell the latter is like any other.
    """
    if len(endpoints) < 2:
        return False
    until = min(one.newest for one in endpoints) - 1  # the newest block may not be whole yet
    told = []
    for one in endpoints if until >= 0 else ():
        with suppress(SecretariatError):
            told.append(told_until(one.ask, until))
    return not of_one_chain([one.beginning for one in endpoints]) or not tell_alike(told)


def endpoint_height(chosen: Endpoint, settings: QueryNodeSettings, most_seconds: float) -> Height:
    """Ask how far an endpoint has come, for no longer than so many seconds."""
    if settings.websocket == NO_WEBSOCKET:
        return height_of(chosen.newest, None)
    from secretariat.clients.graphql_state import state_of

    address = settings.websocket or websocket_of(chosen.url)
    seconds = min(LONGEST_STATE_SECONDS, most_seconds)
    return height_of(chosen.newest, lambda: state_of(address, seconds=seconds).last_complete_block)


def beside(head: int, chosen: Endpoint, height: Height, done: Synced) -> None:
    """Note a query node that is ahead of what the node calls final by more than finality takes."""
    if height.block > head + AHEAD_BLOCKS:
        done.notes.append(
            f"{chosen.address} is at block {height.block:,}, after the node's finalised head {head:,}: the node lags, "
            "or the two are of different chains. Rows are read up to the node's head only."
        )


def check_goes_on(
    known: SourceState, chosen: Endpoint, height: Height, settings: QueryNodeSettings, *, head: int
) -> None:
    """Check that a query node is as far as the last reading of one.

    A height that is only the newest event's may go back a little where that event is removed; one far after the node's
    ``head`` was none. Raises FellBack.
    """
    if known.height is None or (known.lower_bound and known.height > head + AHEAD_BLOCKS):
        return
    if height.lower_bound and not known.lower_bound and height.block:
        return  # the newest event of a query node that was complete to a later block: the two are not to be compared
    slack = settings.lag_minutes * 60 // SECONDS_PER_BLOCK if height.lower_bound else 0
    if height.block + slack < known.height:
        raise FellBack(
            f"{chosen.address} is at block {height.block:,}, and was read to block {known.height:,} before: it lags, or is "
            "being built anew. What was read stays; wait, or name another one in [query_node] urls. If this is the right "
            "one and the store is of another chain, choose another [store] url."
        )
