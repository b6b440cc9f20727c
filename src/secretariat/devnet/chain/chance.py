"""Chance by name: the same seed and words give the same number, whatever was drawn before and in whatever order."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")

_WHOLE = 1 << 64


def drawn(seed: int, *words: object) -> int:
    """Give a whole number from 0 to 2**64 - 1."""
    told = "\x1f".join(map(str, (seed, *words))).encode()
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "little")


def below(bound: int, seed: int, *words: object) -> int:
    """Give a whole number from 0 to ``bound`` - 1; ``bound`` is small beside 2**64."""
    return drawn(seed, *words) % bound


def share(seed: int, *words: object) -> float:
    """Give a number from 0 up to 1."""
    return drawn(seed, *words) / _WHOLE


def happens(chance: float, seed: int, *words: object) -> bool:
    """Tell whether something of this chance (0 to 1) comes true."""
    return share(seed, *words) < chance


def pick(choices: Sequence[Choice], seed: int, *words: object) -> Choice:
    """Choose one, all alike."""
    return choices[below(len(choices), seed, *words)]


def weighted(choices: Sequence[tuple[Choice, float]], seed: int, *words: object) -> Choice:
    """Choose one of (what, weight) by weight."""
    rest = share(seed, *words) * sum(weight for _, weight in choices)
    for choice, weight in choices:
        rest -= weight
        if rest < 0:
            return choice
    return choices[-1][0]


def sample(choices: Sequence[Choice], count: int, seed: int, *words: object) -> list[Choice]:
    """Choose ``count`` different ones (all of them where there are fewer), in an order of chance."""
    order = sorted(range(len(choices)), key=lambda index: drawn(seed, *words, index))
    return [choices[index] for index in order[:count]]


def key_of(seed: int, *words: object) -> bytes:
    """Give 32 bytes by name: an account without a private key, a salt, a hash."""
    return hashlib.blake2b("\x1f".join(map(str, (seed, *words))).encode(), digest_size=32).digest()
