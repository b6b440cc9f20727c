"""The published KPI leaderboard: what each member earned from KPIs in all, and for each election won."""

import re
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from secretariat.facts.amounts import Usd, decimal_text
from secretariat.facts.kpis import KpiLeader
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import located_json
from secretariat.sources.archives.reading.json_fields import (
    Entry,
    as_number,
    as_whole,
    members_of,
    note_unknown_names,
    shown,
    text,
    token_amount,
    unwrapped,
    usd,
    whole,
)
from secretariat.sources.archives.reading.located_json import LocatedDict, NotANumber, line_of

_NAMES = frozenset(
    ("id", "handle", "totalEarnedUsd", "totalEarnedTjoy", "timesElected", "usdPerElection", "tjoyPerElection")
)
_NOT_FINITE = re.compile(r'"(usdPerElection|tjoyPerElection)"\s*:\s*(-?(?:NaN|Infinity))\b')
_NO_RATIO = ("nan", "infinity", "-infinity", "inf", "-inf")
_USD_STEP = Decimal("0.01")
_TOKEN_STEP = Decimal(1)


def recognises(path: str, head: str) -> bool:
    """Tell the leaderboard by its keys."""
    if not path.lower().endswith(".json"):
        return False
    if re.search(r'"(totalEarnedUsd|totalEarnedTjoy|usdPerElection|tjoyPerElection)"\s*:', head):
        return True
    return knows_name(path) and head.lstrip()[:1] in ("[", "{")


def knows_name(path: str) -> bool:
    """Tell the leaderboard by its name: ``kpi_leaderboard.json``."""
    name = PurePosixPath(path).name.lower()
    return name.startswith("kpi_leaderboard") and name.endswith(".json")


def parse(document: Document, reading: Reading) -> None:
    """Read every row: a list of rows, or an object that holds one list."""
    data = located_json.load(document, reading)
    if data is None:
        return
    _note_not_finite(document, reading)
    rows = _rows_of(unwrapped(data, ()))
    if rows is None:
        reading.problem(
            "row-malformed",
            line_of(data),
            subject="rows",
            what="The file is not a list of members with their KPI earnings.",
            repair="Check that the file is what its name says.",
            refused=True,
        )
    for place, row in enumerate(rows or [], start=1):
        if isinstance(row, LocatedDict):
            _read_row(reading, row, place)
        else:
            reading.problem(
                "row-malformed",
                line_of(data),
                subject=f"row {place}",
                what=f"Row {place} of the leaderboard is not an object with a member and totals.",
                repair="Mend the file and import it again.",
                refused=True,
            )
    note_unknown_names(reading, "a leaderboard row", rows or [], _NAMES)


def _rows_of(data: Any) -> list[Any] | None:
    if isinstance(data, list):
        return data
    lists = [value for value in data.values() if isinstance(value, list)] if isinstance(data, dict) else []
    return members_of(lists[0]) if len(lists) == 1 else None


def _read_row(reading: Reading, row: LocatedDict, place: int) -> None:
    member = as_whole(row.get("id"))
    entry = Entry(reading, row, KpiLeader.KIND, str(member) if member is not None else f"row {place}")
    whole(entry, "id", "member_id")
    if as_number(row.get("id")).empty:
        entry.problem(
            "row-malformed",
            "member_id",
            f"Row {place} of the leaderboard names no member by number.",
            repair="Set the member's number; the row is kept without it.",
        )
    times = whole(entry, "timesElected", "times_elected")
    total_usd = usd(entry, "totalEarnedUsd", "total_usd")
    total_tokens = token_amount(entry, "totalEarnedTjoy", "total_tokens")
    tokens = None if total_tokens is None else Decimal(total_tokens).scaleb(-10)
    per_usd = _per_election(entry, "usdPerElection", "usd_per_election", total_usd, times, _USD_STEP)
    fact = KpiLeader(
        member_id=member,
        handle=text(entry, "handle", "handle"),
        total_usd=total_usd,
        total_tokens=total_tokens,
        times_elected=times,
        usd_per_election=None if per_usd is None else Usd(per_usd),
        tokens_per_election=_per_election(entry, "tjoyPerElection", "tokens_per_election", tokens, times, _TOKEN_STEP),
    )
    reading.add(entry.key, entry.line, fact)


def _per_election(
    entry: Entry, name: str, field: str, total: Decimal | None, times: int | None, step: Decimal
) -> Decimal | None:
    """Read a figure per election and compare it with the total; without an election there is none.

    ``step`` is the last place the file prints: a figure rounded or cut there counts as equal.
    """
    value = entry.values.get(name)
    value = None if isinstance(value, NotANumber) else value  # noted with its own line
    stated = as_number(value)
    no_ratio = isinstance(value, str) and value.strip().lower() in _NO_RATIO
    if times == 0:
        if stated.value is not None or no_ratio:
            entry.problem(
                "percentage-zero-base",
                field,
                f"{name} of member {entry.key} is {shown(value)}, but the member was elected 0 times: there is none.",
                repair="Read as unknown.",
                applied=True,
                name=name,
            )
        return None
    exact = total / times if total is not None and times else None
    if stated.value is None:
        if not stated.empty or no_ratio:
            entry.problem(
                "amount-unparsable",
                field,
                f"{name} of member {entry.key} is {shown(value)}, which is not one number.",
                repair=f"Set it to {_rounded(exact)}." if exact is not None else "Look the figure up and set it.",
                name=name,
            )
    elif exact is not None and abs(stated.value - exact) >= step:
        entry.problem(
            "impossible-figure",
            field,
            f"{name} of member {entry.key} is {decimal_text(stated.value)}; the total over {times} elections gives"
            f" {_rounded(exact)}.",
            repair="Set the total, the number of elections or this figure, whichever is wrong.",
            name=name,
        )
    return stated.value


def _rounded(value: Decimal) -> str:
    """Write a figure with two places; one too long for them as it is."""
    return decimal_text(round(value, 2) if value.adjusted() < 20 else value)


def _note_not_finite(document: Document, reading: Reading) -> None:
    """Note figures per election written NaN or Infinity, which JSON has no words for: a ratio without a base."""
    count = 0
    for number, line in enumerate(document.lines, start=1):
        for match in _NOT_FINITE.finditer(line):
            count += 1
            reading.problem(
                "percentage-zero-base",
                number,
                subject=f"not finite {count} {match[1]}",
                what=f"{match[1]} is written {match[2]}, which is no number: a ratio that has no base.",
                repair="Read as unknown.",
                applied=True,
            )


FORMAT = Format(
    name="kpi-leaderboard",
    title="the published KPI leaderboard",
    recognises=recognises,
    parse=parse,
    knows_name=knows_name,
)
