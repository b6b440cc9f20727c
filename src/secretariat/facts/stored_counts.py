"""Figures the chain keeps as one number: tokens in existence, and counters of everything ever made."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class Issuance:
    """All tokens in existence."""

    KIND: ClassVar[str] = "issuance"

    total: Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredCounter:
    """One counter; its key is the storage item's name. A ``Next...`` item is the number the next one will have."""

    KIND: ClassVar[str] = "stored-counter"

    name: str
    value: int
