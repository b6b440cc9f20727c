"""Validators: sessions and eras, points, offences, payouts (pallets Staking, Session, ImOnline, Offences).

Points and exposures of an era are computed when asked. Payouts are simplified: the whole of an era's payout goes, a session
into the next era, to one account that all validators name as theirs.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain, Computed, Key, milliseconds_of
from secretariat.devnet.runtime import balances

PALLET = 8
POINTS_OF_A_BLOCK = 20
STAKING = b"staking "
PAYOUTS = b"practice-validators-payouts" + bytes(5)
"""The account on which validators are paid."""

VALIDATORS, PREFS, REWARD = "Session.Validators", "Staking.Validators", "Staking.ErasValidatorReward"
OFFLINE = ":offline"
"""The world's own: outages as (stash, from this block, up to this block)."""

CHILLED = ":chilled"
"""The world's own: stashes that were chilled, with the block from which they want to validate again."""

KIND = b"im-online:offlin"
YEARLY = 150
"""Inflation for validators in a year, in hundredths of a percent of the issuance."""

_ERAS_OF_A_YEAR = 1_461


def session_length(chain: Chain) -> int:
    """Give the blocks of a session."""
    found: int = chain.constant("Babe.EpochDuration")
    return found


def era_length(chain: Chain) -> int:
    """Give the blocks of an era."""
    return session_length(chain) * int(chain.constant("Staking.SessionsPerEra"))


def begin(chain: Chain, stashes: tuple[bytes, ...], stake: int) -> None:
    """Bond the first validators (their accounts hold the stake already) and start counting eras."""
    for index, stash in enumerate(stashes):
        balances.lock(chain, STAKING, stash, stake)
        commission = chance.below(11, chain.seed, "commission", index) * 10_000_000
        chain.put(PREFS, {"commission": commission, "blocked": False}, stash)
        chain.put("Staking.Bonded", stash, stash)
        chain.put("Staking.Payee", {"Account": PAYOUTS}, stash)
    chain.put(VALIDATORS, stashes)
    chain.put("Staking.ValidatorCount", len(stashes))
    chain.put("Staking.CounterForValidators", len(stashes))
    chain.put("Staking.CounterForNominators", 0)
    chain.put("Staking.MinimumValidatorCount", min(4, len(stashes)))
    chain.put("Staking.MaxValidatorsCount", 400)
    chain.put("Session.DisabledValidators", ())
    for name, computed in _COMPUTED.items():
        chain.compute(name, computed)
    chain.hook(era_length(chain), PALLET, end_era)


# -------------------------------------------------------------------------- eras


def end_era(chain: Chain) -> None:
    """Settle the era that is over and start the next."""
    over = chain.now // era_length(chain) - 1
    damping = chain.get("Council.EraPayoutDampingFactor")
    yearly = (chain.get(balances.ISSUANCE) or 0) * YEARLY // 10_000
    payout = yearly // _ERAS_OF_A_YEAR * (100 if damping is None else damping) // 100
    chain.put(REWARD, payout, over)
    chain.emit("Staking.EraPaid", over, payout, 0)
    gone = over - chain.constant("Staking.HistoryDepth")
    if gone >= 0:
        chain.put(REWARD, None, gone)
    _elect(chain)
    chain.emit("Staking.StakersElected")
    chain.hook(chain.now + session_length(chain), PALLET, pay_out, over, payout)
    chain.hook(chain.now + era_length(chain), PALLET, end_era)


def _elect(chain: Chain) -> None:
    """Put chilled validators back who want to; the set changes with the era only."""
    chilled = chain.get(CHILLED) or ()
    back = tuple(stash for stash, until in chilled if until <= chain.now)
    out = {stash for stash, _ in chilled if stash not in back}
    if not chilled:
        return
    present: tuple[bytes, ...] = chain.get(VALIDATORS)
    for stash in back:
        chain.put(PREFS, {"commission": 50_000_000, "blocked": False}, stash)
        chain.emit("Staking.ValidatorPrefsSet", stash, chain.get(PREFS, stash))
    chain.put(CHILLED, tuple(one for one in chilled if one[0] not in back))
    kept = [stash for stash in present if stash not in out]
    chain.put(VALIDATORS, (*kept, *(stash for stash in back if stash not in kept)))
    chain.put("Staking.CounterForValidators", len(chain.get(VALIDATORS)))
    chain.put("Session.DisabledValidators", ())


def pay_out(chain: Chain, era: int, payout: int) -> None:
    """Create an era's payout; it enlarges the issuance."""
    stashes = chain.get(VALIDATORS)
    if payout and stashes:
        chain.emit("Staking.PayoutStarted", era, stashes[0])
        balances.mint(chain, PAYOUTS, payout)
        chain.emit("Staking.Rewarded", stashes[0], payout)


# ----------------------------------------------------------------------- outages


def go_offline(chain: Chain, stashes: tuple[bytes, ...], blocks: int) -> None:
    """Let validators miss their blocks for a while; each session's end reports those who were gone all through it."""
    known: tuple[tuple[bytes, int, int], ...] = chain.get(OFFLINE) or ()
    until = chain.now + blocks
    chain.put(OFFLINE, (*known, *((stash, chain.now, until) for stash in stashes)))
    length = session_length(chain)
    for session in range(chain.now // length + 1, until // length + 2):
        chain.hook(session * length, PALLET, report_offline)


def report_offline(chain: Chain) -> None:
    """Report who made no block in the session that is over, and chill them."""
    length = session_length(chain)
    session = chain.now // length - 1
    stashes: tuple[bytes, ...] = chain.get(VALIDATORS)
    gone = [stash for stash in stashes if _is_off(chain, stash, session * length, chain.now)]
    if not gone:
        return
    era = session * length // era_length(chain)
    exposures = tuple((stash, _exposure(chain, stash)) for stash in gone)
    chain.emit("Offences.Offence", KIND, session.to_bytes(4, "little"))
    fraction = _fraction(len(gone), len(stashes))
    chilled = {stash for stash, _ in chain.get(CHILLED) or ()}
    for stash in gone:
        if fraction:
            chain.emit("Staking.SlashReported", stash, fraction, era)
        if stash not in chilled:
            _chill(chain, stash)
    chain.put("Session.DisabledValidators", tuple(stashes.index(stash) for stash in gone))
    chain.emit("ImOnline.SomeOffline", exposures)


def _fraction(gone: int, all_of_them: int) -> int:
    """Give the part of the stake that is slashed, in billionths: nothing up to a tenth of the validators, 7 % at most."""
    excess = gone - all_of_them // 10 - 1
    return min(3 * excess * 10**9 // all_of_them, 10**9) * 7 // 100 if excess > 0 else 0


def _chill(chain: Chain, stash: bytes) -> None:
    outage = max(until for gone, _, until in chain.get(OFFLINE) if gone == stash)
    chain.put(PREFS, None, stash)
    chain.put(CHILLED, (*(chain.get(CHILLED) or ()), (stash, outage)))
    chain.emit("Staking.Chilled", stash)


def _is_off(chain: Chain, stash: bytes, first: int, end: int) -> bool:
    return any(gone == stash and begun <= first and end <= until for gone, begun, until in chain.get(OFFLINE) or ())


# ------------------------------------------------------------- what is computed


def authored(chain: Chain, block: int, session: int) -> dict[bytes, int]:
    """Give how many blocks each validator made in a session, as far as it has come at the end of ``block``."""
    length = session_length(chain)
    first = session * length
    elapsed = min(length, block - first)
    if elapsed < 0:
        return {}
    at = min(block, first + length - 1)
    outages: Any = chain.get_at(at, OFFLINE) or ()
    stashes: tuple[bytes, ...] = chain.get_at(first, VALIDATORS) or ()
    off = frozenset(gone for gone, begun, until in outages if begun < first + length and until > first)
    whole = _authored(chain.seed, session, stashes, off, length)
    return {stash: count * elapsed // length for stash, count in whole.items()}


@lru_cache(maxsize=1_024)
def _authored(
    seed: int, session: int, stashes: tuple[bytes, ...], off: frozenset[bytes], length: int
) -> dict[bytes, int]:
    """Share a session's blocks among those who are there: evenly, give or take a fifth."""
    present = [stash for stash in stashes if stash not in off]
    weights = [80 + chance.below(41, seed, "authored", session, stash.hex()) for stash in present]
    total = sum(weights) or 1
    counts = [length * weight // total for weight in weights]
    for index in range(length - sum(counts) if present else 0):
        counts[index % len(counts)] += 1
    return dict(zip(present, counts, strict=True))


def _points(chain: Chain, block: int, key: Key) -> Any:
    (era,) = key
    if era not in _kept(chain, block):
        return None
    sessions = era_length(chain) // session_length(chain)
    sums: dict[bytes, int] = {}
    for session in range(era * sessions, (era + 1) * sessions):
        for stash, count in authored(chain, block, session).items():
            if count:
                sums[stash] = sums.get(stash, 0) + count * POINTS_OF_A_BLOCK
    return {"total": sum(sums.values()), "individual": tuple(sorted(sums.items()))}


def _kept(chain: Chain, block: int) -> range:
    """Give the eras that storage holds."""
    active = block // era_length(chain)
    return range(max(0, active - chain.constant("Staking.HistoryDepth")), active + 1)


def _exposure(chain: Chain, stash: bytes) -> dict[str, Any]:
    staked = balances.locked(chain, STAKING, stash)
    return {"total": staked, "own": staked, "others": ()}


def _of_era(chain: Chain, block: int, key: Key) -> bytes | None:
    era, stash = key
    first = era * era_length(chain)
    set_then = chain.get_at(first, VALIDATORS) or ()
    return stash if era in _kept(chain, block) and stash in set_then else None


def _stakers(chain: Chain, block: int, key: Key) -> Any:
    stash = _of_era(chain, block, key)
    return _exposure(chain, stash) if stash else None


def _prefs(chain: Chain, block: int, key: Key) -> Any:
    stash = _of_era(chain, block, key)
    return chain.get_at(max(0, key[0] * era_length(chain)), PREFS, stash) if stash else None


def _era_stashes(chain: Chain, block: int) -> Iterator[Key]:
    for era in _kept(chain, block):
        for stash in chain.get_at(era * era_length(chain), VALIDATORS) or ():
            yield era, stash


def _eras(chain: Chain, block: int) -> Iterator[Key]:
    for era in _kept(chain, block):
        yield (era,)


def _total_stake(chain: Chain, block: int, key: Key) -> Any:
    if key[0] not in _kept(chain, block):
        return None
    stashes = chain.get_at(key[0] * era_length(chain), VALIDATORS) or ()
    return sum(balances.locked(chain, STAKING, stash) for stash in stashes)


def _start_session(chain: Chain, block: int, key: Key) -> Any:
    sessions = era_length(chain) // session_length(chain)
    return key[0] * sessions if key[0] in _kept(chain, block) else None


def _active_era(chain: Chain, block: int, _key: Key) -> Any:
    era = block // era_length(chain)
    return {"index": era, "start": milliseconds_of(era * era_length(chain))}


def _authored_blocks(chain: Chain, block: int, key: Key) -> Any:
    session, stash = key
    current = block // session_length(chain)
    return authored(chain, block, session).get(stash) if session == current else None


def _session_stashes(chain: Chain, block: int) -> Iterator[Key]:
    current = block // session_length(chain)
    for stash, count in authored(chain, block, current).items():
        if count:
            yield current, stash


_COMPUTED: dict[str, Computed] = {
    "Staking.ErasRewardPoints": Computed(_points, _eras),
    "Staking.ErasStakers": Computed(_stakers, _era_stashes),
    "Staking.ErasStakersClipped": Computed(_stakers, _era_stashes),
    "Staking.ErasValidatorPrefs": Computed(_prefs, _era_stashes),
    "Staking.ErasTotalStake": Computed(_total_stake, _eras),
    "Staking.ErasStartSessionIndex": Computed(_start_session, _eras),
    "ImOnline.AuthoredBlocks": Computed(_authored_blocks, _session_stashes),
    **{
        name: Computed(value, lambda _chain, _block: iter([()]))
        for name, value in {
            "Staking.ActiveEra": _active_era,
            "Staking.CurrentEra": lambda chain, block, _key: block // era_length(chain),
            "Session.CurrentIndex": lambda chain, block, _key: block // session_length(chain),
        }.items()
    },
}
