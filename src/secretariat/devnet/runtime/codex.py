"""Making a proposal of one of the runtime's types (pallet ProposalsCodex)."""

from collections.abc import Callable
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import discussion, members, proposals
from secretariat.devnet.runtime.errors import DispatchError, ensure

PALLET = "ProposalsCodex"

ODD_CONSTANTS = {
    "FillWorkingGroupLeadOpening": "FillWorkingGroupOpeningProposalParameters",
    "SetInitialInvitationCount": "SetInvitationCountProposalParameters",
    "VetoProposal": "VetoProposalProposalParameters",
    "UpdateTokenPalletTokenConstraints": "UpdateTokenPalletTokenConstraints",
    "UpdateArgoBridgeConstraints": "UpdateArgoBridgeConstraints",
}
"""Types whose constant is not named after them."""

TYPES = (
    "Signal",
    "RuntimeUpgrade",
    "FundingRequest",
    "SetMaxValidatorCount",
    "CreateWorkingGroupLeadOpening",
    "FillWorkingGroupLeadOpening",
    "UpdateWorkingGroupBudget",
    "DecreaseWorkingGroupLeadStake",
    "SlashWorkingGroupLead",
    "SetWorkingGroupLeadReward",
    "TerminateWorkingGroupLead",
    "AmendConstitution",
    "CancelWorkingGroupLeadOpening",
    "SetMembershipPrice",
    "SetCouncilBudgetIncrement",
    "SetCouncilorReward",
    "SetInitialInvitationBalance",
    "SetInitialInvitationCount",
    "SetMembershipLeadInvitationQuota",
    "SetReferralCut",
    "VetoProposal",
    "UpdateGlobalNftLimit",
    "UpdateChannelPayouts",
    "SetPalletFozenStatus",
    "UpdateTokenPalletTokenConstraints",
    "UpdateArgoBridgeConstraints",
    "SetEraPayoutDampingFactor",
    "DecreaseCouncilBudget",
)
"""The variants of ProposalDetails in their order."""

REFUSED = frozenset({"UpdateGlobalNftLimit"})
"""Types that the runtime's call filter does not let be created."""


def parameters_of(chain: Chain, kind: str) -> dict[str, Any]:
    """Give the parameters that a new proposal of this type has now, without UpdateWorkingGroupBudget's odd names."""
    name = ODD_CONSTANTS.get(kind, f"{kind}ProposalParameters")
    found: dict[str, Any] = chain.constant(f"ProposalsCodex.{name}")
    return found


def kind_of(details: Any) -> tuple[str, Any]:
    """Give a proposal's type and its content."""
    ((kind, content),) = details.items()
    return kind, content


def create_proposal(
    chain: Chain, origin: bytes, general_proposal_parameters: dict[str, Any], proposal_details: Any
) -> int:
    """File a proposal with its discussion. Gives its id. Raises DispatchError as the runtime does."""
    general = general_proposal_parameters
    kind, content = kind_of(proposal_details)
    ensure(kind not in REFUSED, "System", "CallFiltered")
    members.ensure_controller(chain, origin, general["member_id"])
    if check := _CHECKS.get(kind):
        check(chain, content)
    parameters = parameters_of(chain, kind)
    account, execution_block = general["staking_account_id"], general["exact_execution_block"]
    if account is not None:
        bound = members.may_stake(chain, general["member_id"], account)
        ensure(bound, "ProposalsEngine", "InvalidStakingAccountForMember")
    title, description = general["title"], general["description"]
    proposals.ensure_valid(chain, parameters, title, description, account, execution_block)
    thread = discussion.create_thread(chain, general["member_id"])
    number = proposals.file(chain, general["member_id"], parameters, proposal_details, account, execution_block)
    chain.put(discussion.BY_PROPOSAL, thread, number)
    chain.emit("ProposalsCodex.ProposalCreated", number, general, proposal_details, thread)
    return number


# ----------------------------------------------------------- what a type checks


def _signal(_chain: Chain, text: bytes) -> None:
    ensure(text, PALLET, "SignalProposalIsEmpty")


def _upgrade(_chain: Chain, code: bytes) -> None:
    ensure(code, PALLET, "RuntimeProposalIsEmpty")


def _funding(chain: Chain, requests: tuple[dict[str, Any], ...]) -> None:
    most = chain.constant("ProposalsCodex.FundingRequestProposalMaxAccounts")
    ensure(0 < len(requests) <= most, PALLET, "InvalidFundingRequestProposalNumberOfAccount")
    amounts = [one["amount"] for one in requests]
    largest = chain.constant("ProposalsCodex.FundingRequestProposalMaxTotalAmount")
    ensure(all(amounts) and sum(amounts) <= largest, PALLET, "InvalidFundingRequestProposalBalance")
    different = len({one["account"] for one in requests}) == len(requests)
    ensure(different, PALLET, "InvalidFundingRequestProposalRepeatedAccount")


def _validators(chain: Chain, count: int) -> None:
    least = chain.get("Staking.MinimumValidatorCount") or 0
    most = chain.constant("ProposalsCodex.SetMaxValidatorCountProposalMaxValidators")
    ensure(least <= count <= most, PALLET, "InvalidValidatorCount")


def _decrease_stake(_chain: Chain, content: tuple[int, int, str]) -> None:
    ensure(content[1], PALLET, "DecreasingStakeIsZero")


def _slash_stake(_chain: Chain, content: tuple[int, int, str]) -> None:
    ensure(content[1], PALLET, "SlashingStakeIsZero")


def _payouts(_chain: Chain, content: dict[str, Any]) -> None:
    least, most = content["min_cashout_allowed"], content["max_cashout_allowed"]
    if least is not None and most is not None:
        ensure(least <= most, PALLET, "InvalidChannelPayoutsProposalMinCashoutExceedsMaxCashout")


def _reduction(_chain: Chain, amount: int) -> None:
    ensure(amount, PALLET, "ReductionAmountZero")


_CHECKS: dict[str, Callable[[Chain, Any], None]] = {
    "Signal": _signal,
    "RuntimeUpgrade": _upgrade,
    "FundingRequest": _funding,
    "SetMaxValidatorCount": _validators,
    "DecreaseWorkingGroupLeadStake": _decrease_stake,
    "SlashWorkingGroupLead": _slash_stake,
    "UpdateChannelPayouts": _payouts,
    "DecreaseCouncilBudget": _reduction,
}


def refuse(_chain: Chain, _origin: bytes, **_args: Any) -> None:
    """Stand for a call that the runtime's filter refuses. Raises DispatchError always."""
    raise DispatchError("System", "CallFiltered")
