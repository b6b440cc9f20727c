"""What a call is refused with, in the runtime's own names and numbers."""

from collections.abc import Mapping
from typing import Any

from secretariat.devnet.chain.specs import GROUPS


class DispatchError(Exception):
    """A call that fails, as the runtime says it: ``pallet`` and the ``name`` of its error.

    The pallet is empty for the errors that belong to none, as BadOrigin does.
    """

    def __init__(self, pallet: str, name: str) -> None:
        super().__init__(f"{pallet}.{name}" if pallet else name)
        self.pallet = pallet
        self.name = name

    def value(self, moved: Mapping[str, int]) -> Any:
        """Give the error as a value of the runtime's type DispatchError; ``moved`` are ``Spec.pallet_numbers``."""
        if not self.pallet:
            return self.name
        number = ERRORS[self.pallet].index(self.name)
        pallet = moved.get(self.pallet, PALLETS[self.pallet])
        return {"Module": {"index": pallet, "error": number.to_bytes(4, "little")}}


def ensure(condition: object, pallet: str, name: str) -> None:
    """Let the call fail unless the condition holds. Raises DispatchError."""
    if not condition:
        raise DispatchError(pallet, name)


BAD_ORIGIN = ("", "BadOrigin")

PALLETS: dict[str, int] = {
    "System": 0,
    "Utility": 1,
    "Babe": 2,
    "Timestamp": 3,
    "Authorship": 4,
    "Balances": 5,
    "TransactionPayment": 6,
    "ElectionProviderMultiPhase": 7,
    "Staking": 8,
    "Session": 9,
    "Historical": 10,
    "Grandpa": 11,
    "AuthorityDiscovery": 12,
    "ImOnline": 13,
    "Offences": 14,
    "RandomnessCollectiveFlip": 15,
    "VoterList": 16,
    "Vesting": 17,
    "Multisig": 18,
    "Council": 19,
    "Referendum": 20,
    "Members": 21,
    "Forum": 22,
    "Constitution": 23,
    "Bounty": 24,
    "JoystreamUtility": 25,
    "Content": 26,
    "Storage": 27,
    "ProjectToken": 28,
    "ProposalsEngine": 29,
    "ProposalsDiscussion": 30,
    "ProposalsCodex": 31,
    "ForumWorkingGroup": 32,
    "StorageWorkingGroup": 33,
    "ContentWorkingGroup": 34,
    "OperationsWorkingGroupAlpha": 35,
    "AppWorkingGroup": 36,
    "MembershipWorkingGroup": 37,
    "OperationsWorkingGroupBeta": 38,
    "OperationsWorkingGroupGamma": 39,
    "DistributionWorkingGroup": 40,
    "Proxy": 41,
    "ArgoBridge": 42,
}
"""Numbers of the pallets in spec 2004; an upgrade may move them (``Spec.pallet_numbers``)."""


def _words(text: str) -> list[str]:
    return text.split()


_OF_EVERY_GROUP = _words("""
ArithmeticError StakeBalanceCannotBeZero OpeningDoesNotExist CannotHireMultipleLeaders
WorkerApplicationDoesNotExist MaxActiveWorkerNumberExceeded SuccessfulWorkerApplicationDoesNotExist
CannotHireLeaderWhenLeaderExists IsNotLeadAccount CurrentLeadNotSet WorkerDoesNotExist InvalidMemberOrigin
SignerIsNotWorkerRoleAccount BelowMinimumStakes InsufficientBalanceToCoverStake
ApplicationStakeDoesntMatchOpening OriginIsNotApplicant WorkerIsLeaving CannotRewardWithZero
InvalidStakingAccountForMember ConflictStakesOnAccount WorkerHasNoReward UnstakingPeriodLessThanMinimum
CannotSpendZero InsufficientBudgetForSpending NoApplicationsProvided
CannotDecreaseStakeDeltaGreaterThanStake ApplicationsNotForOpening WorkerStorageValueTooLong
InsufficientTokensForFunding ZeroTokensFunding InsufficientBalanceForTransfer
""")

ERRORS: dict[str, list[str]] = {
    "System": _words("""
        InvalidSpecName SpecVersionNeedsToIncrease FailedToExtractRuntimeVersion NonDefaultComposite NonZeroRefCount
        CallFiltered
    """),
    "Utility": _words("""
        TooManyCalls
    """),
    "Balances": _words("""
        VestingBalance LiquidityRestrictions InsufficientBalance ExistentialDeposit KeepAlive
        ExistingVestingSchedule DeadAccount TooManyReserves
    """),
    "Council": _words("""
        ArithmeticError BadOrigin CantCandidateNow CantReleaseStakeNow CandidacyStakeTooLow CantCandidateTwice
        ConflictingStake StakeStillNeeded NoStake InsufficientBalanceForStaking CantVoteForYourself
        MemberIdNotMatchAccount InvalidAccountToStakeReuse NotCandidatingNow CantWithdrawCandidacyNow NotCouncilor
        InsufficientFundsForFundingRequest ZeroBalanceFundRequest RepeatedFundRequestAccount EmptyFundingRequests
        InsufficientTokensForFunding ZeroTokensFunding CandidateDoesNotExist InsufficientBalanceForTransfer
        ReductionAmountTooLarge
    """),
    "Referendum": _words("""
        BadOrigin ReferendumNotRunning RevealingNotInProgress ConflictStakesOnAccount InsufficientBalanceToStake
        InsufficientStake InvalidReveal InvalidVote VoteNotExisting AlreadyVotedThisCycle UnstakingVoteInSameCycle
        SaltTooLong UnstakingForbidden AccountAlreadyOptedOutOfVoting
    """),
    "Members": _words("""
        NotEnoughBalanceToBuyMembership ControllerAccountRequired RootAccountRequired UnsignedOrigin
        MemberProfileNotFound HandleAlreadyRegistered HandleMustBeProvidedDuringRegistration ReferrerIsNotMember
        CannotTransferInvitesForNotMember NotEnoughInvites WorkingGroupLeaderNotSet
        StakingAccountIsAlreadyRegistered StakingAccountDoesntExist StakingAccountAlreadyConfirmed
        WorkingGroupBudgetIsNotSufficientForInviting ConflictingLock CannotExceedReferralCutPercentLimit
        ConflictStakesOnAccount InsufficientBalanceToCoverStake GifLockExceedsCredit InsufficientBalanceToGift
        InsufficientBalanceToCoverPayment
    """),
    "Forum": _words("""
        ArithmeticError OriginNotForumLead ForumUserIdNotMatchAccount ModeratorIdNotMatchAccount
        AccountDoesNotMatchThreadAuthor ThreadDoesNotExist ModeratorModerateOriginCategory
        ModeratorModerateDestinationCategory ThreadMoveInvalid ThreadNotBeingUpdated
        InsufficientBalanceForThreadCreation CannotDeleteThreadWithOutstandingPosts PostDoesNotExist
        AccountDoesNotMatchPostAuthor InsufficientBalanceForPost CategoryNotBeingUpdated AncestorCategoryImmutable
        MaxValidCategoryDepthExceeded CategoryDoesNotExist CategoryModeratorDoesNotExist CategoryNotEmptyThreads
        CategoryNotEmptyCategories ModeratorCantDeleteCategory ModeratorCantUpdateCategory MapSizeLimit
        PathLengthShouldBeGreaterThanZero MaxNumberOfStickiedThreadsExceeded
    """),
    "JoystreamUtility": _words("""
        InsufficientFundsForBudgetUpdate ZeroTokensBurn InsufficientFundsForBurn
    """),
    "ProposalsEngine": _words("""
        ArithmeticError EmptyTitleProvided EmptyDescriptionProvided TitleIsTooLong DescriptionIsTooLong
        ProposalNotFound ProposalFinalized AlreadyVoted NotAuthor MaxActiveProposalNumberExceeded EmptyStake
        StakeShouldBeEmpty StakeDiffersFromRequired InvalidParameterApprovalThreshold
        InvalidParameterSlashingThreshold RequireRootOrigin ProposalHasVotes ZeroExactExecutionBlock
        InvalidExactExecutionBlock InsufficientBalanceForStake ConflictingStakes InvalidStakingAccountForMember
        MaxDispatchableCallCodeSizeExceeded
    """),
    "ProposalsDiscussion": _words("""
        ArithmeticError ThreadDoesntExist PostDoesntExist RequireRootOrigin CannotPostOnClosedThread
        NotAuthorOrCouncilor MaxWhiteListSizeExceeded WhitelistedMemberDoesNotExist InsufficientBalanceForPost
        CannotDeletePost
    """),
    "ProposalsCodex": _words("""
        SignalProposalIsEmpty RuntimeProposalIsEmpty InvalidFundingRequestProposalBalance InvalidValidatorCount
        RequireRootOrigin InvalidCouncilElectionParameterCouncilSize InvalidCouncilElectionParameterCandidacyLimit
        InvalidCouncilElectionParameterMinVotingStake InvalidCouncilElectionParameterNewTermDuration
        InvalidCouncilElectionParameterMinCouncilStake InvalidCouncilElectionParameterRevealingPeriod
        InvalidCouncilElectionParameterVotingPeriod InvalidCouncilElectionParameterAnnouncingPeriod
        InvalidWorkingGroupBudgetCapacity InvalidSetLeadParameterCannotBeCouncilor SlashingStakeIsZero
        DecreasingStakeIsZero InsufficientFundsForBudgetUpdate InvalidFundingRequestProposalNumberOfAccount
        InvalidFundingRequestProposalRepeatedAccount InvalidChannelPayoutsProposalMinCashoutExceedsMaxCashout
        InvalidLeadWorkerId InvalidLeadOpeningId InvalidLeadApplicationId InvalidProposalId ArithmeticError
        ReductionAmountZero
    """),
    **dict.fromkeys(GROUPS, _OF_EVERY_GROUP),
}
"""Names of a pallet's errors; the place is the number."""
