"""Reading texts about the types of proposals, in the judge's own words."""

import re

from secretariat.cli.term.judge.evidence import Arrived

GUIDES = "guides"
_KINDS: tuple[tuple[str, str], ...] = (
    ("bulletin", r"\btypes of proposals?\b.*\b(?:seldom|least|rare)"),
    ("runtime", r"\banother runtime\b|\bnew runtime\b"),
)
OF_GUIDANCE = frozenset(kind for kind, _ in _KINDS)


def kind_of_guidance(first: str) -> str:
    """Tell what a text with this first line is about; empty where that is not types of proposals."""
    return next((kind for kind, words in _KINDS if re.search(words, first, re.IGNORECASE)), "")


def subjects_of_guidance(one: Arrived, kind: str) -> tuple[str, ...]:
    """Name what a text is about: a council, or a runtime."""
    words = r"\b[Cc]ouncil (\d+)" if kind == "bulletin" else r"\bspec version (\d+)"
    found = re.search(words, one.text)
    return () if found is None else (f"{'council' if kind == 'bulletin' else 'spec version'} {found[1]}",)
