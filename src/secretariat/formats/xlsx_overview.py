"""The overview sheet of the workbook: what this is, key figures, charts laid out page by page, and what stands where."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.facts.tables import Built
from secretariat.formats.cells import shown_writer
from secretariat.formats.chart_data import ChartData, lying
from secretariat.formats.headlines import KeyFigures
from secretariat.formats.xlsx_charts import Block, native_chart
from secretariat.formats.xlsx_tables import A4, MOST_LINES, Styles, set_heights, set_page, sheet_text, wrapped_lines

_ROW = 20
_PAGE = 46
_UNIT = 22
"""Rows (of 20 pixels) on a printed page, and rows of one chart with the gap below it; a page holds two of them."""

_ACROSS, _HIGH = 555, 400
_RIGHT = 578
_SCALE = 66
"""Chart size and the second column's place in pixels, and the print scale at which two stand on A4 and on Letter."""

_GROUPS = 3
_LABEL, _VALUE, _GAP = 29, 21, 2
_TEXT_FROM = 3
_TEXT_WIDTH = (_LABEL + _VALUE + _GAP) * (_GROUPS - 1)
_TALL = 16
"""From how many lying bars on a chart takes the height of two."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A line in the list of sheets."""

    sheet: str
    built: Built


def write_overview(
    workbook: Any,
    sheet: Any,
    styles: Styles,
    *,
    title: str,
    lines: Sequence[str],
    figures: Sequence[KeyFigures],
    blocks: Sequence[Block],
    undrawn: Sequence[str],
    entries: Sequence[Entry],
) -> None:
    """Fill the overview: heading, key figures, charts, then the list of sheets on a page of its own."""
    _set_columns(sheet)
    sheet.set_row(0, 27)
    sheet.write_string(0, 0, sheet_text(title), styles.title)
    row = _write_notes(sheet, 1, lines, styles)
    for block in figures:
        row = _write_figures(sheet, row + 1, block, styles)
    row = _place_charts(workbook, sheet, row + 1, blocks)
    row = _write_notes(sheet, row, undrawn, styles)
    if undrawn or row % _PAGE:
        row = _next_page(row)
    end, breaks = _write_entries(sheet, row, entries, styles)
    sheet.set_first_sheet()
    sheet.activate()
    _set_print(sheet, end, [*range(_PAGE, row + 1, _PAGE), *breaks])


def _set_columns(sheet: Any) -> None:
    """Make room for key figures side by side, on a page without grid lines."""
    for group in range(_GROUPS):
        for place, width in enumerate((_LABEL, _VALUE, _GAP), group * 3):
            sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)


def _set_print(sheet: Any, end: int, breaks: Sequence[int]) -> None:
    """Set the sheet up for printing down to the row ``end``, with a new page at each of the rows ``breaks``."""
    set_page(sheet, A4)
    sheet.center_horizontally()
    sheet.set_print_scale(_SCALE)
    sheet.print_area(0, 0, max(end, 1), _GROUPS * 3 - 1)
    sheet.set_h_pagebreaks(list(breaks))


def _write_notes(sheet: Any, row: int, lines: Sequence[str], styles: Styles) -> int:
    """Write sentences below each other and give the next free row."""
    for at, line in enumerate(lines, row):
        sheet.write_string(at, 0, sheet_text(line), styles.note)
    return row + len(lines)


def _next_page(row: int) -> int:
    """Give the first row of the page after a row's page."""
    return (row // _PAGE + 1) * _PAGE


def _write_figures(sheet: Any, row: int, figures: KeyFigures, styles: Styles) -> int:
    """Write a row's figures in three columns, with where they come from below, and give the next free row."""
    sheet.merge_range(row, 0, row, _GROUPS * 3 - 1, sheet_text(figures.title), styles.head)
    height = -(-len(figures.figures) // _GROUPS)
    for number, figure in enumerate(figures.figures):
        at, place = row + 1 + number % height, number // height * 3
        sheet.write_string(at, place, sheet_text(figure.label), styles.label)
        shown = "not known" if figure.value is None else shown_writer(figure.heading.unit)(figure.value)
        sheet.write_string(at, place + 1, sheet_text(shown), styles.figure)
    row += 1 + height
    if figures.source:
        sheet.write_string(row, 0, sheet_text(f"From: {figures.source}"), styles.note)
        row += 1
    return row


def _height(data: ChartData) -> int:
    """Give a chart's height in units."""
    return 2 if lying(data) and len(data.places) > _TALL else 1


def _place_charts(workbook: Any, sheet: Any, row: int, blocks: Sequence[Block]) -> int:
    """Put every chart into the first free place where no page break cuts it, and give the next free row."""
    slots: dict[tuple[int, int], set[int]] = {}
    first = row // _PAGE
    free_units = {0, 1} if row % _PAGE <= 1 else {1} if row % _PAGE <= _PAGE - _UNIT else set()
    lowest = row
    for block in blocks:
        wanted = _height(block.data)
        page, column = first, 0
        while True:
            free = slots.setdefault((page, column), set(free_units) if page == first else {0, 1})
            if len(free) >= wanted:
                break
            page, column = (page, 1) if column == 0 else (page + 1, 0)
        unit = min(free)
        free -= {unit, unit + wanted - 1}
        top = page * _PAGE + (1 if unit == 0 else _PAGE - _UNIT) if page > first or 0 in free_units else row
        chart = native_chart(workbook, block, _ACROSS, _HIGH if wanted == 1 else _UNIT * _ROW + _HIGH)
        options: dict[str, Any] = {"x_offset": 0 if column == 0 else _RIGHT, "y_offset": 0, "object_position": 3}
        options["description"] = block.data.title
        sheet.insert_chart(top, 0, chart, options)
        lowest = max(lowest, top + _UNIT * wanted)
    return lowest


def _write_entries(sheet: Any, row: int, entries: Sequence[Entry], styles: Styles) -> tuple[int, list[int]]:
    """List the sheets with links inside the workbook; give the next free row, and the rows at which a page begins.

    The list begins a page; a text takes all columns that are printed beside the sheet's name, on as many lines as it needs.
    """
    last = _GROUPS * 3 - 1
    for place in range(last + 1):
        sheet.write_blank(row, place, None, styles.head)
    sheet.write_string(row, 0, "sheet", styles.head)
    sheet.write_string(row, 1, "rows", styles.head_number)
    sheet.merge_range(row, _TEXT_FROM, row, last, "what it holds", styles.head)
    breaks, taken = [], 1
    for entry in entries:
        row += 1
        text = sheet_text(f"{entry.built.title}. {entry.built.description}")
        lines = min(wrapped_lines(text, _TEXT_WIDTH), MOST_LINES)
        if taken + lines > _PAGE:
            breaks.append(row)
            taken = 0
        taken += lines
        target = entry.sheet.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{target}'!A1", styles.link, entry.sheet)
        sheet.write_number(row, 1, len(entry.built.rows), styles.number("#,##0"))
        sheet.merge_range(row, _TEXT_FROM, row, last, text, styles.wrapped)
        set_heights(sheet, row, [lines])
    return row + 1, breaks
