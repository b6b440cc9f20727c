"""The order in which people stand in our words: drawn from a published seed, so that anybody can work it out again.

The recipe: the seed is ``<genesis hash of the chain, 0x and 64 small hex digits>/<number of the election cycle>``. Of each
person take the SHA-256 of the UTF-8 text ``<seed>/<member id>``, and order by the digests as hex text, smallest first.
"""

import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

P = TypeVar("P")


def seed_of(genesis: str, cycle: int) -> str:
    """Give the seed of one election's order."""
    return f"{genesis.lower()}/{cycle}"


def place(seed: str, subject: str) -> str:
    """Give what a subject (a member id as digits) is ordered by: 64 hex digits."""
    return hashlib.sha256(f"{seed}/{subject}".encode()).hexdigest()


def drawn(people: Iterable[P], seed: str, subject: Callable[[P], str]) -> tuple[P, ...]:
    """Put people into the drawn order, whatever order they come in."""
    return tuple(sorted(people, key=lambda one: (place(seed, subject(one)), subject(one))))
