"""The nine working groups: one pallet each, all of one kind."""

from secretariat.devnet.metadata.declarations import Pallet, pallet

GROUPS = (
    "ForumWorkingGroup",
    "StorageWorkingGroup",
    "ContentWorkingGroup",
    "OperationsWorkingGroupAlpha",
    "AppWorkingGroup",
    "MembershipWorkingGroup",
    "OperationsWorkingGroupBeta",
    "OperationsWorkingGroupGamma",
    "DistributionWorkingGroup",
)
"""The groups' pallets in the order of their instances: the first is instance 1 and has pallet number 32."""

FIRST = 32


NO_OPENING = {
    "opening_type": "Regular",
    "created": 0,
    "description_hash": bytes(32),
    "stake_policy": {"stake_amount": 0, "leaving_unstaking_period": 0},
    "reward_per_block": None,
    "creation_stake": 0,
}
"""What is told of an opening that there is not."""


def _group(instance: int, name: str) -> Pallet:
    return pallet(
        name,
        FIRST + instance - 1,
        "pallet_working_group",
        prefix=f"Instance{instance}WorkingGroup",
        items="""
            NextOpeningId: u64
            OpeningById: blake u64 => Opening
            ActiveWorkerCount: u32
            ApplicationById: blake u64 => JobApplication?
            NextApplicationId: u64
            NextWorkerId: u64
            WorkerById: blake u64 => GroupWorker?
            CurrentLead: u64?
            Budget: u128
            StatusTextHash: Hash
        """,
        calls=CALLS,
        events=EVENTS,
        errors=ERRORS,
        constants="""
            MaxWorkerNumberLimit: u32
            MinUnstakingPeriodLimit: u32
            MinimumApplicationStake: u128
            LeaderOpeningStake: u128
            RewardPeriod: u32
            StakingHandlerLockId: [u8; 8]
        """,
        defaults={"OpeningById": NO_OPENING},
    )


CALLS = """
    add_opening(description: Vec<u8>, opening_type: OpeningType, stake_policy: StakePolicy, reward_per_block: Option<u128>)
    apply_on_opening(p: ApplyOnOpeningParams)
    fill_opening(opening_id: u64, successful_application_ids: BTreeSet<u64>)
    update_role_account(worker_id: u64, new_role_account_id: AccountId)
    leave_role(worker_id: u64, rationale: Option<Vec<u8>>)
    terminate_role(worker_id: u64, penalty: Option<u128>, rationale: Option<Vec<u8>>)
    slash_stake(worker_id: u64, penalty: u128, rationale: Option<Vec<u8>>)
    decrease_stake(worker_id: u64, stake_balance_delta: u128)
    increase_stake(worker_id: u64, stake_balance_delta: u128)
    withdraw_application(application_id: u64)
    cancel_opening(opening_id: u64)
    set_budget(new_budget: u128)
    update_reward_account(worker_id: u64, new_reward_account_id: AccountId)
    update_reward_amount(worker_id: u64, reward_per_block: Option<u128>)
    set_status_text(status_text: Option<Vec<u8>>)
    spend_from_budget(account_id: AccountId, amount: u128, rationale: Option<Vec<u8>>)
    vested_spend_from_budget(account_id: AccountId, vesting_schedule: VestingInfo, rationale: Option<Vec<u8>>)
    fund_working_group_budget(member_id: u64, amount: u128, rationale: Vec<u8>)
    lead_remark(msg: Vec<u8>)
    worker_remark(worker_id: u64, msg: Vec<u8>)
"""

EVENTS = """
    OpeningAdded(u64, Vec<u8>, OpeningType, StakePolicy, Option<u128>)
    AppliedOnOpening(ApplyOnOpeningParams, u64)
    OpeningFilled(u64, BTreeMap<u64, u64>, BTreeSet<u64>)
    LeaderSet(u64)
    WorkerRoleAccountUpdated(u64, AccountId)
    LeaderUnset
    WorkerExited(u64)
    WorkerStartedLeaving(u64, Option<Vec<u8>>)
    TerminatedWorker(u64, Option<u128>, Option<Vec<u8>>)
    TerminatedLeader(u64, Option<u128>, Option<Vec<u8>>)
    StakeSlashed(u64, u128, u128, Option<Vec<u8>>)
    StakeDecreased(u64, u128)
    StakeIncreased(u64, u128)
    ApplicationWithdrawn(u64)
    OpeningCanceled(u64)
    BudgetSet(u128)
    WorkerRewardAccountUpdated(u64, AccountId)
    WorkerRewardAmountUpdated(u64, Option<u128>)
    StatusTextChanged(Hash, Option<Vec<u8>>)
    VestedBudgetSpending(AccountId, VestingInfo, Option<Vec<u8>>)
    BudgetSpending(AccountId, u128, Option<Vec<u8>>)
    RewardPaid(u64, AccountId, u128, RewardPaymentType)
    NewMissedRewardLevelReached(u64, Option<u128>)
    WorkingGroupBudgetFunded(u64, u128, Vec<u8>)
    LeadRemarked(Vec<u8>)
    WorkerRemarked(u64, Vec<u8>)
"""

ERRORS = """
    ArithmeticError StakeBalanceCannotBeZero OpeningDoesNotExist CannotHireMultipleLeaders
    WorkerApplicationDoesNotExist MaxActiveWorkerNumberExceeded SuccessfulWorkerApplicationDoesNotExist
    CannotHireLeaderWhenLeaderExists IsNotLeadAccount CurrentLeadNotSet WorkerDoesNotExist InvalidMemberOrigin
    SignerIsNotWorkerRoleAccount BelowMinimumStakes InsufficientBalanceToCoverStake
    ApplicationStakeDoesntMatchOpening OriginIsNotApplicant WorkerIsLeaving CannotRewardWithZero
    InvalidStakingAccountForMember ConflictStakesOnAccount WorkerHasNoReward UnstakingPeriodLessThanMinimum
    CannotSpendZero InsufficientBudgetForSpending NoApplicationsProvided CannotDecreaseStakeDeltaGreaterThanStake
    ApplicationsNotForOpening WorkerStorageValueTooLong InsufficientTokensForFunding ZeroTokensFunding
    InsufficientBalanceForTransfer
"""

GROUP_PALLETS = tuple(_group(instance, name) for instance, name in enumerate(GROUPS, start=1))
