"""Bring the query node's facts up to date: the better endpoint, list by list, then members, growth and contradictions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from secretariat.clients.failures import NotReachable
from secretariat.clients.graphql import ask
from secretariat.clients.graphql_state import state_of
from secretariat.clients.http import Wire
from secretariat.errors import SecretariatError
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.freshness import SourceState
from secretariat.facts.moments import Moment
from secretariat.facts.records import QUERY_NODE
from secretariat.flow.context import Context
from secretariat.flow.sync import contradictions, members
from secretariat.flow.sync.lists import OtherRun, Run, sync_list
from secretariat.flow.sync.plan import growth_is_known, planned
from secretariat.flow.sync.result import ListDone, Progress, Synced, lists_refused
from secretariat.sources.query_node import growth
from secretariat.sources.query_node.height import (
    Height,
    beginning_of,
    height_of,
    newest_event,
    of_one_chain,
    websocket_of,
)
from secretariat.sources.query_node.lists import LISTS
from secretariat.sources.query_node.pages import Ask, Head
from secretariat.sources.query_node.settings import NO_WEBSOCKET, QueryNodeSettings
from secretariat.sources.query_node.shapes import file_of
from secretariat.sources.query_node.together import Ahead
from secretariat.store import live, live_rows
from secretariat.store.engine import StoreUnusable, reading, writing

SECONDS_PER_BLOCK = 6
"""Only for the time of a height that lags: off by minutes where the lag is days, and a lag of days is stale anyway."""

LONGEST_STATE_SECONDS = 10.0
"""So long a WebSocket is waited for; it says one thing, and without it the newest event counts."""

AHEAD = 100
"""Blocks, ten minutes of them: a query node follows finalised blocks, so that no more than moments lie between the two."""

SILENT_LISTS = 3
"""Each of them was asked for as often as [wire] attempts says: what is silent then would take hours for all lists."""

NO_HEAD = (
    "The query node was not read: which of its rows are final only a node tells, and no finalised head is known. "
    "Configure [chain], and see that it is read."
)


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """One address of a query node: how it is asked, the block of its newest event, and its oldest ones where it matters."""

    url: str
    address: str
    ask: Ask
    newest: int
    beginning: tuple[str, ...] = ()


class FellBack(SecretariatError):
    """A query node is not as far as what was read before: it lags, or is being built anew."""


class OfTwoChains(SecretariatError):
    """Two query nodes tell of two chains, and nothing says which of them is meant."""


def sync_query_node(
    context: Context,
    wire: Wire,
    settings: QueryNodeSettings,
    head: ChainHead | None,
    now: Moment,
    done: Synced,
    progress: Progress,
    *,
    full: bool,
) -> None:
    """Bring every list up to date at the chain's finalised head. A list that is refused keeps its last good facts."""
    addresses = _addresses(settings)
    if head is None or head.milliseconds is None:
        _failed(context, addresses, NO_HEAD, now, done)
        return
    try:
        chosen = _better(wire, settings, done)
        height = _height(chosen, settings, wire.settings.whole_seconds)
        _goes_on(context, chosen, height, settings)
        _beside(head, chosen, height, done)
    except SecretariatError as error:
        _failed(context, addresses, str(error), now, done)
        return
    run = Run(
        context=context,
        ask=chosen.ask,
        head=_read_to(head.block, head.milliseconds, height),
        size=settings.page_size,
        now=now,
        full=full,
    )
    progress("query node: what to ask for")
    asked_ahead = replace(run, ask=Ahead(run.ask, planned(run, LISTS), run.size))
    _read_lists(asked_ahead, done, progress)
    if full or contradictions.expired(context):
        progress("contradictions between rows")
        contradictions.write_contradictions(context, head.block, now)
    _write_state(context, chosen, height, head, now, done)


def _addresses(settings: QueryNodeSettings) -> str:
    from secretariat.clients.failures import shown

    return ", ".join(shown(url) for url in settings.urls)


def _failed(context: Context, addresses: str, why: str, now: Moment, done: Synced) -> None:
    done.failures[QUERY_NODE] = why
    with writing(context.engine) as connection:
        live.write_failure(connection, QUERY_NODE, addresses, why, now)


def _better(wire: Wire, settings: QueryNodeSettings, done: Synced) -> Endpoint:
    """Choose the endpoint whose newest event is the newest; the first among equals.

    Raises the first one's failure, and OfTwoChains: the one further on need not be of the chain that is meant.
    """
    from secretariat.clients.failures import shown

    found: list[Endpoint] = []
    failures: list[SecretariatError] = []
    for url in settings.urls:
        asked: Ask = partial(ask, wire, url)
        try:
            beginning = beginning_of(asked) if len(settings.urls) > 1 else ()
            newest = newest_event(asked)
            found.append(Endpoint(url=url, address=shown(url), ask=asked, newest=newest, beginning=beginning))
        except SecretariatError as error:
            failures.append(error)
            done.notes.append(f"{shown(url)} was not used: {error}")
    if not found:
        raise failures[0]
    if not of_one_chain([one.beginning for one in found]):
        raise OfTwoChains(
            f"{' and '.join(one.address for one in found)} tell of two chains: their oldest events are not the same. "
            "Neither was read; take the wrong one out of [query_node] urls."
        )
    best = max(found, key=lambda one: one.newest)
    done.notes += [
        f"{one.address} was not used: its newest event is of block {one.newest:,}, {best.address} has {best.newest:,}."
        for one in found
        if one.newest < best.newest
    ]
    return best


def _height(chosen: Endpoint, settings: QueryNodeSettings, most_seconds: float) -> Height:
    if settings.websocket == NO_WEBSOCKET:
        return height_of(chosen.newest, None)
    address = settings.websocket or websocket_of(chosen.url)
    seconds = min(LONGEST_STATE_SECONDS, most_seconds)
    return height_of(chosen.newest, lambda: state_of(address, seconds=seconds).last_complete_block)


def _beside(head: ChainHead, chosen: Endpoint, height: Height, done: Synced) -> None:
    """Note a query node that is ahead of what the node calls final by more than finality takes."""
    if height.block > head.block + AHEAD:
        done.notes.append(
            f"{chosen.address} is at block {height.block:,}, after the node's finalised head {head.block:,}: the node lags, "
            "or the two are of different chains. Rows are read up to the node's head only."
        )


def _goes_on(context: Context, chosen: Endpoint, height: Height, settings: QueryNodeSettings) -> None:
    """Check that the query node covers what was read before: rows that it has not got yet are not gone.

    A height that is only the newest event's may go back a little where that event is removed. Raises FellBack.
    """
    with reading(context.engine) as connection:
        known = live.sources_known(connection).get(QUERY_NODE)
    before = None if known is None else known.state.height
    if known is None or before is None:
        return
    if height.lower_bound and not known.state.lower_bound and height.block:
        return  # the newest event of a query node that was complete to a later block: the two are not to be compared
    slack = settings.lag_minutes * 60 // SECONDS_PER_BLOCK if height.lower_bound else 0
    if height.block + slack < before:
        raise FellBack(
            f"{chosen.address} is at block {height.block:,}, and was read to block {before:,} before: it lags, or is being "
            "built anew. What was read stays; wait, or name another one in [query_node] urls. If this is the right one "
            "and the store is of another chain, choose another [store] url."
        )


def _read_lists(run: Run, done: Synced, progress: Progress) -> None:
    """Read every list, those of members and totals last; a refused one does not take the others with it.

    When the query node did not answer for several lists in a row it is not asked for the rest.
    """
    reads: list[tuple[str, Callable[[], ListDone]]] = [
        (listed.name, partial(sync_list, run, listed)) for listed in LISTS if listed.name != members.NAME
    ]
    reads += [(members.NAME, partial(members.sync_members, run)), (growth.NAME, partial(_sync_growth, run))]
    silent = 0
    for name, read in reads:
        if silent >= SILENT_LISTS:
            why = f"Not asked for any more: the query node did not answer for the {silent} lists before."
            done.lists.append(ListDone(name=file_of(name), way="refused", refused=why))
            continue
        progress(f"query node: {name}")
        silent = 0 if _answered(file_of(name), read, done) else silent + 1


def _answered(name: str, read: Callable[[], ListDone], done: Synced) -> bool:
    """Bring one list up to date; tells whether there was an answer, be it a wrong one. Raises StoreUnusable."""
    try:
        done.lists.append(read())
    except StoreUnusable:
        raise
    except OtherRun as error:
        done.notes.append(str(error))
    except SecretariatError as error:
        done.lists.append(ListDone(name=name, way="refused", refused=str(error)))
        return not isinstance(error, NotReachable)
    return True


def _sync_growth(run: Run) -> ListDone:
    """Add the totals of this day; those of earlier days stay, since the query node forgets what is deleted."""
    path = file_of(growth.NAME)
    with reading(run.context.engine) as connection:
        if growth_is_known(connection, run):
            return ListDone(name=path, way="changes", rows=1)
    read = growth.read_growth(run.ask, run.head, run.size)
    with writing(run.context.engine) as connection:
        changed = live_rows.put_records(connection, path, QUERY_NODE, read.records.values())
        live_rows.put_problems(connection, path, QUERY_NODE, read.problems)
        known = live.ListKnown(
            name=path, source=QUERY_NODE, count=1, height=run.head.block, read_at=run.now, whole_at=run.now
        )
        live.write_list(connection, known)
    return ListDone(name=path, way="whole", rows=1, added=changed.added, changed=changed.changed)


def _write_state(
    context: Context, chosen: Endpoint, height: Height, head: ChainHead, now: Moment, done: Synced
) -> None:
    """Remember how far the query node had come before its lists were read: their facts cover at least that."""
    if height.lower_bound:
        done.notes.append(f"The query node does not say how far it is, so that its newest event counts: {height.why}")
    refused = [one.refused for one in done.lists if one.way == "refused" and one.name.startswith(QUERY_NODE)]
    if refused:  # what is known whole is as far as it was before
        with writing(context.engine) as connection:
            live.write_failure(connection, QUERY_NODE, chosen.address, lists_refused(refused), now)
        return
    state = SourceState(
        source=QUERY_NODE,
        address=chosen.address,
        height=height.block,
        height_at=_time_of(height.block, head),
        read_at=now,
        lower_bound=height.lower_bound,
    )
    with writing(context.engine) as connection:
        live.write_source(connection, live.SourceKnown(state=state, chain=head.genesis))


def _read_to(block: int, milliseconds: int, height: Height) -> Head:
    """Give the block that lists are read to: the finalised head, or the last block that the query node has whole.

    Rows of a block that it is still working on would come in part, and change the counts while they are read.
    """
    if height.lower_bound or height.block >= block:
        return Head(block=block, milliseconds=milliseconds)
    return Head(block=height.block, milliseconds=milliseconds - (block - height.block) * SECONDS_PER_BLOCK * 1000)


def _time_of(block: int, head: ChainHead) -> Moment | None:
    """Give the time of a block by the head's time and the network's usual pace."""
    if head.at is None:
        return None
    behind = timedelta(seconds=max(head.block - block, 0) * SECONDS_PER_BLOCK)
    return Moment((datetime.fromisoformat(head.at) - behind).strftime("%Y-%m-%dT%H:%M:%SZ"))
