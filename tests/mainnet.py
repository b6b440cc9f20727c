"""An invented main network: three councils, a failed announcing and a failed reveal, and proposals that end in every way.

Blocks of elections: 100,000, 300,000 (after announcing failed at 250,000) and 600,000 (after revealing failed at 500,000);
the query node covers everything up to block 700,000. Blocks take six seconds from the first of January 2030.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from secretariat.facts.amounts import Amount, tokens
from secretariat.facts.budget_moves import BudgetMoves, reckoned_budgets
from secretariat.facts.chain_proposals import (
    Destination,
    Proposal,
    ProposalDecision,
    ProposalStatusChange,
    ProposalVote,
)
from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.facts.council_terms import council_terms
from secretariat.facts.councils import CouncilSeat, ElectedCouncil, StageUpdate
from secretariat.facts.election_cycles import Candidacy, CastVote, ElectionCycle, ReferendumStage
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.live_forum import LiveCategory, LivePost, LiveThread
from secretariat.facts.memberships import Membership
from secretariat.facts.moments import Moment
from secretariat.facts.past_states import ComparedState, ComparedUpTo, PastState
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.staffing import Worker, WorkingGroup
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_groups import StoredGroup
from secretariat.facts.totalling import council_totals, group_totals, made_totals, seat_totals

COVERED = 700_000
HANDLES = {1: "ada_l", 2: "bert", 3: "cleo", 4: "dmitri_77", 5: "eva", 6: "finn", 7: "gil"}
ELECTED = {"c1": 100_000, "c2": 300_000, "c3": 600_000}
SEATED = {"c1": (1, 2, 3), "c2": (1, 3, 4), "c3": (1, 4, 5)}

LISTS = {
    ElectedCouncil: "elected-councils",
    CouncilSeat: "council-seats",
    StageUpdate: "stage-updates",
    ElectionCycle: "election-cycles",
    ReferendumStage: "voting-stages",
    Candidacy: "candidacies",
    CastVote: "cast-votes",
    Proposal: "proposals",
    ProposalStatusChange: "proposal-status-changes",
    ProposalDecision: "proposal-decisions",
    ProposalVote: "proposal-votes",
    CouncilBudgetEvent: "council-budget",
    CouncilReward: "council-rewards",
    GroupMoneyEvent: "group-money",
    LiveCategory: "forum-categories",
    LiveThread: "forum-threads",
    LivePost: "forum-posts",
    Membership: "memberships",
    WorkingGroup: "working-groups",
    Worker: "workers",
}


def at(block: int) -> Moment:
    """Give the moment of a block."""
    return Moment((datetime(2030, 1, 1, tzinfo=UTC) + timedelta(seconds=6 * block)).strftime("%Y-%m-%dT%H:%M:%SZ"))


def live(fact: Any, key: str, line: int = COVERED, source: str = "query-node", name: str | None = None) -> AnyStated:
    """State a fact as a live source does."""
    return Stated(
        kind=fact.KIND,
        key=key,
        file=f"{source}/{name or LISTS.get(type(fact), fact.KIND)}",
        format=source,
        line=line,
        fact=fact,
    )


def joy(number: int | str) -> Amount:
    return tokens(number)


def councils() -> list[AnyStated]:
    """Three elected councils with their seats, and the one the query node invents."""
    found = [live(ElectedCouncil(elected_block=0, elected_at=at(0), ended_block=100_000, resigned=True), "c0")]
    ends = {"c1": 300_000, "c2": 600_000, "c3": None}
    for key, block in ELECTED.items():
        end = ends[key]
        found.append(
            live(
                ElectedCouncil(
                    elected_block=block,
                    elected_at=at(block),
                    ended_block=end,
                    ended_at=None if end is None else at(end),
                    resigned=end is not None,
                ),
                key,
            )
        )
        found += [
            live(CouncilSeat(council=key, member_id=member, stake=joy(1000 * member)), f"{key}-m{member}")
            for member in SEATED[key]
        ]
    return found


CYCLES: tuple[tuple[str, int, int | None, str | None], ...] = (
    ("e1", 1, 100_000, "c1"),
    ("e2", 2, 250_000, None),
    ("e3", 3, 300_000, "c2"),
    ("e4", 4, 500_000, None),
    ("e5", 5, 600_000, "c3"),
    ("e6", 6, None, None),
)
"""Key, number, last block and result of every cycle; the last one runs."""


def cycles() -> list[AnyStated]:
    """Six election cycles with their stages."""
    found = [
        live(ElectionCycle(cycle=number, finished=end is not None, ended_block=end, next_council=council), key)
        for key, number, end, council in CYCLES
    ]
    stages = (
        ("announcing", 1, 40_000, None, 4),
        ("election", 40_000, None, None, 4),
        ("idle", 100_000, 200_000, None, None),
        ("announcing", 200_000, 250_000, None, 2),
        ("announcing", 250_000, 270_000, "not-enough-candidates", 5),
        ("election", 270_000, None, None, 3),
        ("idle", 300_000, 400_000, None, None),
        ("announcing", 400_000, 440_000, None, 3),
        ("election", 440_000, None, None, 3),
        ("announcing", 500_000, 540_000, "new-council-not-elected", 3),
        ("election", 540_000, None, None, 3),
        ("idle", 600_000, 690_000, None, None),
        ("announcing", 690_000, 776_400, None, 1),
    )
    found += [
        live(
            StageUpdate(stage=stage, changed_block=block, ends_at=ends, problem=problem, candidates=count),
            f"s{place}",
        )
        for place, (stage, block, ends, problem, count) in enumerate(stages)
    ]
    referendums = (("e1", 40_000, 70_000), ("e3", 270_000, 285_000), ("e4", 440_000, 470_000), ("e5", 540_000, 570_000))
    for election, voting, revealing in referendums:
        for stage, block in (("voting", voting), ("revealing", revealing)):
            fact = ReferendumStage(stage=stage, election=election, started_block=block, winners=3)
            found.append(live(fact, f"{election}-{stage}", name=f"{stage}-stages"))
    return found


CANDIDACIES: tuple[tuple[str, str, int, str, int], ...] = (
    ("k1", "e1", 1, "elected", 1000),
    ("k2", "e1", 2, "elected", 2000),
    ("k3", "e1", 3, "elected", 3000),
    ("k4", "e1", 4, "failed", 1500),
    ("k5", "e2", 1, "failed", 1000),
    ("k6", "e2", 4, "failed", 1500),
    ("k7", "e3", 1, "elected", 1000),
    ("k8", "e3", 3, "withdrawn", 2500),
    ("k9", "e3", 3, "elected", 3000),
    ("k10", "e3", 4, "elected", 4000),
    ("k11", "e3", 6, "withdrawn", 900),
    ("k12", "e4", 1, "failed", 1000),
    ("k13", "e4", 4, "failed", 4000),
    ("k14", "e4", 5, "failed", 5000),
    ("k15", "e5", 1, "elected", 1000),
    ("k16", "e5", 4, "elected", 4000),
    ("k17", "e5", 5, "elected", 5000),
    ("k18", "e6", 7, "active", 700),
)
"""Key, election, member, status and stake: cleo withdraws and announces again in the third cycle, finn only withdraws."""

VOTES: tuple[tuple[str, str, int, str | None], ...] = (
    ("v1", "e1", 500, "k1"),
    ("v2", "e1", 400, "k2"),
    ("v3", "e1", 300, "k3"),
    ("v4", "e1", 200, None),
    ("v5", "e3", 600, "k7"),
    ("v6", "e3", 50, "k7"),
    ("v7", "e3", 70, "k9"),
    ("v8", "e3", 80, "k10"),
    ("v9", "e4", 90, "k12"),
    ("v10", "e4", 95, None),
    ("v11", "e5", 10, "k15"),
    ("v12", "e5", 20, "k16"),
    ("v13", "e5", 30, "k17"),
)
"""Key, election, stake and the candidacy it was revealed for."""


def candidacies() -> list[AnyStated]:
    """All candidacies and votes, with the vote power that the votes add up to."""
    found = []
    for place, (key, election, member, status, stake) in enumerate(CANDIDACIES):
        power = sum(weight for _, _, weight, chosen in VOTES if chosen == key)
        found.append(
            live(
                Candidacy(
                    election=election,
                    member_id=member,
                    status=status,
                    stake=joy(stake),
                    vote_power=joy(power),
                    created_at=at(place + 1),
                ),
                key,
            )
        )
    found += [
        live(CastVote(election=election, account=f"account-{key}", stake=joy(stake), candidacy=chosen), key)
        for key, election, stake, chosen in VOTES
    ]
    return found


@dataclass(frozen=True, kw_only=True)
class Made:
    """One proposal: when and by whom, what became of it, and (block, status) of each later change.

    ``votes`` are (member, block, round).
    """

    type: str
    created: int
    creator: int = 1
    status: str = "executed"
    status_block: int | None = None
    steps: tuple[tuple[int, str], ...] = ()
    votes: tuple[tuple[int, int, int], ...] = ()
    asks: tuple[int, ...] = ()
    amount: int | None = None
    failure: str | None = None


PROPOSALS: dict[int, Made] = {
    1: Made(
        type="funding-request",
        created=110_000,
        status_block=113_200,
        steps=((112_000, "gracing"),),
        votes=((1, 110_500, 1), (2, 111_999, 1)),
        asks=(300, 200),
    ),
    2: Made(
        type="signal",
        created=120_000,
        status="expired",
        status_block=163_200,
        steps=((163_200, "expired"),),
        votes=((1, 121_000, 1),),
    ),
    3: Made(
        type="funding-request",
        created=130_000,
        creator=6,
        status="cancelled",
        status_block=131_000,
        steps=((131_000, "cancelled"),),
        asks=(50,),
    ),
    4: Made(
        type="runtime-upgrade",
        created=140_000,
        creator=2,
        status_block=377_000,
        steps=((150_000, "dormant"), (300_000, "deciding"), (305_000, "gracing")),
        votes=(
            *((1, 141_000, 1), (2, 142_000, 1), (3, 149_999, 1)),
            *((1, 301_000, 2), (3, 302_000, 2), (4, 304_999, 2)),
        ),
    ),
    5: Made(
        type="signal",
        created=295_000,
        status="rejected",
        status_block=300_000,
        steps=((300_000, "rejected"),),
        votes=((1, 296_000, 1),),
    ),
    6: Made(
        type="funding-request",
        created=310_000,
        creator=4,
        status="rejected",
        status_block=311_000,
        steps=((311_000, "rejected"),),
        votes=((3, 310_100, 1), (4, 310_999, 1)),
        asks=(70,),
    ),
    7: Made(
        type="funding-request",
        created=320_000,
        status="execution-failed",
        status_block=323_200,
        steps=((322_000, "gracing"),),
        votes=((1, 321_000, 1), (3, 321_999, 1)),
        asks=(9_000,),
        failure="InsufficientFundsForFundingRequest",
    ),
    8: Made(
        type="signal",
        created=330_000,
        status="vetoed",
        status_block=331_500,
        steps=((331_000, "gracing"), (331_500, "vetoed")),
        votes=((1, 330_500, 1), (3, 330_600, 1), (4, 330_999, 1)),
    ),
    9: Made(
        type="veto",
        created=331_050,
        creator=3,
        status_block=331_500,
        steps=((331_500, "gracing"),),
        votes=((1, 331_100, 1), (3, 331_200, 1), (4, 331_499, 1)),
    ),
    10: Made(
        type="signal",
        created=340_000,
        creator=7,
        status="slashed",
        status_block=341_000,
        steps=((341_000, "slashed"),),
        votes=((1, 340_100, 1), (3, 340_200, 1), (4, 340_999, 1)),
    ),
    11: Made(
        type="update-working-group-budget",
        created=350_000,
        status_block=353_200,
        steps=((352_000, "gracing"),),
        votes=((1, 351_000, 1), (4, 351_999, 1)),
        amount=400,
    ),
    12: Made(
        type="signal",
        created=376_000,
        status="canceled-by-runtime",
        status_block=377_000,
        steps=((377_000, "canceled-by-runtime"),),
    ),
    13: Made(
        type="funding-request",
        created=640_000,
        status="gracing",
        status_block=645_000,
        steps=((645_000, "gracing"),),
        votes=((1, 641_000, 1), (4, 644_999, 1)),
        asks=(25,),
    ),
    14: Made(type="signal", created=690_000, status="deciding", status_block=690_000, votes=((5, 695_000, 1),)),
}

CHANGES = ("deciding", "gracing", "dormant")


def proposals(made: dict[int, Made] | None = None) -> list[AnyStated]:
    """Every proposal with its status history, decisions and votes."""
    found: list[AnyStated] = []
    for number, one in (PROPOSALS if made is None else made).items():
        block = one.status_block or one.created
        fact = Proposal(
            number=number,
            title=f"Proposal {number}",
            type=one.type,
            creator_id=one.creator,
            created_block=one.created,
            created_at=at(one.created),
            status=one.status,
            status_block=block,
            status_at=at(block),
            failure=one.failure,
            finalised=one.status not in CHANGES,
            approvals=sum(status in ("gracing", "dormant") for _, status in one.steps),
            destinations=tuple(
                Destination(account=f"account-{number}-{place}", amount=joy(asked))
                for place, asked in enumerate(one.asks)
            ),
            amount=None if one.amount is None else joy(one.amount),
        )
        found.append(live(fact, str(number)))
        for step, (happened, status) in enumerate(one.steps):
            if status in CHANGES:
                change = ProposalStatusChange(proposal=number, status=status, block=happened, at=at(happened))
                found.append(live(change, f"p{number}-change-{step}"))
            if status != "deciding":
                decision = ProposalDecision(proposal=number, status=status, block=happened, at=at(happened))
                found.append(live(decision, f"p{number}-decision-{step}"))
        for voter, happened, turn in one.votes:
            vote = ProposalVote(
                proposal=number,
                voter_id=voter,
                vote="reject" if one.status == "rejected" else "slash" if one.status == "slashed" else "approve",
                round=turn,
                with_rationale=voter != 3,
                block=happened,
                at=at(happened),
            )
            found.append(live(vote, f"p{number}-vote-{voter}-{turn}"))
    return found


def staff() -> list[AnyStated]:
    """Two working groups and their workers."""
    found = [
        live(WorkingGroup(name="forumWorkingGroup", budget=joy(345), lead="forumWorkingGroup-0"), "forumWorkingGroup"),
        live(WorkingGroup(name="storageWorkingGroup", budget=joy(10)), "storageWorkingGroup"),
    ]
    workers: tuple[tuple[str, int, int, int, int | None, str], ...] = (
        ("forumWorkingGroup", 0, 6, 150_000, None, "active"),
        ("forumWorkingGroup", 1, 7, 200_000, 400_000, "left"),
        ("storageWorkingGroup", 0, 2, 310_000, None, "leaving"),
        ("storageWorkingGroup", 1, 5, 320_000, 620_000, "terminated"),
    )
    for group, number, member, hired, ended, status in workers:
        fact = Worker(
            group=group,
            runtime_id=number,
            member_id=member,
            status=status,
            active=ended is None,
            lead=number == 0,
            reward_per_block=joy("0.5"),
            created_at=at(hired),
            ended_block=ended,
            ended_at=None if ended is None else at(ended),
        )
        found.append(live(fact, f"{group}-{number}"))
    return found


def money() -> list[AnyStated]:
    """Payments of the groups, of the council's budget and to council members."""
    found = []
    events: tuple[tuple[str, str, int, int, str | None], ...] = (
        ("reward-paid", "forumWorkingGroup", 160_000, 10, "forumWorkingGroup-0"),
        ("reward-paid", "forumWorkingGroup", 299_999, 20, "forumWorkingGroup-0"),
        ("reward-paid", "forumWorkingGroup", 300_000, 5, "forumWorkingGroup-1"),
        ("reward-paid", "storageWorkingGroup", 610_000, 40, "storageWorkingGroup-0"),
        ("budget-spending", "forumWorkingGroup", 350_500, 20, None),
        ("budget-updated", "forumWorkingGroup", 353_200, 400, None),
        ("budget-funded", "storageWorkingGroup", 305_000, 50, None),
    )
    for place, (event, group, block, amount, worker) in enumerate(events):
        fact = GroupMoneyEvent(event=event, group=group, block=block, at=at(block), amount=joy(amount), worker=worker)
        found.append(live(fact, f"g{place}", name=event))
    budget = (
        ("request-funded", 113_200, 300),
        ("request-funded", 113_200, 200),
        ("budget-refill", 114_400, 1_000),
        ("budget-refill", 314_400, 1_000),
    )
    found += [
        live(CouncilBudgetEvent(event=event, block=block, at=at(block), amount=joy(amount)), f"b{place}", name=event)
        for place, (event, block, amount) in enumerate(budget)
    ]
    rewards = (("c1-m1", 114_400, 7), ("c1-m2", 114_400, 7), ("c1-m1", 300_000, 3), ("c2-m3", 314_400, 6))
    found += [
        live(CouncilReward(seat=seat, block=block, at=at(block), paid=joy(paid), missing=joy(0)), f"r{place}")
        for place, (seat, block, paid) in enumerate(rewards)
    ]
    return found


def people() -> list[AnyStated]:
    """Memberships and the forum: what is made in the block of an election belongs to the new term."""
    joined = {1: 0, 2: 0, 3: 50_000, 4: 99_999, 5: 100_000, 6: 250_000, 7: 600_000}
    found = [
        live(Membership(member_id=member, handle=HANDLES[member], created_at=at(block)), str(member))
        for member, block in joined.items()
    ]
    found += [live(LiveCategory(category_id=n, title=f"Category {n}", created_at=at(10 + n)), str(n)) for n in (1, 2)]
    found += [
        live(
            LiveThread(thread_id=n, title=f"Thread {n}", category_id=1, created_block=block, created_at=at(block)),
            str(n),
        )
        for n, block in enumerate((90_000, 150_000, 310_000, 650_000), start=1)
    ]
    found += [
        live(LivePost(post_id=n, thread_id=1, created_at=at(block)), str(n))
        for n, block in enumerate((90_000, 95_000, 150_000, 310_000, 320_000, 650_000), start=1)
    ]
    return found


def state(block: int, *, budget: int | None = None, groups: dict[str, int] | None = None, **more: Any) -> AnyStated:
    """State what the chain stored after a block: budgets in tokens, and what else is given."""
    council = None if budget is None else StoredCouncil(budget=joy(budget))
    stored = tuple(StoredGroup(group=group, budget=joy(amount)) for group, amount in (groups or {}).items())
    fact = PastState(**{"council": council, "groups": stored, **more})
    return live(fact, str(block), line=block, source="chain", name="past-states")


def compared(block: int = COVERED, *, council: StoredCouncil | None = None, **more: Any) -> list[AnyStated]:
    """State what the chain stored at the block up to which the query node's lists are known."""
    groups = tuple(StoredGroup(group=group, budget=joy(amount)) for group, amount in more.pop("groups", {}).items())
    facts = (ComparedState(council=council, groups=groups, **more), ComparedUpTo(block=block))
    return [live(fact, "state", line=block, source="chain", name="compared-state") for fact in facts]


COUNTED = {
    GroupMoneyEvent.KIND: group_totals,
    CouncilBudgetEvent.KIND: council_totals,
    CouncilReward.KIND: seat_totals,
    LivePost.KIND: made_totals,
}
"""Kinds that are only counted, and what counts them; categories, threads and memberships are counted and kept."""


def records() -> list[AnyStated]:
    """Everything that the lists of the query node hold."""
    return [*councils(), *cycles(), *candidacies(), *proposals(), *staff(), *money(), *people()]


def counted(stated: Iterable[AnyStated]) -> list[AnyStated]:
    """Put totals in the place of what is too many to load, as the store does."""
    every = list(stated)
    terms = council_terms(snapshot_of(every))
    found = [record for record in every if record.kind not in COUNTED]
    counts: Any = {
        **COUNTED,
        **dict.fromkeys((LiveCategory.KIND, LiveThread.KIND), made_totals),
        Membership.KIND: made_totals,
    }
    for kind, count in counts.items():
        found += count([record for record in every if record.kind == kind], terms)
    return [*found, *reckoned(every)]


def reckoned(every: Iterable[AnyStated]) -> list[AnyStated]:
    """Reckon the budgets as the store does while it counts."""
    moved, records = BudgetMoves(), list(every)
    by_kind: dict[str, list[Any]] = {}
    for record in records:
        by_kind.setdefault(record.kind, []).append(record)
    for noting, kind in (
        (moved.noting_groups, GroupMoneyEvent.KIND),
        (moved.noting_council, CouncilBudgetEvent.KIND),
        (moved.noting_rewards, CouncilReward.KIND),
    ):
        assert len(list(noting(by_kind.get(kind, [])))) == len(by_kind.get(kind, []))
    return reckoned_budgets(moved, records)


def mainnet(*more: AnyStated) -> Snapshot:
    """Give the snapshot of the whole network, and of what else a test states."""
    return snapshot_of(counted((*records(), *more)))
