"""Validators in office with their terms, and the reward points of every era still in storage."""

from collections.abc import Mapping, Sequence
from typing import Any

from secretariat.clients.substrate.codec import constant_of
from secretariat.clients.substrate.keys import has_item
from secretariat.clients.substrate.wrong import ItemMissing, ValueWrong
from secretariat.facts.accounts import address_of, is_key
from secretariat.facts.amounts import Amount
from secretariat.facts.past_states import EraPayout
from secretariat.facts.stored_validators import StoredEra, StoredValidator, ValidatorPoints, ValidatorSet
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.fields import Fields, amount, fields_of, flag, item_number, odd, whole
from secretariat.sources.chain.state import Entry, StateAt, chosen, hold, missing, plain

ERA, VALIDATORS, DISABLED = "Staking.ActiveEra", "Session.Validators", "Session.DisabledValidators"
POINTS, PAYOUT, STAKE = "Staking.ErasRewardPoints", "Staking.ErasValidatorReward", "Staking.ErasTotalStake"
PREFS, DEPTH = "Staking.ErasValidatorPrefs", "Staking.HistoryDepth"

NUMBERS = {
    "session": "Session.CurrentIndex",
    "wanted": "Staking.ValidatorCount",
    "minimum": "Staking.MinimumValidatorCount",
    "most": "Staking.MaxValidatorsCount",
}

ITEMS = (ERA, VALIDATORS, *NUMBERS.values())
"""What ``set_of`` needs."""


def set_of(at: StateAt, reading: Reading, found: Mapping[str, Any], accounts: Sequence[str] | None) -> ValidatorSet:
    """Give the validators in office as a whole, out of the items read and the accounts that ``in_office`` found."""
    era, started = _active_era(at, reading, found.get(ERA))
    figures: dict[str, Any] = {name: item_number(at, reading, found, item) for name, item in NUMBERS.items()}
    count = None if accounts is None else len(accounts)
    return ValidatorSet(era=era, era_started=started, validators=count, **figures)


def payouts_at(at: StateAt, reading: Reading, era: int) -> tuple[tuple[EraPayout, ...], Amount | None]:
    """Give what each ended era that storage still has pays, and the stake of all validators in an era."""
    wanted = _ended_eras(at, reading, era)
    hold(at, _payout_entries(wanted, era))
    paid = chosen(at, reading, PAYOUT, wanted)
    stakes = chosen(at, reading, STAKE, [(era,)])
    amounts = [(key[0], _amount(at, reading, PAYOUT, paid, key)) for key in wanted]
    found = tuple(EraPayout(era=number, payout=payout) for number, payout in amounts if payout is not None)
    return found, _amount(at, reading, STAKE, stakes, (era,))


def payouts_ahead(at: StateAt) -> list[Entry]:
    """Name the entries that ``payouts_at`` reads; none where the active era is unknown."""
    unsaid = Reading(path="", format="")
    era, _ = _active_era(at, unsaid, plain(at, unsaid, [ERA]).get(ERA))
    return [] if era is None else _payout_entries(_ended_eras(at, unsaid, era), era)


def _ended_eras(at: StateAt, reading: Reading, era: int) -> list[tuple[int]]:
    """Give the keys of the eras before the active one that storage still has."""
    return [(each,) for each in range(max(0, era - _history_depth(at, reading)), era)]


def _payout_entries(ended: Sequence[tuple[int]], era: int) -> list[Entry]:
    return [*((PAYOUT, key) for key in ended), (STAKE, (era,))]


def read_validators(at: StateAt, reading: Reading) -> None:
    """Read the validators in office."""
    found = plain(at, reading, [*ITEMS, DISABLED])
    if not found:
        return
    accounts = in_office(at, reading, found)
    whole_set = set_of(at, reading, found, accounts)
    reading.add("set", at.block, whole_set)
    era, disabled = whole_set.era, found.get(DISABLED)
    prefs = chosen(at, reading, PREFS, [(era, key) for key in accounts]) if era is not None and accounts else {}
    for place, key in enumerate(accounts or ()):
        terms = prefs.get((era, key))
        fields = fields_of(at, reading, f"validator {key}", terms)
        fact = StoredValidator(
            account=key,
            address=address_of(key, at.runtime.ss58_prefix),
            era=era,
            commission=whole(fields, "commission") if terms is not None else None,
            blocked=flag(fields, "blocked") if terms is not None else None,
            disabled=place in disabled if isinstance(disabled, list) else None,
        )
        reading.add(key, at.block, fact)


def read_eras(at: StateAt, reading: Reading) -> None:
    """Read the points of the active era and of all before it that storage still has."""
    era, wanted = _eras(at, reading)
    if era is None:
        return
    points = chosen(at, reading, POINTS, wanted)
    payouts = chosen(at, reading, PAYOUT, wanted)
    stakes = chosen(at, reading, STAKE, wanted)
    for key in wanted:
        if key not in points:
            continue
        fields = fields_of(at, reading, f"era {key[0]}", points[key])
        fact = StoredEra(
            era=key[0],
            ended=key[0] < era,
            total_points=whole(fields, "total"),
            points=_points(fields),
            payout=_amount(at, reading, PAYOUT, payouts, key),
            total_stake=_amount(at, reading, STAKE, stakes, key),
        )
        reading.add(str(key[0]), at.block, fact)


def entries_ahead(at: StateAt) -> list[Entry]:
    """Name the entries that the lists of validators and eras will read: maps with their own keys."""
    unsaid = Reading(path="", format="")
    era, wanted = _eras(at, unsaid)
    if era is None:
        return []
    accounts = in_office(at, unsaid, plain(at, unsaid, [VALIDATORS])) or []
    return [
        *((item, key) for item in (POINTS, PAYOUT, STAKE) for key in wanted),
        *((PREFS, (era, key)) for key in accounts),
    ]


def _eras(at: StateAt, reading: Reading) -> tuple[int | None, list[tuple[int]]]:
    """Give the active era and the keys of it and of all before it that storage still has."""
    era, _ = _active_era(at, reading, plain(at, reading, [ERA]).get(ERA))
    if era is None:
        return None, []
    return era, [*_ended_eras(at, reading, era), (era,)]


def _active_era(at: StateAt, reading: Reading, value: Any) -> tuple[int | None, int | None]:
    if value is None:
        return None, None
    fields = fields_of(at, reading, ERA, value)
    return whole(fields, "index"), whole(fields, "start")


def _history_depth(at: StateAt, reading: Reading) -> int:
    """Tell how many eras before the active one are kept: a constant, in older runtimes a storage item."""
    try:
        depth = constant_of(at.runtime, "Staking", "HistoryDepth")
    except (ItemMissing, ValueWrong):
        depth = plain(at, reading, [DEPTH]).get(DEPTH) if has_item(at.runtime, "Staking", "HistoryDepth") else None
    if type(depth) is not int:
        missing(at, reading, f"constant {DEPTH}")
        return 0
    return min(depth, 1000)


def in_office(at: StateAt, reading: Reading, found: Mapping[str, Any]) -> list[str] | None:
    """Give the public keys of the validators in office; None, with a problem, where one of them is none."""
    keys = found.get(VALIDATORS)
    if isinstance(keys, list) and all(isinstance(key, str) and is_key(key) for key in keys):
        return keys
    if VALIDATORS in found:
        odd(fields_of(at, reading, VALIDATORS, None), "the list", "is not one of public keys")
    return None


def _points(era: Fields) -> tuple[ValidatorPoints, ...]:
    """Give the points of each validator; none, with a problem, where one entry is not an account and a number."""
    found = []
    pairs = era.values.get("individual")
    for pair in pairs if isinstance(pairs, list) else [None]:
        if not (isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str) and type(pair[1]) is int):
            odd(era, "individual", "is not a list of accounts and numbers")
            return ()
        found.append(ValidatorPoints(account=pair[0], points=pair[1]))
    return tuple(sorted(found, key=lambda each: each.account))


def _amount(
    at: StateAt, reading: Reading, item: str, found: Mapping[tuple[Any, ...], Any], key: tuple[int]
) -> Amount | None:
    """Give an era's amount; None where it is not set."""
    if key not in found:
        return None
    return amount(fields_of(at, reading, f"era {key[0]}", {item: found[key]}), item)
