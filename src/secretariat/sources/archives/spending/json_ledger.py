"""The spending ledger as JSON: an older copy of the CSV, a list of objects with its eleven columns."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.json_fields import shown, unwrapped
from secretariat.sources.archives.reading.located_json import line_of, load
from secretariat.sources.archives.reading.texts import clean
from secretariat.sources.archives.spending.cells import habits_of, read_row
from secretariat.sources.archives.spending.columns import COLUMNS, column_of, is_ledger
from secretariat.sources.archives.spending.rows import ReadRow, add_rows

_NAME = re.compile(r"spending.?proposal.?categor[^/]*\.json$", re.IGNORECASE)
_KEY = re.compile(r'"((?:[^"\\\n]|\\.){1,60})"\s*:')
_MOST_PLACES = 60


def _knows_name(path: str) -> bool:
    return bool(_NAME.search(path))


def _recognises(path: str, head: str) -> bool:
    start = head.lstrip("\ufeff \t\r\n")
    return start.startswith(("[", "{")) and is_ledger(_KEY.findall(start))


def _parse(document: Document, reading: Reading) -> None:
    data = load(document, reading)
    if data is None:
        if not reading.problems:
            _not_a_list(reading, "nothing")
        return
    data = unwrapped(data, ())
    rows = data if isinstance(data, list) else _only_list(data)
    if rows is None:
        _not_a_list(reading, "an object without one list" if isinstance(data, dict) else shown(data))
        return
    read: list[tuple[int, dict[str, str]]] = []
    unknown: dict[str, int] = {}
    refused = 0
    for row in rows:
        if isinstance(row, dict):
            read.append((line_of(row), _cells(row, unknown)))
        else:
            refused += 1
            reading.problem(
                "row-malformed",
                line_of(row, line_of(rows)),
                subject=f"not an object {refused}",
                what=f"The list holds {quoted(row)} where a row (an object) belongs.",
                repair="Mend the file and import it again.",
                refused=True,
            )
    for name, line in unknown.items():
        reading.problem(
            "value-unknown-label",
            line,
            subject=f"column {name}",
            what=f"The field {quoted(name)} is not one of the ledger's; it was not read on any row.",
            repair="Take the field out of the file, or give it one of the ledger's names.",
        )
    habits = habits_of((cells for _, cells in read), grouped=True)
    add_rows((_row(line, *read_row(cells, habits)) for line, cells in read), reading)


def _row(line: int, fact: Any, findings: Any) -> ReadRow:
    return ReadRow(line=line, fact=fact, findings=tuple(findings))


def _not_a_list(reading: Reading, found: str) -> None:
    reading.problem(
        "file-unreadable",
        1,
        subject="shape",
        what=f"The spending ledger must be a list of rows; the file holds {found}.",
        repair="Check that the file is what its name says.",
        refused=True,
    )


def _only_list(data: Any) -> list[Any] | None:
    """Take the one list that an object wraps its rows in."""
    lists = [value for value in data.values() if isinstance(value, list)] if isinstance(data, dict) else []
    return lists[0] if len(lists) == 1 else None


def _cells(row: Mapping[str, Any], unknown: dict[str, int]) -> dict[str, str]:
    """Write a row's values as a sheet would print them, by column; of two fields for one column the first counts."""
    cells: dict[str, str] = {}
    for name, value in row.items():
        column = column_of(name)
        if column in COLUMNS and column not in cells:
            cells[column] = _printed(value)
        else:
            unknown.setdefault(clean(name).text[:60], line_of(row))
    return cells


def _printed(value: Any) -> str:
    """Print a JSON value. Its numbers are exact, so that an exponent there loses no digits."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Y" if value else "N"
    if isinstance(value, Decimal) and abs(value.adjusted()) < _MOST_PLACES:
        return f"{value:f}"
    return clean(str(value)).text if isinstance(value, int | Decimal | list | dict) else str(value)


FORMAT = Format(
    name="spending-json",
    title="spending ledger (JSON)",
    recognises=_recognises,
    parse=_parse,
    knows_name=_knows_name,
)
