"""Types of Substrate and of the pallets that every chain has."""

from secretariat.devnet.metadata.declarations import types

FRAME = types("""
struct sp_core::crypto::AccountId32 as AccountId ([u8; 32])
struct primitive_types::H256 as Hash ([u8; 32])
struct sp_core::ed25519::Signature as Ed25519Signature ([u8; 64])
struct sp_core::sr25519::Signature as Sr25519Signature ([u8; 64])
struct sp_core::ecdsa::Signature as EcdsaSignature ([u8; 65])
enum sp_runtime::MultiSignature { Ed25519(Ed25519Signature), Sr25519(Sr25519Signature), Ecdsa(EcdsaSignature) }
struct sp_core::ed25519::Public as Ed25519Public ([u8; 32])
struct sp_core::sr25519::Public as Sr25519Public ([u8; 32])
struct sp_arithmetic::per_things::Perbill (u32)
struct sp_arithmetic::per_things::Percent (u8)
struct sp_arithmetic::per_things::Permill (u32)
struct sp_arithmetic::fixed_point::FixedU128 (u128)

struct pallet_balances::AccountData<Balance = u128> (free: u128, reserved: u128, misc_frozen: u128, fee_frozen: u128)
struct frame_system::AccountInfo<Index = u32, AccountData = AccountData>
    (nonce: u32, consumers: u32, providers: u32, sufficients: u32, data: AccountData)
enum frame_system::Phase { ApplyExtrinsic(u32), Finalization, Initialization }
struct frame_system::EventRecord<E = RuntimeEvent, T = Hash> (phase: Phase, event: RuntimeEvent, topics: Vec<Hash>)
struct frame_system::LastRuntimeUpgradeInfo (spec_version: Compact<u32>, spec_name: str)
struct sp_weights::weight_v2::Weight (ref_time: Compact<u64>, proof_size: Compact<u64>)
enum frame_support::dispatch::DispatchClass { Normal, Operational, Mandatory }
enum frame_support::dispatch::Pays { Yes, No }
struct frame_support::dispatch::DispatchInfo (weight: Weight, class: DispatchClass, pays_fee: Pays)
struct sp_runtime::ModuleError (index: u8, error: [u8; 4])
enum sp_runtime::TokenError { NoFunds, WouldDie, BelowMinimum, CannotCreate, UnknownAsset, Frozen, Unsupported }
enum sp_arithmetic::ArithmeticError { Underflow, Overflow, DivisionByZero }
enum sp_runtime::TransactionalError { LimitReached, NoLayer }
enum sp_runtime::DispatchError {
    Other, CannotLookup, BadOrigin, Module(ModuleError), ConsumerRemaining, NoProviders, TooManyConsumers,
    Token(TokenError), Arithmetic(ArithmeticError), Transactional(TransactionalError), Exhausted, Corruption, Unavailable
}
enum sp_runtime::generic::digest::DigestItem {
    0 Other(Vec<u8>), 4 Consensus([u8; 4], Vec<u8>), 5 Seal([u8; 4], Vec<u8>), 6 PreRuntime([u8; 4], Vec<u8>),
    8 RuntimeEnvironmentUpdated
}
struct sp_runtime::generic::digest::Digest (logs: Vec<DigestItem>)

enum frame_support::traits::tokens::misc::BalanceStatus { Free, Reserved }
enum pallet_balances::Reasons { Fee, Misc, All }
struct pallet_balances::BalanceLock<Balance = u128> (id: [u8; 8], amount: u128, reasons: Reasons)
struct pallet_balances::ReserveData<ReserveIdentifier = [u8; 8], Balance = u128> (id: [u8; 8], amount: u128)
enum pallet_transaction_payment::Releases { V1Ancient, V2 }

struct pallet_staking::ActiveEraInfo (index: u32, start: Option<u64>)
struct pallet_staking::EraRewardPoints<AccountId = AccountId> (total: u32, individual: BTreeMap<AccountId, u32>)
struct pallet_staking::IndividualExposure<AccountId = AccountId, Balance = u128> (who: AccountId, value: Compact<u128>)
struct pallet_staking::Exposure<AccountId = AccountId, Balance = u128>
    (total: Compact<u128>, own: Compact<u128>, others: Vec<IndividualExposure>)
enum pallet_staking::Forcing { NotForcing, ForceNew, ForceNone, ForceAlways }
struct pallet_staking::ValidatorPrefs (commission: Compact<Perbill>, blocked: bool)
enum pallet_staking::RewardDestination<AccountId = AccountId> { Staked, Stash, Controller, Account(AccountId), None }
struct pallet_staking::UnlockChunk<Balance = u128> (value: Compact<u128>, era: Compact<u32>)
struct pallet_staking::StakingLedger (
    stash: AccountId, total: Compact<u128>, active: Compact<u128>, unlocking: BoundedVec<UnlockChunk>,
    claimed_rewards: BoundedVec<u32>
)
struct pallet_staking::Nominations (targets: BoundedVec<AccountId>, submitted_in: u32, suppressed: bool)
struct pallet_staking::UnappliedSlash<AccountId = AccountId, Balance = u128> (
    validator: AccountId, own: u128, others: Vec<(AccountId, u128)>, reporters: Vec<AccountId>, payout: u128
)
struct pallet_staking::slashing::SlashingSpans
    (span_index: u32, last_start: u32, last_nonzero_slash: u32, prior: Vec<u32>)
struct pallet_staking::slashing::SpanRecord<Balance = u128> (slashed: u128, paid_out: u128)

struct pallet_im_online::sr25519::app_sr25519::Public as ImOnlinePublic (Sr25519Public)
struct pallet_im_online::BoundedOpaqueNetworkState
    (peer_id: WeakBoundedVec<u8>, external_addresses: WeakBoundedVec<WeakBoundedVec<u8>>)
""")
