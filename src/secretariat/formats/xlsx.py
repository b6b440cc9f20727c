"""The workbook: overview with native charts, legend, a sheet for every table and view."""

import gc
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from secretariat.facts.perspectives import Perspective
from secretariat.facts.tables import Built
from secretariat.formats.chart_data import ChartData, chart_data
from secretariat.formats.headlines import as_of_line, key_figures
from secretariat.formats.xlsx_charts import DATA_SHEET, write_data
from secretariat.formats.xlsx_legend import write_legend
from secretariat.formats.xlsx_overview import Entry, write_overview
from secretariat.formats.xlsx_tables import styles_of, write_table

_OVERVIEW, _LEGEND = "Overview", "Legend"
_CREATED = datetime(2020, 1, 1)  # noqa: DTZ001 -- the workbook's property has no time zone; fixed for equal bytes
_MOST_SIGNS = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))


class _Sheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """The library's sheet, but that a style's number passes at once where the library tells it by an error it raises.

    It asks for every cell, and that was a fifth of the time of the whole workbook. Without this the bytes are the same.
    """

    def _escape_attributes(self, attribute: Any) -> Any:
        return attribute if attribute.__class__ is int else super()._escape_attributes(attribute)


@contextmanager
def _cells_not_collected() -> Iterator[None]:
    """Put off the search for unused values: all cells are used until the workbook is whole, and it goes through them all."""
    put_off = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if put_off:
            gc.enable()


@_cells_not_collected()
def render(
    builts: Sequence[Built], perspectives: Sequence[Perspective], *, title: str, lines: Sequence[str] = ()
) -> bytes:
    """Give the bytes of the workbook, the same for the same tables.

    ``lines`` are sentences below the title of the overview. Texts of tables are written as texts only: never a formula,
    a number or a link.
    """
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, _options())
    workbook.set_properties({"title": title, "created": _CREATED})
    workbook.set_size(2400, 1500)
    add = partial(workbook.add_worksheet, worksheet_class=_Sheet)
    styles = styles_of(workbook)
    shown = [*builts, *(perspective.built for perspective in perspectives)]
    names = sheet_names([built.name for built in shown], taken=(_OVERVIEW, _LEGEND, DATA_SHEET))
    sheets = list(zip(names, shown, strict=True))
    overview, legend = add(_OVERVIEW), add(_LEGEND)
    for name, built in sheets:
        write_table(add(name), built, styles)
    write_legend(legend, sheets, styles)
    charts = [chart_data(perspective) for perspective in perspectives]
    drawn = [data for data in charts if data is not None]
    write_overview(
        workbook,
        overview,
        styles,
        title=title,
        lines=[*lines, as_of_line(builts)],
        figures=key_figures(perspectives),
        blocks=write_data(add(DATA_SHEET), drawn, styles) if drawn else (),
        undrawn=_undrawn(perspectives, charts),
        entries=[Entry(sheet=name, built=built) for name, built in sheets],
    )
    workbook.close()
    return out.getvalue()


def _undrawn(perspectives: Iterable[Perspective], charts: Iterable[ChartData | None]) -> list[str]:
    """Say of which views the chart could not be drawn; ``charts`` are theirs, None without one."""
    return [
        f"No chart of {perspective.view.title}: none of its figures is known."
        for perspective, data in zip(perspectives, charts, strict=True)
        if data is None and perspective.view.chart is not None
    ]


def _options() -> dict[str, Any]:
    """Give the library's options, afresh because it writes into them.

    Arial has the same widths on every system (as Liberation Sans or Arimo), so that widths and page breaks hold.
    """
    return {
        "in_memory": True,
        "strings_to_urls": False,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "Arial", "font_size": 10},
    }


def sheet_names(names: Iterable[str], taken: Iterable[str]) -> list[str]:
    """Give every table a sheet name that is allowed, at most 31 signs long and used once, whatever its letters' case."""
    used = {name.casefold() for name in (*taken, "history")}
    found = []
    for name in names:
        plain = name.translate(_FORBIDDEN).strip("'") or "table"
        choice, number = plain[:_MOST_SIGNS], 1
        while choice.casefold() in used:
            number += 1
            ending = f"-{number}"
            choice = plain[: _MOST_SIGNS - len(ending)] + ending
        used.add(choice.casefold())
        found.append(choice)
    return found
