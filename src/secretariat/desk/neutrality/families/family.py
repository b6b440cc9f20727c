"""A family of wording: patterns that say one thing in many ways, what it is, and the reason told to a person."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["endorsement", "disparagement", "comparison", "urgency", "personnel"]
KINDS: tuple[Kind, ...] = ("endorsement", "disparagement", "comparison", "urgency", "personnel")


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """Patterns a line each (``patterns.pattern_of``); a sentence that ``unless`` fits is passed over by the family.

    Where words of a kind in ``yields`` are met in the same place, they say more, and this family is not told.
    ``within`` are words (a part of a pattern) of which a sentence must have one anywhere. ``sure`` says that it is told whatever the weights of
    the other words say: what it fits leaves no doubt.
    """

    name: str
    kind: Kind
    says: str
    patterns: str
    unless: str = ""
    within: str = ""
    yields: tuple[Kind, ...] = ()
    sure: bool = False
