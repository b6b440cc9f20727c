"""Validators: reward points and offences per era."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True, slots=True)
class ValidatorEras:
    """One validator's record. ``eras`` holds (era, points, second figure) in rising order of eras.

    Points are the era's reward points (20 for each block produced). The file gives a second figure beside them and does
    not name it; it is kept as it is. ``account`` is ``Total`` for the sums that the source prints.
    """

    KIND: ClassVar[str] = "validator-eras"

    network: str | None
    chain: str | None
    account: str
    eras: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class EraOffences:
    """How many offences one era had."""

    KIND: ClassVar[str] = "era-offences"

    network: str | None
    chain: str | None
    era: int
    offences: int
