"""Pallets of the validators: staking, sessions, who was heard of, offences."""

from secretariat.devnet.metadata.declarations import pallet

STAKING = pallet(
    "Staking",
    8,
    "pallet_staking::pallet::pallet",
    event_enum="Event",
    items="""
        ValidatorCount: u32
        MinimumValidatorCount: u32
        Invulnerables: Vec<AccountId>
        Bonded: twox AccountId => AccountId?
        MinNominatorBond: u128
        MinValidatorBond: u128
        MinimumActiveStake: u128
        MinCommission: Perbill
        Ledger: blake AccountId => StakingLedger?
        Payee: twox AccountId => RewardDestination
        Validators: twox AccountId => ValidatorPrefs
        CounterForValidators: u32
        MaxValidatorsCount: u32?
        Nominators: twox AccountId => Nominations?
        CounterForNominators: u32
        MaxNominatorsCount: u32?
        CurrentEra: u32?
        ActiveEra: ActiveEraInfo?
        ErasStartSessionIndex: twox u32 => u32?
        ErasStakers: twox u32, AccountId => Exposure
        ErasStakersClipped: twox u32, AccountId => Exposure
        ErasValidatorPrefs: twox u32, AccountId => ValidatorPrefs
        ErasValidatorReward: twox u32 => u128?
        ErasRewardPoints: twox u32 => EraRewardPoints
        ErasTotalStake: twox u32 => u128
        ForceEra: Forcing
        SlashRewardFraction: Perbill
        CanceledSlashPayout: u128
        UnappliedSlashes: twox u32 => Vec<UnappliedSlash>
        BondedEras: Vec<(u32, u32)>
        ValidatorSlashInEra: twox u32, AccountId => (Perbill, u128)?
        NominatorSlashInEra: twox u32, AccountId => u128?
        SlashingSpans: twox AccountId => SlashingSpans?
        SpanSlash: twox (AccountId, u32) => SpanRecord
        CurrentPlannedSession: u32
        OffendingValidators: Vec<(u32, bool)>
        ChillThreshold: Percent?
    """,
    calls="""
        bond(controller: AccountId, value: Compact<u128>, payee: RewardDestination)
        bond_extra(max_additional: Compact<u128>)
        unbond(value: Compact<u128>)
        withdraw_unbonded(num_slashing_spans: u32)
        validate(prefs: ValidatorPrefs)
        nominate(targets: Vec<AccountId>)
        chill
        set_payee(payee: RewardDestination)
        set_controller(controller: AccountId)
        set_validator_count(new: Compact<u32>)
        18 payout_stakers(validator_stash: AccountId, era: u32)
        rebond(value: Compact<u128>)
    """,
    events="""
        EraPaid(era_index: u32, validator_payout: u128, remainder: u128)
        Rewarded(stash: AccountId, amount: u128)
        Slashed(staker: AccountId, amount: u128)
        SlashReported(validator: AccountId, fraction: Perbill, slash_era: u32)
        OldSlashingReportDiscarded(session_index: u32)
        StakersElected
        Bonded(stash: AccountId, amount: u128)
        Unbonded(stash: AccountId, amount: u128)
        Withdrawn(stash: AccountId, amount: u128)
        Kicked(nominator: AccountId, stash: AccountId)
        StakingElectionFailed
        Chilled(stash: AccountId)
        PayoutStarted(era_index: u32, validator_stash: AccountId)
        ValidatorPrefsSet(stash: AccountId, prefs: ValidatorPrefs)
        ForceEra(mode: Forcing)
    """,
    errors="""
        NotController NotStash AlreadyBonded AlreadyPaired EmptyTargets DuplicateIndex InvalidSlashIndex
        InsufficientBond NoMoreChunks NoUnlockChunk FundedTarget InvalidEraToReward InvalidNumberOfNominations
        NotSortedAndUnique AlreadyClaimed IncorrectHistoryDepth IncorrectSlashingSpans BadState TooManyTargets
        BadTarget CannotChillOther TooManyNominators TooManyValidators CommissionTooLow BoundNotMet
        BondingRestricted
    """,
    constants="""
        HistoryDepth: u32
        SessionsPerEra: u32
        BondingDuration: u32
    """,
)

SESSION = pallet(
    "Session",
    9,
    "pallet_session::pallet",
    event_enum="Event",
    items="""
        Validators: Vec<AccountId>
        CurrentIndex: u32
        QueuedChanged: bool
        DisabledValidators: Vec<u32>
    """,
    events="NewSession(session_index: u32)",
    errors="""
        InvalidProof NoAssociatedValidatorId DuplicatedKey NoKeys NoAccount
    """,
)

IM_ONLINE = pallet(
    "ImOnline",
    13,
    "pallet_im_online::pallet",
    event_enum="Event",
    items="""
        HeartbeatAfter: u32
        Keys: WeakBoundedVec<ImOnlinePublic>
        ReceivedHeartbeats: twox u32, u32 => WrapperOpaque<BoundedOpaqueNetworkState>?
        AuthoredBlocks: twox u32, AccountId => u32
    """,
    events="""
        HeartbeatReceived(authority_id: ImOnlinePublic)
        AllGood
        SomeOffline(offline: Vec<(AccountId, Exposure)>)
    """,
    errors="""
        InvalidKey DuplicatedHeartbeat
    """,
)

OFFENCES = pallet(
    "Offences",
    14,
    "pallet_offences::pallet",
    event_enum="Event",
    events="Offence(kind: [u8; 16], timeslot: Vec<u8>)",
)

VALIDATOR_PALLETS = (STAKING, SESSION, IM_ONLINE, OFFENCES)
