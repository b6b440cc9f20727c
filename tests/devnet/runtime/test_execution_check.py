"""What `check-proposal` says of a draft, and what becomes of it on the practice network: of each type, in the states that let it fail.

The network alone says what is right: the proposal is filed, approved by the last vote that counts, and its execution read from the
chain's event. A draft has a concern exactly where it is refused or its execution fails.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import PALLET_OF, PARAMETERS, PROPOSALS
from secretariat.devnet.runtime import balances, groups, groups_hiring, upgrades
from secretariat.devnet.runtime.codex import TYPES
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.runtime.genesis import JOY
from secretariat.duties.guidance.checking.check import checked
from secretariat.duties.guidance.checking.periods import Course, course_of
from secretariat.duties.guidance.checking.seen import Result, Seen
from secretariat.facts.accounts import address_of
from secretariat.facts.amounts import Amount
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.chain_proposals import Destination, Proposal
from secretariat.facts.memberships import Membership
from secretariat.facts.now import Now
from secretariat.facts.proposal_drafts import Payee, ProposalDraft
from secretariat.facts.proposal_types import BY_VARIANT
from secretariat.facts.records import AnyStated
from secretariat.facts.runtime_constants import constants_of_spec
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.staffing import Application, Opening
from secretariat.facts.staking_accounts import Lock, SeenAccount
from tests.devnet.runtime.hall import EXECUTED, OLD, account, facts, hall, pace_of, records
from tests.devnet.runtime.test_executing import CODE, EFFECTS
from tests.devnet.runtime.test_groups import POLICY, STAKE, STORAGE
from tests.devnet.runtime.town import act, controller, propose, staking, vote
from tests.duties.proposals.invented import node

BUDGET = 100_000 * JOY
"""What the storage group has; its lead earns a JOY in each block."""

EACH = JOY
ONE_COUNCIL = {
    f"ProposalsCodex.{name}": {**dict(zip(PARAMETERS, values, strict=True)), "constitutionality": 1}
    for name, values in PROPOSALS.items()
}
"""Every type is approved by one council here, so that it can be carried out before the next."""

NOT_OF_THE_DRAFT = {"staking-account", "stake-available", "stake-bound", "stake-locks", "milestones"}
"""Codes about what is not filed, and about the stake, which each has here."""

Content = dict[str, Any]


def group_word(group: str) -> str:
    """Give the query node's word for a group: its pallet's with a small first letter."""
    pallet = PALLET_OF[group]
    return pallet[0].lower() + pallet[1:]


def applied(chain: Chain, pallet: str, member: int, opening: int, number: int) -> int:
    parameters = {
        "member_id": member,
        "opening_id": opening,
        "role_account_id": controller(member),
        "reward_account_id": controller(member),
        "description": b"",
        "stake_parameters": {"stake": STAKE, "staking_account_id": account(chain, member, number)},
    }
    found: int = act(chain, member, f"{pallet}.apply_on_opening", p=parameters)
    return found


@pytest.fixture
def chain() -> Chain:
    """Give a council in its first days; storage has a lead (worker 0), forum none; each has an opening for one with an applicant."""
    made = hall(constants=ONE_COUNCIL).chain
    made.advance(210_000)
    groups_hiring.add_opening(made, STORAGE, None, b"", "Leader", POLICY, EACH)
    groups_hiring.fill_opening(made, STORAGE, None, 0, (applied(made, STORAGE, 6, 0, 100),))
    groups_hiring.add_opening(made, STORAGE, None, b"", "Leader", POLICY, EACH)
    applied(made, STORAGE, 7, 1, 101)
    regular = {"description": b"", "opening_type": "Regular", "stake_policy": POLICY, "reward_per_block": EACH}
    act(made, 6, f"{STORAGE}.add_opening", **regular)
    applied(made, STORAGE, 7, 2, 102)
    for number in (103, 104):
        groups_hiring.add_opening(made, "ForumWorkingGroup", None, b"", "Leader", POLICY, EACH)
        applied(made, "ForumWorkingGroup", 7, number - 103, number)
    groups.put_budget(made, STORAGE, BUDGET)
    made.put("Council.Budget", 10_000 * JOY)
    made.put("Council.CouncilorReward", 0)
    made.put("Council.BudgetIncrement", 0)
    upgrades.make_known(made, CODE, made.spec.upgraded(2005))
    made.advance(made.now + 1)
    return made


# ------------------------------------------------------------ what the desk has of it


def draft_of(details: Content) -> ProposalDraft:
    """Write what would be filed as somebody writes a draft of it."""
    ((variant, content),) = details.items()
    type_ = BY_VARIANT[variant]
    given = ProposalDraft(type=type_, title="A title", description="A description", member_id=6)
    if variant in ("Signal", "AmendConstitution"):
        return replace(given, text=content.decode())
    if variant == "FundingRequest":
        payees = (
            Payee(account=address_of("0x" + one["account"].hex()), amount=Amount(one["amount"])) for one in content
        )
        return replace(given, payees=tuple(payees))
    told = told_of(1, details)
    lead, opening, application = (
        None if name is None else int(name.rpartition("-")[2]) for name in (told.lead, told.opening, told.application)
    )
    amount = told.reward_per_block if variant in ("SetCouncilorReward", "SetWorkingGroupLeadReward") else told.amount
    if variant == "SetWorkingGroupLeadReward" and amount is None:
        amount = Amount(0)  # a draft says no reward as 0: one without an amount may have forgotten it
    return replace(
        given,
        group=group_word(group) if (group := group_in(details)) else None,
        lead=lead,
        opening=opening,
        application=application,
        amount=amount,
        figure=told.figure,
        proposal=told.other_proposal,
    )


def group_in(details: Content) -> str | None:
    ((_, content),) = details.items()
    if isinstance(content, dict):
        return content.get("group") or content.get("working_group")
    words = [one for one in content if isinstance(one, str) and one in PALLET_OF] if isinstance(content, tuple) else []
    return words[0] if words else None


def told_of(number: int, details: Content) -> Proposal:
    """Tell of a proposal as the query node does."""
    ((variant, content),) = details.items()
    told = Proposal(number=number, type=BY_VARIANT[variant].name)
    group = group_in(details)
    word = group_word(group) if group else ""
    match variant:
        case "FundingRequest":
            return replace(told, destinations=tuple(Destination(amount=Amount(one["amount"])) for one in content))
        case "UpdateWorkingGroupBudget":
            return replace(told, group=word, amount=Amount(content[0] if content[2] == "Positive" else -content[0]))
        case "DecreaseWorkingGroupLeadStake" | "SlashWorkingGroupLead":
            return replace(told, lead=f"{word}-{content[0]}", amount=Amount(content[1]))
        case "SetWorkingGroupLeadReward":
            return replace(told, lead=f"{word}-{content[0]}", reward_per_block=content[1] and Amount(content[1]))
        case "TerminateWorkingGroupLead":
            slash = content["slashing_amount"]
            return replace(told, lead=f"{word}-{content['worker_id']}", amount=slash and Amount(slash))
        case "FillWorkingGroupLeadOpening":
            opening, application = content["opening_id"], content["application_id"]
            return replace(told, opening=f"{word}-{opening}", application=f"{word}-{application}")
        case "CancelWorkingGroupLeadOpening":
            return replace(told, opening=f"{word}-{content[0]}")
        case "SetCouncilorReward":
            return replace(told, reward_per_block=Amount(content))
        case "VetoProposal":
            return replace(told, other_proposal=content)
        case _ if isinstance(content, int):
            asked = "Balance" in variant or "Price" in variant or "Budget" in variant
            return replace(told, amount=Amount(content)) if asked else replace(told, figure=content)
        case _:
            return told


def query_node(chain: Chain, told: Sequence[Proposal]) -> Iterator[AnyStated]:
    """Tell what the query node has of this chain: openings, applications, members and proposals."""
    yield node(Membership(member_id=6, handle="member6"), "6", chain.now)
    for one in told:
        yield node(one, str(one.number), chain.now)
    for group, pallet in PALLET_OF.items():
        word = group_word(group)
        for number in range(chain.get(f"{pallet}.NextOpeningId") or 0):
            if (opening := chain.get(f"{pallet}.OpeningById", number)) is not None:
                kind = "leader" if opening["opening_type"] == "Leader" else "regular"
                yield node(
                    Opening(group=word, runtime_id=number, type=kind, status="open"), f"{word}-{number}", chain.now
                )
        for number in range(chain.get(f"{pallet}.NextApplicationId") or 0):
            if (found := chain.get(f"{pallet}.ApplicationById", number)) is not None:
                fact = Application(opening=f"{word}-{found['opening_id']}", runtime_id=number, status="pending")
                yield node(fact, f"{word}-{number}", chain.now)


def seen_of(chain: Chain, told: Sequence[Proposal] = ()) -> Seen:
    """Give what a check sees: the chain read with the product's adapter, accounts with the locks that the chain has."""
    whole = snapshot_of([*records(chain), *query_node(chain, told)])
    (head,) = facts(whole, ChainHead)
    assert head.at is not None
    now = Now(at=head.at, head=head.block, block=head.block, pace=pace_of(whole), spec_version=head.spec_version)
    accounts = {
        "0x" + one.hex(): seen_account(chain, one) for one in (staking(6, 100), staking(7, 101), bytes([9]) * 32)
    }
    return Seen(
        now=now,
        snapshot=whole,
        runtime=constants_of_spec(whole, head.spec_version),
        silent={},
        accounts=accounts,
    )


def seen_account(chain: Chain, one: bytes) -> SeenAccount:
    locks = tuple(Lock(id=each["id"].decode(), amount=Amount(each["amount"])) for each in balances.locks_of(chain, one))
    return SeenAccount(
        account="0x" + one.hex(),
        exists=True,
        free=Amount(balances.free(chain, one)),
        locks=locks,
        bound_to=None,
        confirmed=False,
        source="the chain",
    )


# ----------------------------------------------------------------- what becomes of it


def filed(chain: Chain, details: Content) -> int:
    number = int(chain.get("ProposalsEngine.ProposalCount") or 0)
    with chain.attempt():
        return propose(chain, 6, details, staking_account_id=account(chain, 6, 110 + number))


def carried_out(chain: Chain, details: Content, course: Course) -> bool:
    """File it, let the council approve it by the last vote that counts, and tell whether it was carried out."""
    chain.advance(course.filed)
    try:
        number = filed(chain, details)
    except DispatchError:
        return False
    chain.advance(course.last_vote)
    if chain.get("ProposalsEngine.Proposals", number) is not None:
        for member in OLD:
            vote(chain, member, number, "Approve")
    chain.advance(course.latest)
    ends = [event for event in chain.events if event.name == EXECUTED and event.values[0] == number]
    assert [event.block for event in ends] == [course.latest]
    return bool(ends[0].values[1] == "Executed")


def approve(chain: Chain, details: Content) -> Proposal:
    """File something before, and let the council approve it at once; it waits for its block."""
    number = filed(chain, details)
    for member in OLD:
        vote(chain, member, number, "Approve")
    chain.advance(chain.now + 1)
    return told_of(number, details)


def judged_of(chain: Chain, details: Content, *before: Content) -> tuple[bool, list[Result]]:
    """Tell whether it was carried out, and give the concerns that the draft had before it was filed."""
    told = [approve(chain, each) for each in before]
    chain.advance(chain.now + 1)
    seen, draft = seen_of(chain, told), draft_of(details)
    course = course_of(draft, seen)
    assert isinstance(course, Course), course
    found = [one for one in checked(draft, seen) if one.code not in NOT_OF_THE_DRAFT and one.verdict != "passed"]
    return carried_out(chain, details, course), found


def lead(variant: str, worker: int, amount: int | None, group: str = "Storage") -> Content:
    return {variant: (worker, amount, group)}


def terminate(worker: int, amount: int | None = None, group: str = "Storage") -> Content:
    return {"TerminateWorkingGroupLead": {"worker_id": worker, "slashing_amount": amount, "group": group}}


def fill(opening: int, application: int, group: str) -> Content:
    return {
        "FillWorkingGroupLeadOpening": {"opening_id": opening, "application_id": application, "working_group": group}
    }


def budget(amount: int, sign: str, group: str = "Storage") -> Content:
    return {"UpdateWorkingGroupBudget": (amount, group, sign)}


def pays(amount: int) -> Content:
    return {"FundingRequest": ({"account": bytes([9]) * 32, "amount": amount},)}


LEFT = BUDGET - (216_300 - 210_000 + 2 * 14_420) * EACH
"""The storage group's budget at the latest execution, 44,400 blocks on: its lead, hired in block 210,000, is paid at three multiples of 14,420."""

HAS = 10_000 * JOY
OPEN_SIGNAL: Content = {"Signal": b"Words"}

CASES: list[tuple[Content, tuple[Content, ...], str]] = [
    (pays(HAS), (), ""),
    (pays(HAS + 1), (), "budget"),
    (pays(HAS), (pays(1),), "budget"),
    (pays(HAS + 5), (budget(5, "Negative"),), ""),
    ({"DecreaseCouncilBudget": HAS}, (), ""),
    ({"DecreaseCouncilBudget": HAS + 1}, (), "budget"),
    (budget(HAS, "Positive"), (), ""),
    (budget(HAS + 1, "Positive"), (), "budget"),
    (budget(LEFT, "Negative"), (), ""),
    (budget(LEFT + 1, "Negative"), (), "budget"),
    (budget(LEFT + 7, "Negative"), (budget(7, "Positive"),), ""),
    (budget(LEFT + 8, "Negative"), (budget(7, "Positive"),), "budget"),
    (budget(LEFT + 7, "Negative"), (budget(HAS + 1, "Positive"),), "budget"),
    (budget(LEFT, "Negative"), (budget(1, "Negative"),), "budget"),
    (budget(1, "Negative", "Forum"), (), "budget"),
    (lead("DecreaseWorkingGroupLeadStake", 0, STAKE - 1), (), ""),
    (lead("DecreaseWorkingGroupLeadStake", 0, STAKE), (), "lead-stake"),
    (lead("DecreaseWorkingGroupLeadStake", 0, STAKE + 1), (), "lead-stake"),
    (lead("DecreaseWorkingGroupLeadStake", 0, 0), (), "amount"),
    (lead("DecreaseWorkingGroupLeadStake", 1, 5), (), "lead"),
    (lead("DecreaseWorkingGroupLeadStake", 0, 5, "Forum"), (), "lead"),
    (lead("DecreaseWorkingGroupLeadStake", 0, STAKE - 5), (lead("SlashWorkingGroupLead", 0, 5),), "lead-stake"),
    (lead("DecreaseWorkingGroupLeadStake", 0, STAKE - 6), (lead("SlashWorkingGroupLead", 0, 5),), ""),
    (lead("DecreaseWorkingGroupLeadStake", 0, 5), (terminate(0),), "lead"),
    (lead("SlashWorkingGroupLead", 0, 5), (), ""),
    (lead("SlashWorkingGroupLead", 0, STAKE + 5), (), ""),
    (lead("SlashWorkingGroupLead", 0, 0), (), "amount"),
    (lead("SlashWorkingGroupLead", 3, 5), (), "lead"),
    (lead("SlashWorkingGroupLead", 0, 5, "Forum"), (), "lead"),
    (lead("SlashWorkingGroupLead", 0, 5), (terminate(0),), "lead"),
    (lead("SetWorkingGroupLeadReward", 0, 9), (), ""),
    (lead("SetWorkingGroupLeadReward", 0, None), (), ""),
    (lead("SetWorkingGroupLeadReward", 3, 9), (), "lead"),
    (lead("SetWorkingGroupLeadReward", 0, 9, "Membership"), (), "lead"),
    (lead("SetWorkingGroupLeadReward", 0, 9), (terminate(0),), "lead"),
    (terminate(0), (), ""),
    (terminate(0, STAKE + 1), (), ""),
    (terminate(3), (), "lead"),
    (terminate(0, None, "Forum"), (), "lead"),
    (terminate(0), (terminate(0),), "lead"),
    (fill(0, 0, "Forum"), (), ""),
    (fill(0, 1, "Forum"), (), "application"),
    (fill(0, 9, "Forum"), (), "application"),
    (fill(9, 0, "Forum"), (), "opening"),
    (fill(1, 1, "Storage"), (), "lead-vacant"),
    (fill(1, 1, "Storage"), (terminate(0),), ""),
    (fill(2, 2, "Storage"), (terminate(0),), "opening"),
    (fill(0, 0, "Forum"), ({"CancelWorkingGroupLeadOpening": (0, "Forum")},), "opening"),
    (fill(0, 0, "Forum"), (fill(1, 1, "Forum"),), "lead-vacant"),
    ({"CancelWorkingGroupLeadOpening": (0, "Forum")}, (), ""),
    ({"CancelWorkingGroupLeadOpening": (9, "Forum")}, (), "opening"),
    ({"CancelWorkingGroupLeadOpening": (2, "Storage")}, (), "opening"),
    ({"CancelWorkingGroupLeadOpening": (0, "Forum")}, (fill(0, 0, "Forum"),), "opening"),
    ({"SetMembershipLeadInvitationQuota": 5}, (), "membership-lead"),
    ({"SetReferralCut": 50}, (), ""),
    ({"SetReferralCut": 51}, (), "figure"),
    ({"SetMaxValidatorCount": 101}, (), "figure"),
    ({"VetoProposal": 999}, (), "proposal"),
    ({"VetoProposal": 1}, (OPEN_SIGNAL,), "proposal"),
    (OPEN_SIGNAL, (), ""),
    ({"AmendConstitution": b"text"}, (), ""),
    ({"SetMaxValidatorCount": 50}, (), ""),
    *(
        ({variant: 5 * JOY}, (), "")
        for variant in ("SetMembershipPrice", "SetCouncilBudgetIncrement", "SetCouncilorReward")
    ),
    ({"SetInitialInvitationBalance": 5}, (), ""),
    ({"SetInitialInvitationCount": 6}, (), ""),
    ({"SetEraPayoutDampingFactor": 90}, (), ""),
    ({"DecreaseCouncilBudget": 0}, (), "amount"),
    ({"Signal": b""}, (), "text"),
]
"""What is filed, what was approved before it, and the code of the concern; none where it is carried out."""


BESIDE = (
    "RuntimeUpgrade",
    "CreateWorkingGroupLeadOpening",
    "UpdateChannelPayouts",
    "SetPalletFozenStatus",
    "UpdateTokenPalletTokenConstraints",
    "UpdateArgoBridgeConstraints",
)
"""Types with something that a draft has no member for: the answer says so, and never that all is well."""


def test_every_type_that_can_be_filed_is_here() -> None:
    assert {next(iter(details)) for details, _, _ in CASES} | set(BESIDE) == set(TYPES) - {"UpdateGlobalNftLimit"}


@pytest.mark.parametrize("variant", BESIDE)
def test_what_a_draft_cannot_say_is_not_known_and_so_never_ready(chain: Chain, variant: str) -> None:
    details = next(one for one, _, _ in EFFECTS if variant in one)
    done, found = judged_of(chain, details)
    assert done
    assert [(one.code, one.verdict) for one in found] == [("content", "unknown")]


def test_a_full_group_hires_nobody(chain: Chain) -> None:
    chain.put("ForumWorkingGroup.ActiveWorkerCount", chain.constant("ForumWorkingGroup.MaxWorkerNumberLimit"))
    for number in range(30):
        groups.put_worker(chain, "ForumWorkingGroup", number, worker(chain))
    chain.put("ForumWorkingGroup.ActiveWorkerCount", 30)
    done, found = judged_of(chain, fill(0, 0, "Forum"))
    assert not done
    assert [one.code for one in found] == ["workers"]


def worker(chain: Chain) -> dict[str, Any]:
    return {**chain.get(f"{STORAGE}.WorkerById", 0), "reward_per_block": None}


def test_the_quota_is_set_where_the_membership_group_has_a_lead(chain: Chain) -> None:
    groups.put_worker(chain, "MembershipWorkingGroup", 0, worker(chain))
    chain.put("MembershipWorkingGroup.CurrentLead", 0)
    assert judged_of(chain, {"SetMembershipLeadInvitationQuota": 5}) == (True, [])


def test_a_lead_who_has_left_until_then_is_none_any_more(chain: Chain) -> None:
    leaving = {**chain.get(f"{STORAGE}.WorkerById", 0), "job_unstaking_period": 10_000}
    chain.put(f"{STORAGE}.WorkerById", leaving, 0)
    act(chain, 6, f"{STORAGE}.leave_role", worker_id=0, rationale=None)
    done, found = judged_of(chain, lead("SlashWorkingGroupLead", 0, 5))
    assert not done
    assert [one.code for one in found] == ["lead"]


def test_the_stake_of_a_lead_who_is_leaving_is_not_decreased(chain: Chain) -> None:
    act(chain, 6, f"{STORAGE}.leave_role", worker_id=0, rationale=None)
    done, found = judged_of(chain, lead("DecreaseWorkingGroupLeadStake", 0, 5))
    assert not done
    assert [one.code for one in found] == ["lead-stake"]


@pytest.mark.parametrize(("ahead", "code"), [(0, ""), (28_000, ""), (32_000, "proposal")])
def test_a_veto_comes_too_late_for_what_is_over_when_it_is_carried_out(chain: Chain, ahead: int, code: str) -> None:
    """A Signal is over 44,400 blocks after it was filed at the latest, a veto that the last vote approves is carried out after 14,400."""
    number = filed(chain, OPEN_SIGNAL)
    chain.advance(chain.now + ahead)
    done, found = judged_of(chain, {"VetoProposal": number})
    assert [one.code for one in found] == [code] * bool(code)
    assert done or code


def test_a_veto_of_what_is_carried_out_before_it_fails(chain: Chain) -> None:
    number = filed(chain, OPEN_SIGNAL)
    for member in OLD:
        vote(chain, member, number, "Approve")
    chain.advance(chain.now + 1)
    done, found = judged_of(chain, {"VetoProposal": number})
    assert not done
    assert [one.code for one in found] == ["proposal"]


@pytest.mark.parametrize(("details", "before", "code"), CASES, ids=lambda one: str(one)[:70])
def test_a_draft_has_a_concern_exactly_where_its_execution_fails(
    chain: Chain, details: Content, before: tuple[Content, ...], code: str
) -> None:
    done, found = judged_of(chain, details, *before)
    assert done == (code == "")
    assert code in {one.code for one in found if one.verdict == "concern"} | {""}
    assert bool([one for one in found if one.verdict == "concern"]) == bool(code), found
    assert all(one.verdict == "concern" for one in found if code == ""), found
