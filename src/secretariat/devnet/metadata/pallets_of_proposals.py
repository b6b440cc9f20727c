"""Pallets of proposals and forum: what people say, ask for and decide."""

from secretariat.devnet.chain.specs import PROPOSALS
from secretariat.devnet.metadata.declarations import pallet

FORUM = pallet(
    "Forum",
    22,
    "pallet_forum",
    prefix="Forum_1_1",
    items="""
        CategoryById: blake u64 => Category
        NextCategoryId: u64
        CategoryCounter: u64
        ThreadById: blake u64, u64 => Thread
        NextThreadId: u64
        NextPostId: u64
        CategoryByModerator: blake u64, u64 => ()
        PostById: blake u64, u64 => Post
    """,
    calls="""
        update_category_membership_of_moderator(moderator_id: u64, category_id: u64, new_value: bool)
        create_category(parent_category_id: Option<u64>, title: Vec<u8>, description: Vec<u8>)
        update_category_archival_status(actor: PrivilegedActor, category_id: u64, new_archival_status: bool)
        update_category_title(actor: PrivilegedActor, category_id: u64, title: Vec<u8>)
        update_category_description(actor: PrivilegedActor, category_id: u64, description: Vec<u8>)
        delete_category(actor: PrivilegedActor, category_id: u64)
        create_thread(forum_user_id: u64, category_id: u64, metadata: Vec<u8>, text: Vec<u8>)
        edit_thread_metadata(forum_user_id: u64, category_id: u64, thread_id: u64, new_metadata: Vec<u8>)
        delete_thread(forum_user_id: u64, category_id: u64, thread_id: u64, hide: bool)
        move_thread_to_category(actor: PrivilegedActor, category_id: u64, thread_id: u64, new_category_id: u64)
        moderate_thread(actor: PrivilegedActor, category_id: u64, thread_id: u64, rationale: Vec<u8>)
        add_post(forum_user_id: u64, category_id: u64, thread_id: u64, text: Vec<u8>, editable: bool)
        edit_post_text(forum_user_id: u64, category_id: u64, thread_id: u64, post_id: u64, new_text: Vec<u8>)
        moderate_post(actor: PrivilegedActor, category_id: u64, thread_id: u64, post_id: u64, rationale: Vec<u8>)
        delete_posts(forum_user_id: u64, posts: BTreeMap<ExtendedPostIdObject, bool>, rationale: Vec<u8>)
        set_stickied_threads(actor: PrivilegedActor, category_id: u64, stickied_ids: BTreeSet<u64>)
    """,
    events="""
        CategoryCreated(u64, Option<u64>, Vec<u8>, Vec<u8>)
        CategoryArchivalStatusUpdated(u64, bool, PrivilegedActor)
        CategoryTitleUpdated(u64, Hash, PrivilegedActor)
        CategoryDescriptionUpdated(u64, Hash, PrivilegedActor)
        CategoryDeleted(u64, PrivilegedActor)
        ThreadCreated(u64, u64, u64, u64, Vec<u8>, Vec<u8>)
        ThreadModerated(u64, Vec<u8>, PrivilegedActor, u64)
        ThreadUpdated(u64, bool, PrivilegedActor, u64)
        ThreadMetadataUpdated(u64, u64, u64, Vec<u8>)
        ThreadDeleted(u64, u64, u64, bool)
        ThreadMoved(u64, u64, PrivilegedActor, u64)
        PostAdded(u64, u64, u64, u64, Vec<u8>, bool)
        PostModerated(u64, Vec<u8>, PrivilegedActor, u64, u64)
        PostDeleted(Vec<u8>, u64, BTreeMap<ExtendedPostIdObject, bool>)
        PostTextUpdated(u64, u64, u64, u64, Vec<u8>)
        CategoryStickyThreadUpdate(u64, BTreeSet<u64>, PrivilegedActor)
        CategoryMembershipOfModeratorUpdated(u64, u64, bool)
    """,
    errors="""
        ArithmeticError OriginNotForumLead ForumUserIdNotMatchAccount ModeratorIdNotMatchAccount
        AccountDoesNotMatchThreadAuthor ThreadDoesNotExist ModeratorModerateOriginCategory
        ModeratorModerateDestinationCategory ThreadMoveInvalid ThreadNotBeingUpdated
        InsufficientBalanceForThreadCreation CannotDeleteThreadWithOutstandingPosts PostDoesNotExist
        AccountDoesNotMatchPostAuthor InsufficientBalanceForPost CategoryNotBeingUpdated AncestorCategoryImmutable
        MaxValidCategoryDepthExceeded CategoryDoesNotExist CategoryModeratorDoesNotExist CategoryNotEmptyThreads
        CategoryNotEmptyCategories ModeratorCantDeleteCategory ModeratorCantUpdateCategory MapSizeLimit
        PathLengthShouldBeGreaterThanZero MaxNumberOfStickiedThreadsExceeded
    """,
    constants="""
        PostDeposit: u128
        ThreadDeposit: u128
        MaxDirectSubcategoriesInCategory: u64
        MaxTotalCategories: u64
    """,
)

ENGINE = pallet(
    "ProposalsEngine",
    29,
    "pallet_proposals_engine",
    prefix="ProposalEngine",
    items="""
        Proposals: blake u32 => Proposal
        ProposalCount: u32
        DispatchableCallCode: blake u32 => BoundedVec<u8>
        ActiveProposalCount: u32
        VoteExistsByProposalByVoter: blake u32, u64 => VoteKind
    """,
    calls="""
        vote(voter_id: u64, proposal_id: u32, vote: VoteKind, rationale: Vec<u8>)
        cancel_proposal(proposer_id: u64, proposal_id: u32)
        veto_proposal(proposal_id: u32)
        proposer_remark(proposal_id: u32, proposer_id: u64, msg: Vec<u8>)
    """,
    events="""
        ProposalStatusUpdated(u32, ProposalStatus)
        ProposalDecisionMade(u32, ProposalDecision)
        ProposalExecuted(u32, ExecutionStatus)
        Voted(u64, u32, VoteKind, Vec<u8>)
        ProposalCancelled(u64, u32)
        ProposerRemarked(u64, u32, Vec<u8>)
    """,
    errors="""
        ArithmeticError EmptyTitleProvided EmptyDescriptionProvided TitleIsTooLong DescriptionIsTooLong
        ProposalNotFound ProposalFinalized AlreadyVoted NotAuthor MaxActiveProposalNumberExceeded EmptyStake
        StakeShouldBeEmpty StakeDiffersFromRequired InvalidParameterApprovalThreshold
        InvalidParameterSlashingThreshold RequireRootOrigin ProposalHasVotes ZeroExactExecutionBlock
        InvalidExactExecutionBlock InsufficientBalanceForStake ConflictingStakes InvalidStakingAccountForMember
        MaxDispatchableCallCodeSizeExceeded
    """,
    constants="""
        CancellationFee: u128
        RejectionFee: u128
        TitleMaxLength: u32
        DescriptionMaxLength: u32
        MaxActiveProposalLimit: u32
        StakingHandlerLockId: [u8; 8]
    """,
    defaults={"VoteExistsByProposalByVoter": "Reject"},
)

DISCUSSION = pallet(
    "ProposalsDiscussion",
    30,
    "pallet_proposals_discussion",
    prefix="ProposalDiscussion",
    items="""
        ThreadById: blake u64 => DiscussionThread
        ThreadCount: u64
        PostThreadIdByPostId: blake u64, u64 => DiscussionPost
        PostCount: u64
    """,
    calls="""
        add_post(post_author_id: u64, thread_id: u64, text: Vec<u8>, editable: bool)
        delete_post(deleter_id: u64, post_id: u64, thread_id: u64, hide: bool)
        update_post(thread_id: u64, post_id: u64, text: Vec<u8>)
        change_thread_mode(member_id: u64, thread_id: u64, mode: ThreadMode)
    """,
    events="""
        ThreadCreated(u64, u64)
        PostCreated(u64, u64, u64, Vec<u8>, bool)
        PostUpdated(u64, u64, u64, Vec<u8>)
        ThreadModeChanged(u64, ThreadMode, u64)
        PostDeleted(u64, u64, u64, bool)
    """,
    errors="""
        ArithmeticError ThreadDoesntExist PostDoesntExist RequireRootOrigin CannotPostOnClosedThread
        NotAuthorOrCouncilor MaxWhiteListSizeExceeded WhitelistedMemberDoesNotExist InsufficientBalanceForPost
        CannotDeletePost
    """,
    constants="""
        MaxWhiteListSize: u32
        PostDeposit: u128
        PostLifeTime: u32
    """,
)

CODEX = pallet(
    "ProposalsCodex",
    31,
    "pallet_proposals_codex",
    items="ThreadIdByProposalId: blake u32 => u64",
    calls="create_proposal(general_proposal_parameters: GeneralProposalParams, proposal_details: ProposalDetails)",
    events="ProposalCreated(u32, GeneralProposalParams, ProposalDetails, u64)",
    errors="""
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
    """,
    constants="\n".join(
        [
            *(f"{name}: ProposalParameters" for name in PROPOSALS),
            "FundingRequestProposalMaxTotalAmount: u128",
            "FundingRequestProposalMaxAccounts: u32",
            "SetMaxValidatorCountProposalMaxValidators: u32",
        ]
    ),
)

PROPOSAL_PALLETS = (FORUM, ENGINE, DISCUSSION, CODEX)
