"""Bring the query node's facts up to date: the better endpoint, list by list, then members, growth and contradictions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from secretariat.clients.failures import NotReachable, shown
from secretariat.clients.http import Wire
from secretariat.errors import SecretariatError
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.freshness import AHEAD_BLOCKS, SourceState
from secretariat.facts.moments import Moment
from secretariat.facts.records import QUERY_NODE
from secretariat.flow.context import Context
from secretariat.flow.sync import contradictions, members, refusals
from secretariat.flow.sync.endpoints import SECONDS_PER_BLOCK, Endpoint, beside, better, check_goes_on, endpoint_height
from secretariat.flow.sync.known_events import known_events
from secretariat.flow.sync.lists import OtherRun, Run, sync_list
from secretariat.flow.sync.plan import growth_is_known, planned
from secretariat.flow.sync.result import ListDone, Progress, Synced, lists_refused
from secretariat.sources.query_node import growth
from secretariat.sources.query_node.height import Height
from secretariat.sources.query_node.known_events import KnownEvent
from secretariat.sources.query_node.lists import LISTS
from secretariat.sources.query_node.pages import Head
from secretariat.sources.query_node.refused import ListIncomplete
from secretariat.sources.query_node.settings import QueryNodeSettings
from secretariat.sources.query_node.shapes import file_of
from secretariat.sources.query_node.together import Ahead
from secretariat.store import live, live_rows
from secretariat.store.engine import StoreUnusable, reading, writing

SILENT_LISTS = 3
"""Each of them was asked for as often as [wire] attempts says: what is silent then would take hours for all lists."""

NO_HEAD = "The query node was not read: which of its rows are final only a node tells, and no finalised head is known. "
NO_TIME = (
    "The query node was not read: its rows are read up to the moment of the finalised head, and the time of block {block:,} cannot be read. "
    "Run `secretariat sync` again; if it stays so, give the address of another node in [chain] urls."
)


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
    addresses = ", ".join(shown(url) for url in settings.urls)
    if head is None or head.milliseconds is None:
        _failed(context, addresses, _why_no_head(head, configured="chain" in context.config.settings), now, done)
        return
    try:
        chosen = better(wire, settings, head.block, done, () if full else _known_events(context))
        height = endpoint_height(chosen, settings, wire.settings.whole_seconds)
        _goes_on(context, chosen, height, settings, head.block)
        beside(head.block, chosen, height, done)
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
        without_rows_of=settings.without_rows_of,
    )
    progress("query node: what to ask for")
    asked_ahead = replace(run, ask=Ahead(run.ask, planned(run, LISTS), run.size))
    refused = _read_lists(asked_ahead, done, progress)
    refusals.write_refusals(context, done.lists, refused, run.head.block)
    done.notes += refusals.notes_on(refused, done.lists)
    if full or contradictions.expired(context):
        progress("contradictions between rows")
        contradictions.write_contradictions(context, head.block, now)
    _write_state(context, chosen, height, head, now, done, advice=refused[0].advice if refused else "")


def _why_no_head(head: ChainHead | None, *, configured: bool) -> str:
    """Say why rows cannot be told to be final, and what to do."""
    if head is not None:
        return NO_TIME.format(block=head.block)
    return NO_HEAD + (
        "See why no node of [chain] was read: `secretariat doctor`." if configured else "Configure [chain]."
    )


def _failed(context: Context, addresses: str, why: str, now: Moment, done: Synced) -> None:
    done.failures[QUERY_NODE] = why
    with writing(context.engine) as connection:
        live.write_failure(connection, QUERY_NODE, addresses, why, now)


def _goes_on(context: Context, chosen: Endpoint, height: Height, settings: QueryNodeSettings, head: int) -> None:
    """Check that the query node covers what was read before: rows that it has not got yet are not gone. Raises FellBack."""
    with reading(context.engine) as connection:
        known = live.sources_known(connection).get(QUERY_NODE)
    if known is not None:
        check_goes_on(known.state, chosen, height, settings, head=head)


def _known_events(context: Context) -> tuple[KnownEvent, ...]:
    """Give the events by which a query node is recognised; a full sync is how a person says that the store is to be as this one is."""
    with reading(context.engine) as connection:
        return known_events(connection)


def _read_lists(run: Run, done: Synced, progress: Progress) -> list[ListIncomplete]:
    """Read every list, those of members and totals last; a refused one does not take the others with it.

    When the query node did not answer for several lists in a row it is not asked for the rest. Gives the lists that did
    not come whole.
    """
    reads: list[tuple[str, Callable[[], ListDone]]] = [
        (listed.name, partial(sync_list, run, listed)) for listed in LISTS if listed.name != members.NAME
    ]
    reads += [(members.NAME, partial(members.sync_members, run)), (growth.NAME, partial(_sync_growth, run))]
    silent = 0
    incomplete: list[ListIncomplete] = []
    for name, read in reads:
        if silent >= SILENT_LISTS:
            why = f"Not asked for any more: the query node did not answer for the {silent} lists before."
            done.lists.append(ListDone(name=file_of(name), way="refused", refused=why))
            continue
        progress(f"query node: {name}")
        silent = 0 if _answered(file_of(name), read, done, incomplete) else silent + 1
    return incomplete


def _answered(name: str, read: Callable[[], ListDone], done: Synced, incomplete: list[ListIncomplete]) -> bool:
    """Bring one list up to date; tells whether there was an answer, be it a wrong one. Raises StoreUnusable."""
    try:
        done.lists.append(read())
    except StoreUnusable:
        raise
    except OtherRun as error:
        done.notes.append(str(error))
    except ListIncomplete as error:
        incomplete.append(error)
        done.lists.append(ListDone(name=name, way="refused", refused=error.told))
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
    read = growth.read_growth(run.ask, run.head, run.size, run.without_rows_of)
    with writing(run.context.engine) as connection:
        changed = live_rows.put_records(connection, path, QUERY_NODE, read.records.values())
        live_rows.put_problems(connection, path, QUERY_NODE, read.problems)
        known = live.ListKnown(
            name=path, source=QUERY_NODE, count=1, height=run.head.block, read_at=run.now, whole_at=run.now
        )
        live.write_list(connection, known)
    return ListDone(name=path, way="whole", rows=1, added=changed.added, changed=changed.changed)


def _write_state(
    context: Context, chosen: Endpoint, height: Height, head: ChainHead, now: Moment, done: Synced, *, advice: str
) -> None:
    """Remember how far the query node had come before its lists were read: their facts cover at least that.

    ``advice`` says what to do about a list that did not come whole.
    """
    if height.lower_bound and height.block <= head.block + AHEAD_BLOCKS:
        done.notes.append(f"The query node does not say how far it is, so that its newest event counts: {height.why}")
    refused = [one.refused for one in done.lists if one.way == "refused" and one.name.startswith(QUERY_NODE)]
    if refused:  # what is known whole is as far as it was before
        with writing(context.engine) as connection:
            live.write_failure(
                connection, QUERY_NODE, chosen.address, f"{lists_refused(refused)} {advice}".rstrip(), now
            )
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
