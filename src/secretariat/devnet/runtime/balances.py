"""Accounts, transfers, locks and issuance (pallets System and Balances)."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import PRODUCTION
from secretariat.devnet.runtime.errors import ensure

ACCOUNT, LOCKS, ISSUANCE = "System.Account", "Balances.Locks", "Balances.TotalIssuance"

VOTING: bytes = PRODUCTION["Referendum.StakingHandlerLockId"]
CANDIDACY: bytes = PRODUCTION["Council.CandidacyLockId"]
COUNCILOR: bytes = PRODUCTION["Council.CouncilorLockId"]
PROPOSAL: bytes = PRODUCTION["ProposalsEngine.StakingHandlerLockId"]
BOUND: bytes = PRODUCTION["Members.StakingCandidateLockId"]
INVITED: bytes = PRODUCTION["Members.InvitedMemberLockId"]

NOT_RIVALROUS = frozenset({VOTING, INVITED, BOUND, b"vesting "})
"""Locks beside which another stake may stand on the same account."""

_NOTHING = {"free": 0, "reserved": 0, "misc_frozen": 0, "fee_frozen": 0}
EMPTY: dict[str, Any] = {"nonce": 0, "consumers": 0, "providers": 0, "sufficients": 0, "data": _NOTHING}
"""The default of System.Account."""

Account = bytes


def account_of(chain: Chain, who: Account) -> dict[str, Any]:
    """Give an account's stored value, or the default."""
    return chain.get(ACCOUNT, who) or EMPTY


def free(chain: Chain, who: Account) -> int:
    """Give an account's free balance, locked or not."""
    found: int = account_of(chain, who)["data"]["free"]
    return found


def usable(chain: Chain, who: Account) -> int:
    """Give what an account may transfer."""
    data: dict[str, int] = account_of(chain, who)["data"]
    return max(0, data["free"] - data["misc_frozen"])


def payable(chain: Chain, who: Account) -> int:
    """Give what an account may pay fees from."""
    data: dict[str, int] = account_of(chain, who)["data"]
    return max(0, data["free"] - data["fee_frozen"])


def _set_free(chain: Chain, who: Account, amount: int) -> None:
    """Put a balance; an account below the existential deposit goes, and what was left on it is lost."""
    before = chain.get(ACCOUNT, who)
    account = before or EMPTY
    if amount < chain.constant("Balances.ExistentialDeposit"):
        if before is None:
            return
        chain.put(ACCOUNT, None, who)
        if amount:
            _issue(chain, -amount)
            chain.emit("Balances.DustLost", who, amount)
        chain.emit("System.KilledAccount", who)
        return
    if before is None:
        account = {**EMPTY, "providers": 1}
        chain.emit("System.NewAccount", who)
        chain.emit("Balances.Endowed", who, amount)
    chain.put(ACCOUNT, {**account, "data": {**account["data"], "free": amount}}, who)


def _issue(chain: Chain, amount: int) -> None:
    chain.put(ISSUANCE, (chain.get(ISSUANCE) or 0) + amount)


def mint(chain: Chain, who: Account, amount: int) -> int:
    """Create tokens on an account (``deposit_creating``). Gives what was created: nothing below the existential deposit."""
    have = free(chain, who)
    if not amount or have + amount < chain.constant("Balances.ExistentialDeposit"):
        return 0
    _issue(chain, amount)
    _set_free(chain, who, have + amount)
    chain.emit("Balances.Deposit", who, amount)
    return amount


def burn(chain: Chain, who: Account, amount: int) -> int:
    """Destroy tokens of an account, locked or not (``slash``). Gives what was destroyed."""
    have = free(chain, who)
    taken = min(have, amount)
    if taken:
        _issue(chain, -taken)
        chain.emit("Balances.Slashed", who, taken)
        _set_free(chain, who, have - taken)
    return taken


def withdraw(chain: Chain, who: Account, amount: int) -> None:
    """Destroy tokens as a fee does; the caller has seen to it that they are there."""
    if amount:
        _issue(chain, -amount)
        chain.emit("Balances.Withdraw", who, amount)
        _set_free(chain, who, free(chain, who) - amount)


def transfer(chain: Chain, source: Account, dest: Account, value: int, *, keep_alive: bool = False) -> None:
    """Move tokens. Raises DispatchError as the pallet does, in its order of checks."""
    if not value or source == dest:
        return
    deposit = chain.constant("Balances.ExistentialDeposit")
    have, theirs = free(chain, source), free(chain, dest)
    ensure(have >= value, "Balances", "InsufficientBalance")
    ensure(theirs + value >= deposit, "Balances", "ExistentialDeposit")
    data = account_of(chain, source)["data"]
    ensure(have - value >= data["misc_frozen"], "Balances", "LiquidityRestrictions")
    ensure(not keep_alive or have - value >= deposit, "Balances", "KeepAlive")
    _set_free(chain, dest, theirs + value)
    _set_free(chain, source, have - value)
    chain.emit("Balances.Transfer", source, dest, value)


# ------------------------------------------------------------------------ locks


def locks_of(chain: Chain, who: Account) -> tuple[dict[str, Any], ...]:
    """Give an account's locks: id, amount, reasons."""
    return chain.get(LOCKS, who) or ()


def lock(chain: Chain, lock_id: bytes, who: Account, amount: int) -> None:
    """Set a lock, in place of one with the same id."""
    kept = tuple(one for one in locks_of(chain, who) if one["id"] != lock_id)
    _put_locks(chain, who, (*kept, {"id": lock_id, "amount": amount, "reasons": "All"}))


def unlock(chain: Chain, lock_id: bytes, who: Account) -> None:
    """Remove a lock, if it is there."""
    found = locks_of(chain, who)
    kept = tuple(one for one in found if one["id"] != lock_id)
    if len(kept) != len(found):
        _put_locks(chain, who, kept)


def locked(chain: Chain, lock_id: bytes, who: Account) -> int:
    """Give the amount under one lock."""
    return next((one["amount"] for one in locks_of(chain, who) if one["id"] == lock_id), 0)


def _put_locks(chain: Chain, who: Account, locks: tuple[dict[str, Any], ...]) -> None:
    chain.put(LOCKS, locks or None, who)
    account = chain.get(ACCOUNT, who)
    if account is None:
        return
    frozen = max((one["amount"] for one in locks), default=0)
    fees = max((one["amount"] for one in locks if one["id"] != INVITED), default=0)
    data = {**account["data"], "misc_frozen": frozen, "fee_frozen": fees}
    chain.put(ACCOUNT, {**account, "data": data, "consumers": 1 if locks else 0}, who)


def conflicts(chain: Chain, lock_id: bytes, who: Account) -> bool:
    """Tell whether a stake of this kind may not stand on the account because of another one there."""
    return lock_id not in NOT_RIVALROUS and any(one["id"] not in NOT_RIVALROUS for one in locks_of(chain, who))


def slash(chain: Chain, lock_id: bytes, who: Account, amount: int) -> int:
    """Destroy a part of a stake and make its lock smaller. Gives what was destroyed."""
    staked = locked(chain, lock_id, who)
    if not staked:
        return 0
    taken = min(amount, staked, free(chain, who))
    unlock(chain, lock_id, who)
    if staked > taken:
        lock(chain, lock_id, who, staked - taken)
    return burn(chain, who, taken)
