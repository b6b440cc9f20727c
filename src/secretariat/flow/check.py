"""One thing that doctor looked at: what was found, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["ok", "warning", "failed"]


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was looked at: what was found, and what to do about it (empty when nothing)."""

    name: str
    verdict: Verdict
    found: str
    remedy: str = ""


def good(name: str, found: str) -> Check:
    """Say that nothing is wrong with a thing."""
    return Check(name=name, verdict="ok", found=found)


def bad(name: str, found: str, remedy: str, *, verdict: Verdict = "failed") -> Check:
    """Say what is wrong with a thing, and what to do."""
    return Check(name=name, verdict=verdict, found=found, remedy=remedy)
