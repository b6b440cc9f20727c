"""A day as a file of ours writes it: YYYY-MM-DD and nothing else that ISO 8601 allows."""

import re
from datetime import date

from secretariat.facts.moments import Moment

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

DAY_PATTERN = (
    r"^(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    r"|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$(?!\n)"
)
"""The days that there are, for a schema: of the years 0001 to 9999, with 29 February in leap years."""


def day_written(text: str) -> Moment:
    """Read a day. Raises ValueError for one that is written otherwise (``20260531``, ``2026-W22-7``) or is none."""
    if not _DAY.fullmatch(text):
        raise ValueError("not YYYY-MM-DD")
    return Moment(date.fromisoformat(text).isoformat())
