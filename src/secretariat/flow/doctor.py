"""Doctor: look at configuration, store, clock and every source, and say for each what to do."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from secretariat import config
from secretariat.clients.failures import NotReachable, shown
from secretariat.clients.graphql import ask
from secretariat.clients.graphql_state import state_of
from secretariat.clients.http import Wire, WireSettings, get_json, open_wire
from secretariat.clients.substrate.rpc import node_at
from secretariat.errors import SecretariatError
from secretariat.facts.freshness import CLOCKS_APART_SECONDS, duration, seconds_between
from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.flow.ask_desk import office
from secretariat.flow.context import Context, machine_time, open_context, open_store_at, read_settings
from secretariat.flow.freshness import freshness_now, keeps_time
from secretariat.flow.sync.chain import known_head
from secretariat.flow.sync.query_node import SILENT_LISTS
from secretariat.sources.chain.heads import NoGoodNode, Runtimes, choose_head, state_at
from secretariat.sources.chain.times import time_of
from secretariat.sources.prices.read import read_rates
from secretariat.sources.query_node.height import beginning_of, newest_event, of_one_chain, websocket_of
from secretariat.sources.query_node.lists import LISTS
from secretariat.sources.query_node.pages import Ask, Head, variables
from secretariat.sources.query_node.settings import NO_WEBSOCKET
from secretariat.store.engine import StoreUnusable, reading, shown_store, sqlite_file
from secretariat.store.schema import REVISION

ROOM_BYTES = 2 * 1024**3
"""The store of a year with its write-ahead log fits into this several times."""

Verdict = Literal["ok", "warning", "failed"]


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was looked at: what was found, and what to do about it (empty when nothing)."""

    name: str
    verdict: Verdict
    found: str
    remedy: str = ""


def examine() -> Iterator[Check]:
    """Look at one thing after the other; nothing is changed. Sources are asked twice at most, so that this ends soon.

    Raises ConfigWrong: without its settings there is nothing to look at.
    """
    settings = read_settings()
    yield _configuration(settings)
    try:
        context, broken = open_context(writes=False), ""
    except StoreUnusable as error:
        context, broken = Context(config=settings, engine=open_store_at("sqlite://")), str(error)
        yield _bad("store", broken, "Until then nothing is kept: every other command needs it.")
    else:
        yield from _store(context)
    yield from _sources(context)
    if broken:
        return
    with reading(context.engine) as connection:
        for judged in freshness_now(context, connection):
            if not judged.fresh:
                yield _bad(f"facts of {judged.source}", judged.reason, "Run `secretariat sync`.", verdict="warning")
    for line in office(context).unlike:
        said, _, remedy = line.partition(": ")
        yield _bad("office", said, f"{remedy[0].upper()}{remedy[1:]}", verdict="warning")


def _sources(context: Context) -> Iterator[Check]:
    on = context.config.settings
    bounds = replace(on.get("wire", WireSettings()), attempts=2, whole_seconds=30.0)
    with open_wire(bounds) as wire:
        if "chain" in on:
            yield from _chain(context, wire)
        if "query_node" in on:
            yield from _query_node(context, wire)
        if "prices" in on:
            yield _prices(wire, on["prices"])


def _good(name: str, found: str) -> Check:
    return Check(name=name, verdict="ok", found=found)


def _bad(name: str, found: str, remedy: str, *, verdict: Verdict = "failed") -> Check:
    return Check(name=name, verdict=verdict, found=found, remedy=remedy)


def _without_address(error: SecretariatError, url: str) -> str:
    """Tell what failed without the address, which names the check."""
    if isinstance(error, NoGoodNode):  # of the one node that was asked
        return " ".join(why for _, why in error.refused)
    return str(error).removeprefix(f"{shown(url)}: ")


def _configuration(settings: config.Config) -> Check:
    path = os.environ.get("SECRETARIAT_CONFIG", config.FILE_NAME)
    on = sorted(name for name in settings.settings if name not in ("store", "wire"))
    if not Path(path).exists():
        return _bad(
            "configuration", f"there is no {path}; defaults are used", "Run `secretariat init`.", verdict="warning"
        )
    if not on:
        remedy = "Add [chain] and [query_node]; `secretariat init --out first.toml` shows how."
        return _bad("configuration", f"{path} names no live source", remedy, verdict="warning")
    return _good("configuration", f"{path}: {', '.join(on)}")


def _store(context: Context) -> Iterator[Check]:
    configured = context.config.store.url
    file = sqlite_file(configured)
    if file is not None and not file.exists():
        yield _good("store", f"{file} is not there yet; the first import or sync makes it")
    else:
        yield _readable(shown_store(context.engine), file)
    if file is None:
        return
    folder = file.absolute().parent
    if not folder.is_dir():
        yield _bad("disk", f"there is no folder {folder}", "Make it, or choose another [store] url.")
        return
    free = shutil.disk_usage(folder).free
    if not os.access(folder, os.W_OK):
        yield _bad("disk", f"{folder} may not be written to", "Change its permissions, or choose another [store] url.")
    elif free < ROOM_BYTES:
        yield _bad("disk", f"{free / 1024**2:,.0f} MiB are free beside the store", "Make room.", verdict="warning")
    else:
        yield _good("disk", f"{free / 1024**3:,.1f} GiB are free beside the store")


def _readable(url: str, file: Path | None) -> Check:
    if file is not None and not os.access(file, os.W_OK):
        remedy = "Change the permissions of the file, or choose another [store] url."
        return _bad("store", f"{url} may only be read: nothing new can be kept", remedy)
    return _good("store", f"{url}, schema {REVISION}")


def _chain(context: Context, wire: Wire) -> Iterator[Check]:
    settings = context.config.settings["chain"]
    with reading(context.engine) as connection:
        before = known_head(connection)
    chains = set()
    for url in settings.urls:
        name = f"node {shown(url)}"
        try:
            head = choose_head([node_at(wire, url)], Runtimes(), None, settings.genesis)
            at, version = state_at(head.node, head.offer.block, head.offer.hash, Runtimes())
            time = moment_of_milliseconds(time_of(at, at.hash))
        except SecretariatError as error:
            yield _bad(name, _without_address(error, url), "Mend [chain] urls, or wait until it answers.")
            continue
        chains.add(head.offer.genesis)
        yield _good(name, f"finalised block {at.block:,} of {time}, spec version {version.spec_version}")
        if before is not None and before.genesis != head.offer.genesis:
            yield _bad(
                name,
                "it is of another chain than the facts in the store",
                "Choose another [store] url for it, or mend [chain] urls.",
            )
        elif before is not None and before.spec_version != version.spec_version:
            found = f"the store's facts are of spec version {before.spec_version}"
            yield _bad(name, found, "Run `secretariat sync`: metadata and constants are read anew.", verdict="warning")
        yield _clock(context, name, time)
    if len(chains) > 1:
        remedy = "Take the wrong one out of [chain] urls, or set [chain] genesis to the chain you mean."
        yield _bad(
            "nodes", f"they are of {len(chains)} chains, with the genesis {' and '.join(sorted(chains))}", remedy
        )


def _clock(context: Context, name: str, time: Moment) -> Check:
    """Compare the machine's clock with the finalised head's time; some 20 seconds pass until a block is final."""
    apart = seconds_between(time, Moment(machine_time()))
    if not keeps_time(context):
        return _good("clock", "not compared: the blocks of a practice network have a time of their own")
    if abs(apart) <= CLOCKS_APART_SECONDS:
        return _good("clock", f"{apart} s after the finalised head's time")
    side = "after" if apart > 0 else "before"
    return _bad(
        "clock",
        f"the machine's time is {duration(abs(apart))} {side} the time of the finalised head of {name}",
        "Set the machine's clock (NTP). If it is right, this node lags or the chain stands still: compare another one.",
        verdict="warning",
    )


def _query_node(context: Context, wire: Wire) -> Iterator[Check]:
    settings = context.config.settings["query_node"]
    beginnings = []
    for url in settings.urls:
        name = f"query node {shown(url)}"
        asked: Ask = partial(ask, wire, url)
        try:
            newest = newest_event(asked)
            beginnings.append(beginning_of(asked))
        except SecretariatError as error:
            yield _bad(name, _without_address(error, url), "Mend [query_node] urls, or wait until it answers.")
            continue
        yield _good(name, f"newest event of block {newest:,}")
        yield _schema(name, asked)
        if settings.websocket != NO_WEBSOCKET:
            yield _height(settings.websocket or websocket_of(url))
    if not of_one_chain(beginnings):
        remedy = "Take the wrong one out of [query_node] urls."
        yield _bad("query nodes", "they tell of two chains: their oldest events are not the same", remedy)


def _schema(name: str, asked: Ask) -> Check:
    """Ask every list for one row: a field that the schema does not have any more is refused by name."""
    refused = []
    for listed in LISTS:
        try:
            asked(
                listed.document, variables(listed, Head(block=2**31 - 1, milliseconds=4_102_444_800_000), 1, None, {})
            )
        except SecretariatError as error:
            refused.append(f"{listed.name}: {error}")
            if isinstance(error, NotReachable) and len(refused) >= SILENT_LISTS:
                break
    if refused:
        return _bad(
            f"schema of {name}",
            f"at least {len(refused)} of {len(LISTS)} lists are refused, the first is {refused[0]}",
            "Install the version of Secretariat for its schema, or use another query node.",
        )
    return _good(f"schema of {name}", f"all {len(LISTS)} lists answer")


def _height(address: str) -> Check:
    name = f"height of {shown(address)}"
    try:
        state = state_of(address)
    except SecretariatError as error:
        remedy = "Mend [query_node] websocket; without it the height is only known from the newest event."
        return _bad(name, _without_address(error, address), remedy, verdict="warning")
    return _good(name, f"complete to block {state.last_complete_block:,}, chain head {state.chain_head:,}")


def _prices(wire: Wire, settings: Any) -> Check:
    try:
        read = read_rates(settings, partial(get_json, wire))
    except SecretariatError as error:
        return _bad("prices", str(error), "Mend [prices]; until then what needs a rate stays as it is.")
    if read.problems:
        found = f"{len(read.records)} days, {len(read.problems)} problems, the first: {read.problems[0].what}"
        return _bad("prices", found, "Look at `secretariat problems` after a sync.", verdict="warning")
    return _good("prices", f"{len(read.records)} days")
