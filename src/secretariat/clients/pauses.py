"""How long to wait before a request is made again: as the server asks, else ever longer, never beyond a limit."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"[0-9]{1,9}")


def pause_before(next_try: int, *, asked: float, first: float, longest: float, chance: float) -> float:
    """Give the seconds to wait before the ``next_try``-th try (2 is the first repeated one).

    Doubles from ``first``; ``chance`` (0 to 1) spreads it over its upper half, so that many clients do not come back at
    once. Never sooner than ``asked``, never longer than ``longest``.
    """
    own = min(longest, first * 2.0 ** min(next_try - 2, 60))
    return min(longest, max(asked, own * (0.5 + chance / 2)))


def seconds_asked(headers: Mapping[str, str]) -> float:
    """Read ``Retry-After`` (RFC 9110, 10.2.3): seconds, or a date counted from the answer's own ``Date``.

    The machine's clock has no part in it. Gives 0 where nothing is asked, infinity where a date has nothing to be
    counted from.
    """
    asked = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(asked):
        return float(asked)
    until = _http_date(asked)
    if until is None:
        return 0.0
    now = _http_date(headers.get("date", ""))
    return max(0.0, (until - now).total_seconds()) if now else float("inf")


def _http_date(text: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
