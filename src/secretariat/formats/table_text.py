"""Text forms of one table: JSON and CSV for programs, Markdown for people."""

import json
import re
from collections.abc import Callable

from secretariat.facts.tables import Built, Unit, Value
from secretariat.formats.cells import NUMBERS, clean, exact_writer
from secretariat.formats.csv_file import as_csv

CONTRACT = "secretariat.table/1"
"""The name and number of the JSON shape. Additive changes keep the number; ``docs/contracts/table-json.md`` has it."""

_WIDEST = 40
"""Markdown cells are filled up with blanks to the width of their column, but not beyond this many signs."""

_PUNCTUATION = re.compile(r"[\\`*\[\]|~$@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=:)//|(?<=[wW])\.")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")


def as_json(built: Built) -> str:
    """Write a table as JSON, one row to a line.

    Amounts (in tokens) and decimals are strings of exact digits, whole numbers are numbers, what is not known is null.
    """
    columns = [
        {
            "name": heading.name,
            "description": heading.description,
            "unit": heading.unit.name,
            "type": heading.unit.type,
            "source": heading.source,
        }
        for heading in built.headings
    ]
    names = [heading.name for heading in built.headings]
    writers = [_json_writer(heading.unit) for heading in built.headings]
    rows = (
        {name: None if value is None else write(value) for name, write, value in zip(names, writers, row, strict=True)}
        for row in built.rows
    )
    head = {"contract": CONTRACT, "table": built.name, "as_of": built.as_of}
    start = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{start}, "columns": {_lines(columns)}, "rows": {_lines(rows)}}}\n'


def as_markdown(built: Built) -> str:
    """Write a table in GitHub's Markdown: numbers to the right, exact and not grouped, empty where not known.

    Nothing in a stranger's text takes effect: neither Markdown, HTML, links nor the bars between cells.
    """
    head = [escaped(heading.name) for heading in built.headings]
    to_the_right = [heading.unit.type in NUMBERS for heading in built.headings]
    writers = [exact_writer(heading.unit) for heading in built.headings]
    rows = [
        [
            "" if value is None else (write(value) if right else escaped(write(value)))
            for write, right, value in zip(writers, to_the_right, row, strict=True)
        ]
        for row in built.rows
    ]
    widths = [
        max(3, *(min(_WIDEST, len(cells[place])) for cells in (head, *rows))) for place in range(len(built.headings))
    ]
    rule = [f"{'-' * (width - 1)}{':' if right else '-'}" for width, right in zip(widths, to_the_right, strict=True)]
    lines = []
    for cells in (head, rule, *rows):
        filled = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(cells, widths, to_the_right, strict=True)
        ]
        lines.append(f"| {' | '.join(filled)} |\n")
    return "".join(lines)


def escaped(text: str) -> str:
    """Escape a text for a cell of a Markdown table, on one line."""
    plain = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _BREAK.sub("<br>", _PUNCTUATION.sub(lambda found: "\\" + found.group(), plain)).replace("\t", " ")


FORMS: dict[str, Callable[[Built], str]] = {"md": as_markdown, "csv": as_csv, "json": as_json}
"""What ``table NAME --format`` may ask for."""


def _json_writer(unit: Unit) -> Callable[[Value], Value]:
    """Give the function that turns a column's known values into what JSON holds."""
    if unit.type in ("integer", "boolean"):
        return lambda value: value
    return exact_writer(unit)


def _lines(items: object) -> str:
    """Write a list of objects with a line for each."""
    texts = [json.dumps(item, ensure_ascii=False) for item in items]  # type: ignore[attr-defined]
    return "[\n" + ",\n".join(texts) + "\n]" if texts else "[]"
