"""The fields of one JSON or YAML object, each read as what it should be, or reported with the record it belongs to."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from secretariat.facts.amounts import Amount, Usd, tokens
from secretariat.facts.moments import Moment
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.dates import read_day
from secretariat.sources.archives.reading.located_json import NotANumber, line_of, line_of_field
from secretariat.sources.archives.reading.numbers import NumberReading, read_number
from secretariat.sources.archives.reading.texts import CleanText, clean

MAX_DIGITS = 30
"""No figure of the archives has more digits before or after the point; longer ones are damage."""

_LIMIT: int = 10**MAX_DIGITS
_MOST_WRAPPERS = 3
MAX_TEXT = 2000
"""A title or a name of more characters is cut there."""

_DOLLARS = re.compile(r"([+-]?)\s*(?:us\$|\$|usd)?\s*([^$]*?)\s*\$?\s*(?:usd|dollars?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One object on its way to becoming one fact: its values, its line, and the record its problems point at."""

    reading: Reading
    values: Mapping[str, Any]
    kind: str
    key: str

    @property
    def line(self) -> int:
        """Give the line the object starts on."""
        return line_of(self.values)

    def problem(
        self,
        code: str,
        field: str,
        what: str,
        *,
        repair: str = "",
        applied: bool = False,
        line: int | None = None,
        name: str = "",
    ) -> None:
        """Note a problem of one field of the record; it is open to repair unless it was applied.

        It stands on the line given, else on that of the object's field ``name``, else on the object's first.
        """
        if line is None:
            line = line_of_field(self.values, name) if name else self.line
        self.reading.problem(
            code,
            line,
            subject=f"{self.kind} {self.key} {field}",
            what=what,
            repair=repair,
            applied=applied,
            target=Target(kind=self.kind, key=self.key, field=field),
        )


def shown(value: object) -> str:
    """Show a value in a message: short, quoted, without what a terminal could obey."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return quoted(value) if isinstance(value, str) else quoted(value).strip("'")


def as_text(value: object) -> CleanText:
    """Read a text on one line, or a number standing for one; other values are empty."""
    if isinstance(value, str) and not isinstance(value, NotANumber):
        return clean(value[:MAX_TEXT])
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LIMIT:
        return CleanText(str(value))
    return CleanText("")


def as_number(value: object) -> NumberReading:
    """Read a number or a text that is one number. Truth values, objects and figures beyond 30 digits are none."""
    if isinstance(value, str):
        reading = read_number(value)
        return reading if reading.value is None or _bounded(reading.value) else NumberReading(None)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return NumberReading(_exact(value)) if _bounded(value) else NumberReading(None)
    return NumberReading(None, empty=value is None)


def as_whole(value: object) -> int | None:
    """Read a whole number of at most 18 digits, from 0, or None."""
    number = as_number(value).value
    if number is None or number != number.to_integral_value() or not 0 <= number < 10**18:
        return None
    return int(number)


def as_usd(value: object) -> NumberReading:
    """Read one amount of dollars: ``200``, ``"$200"``, ``"-$1,035.50"``, ``"200 USD"``, ``"USD 200"``."""
    if not isinstance(value, str):
        return as_number(value)
    match = _DOLLARS.fullmatch(value.strip()[:80]) if len(value) <= 200 else None
    if match is None or (match[1] and match[2][:1] in "+-"):
        return NumberReading(None)
    return as_number(match[1] + match[2])


def whole(entry: Entry, name: str, field: str) -> int | None:
    """Read a whole number from 0 (a height, a count, an id); what is none is a problem and unknown."""
    value = entry.values.get(name)
    found = as_whole(value.lstrip("#") if isinstance(value, str) else value)
    if found is None and not as_number(value).empty:
        _unparsable(entry, name, field, value, "a whole number from 0")
    return found


def decimal(entry: Entry, name: str, field: str) -> Decimal | None:
    """Read a number; what is none is a problem and unknown."""
    return _number(entry, name, field, as_number(entry.values.get(name)), "one number")


def usd(entry: Entry, name: str, field: str) -> Usd | None:
    """Read an amount of dollars; what is none is a problem and unknown."""
    found = _number(entry, name, field, as_usd(entry.values.get(name)), "one amount of dollars")
    return None if found is None else Usd(found)


def token_amount(entry: Entry, name: str, field: str) -> Amount | None:
    """Read a number of whole or decimal tokens into base units; what is none is a problem and unknown."""
    found = _number(entry, name, field, as_number(entry.values.get(name)), "one number of tokens")
    try:
        return None if found is None else tokens(found)
    except ValueError:
        _unparsable(entry, name, field, entry.values.get(name), "a number of tokens with at most ten decimals")
        return None


def text(entry: Entry, name: str, field: str) -> str | None:
    """Read a text on one line, or a number in its place. A wrong encoding is put right or a problem; so is no text at all."""
    value = entry.values.get(name)
    found = as_text(value)
    if value is not None and not found.text and not (isinstance(value, str) and not value.strip()):
        entry.problem(
            "row-malformed",
            field,
            f"{name} of {entry.kind} {entry.key} is {shown(value)}, which is no text.",
            repair="Look it up and set it; until then it is unknown.",
            name=name,
        )
    if found.repair or found.damaged:
        entry.problem(
            "mojibake",
            field,
            f"{name} of {entry.kind} {entry.key} was read in the wrong encoding at some time.",
            repair=f"Now {quoted(found.text)}: {found.repair}." if found.repair else "Set the text it should be.",
            applied=bool(found.repair),
            name=name,
        )
    return found.text or None


def day(entry: Entry, name: str, field: str) -> Moment | None:
    """Read a day or moment; what is none is a problem and unknown."""
    value = entry.values.get(name)
    found = read_day(value) if isinstance(value, str) else None
    if found is None and not as_number(value).empty:
        entry.problem(
            "date-unparsable",
            field,
            f"{name} of {entry.kind} {entry.key} is {shown(value)}, which is not one day.",
            repair="Look the day up and set it; until then it is unknown.",
            name=name,
        )
    return found


def unwrapped(data: Any, known: Container[str]) -> Any:
    """Take a document out of what is wrapped around it: objects that hold one list or object under a name of no meaning.

    ``known`` are the names by which the document itself is told.
    """
    for _ in range(_MOST_WRAPPERS):
        if isinstance(data, list) and len(data) == 1 and isinstance(data[0], list):
            data = data[0]
        elif isinstance(data, dict) and not any(name in known for name in data):
            held = [value for value in data.values() if isinstance(value, dict | list)]
            if len(held) != 1 or not held[0]:
                return data
            data = held[0]
        else:
            return data
    return data


def members_of(values: object) -> list[Any]:
    """Give the items of a list, or nothing when the value is no list."""
    return list(values) if isinstance(values, list) else []


def note_unknown_names(reading: Reading, where: str, objects: Iterable[object], known: frozenset[str]) -> None:
    """Note every field name that has no known meaning, once per file and name, at the first object that holds it."""
    seen: set[str] = set()
    noted = {problem.subject for problem in reading.problems if problem.code == "value-unknown-label"}
    for found in objects:
        if not isinstance(found, dict):
            continue
        for name in found:
            if name in known or name in seen or len(seen) >= 50:
                continue
            seen.add(name)
            subject = f"{where} {quoted(name, 80)}"
            if subject in noted:
                continue
            reading.problem(
                "value-unknown-label",
                line_of_field(found, name),
                subject=subject,
                what=f"The field {shown(name)} of {where} has no known meaning; it was left out, here and wherever else it stands.",
                repair="Tell what it means if it matters; nothing else depends on it.",
            )


def _number(entry: Entry, name: str, field: str, reading: NumberReading, expected: str) -> Decimal | None:
    value = entry.values.get(name)
    if reading.value is None and not reading.empty:
        _unparsable(entry, name, field, value, expected)
    elif reading.value is not None and reading.repair and reading.repair != "read commas as thousands":
        entry.problem(
            "spreadsheet-damage",
            field,
            f"{name} of {entry.kind} {entry.key} is written {shown(value)}.",
            repair=f"{reading.repair.capitalize()}: {reading.value:f}.",
            applied=True,
            name=name,
        )
    return reading.value


def _unparsable(entry: Entry, name: str, field: str, value: object, expected: str) -> None:
    entry.problem(
        "amount-unparsable",
        field,
        f"{name} of {entry.kind} {entry.key} is {shown(value)}, which is not {expected}.",
        repair="Look the figure up and set it; until then it is unknown.",
        name=name,
    )


def _bounded(value: int | Decimal) -> bool:
    if isinstance(value, int):
        return abs(value) < _LIMIT
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -MAX_DIGITS and int(value.adjusted()) < MAX_DIGITS


def _exact(value: int | Decimal) -> Decimal:
    """Write an exponent out, so that equal figures are stored with equal digits."""
    number = Decimal(value)
    return Decimal(f"{number:f}")
