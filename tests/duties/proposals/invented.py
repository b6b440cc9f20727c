"""An invented council with proposals: facts of chain and query node at one head, from what a test names."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from secretariat.desk.findings import Finding, Wanted
from secretariat.duties.proposals.review import review
from secretariat.duties.proposals.settings import Settings
from secretariat.facts.amounts import Amount
from secretariat.facts.chain_head import RuntimeConstant
from secretariat.facts.chain_proposals import Destination, Proposal
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.memberships import Membership
from secretariat.facts.moments import moment_of_milliseconds
from secretariat.facts.now import Now
from secretariat.facts.pace import Observation, measure
from secretariat.facts.records import CHAIN, QUERY_NODE, AnyStated, Stated
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_council import StoredCouncil, StoredSeat, Winner
from secretariat.facts.stored_proposals import StoredProposal, StoredVote

GENESIS = "0x" + "ab" * 32
SPEC = 2004
JOY = 10**10
BEGAN = 1_000_000
"""The block in which the council took office."""

ANNOUNCING = BEGAN + 201_600
ELECTION = ANNOUNCING + 86_400 + 57_600 + 57_600
"""The block of the next election, if nothing fails."""

REFILL = 14_400
CONSTANTS: Mapping[str, Any] = {
    "Council.CouncilSize": 3,
    "Council.MinNumberOfExtraCandidates": 0,
    "Council.AnnouncingPeriodDuration": 86_400,
    "Council.IdlePeriodDuration": 201_600,
    "Referendum.VoteStageDuration": 57_600,
    "Referendum.RevealStageDuration": 57_600,
    "Council.BudgetRefillPeriod": REFILL,
    "Council.ElectedMemberRewardPeriod": REFILL,
    "ProposalsEngine.RejectionFee": 833_333_333_330,
    "ProposalsEngine.CancellationFee": 166_666_666_666,
}
SEATS = (11, 12, 13)
HANDLES = {11: "ada", 12: "bert", 13: "cleo", 20: "edda"}
USERS = {11: "70011", 12: "70012", 13: "70013"}
SETTINGS = Settings(discord="council", mentions=USERS)
VOTES = {"A": "approve", "R": "reject", "S": "slash", "B": "abstain"}


def chain(fact: Any, key: str, line: int) -> AnyStated:
    """State a fact of the chain."""
    return Stated(kind=fact.KIND, key=key, file=f"chain/{fact.KIND}", format=CHAIN, line=line, fact=fact)


def node(fact: Any, key: str, line: int) -> AnyStated:
    """State a fact of the query node, first read at a block."""
    return Stated(kind=fact.KIND, key=key, file=f"query-node/{fact.KIND}", format=QUERY_NODE, line=line, fact=fact)


@dataclass(frozen=True, kw_only=True)
class Filed:
    """A proposal: a funding request of 100 JOY by member 20 unless said otherwise. ``votes`` has a letter by member."""

    number: int = 7
    activated: int = BEGAN + 1_000
    period: int = 43_200
    grace: int = 1_200
    rule: tuple[int, int, int, int] = (66, 66, 100, 100)
    votes: Mapping[int, str] = field(default_factory=dict)
    approved_at: int | None = None
    dormant: bool = False
    constitutionality: int = 1
    confirmations: int = 0
    exact: int | None = None
    title: str | None = "Captions for films"
    type: str = "funding-request"
    pays: Sequence[int | None] = (100 * JOY,)
    told: Mapping[str, Any] | None = field(default_factory=dict)
    stored: Mapping[str, Any] = field(default_factory=dict)

    @property
    def status(self) -> Any:
        if self.dormant:
            return "pending-constitutionality"
        return "active" if self.approved_at is None else "pending-execution"

    def records(self, head: int) -> Iterable[AnyStated]:
        letters = "".join(self.votes.values())
        fact = StoredProposal(
            number=self.number,
            proposer_id=20,
            status=self.status,
            activated_at=self.activated,
            approved_at=self.approved_at,
            exact_execution_block=self.exact,
            council_confirmations=self.confirmations,
            voting_period=self.period,
            grace_period=self.grace,
            approval_quorum=self.rule[0],
            approval_threshold=self.rule[1],
            slashing_quorum=self.rule[2],
            slashing_threshold=self.rule[3],
            constitutionality=self.constitutionality,
            approvals=letters.count("A"),
            rejections=letters.count("R"),
            slashes=letters.count("S"),
            abstentions=letters.count("B"),
            votes=tuple(StoredVote(member_id=member, vote=VOTES[kind]) for member, kind in self.votes.items()),
        )
        yield chain(replace(fact, **self.stored), str(self.number), head)
        if self.told is None:
            return
        said = Proposal(
            number=self.number,
            title=self.title,
            type=self.type,
            creator_id=20,
            status={"active": "deciding", "pending-execution": "gracing"}.get(self.status, "dormant"),
            status_block=self.activated,
            destinations=tuple(
                Destination(account=f"0x{place:064x}", amount=None if one is None else Amount(one))
                for place, one in enumerate(self.pays)
            )
            if self.type == "funding-request"
            else (),
        )
        yield node(replace(said, **self.told), str(self.number), self.activated)


@dataclass(frozen=True, kw_only=True)
class World:
    """What a test says of the council; the rest is as in an ordinary idle stage. ``carried`` is the block at council time."""

    filed: Sequence[Filed] = (Filed(),)
    head: int = BEGAN + 2_000
    carried: int | None = None
    stage: str = "idle"
    ends: int = ANNOUNCING
    began: int = BEGAN
    winners: int = 0
    seats: Sequence[int] = SEATS
    handles: Mapping[int, str] = field(default_factory=lambda: HANDLES)
    constants: Mapping[str, Any] = field(default_factory=lambda: CONSTANTS)
    budget: int | None = 10_000 * JOY
    increment: int = 500 * JOY
    reward: int = 0
    unpaid: int = 0
    refill: int = BEGAN + REFILL
    practice: bool = False
    more: Sequence[AnyStated] = ()

    @property
    def now(self) -> Now:
        times = [Observation(block=block, milliseconds=block * 6_000) for block in (self.head - 14_400, self.head)]
        return Now(
            at=moment_of_milliseconds(1_704_067_200_000 + self.head * 6_000),
            head=self.head,
            block=self.carried or self.head,
            pace=measure(times),
            genesis=GENESIS,
            spec_version=SPEC,
            practice=self.practice,
        )

    def records(self) -> Iterable[AnyStated]:
        voting = self.stage in ("voting", "revealing")
        council = StoredCouncil(
            cycle=7,
            stage="election" if voting else self.stage,  # type: ignore[arg-type]
            stage_changed_at=self.began,
            stage_ends_at=None if voting else self.ends,
            candidates_count=None if self.stage == "idle" else 3,
            referendum=self.stage if voting else "inactive",  # type: ignore[arg-type]
            referendum_started=self.began if voting else None,
            referendum_ends_at=self.ends if voting else None,
            referendum_cycle=7 if voting else None,
            winning_target_count=3 if voting else None,
            intermediate_winners=tuple(Winner(member_id=30 + each) for each in range(self.winners)),
            budget=None if self.budget is None else Amount(self.budget),
            budget_increment=Amount(self.increment),
            councilor_reward=Amount(self.reward),
            next_budget_refill=self.refill,
            next_reward_payments=self.refill,
        )
        yield chain(council, "council", self.head)
        for member in self.seats:
            seat = StoredSeat(member_id=member, last_payment_block=BEGAN, unpaid_reward=Amount(self.unpaid))
            yield chain(seat, str(member), self.head)
        for name, value in self.constants.items():
            constant = RuntimeConstant(spec_version=SPEC, name=name, value=json.dumps(value))
            yield chain(constant, f"{SPEC}/{name}", self.head)
        yield node(ElectedCouncil(elected_block=BEGAN), "council-1", BEGAN)
        for member in self.seats:
            yield node(CouncilSeat(council="council-1", member_id=member), f"seat-{member}", BEGAN)
        for member, handle in self.handles.items():
            yield node(Membership(member_id=member, handle=handle), str(member), BEGAN)
        for one in self.filed:
            yield from one.records(self.head)
        yield from self.more


def concluded(world: World, settings: Settings = SETTINGS) -> dict[str, Finding]:
    """Give what is concluded, by key; a key twice fails."""
    found = review(snapshot_of(world.records()), world.now, settings)
    by_key = {one.key: one for one in found}
    assert len(by_key) == len(found)
    return by_key


def of_rule(world: World, rule: str, settings: Settings = SETTINGS) -> dict[str, Finding]:
    """Give one rule's findings by subject."""
    start = f"proposals/{rule}/"
    return {key.removeprefix(start): one for key, one in concluded(world, settings).items() if key.startswith(start)}


def digests(world: World, member: int, settings: Settings = SETTINGS) -> tuple[Wanted, ...]:
    """Give what is wanted for a council member."""
    found = of_rule(world, "unvoted", settings).get(str(member))
    return () if found is None else found.wanted
