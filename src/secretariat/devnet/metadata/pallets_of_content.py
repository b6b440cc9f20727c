"""Pallets of channels, videos, their files, creator tokens and the bridge: counters, and what proposals set in them."""

from secretariat.devnet.metadata.declarations import pallet

CONTENT = pallet(
    "Content",
    26,
    "pallet_content",
    items="""
        NextChannelId: u64
        NextVideoId: u64
        NextTransferId: u64
        NextCuratorGroupId: u64
        Commitment: Hash
        ChannelStateBloatBondValue: u128
        VideoStateBloatBondValue: u128
        MaxCashoutAllowed: u128
        MinCashoutAllowed: u128
        ChannelCashoutsEnabled: bool
        NftLimitsEnabled: bool
    """,
    calls="""
        17 update_channel_payouts(params: UpdateChannelPayoutsParametersRecord, uploader_account: AccountId)
        48 update_global_nft_limit(nft_limit_period: NftLimitPeriod, limit: u64)
    """,
    events="""
        22 ChannelPayoutsUpdated(UpdateChannelPayoutsParametersRecord, Option<u64>, AccountId)
        48 GlobalNftLimitUpdated(NftLimitPeriod, u64)
    """,
)

STORAGE = pallet(
    "Storage",
    27,
    "pallet_storage",
    items="""
        UploadingBlocked: bool
        NextStorageBucketId: u64
        NextDataObjectId: u64
        DataObjectPerMegabyteFee: u128
        StorageBucketsPerBagLimit: u32
        VoucherMaxObjectsSizeLimit: u64
        VoucherMaxObjectsNumberLimit: u64
        DataObjectStateBloatBondValue: u128
        NextDistributionBucketFamilyId: u64
        DistributionBucketFamilyNumber: u64
        DistributionBucketsPerBagLimit: u32
    """,
)

TOKEN = pallet(
    "ProjectToken",
    28,
    "pallet_project_token",
    prefix="Token",
    items="""
        NextTokenId: u64
        BloatBond: u128
        MinSaleDuration: u32
        MinRevenueSplitDuration: u32
        MinRevenueSplitTimeToStart: u32
        SalePlatformFee: Permill
        AmmDeactivationThreshold: Permill
        AmmBuyTxFees: Permill
        AmmSellTxFees: Permill
        MaxYearlyPatronageRate: YearlyRate
        MinAmmSlopeParameter: u128
        PalletFrozen: bool
    """,
    calls="""
        9 set_frozen_status(freeze: bool)
        10 update_token_constraints(parameters: TokenConstraints)
    """,
    events="""
        22 FrozenStatusUpdated(bool)
        23 TokenConstraintsUpdated(TokenConstraints)
    """,
    defaults={
        "AmmBuyTxFees": 3_000,
        "AmmSellTxFees": 3_000,
        "MaxYearlyPatronageRate": 150_000,
        "MinAmmSlopeParameter": 1_000_000,
    },
)

BRIDGE = pallet(
    "ArgoBridge",
    42,
    "pallet_argo_bridge",
    items="""
        OperatorAccount: AccountId?
        PauserAccounts: BoundedVec<AccountId>
        MintAllowance: u128
        BridgingFee: u128
        ThawnDuration: u32
        NextTransferId: u64
        RemoteChains: BoundedVec<u32>
    """,
    calls="6 update_bridge_constrains(parameters: BridgeConstraints)",
    events="6 BridgeConfigUpdated(BridgeConstraints)",
)

CONTENT_PALLETS = (CONTENT, STORAGE, TOKEN, BRIDGE)
