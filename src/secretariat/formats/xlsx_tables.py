"""Table sheets of the workbook: styled headings, exact-enough cells, widths that fit, printed as wide as can be read."""

import inspect
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.facts.amounts import BASE_UNITS_PER_TOKEN
from secretariat.facts.tables import Built, Heading, Unit, Value
from secretariat.formats.cells import NUMBERS, clean, exact_writer, format_places

MOST_ROWS = 1_048_575
"""Rows below the heading that a sheet can hold."""

A4, A3 = 9, 8

_MOST_SIGNS = 32_767
_CUT = " … (cut here; the CSV file has all of it)"
_WIDEST = 120
_FILTER_BUTTON = 4
_PAGE_INCHES = {A4: 11.69, A3: 16.54}
_SIDE_MARGIN = 0.4
_PIXELS_PER_SIGN, _PIXELS_BESIDE, _PIXELS_PER_INCH = 7, 5, 96
_SMALLEST_SCALE = 0.6
"""Printed smaller than 60 percent, the cells' 11 points are less than 6.6: too small to read."""
_WIDE_TABLE = 12
_KEY_COLUMNS, _KEY_WIDTH = 3, 60
_MOST_DIGITS = 60
_LARGEST = 10.0**_MOST_DIGITS
_LINE_POINTS = 15
_LONG_TEXT, _LONG_TEXT_WIDTH = 60, 80
MOST_LINES = 4
_SIGN_WIDTH = 0.92
"""Most signs of a text are narrower than the digits that a width counts in."""


@dataclass(frozen=True, kw_only=True)
class Styles:
    """The workbook's cell styles; ``number`` gives the style for a number format, always the same one."""

    title: Any
    note: Any
    head: Any
    head_number: Any
    text: Any
    wrapped: Any
    label: Any
    figure: Any
    link: Any
    number: Callable[[str], Any]


def styles_of(workbook: Any) -> Styles:
    """Make the styles of a workbook."""
    numbers: dict[str, Any] = {}

    def number(cell_format: str) -> Any:
        if cell_format not in numbers:
            numbers[cell_format] = workbook.add_format({"num_format": cell_format, "valign": "top", "align": "right"})
        return numbers[cell_format]

    head = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3A5F", "valign": "top", "text_wrap": True}
    return Styles(
        title=workbook.add_format({"bold": True, "font_size": 20, "font_color": "#1F3A5F"}),
        note=workbook.add_format({"font_color": "#444444", "valign": "top"}),
        head=workbook.add_format(head | {"indent": 1}),
        head_number=workbook.add_format(head | {"align": "right"}),
        text=workbook.add_format({"valign": "top", "indent": 1}),
        wrapped=workbook.add_format({"valign": "top", "text_wrap": True, "indent": 1}),
        label=workbook.add_format({"valign": "top", "font_color": "#444444", "bottom": 4, "bottom_color": "#BBBBBB"}),
        figure=workbook.add_format(
            {"valign": "top", "align": "right", "bold": True, "shrink": True, "bottom": 4, "bottom_color": "#BBBBBB"}
        ),
        link=workbook.add_format({"font_color": "#0B5394", "underline": 1, "valign": "top"}),
        number=number,
    )


def write_table(sheet: Any, built: Built, styles: Styles) -> None:
    """Fill a sheet with a table, column by column; what is not known stays an empty cell."""
    rows = built.rows[:MOST_ROWS]
    widths = []
    lines = [1] * len(rows)
    for place, heading in enumerate(built.headings):
        head = styles.head_number if heading.unit.type in NUMBERS else styles.head
        sheet.write_string(0, place, clean(heading.name), head)
        cells = [row[place] for row in rows]
        width = column_width(heading, cells)
        widths.append(width)
        sheet.set_column(place, place, width)
        style = style_of(heading.unit, cells, width, styles)
        write_column(sheet, 1, place, heading.unit, cells, style)
        if style is styles.wrapped:
            for at, value in enumerate(cells):
                if isinstance(value, str) and len(value) >= width:
                    lines[at] = max(lines[at], wrapped_lines(value, width))
    set_heights(sheet, 1, lines)
    if built.headings:
        sheet.autofilter(0, 0, max(len(rows), 1), len(built.headings) - 1)
    keys = _KEY_COLUMNS if len(widths) > _WIDE_TABLE and sum(widths[:_KEY_COLUMNS]) <= _KEY_WIDTH else 0
    sheet.freeze_panes(1, keys)
    sheet.repeat_rows(0)
    _set_print(sheet, widths, keys)


def _set_print(sheet: Any, widths: Sequence[int], keys: int) -> None:
    """Print one page wide where that can be read, on A4 or A3; else several pages beside each other, each with the key columns."""
    inches = sum(_PIXELS_PER_SIGN * width + _PIXELS_BESIDE for width in widths) / _PIXELS_PER_INCH
    scales = {paper: (page - 2 * _SIDE_MARGIN) / max(inches, 1) for paper, page in _PAGE_INCHES.items()}
    paper = next((paper for paper, scale in scales.items() if scale >= _SMALLEST_SCALE), None)
    set_page(sheet, A4 if paper is None else paper)
    if paper is not None:
        sheet.fit_to_pages(1, 0)
        return
    sheet.set_print_scale(round(100 * _SMALLEST_SCALE))
    sheet.print_across()
    if sum(widths[: keys or 1]) <= _KEY_WIDTH:
        sheet.repeat_columns(0, (keys or 1) - 1)


def wrapped_lines(text: str, width: int) -> int:
    """Estimate how many lines a text takes in a cell of a width in signs."""
    return sum(max(1, math.ceil(len(part) * _SIGN_WIDTH / width)) for part in text.split("\n"))


def set_heights(sheet: Any, top: int, lines: Sequence[int]) -> None:
    """Give rows the height of their lines, up to four: not every program works it out when it opens the file."""
    for at, count in enumerate(lines, top):
        if count > 1:
            sheet.set_row(at, _LINE_POINTS * min(count, MOST_LINES))


def set_page(sheet: Any, paper: int) -> None:
    """Lay a sheet out for printing: landscape, narrow margins, its name and page in the footer."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.set_margins(left=_SIDE_MARGIN, right=_SIDE_MARGIN, top=0.45, bottom=0.6)
    sheet.set_footer("&L&8&A&R&8Page &P of &N")


def write_column(sheet: Any, top: int, place: int, unit: Unit, cells: Sequence[Value], style: Any) -> None:
    """Write a column's known cells below each other with the one writer its unit needs."""
    if unit.type in ("text", "moment"):
        write_string = _by_numbers(sheet.write_string)
        for at, text in enumerate(_sheet_texts(cells), top):
            if text:
                write_string(sheet, at, place, text, style)
    elif unit.type == "boolean":
        for at, value in enumerate(cells, top):
            if value is not None:
                sheet.write_boolean(at, place, value, style)
    else:
        _write_numbers(sheet, top, place, unit, cells, style)


def _by_numbers(method: Any) -> Callable[..., object]:
    """Give a sheet's method, to be called with the sheet, without its look at every cell whether it is named like B7."""
    bare: Callable[..., object] = inspect.unwrap(method.__func__)
    return bare


def _sheet_texts(cells: Sequence[Value]) -> list[str]:
    """Give a column's texts as cells can hold them; the whole column is looked at once, as few ever need a change."""
    texts = ["" if value is None else str(value) for value in cells]
    if all(map(str.isprintable, texts)) and max(map(len, texts), default=0) <= _MOST_SIGNS:
        return texts
    return [sheet_text(text) for text in texts]


def _write_numbers(sheet: Any, top: int, place: int, unit: Unit, cells: Sequence[Value], style: Any) -> None:
    """Write numbers as the doubles a sheet has; those far beyond a double's digits as text with all digits."""
    write_number = _by_numbers(sheet.write_number)
    divisor = BASE_UNITS_PER_TOKEN if unit.type == "amount" else 1
    for at, value in enumerate(cells, top):
        if value is None or isinstance(value, str):
            continue
        try:
            number = float(value) if divisor == 1 else value / divisor
        except OverflowError:
            number = math.inf
        if -_LARGEST < number < _LARGEST:
            write_number(sheet, at, place, number, style)
        else:
            sheet.write_string(at, place, sheet_text(exact_writer(unit)(value)), style)


def sheet_text(text: str) -> str:
    """Give a text as a cell can hold it: printable, and cut with a word about it where it is too long."""
    text = clean(text)
    return text if len(text) <= _MOST_SIGNS else text[: _MOST_SIGNS - len(_CUT)] + _CUT


def style_of(unit: Unit, cells: Sequence[Value], width: int, styles: Styles) -> Any:
    """Choose a column's style: its number format, or wrapped where a text is longer than the column."""
    if unit.type in NUMBERS:
        return styles.number(unit.cell_format)
    if unit.type == "boolean":
        return styles.text
    texts = [value for value in cells if isinstance(value, str)]
    return styles.wrapped if any(len(text) > width or "\n" in text for text in texts) else styles.text


def column_width(heading: Heading, cells: Sequence[Value]) -> int:
    """Choose a width in signs at which the heading and every number can be read; long texts wrap at the unit's width."""
    head = len(heading.name) + _FILTER_BUTTON
    known = [value for value in cells if value is not None]
    if heading.unit.type in NUMBERS:
        ends = [number_signs(end, heading.unit) for end in (min(known), max(known))] if known else []
        return min(max([head, heading.unit.width, *(signs + 2 for signs in ends)]), 250)
    longest = max((len(value) for value in known if isinstance(value, str)), default=0)
    widest = heading.unit.width if longest <= _LONG_TEXT else max(heading.unit.width, _LONG_TEXT_WIDTH)
    return min(max(head, min(longest + 2, widest)), _WIDEST)


def number_signs(value: Value, unit: Unit) -> int:
    """Count the signs of a number as the unit's format shows it."""
    whole = exact_writer(unit)(value).partition(".")[0]
    digits = min(len(whole.lstrip("-")), _MOST_DIGITS + 3)
    commas = (digits - 1) // 3 if "," in unit.cell_format else 0
    places = format_places(unit)
    return digits + commas + (places + 1 if places else 0) + whole.startswith("-")
