"""Reading texts about the forum, in the judge's own words: which kind, and what it is about."""

import re

from secretariat.cli.term.judge.evidence import Arrived

_KINDS: tuple[tuple[str, str], ...] = (
    ("question", r"\bquestion\b.*\b(?:wait|answer)|\bunanswered\b"),
    ("taking-part", r"\bweek\b.*\bblock \d"),
    ("dormant", r"\bstill planned\b|\bdormant\b"),
    ("hint", r"\bcategory “"),
)
OF_FORUM = frozenset(kind for kind, _ in _KINDS)
QUOTED = re.compile(r"“(.*)”")
"""What a stranger named something: it stands in quotation marks, and nowhere else."""


def kind_of_forum(first: str) -> str:
    """Tell what a text with this first line is about; empty where that is not the forum."""
    words = first if re.search(r"\bcategory “", first) else QUOTED.sub("“”", first)
    return next((kind for kind, said in _KINDS if re.search(said, words, re.IGNORECASE)), "")


def subjects_of_forum(one: Arrived, kind: str) -> tuple[str, ...]:
    """Name what a text is about, as occasions do."""
    words = QUOTED.sub("“”", one.text)
    if kind == "taking-part":
        border = re.search(r"week up to block ([\d,]+)", words)
        return () if border is None else (f"week up to block {_number(border[1])}",)
    if kind == "hint":
        return (f"category of thread {one.thread}",)
    block = re.search(r"\bblock ([\d,]+)", words)
    if block is None:
        return ()
    if kind == "dormant":
        return (f"thread {one.thread}, quiet since block {_number(block[1])}",)
    place = re.search(r"\bforum (thread) (\d+)|: (proposal) (\d+)\s*$", words, re.MULTILINE)
    if place is None:
        return ()
    where, number = (place[1], place[2]) if place[1] else (place[3], place[4])
    return (f"{where} {number}, asked in block {_number(block[1])}",)


def without_titles(words: str) -> str:
    """Give words without what strangers named things."""
    return QUOTED.sub("“”", words)


def _number(text: str) -> int:
    return int(text.replace(",", ""))
