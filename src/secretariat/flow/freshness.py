"""How fresh the facts of the configured sources are now."""

from fractions import Fraction
from typing import Any

from sqlalchemy import Connection

from secretariat.facts.chain_head import BlockTime, ChainHead
from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import ReferendumStage
from secretariat.facts.freshness import USUAL_PACE, Freshness, SourceState, council_time, freshness
from secretariat.facts.moments import Moment
from secretariat.facts.networks import MAINNET
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.stages_agree import began_untold, stages_agree
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_state import pace_at
from secretariat.flow.context import Context
from secretariat.sources.query_node.shapes import file_of
from secretariat.store import live
from secretariat.store.facts import load_records

_TABLES = {CHAIN: "chain", QUERY_NODE: "query_node"}
"""The table of the configuration for each source that has a lag."""


def freshness_now(context: Context, connection: Connection, now: Moment | None = None) -> tuple[Freshness, ...]:
    """Judge every configured source that has a lag by the configured limits; prices have none.

    ``now`` is the machine's time unless given.
    """
    on = context.config.settings
    limits = {source: on[table].lag_minutes * 60 for source, table in _TABLES.items() if table in on}
    if not limits:
        return ()
    states = {name: known.state for name, known in live.sources_known(connection).items()}
    head = states.get(CHAIN) or SourceState(source=CHAIN, address="")
    clock = keeps_time(context)
    at = council_time(head, now or context.machine_now(), machine_clock=clock)
    return freshness(
        states,
        limits,
        at,
        stages_agree=stages_agree_now(connection),
        stage_untold=_stage_untold(connection),
        pace=_pace(connection),
        machine_clock=clock,
    )


def unreliable_sources(context: Context, connection: Connection, now: Moment | None = None) -> dict[str, str]:
    """Say of the chain and the query node why one may not be relied on: it is stale, was never read, or is not configured."""
    off = {
        name: f"{name} is not configured: there is no [{table}]"
        for name, table in _TABLES.items()
        if table not in context.config.settings
    }
    return off | {one.source: one.reason for one in freshness_now(context, connection, now) if not one.fresh}


def _pace(connection: Connection) -> Fraction:
    """Give the milliseconds per block that the store's times of blocks tell."""
    facts = [record.fact for record in load_records(connection, (ChainHead.KIND, BlockTime.KIND))]
    head = next((fact for fact in facts if isinstance(fact, ChainHead)), None)
    pace = None if head is None else pace_at(head, [fact for fact in facts if isinstance(fact, BlockTime)])
    return USUAL_PACE if pace is None else pace.mean


def keeps_time(context: Context) -> bool:
    """Tell whether the configured network's blocks carry the time of day; a practice network's need not."""
    chain = context.config.settings.get("chain")
    return chain is None or chain.network.lower() == MAINNET or chain.genesis.lower() == MAINNET_GENESIS


def _stage_untold(connection: Connection) -> int | None:
    """Give the block in which the chain's stage began where the query node should tell of it and does not."""
    stored, facts = _stages(connection)
    known = live.list_known(connection, file_of("stage-updates"))
    source = live.sources_known(connection).get(QUERY_NODE)
    if known is None or source is None or known.height is None or source.state.height is None:
        return None
    updates = [fact for fact in facts if isinstance(fact, StageUpdate)]
    return began_untold(stored, updates, min(known.height, source.state.height))


def _stages(connection: Connection) -> tuple[StoredCouncil | None, list[Any]]:
    """Load the stages as the chain stores them, and all facts that tell of stages."""
    kinds = (StoredCouncil.KIND, StageUpdate.KIND, ReferendumStage.KIND)
    facts = [record.fact for record in load_records(connection, kinds)]
    return next((fact for fact in facts if isinstance(fact, StoredCouncil)), None), facts


def stages_agree_now(connection: Connection) -> bool | None:
    """Compare the stages of chain and query node as the store has them."""
    stored, facts = _stages(connection)
    return stages_agree(
        stored,
        [fact for fact in facts if isinstance(fact, StageUpdate)],
        [fact for fact in facts if isinstance(fact, ReferendumStage)],
    )
