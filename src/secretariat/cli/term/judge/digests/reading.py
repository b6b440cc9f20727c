"""Reading the daily digest for everybody, in the judge's own words."""

import re

from secretariat.cli.term.judge.evidence import Arrived

COMMUNITY = "community"
BORDER = re.compile(r"\bday up to block ([\d,]+)")


def is_community(first: str) -> bool:
    """Tell whether a text with this first line is the digest of a day."""
    return bool(BORDER.search(first))


def border_of(one: Arrived) -> tuple[str, ...]:
    """Name the day that a digest is about, as occasions do."""
    found = BORDER.search(one.text)
    return () if found is None else (f"day up to block {int(found[1].replace(',', ''))}",)
