"""What each of the 27 types does when it is executed, and which call of the real runtime it stands for."""

from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import groups_hiring, proposals, upgrades
from secretariat.devnet.runtime.codex import TYPES
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.runtime.executing import call_of, execute
from secretariat.devnet.runtime.genesis import JOY
from tests.devnet.real_forms import forms
from tests.devnet.runtime.test_groups import POLICY, STORAGE, apply, led
from tests.devnet.runtime.town import FUNDING, SIGNAL, act, controller, elect, events, propose, vote

CODE = b"\0asm a newer one"
PAYOUTS = {
    "commitment": bytes(32),
    "payload": None,
    "min_cashout_allowed": 5,
    "max_cashout_allowed": 6,
    "channel_cashouts_enabled": True,
}
NAMES = """
max_yearly_rate min_amm_slope min_sale_duration min_revenue_split_duration min_revenue_split_time_to_start
sale_platform_fee amm_buy_tx_fees amm_sell_tx_fees bloat_bond
"""
CONSTRAINTS = dict.fromkeys(NAMES.split())
BRIDGE = dict.fromkeys(("operator_account", "pauser_accounts", "bridging_fee", "thawn_duration", "remote_chains"))
OPENING = {"description": b"", "stake_policy": POLICY, "reward_per_block": JOY, "group": "Forum"}

EFFECTS: list[tuple[Any, str, Any]] = [
    (SIGNAL, "JoystreamUtility.Signaled", None),
    ({"RuntimeUpgrade": CODE}, "JoystreamUtility.RuntimeUpgraded", None),
    (FUNDING, "Council.RequestFunded", ("Council.Budget", 900 * JOY)),
    ({"SetMaxValidatorCount": 50}, "", ("Staking.ValidatorCount", 50)),
    (
        {"CreateWorkingGroupLeadOpening": OPENING},
        "ForumWorkingGroup.OpeningAdded",
        ("ForumWorkingGroup.NextOpeningId", 1),
    ),
    (
        {"FillWorkingGroupLeadOpening": {"opening_id": 1, "application_id": 2, "working_group": "Storage"}},
        "refused",
        "CannotHireLeaderWhenLeaderExists",
    ),
    (
        {"UpdateWorkingGroupBudget": (300 * JOY, "Forum", "Positive")},
        "Council.BudgetBalanceSet",
        ("Council.Budget", 700 * JOY),
    ),
    ({"DecreaseWorkingGroupLeadStake": (0, JOY, "Storage")}, f"{STORAGE}.StakeDecreased", None),
    ({"SlashWorkingGroupLead": (0, JOY, "Storage")}, f"{STORAGE}.StakeSlashed", None),
    ({"SetWorkingGroupLeadReward": (0, 9, "Storage")}, f"{STORAGE}.WorkerRewardAmountUpdated", None),
    (
        {"TerminateWorkingGroupLead": {"worker_id": 0, "slashing_amount": None, "group": "Storage"}},
        f"{STORAGE}.TerminatedLeader",
        (f"{STORAGE}.CurrentLead", None),
    ),
    ({"AmendConstitution": b"text"}, "Constitution.ConstutionAmended", None),
    ({"CancelWorkingGroupLeadOpening": (1, "Storage")}, f"{STORAGE}.OpeningCanceled", None),
    ({"SetMembershipPrice": 5}, "Members.MembershipPriceUpdated", ("Members.MembershipPrice", 5)),
    ({"SetCouncilBudgetIncrement": 5}, "Council.BudgetIncrementUpdated", ("Council.BudgetIncrement", 5)),
    ({"SetCouncilorReward": 5}, "Council.CouncilorRewardUpdated", ("Council.CouncilorReward", 5)),
    (
        {"SetInitialInvitationBalance": 5},
        "Members.InitialInvitationBalanceUpdated",
        ("Members.InitialInvitationBalance", 5),
    ),
    ({"SetInitialInvitationCount": 6}, "Members.InitialInvitationCountUpdated", ("Members.InitialInvitationCount", 6)),
    ({"SetMembershipLeadInvitationQuota": 6}, "refused", "WorkingGroupLeaderNotSet"),
    ({"SetReferralCut": 50}, "Members.ReferralCutUpdated", ("Members.ReferralCut", 50)),
    ({"SetReferralCut": 51}, "refused", "CannotExceedReferralCutPercentLimit"),
    ({"VetoProposal": 1}, "ProposalsEngine.ProposalDecisionMade", ("ProposalsEngine.ActiveProposalCount", 0)),
    ({"UpdateChannelPayouts": PAYOUTS}, "Content.ChannelPayoutsUpdated", ("Content.MinCashoutAllowed", 5)),
    (
        {"SetPalletFozenStatus": (True, "ProjectToken")},
        "ProjectToken.FrozenStatusUpdated",
        ("ProjectToken.PalletFrozen", True),
    ),
    (
        {"UpdateTokenPalletTokenConstraints": {**CONSTRAINTS, "bloat_bond": 7}},
        "ProjectToken.TokenConstraintsUpdated",
        ("ProjectToken.BloatBond", 7),
    ),
    (
        {"UpdateArgoBridgeConstraints": {**BRIDGE, "bridging_fee": 8}},
        "ArgoBridge.BridgeConfigUpdated",
        ("ArgoBridge.BridgingFee", 8),
    ),
    ({"SetEraPayoutDampingFactor": 90}, "Council.EraPayoutDampingFactorSet", ("Council.EraPayoutDampingFactor", 90)),
    ({"DecreaseCouncilBudget": 400 * JOY}, "Council.CouncilBudgetDecreased", ("Council.Budget", 600 * JOY)),
    ({"DecreaseCouncilBudget": 1_001 * JOY}, "refused", "ReductionAmountTooLarge"),
]


def prepared() -> Chain:
    """Give a chain with a led group, an opening with an applicant, an open proposal, and a runtime to come."""
    chain = led(budget_increment=0)
    groups_hiring.add_opening(chain, STORAGE, None, b"", "Leader", POLICY, JOY)
    apply(chain, 4, 1)
    propose(chain, 6, SIGNAL)
    upgrades.make_known(chain, CODE, chain.spec.upgraded(2005))
    chain.put("Council.Budget", 1_000 * JOY)
    return chain


def test_every_creatable_type_is_here() -> None:
    assert {next(iter(details)) for details, _, _ in EFFECTS} == set(TYPES) - {"UpdateGlobalNftLimit"}


@pytest.mark.parametrize(("details", "event", "value"), EFFECTS, ids=lambda one: next(iter(one)) if one else "")
def test_what_a_type_does(details: Any, event: str, value: Any) -> None:
    chain = prepared()
    before = len(chain.events)
    if event == "refused":
        with pytest.raises(DispatchError, match=value):
            execute(chain, details)
        return
    execute(chain, details)
    if event:
        assert event in [one.name for one in chain.events[before:]]
    if value is not None:
        assert chain.get(value[0]) == value[1]


@pytest.mark.parametrize("details", [details for details, _, _ in EFFECTS], ids=lambda one: next(iter(one)))
def test_the_stored_call_is_one_of_the_real_runtime(details: Any) -> None:
    real = forms()
    pallet, name, args = call_of(details)
    number = real.pallets[pallet]["calls"]["ty"]
    (found,) = (one for one in real.types[number]["def"]["variant"]["variants"] if one["name"] == name)
    assert {field["name"] for field in found["fields"]} == set(args)
    for field in found["fields"]:
        assert real.wrong(args[field["name"]], field["type"], field["name"]) is None


def test_a_new_runtime_cancels_what_is_open_in_its_first_block() -> None:
    chain = led()
    elected = elect(chain, 0, 1, 2)
    chain.put("Council.Stage", {"stage": {"Idle": {"ends_at": 10**7}}, "changed_at": elected})
    upgrades.make_known(chain, CODE, chain.spec.upgraded(2005, constants={"Council.CouncilSize": 4}))
    number = proposals.file(
        chain, 6, {**chain.constant("ProposalsCodex.SignalProposalParameters")}, {"RuntimeUpgrade": CODE}, None, None
    )
    for member in (0, 1, 2):
        vote(chain, member, number, "Approve")
    chain.advance(elected + 1 + 1_199)
    other = propose(chain, 5, FUNDING)
    vote(chain, 0, other, "Approve")
    chain.advance(elected + 1_201)
    assert (chain.spec.version, chain.constant("Council.CouncilSize")) == (2005, 3)  # the old one ends its block
    assert chain.get_at(elected + 1_200, ":spec").version == 2004
    assert chain.get(proposals.PROPOSALS, other)["status"] == "Active"
    chain.advance(elected + 1_202)
    assert events(chain, "ProposalsEngine.ProposalDecisionMade")[-1] == (elected + 1_202, other, "CanceledByRuntime")
    assert chain.constant("Council.CouncilSize") == 4


def test_an_unknown_code_fails() -> None:
    chain = prepared()
    with pytest.raises(DispatchError, match="FailedToExtractRuntimeVersion"):
        execute(chain, {"RuntimeUpgrade": b"nothing"})
    act(chain, 0, "System.remark_with_event", remark=b"x")
    assert events(chain, "System.Remarked")[0][1] == controller(0)
