"""Now: the moment that a review, a page or a command looks at the desk from, as the store knows it."""

from datetime import datetime

from sqlalchemy import Connection

from secretariat.facts.chain_head import BlockTime, ChainHead
from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.freshness import SourceState, council_time
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.pace import Pace
from secretariat.facts.records import CHAIN
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_state import pace_at
from secretariat.flow.context import Context
from secretariat.flow.freshness import keeps_time
from secretariat.sources.chain.settings import Settings as ChainSettings
from secretariat.store import live
from secretariat.store.facts import load_records
from secretariat.store.reviewed import reviewed_block


def now_of(context: Context, connection: Connection, machine: Moment | None = None) -> Now:
    """Give the finalised head as it was read last, the pace, and the council time. ``machine`` is the context's clock unless given.

    Without a chain that was read, council time is the machine's and all else is unknown.
    """
    machine = machine or context.machine_now()
    facts = [record.fact for record in load_records(connection, (ChainHead.KIND, BlockTime.KIND))]
    head = next((fact for fact in facts if isinstance(fact, ChainHead)), None)
    if head is None:
        return Now(at=machine)
    known = live.sources_known(connection).get(CHAIN)
    state = known.state if known else SourceState(source=CHAIN, address="")
    at = council_time(state, machine, machine_clock=keeps_time(context))
    pace = pace_at(head, [fact for fact in facts if isinstance(fact, BlockTime)])
    return Now(
        at=at,
        head=head.block,
        block=_not_back(context, connection, head, pace, _block(head, pace, at)),
        pace=pace,
        genesis=head.genesis,
        spec_version=head.spec_version,
        practice=head.genesis != MAINNET_GENESIS,
        has_query_node="query_node" in context.config.settings,
    )


def term_began(connection: Connection, now: Now) -> int | None:
    """Give the first block of the current council's term; None where neither chain nor query node tells it."""
    facts = [record.fact for record in load_records(connection, (StoredCouncil.KIND, ElectedCouncil.KIND))]
    stored = next((fact for fact in facts if isinstance(fact, StoredCouncil)), None)
    if stored is not None and stored.stage == "idle" and stored.stage_changed_at is not None:
        return stored.stage_changed_at  # the term begins with the idle stage
    elected = [fact.elected_block for fact in facts if isinstance(fact, ElectedCouncil)]
    blocks = [block for block in elected if block is not None and (now.head is None or block <= now.head)]
    return max(blocks, default=None)


def _block(head: ChainHead, pace: Pace | None, at: Moment) -> int:
    """Carry the head forward to the council time by the pace; never to a block before it."""
    if pace is None or head.milliseconds is None or not pace.mean:
        return head.block
    passed = int(datetime.fromisoformat(at).timestamp() * 1000) - head.milliseconds
    return head.block + max(0, int(passed / pace.mean))


def _not_back(context: Context, connection: Connection, head: ChainHead, pace: Pace | None, block: int) -> int:
    """Give the block at which the desk was changed last, where the head as read since is carried to one before it.

    A head carried forward may have been ahead of the chain. What was concluded at that block, and said yes to, would close and open anew.
    It can have been ahead by the lag that is allowed at most, for with more nothing is concluded: beyond it, the remembered block
    is of a clock or a chain that was wrong, and counts no more.
    """
    settings: ChainSettings | None = context.config.settings.get("chain")
    last = reviewed_block(connection, head.genesis)
    if last is None or settings is None or pace is None or not pace.mean:
        return block
    most = settings.lag_minutes * 60_000 / pace.mean
    return last if block < last <= block + most else block
