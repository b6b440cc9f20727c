"""Types of the pallets by which the DAO governs itself."""

from secretariat.devnet.metadata.declarations import types

COUNCIL = types("""
struct pallet_council::CouncilStageAnnouncing<BlockNumber = u32> (candidates_count: u32, ends_at: u32)
struct pallet_council::CouncilStageElection (candidates_count: u32)
struct pallet_council::CouncilStageIdle<BlockNumber = u32> (ends_at: u32)
enum pallet_council::CouncilStage<BlockNumber = u32> {
    Announcing(CouncilStageAnnouncing), Election(CouncilStageElection), Idle(CouncilStageIdle)
}
struct pallet_council::CouncilStageUpdate<BlockNumber = u32> (stage: CouncilStage, changed_at: u32)
struct pallet_council::CouncilMember (
    staking_account_id: AccountId, reward_account_id: AccountId, membership_id: u64, stake: u128,
    last_payment_block: u32, unpaid_reward: u128
)
struct pallet_council::Candidate (
    staking_account_id: AccountId, reward_account_id: AccountId, cycle_id: u64, stake: u128, vote_power: u128,
    note_hash: Option<Hash>
)
struct pallet_referendum::OptionResult<MemberId = u64, VotePower = u128> (option_id: u64, vote_power: u128)
struct pallet_referendum::ReferendumStageVoting<BlockNumber = u32>
    (started: u32, winning_target_count: u32, current_cycle_id: u64, ends_at: u32)
struct pallet_referendum::ReferendumStageRevealing (
    started: u32, winning_target_count: u32, intermediate_winners: WeakBoundedVec<OptionResult>, current_cycle_id: u64,
    ends_at: u32
)
enum pallet_referendum::ReferendumStage { Inactive, Voting(ReferendumStageVoting), Revealing(ReferendumStageRevealing) }
struct pallet_referendum::CastVote (commitment: Hash, cycle_id: u64, stake: u128, vote_for: Option<u64>)
struct pallet_common::FundingRequestParameters<Balance = u128, AccountId = AccountId> (account: AccountId, amount: u128)
""")

MEMBERS = types("""
struct pallet_membership::MembershipObject
    (handle_hash: Hash, root_account: AccountId, controller_account: AccountId, verified: bool, invites: u32)
struct pallet_membership::StakingAccountMemberBinding<MemberId = u64> (member_id: u64, confirmed: bool)
struct pallet_membership::BuyMembershipParameters (
    root_account: AccountId, controller_account: AccountId, handle: Option<Vec<u8>>, metadata: Vec<u8>,
    referrer_id: Option<u64>
)
struct pallet_membership::InviteMembershipParameters (
    inviting_member_id: u64, root_account: AccountId, controller_account: AccountId, handle: Option<Vec<u8>>,
    metadata: Vec<u8>
)
struct pallet_membership::GiftMembershipParameters (
    root_account: AccountId, controller_account: AccountId, handle: Option<Vec<u8>>, metadata: Vec<u8>,
    credit_controller_account: u128, apply_controller_account_invitation_lock: Option<u128>,
    credit_root_account: u128, apply_root_account_invitation_lock: Option<u128>
)
struct pallet_membership::CreateMemberParameters (
    root_account: AccountId, controller_account: AccountId, handle: Vec<u8>, metadata: Vec<u8>, is_founding_member: bool
)
""")

FORUM = types("""
struct pallet_common::bloat_bond::RepayableBloatBond<AccountId = AccountId, Balance = u128>
    (repayment_restricted_to: Option<AccountId>, amount: u128)
enum pallet_forum::PrivilegedActor { Lead, Moderator(u64) }
struct pallet_forum::ExtendedPostIdObject (category_id: u64, thread_id: u64, post_id: u64)
struct pallet_forum::Category (
    title_hash: Hash, description_hash: Hash, archived: bool, num_direct_subcategories: u32, num_direct_threads: u32,
    num_direct_moderators: u32, parent_category_id: Option<u64>, sticky_thread_ids: BoundedBTreeSet<u64>
)
struct pallet_forum::Thread
    (category_id: u64, author_id: u64, cleanup_pay_off: RepayableBloatBond, number_of_editable_posts: u64)
struct pallet_forum::Post
    (thread_id: u64, text_hash: Hash, author_id: u64, cleanup_pay_off: RepayableBloatBond, last_edited: u32)
struct pallet_constitution::ConstitutionInfo<Hash = Hash> (text_hash: Hash)
""")

GROUPS = types("""
enum pallet_working_group::types::OpeningType { Leader, Regular }
struct pallet_working_group::types::StakePolicy<BlockNumber = u32, Balance = u128>
    (stake_amount: u128, leaving_unstaking_period: u32)
struct pallet_working_group::types::StakeParameters (stake: u128, staking_account_id: AccountId)
struct pallet_working_group::types::ApplyOnOpeningParams (
    member_id: u64, opening_id: u64, role_account_id: AccountId, reward_account_id: AccountId, description: Vec<u8>,
    stake_parameters: StakeParameters
)
struct pallet_working_group::types::Opening (
    opening_type: OpeningType, created: u32, description_hash: Hash, stake_policy: StakePolicy,
    reward_per_block: Option<u128>, creation_stake: u128
)
struct pallet_working_group::types::JobApplication (
    role_account_id: AccountId, reward_account_id: AccountId, staking_account_id: AccountId, member_id: u64,
    description_hash: Hash, opening_id: u64
)
struct pallet_working_group::types::GroupWorker (
    member_id: u64, role_account_id: AccountId, staking_account_id: AccountId, reward_account_id: AccountId,
    started_leaving_at: Option<u32>, job_unstaking_period: u32, reward_per_block: Option<u128>,
    missed_reward: Option<u128>, created_at: u32
)
enum pallet_working_group::types::RewardPaymentType { MissedReward, RegularReward }
struct pallet_vesting::vesting_info::VestingInfo<Balance = u128, BlockNumber = u32>
    (locked: u128, per_block: u128, starting_block: u32)
enum pallet_common::working_group::iterable_enums::WorkingGroup {
    Forum, Storage, Content, OperationsAlpha, App, Distribution, OperationsBeta, OperationsGamma, Membership
}
enum pallet_common::BalanceKind { Positive, Negative }
enum pallet_bounty::BountyActor<MemberId = u64> { Council, Member(u64) }
enum pallet_bounty::AssuranceContractType { Open, Closed(BTreeSet<u64>) }
enum pallet_bounty::FundingType { Perpetual(target: u128), Limited(target: u128, funding_period: u32) }
struct pallet_bounty::BountyParameters (
    oracle: BountyActor, contract_type: AssuranceContractType, creator: BountyActor, cherry: u128, oracle_reward: u128,
    entrant_stake: u128, funding_type: FundingType
)
""")

PROPOSALS = types("""
struct pallet_proposals_engine::types::ProposalParameters<BlockNumber = u32, Balance = u128> (
    voting_period: u32, grace_period: u32, approval_quorum_percentage: u32, approval_threshold_percentage: u32,
    slashing_quorum_percentage: u32, slashing_threshold_percentage: u32, required_stake: Option<u128>,
    constitutionality: u32
)
enum pallet_proposals_engine::types::proposal_statuses::ProposalStatus<BlockNumber = u32> {
    Active, PendingExecution(u32), PendingConstitutionality
}
enum pallet_proposals_engine::types::proposal_statuses::ApprovedProposalDecision {
    PendingExecution, PendingConstitutionality
}
enum pallet_proposals_engine::types::proposal_statuses::ProposalDecision {
    Canceled, CanceledByRuntime, Vetoed, Rejected, Slashed, Expired, Approved(ApprovedProposalDecision)
}
enum pallet_proposals_engine::types::proposal_statuses::ExecutionStatus { Executed, ExecutionFailed(error: Vec<u8>) }
enum pallet_proposals_engine::types::VoteKind { Approve, Reject, Slash, Abstain }
struct pallet_proposals_engine::types::VotingResults (abstentions: u32, approvals: u32, rejections: u32, slashes: u32)
struct pallet_proposals_engine::types::Proposal (
    parameters: ProposalParameters, proposer_id: u64, activated_at: u32, status: ProposalStatus,
    voting_results: VotingResults, exact_execution_block: Option<u32>, nr_of_council_confirmations: u32,
    staking_account_id: Option<AccountId>
)
enum pallet_proposals_discussion::types::ThreadMode<ThreadWhitelist = BTreeSet<u64>> { Open, Closed(BTreeSet<u64>) }
enum pallet_proposals_discussion::types::ThreadMode as StoredThreadMode<ThreadWhitelist = BoundedBTreeSet<u64>> {
    Open, Closed(BoundedBTreeSet<u64>)
}
struct pallet_proposals_discussion::types::DiscussionThread (activated_at: u32, author_id: u64, mode: StoredThreadMode)
struct pallet_proposals_discussion::types::DiscussionPost
    (author_id: u64, cleanup_pay_off: RepayableBloatBond, last_edited: u32)
""")

PROPOSAL_DETAILS = types("""
struct pallet_proposals_codex::types::GeneralProposalParams (
    member_id: u64, title: Vec<u8>, description: Vec<u8>, staking_account_id: Option<AccountId>,
    exact_execution_block: Option<u32>
)
struct pallet_proposals_codex::types::CreateOpeningParameters
    (description: Vec<u8>, stake_policy: StakePolicy, reward_per_block: Option<u128>, group: WorkingGroup)
struct pallet_proposals_codex::types::FillOpeningParameters
    (opening_id: u64, application_id: u64, working_group: WorkingGroup)
struct pallet_proposals_codex::types::TerminateRoleParameters
    (worker_id: u64, slashing_amount: Option<u128>, group: WorkingGroup)
struct pallet_storage::DataObjectCreationParameters (size: u64, ipfs_content_id: Vec<u8>)
struct pallet_content::types::ChannelPayoutsPayloadParametersRecord (
    object_creation_params: DataObjectCreationParameters, expected_data_size_fee: u128,
    expected_data_object_state_bloat_bond: u128
)
struct pallet_content::types::UpdateChannelPayoutsParametersRecord (
    commitment: Option<Hash>, payload: Option<ChannelPayoutsPayloadParametersRecord>,
    min_cashout_allowed: Option<u128>, max_cashout_allowed: Option<u128>, channel_cashouts_enabled: Option<bool>
)
enum pallet_content::types::NftLimitPeriod { Daily, Weekly }
enum pallet_common::FreezablePallet { ProjectToken }
struct pallet_project_token::types::YearlyRate (Permill)
struct pallet_project_token::types::TokenConstraints (
    max_yearly_rate: Option<YearlyRate>, min_amm_slope: Option<u128>, min_sale_duration: Option<u32>,
    min_revenue_split_duration: Option<u32>, min_revenue_split_time_to_start: Option<u32>,
    sale_platform_fee: Option<Permill>, amm_buy_tx_fees: Option<Permill>, amm_sell_tx_fees: Option<Permill>,
    bloat_bond: Option<u128>
)
struct pallet_argo_bridge::types::BridgeConstraints (
    operator_account: Option<AccountId>, pauser_accounts: Option<Vec<AccountId>>, bridging_fee: Option<u128>,
    thawn_duration: Option<u32>, remote_chains: Option<BoundedVec<u32>>
)
enum pallet_proposals_codex::types::ProposalDetails {
    Signal(Vec<u8>),
    RuntimeUpgrade(Vec<u8>),
    FundingRequest(Vec<FundingRequestParameters>),
    SetMaxValidatorCount(u32),
    CreateWorkingGroupLeadOpening(CreateOpeningParameters),
    FillWorkingGroupLeadOpening(FillOpeningParameters),
    UpdateWorkingGroupBudget(u128, WorkingGroup, BalanceKind),
    DecreaseWorkingGroupLeadStake(u64, u128, WorkingGroup),
    SlashWorkingGroupLead(u64, u128, WorkingGroup),
    SetWorkingGroupLeadReward(u64, Option<u128>, WorkingGroup),
    TerminateWorkingGroupLead(TerminateRoleParameters),
    AmendConstitution(Vec<u8>),
    CancelWorkingGroupLeadOpening(u64, WorkingGroup),
    SetMembershipPrice(u128),
    SetCouncilBudgetIncrement(u128),
    SetCouncilorReward(u128),
    SetInitialInvitationBalance(u128),
    SetInitialInvitationCount(u32),
    SetMembershipLeadInvitationQuota(u32),
    SetReferralCut(u8),
    VetoProposal(u32),
    UpdateGlobalNftLimit(NftLimitPeriod, u64),
    UpdateChannelPayouts(UpdateChannelPayoutsParametersRecord),
    SetPalletFozenStatus(bool, FreezablePallet),
    UpdateTokenPalletTokenConstraints(TokenConstraints),
    UpdateArgoBridgeConstraints(BridgeConstraints),
    SetEraPayoutDampingFactor(Percent),
    DecreaseCouncilBudget(u128)
}
""")

DAO = {**COUNCIL, **MEMBERS, **FORUM, **GROUPS, **PROPOSALS, **PROPOSAL_DETAILS}
