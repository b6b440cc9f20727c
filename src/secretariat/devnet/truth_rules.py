"""The truth about the rules of elections and proposals: the figures that each runtime had, and the reward of a seat, from which block on."""

from collections.abc import Iterator, Mapping
from typing import Any

from secretariat.devnet.chain.kernel import SPEC, Chain, Event

CONSTANTS = {
    "seats": "Council.CouncilSize",
    "extra_candidates": "Council.MinNumberOfExtraCandidates",
    "candidate_stake": "Council.MinCandidateStake",
    "vote_stake": "Referendum.MinimumStake",
    "bind_stake": "Members.CandidateStake",
    "rejection_fee": "ProposalsEngine.RejectionFee",
    "cancellation_fee": "ProposalsEngine.CancellationFee",
    "salt_bytes": "Referendum.MaxSaltLength",
    "announcing": "Council.AnnouncingPeriodDuration",
    "voting": "Referendum.VoteStageDuration",
    "revealing": "Referendum.RevealStageDuration",
    "idle": "Council.IdlePeriodDuration",
    "refill_period": "Council.BudgetRefillPeriod",
    "reward_period": "Council.ElectedMemberRewardPeriod",
    "most_funding": "ProposalsCodex.FundingRequestProposalMaxTotalAmount",
}
"""By our word: stakes and fees are base units, stages and periods are blocks."""

TYPE = "ProposalsCodex."
ODD = {
    "FillWorkingGroupOpening": "FillWorkingGroupLeadOpening",
    "SetInvitationCount": "SetInitialInvitationCount",
    "VetoProposalProposal": "VetoProposal",
}
"""Constants of types that are not named after them."""

_CHANGES = frozenset({"System.CodeUpdated", "Council.CouncilorRewardUpdated"})


def rules(chain: Chain, events: list[Event]) -> list[dict[str, Any]]:
    """Tell the figures in force, oldest first; ``from`` is the first block that is made under them."""
    changed = sorted({event.block for event in events if event.name in _CHANGES})
    return [_figures(chain, 0, 0), *(_figures(chain, block, block + 1) for block in changed)]


def _figures(chain: Chain, block: int, first: int) -> dict[str, Any]:
    spec = chain.get_at(block, SPEC)
    figures = {word: spec.constants[name] for word, name in CONSTANTS.items()}
    stakes = {word: str(figures[word]) for word in figures if word.endswith(("_stake", "_fee", "_funding"))}
    reward = chain.get_at(block, "Council.CouncilorReward") or 0
    return {
        "from": first,
        "spec_version": spec.version,
        **figures,
        **stakes,
        "councilor_reward": str(reward),
        "proposal_types": dict(_types(spec.constants)),
    }


def _types(constants: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the parameters of each type of proposal by the chain's name of it: blocks, per cent, base units as text, councils in a row."""
    for name, value in sorted(constants.items()):
        if name.startswith(TYPE) and isinstance(value, dict):
            short = name.removeprefix(TYPE).removesuffix("ProposalParameters")
            stake = value["required_stake"]
            yield ODD.get(short, short), {**value, "required_stake": None if stake is None else str(stake)}
