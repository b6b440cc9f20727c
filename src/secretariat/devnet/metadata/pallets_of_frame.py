"""Pallets that every chain has: system, fees, balances, staking."""

from secretariat.devnet.metadata.declarations import pallet

SYSTEM = pallet(
    "System",
    0,
    "frame_system::pallet",
    event_enum="Event",
    items="""
        Account: blake AccountId => AccountInfo
        BlockHash: twox u32 => Hash
        Number: u32
        ParentHash: Hash
        Digest: Digest
        Events: Vec<EventRecord>
        EventCount: u32
        LastRuntimeUpgrade: LastRuntimeUpgradeInfo?
    """,
    calls="""
        remark(remark: Vec<u8>)
        7 remark_with_event(remark: Vec<u8>)
    """,
    events="""
        ExtrinsicSuccess(dispatch_info: DispatchInfo)
        ExtrinsicFailed(dispatch_error: DispatchError, dispatch_info: DispatchInfo)
        CodeUpdated
        NewAccount(account: AccountId)
        KilledAccount(account: AccountId)
        Remarked(sender: AccountId, hash: Hash)
    """,
    errors="""
        InvalidSpecName SpecVersionNeedsToIncrease FailedToExtractRuntimeVersion NonDefaultComposite NonZeroRefCount
        CallFiltered
    """,
    constants="""
        BlockHashCount: u32
        SS58Prefix: u16
    """,
)

UTILITY = pallet(
    "Utility",
    1,
    "pallet_utility::pallet",
    event_enum="Event",
    calls="""
        batch(calls: Vec<RuntimeCall>)
        2 batch_all(calls: Vec<RuntimeCall>)
        4 force_batch(calls: Vec<RuntimeCall>)
    """,
    events="""
        BatchInterrupted(index: u32, error: DispatchError)
        BatchCompleted
        BatchCompletedWithErrors
        ItemCompleted
        ItemFailed(error: DispatchError)
        DispatchedAs(result: Result<(), DispatchError>)
    """,
    errors="TooManyCalls",
)

BABE = pallet(
    "Babe",
    2,
    "pallet_babe::pallet",
    constants="""
        EpochDuration: u64
        ExpectedBlockTime: u64
    """,
)

TIMESTAMP = pallet(
    "Timestamp",
    3,
    "pallet_timestamp::pallet",
    items="Now: u64",
    calls="set(now: Compact<u64>)",
    constants="MinimumPeriod: u64",
)

BALANCES = pallet(
    "Balances",
    5,
    "pallet_balances::pallet",
    event_enum="Event",
    items="""
        TotalIssuance: u128
        InactiveIssuance: u128
        Account: blake AccountId => AccountData
        Locks: blake AccountId => WeakBoundedVec<BalanceLock>
        Reserves: blake AccountId => BoundedVec<ReserveData>
    """,
    calls="""
        transfer(dest: AccountId, value: Compact<u128>)
        set_balance(who: AccountId, new_free: Compact<u128>, new_reserved: Compact<u128>)
        force_transfer(source: AccountId, dest: AccountId, value: Compact<u128>)
        transfer_keep_alive(dest: AccountId, value: Compact<u128>)
        transfer_all(dest: AccountId, keep_alive: bool)
        force_unreserve(who: AccountId, amount: u128)
    """,
    events="""
        Endowed(account: AccountId, free_balance: u128)
        DustLost(account: AccountId, amount: u128)
        Transfer(from: AccountId, to: AccountId, amount: u128)
        BalanceSet(who: AccountId, free: u128, reserved: u128)
        Reserved(who: AccountId, amount: u128)
        Unreserved(who: AccountId, amount: u128)
        ReserveRepatriated(from: AccountId, to: AccountId, amount: u128, destination_status: BalanceStatus)
        Deposit(who: AccountId, amount: u128)
        Withdraw(who: AccountId, amount: u128)
        Slashed(who: AccountId, amount: u128)
    """,
    errors="""
        VestingBalance LiquidityRestrictions InsufficientBalance ExistentialDeposit KeepAlive
        ExistingVestingSchedule DeadAccount TooManyReserves
    """,
    constants="ExistentialDeposit: u128",
)

TRANSACTION_PAYMENT = pallet(
    "TransactionPayment",
    6,
    "pallet_transaction_payment::pallet",
    event_enum="Event",
    items="""
        NextFeeMultiplier: FixedU128
        StorageVersion: Releases
    """,
    events="TransactionFeePaid(who: AccountId, actual_fee: u128, tip: u128)",
    defaults={"NextFeeMultiplier": 10**18},
)

FRAME_PALLETS = (SYSTEM, UTILITY, BABE, TIMESTAMP, BALANCES, TRANSACTION_PAYMENT)
