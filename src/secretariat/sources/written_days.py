"""A day as a file of ours writes it: YYYY-MM-DD and nothing else that ISO 8601 allows."""

import re
from datetime import date

from secretariat.facts.moments import Moment

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day_written(text: str) -> Moment:
    """Read a day. Raises ValueError for one that is written otherwise (``20260531``, ``2026-W22-7``) or is none."""
    if not _DAY.fullmatch(text):
        raise ValueError("not YYYY-MM-DD")
    return Moment(date.fromisoformat(text).isoformat())
