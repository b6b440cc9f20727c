"""A council that votes under real periods, an election ahead, and what the desk reads of it over the node's own JSON-RPC."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from secretariat.clients.substrate.rpc import Node as Client
from secretariat.desk.votes import Vote
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.runtime import Runtimes as Made
from secretariat.devnet.node.node import Node
from secretariat.devnet.node.rpc import JsonRpc
from secretariat.devnet.node.rules import RULES
from secretariat.devnet.runtime import balances
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.runtime.genesis import JOY
from secretariat.duties.proposals.settings import Settings as Duty
from secretariat.duties.proposals.view import View, view_of
from secretariat.facts.chain_head import BlockTime, ChainHead, RuntimeConstant
from secretariat.facts.deadlines import Deadline, deadlines
from secretariat.facts.now import Now
from secretariat.facts.pace import Observation, Pace, measure
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.stored_state import council_state
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.settings import Settings
from secretariat.sources.chain.source import read_chain
from tests.devnet.runtime.town import act, announce, cast, controller, elect, propose, reveal, send, staking, town, vote

OLD, NEW = (0, 1, 2), (3, 4, 5)
"""The council in office, and who stands for the next."""

STAGES = ("Council.AnnouncingPeriodDuration", "Referendum.VoteStageDuration", "Referendum.RevealStageDuration")
DECIDED, EXECUTED = "ProposalsEngine.ProposalDecisionMade", "ProposalsEngine.ProposalExecuted"
Act = Callable[[Chain], object]
F = TypeVar("F")

MADE = Made()
_KNOWN: list[tuple[Spec, Runtimes]] = []


def known(spec: Spec) -> Runtimes:
    """Give the runtimes that the desk keeps of a chain of this spec: metadata are read once."""
    for each, runtimes in _KNOWN:
        if each == spec:
            return runtimes
    _KNOWN.append((spec, Runtimes()))
    return _KNOWN[-1][1]


def snapshot(chain: Chain) -> Snapshot:
    """Give the facts of the chain at its head."""
    return snapshot_of(records(chain))


def records(chain: Chain) -> list[AnyStated]:
    """Finalise the chain and read it as from any node, with the product's adapter: its facts at the head."""
    chain.finalise(chain.now)
    rpc = JsonRpc(Node(chain, RULES, b"a hall of votes", lag=0, runtimes=MADE))
    client = Client(address="practice", post=lambda body: json.loads(json.dumps(rpc.reply(json.dumps(body).encode()))))
    found = read_chain([client], Settings(), known(chain.spec))
    assert found.refused == ()
    assert found.head.block == chain.now
    return [record for reading in found.readings for record in reading.records.values()]


def read(chain: Chain) -> View:
    """Give what the desk sees of the chain: its adapter, snapshot and view, nothing else of the chain."""
    found = snapshot(chain)
    (head,) = facts(found, ChainHead)
    assert head.at is not None
    assert head.block is not None
    now = Now(at=head.at, head=head.block, block=head.block, pace=pace_of(found), spec_version=head.spec_version)
    return view_of(found, now, Duty())


def facts(found: Snapshot, kind: type[F]) -> list[F]:
    """Give the facts of a kind."""
    return [one.fact for one in found.of(kind)]


def pace_of(found: Snapshot) -> Pace:
    """Measure the pace of blocks by those that were read."""
    times = [(one.block, one.milliseconds) for one in facts(found, BlockTime)]
    return measure(Observation(block=block, milliseconds=milliseconds) for block, milliseconds in times)


def deadlines_on(chain: Chain) -> tuple[Deadline, ...]:
    """Read what the desk says of deadlines."""
    found = snapshot(chain)
    (head,), (council,) = facts(found, ChainHead), facts(found, StoredCouncil)
    state = council_state(
        head=head,
        times=facts(found, BlockTime),
        council=council,
        constants=facts(found, RuntimeConstant),
        candidates=facts(found, StoredCandidate),
        proposals=facts(found, StoredProposal),
    )
    return deadlines(state)


def votes_on(chain: Chain) -> dict[int, Vote]:
    """Read what the desk says of every vote, by number."""
    view = read(chain)
    assert view.unread == ()
    return {one.number: one for one in view.votes}


@dataclass(frozen=True)
class Hall:
    """A chain on which members 0 to 2 sit, with the block of the next election if it does not fail, and that in which revealing begins."""

    chain: Chain
    election: int
    revealing: int
    revealed: tuple[int, ...]


def hall(*, constants: Mapping[str, Any] = {}, seats: int = 3, revealed: tuple[int, ...] = NEW) -> Hall:
    """Seat the old council; the new one stands, has votes, and those in ``revealed`` are revealed as revealing begins.

    ``constants`` differ from production's, and so does how many proposals may be open. A council of other than three has nobody after it.
    """
    own = {"ProposalsEngine.MaxActiveProposalLimit": 250, "Council.CouncilSize": seats}
    chain = town(constants={**own, **constants}, council_budget=10**16)
    begins = elect(chain, *range(seats)) + chain.constant("Council.IdlePeriodDuration")
    announcing, voting, revealing = (chain.constant(name) for name in STAGES)
    opens = begins + announcing + voting
    chain.transaction(begins, all_stand)
    chain.transaction(begins + announcing, in_stage, "Voting", cast, NEW)
    chain.transaction(opens, in_stage, "Revealing", reveal, revealed)
    return Hall(chain, opens + revealing, opens, revealed)


def all_stand(chain: Chain) -> None:
    """Let everybody stand who stands for the next council."""
    for member in NEW:
        announce(chain, member)


def in_stage(chain: Chain, stage: str, each: Callable[[Chain, bytes, int], None], members: tuple[int, ...]) -> None:
    """Let members vote for themselves or reveal it, if the election has come that far."""
    if stage in chain.get("Referendum.Stage"):
        for member in members:
            each(chain, controller(member), member)


def account(chain: Chain, member: int, number: int) -> bytes:
    """Give a member one more staking account of a million JOY; the first two are bound from the beginning."""
    found = staking(member, number)
    data = {"free": 10**6 * JOY, "reserved": 0, "misc_frozen": 0, "fee_frozen": 0}
    chain.put(balances.ACCOUNT, {**balances.EMPTY, "providers": 1, "data": data}, found)
    send(chain, found, "Members.add_staking_account_candidate", member_id=member)
    act(chain, member, "Members.confirm_staking_account", member_id=member, staking_account_id=found)
    return found


def filed(chain: Chain, details: Any, **general: Any) -> int:
    """File a proposal of member 6 with a stake of its own; a veto is of a proposal of member 7."""
    if "VetoProposal" in details:
        details = {"VetoProposal": propose(chain, 7, {"Signal": b"Words"})}
    number = int(chain.get("ProposalsEngine.ProposalCount") or 0)
    return propose(chain, 6, details, staking_account_id=account(chain, 6, 2 + number), **general)


@contextmanager
def aside(chain: Chain) -> Iterator[None]:
    """Go on from a finalised head, and come back to it."""
    head = chain.now
    yield
    chain.go_back(head)


def voted(number: int, member: int, kind: str, taken: list[bool]) -> Act:
    """Let a member vote, and note whether the chain took it."""

    def attempt(chain: Chain) -> None:
        try:
            with chain.attempt():
                vote(chain, member, number, kind)
            taken.append(True)
        except DispatchError:
            taken.append(False)

    return attempt


def played(chain: Chain, acts: list[tuple[int, Act]], until: int) -> None:
    """Go on block by block with what is done in them, those of one block in their order."""
    for block, each in sorted(acts, key=lambda one: one[0]):
        chain.advance(block)
        each(chain)
    chain.advance(until)


def decisions(chain: Chain, number: int, since: int = 0) -> list[tuple[int, Any]]:
    """Give the decisions on a proposal with their blocks."""
    return [
        (event.block, event.values[1])
        for event in chain.events
        if event.name == DECIDED and event.values[0] == number and event.block > since
    ]
