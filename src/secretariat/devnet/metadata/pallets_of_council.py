"""Pallets of the council: its elections, its members, its constitution and what it executes."""

from secretariat.devnet.metadata.declarations import pallet

COUNCIL = pallet(
    "Council",
    19,
    "pallet_council",
    items="""
        Stage: CouncilStageUpdate
        CouncilMembers: WeakBoundedVec<CouncilMember>
        Candidates: blake u64 => Candidate?
        AnnouncementPeriodNr: u64
        Budget: u128
        NextRewardPayments: u32
        NextBudgetRefill: u32
        BudgetIncrement: u128
        CouncilorReward: u128
        EraPayoutDampingFactor: Percent
    """,
    calls="""
        announce_candidacy(membership_id: u64, staking_account_id: AccountId, reward_account_id: AccountId, stake: u128)
        release_candidacy_stake(membership_id: u64)
        withdraw_candidacy(membership_id: u64)
        set_candidacy_note(membership_id: u64, note: Vec<u8>)
        set_budget(balance: u128)
        plan_budget_refill(next_refill: u32)
        set_budget_increment(budget_increment: u128)
        set_councilor_reward(councilor_reward: u128)
        funding_request(funding_requests: Vec<FundingRequestParameters>)
        fund_council_budget(member_id: u64, amount: u128, rationale: Vec<u8>)
        councilor_remark(councilor_id: u64, msg: Vec<u8>)
        candidate_remark(candidate_id: u64, msg: Vec<u8>)
        set_era_payout_damping_factor(new_parameter: Percent)
        decrease_council_budget(reduction_amount: u128)
    """,
    events="""
        AnnouncingPeriodStarted(u32)
        NotEnoughCandidates(u32)
        VotingPeriodStarted(u32)
        NewCandidate(u64, AccountId, AccountId, u128)
        NewCouncilElected(Vec<u64>, u32)
        NewCouncilNotElected(u32)
        CandidacyStakeRelease(u64)
        CandidacyWithdraw(u64)
        CandidacyNoteSet(u64, Vec<u8>)
        RewardPayment(u64, AccountId, u128, u128)
        BudgetBalanceSet(u128)
        BudgetRefill(u128)
        BudgetRefillPlanned(u32)
        BudgetIncrementUpdated(u128)
        CouncilorRewardUpdated(u128)
        CouncilBudgetDecreased(u128)
        RequestFunded(AccountId, u128)
        CouncilBudgetFunded(u64, u128, Vec<u8>)
        CouncilorRemarked(u64, Vec<u8>)
        CandidateRemarked(u64, Vec<u8>)
        EraPayoutDampingFactorSet(Percent)
    """,
    errors="""
        ArithmeticError BadOrigin CantCandidateNow CantReleaseStakeNow CandidacyStakeTooLow CantCandidateTwice
        ConflictingStake StakeStillNeeded NoStake InsufficientBalanceForStaking CantVoteForYourself
        MemberIdNotMatchAccount InvalidAccountToStakeReuse NotCandidatingNow CantWithdrawCandidacyNow NotCouncilor
        InsufficientFundsForFundingRequest ZeroBalanceFundRequest RepeatedFundRequestAccount EmptyFundingRequests
        InsufficientTokensForFunding ZeroTokensFunding CandidateDoesNotExist InsufficientBalanceForTransfer
        ReductionAmountTooLarge
    """,
    constants="""
        MinNumberOfExtraCandidates: u32
        CouncilSize: u32
        MinCandidateStake: u128
        AnnouncingPeriodDuration: u32
        IdlePeriodDuration: u32
        ElectedMemberRewardPeriod: u32
        BudgetRefillPeriod: u32
        CandidacyLockId: [u8; 8]
        CouncilorLockId: [u8; 8]
    """,
    defaults={"Stage": {"stage": {"Idle": {"ends_at": 1}}, "changed_at": 0}, "EraPayoutDampingFactor": 100},
)

REFERENDUM = pallet(
    "Referendum",
    20,
    "pallet_referendum",
    prefix="Instance1Referendum",
    items="""
        Stage: ReferendumStage
        Votes: blake AccountId => CastVote
        AccountsOptedOut: blake AccountId => ()
    """,
    calls="""
        vote(commitment: Hash, stake: u128)
        reveal_vote(salt: Vec<u8>, vote_option_id: u64)
        release_vote_stake
        opt_out_of_voting
    """,
    events="""
        ReferendumStarted(u32, u32)
        ReferendumStartedForcefully(u32, u32)
        RevealingStageStarted(u32)
        ReferendumFinished(Vec<OptionResult>)
        VoteCast(AccountId, Hash, u128)
        VoteRevealed(AccountId, u64, Vec<u8>)
        StakeReleased(AccountId)
        AccountOptedOutOfVoting(AccountId)
    """,
    errors="""
        BadOrigin ReferendumNotRunning RevealingNotInProgress ConflictStakesOnAccount InsufficientBalanceToStake
        InsufficientStake InvalidReveal InvalidVote VoteNotExisting AlreadyVotedThisCycle UnstakingVoteInSameCycle
        SaltTooLong UnstakingForbidden AccountAlreadyOptedOutOfVoting
    """,
    constants="""
        MaxSaltLength: u64
        VoteStageDuration: u32
        RevealStageDuration: u32
        MinimumStake: u128
        StakingHandlerLockId: [u8; 8]
    """,
)

MEMBERS = pallet(
    "Members",
    21,
    "pallet_membership",
    prefix="Membership",
    items="""
        NextMemberId: u64
        MembershipById: blake u64 => MembershipObject?
        MemberIdByHandleHash: blake Hash => u64
        ReferralCut: u8
        MembershipPrice: u128
        InitialInvitationCount: u32
        InitialInvitationBalance: u128
        StakingAccountIdMemberStatus: blake AccountId => StakingAccountMemberBinding
    """,
    calls="""
        buy_membership(params: BuyMembershipParameters)
        update_profile(member_id: u64, handle: Option<Vec<u8>>, metadata: Option<Vec<u8>>)
        update_accounts(member_id: u64, new_root_account: Option<AccountId>, new_controller_account: Option<AccountId>)
        update_profile_verification(worker_id: u64, target_member_id: u64, is_verified: bool)
        set_referral_cut(percent_value: u8)
        transfer_invites(source_member_id: u64, target_member_id: u64, number_of_invites: u32)
        invite_member(params: InviteMembershipParameters)
        gift_membership(params: GiftMembershipParameters)
        set_membership_price(new_price: u128)
        set_leader_invitation_quota(invitation_quota: u32)
        set_initial_invitation_balance(new_initial_balance: u128)
        set_initial_invitation_count(new_invitation_count: u32)
        add_staking_account_candidate(member_id: u64)
        remove_staking_account(member_id: u64)
        confirm_staking_account(member_id: u64, staking_account_id: AccountId)
        member_remark(member_id: u64, msg: Vec<u8>, payment: Option<(AccountId, u128)>)
        create_member(params: CreateMemberParameters)
    """,
    events="""
        MemberInvited(u64, InviteMembershipParameters, u128)
        MembershipGifted(u64, GiftMembershipParameters)
        MembershipBought(u64, BuyMembershipParameters, u32)
        MemberProfileUpdated(u64, Option<Vec<u8>>, Option<Vec<u8>>)
        MemberAccountsUpdated(u64, Option<AccountId>, Option<AccountId>)
        MemberVerificationStatusUpdated(u64, bool, u64)
        ReferralCutUpdated(u8)
        InvitesTransferred(u64, u64, u32)
        MembershipPriceUpdated(u128)
        InitialInvitationBalanceUpdated(u128)
        LeaderInvitationQuotaUpdated(u32)
        InitialInvitationCountUpdated(u32)
        StakingAccountAdded(AccountId, u64)
        StakingAccountRemoved(AccountId, u64)
        StakingAccountConfirmed(AccountId, u64)
        MemberRemarked(u64, Vec<u8>, Option<(AccountId, u128)>)
        MemberCreated(u64, CreateMemberParameters, u32)
    """,
    errors="""
        NotEnoughBalanceToBuyMembership ControllerAccountRequired RootAccountRequired UnsignedOrigin
        MemberProfileNotFound HandleAlreadyRegistered HandleMustBeProvidedDuringRegistration ReferrerIsNotMember
        CannotTransferInvitesForNotMember NotEnoughInvites WorkingGroupLeaderNotSet
        StakingAccountIsAlreadyRegistered StakingAccountDoesntExist StakingAccountAlreadyConfirmed
        WorkingGroupBudgetIsNotSufficientForInviting ConflictingLock CannotExceedReferralCutPercentLimit
        ConflictStakesOnAccount InsufficientBalanceToCoverStake GifLockExceedsCredit InsufficientBalanceToGift
        InsufficientBalanceToCoverPayment
    """,
    constants="""
        DefaultMembershipPrice: u128
        ReferralCutMaximumPercent: u8
        DefaultInitialInvitationBalance: u128
        CandidateStake: u128
        InvitedMemberLockId: [u8; 8]
        StakingCandidateLockId: [u8; 8]
    """,
    defaults={"MembershipPrice": 166_666_666_666, "InitialInvitationBalance": 83_333_333_300},
)

CONSTITUTION = pallet(
    "Constitution",
    23,
    "pallet_constitution",
    items="Constitution: ConstitutionInfo",
    calls="amend_constitution(constitution_text: Vec<u8>)",
    events="ConstutionAmended(Hash, Vec<u8>)",
)

BOUNTY = pallet(
    "Bounty",
    24,
    "pallet_bounty",
    items="""
        BountyCount: u32
        EntryCount: u32
    """,
    calls="create_bounty(params: BountyParameters, metadata: Vec<u8>)",
    events="BountyCreated(u64, BountyParameters, Vec<u8>)",
    errors="""
        ArithmeticError MinFundingAmountCannotBeGreaterThanMaxAmount BountyDoesntExist SwitchOracleOriginIsRoot
        InvalidStageUnexpectedFunding InvalidStageUnexpectedNoFundingContributed InvalidStageUnexpectedCancelled
        InvalidStageUnexpectedWorkSubmission InvalidStageUnexpectedJudgment
        InvalidStageUnexpectedSuccessfulBountyWithdrawal InvalidStageUnexpectedFailedBountyWithdrawal
        InsufficientBalanceForBounty NoBountyContributionFound InsufficientBalanceForStake ConflictingStakes
        WorkEntryDoesntExist CherryLessThenMinimumAllowed CannotSubmitWorkToClosedContractBounty
        ClosedContractMemberListIsEmpty ClosedContractMemberListIsTooLarge ClosedContractMemberNotFound
        InvalidOracleMemberId InvalidStakingAccountForMember ZeroWinnerReward TotalRewardShouldBeEqualToTotalFunding
        EntrantStakeIsLessThanMininum FundingAmountCannotBeZero FundingPeriodCannotBeZero
        WinnerShouldHasWorkSubmission InvalidContributorActorSpecified InvalidOracleActorSpecified
        InvalidEntrantWorkerSpecified InvalidCreatorActorSpecified WorkEntryDoesntBelongToWorker
        OracleRewardAlreadyWithdrawn
    """,
)

UTILITY_OF_THE_DAO = pallet(
    "JoystreamUtility",
    25,
    "pallet_joystream_utility",
    calls="""
        execute_signal_proposal(signal: Vec<u8>)
        execute_runtime_upgrade_proposal(wasm: Vec<u8>)
        update_working_group_budget(working_group: WorkingGroup, amount: u128, balance_kind: BalanceKind)
        burn_account_tokens(amount: u128)
    """,
    events="""
        Signaled(Vec<u8>)
        RuntimeUpgraded(Vec<u8>)
        UpdatedWorkingGroupBudget(WorkingGroup, u128, BalanceKind)
        TokensBurned(AccountId, u128)
    """,
    errors="""
        InsufficientFundsForBudgetUpdate ZeroTokensBurn InsufficientFundsForBurn
    """,
)

COUNCIL_PALLETS = (COUNCIL, REFERENDUM, MEMBERS, CONSTITUTION, BOUNTY, UTILITY_OF_THE_DAO)
