"""The weekly notes of bounty managers: a report on one bounty, or an overview of all."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePosixPath

from secretariat.facts.amounts import Usd
from secretariat.facts.bounties import BountyNote
from secretariat.facts.moments import Moment
from secretariat.facts.texts import quoted
from secretariat.sources.archives.bounties.headings import reported_bounty
from secretariat.sources.archives.bounties.words import says_nothing
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import json_fields
from secretariat.sources.archives.reading.dates import read_day
from secretariat.sources.archives.reading.json_fields import Entry
from secretariat.sources.archives.reading.located_json import LocatedDict
from secretariat.sources.archives.reading.lost_rows import naming_lost_rows
from secretariat.sources.archives.reading.markdown import Heading, PipeTable, Row, headings, tables
from secretariat.sources.archives.reading.texts import clean

_OVERVIEW = re.compile(r"weekly\s+bount(?:y|ies)\s+report", re.IGNORECASE)
_BOUNTY = re.compile(r"bounty[\s_\-#]*(\d{1,6})(?!\d)", re.IGNORECASE)
_NAME = re.compile(r"(weekly[^/]*bount|bount[^/]*weekly|bount[^/]*report|report[^/]*bount)[^/]*\.md$", re.IGNORECASE)
_DAY_IN_NAME = re.compile(r"(?<!\d)(?:(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})|(\d{1,2})[-_.](\d{1,2})[-_.](\d{4}))(?!\d)")
_IS = r"[^.\n:$\d]{0,60}?(?:was|were|is|are|:)\s*"
_ENTRIES = re.compile(rf"\bnumber\s+of\b{_IS}(\d(?:[\d.,]*\d)?)", re.IGNORECASE)
_REWARD = re.compile(rf"\brewards?\b{_IS}(\$?\s*\d(?:[\d.,]*\d)?\s*(?:\$|usd\b)?)", re.IGNORECASE)
_PROPOSAL = re.compile(r"/proposals/(?:historical/)?(\d{1,9})(?!\d)")
_COLUMN_OF = {"bounty": "bounty", "id": "bounty", "bounty id": "bounty", "title": "title", "status": "status"}


def _knows_name(path: str) -> bool:
    return bool(_NAME.search(PurePosixPath(path).name))


def _recognises(path: str, head: str) -> bool:
    lines = head.split("\n")
    found = list(headings(lines))
    if any(reported_bounty(heading.text) is not None for heading in found[:3]):
        return True
    if not any(_OVERVIEW.search(heading.text) for heading in found[:3]):
        return False
    return any(_columns(table) for table in tables(lines))


def _parse(document: Document, reading: Reading) -> None:
    days = _days(document, reading)
    lines = document.lines
    found = list(headings(lines))
    overviews = [(table, columns) for table in tables(lines) if (columns := _columns(table))]
    for heading in found:
        bounty = reported_bounty(heading.text)
        # The number of a "weekly bounty report 7" that lists every bounty is the report's own.
        if bounty is not None and not (overviews and _OVERVIEW.search(heading.text)):
            _report(document, heading, bounty, days, reading)
            return
    for table, columns in overviews:
        for row in table.rows:
            if any(not says_nothing(cell) for cell in row.cells):
                _overview_row(row, columns, days, document, reading)
    if not overviews:
        reading.problem(
            "file-unreadable",
            1,
            subject="shape",
            what="The file is named like a weekly note on bounties but names no bounty and has no overview of them.",
            repair="Check that the file is what its name says.",
            refused=True,
        )


def _days(document: Document, reading: Reading) -> tuple[Moment | None, Moment | None]:
    """Take the first and the last day from the file's name; one day alone is the note's own."""
    days: list[Moment] = []
    for match in _DAY_IN_NAME.finditer(document.name):
        text = f"{match[1]}-{match[2]}-{match[3]}" if match[1] else f"{match[4]}.{match[5]}.{match[6]}"
        day = read_day(text)
        if day is None:
            what = f"The day {quoted(match[0])} in the file's name is not one."
            reading.problem("date-unparsable", 1, subject=match[0], what=what, repair="Rename the file.")
        else:
            days.append(day)
    if len(days) > 2:
        what = f"The file's name has {len(days)} days where the first and the last belong; none was taken."
        reading.problem("date-unparsable", 1, subject="days", what=what, repair="Rename the file.")
        return None, None
    if len(days) == 2 and days[1] < days[0]:
        what = f"The file's name ends its week on {days[1]}, before it begins on {days[0]}."
        reading.problem("impossible-figure", 1, subject="days", what=what, repair="Rename the file.")
    return (days[0] if days else None), (days[1] if len(days) == 2 else None)


def _key(bounty: int, days: tuple[Moment | None, Moment | None], document: Document) -> str:
    return f"{bounty}/{days[0] or PurePosixPath(document.path).stem}"


def _report(
    document: Document,
    heading: Heading,
    bounty: int,
    days: tuple[Moment | None, Moment | None],
    reading: Reading,
) -> None:
    """Read a report on one bounty: its heading names it, sentences give the count and the sum."""
    key = _key(bounty, days, document)
    values = LocatedDict()
    values.line = heading.line
    entry = Entry(reading, values, BountyNote.KIND, key)
    for line, number, place in _other_names(document):
        if number != bounty:
            what = f"The heading names bounty {bounty}, {place} names bounty {number}."
            repair = "Mend whichever is wrong; the heading was taken."
            reading.problem("header-contradiction", line, subject=f"{place} {number}", what=what, repair=repair)
    text = "\n".join(document.lines[heading.line :])
    reward = _one(entry, "reward_usd", [json_fields.as_usd(found).value for found in _REWARD.findall(text)])
    count = _one(entry, "entries", [json_fields.as_number(found).value for found in _ENTRIES.findall(text)])
    note = BountyNote(
        bounty=bounty,
        from_day=days[0],
        to_day=days[1],
        entries=json_fields.as_whole(count),
        reward_usd=None if reward is None else Usd(reward),
        proposals=tuple(dict.fromkeys(int(number) for number in _PROPOSAL.findall(text))),
    )
    reading.add(key, heading.line, note)


def _other_names(document: Document) -> Iterator[tuple[int, int, str]]:
    """Give the bounties that the file's name and its other headings name, with line and place."""
    in_name = _BOUNTY.search(document.name)
    if in_name:
        yield 1, int(in_name[1]), "the file's name"
    for heading in headings(document.lines):
        match = _BOUNTY.search(heading.text)
        if match:
            yield heading.line, int(match[1]), "another heading"


def _one(entry: Entry, field: str, values: list[Decimal | None]) -> Decimal | None:
    """Give the one value that all sentences agree on."""
    found = list(dict.fromkeys(values))
    if len(found) > 1 or None in found:
        what = f"The note's sentences do not give one figure for {field}."
        entry.problem("amount-unparsable", field, what, repair="Set the figure that is right.")
        return None
    return found[0] if found else None


def _columns(table: PipeTable) -> dict[str, int]:
    """Find the columns of an overview: bounty, title and status, and no reward (that is the README's table)."""
    names = [" ".join(re.findall(r"[a-z]+", cell.lower())) for cell in table.header.cells]
    columns: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in _COLUMN_OF:
            columns.setdefault(_COLUMN_OF[name], index)
    return columns if len(columns) == 3 and "reward" not in names else {}


def _overview_row(
    row: Row,
    columns: dict[str, int],
    days: tuple[Moment | None, Moment | None],
    document: Document,
    reading: Reading,
) -> None:
    cells = {name: row.cells[index] if index < len(row.cells) else "" for name, index in columns.items()}
    bounty = json_fields.as_whole(cells["bounty"].lstrip("#"))
    if bounty is None or bounty < 1:
        reading.problem(
            "row-malformed",
            row.line,
            subject=" | ".join(clean(cell).text[:30] for cell in row.cells[:3]),
            what=f"The row's bounty {quoted(cells['bounty'])} is not a number.",
            repair="Mend the row and import the file again.",
            refused=True,
        )
        return
    values = LocatedDict(cells)
    values.line = row.line
    entry = Entry(reading, values, BountyNote.KIND, _key(bounty, days, document))
    note = BountyNote(
        bounty=bounty,
        title=json_fields.text(entry, "title", "title"),
        status=json_fields.text(entry, "status", "status"),
        from_day=days[0],
        to_day=days[1],
    )
    reading.add(entry.key, row.line, note)


FORMAT = Format(
    name="bounty-note",
    title="weekly note on bounties",
    recognises=_recognises,
    parse=naming_lost_rows(_parse),
    knows_name=_knows_name,
)
