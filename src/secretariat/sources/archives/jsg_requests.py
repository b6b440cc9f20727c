"""The list of the council's requests to Jsgenesis: ``jsg_requests.md``."""

import re

from secretariat.facts.requests import JsgRequest
from secretariat.sources.archives.bounties.words import linked_number, plain_cell, says_nothing
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import json_fields, markdown
from secretariat.sources.archives.reading.json_fields import Entry
from secretariat.sources.archives.reading.located_json import LocatedDict
from secretariat.sources.archives.reading.lost_rows import naming_lost_rows
from secretariat.sources.archives.reading.markdown import PipeTable, Row, tables
from secretariat.sources.archives.reading.texts import clean
from secretariat.sources.archives.reading.unknown_columns import note_unknown_columns

_NAMES = {
    "on": ("date", "date approved", "approved on"),
    "link": ("proposal link", "link", "proposal"),
    "title": ("proposal title", "title"),
    "response": ("jsg response", "response", "jsgenesis response"),
    "closed": ("date closed", "closed"),
}
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names}
_ADDRESS = re.compile(r"https?://[^\s)>\]\"]+")


def _columns(table: PipeTable) -> dict[str, int]:
    """Find the columns of the list; empty when the table is another one."""
    columns: dict[str, int] = {}
    for index, name in enumerate(table.header.cells):
        column = _COLUMN_OF.get(" ".join(re.findall(r"[a-z]+", name.lower())))
        if column:
            columns.setdefault(column, index)
    return columns if {"link", "title", "response"} <= columns.keys() else {}


def _knows_name(path: str) -> bool:
    return bool(re.search(r"jsg[^/]*request[^/]*\.md$", path, re.IGNORECASE))


def _recognises(path: str, head: str) -> bool:
    return any(_columns(table) for table in tables(head.split("\n")))


def _parse(document: Document, reading: Reading) -> None:
    found = False
    for table in tables(document.lines):
        columns = _columns(table)
        found = found or bool(columns)
        if columns:
            note_unknown_columns(reading, table, columns.values())
        for row in table.rows if columns else ():
            if any(not says_nothing(cell) for cell in row.cells):
                _row(row, columns, len(table.header.cells), reading)
    if not found:
        reading.problem(
            "file-unreadable",
            1,
            subject="table",
            what="The file has no table of requests with proposal link, proposal title and JSG response.",
            repair="Put the table's heading line back and import the file again.",
            refused=True,
        )


def _row(row: Row, columns: dict[str, int], width: int, reading: Reading) -> None:
    values = _values(row, columns, width, reading)
    if values is None:
        return
    number = linked_number(values["link"], "proposals")
    title = clean(values["title"]).text
    key = str(number.value) if number.value is not None else f"{clean(values.get('on', '')).text} {title}"[:80].strip()
    if not key:
        _refuse(row, reading, "no proposal", "The row has neither a proposal nor a title; it was not read.")
        return
    entry = Entry(reading, values, JsgRequest.KIND, key)
    if (JsgRequest.KIND, key) in reading.records:
        # The first row keeps the key, so what is wrong with this one's fields is nobody's to repair.
        entry = Entry(Reading(reading.path, reading.format), values, JsgRequest.KIND, key)
    if number.value is None:
        what = f"The link of the request {number.wrong}." if number.wrong else "The request names no proposal."
        code = number.code if number.wrong else "value-unknown-label"
        entry.problem(code, "number", what, repair="Set the proposal's number.")
    reading.add(key, row.line, _fact(entry, number.value))


def _values(row: Row, columns: dict[str, int], width: int, reading: Reading) -> LocatedDict | None:
    """Give the row's cells by column; None, with a problem, when they are not as many as the table has columns."""
    cells = list(row.cells)
    while len(cells) > width and says_nothing(cells[-1]):
        cells.pop()
    if len(cells) != width:
        what = f"The row has {len(cells)} cells where the table has {width} columns; it was not read."
        _refuse(row, reading, " | ".join(clean(cell).text[:40] for cell in cells[:3]), what)
        return None
    values = LocatedDict(
        {name: "" if says_nothing(cells[index]) else plain_cell(cells[index]) for name, index in columns.items()}
    )
    values.line = row.line
    return values


def _refuse(row: Row, reading: Reading, subject: str, what: str) -> None:
    repair = "Mend the row and import the file again."
    reading.problem("row-malformed", row.line, subject=subject, what=what, repair=repair, refused=True)


def _fact(entry: Entry, number: int | None) -> JsgRequest:
    return JsgRequest(
        number=number,
        title=json_fields.text(entry, "title", "title") or "",
        on=json_fields.day(entry, "on", "on"),
        link=_address(str(entry.values["link"])),
        response=json_fields.text(entry, "response", "response"),
        closed=json_fields.text(entry, "closed", "closed"),
    )


def _address(cell: str) -> str | None:
    """Give the address a cell links to, else the address it shows."""
    link = markdown.link(cell)
    if link and _ADDRESS.fullmatch(clean(link[1]).text):
        return clean(link[1]).text
    shown = _ADDRESS.search(cell)
    return clean(shown[0]).text if shown else None


FORMAT = Format(
    name="jsg-requests",
    title="requests to Jsgenesis",
    recognises=_recognises,
    parse=naming_lost_rows(_parse),
    knows_name=_knows_name,
)
