"""Validators as the chain stores them: the set in office, and the points of the eras still in storage."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class ValidatorPoints:
    """The points of one validator in one era. The account is a public key."""

    account: str
    points: int


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredEra:
    """One era; its key is its number. Storage forgets eras after HistoryDepth, so ended ones are kept here.

    ``payout`` is set when the era ends; ``ended`` says that it has.
    """

    KIND: ClassVar[str] = "stored-era"

    era: int
    ended: bool
    total_points: int | None = None
    points: tuple[ValidatorPoints, ...] = ()
    payout: Amount | None = None
    total_stake: Amount | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ValidatorSet:
    """The validators in office as a whole. ``era_started`` is in milliseconds since 1970."""

    KIND: ClassVar[str] = "validator-set"

    era: int | None = None
    era_started: int | None = None
    session: int | None = None
    validators: int | None = None
    wanted: int | None = None
    minimum: int | None = None
    most: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredValidator:
    """One validator in office; its key is its public key. ``commission`` is in parts per billion, of this era."""

    KIND: ClassVar[str] = "stored-validator"

    account: str
    address: str
    era: int | None = None
    commission: int | None = None
    blocked: bool | None = None
    disabled: bool | None = None
