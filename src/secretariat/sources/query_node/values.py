"""Values of answers: each reader takes what the schema promises and refuses everything else."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment
from secretariat.facts.texts import short

Reader = Callable[[Any], Any]
"""From a value that is not null to what a fact holds. Raises Unreadable."""

LONGEST_TEXT = 2_000
LONGEST_NAME = 200
"""Ids and addresses are far shorter; a longer one is damage."""
CUT_AT = 50
"""The query node's default limit: a list inside a row that has exactly so many entries may have been cut without a word."""
EARLIEST_YEAR = 1970
LARGEST_AMOUNT = 10**38
"""Base units; the chain holds amounts in 128 bits, and no figure of the store has more digits."""

_DIGITS = re.compile(r"-?[0-9]{1,40}", re.ASCII)
_ID = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
_UTC = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z", re.ASCII)
"""Every moment as query nodes write it: a right one, if its day is one."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.ASCII)
_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")
_WORD_STARTS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Unreadable(Exception):
    """A value is not what the schema promises; the message is what it should be: ``a whole number from 0``."""


def whole(value: Any) -> int:
    """Read a block, a count or a number from 0: an Int, or a BigInt as decimal text."""
    found = value if type(value) is int else _integer(value)
    if found is None or not 0 <= found < 2**63:
        raise Unreadable("a whole number from 0")
    return found


def amount(value: Any) -> Amount:
    """Read base units from 0."""
    found = value if type(value) is int else _integer(value)
    if found is None or not 0 <= found < LARGEST_AMOUNT:
        raise Unreadable("a number of base units from 0")
    return Amount(found)


def change(value: Any) -> Amount:
    """Read base units that may be negative."""
    found = _integer(value)
    if found is None or abs(found) >= LARGEST_AMOUNT:
        raise Unreadable("a whole number of base units")
    return Amount(found)


def moment(value: Any) -> Moment:
    """Read a date with time and zone (ISO 8601), to the second in UTC."""
    if value.__class__ is str and _UTC.fullmatch(value) and _is_day(value[:10]):
        return Moment(f"{value[:19]}Z")
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) and _MOMENT.fullmatch(value) else None
        if at is not None and at.year >= EARLIEST_YEAR:
            return Moment(f"{at.astimezone(UTC).isoformat()[:19]}Z")
    except (ValueError, OverflowError):
        pass
    raise Unreadable("a moment with its time zone")


@lru_cache(maxsize=10_000)
def _is_day(words: str) -> bool:
    """Tell whether a date is one of the calendar; asked for each of many rows, and there are few days."""
    try:
        return date.fromisoformat(words).year >= EARLIEST_YEAR
    except ValueError:
        return False


def text(value: Any) -> str:
    """Keep a title or a name as it is, but for what no store can hold, and cut beyond any title's length."""
    if not isinstance(value, str):
        raise Unreadable("a text")
    return short(storable(value), LONGEST_TEXT)


def storable(words: str) -> str:
    """Put U+FFFD in the place of signs that no store can hold."""
    return _NOT_STORABLE.sub("\ufffd", words)


def text_or_none(value: Any) -> str | None:
    """Read a text that is empty where there is none."""
    return text(value) or None


def name(value: Any) -> str:
    """Read an id made of any signs, or an address."""
    if value.__class__ is str and 0 < len(value) <= LONGEST_NAME and value.isprintable():
        return value
    raise Unreadable(f"an id or address of 1 to {LONGEST_NAME} printable signs")


def name_or_none(value: Any) -> str | None:
    """Read an address that is empty where there is none."""
    return None if value == "" else name(value)


def number(value: Any) -> int:
    """Read an id that the chain counts: decimal digits without leading zeros."""
    if type(value) is int and 0 <= value < 2**63:
        return value
    if isinstance(value, str) and _ID.fullmatch(value) and (found := int(value)) < 2**63:
        return found
    raise Unreadable("an id in decimal digits")


def truth(value: Any) -> bool:
    """Read yes or no."""
    if not isinstance(value, bool):
        raise Unreadable("true or false")
    return value


def stated(value: Any) -> bool:
    """Tell whether a text was given at all; the text itself is not kept."""
    if not isinstance(value, str):
        raise Unreadable("a text")
    return bool(value.strip())


def one_of(*words: str) -> Reader:
    """Make a reader of an enumeration; its values are told in lower case with hyphens."""
    told = {word: hyphened(word) for word in words}

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in told:
            raise Unreadable(f"one of {', '.join(words)}")
        return told[value]

    return read


def variant(*names: str, start: str = "", end: str = "") -> Reader:
    """Make a reader of a union's ``__typename``, told without what all have in common at start and end."""
    told = {f"{start}{known}{end}": hyphened(known) for known in names}

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in told:
            raise Unreadable(f"one of {', '.join(told)}")
        return told[value]

    return read


def each(read: Reader) -> Reader:
    """Make a reader of a list within a row; one of exactly the default limit is refused, since it may be cut short."""

    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Unreadable("a list")
        if len(value) == CUT_AT:
            raise Unreadable(f"a whole list: the query node cuts lists at {CUT_AT} entries, and this one has as many")
        return tuple(read(item) for item in value)

    return read_all


def scalars(read: Reader) -> Reader:
    """Make a reader of a list of plain values, which no limit cuts."""

    def read_all(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Unreadable("a list")
        return tuple(read(item) for item in value)

    return read_all


def keyed(value: Any) -> str:
    """Read the id of an entity within a row."""
    return name(value.get("id") if isinstance(value, dict) else None)


def hyphened(words: str) -> str:
    """Write ``NOT_ENOUGH_CANDIDATES`` or ``FundingRequest`` as ``not-enough-candidates`` and ``funding-request``."""
    return _WORD_STARTS.sub("-", words).replace("_", "-").lower()


def _integer(value: Any) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and _DIGITS.fullmatch(value) else None
