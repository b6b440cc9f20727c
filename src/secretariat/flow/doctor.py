"""Doctor: look at configuration, store, clock and every source, and say for each what to do."""

import os
import shutil
from collections.abc import Generator, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from secretariat import config
from secretariat.clients.failures import shown
from secretariat.clients.http import Wire, WireSettings, get_json, open_wire
from secretariat.clients.substrate.rpc import node_at
from secretariat.errors import SecretariatError
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.facts.freshness import (
    AHEAD_BLOCKS,
    CLOCKS_APART_SECONDS,
    Freshness,
    SourceState,
    duration,
    seconds_between,
)
from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.stored_council import StoredCouncil
from secretariat.flow.ask_desk import office
from secretariat.flow.check import Check, bad, good
from secretariat.flow.context import Context, machine_time, open_store_at, settings_that_fit, store_exists
from secretariat.flow.doctor_channels import check_channels
from secretariat.flow.doctor_query_node import BEHIND, OTHER_STAGE, Final, check_query_nodes, without_address
from secretariat.flow.freshness import freshness_now, keeps_time
from secretariat.flow.left_out import left_out_now
from secretariat.flow.sync.chain import known_head, known_of
from secretariat.flow.sync.known_events import known_events
from secretariat.flow.sync.refusals import refused_now
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.council import ITEMS, council_of
from secretariat.sources.chain.heads import NoGoodNode, Runtimes, choose_head, state_at
from secretariat.sources.chain.state import StateAt, plain
from secretariat.sources.chain.times import time_of
from secretariat.sources.prices.read import read_rates
from secretariat.sources.query_node.known_events import KnownEvent
from secretariat.store import live
from secretariat.store.engine import StoreUnusable, reading, shown_store, sqlite_file
from secretariat.store.live import SourceKnown
from secretariat.store.schema import REVISION

IMPOSSIBLE = (
    "Take the address that is of another chain out of [query_node] urls, or see why the node is behind; then sync."
)
NODE_BEHIND = (
    "The node itself is behind, or the chain stands still: reading it again does not help. Compare another node, and name it in "
    "[chain] urls."
)

NOT_GOING_ON = (
    "A sync reads nothing of it: wait until it has caught up, or name another node in [chain] urls. Where the chain itself was begun anew, as "
    "a practice network is, choose another [store] url."
)
MEND = "Mend it: until then every other command ends with 2 and does nothing. What of the settings can be used is looked at."
NO_TIME = "the machine's time could not be compared: no node told the time of its finalised head"

ROOM_BYTES = 2 * 1024**3
"""The store of a year with its write-ahead log fits into this several times."""


def examine() -> Iterator[Check]:
    """Look at one thing after the other; nothing is changed. Sources are asked twice at most, so that this ends soon.

    Tables of the settings that cannot be used are failed checks, and the others are looked at.
    """
    settings, wrong = settings_that_fit()
    yield from (bad("configuration", str(error), MEND) for error in wrong) if wrong else _configuration(settings)
    url, broken = settings.store.url, ""
    try:
        context = Context(config=settings, engine=open_store_at(url if store_exists(url) else "sqlite://"))
    except StoreUnusable as error:
        context, broken = Context(config=settings, engine=open_store_at("sqlite://")), str(error)
        yield bad("store", broken, "Until then nothing is kept: every other command needs it.")
    else:
        yield from _store(context)
    yield from check_channels(settings.settings)
    yield from _sources(context, wrong=bool(wrong))
    if broken:
        return
    now = Moment(machine_time())
    with reading(context.engine) as connection:
        yield from _lists(context, connection)
        known = live.sources_known(connection)
        for judged in freshness_now(context, connection, now):
            if not judged.fresh:
                remedy = remedy_of(judged, known.get(judged.source), now)
                yield bad(f"facts of {judged.source}", judged.reason, remedy, verdict="warning")
    for line in () if wrong else office(context).unlike:
        said, _, rest = line.partition(": ")
        yield bad("office", said, f"{rest[0].upper()}{rest[1:]}", verdict="warning")


def _lists(context: Context, connection: Connection) -> Iterator[Check]:
    """Tell of the lists that the last sync refused, and of those that figures are made without."""
    refused = refused_now(connection)
    for problem in refused:
        yield bad(problem.subject, problem.what, problem.repair)
    told = {problem.subject for problem in refused}
    for one in left_out_now(context, connection):
        if f"list {one.name}" not in told:
            yield bad(f"list {one.name}", str(one), one.remedy)


def remedy_of(judged: Freshness, known: SourceKnown | None, now: Moment) -> str:
    """Say what to do about facts that are not fresh: reading a source again does not help where it was itself behind."""
    if not judged.height_told:
        return IMPOSSIBLE
    if known is None or known.state.read_at is None or judged.lag is None:
        return "Run `secretariat sync`."
    unread = max(0, seconds_between(known.state.read_at, now))
    if known.state.lower_bound and unread <= judged.limit:
        return OTHER_STAGE
    if judged.lag - unread > judged.limit:
        return BEHIND if judged.source == QUERY_NODE else NODE_BEHIND
    return "Run `secretariat sync`."


def _sources(context: Context, *, wrong: bool) -> Iterator[Check]:
    on = context.config.settings
    bounds = replace(on.get("wire", WireSettings()), attempts=2, whole_seconds=30.0)
    with open_wire(bounds) as wire:
        final = (yield from _chain(context, wire)) if "chain" in on else None
        if "chain" not in on:
            remedy = "Mend what is said about the configuration above." if wrong else "Add [chain] with its urls."
            yield bad("clock", NO_TIME, remedy, verdict="warning")
        if "query_node" in on:
            yield from check_query_nodes(on["query_node"], wire, final, *_read_before(context))
        if "prices" in on:
            yield _prices(wire, on["prices"])


def _without_address(error: SecretariatError, url: str) -> str:
    """Tell what failed without the address, which names the check."""
    if isinstance(error, NoGoodNode):  # of the one node that was asked
        return " ".join(why for _, why in error.refused)
    return without_address(error, url)


def _configuration(settings: config.Config) -> Iterator[Check]:
    path = os.environ.get("SECRETARIAT_CONFIG", config.FILE_NAME)
    on = sorted(name for name in settings.settings if name not in ("store", "wire"))
    if not Path(path).exists():
        yield bad(
            "configuration", f"there is no {path}; defaults are used", "Run `secretariat init`.", verdict="warning"
        )
    elif not on:
        remedy = "Add [chain] and [query_node]; `secretariat init --out first.toml` shows how."
        yield bad("configuration", f"{path} names no live source", remedy, verdict="warning")
    elif "query_node" in on and "chain" not in on:
        found = f"{path} has [query_node] without [chain]: only a node tells which of its rows are final, so `sync` reads none of them"
        yield bad("configuration", found, "Add [chain] with its urls; `secretariat init --out first.toml` shows how.")
    else:
        yield good("configuration", f"{path}: {', '.join(on)}")


def _store(context: Context) -> Iterator[Check]:
    configured = context.config.store.url
    file = sqlite_file(configured)
    if file is not None and not file.exists():
        yield good("store", f"{file} is not there yet; the first import or sync makes it")
    else:
        yield _readable(shown_store(context.engine), file)
    if file is None:
        return
    folder = file.absolute().parent
    if not folder.is_dir():
        yield bad("disk", f"there is no folder {folder}", "Make it, or choose another [store] url.")
        return
    free = shutil.disk_usage(folder).free
    if not os.access(folder, os.W_OK):
        yield bad("disk", f"{folder} may not be written to", "Change its permissions, or choose another [store] url.")
    elif free < ROOM_BYTES:
        yield bad("disk", f"{free / 1024**2:,.0f} MiB are free beside the store", "Make room.", verdict="warning")
    else:
        yield good("disk", f"{free / 1024**3:,.1f} GiB are free beside the store")


def _readable(url: str, file: Path | None) -> Check:
    if file is not None and not os.access(file, os.W_OK):
        remedy = "Change the permissions of the file, or choose another [store] url."
        return bad("store", f"{url} may only be read: nothing new can be kept", remedy)
    return good("store", f"{url}, schema {REVISION}")


def _chain(context: Context, wire: Wire) -> Generator[Check, None, Final | None]:
    """Look at every node; gives the head of the one that is furthest, and of the chain that the store is of."""
    settings = context.config.settings["chain"]
    with reading(context.engine) as connection:
        before = known_head(connection)
    chains = set()
    final: Final | None = None
    for url in settings.urls:
        name = f"node {shown(url)}"
        try:
            head = choose_head([node_at(wire, url)], Runtimes(), None, settings.genesis)
            at, version = state_at(head.node, head.offer.block, head.offer.hash, Runtimes())
            milliseconds = time_of(at, at.hash)
            time = moment_of_milliseconds(milliseconds)
        except SecretariatError as error:
            yield bad(name, _without_address(error, url), "Mend [chain] urls, or wait until it answers.")
            continue
        chains.add(head.offer.genesis)
        yield good(name, f"finalised block {at.block:,} of {time}, spec version {version.spec_version}")
        if before is not None and before.genesis != head.offer.genesis:
            yield bad(
                name,
                "it is of another chain than the facts in the store",
                "Choose another [store] url for it, or mend [chain] urls.",
            )
        elif before is not None and before.spec_version != version.spec_version:
            found = f"the store's facts are of spec version {before.spec_version}"
            yield bad(name, found, "Run `secretariat sync`: metadata and constants are read anew.", verdict="warning")
        elif before is not None and (why := _not_going_on(wire, url, before, settings.genesis)):
            near = (
                0 < before.block - at.block <= AHEAD_BLOCKS
            )  # two nodes are seldom at one block: the other may be read meanwhile
            yield bad(name, why, NOT_GOING_ON, verdict="warning" if near else "failed")
        of_store = before is None or before.genesis == head.offer.genesis
        if of_store and (final is None or at.block > final.block):
            behind = seconds_between(time, Moment(machine_time())) if keeps_time(context) else 0
            final = Final(block=at.block, milliseconds=milliseconds, behind=max(behind, 0), council=_council(at))
        yield _clock(context, name, time, head.offer.genesis)
    if not chains:
        yield bad("clock", NO_TIME, "Run `secretariat doctor` again once a node answers.", verdict="warning")
    if len(chains) > 1:
        remedy = "Take the wrong one out of [chain] urls, or set [chain] genesis to the chain you mean."
        yield bad("nodes", f"they are of {len(chains)} chains, with the genesis {' and '.join(sorted(chains))}", remedy)
        return None
    return final


def _not_going_on(wire: Wire, url: str, before: ChainHead, genesis: str) -> str:
    """Say why a node does not go on where the facts in the store end, as a sync says it; empty where it does."""
    try:
        choose_head([node_at(wire, url)], Runtimes(), known_of(before), genesis)
    except SecretariatError as error:
        return _without_address(error, url)
    return ""


def _read_before(context: Context) -> tuple[SourceState, tuple[KnownEvent, ...]]:
    """Tell how far the query node was read, and its newest events, by the store."""
    with reading(context.engine) as connection:
        known, events = live.sources_known(connection).get(QUERY_NODE), known_events(connection)
    return SourceState(source=QUERY_NODE, address="") if known is None else known.state, events


def _council(at: StateAt) -> StoredCouncil | None:
    """Read the stages that the chain stores; None where the node does not give them."""
    into = Reading(path=CHAIN, format=CHAIN)
    try:
        return council_of(at, into, plain(at, into, ITEMS))
    except SecretariatError:
        return None


def _clock(context: Context, name: str, time: Moment, genesis: str) -> Check:
    """Compare the machine's clock with the finalised head's time; some 20 seconds pass until a block is final."""
    apart = seconds_between(time, Moment(machine_time()))
    if not keeps_time(context):
        if genesis == MAINNET_GENESIS:
            found = f"{name} is of the main network, and [chain] network calls it another: a node that stands still is never stale then"
            return bad("clock", found, 'Set network = "mainnet" in [chain].', verdict="warning")
        return good("clock", "not compared: the blocks of a practice network have a time of their own")
    if abs(apart) <= CLOCKS_APART_SECONDS:
        return good("clock", f"{apart} s after the finalised head's time")
    side = "after" if apart > 0 else "before"
    return bad(
        "clock",
        f"the machine's time is {duration(abs(apart))} {side} the time of the finalised head of {name}",
        "Set the machine's clock (NTP). If it is right, this node lags or the chain stands still: compare another one.",
        verdict="warning",
    )


def _prices(wire: Wire, settings: Any) -> Check:
    try:
        read = read_rates(settings, partial(get_json, wire))
    except SecretariatError as error:
        return bad("prices", str(error), "Mend [prices]; until then what needs a rate stays as it is.")
    if read.problems:
        found = f"{len(read.records)} days, {len(read.problems)} problems, the first: {read.problems[0].what}"
        return bad("prices", found, "Look at `secretariat problems` after a sync.", verdict="warning")
    return good("prices", f"{len(read.records)} days")
