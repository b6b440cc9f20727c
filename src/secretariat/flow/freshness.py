"""How fresh the facts of the configured sources are now."""

from fractions import Fraction

from sqlalchemy import Connection

from secretariat.facts.chain_head import BlockTime, ChainHead
from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import ReferendumStage
from secretariat.facts.freshness import USUAL_PACE, Freshness, SourceState, council_time, freshness
from secretariat.facts.moments import Moment
from secretariat.facts.networks import MAINNET
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.stages_agree import stages_agree
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_state import pace_at
from secretariat.flow.context import Context
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
        states, limits, at, stages_agree=stages_agree_now(connection), pace=_pace(connection), machine_clock=clock
    )


def _pace(connection: Connection) -> Fraction:
    """Give the milliseconds per block that the store's times of blocks tell."""
    facts = [record.fact for record in load_records(connection, (ChainHead.KIND, BlockTime.KIND))]
    head = next((fact for fact in facts if isinstance(fact, ChainHead)), None)
    pace = None if head is None else pace_at(head, [fact for fact in facts if isinstance(fact, BlockTime)])
    return USUAL_PACE if pace is None else pace.mean


def keeps_time(context: Context) -> bool:
    """Tell whether the configured network's blocks carry the time of day; a practice network's need not."""
    chain = context.config.settings.get("chain")
    return chain is None or chain.network.lower() == MAINNET


def stages_agree_now(connection: Connection) -> bool | None:
    """Compare the stages of chain and query node as the store has them."""
    facts = [
        record.fact for record in load_records(connection, (StoredCouncil.KIND, StageUpdate.KIND, ReferendumStage.KIND))
    ]
    stored = next((fact for fact in facts if isinstance(fact, StoredCouncil)), None)
    return stages_agree(
        stored,
        [fact for fact in facts if isinstance(fact, StageUpdate)],
        [fact for fact in facts if isinstance(fact, ReferendumStage)],
    )
