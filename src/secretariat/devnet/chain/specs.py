"""The constants of the runtime by spec version: those of production, and what an upgrade changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SPEC_VERSION, TRANSACTION_VERSION = 2004, 2

PARAMETERS = (
    "voting_period",
    "grace_period",
    "approval_quorum_percentage",
    "approval_threshold_percentage",
    "slashing_quorum_percentage",
    "slashing_threshold_percentage",
    "required_stake",
    "constitutionality",
)
"""What a proposal type's parameters are, in the order of PROPOSALS: blocks, percent, base units, councils in a row."""

PROPOSALS: dict[str, tuple[int, int, int, int, int, int, int, int]] = {
    "SetMaxValidatorCountProposalParameters": (100_800, 72000, 100, 100, 100, 100, 1_666_666_666_660_000, 2),
    "RuntimeUpgradeProposalParameters": (100_800, 72000, 100, 100, 100, 100, 1_666_666_666_660_000, 2),
    "SignalProposalParameters": (43200, 1200, 100, 100, 100, 100, 166_666_666_666_000, 1),
    "FundingRequestProposalParameters": (43200, 1200, 66, 66, 100, 100, 35_000_000_000_000, 1),
    "CreateWorkingGroupLeadOpeningProposalParameters": (43200, 1200, 66, 66, 100, 100, 16_666_666_666_600, 1),
    "FillWorkingGroupOpeningProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "UpdateWorkingGroupBudgetProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "DecreaseWorkingGroupLeadStakeProposalParameters": (43200, 1200, 100, 100, 100, 100, 8_333_333_333_300, 1),
    "SlashWorkingGroupLeadProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "SetWorkingGroupLeadRewardProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "TerminateWorkingGroupLeadProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "AmendConstitutionProposalParameters": (72200, 14400, 80, 100, 60, 80, 16_666_666_666_600, 2),
    "CancelWorkingGroupLeadOpeningProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "SetMembershipPriceProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "SetCouncilBudgetIncrementProposalParameters": (72000, 72000, 100, 100, 100, 100, 333_333_333_332_000, 2),
    "SetCouncilorRewardProposalParameters": (28800, 43200, 100, 100, 100, 100, 333_333_333_332_000, 2),
    "SetInitialInvitationBalanceProposalParameters": (28800, 1200, 66, 66, 100, 100, 33_333_333_333_200, 1),
    "SetInvitationCountProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "SetMembershipLeadInvitationQuotaProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "SetReferralCutProposalParameters": (43200, 1200, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "VetoProposalProposalParameters": (14400, 0, 100, 100, 100, 100, 166_666_666_666_000, 1),
    "UpdateGlobalNftLimitProposalParameters": (28800, 1200, 66, 66, 100, 100, 16_666_666_666_600, 1),
    "UpdateChannelPayoutsProposalParameters": (100_800, 14400, 66, 100, 100, 100, 16_666_666_666_600, 1),
    "DecreaseCouncilBudgetProposalParameters": (43200, 0, 100, 100, 100, 100, 8_333_333_333_300, 1),
    "SetPalletFozenStatusProposalParameters": (43200, 0, 66, 66, 100, 100, 8_333_333_333_300, 1),
    "UpdateTokenPalletTokenConstraints": (100_800, 14400, 66, 100, 100, 100, 16_666_666_666_600, 1),
    "UpdateArgoBridgeConstraints": (100_800, 14400, 100, 100, 100, 100, 16_666_666_666_600, 1),
    "SetEraPayoutDampingFactorProposalParameters": (43200, 0, 66, 66, 100, 100, 8_333_333_333_300, 1),
}
"""By the constant's name in the pallet ProposalsCodex, production values of spec 2004."""

GROUPS: dict[str, tuple[int, int, bytes]] = {
    "ForumWorkingGroup": (14410, 30, b"wg-forum"),
    "StorageWorkingGroup": (14420, 50, b"wg-storg"),
    "ContentWorkingGroup": (14430, 30, b"wg-contt"),
    "OperationsWorkingGroupAlpha": (14460, 30, b"wg-opera"),
    "AppWorkingGroup": (14450, 30, b"wg-appli"),
    "MembershipWorkingGroup": (14440, 30, b"wg-membr"),
    "OperationsWorkingGroupBeta": (14470, 30, b"wg-operb"),
    "OperationsWorkingGroupGamma": (14480, 30, b"wg-operg"),
    "DistributionWorkingGroup": (14490, 50, b"wg-distr"),
}
"""By the working group's pallet: blocks between rewards, most workers, the id of its lock."""

PALLET_OF = {
    "Forum": "ForumWorkingGroup",
    "Storage": "StorageWorkingGroup",
    "Content": "ContentWorkingGroup",
    "OperationsAlpha": "OperationsWorkingGroupAlpha",
    "App": "AppWorkingGroup",
    "Distribution": "DistributionWorkingGroup",
    "OperationsBeta": "OperationsWorkingGroupBeta",
    "OperationsGamma": "OperationsWorkingGroupGamma",
    "Membership": "MembershipWorkingGroup",
}
"""The groups' pallets by their names in the type WorkingGroup, in its order."""

_PLAIN: dict[str, Any] = {
    "System.BlockHashCount": 2400,
    "System.SS58Prefix": 126,
    "Babe.EpochDuration": 600,
    "Babe.ExpectedBlockTime": 6000,
    "Timestamp.MinimumPeriod": 3000,
    "Balances.ExistentialDeposit": 266_666_560,
    "Staking.HistoryDepth": 120,
    "Staking.SessionsPerEra": 6,
    "Staking.BondingDuration": 112,
    "Council.CandidacyLockId": b"candidac",
    "Council.CouncilorLockId": b"councilo",
    "Council.MinNumberOfExtraCandidates": 0,
    "Council.CouncilSize": 3,
    "Council.MinCandidateStake": 1_666_666_666_660_000,
    "Council.AnnouncingPeriodDuration": 86400,
    "Council.IdlePeriodDuration": 201_600,
    "Council.ElectedMemberRewardPeriod": 14400,
    "Council.BudgetRefillPeriod": 14400,
    "Referendum.StakingHandlerLockId": b"voting  ",
    "Referendum.MaxSaltLength": 32,
    "Referendum.VoteStageDuration": 57600,
    "Referendum.RevealStageDuration": 57600,
    "Referendum.MinimumStake": 1_666_666_666_660,
    "Members.InvitedMemberLockId": b"invitemb",
    "Members.StakingCandidateLockId": b"boundsta",
    "Members.DefaultMembershipPrice": 166_666_666_666,
    "Members.ReferralCutMaximumPercent": 50,
    "Members.DefaultInitialInvitationBalance": 83_333_333_300,
    "Members.CandidateStake": 1_666_666_666_660,
    "Forum.PostDeposit": 1_928_887_055,
    "Forum.ThreadDeposit": 1_864_121_502,
    "Forum.MaxDirectSubcategoriesInCategory": 10,
    "Forum.MaxTotalCategories": 40,
    "ProposalsEngine.StakingHandlerLockId": b"proposal",
    "ProposalsEngine.CancellationFee": 166_666_666_666,
    "ProposalsEngine.RejectionFee": 833_333_333_330,
    "ProposalsEngine.TitleMaxLength": 40,
    "ProposalsEngine.DescriptionMaxLength": 3000,
    "ProposalsEngine.MaxActiveProposalLimit": 20,
    "ProposalsDiscussion.MaxWhiteListSize": 20,
    "ProposalsDiscussion.PostDeposit": 1_826_241_488,
    "ProposalsDiscussion.PostLifeTime": 600,
    "ProposalsCodex.FundingRequestProposalMaxTotalAmount": 10_000_000_000_000_000,
    "ProposalsCodex.FundingRequestProposalMaxAccounts": 20,
    "ProposalsCodex.SetMaxValidatorCountProposalMaxValidators": 100,
}

_OF_EVERY_GROUP = {
    "MinUnstakingPeriodLimit": 288_000,
    "MinimumApplicationStake": 3_333_333_333_320,
    "LeaderOpeningStake": 16_666_666_666_600,
}


def _constants() -> dict[str, Any]:
    found = dict(_PLAIN)
    for name, values in PROPOSALS.items():
        found[f"ProposalsCodex.{name}"] = dict(zip(PARAMETERS, values, strict=True))
    for pallet, (period, workers, lock) in GROUPS.items():
        found[f"{pallet}.RewardPeriod"] = period
        found[f"{pallet}.MaxWorkerNumberLimit"] = workers
        found[f"{pallet}.StakingHandlerLockId"] = lock
        found.update({f"{pallet}.{name}": value for name, value in _OF_EVERY_GROUP.items()})
    return found


PRODUCTION: Mapping[str, Any] = _constants()
"""Every constant the practice runtime has, by ``Pallet.Constant``; periods in blocks, money in base units, ids of locks as bytes."""


def _stake_and_council(name: str, **changed: int) -> dict[str, Any]:
    return {f"ProposalsCodex.{name}": {**PRODUCTION[f"ProposalsCodex.{name}"], **changed}}


_CHEAP_FUNDING = {
    "ProposalsCodex.FundingRequestProposalMaxTotalAmount": 1_666_666_666_660_000,
    **_stake_and_council("FundingRequestProposalParameters", required_stake=1_666_666_666_660),
}

EARLIER: dict[int, dict[str, Any]] = {
    2001: {
        **_CHEAP_FUNDING,
        **_stake_and_council("RuntimeUpgradeProposalParameters", constitutionality=4),
        **_stake_and_council("SetMaxValidatorCountProposalParameters", constitutionality=3),
        **_stake_and_council("SetCouncilBudgetIncrementProposalParameters", constitutionality=3),
        "Council.AnnouncingPeriodDuration": 129_600,
        "Council.IdlePeriodDuration": 1,
        "Referendum.VoteStageDuration": 43200,
        "Referendum.RevealStageDuration": 43200,
        "Forum.PostDeposit": 1_930_267_011,
        "Forum.ThreadDeposit": 1_869_394_073,
        "ProposalsDiscussion.PostDeposit": 1_847_717_778,
    },
    2002: _CHEAP_FUNDING,
    2003: _CHEAP_FUNDING,
}
"""What earlier runtimes had in another way, by spec version."""

TYPES_SINCE = {
    "SetPalletFozenStatus": 2002,
    "DecreaseCouncilBudget": 2003,
    "UpdateTokenPalletTokenConstraints": 2003,
    "SetEraPayoutDampingFactor": 2003,
    "UpdateArgoBridgeConstraints": 2004,
}
"""Proposal types that came with a later runtime, and with which."""


@dataclass(frozen=True, kw_only=True)
class Spec:
    """One runtime: its version, and the constants it has. ``pallet_numbers`` are those that an upgrade moved."""

    version: int = SPEC_VERSION
    transaction_version: int = TRANSACTION_VERSION
    constants: Mapping[str, Any] = field(default_factory=lambda: PRODUCTION)
    pallet_numbers: Mapping[str, int] = field(default_factory=dict)

    def upgraded(
        self,
        version: int,
        *,
        constants: Mapping[str, Any] | None = None,
        pallet_numbers: Mapping[str, int] | None = None,
    ) -> "Spec":
        """Give the runtime that an upgrade leads to: what is named changes, all else stays."""
        return Spec(
            version=version,
            transaction_version=self.transaction_version + (1 if pallet_numbers else 0),
            constants={**self.constants, **(constants or {})},
            pallet_numbers={**self.pallet_numbers, **(pallet_numbers or {})},
        )


def spec_of(version: int) -> Spec:
    """Give a runtime of the real network's history: 2001 to 2004, the constants that the practice network knows."""
    return Spec(version=version, constants={**PRODUCTION, **EARLIER.get(version, {})})
