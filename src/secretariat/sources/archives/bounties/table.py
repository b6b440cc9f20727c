"""The hand-kept status table in the README of the bounties."""

import re
from collections.abc import Mapping
from typing import Any

from secretariat.facts.amounts import Usd
from secretariat.facts.bounties import BountyTableRow
from secretariat.facts.texts import quoted
from secretariat.sources.archives.bounties.words import linked_number, plain_cell, read_status, says_nothing
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import json_fields, shifts
from secretariat.sources.archives.reading.dates import read_day
from secretariat.sources.archives.reading.json_fields import Entry
from secretariat.sources.archives.reading.located_json import LocatedDict
from secretariat.sources.archives.reading.lost_rows import naming_lost_rows
from secretariat.sources.archives.reading.markdown import PipeTable, Row, tables
from secretariat.sources.archives.reading.unknown_columns import note_unknown_columns

_NAMES = {
    "bounty": ("id", "bounty", "bounty id", "no"),
    "title": ("title", "bounty title"),
    "issue": ("issue", "github issue", "gh issue"),
    "opened_on": ("opened", "opened date", "date opened"),
    "reward": ("reward", "reward usd"),
    "thread": ("forum thread", "thread", "forum"),
    "status": ("status grading", "status", "grading"),
    "pr": ("pr", "prs", "pull request"),
    "proposal": ("proposal", "proposals"),
}
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names}
_NOUNS = {"issue": "issues", "thread": "threads", "proposal": "proposals"}
_REQUIRED = {"bounty", "title", "reward", "status"}
_NUMBERS = re.compile(r"#?\d{1,9}([,;\s]+#?\d{1,9})*")


def _columns(table: PipeTable) -> tuple[str, ...]:
    """Name the columns of a table; an unknown or repeated one is its place."""
    columns: list[str] = []
    for index, name in enumerate(table.header.cells):
        words = " ".join(re.findall(r"[a-z]+", name.lower()))
        column = _COLUMN_OF.get(words, "")
        columns.append(column if column and column not in columns else f"?{index}")
    return tuple(columns)


def _is_status_table(table: PipeTable) -> bool:
    return set(_columns(table)) >= _REQUIRED


def _knows_name(path: str) -> bool:
    return bool(re.search(r"(^|/)bount[^/]*/readme\.md$", path, re.IGNORECASE))


def _recognises(path: str, head: str) -> bool:
    return any(_is_status_table(table) for table in tables(head.split("\n")))


def _parse(document: Document, reading: Reading) -> None:
    titles: dict[int, str] = {}
    found = False
    for table in tables(document.lines):
        if not _is_status_table(table):
            continue
        found = True
        columns = _columns(table)
        note_unknown_columns(
            reading, table, [place for place, column in enumerate(columns) if not column.startswith("?")]
        )
        for row in table.rows:
            if any(not says_nothing(cell) for cell in row.cells):
                _row(row, columns, titles, reading)
    if not found:
        reading.problem(
            "file-unreadable",
            1,
            subject="table",
            what="The file has no table with the columns ID, Title, Reward and Status.",
            repair="Put the table's heading line back and import the file again.",
            refused=True,
        )


def _row(row: Row, columns: tuple[str, ...], titles: dict[int, str], reading: Reading) -> None:
    cells, unknown, note = _placed(row, columns)
    bounty = json_fields.as_whole(cells.get("bounty", "").lstrip("#"))
    title = json_fields.as_text(cells.get("title", "")).text
    if bounty is None or bounty < 1:
        reading.problem(
            "row-malformed",
            row.line,
            subject=" | ".join(cell[:30] for cell in map(_clean, row.cells[:3])),
            what=f"{note or 'The row has no readable number.'} It was not read.",
            repair="Mend the row and import the file again.",
            refused=True,
        )
        return
    if titles.setdefault(bounty, title) != title:
        reading.problem(
            "number-collision",
            row.line,
            subject=f"{bounty} {title[:60]}",
            what=f"Bounty {bounty} is called {quoted(titles[bounty])} and, here, {quoted(title)}.",
            repair="Give one of them its own number; the first was kept.",
            refused=True,
        )
        return
    values = LocatedDict(cells)
    values.line = row.line
    again = (BountyTableRow.KIND, str(bounty)) in reading.records
    into = Reading(reading.path, reading.format) if again else reading
    entry = Entry(into, values, BountyTableRow.KIND, str(bounty))
    _note_slip(entry, unknown, note)
    reading.add(str(bounty), row.line, _fact(entry, bounty))


def _clean(cell: str) -> str:
    return json_fields.as_text(cell).text


def _placed(row: Row, columns: tuple[str, ...]) -> tuple[dict[str, str], tuple[str, ...], str]:
    """Put cells under columns: the cells, the columns that cannot be told, and what was wrong with the row."""
    cells = row.cells
    while len(cells) > len(columns) and not cells[-1].strip():
        cells = cells[:-1]

    def fits(way: shifts.Cells) -> bool:
        return all(_accepts(column, cell) for column, cell in zip(columns, way, strict=True))

    if len(cells) == len(columns) and fits(cells):
        return _plain(columns, cells), (), ""
    ways = sorted(shifts.mended(cells, len(columns), empty=says_nothing, delimiter="|", fits=fits))
    if ways:
        kept = _plain(columns, ways[0])
        others = [_plain(columns, way) for way in ways[1:]]
        unknown = tuple(column for column in kept if any(other[column] != kept[column] for other in others))
        left = {column: cell for column, cell in kept.items() if column not in unknown}
        return left, unknown, f"The row has {len(cells)} cells where the table has {len(columns)} columns."
    if len(cells) == len(columns):
        return _plain(columns, cells), (), ""
    return {}, (), f"The row has {len(cells)} cells where the table has {len(columns)} columns."


def _plain(columns: tuple[str, ...], cells: tuple[str, ...]) -> dict[str, str]:
    return {column: "" if says_nothing(cell) else plain_cell(cell) for column, cell in zip(columns, cells, strict=True)}


def _accepts(column: str, text: str) -> bool:
    """Tell whether a cell can stand in a column of a mended row."""
    cell = plain_cell(text)
    if column in ("bounty", "title"):
        return not says_nothing(text) and cell.lstrip("#").isdecimal() == (column == "bounty")
    if says_nothing(text):
        return column != "status"
    if column == "status":
        return read_status(cell).state is not None
    if column == "opened_on":
        return read_day(cell) is not None
    if column == "reward":
        return read_day(cell) is None and read_status(cell).state is None and "](" not in cell
    if column in _NOUNS:
        return bool(_NUMBERS.fullmatch(cell)) or "](" in cell or "://" in cell
    return read_status(cell).state is None and "|" not in cell


def _note_slip(entry: Entry, unknown: tuple[str, ...], note: str) -> None:
    if not note:
        return
    if not unknown:
        repair = "Read in the only way in which every cell fits its column."
        entry.reading.problem(
            "field-shifted", entry.line, subject=f"row {entry.key}", what=note, repair=repair, applied=True
        )
    for column in unknown:
        what = f"{note} The cell of {column} cannot be told."
        entry.problem("field-shifted", _field_of(column), what, repair="Look the row up and set the field.")


def _field_of(column: str) -> str:
    return {"reward": "reward_usd"}.get(column, column)


def _fact(entry: Entry, bounty: int) -> BountyTableRow:
    if not entry.values.get("title"):
        entry.problem("row-malformed", "title", f"Bounty {bounty} has no title.", repair="Set its title.")
    status = json_fields.text(entry, "status", "status")
    words = read_status(status or "")
    opened_on = json_fields.day(entry, "opened_on", "opened_on")
    for field in words.unclear:
        what = f"The status of bounty {bounty}, {quoted(status)}, does not give one value for {field}."
        entry.problem("amount-unparsable", field, what, repair="Set the one that is right.")
    if opened_on and words.closed_on and words.closed_on < opened_on:
        what = f"Bounty {bounty} was closed on {words.closed_on}, before it was opened on {opened_on}."
        entry.problem("impossible-figure", "closed_on", what, repair="Set the day that is wrong.")
    return BountyTableRow(
        bounty=bounty,
        title=json_fields.text(entry, "title", "title") or "",
        opened_on=opened_on,
        reward_printed=json_fields.as_text(entry.values.get("reward")).text or None,
        reward_usd=_reward(entry, bounty),
        status=status,
        paid_usd=words.paid_usd,
        closed_on=words.closed_on,
        issue=_number(entry, "issue"),
        thread=_number(entry, "thread"),
        proposal=_number(entry, "proposal"),
    )


def _reward(entry: Entry, bounty: int) -> Usd | None:
    """Read the reward; a star behind it points to a condition and is no part of the number."""
    printed = str(entry.values.get("reward", ""))
    reading = json_fields.as_usd(printed.rstrip("* "))
    if reading.value is None and not reading.empty:
        what = f"The reward of bounty {bounty}, {quoted(printed)}, is not one amount of dollars."
        entry.problem("amount-unparsable", "reward_usd", what, repair="Set the amount if there is one.")
    return None if reading.value is None else Usd(reading.value)


def _number(entry: Entry, column: str) -> int | None:
    values: Mapping[str, Any] = entry.values
    found = linked_number(str(values.get(column, "")), _NOUNS[column])
    if found.wrong:
        what = f"The {column} of bounty {entry.key} {found.wrong}."
        entry.problem(found.code, column, what, repair="Set the number that is right.")
    return found.value


FORMAT = Format(
    name="bounty-table",
    title="bounty status table",
    recognises=_recognises,
    parse=naming_lost_rows(_parse),
    knows_name=_knows_name,
)
