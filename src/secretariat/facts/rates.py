"""What a token is worth: the exchange rate of one day."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class DayRate:
    """US dollars for one token (JOY) on one day in UTC; unknown where the source's figure cannot be true."""

    KIND: ClassVar[str] = "day-rate"

    day: Moment
    usd_per_token: Decimal | None = None
