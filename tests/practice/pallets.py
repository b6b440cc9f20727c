"""The practice chain: pallets with the names, indices, prefixes and shapes that the desk reads, and shorter periods."""

from tests.practice.metadata import Enum, Item, Pallet, Shape, Struct, build

ACCOUNTS = {"staking_account_id": "AccountId", "reward_account_id": "AccountId"}
PERCENTAGES = [f"{part}_percentage" for part in (
    "approval_quorum", "approval_threshold", "slashing_quorum", "slashing_threshold"
)]  # fmt: skip

TYPES: dict[str, Struct | Enum] = {
    "AccountId": Struct("sp_core::crypto::AccountId32", "[u8; 32]"),
    "Hash": Struct("primitive_types::H256", "[u8; 32]"),
    "Perbill": Struct("sp_arithmetic::per_things::Perbill", "u32"),
    "Percent": Struct("sp_arithmetic::per_things::Percent", "u8"),
    "MultiSignature": Enum("sp_runtime::MultiSignature", {"Ed25519": "[u8; 64]", "Sr25519": "[u8; 64]"}),
    "LastRuntimeUpgradeInfo": Struct(
        "frame_system::LastRuntimeUpgradeInfo", {"spec_version": "Compact<u32>", "spec_name": "str"}
    ),
    "Announcing": Struct("pallet_council::CouncilStageAnnouncing", {"candidates_count": "u32", "ends_at": "u32"}),
    "Election": Struct("pallet_council::CouncilStageElection", {"candidates_count": "u32"}),
    "Idle": Struct("pallet_council::CouncilStageIdle", {"ends_at": "u32"}),
    "CouncilStage": Enum(
        "pallet_council::CouncilStage", {"Announcing": "Announcing", "Election": "Election", "Idle": "Idle"}
    ),
    "CouncilStageUpdate": Struct("pallet_council::CouncilStageUpdate", {"stage": "CouncilStage", "changed_at": "u32"}),
    "CouncilMember": Struct(
        "pallet_council::CouncilMember",
        ACCOUNTS | {"membership_id": "u64", "stake": "u128", "last_payment_block": "u32", "unpaid_reward": "u128"},
    ),
    "CouncilMembers": Struct("bounded_collections::weak_bounded_vec::WeakBoundedVec", "Vec<CouncilMember>"),
    "Candidate": Struct(
        "pallet_council::Candidate",
        ACCOUNTS | {"cycle_id": "u64", "stake": "u128", "vote_power": "u128", "note_hash": "Option<Hash>"},
    ),
    "OptionResult": Struct("pallet_referendum::OptionResult", {"option_id": "u64", "vote_power": "u128"}),
    "Winners": Struct("bounded_collections::weak_bounded_vec::WeakBoundedVec", "Vec<OptionResult>"),
    "Voting": Struct(
        "pallet_referendum::ReferendumStageVoting",
        {"started": "u32", "winning_target_count": "u32", "current_cycle_id": "u64", "ends_at": "u32"},
    ),
    "Revealing": Struct(
        "pallet_referendum::ReferendumStageRevealing",
        {
            "started": "u32",
            "winning_target_count": "u32",
            "intermediate_winners": "Winners",
            "current_cycle_id": "u64",
            "ends_at": "u32",
        },
    ),
    "ReferendumStage": Enum(
        "pallet_referendum::ReferendumStage", {"Inactive": None, "Voting": "Voting", "Revealing": "Revealing"}
    ),
    "ProposalParameters": Struct(
        "pallet_proposals_engine::types::ProposalParameters",
        dict.fromkeys(["voting_period", "grace_period", *PERCENTAGES], "u32")
        | {"required_stake": "Option<u128>", "constitutionality": "u32"},
    ),
    "ProposalStatus": Enum(
        "pallet_proposals_engine::types::ProposalStatus",
        {"Active": None, "PendingExecution": "u32", "PendingConstitutionality": None},
    ),
    "VotingResults": Struct(
        "pallet_proposals_engine::types::VotingResults",
        dict.fromkeys(["abstentions", "approvals", "rejections", "slashes"], "u32"),
    ),
    "Proposal": Struct(
        "pallet_proposals_engine::types::Proposal",
        {
            "parameters": "ProposalParameters",
            "proposer_id": "u64",
            "activated_at": "u32",
            "status": "ProposalStatus",
            "voting_results": "VotingResults",
            "exact_execution_block": "Option<u32>",
            "nr_of_council_confirmations": "u32",
            "staking_account_id": "Option<AccountId>",
        },
    ),
    "VoteKind": Enum(
        "pallet_proposals_engine::types::VoteKind", dict.fromkeys(["Abstain", "Approve", "Reject", "Slash"])
    ),
    "GroupWorker": Struct(
        "pallet_working_group::types::GroupWorker",
        {
            "member_id": "u64",
            "role_account_id": "AccountId",
            **ACCOUNTS,
            "started_leaving_at": "Option<u32>",
            "job_unstaking_period": "u32",
            "reward_per_block": "Option<u128>",
            "missed_reward": "Option<u128>",
            "created_at": "u32",
        },
    ),
    "ActiveEraInfo": Struct("pallet_staking::ActiveEraInfo", {"index": "u32", "start": "Option<u64>"}),
    "EraRewardPoints": Struct(
        "pallet_staking::EraRewardPoints", {"total": "u32", "individual": "BTreeMap<AccountId, u32>"}
    ),
    "ValidatorPrefs": Struct("pallet_staking::ValidatorPrefs", {"commission": "Compact<Perbill>", "blocked": "bool"}),
}

EXTENSIONS: dict[str, tuple[Shape, str]] = {
    "CheckSpecVersion": (None, "u32"),
    "CheckGenesis": (None, "Hash"),
    "CheckNonce": ("Compact<u32>", "()"),
}

GROUPS = {
    "ForumWorkingGroup": 1,
    "StorageWorkingGroup": 2,
    "OperationsWorkingGroupAlpha": 4,
}

TWOX = ("Twox64Concat", "Twox64Concat")
BLAKE = ("Blake2_128Concat", "Blake2_128Concat")


def group(name: str, instance: int) -> Pallet:
    return Pallet(
        name,
        31 + instance,
        "pallet_working_group",
        prefix=f"Instance{instance}WorkingGroup",
        storage={
            "ActiveWorkerCount": Item("u32"),
            "NextWorkerId": Item("u64"),
            "WorkerById": Item("GroupWorker", key="u64", optional=True),
            "CurrentLead": Item("u64", optional=True),
            "Budget": Item("u128"),
        },
        constants={"RewardPeriod": ("u32", 14_400 + 10 * instance)},
    )


SYSTEM = Pallet(
    "System",
    0,
    "frame_system::pallet",
    storage={"Number": Item("u32"), "LastRuntimeUpgrade": Item("LastRuntimeUpgradeInfo", optional=True)},
    calls={"remark": {"remark": "Vec<u8>"}},
    constants={"SS58Prefix": ("u16", 126)},
)

COUNCIL = Pallet(
    "Council",
    19,
    "pallet_council",
    storage={
        "Stage": Item("CouncilStageUpdate", default={"stage": {"Idle": {"ends_at": 1}}, "changed_at": 0}),
        "CouncilMembers": Item("CouncilMembers"),
        "Candidates": Item("Candidate", key="u64", optional=True),
        "AnnouncementPeriodNr": Item("u64"),
        "Budget": Item("u128"),
        "BudgetIncrement": Item("u128"),
        "CouncilorReward": Item("u128"),
        "NextBudgetRefill": Item("u32"),
        "NextRewardPayments": Item("u32"),
        "EraPayoutDampingFactor": Item("Percent", default=100),
    },
    calls={"announce_candidacy": {"membership_id": "u64"} | ACCOUNTS | {"stake": "u128"}},
    constants={
        "CouncilSize": ("u32", 3),
        "MinNumberOfExtraCandidates": ("u32", 0),
        "AnnouncingPeriodDuration": ("u32", 60),
        "IdlePeriodDuration": ("u32", 140),
    },
)

PALLETS = [
    SYSTEM,
    Pallet("Utility", 1, "pallet_utility::pallet", calls={"batch": {"calls": "Vec<RuntimeCall>"}}),
    Pallet(
        "Timestamp", 3, "pallet_timestamp::pallet", storage={"Now": Item("u64")}, calls={"set": {"now": "Compact<u64>"}}
    ),
    Pallet(
        "Balances",
        5,
        "pallet_balances::pallet",
        storage={"TotalIssuance": Item("u128")},
        calls={"transfer": {"dest": "AccountId", "value": "Compact<u128>"}},
    ),
    Pallet(
        "Staking",
        8,
        "pallet_staking::pallet",
        storage={
            "ValidatorCount": Item("u32"),
            "MinimumValidatorCount": Item("u32"),
            "MaxValidatorsCount": Item("u32", optional=True),
            "CounterForValidators": Item("u32"),
            "ActiveEra": Item("ActiveEraInfo", optional=True),
            "ErasRewardPoints": Item("EraRewardPoints", key="u32", hasher="Twox64Concat"),
            "ErasValidatorReward": Item("u128", key="u32", hasher="Twox64Concat", optional=True),
            "ErasTotalStake": Item("u128", key="u32", hasher="Twox64Concat"),
            "ErasValidatorPrefs": Item("ValidatorPrefs", key="(u32, AccountId)", hasher=TWOX),
        },
        constants={"HistoryDepth": ("u32", 3)},
    ),
    Pallet(
        "Session",
        9,
        "pallet_session::pallet",
        storage={
            "Validators": Item("Vec<AccountId>"),
            "CurrentIndex": Item("u32"),
            "DisabledValidators": Item("Vec<u32>"),
        },
    ),
    COUNCIL,
    Pallet(
        "Referendum",
        20,
        "pallet_referendum",
        prefix="Instance1Referendum",
        storage={"Stage": Item("ReferendumStage")},
        constants={"VoteStageDuration": ("u32", 40), "RevealStageDuration": ("u32", 40)},
    ),
    Pallet("Members", 21, "pallet_membership", prefix="Membership", storage={"NextMemberId": Item("u64")}),
    Pallet("Forum", 22, "pallet_forum", prefix="Forum_1_1", storage={"NextThreadId": Item("u64")}),
    Pallet(
        "ProposalsEngine",
        29,
        "pallet_proposals_engine",
        prefix="ProposalEngine",
        storage={
            "Proposals": Item("Proposal", key="u32"),
            "ProposalCount": Item("u32"),
            "ActiveProposalCount": Item("u32"),
            "DispatchableCallCode": Item("Vec<u8>", key="u32"),
            "VoteExistsByProposalByVoter": Item("VoteKind", key="(u32, u64)", hasher=BLAKE),
        },
    ),
    Pallet(
        "ProposalsCodex",
        31,
        "pallet_proposals_codex",
        storage={"ThreadIdByProposalId": Item("u64", key="u32")},
    ),
    *(group(name, instance) for name, instance in GROUPS.items()),
]


def practice_metadata(pallets: list[Pallet] | None = None) -> str:
    """Give the hex text of the practice runtime's metadata, or of one with other pallets."""
    return build(pallets or PALLETS, TYPES, EXTENSIONS)


def without(*names: str) -> list[Pallet]:
    """Give the pallets but some."""
    return [pallet for pallet in PALLETS if pallet.name not in names]
