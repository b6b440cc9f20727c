"""What an approved proposal does: the call that each type stands for, made by the root."""

from collections.abc import Callable, Mapping
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import PALLET_OF
from secretariat.devnet.runtime import budget, groups, groups_hiring, members, proposals, upgrades
from secretariat.devnet.runtime.errors import DispatchError, ensure

Call = tuple[str, str, dict[str, Any]]
Execute = Callable[[Chain, Any], None]

UPLOADER = bytes(32)
"""The account that pays for the payload of channel payouts: the practice network has none."""


def execute(chain: Chain, details: Any) -> None:
    """Carry a proposal out. Raises DispatchError when the call fails."""
    ((kind, content),) = details.items()
    _EFFECTS[kind][1](chain, content)


def call_of(details: Any) -> Call:
    """Give the call that stands in storage for a proposal, as (pallet, name, arguments); the node encodes it."""
    ((kind, content),) = details.items()
    return _EFFECTS[kind][0](content)


def _signal(chain: Chain, text: bytes) -> None:
    chain.emit("JoystreamUtility.Signaled", text)


def _upgrade(chain: Chain, code: bytes) -> None:
    upgrades.set_code(chain, code)
    chain.emit("JoystreamUtility.RuntimeUpgraded", code)


def _group_budget(chain: Chain, content: tuple[int, str, str]) -> None:
    amount, group, sign = content
    pallet = PALLET_OF[group]
    theirs, ours = groups.budget_of(chain, pallet), budget.budget(chain)
    have = ours if sign == "Positive" else theirs
    ensure(amount <= have, "JoystreamUtility", "InsufficientFundsForBudgetUpdate")
    change = amount if sign == "Positive" else -amount
    groups.put_budget(chain, pallet, theirs + change)
    budget.set_budget(chain, ours - change)
    chain.emit("JoystreamUtility.UpdatedWorkingGroupBudget", group, amount, sign)


def _constitution(chain: Chain, text: bytes) -> None:
    hashed = members.hash_of(text)
    chain.put("Constitution.Constitution", {"text_hash": hashed})
    chain.emit("Constitution.ConstutionAmended", hashed, text)


def _validators(chain: Chain, count: int) -> None:
    chain.put("Staking.ValidatorCount", count)


def _setting(item: str, event: str) -> Execute:
    def put(chain: Chain, value: Any) -> None:
        chain.put(item, value)
        chain.emit(event, value)

    return put


def _referral_cut(chain: Chain, percent: int) -> None:
    most = chain.constant("Members.ReferralCutMaximumPercent")
    ensure(percent <= most, "Members", "CannotExceedReferralCutPercentLimit")
    chain.put("Members.ReferralCut", percent)
    chain.emit("Members.ReferralCutUpdated", percent)


def _quota(chain: Chain, quota: int) -> None:
    lead = chain.get(f"{members.GROUP}.CurrentLead")
    if lead is None:
        raise DispatchError("Members", "WorkingGroupLeaderNotSet")
    member = chain.get(f"{members.GROUP}.WorkerById", lead)["member_id"]
    chain.put(members.MEMBERSHIP, {**chain.get(members.MEMBERSHIP, member), "invites": quota}, member)
    chain.emit("Members.LeaderInvitationQuotaUpdated", quota)


def _put_given(chain: Chain, items: Mapping[str, str], content: Mapping[str, Any]) -> None:
    """Set the item of each field that is given: None leaves one as it is."""
    for name, item in items.items():
        if content[name] is not None:
            chain.put(item, content[name])


def _payouts(chain: Chain, content: dict[str, Any]) -> None:
    items = {
        "commitment": "Content.Commitment",
        "min_cashout_allowed": "Content.MinCashoutAllowed",
        "max_cashout_allowed": "Content.MaxCashoutAllowed",
        "channel_cashouts_enabled": "Content.ChannelCashoutsEnabled",
    }
    _put_given(chain, items, content)
    chain.emit("Content.ChannelPayoutsUpdated", content, None, UPLOADER)


def _frozen(chain: Chain, content: tuple[bool, str]) -> None:
    chain.put("ProjectToken.PalletFrozen", content[0])
    chain.emit("ProjectToken.FrozenStatusUpdated", content[0])


def _token_constraints(chain: Chain, content: dict[str, Any]) -> None:
    items = {
        "max_yearly_rate": "ProjectToken.MaxYearlyPatronageRate",
        "min_amm_slope": "ProjectToken.MinAmmSlopeParameter",
        "min_sale_duration": "ProjectToken.MinSaleDuration",
        "min_revenue_split_duration": "ProjectToken.MinRevenueSplitDuration",
        "min_revenue_split_time_to_start": "ProjectToken.MinRevenueSplitTimeToStart",
        "sale_platform_fee": "ProjectToken.SalePlatformFee",
        "amm_buy_tx_fees": "ProjectToken.AmmBuyTxFees",
        "amm_sell_tx_fees": "ProjectToken.AmmSellTxFees",
        "bloat_bond": "ProjectToken.BloatBond",
    }
    _put_given(chain, items, content)
    chain.emit("ProjectToken.TokenConstraintsUpdated", content)


def _bridge_constraints(chain: Chain, content: dict[str, Any]) -> None:
    items = {
        "operator_account": "ArgoBridge.OperatorAccount",
        "pauser_accounts": "ArgoBridge.PauserAccounts",
        "bridging_fee": "ArgoBridge.BridgingFee",
        "thawn_duration": "ArgoBridge.ThawnDuration",
        "remote_chains": "ArgoBridge.RemoteChains",
    }
    _put_given(chain, items, content)
    chain.emit("ArgoBridge.BridgeConfigUpdated", content)


def _open(chain: Chain, content: dict[str, Any]) -> None:
    pallet = PALLET_OF[content["group"]]
    groups_hiring.add_opening(
        chain,
        pallet,
        None,
        description=content["description"],
        opening_type="Leader",
        stake_policy=content["stake_policy"],
        reward_per_block=content["reward_per_block"],
    )


def _fill(chain: Chain, content: dict[str, Any]) -> None:
    pallet = PALLET_OF[content["working_group"]]
    groups_hiring.fill_opening(chain, pallet, None, content["opening_id"], (content["application_id"],))


def _cancel(chain: Chain, content: tuple[int, str]) -> None:
    groups_hiring.cancel_opening(chain, PALLET_OF[content[1]], None, content[0])


def _decrease_stake(chain: Chain, content: tuple[int, int, str]) -> None:
    groups.decrease_stake(chain, PALLET_OF[content[2]], None, content[0], content[1])


def _slash(chain: Chain, content: tuple[int, int, str]) -> None:
    groups.slash_stake(chain, PALLET_OF[content[2]], None, content[0], content[1], None)


def _reward(chain: Chain, content: tuple[int, int | None, str]) -> None:
    groups.update_reward_amount(chain, PALLET_OF[content[2]], None, content[0], content[1])


def _terminate(chain: Chain, content: dict[str, Any]) -> None:
    pallet = PALLET_OF[content["group"]]
    groups.terminate_role(chain, pallet, None, content["worker_id"], content["slashing_amount"], None)


def _veto(chain: Chain, number: int) -> None:
    proposals.veto(chain, number)


def _plain(pallet: str, name: str, argument: str) -> Callable[[Any], Call]:
    return lambda content: (pallet, name, {argument: content})


def _of_group(name: str, *arguments: str, **given: Any) -> Callable[[tuple[Any, ...]], Call]:
    def call(content: tuple[Any, ...]) -> Call:
        return (PALLET_OF[content[-1]], name, {**dict(zip(arguments, content[:-1], strict=True)), **given})

    return call


def _opening_call(content: dict[str, Any]) -> Call:
    args = {name: content[name] for name in ("description", "stake_policy", "reward_per_block")}
    return (PALLET_OF[content["group"]], "add_opening", {**args, "opening_type": "Leader"})


def _fill_call(content: dict[str, Any]) -> Call:
    args = {"opening_id": content["opening_id"], "successful_application_ids": (content["application_id"],)}
    return (PALLET_OF[content["working_group"]], "fill_opening", args)


def _terminate_call(content: dict[str, Any]) -> Call:
    args = {"worker_id": content["worker_id"], "penalty": content["slashing_amount"], "rationale": None}
    return (PALLET_OF[content["group"]], "terminate_role", args)


def _group_budget_call(content: tuple[int, str, str]) -> Call:
    args = {"working_group": content[1], "amount": content[0], "balance_kind": content[2]}
    return ("JoystreamUtility", "update_working_group_budget", args)


def _frozen_call(content: tuple[bool, str]) -> Call:
    return ("ProjectToken", "set_frozen_status", {"freeze": content[0]})


def _payouts_call(content: dict[str, Any]) -> Call:
    return ("Content", "update_channel_payouts", {"params": content, "uploader_account": UPLOADER})


def _bridge_call(content: dict[str, Any]) -> Call:
    return ("ArgoBridge", "update_bridge_constrains", {"parameters": content})


_EFFECTS: dict[str, tuple[Callable[[Any], Call], Execute]] = {
    "Signal": (_plain("JoystreamUtility", "execute_signal_proposal", "signal"), _signal),
    "RuntimeUpgrade": (_plain("JoystreamUtility", "execute_runtime_upgrade_proposal", "wasm"), _upgrade),
    "FundingRequest": (_plain("Council", "funding_request", "funding_requests"), budget.funding_request),
    "SetMaxValidatorCount": (_plain("Staking", "set_validator_count", "new"), _validators),
    "CreateWorkingGroupLeadOpening": (_opening_call, _open),
    "FillWorkingGroupLeadOpening": (_fill_call, _fill),
    "UpdateWorkingGroupBudget": (_group_budget_call, _group_budget),
    "DecreaseWorkingGroupLeadStake": (
        _of_group("decrease_stake", "worker_id", "stake_balance_delta"),
        _decrease_stake,
    ),
    "SlashWorkingGroupLead": (_of_group("slash_stake", "worker_id", "penalty", rationale=None), _slash),
    "SetWorkingGroupLeadReward": (
        _of_group("update_reward_amount", "worker_id", "reward_per_block"),
        _reward,
    ),
    "TerminateWorkingGroupLead": (_terminate_call, _terminate),
    "AmendConstitution": (_plain("Constitution", "amend_constitution", "constitution_text"), _constitution),
    "CancelWorkingGroupLeadOpening": (_of_group("cancel_opening", "opening_id"), _cancel),
    "SetMembershipPrice": (
        _plain("Members", "set_membership_price", "new_price"),
        _setting("Members.MembershipPrice", "Members.MembershipPriceUpdated"),
    ),
    "SetCouncilBudgetIncrement": (
        _plain("Council", "set_budget_increment", "budget_increment"),
        budget.set_increment,
    ),
    "SetCouncilorReward": (_plain("Council", "set_councilor_reward", "councilor_reward"), budget.set_reward),
    "SetInitialInvitationBalance": (
        _plain("Members", "set_initial_invitation_balance", "new_initial_balance"),
        _setting("Members.InitialInvitationBalance", "Members.InitialInvitationBalanceUpdated"),
    ),
    "SetInitialInvitationCount": (
        _plain("Members", "set_initial_invitation_count", "new_invitation_count"),
        _setting("Members.InitialInvitationCount", "Members.InitialInvitationCountUpdated"),
    ),
    "SetMembershipLeadInvitationQuota": (
        _plain("Members", "set_leader_invitation_quota", "invitation_quota"),
        _quota,
    ),
    "SetReferralCut": (_plain("Members", "set_referral_cut", "percent_value"), _referral_cut),
    "VetoProposal": (_plain("ProposalsEngine", "veto_proposal", "proposal_id"), _veto),
    "UpdateChannelPayouts": (_payouts_call, _payouts),
    "SetPalletFozenStatus": (_frozen_call, _frozen),
    "UpdateTokenPalletTokenConstraints": (
        _plain("ProjectToken", "update_token_constraints", "parameters"),
        _token_constraints,
    ),
    "UpdateArgoBridgeConstraints": (_bridge_call, _bridge_constraints),
    "SetEraPayoutDampingFactor": (
        _plain("Council", "set_era_payout_damping_factor", "new_parameter"),
        budget.set_damping,
    ),
    "DecreaseCouncilBudget": (
        _plain("Council", "decrease_council_budget", "reduction_amount"),
        budget.decrease,
    ),
}
"""By type: the call that it makes, and what that does."""
