"""Exchange rates looked up by day."""

from collections.abc import Mapping

from secretariat.facts.moments import Moment
from secretariat.facts.rates import DayRate
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot


def rates_by_day(snapshot: Snapshot) -> Mapping[str, Stated[DayRate]]:
    """Give the known rates by day in UTC; of several statements of one day the first counts."""
    days: dict[str, Stated[DayRate]] = {}
    for one in snapshot.of(DayRate):
        if one.fact.usd_per_token is not None:
            days.setdefault(one.fact.day[:10], one)
    return days


def rate_at(days: Mapping[str, Stated[DayRate]], at: Moment | None) -> Stated[DayRate] | None:
    """Give the rate of the day of a moment; no other day's rate stands in for it."""
    return None if at is None else days.get(at[:10])
