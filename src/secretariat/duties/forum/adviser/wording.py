"""Wording: what of a title or a text the adviser counts."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import sqrt

LONGEST = 20_000
"""Characters of a text that are looked at."""

_WORD = re.compile(r"[^\W\d_]{2,40}(?:['’][^\W\d_]{1,10})?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_COMMON = frozenset(
    [
        "a",
        "about",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "let",
        "me",
        "my",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "out",
        "she",
        "should",
        "so",
        "some",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "to",
        "too",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
"""Words that stand in every kind of post; they say nothing about a category."""
GRAM = 3
_NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)


def words(text: str) -> list[str]:
    """Give the telling words of a text in order: small letters, singular, without numbers, addresses and common words."""
    plain = unicodedata.normalize("NFKC", _ADDRESS.sub(" ", text[:LONGEST])).casefold()
    return [_singular(word) for word in _WORD.findall(plain) if word not in _COMMON]


def _singular(word: str) -> str:
    word = re.sub("['’]s$", "", word)
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) else word


def numbers(title: str) -> tuple[int, ...]:
    """List the numbers in a title, in order: ``(20, 1)`` of “KPI 20.1”."""
    return tuple(int(found) for found in _NUMBER.findall(title[:LONGEST]))


@lru_cache(maxsize=8_192)
def features(text: str) -> frozenset[str]:
    """Give what a text is known by: its telling words, and each two that stand side by side."""
    found = words(text)
    return frozenset(found) | {f"{first} {second}" for first, second in pairwise(found)}


@lru_cache(maxsize=4_096)
def grams(title: str) -> Counter[str]:
    """Count the runs of three letters in a title's telling words: numbers do not tell titles apart."""
    line = f" {' '.join(words(title))} "
    return Counter(line[at : at + GRAM] for at in range(len(line) - GRAM + 1))


def likeness(one: str, other: str) -> float:
    """Tell how alike two titles are, from 0 to 1: the cosine of their runs of three letters."""
    first, second = grams(one), grams(other)
    shared = sum(count * second[gram] for gram, count in first.items() if gram in second)
    lengths = sqrt(_squared(first.values()) * _squared(second.values()))
    return shared / lengths if lengths else 0.0


def _squared(counts: Iterable[int]) -> int:
    return sum(count * count for count in counts)
