"""What a proposal asks for: from the runtime's variant to the schema's."""

import hashlib
from collections.abc import Callable
from typing import Any

from secretariat.devnet.query_node.mappings.group_names import group_of, id_of
from secretariat.devnet.query_node.mappings.opening_metadata import add_opening_metadata
from secretariat.devnet.query_node.mappings.values import account, hexadecimal, key, of_type, small, text, variant
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import Store

Make = Callable[[Store, Any], Row]


def details_of(store: Store, details: Any) -> Row:
    """Make the member of the union ProposalDetails. Raises LookupError for a type that the mappings do not know."""
    kind, content = variant(details)
    if kind not in _MAKERS:
        raise LookupError(f"block {store.block}: no mapping knows the proposal type {kind}")
    name, make = _MAKERS[kind]
    return of_type(name, **make(store, content))


def _one(name: str, read: Callable[[Any], Any] = lambda value: value) -> Make:
    return lambda _, content: {name: read(content)}


def _runtime_upgrade(store: Store, code: bytes) -> Row:
    hashed = f"0x{hashlib.blake2b(code, digest_size=32).hexdigest()}"
    if store["RuntimeWasmBytecode"].get(hashed) is None:
        store.add("RuntimeWasmBytecode", hashed, bytecode=code)
    return {"newRuntimeBytecodeId": hashed}


def _funding_request(store: Store, destinations: Any) -> Row:
    listed = store.add("FundingRequestDestinationsList")
    for one in destinations:
        store.add(
            "FundingRequestDestination", amount=one["amount"], account=account(one["account"]), listId=listed["id"]
        )
    return {"destinationsListId": listed["id"]}


def _lead_opening(store: Store, content: Any) -> Row:
    return {
        "metadataId": add_opening_metadata(store, content["description"])["id"],
        "stakeAmount": content["stake_policy"]["stake_amount"],
        "unstakingPeriod": small(content["stake_policy"]["leaving_unstaking_period"]),
        "rewardPerBlock": content["reward_per_block"] or 0,
        "groupId": group_of(content["group"]),
    }


def _fill_opening(_: Store, content: Any) -> Row:
    group = group_of(content["working_group"])
    return {
        "openingId": id_of(group, content["opening_id"]),
        "applicationId": id_of(group, content["application_id"]),
    }


def _group_budget(_: Store, content: Any) -> Row:
    amount, group, sign = content
    return {"amount": -amount if sign == "Negative" else amount, "groupId": group_of(group)}


def _lead(name: str, empty: int | None = None) -> Make:
    def make(_: Store, content: Any) -> Row:
        worker, amount, group = content
        return {"leadId": id_of(group_of(group), worker), name: empty if amount is None else amount}

    return make


def _terminate_lead(_: Store, content: Any) -> Row:
    return {
        "leadId": id_of(group_of(content["group"]), content["worker_id"]),
        "slashingAmount": content["slashing_amount"],
    }


def _cancel_opening(_: Store, content: Any) -> Row:
    opening, group = content
    return {"openingId": id_of(group_of(group), opening)}


def _nft_limit(_: Store, content: Any) -> Row:
    period, limit = content
    return {"newDailyNftLimit" if variant(period)[0] == "Daily" else "newWeeklyNftLimit": small(limit)}


def _channel_payouts(_: Store, content: Any) -> Row:
    commitment, payload = content["commitment"], content["payload"]
    made = None if payload is None else payload["object_creation_params"]["ipfs_content_id"]
    return {
        "commitment": None if commitment is None else hexadecimal(commitment),
        "minCashoutAllowed": content["min_cashout_allowed"],
        "maxCashoutAllowed": content["max_cashout_allowed"],
        "channelCashoutsEnabled": content["channel_cashouts_enabled"],
        "payloadHash": None if made is None else text(made),
    }


def _frozen_status(_: Store, content: Any) -> Row:
    frozen, pallet = content
    return {"frozen": frozen, "pallet": variant(pallet)[0]}


_TOKEN = {
    "maxYearlyRate": "max_yearly_rate",
    "minAmmSlope": "min_amm_slope",
    "minSaleDuration": "min_sale_duration",
    "minRevenueSplitDuration": "min_revenue_split_duration",
    "minRevenueSplitTimeToStart": "min_revenue_split_time_to_start",
    "salePlatformFee": "sale_platform_fee",
    "ammBuyTxFees": "amm_buy_tx_fees",
    "ammSellTxFees": "amm_sell_tx_fees",
    "bloatBond": "bloat_bond",
}


def _token_constraints(_: Store, content: Any) -> Row:
    return {name: content[word] for name, word in _TOKEN.items()}


def _bridge_constraints(_: Store, content: Any) -> Row:
    pausers, chains = content["pauser_accounts"], content["remote_chains"]
    return {
        "operatorAccount": account(content["operator_account"]),
        "pauserAccounts": None if pausers is None else [account(one) for one in pausers],
        "bridgingFee": content["bridging_fee"],
        "thawnDuration": content["thawn_duration"],
        "remoteChains": None if chains is None else list(chains),
    }


_MAKERS: dict[str, tuple[str, Make]] = {
    kind: (f"{name or kind + 'Proposal'}Details", make)
    for kind, name, make in (
        ("Signal", "", _one("text", text)),
        ("RuntimeUpgrade", "", _runtime_upgrade),
        ("FundingRequest", "", _funding_request),
        ("SetMaxValidatorCount", "", _one("newMaxValidatorCount")),
        ("CreateWorkingGroupLeadOpening", "", _lead_opening),
        ("FillWorkingGroupLeadOpening", "", _fill_opening),
        ("UpdateWorkingGroupBudget", "", _group_budget),
        ("DecreaseWorkingGroupLeadStake", "", _lead("amount")),
        ("SlashWorkingGroupLead", "", _lead("amount")),
        ("SetWorkingGroupLeadReward", "", _lead("newRewardPerBlock", 0)),
        ("TerminateWorkingGroupLead", "", _terminate_lead),
        ("AmendConstitution", "", _one("text", text)),
        ("CancelWorkingGroupLeadOpening", "", _cancel_opening),
        ("SetMembershipPrice", "", _one("newPrice")),
        ("SetCouncilBudgetIncrement", "", _one("newAmount")),
        ("SetCouncilorReward", "", _one("newRewardPerBlock")),
        ("SetInitialInvitationBalance", "", _one("newInitialInvitationBalance")),
        ("SetInitialInvitationCount", "", _one("newInitialInvitationsCount")),
        ("SetMembershipLeadInvitationQuota", "", _one("newLeadInvitationQuota")),
        ("SetReferralCut", "", _one("newReferralCut")),
        ("VetoProposal", "VetoProposal", lambda _, number: {"proposalId": key(number)}),
        ("UpdateGlobalNftLimit", "", _nft_limit),
        ("UpdateChannelPayouts", "", _channel_payouts),
        ("SetPalletFozenStatus", "UpdatePalletFrozenStatusProposal", _frozen_status),
        ("UpdateTokenPalletTokenConstraints", "", _token_constraints),
        ("UpdateArgoBridgeConstraints", "", _bridge_constraints),
        ("SetEraPayoutDampingFactor", "", _one("dampingFactor")),
        ("DecreaseCouncilBudget", "", _one("amount")),
    )
}
"""By the runtime's name: the schema's name, and how its fields are made."""

KINDS = {kind: name for kind, (name, _) in _MAKERS.items()}
"""From the runtime's name of a proposal type to the schema's."""
