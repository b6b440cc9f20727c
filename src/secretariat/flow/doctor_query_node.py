"""What doctor asks a query node: does it answer, how far is it behind the chain, does it tell the chain's stages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.clients.failures import NotReachable, shown
from secretariat.clients.graphql_state import state_of
from secretariat.clients.http import Wire
from secretariat.errors import SecretariatError
from secretariat.facts.freshness import AHEAD_BLOCKS, SourceState, duration
from secretariat.facts.stages_agree import StagePair, council_stages, referendum_stages
from secretariat.facts.stored_council import StoredCouncil
from secretariat.flow.check import Check, bad, good
from secretariat.flow.sync.endpoints import (
    LONGEST_STATE_SECONDS,
    SECONDS_PER_BLOCK,
    Endpoint,
    FellBack,
    check_goes_on,
    endpoint_height,
    of_another_chain,
    of_two_chains,
    read_endpoint,
)
from secretariat.flow.sync.query_node import SILENT_LISTS
from secretariat.sources.query_node.height import websocket_of
from secretariat.sources.query_node.known_events import KnownEvent
from secretariat.sources.query_node.lists import BY_NAME, LISTS
from secretariat.sources.query_node.pages import Ask, Head, variables
from secretariat.sources.query_node.settings import NO_WEBSOCKET, QueryNodeSettings
from secretariat.sources.query_node.updating import read_whole

BEHIND = (
    "The query node itself is behind, so that reading it again does not help: wait until it has caught up, ask its operator, "
    "or name another one in [query_node] urls."
)
OTHER_STAGE = (
    "Where a stage has just changed, look again in some minutes. Else one of the two is wrong or behind: compare with another "
    "query node and name it in [query_node] urls; `secretariat problems` has both after a sync."
)
FALLEN_BACK = "A sync reads nothing of it until it is as far again."
TWO_CHAINS = "The node lags, or the two are of different chains: mend [query_node] urls or [chain] urls."
LATEST = Head(block=2**31 - 1, milliseconds=4_102_444_800_000)


@dataclass(frozen=True, kw_only=True)
class Final:
    """The finalised head of a node that answered: its block, and its time in milliseconds.

    ``behind`` is how far that time is behind the machine's in seconds, 0 on a practice network; ``council`` has the stages
    that the chain stores, None where they cannot be read.
    """

    block: int
    milliseconds: int
    behind: int
    council: StoredCouncil | None


def check_query_nodes(
    settings: QueryNodeSettings, wire: Wire, final: Final | None, known: SourceState, events: Sequence[KnownEvent] = ()
) -> Iterator[Check]:
    """Look at every address of a query node, beside a node's finalised head where there is one, and what was read before: how far, and events."""
    found: list[Endpoint] = []
    for url in settings.urls:
        name = f"query node {shown(url)}"
        try:
            endpoint = read_endpoint(wire, url, two=True, known=events)
        except SecretariatError as error:
            yield bad(name, without_address(error, url), "Mend [query_node] urls, or wait until it answers.")
            continue
        if endpoint.missing is not None:
            said, _, remedy = of_another_chain(endpoint).removeprefix(f"{endpoint.address} ").partition(" Give the ")
            yield bad(name, said, f"Give the {remedy}")
            continue
        found.append(endpoint)
        yield _newest(name, endpoint, final)
        if final is not None and (why := _fallen_back(known, endpoint, settings, final)):
            near = (known.height or 0) - endpoint.newest <= AHEAD_BLOCKS
            yield bad(name, why, FALLEN_BACK, verdict="warning" if near else "failed")
        yield _schema(name, endpoint.ask)
        if settings.websocket != NO_WEBSOCKET:
            yield _height(settings.websocket or websocket_of(url), settings, final)
        if final is not None and final.council is not None:
            yield _stages(f"stages of {name}", endpoint.ask, settings, final)
    if of_two_chains(found):
        remedy = "Take the wrong one out of [query_node] urls."
        yield bad("query nodes", "they tell of two chains: their events are not the same", remedy)


def without_address(error: SecretariatError, url: str) -> str:
    """Tell what failed without the address, which names the check."""
    return str(error).removeprefix(f"{shown(url)}: ")


def _newest(name: str, endpoint: Endpoint, final: Final | None) -> Check:
    said = f"newest event of block {endpoint.newest:,}"
    if final is not None and endpoint.newest > final.block + AHEAD_BLOCKS:
        return bad(name, f"{said}, after the finalised head {final.block:,}", TWO_CHAINS)
    return good(name, said)


def _fallen_back(known: SourceState, endpoint: Endpoint, settings: QueryNodeSettings, final: Final) -> str:
    """Say that a query node is not as far as it was read before, as a sync says it; empty where it is."""
    height = endpoint_height(endpoint, settings, LONGEST_STATE_SECONDS)
    try:
        check_goes_on(known, endpoint, height, settings, head=final.block)
    except FellBack as error:
        return without_address(error, endpoint.url).removeprefix(f"{endpoint.address} ")
    return ""


def _schema(name: str, asked: Ask) -> Check:
    """Ask every list for one row: a field that the schema does not have any more is refused by name."""
    refused = []
    for listed in LISTS:
        try:
            asked(listed.document, variables(listed, LATEST, 1, None, {}))
        except SecretariatError as error:
            refused.append(f"{listed.name}: {error}")
            if isinstance(error, NotReachable) and len(refused) >= SILENT_LISTS:
                break
    if refused:
        return bad(
            f"schema of {name}",
            f"at least {len(refused)} of {len(LISTS)} lists are refused, the first is {refused[0]}",
            "Install the version of Secretariat for its schema, or use another query node.",
        )
    return good(f"schema of {name}", f"all {len(LISTS)} lists answer")


def _height(address: str, settings: QueryNodeSettings, final: Final | None) -> Check:
    """Judge how far a query node is behind the node's finalised head, or behind the one that it sees itself."""
    name = f"height of {shown(address)}"
    try:
        state = state_of(address)
    except SecretariatError as error:
        remedy = "Mend [query_node] websocket; without it the height is only known from the newest event."
        return bad(name, without_address(error, address), remedy, verdict="warning")
    head, behind = (state.chain_head, 0) if final is None else (final.block, final.behind)
    said = f"complete to block {state.last_complete_block:,}, chain head {head:,}"
    if final is not None and state.last_complete_block > final.block + AHEAD_BLOCKS:
        return bad(name, said, TWO_CHAINS, verdict="warning")
    lag = max(head - state.last_complete_block, 0) * SECONDS_PER_BLOCK + behind
    limit = settings.lag_minutes * 60
    if lag > limit:
        return bad(name, f"{said}: {duration(lag)} behind, more than {duration(limit)}", BEHIND, verdict="warning")
    return good(name, f"{said}: {duration(lag)} behind")


def _stages(name: str, asked: Ask, settings: QueryNodeSettings, final: Final) -> Check:
    """Hold the stages of council and referendum that a query node tells against those that the chain stores."""
    head = Head(block=final.block, milliseconds=final.milliseconds)

    def facts(*lists: str) -> list[Any]:
        readings = [read_whole(asked, BY_NAME[one], head, settings.page_size) for one in lists]
        return [record.fact for reading in readings for record in reading.records.values()]

    try:
        pairs = [
            council_stages(final.council, facts("stage-updates")),
            referendum_stages(final.council, facts("voting-stages", "revealing-stages")),
        ]
    except SecretariatError as error:
        return bad(name, str(error), OTHER_STAGE, verdict="warning")
    told = [pair for pair in pairs if pair is not None]
    unlike = [pair for pair in told if not pair.agrees]
    if unlike:
        return bad(name, "; ".join(map(_both, unlike)), OTHER_STAGE, verdict="warning")
    if not told:
        return bad(name, "no stage of the council is told by both", OTHER_STAGE, verdict="warning")
    return good(name, "as the node stores them")


def _both(pair: StagePair) -> str:
    return f"the {pair.of} is {_told(pair.chain)} by the node and {_told(pair.query_node)} by the query node"


def _told(stage: Sequence[Any]) -> str:
    name, began, ends = stage
    until = "" if ends is None else f" until {ends:,}"
    return f"{name or 'of an unknown stage'}{'' if began is None else f' since block {began:,}'}{until}"
