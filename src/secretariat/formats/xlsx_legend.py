"""The legend sheet of the workbook: what every column means, in what unit, and where it comes from."""

from collections.abc import Sequence
from typing import Any

from secretariat.facts.tables import Built
from secretariat.formats.xlsx_tables import A4, MOST_ROWS, Styles, set_heights, set_page, sheet_text, wrapped_lines

NOTES = (
    "Empty cells are values that are not known; they are never 0.",
    "Amounts are whole or broken tokens, rounded to the 15 or so digits that a spreadsheet's numbers have. "
    "The CSV, JSON and Parquet files have all digits.",
    "Moments are UTC: a date where only the date is known, else to the second.",
    "The column source names the file that a row was read from, with the line where it stands on one; for a row that counts or"
    " sums up many, at least the first.",
)

_WIDTHS = (24, 30, 24, 80, 50)
_COLUMNS = ("table", "column", "unit", "description", "source")


def write_legend(sheet: Any, shown: Sequence[tuple[str, Built]], styles: Styles) -> None:
    """Fill the legend with some notes and a row for every column of every sheet."""
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    row = 0
    for note in (*NOTES, *_without_source(shown), *_cut(shown)):
        sheet.write_string(row, 0, note, styles.note)
        row += 1
    top = row + 1
    for place, word in enumerate(_COLUMNS):
        sheet.write_string(top, place, word, styles.head)
    row = top
    for name, built in shown:
        for heading in built.headings:
            row += 1
            texts = (name, heading.name, heading.unit.name, heading.description, heading.source)
            for place, text in enumerate(texts):
                sheet.write_string(row, place, sheet_text(text), styles.wrapped)
            lines = max(wrapped_lines(text, width) for text, width in zip(texts, _WIDTHS, strict=True))
            set_heights(sheet, row, [lines])
    sheet.autofilter(top, 0, max(row, top + 1), len(_COLUMNS) - 1)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    set_page(sheet, A4)
    sheet.fit_to_pages(1, 0)


def _without_source(shown: Sequence[tuple[str, Built]]) -> list[str]:
    """Name the sheets that have no column source: they name files in other columns, or sum up rows that have one."""
    names = [name for name, built in shown if all(heading.name != "source" for heading in built.headings)]
    if not names:
        return []
    return [
        f"{', '.join(names)}: no column source; see the description of {'its' if len(names) == 1 else 'their'} columns."
    ]


def _cut(shown: Sequence[tuple[str, Built]]) -> list[str]:
    """Say which tables have more rows than a sheet can hold."""
    return [
        f"The sheet {name} has the first {MOST_ROWS:,} of {len(built.rows):,} rows; the CSV file has all of them."
        for name, built in shown
        if len(built.rows) > MOST_ROWS
    ]
