"""Native charts of the workbook, and the sheet of figures they draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.formats.chart_data import PALETTE, ChartData, lying
from secretariat.formats.xlsx_tables import A4, Styles, set_page, sheet_text

DATA_SHEET = "Chart data"

_SMALL = {"size": 8, "color": "#333333"}
_PLAIN = {**_SMALL, "bold": False}
_MOST_LABELS = 16
_MARKERS = ("circle", "square", "diamond", "triangle", "x", "star", "plus", "short_dash")
_INTRODUCTION = "The figures that the charts of the overview draw, rounded and divided for the axes. Exact ones stand in the tables."


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Where a chart's figures stand: the row of its heading; places and series go right and down from there."""

    data: ChartData
    row: int


def write_data(sheet: Any, drawn: Sequence[ChartData], styles: Styles) -> tuple[Block, ...]:
    """Write the figures of every chart below each other and tell where."""
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, 12, 18)
    sheet.write_string(0, 0, _INTRODUCTION, styles.note)
    number = styles.number("#,##0.00")
    blocks = []
    row = 2
    for data in drawn:
        sheet.write_string(row, 0, sheet_text(f"{data.title}. {data.note}".strip()), styles.text)
        head = row + 1
        sheet.write_string(head, 0, sheet_text(data.x_title), styles.head)
        order = range(len(data.places) - 1, -1, -1) if lying(data) else range(len(data.places))
        for at, place in enumerate(order, head + 1):
            label = data.places[place]
            if isinstance(label, str):
                sheet.write_string(at, 0, sheet_text(label), styles.text)
            else:
                sheet.write_number(at, 0, label, number)
        for column, series in enumerate(data.series, 1):
            sheet.write_string(head, column, sheet_text(series.name), styles.head)
            for at, place in enumerate(order, head + 1):
                value = series.values[place]
                if value is not None:
                    sheet.write_number(at, column, value, number)
        blocks.append(Block(data=data, row=head))
        row = head + len(data.places) + 2
    set_page(sheet, A4)
    sheet.fit_to_pages(1, 0)
    return tuple(blocks)


def native_chart(workbook: Any, block: Block, width: int, height: int) -> Any:
    """Make the native chart of a block, in pixels."""
    data = block.data
    chart = workbook.add_chart(_type(data))
    first, last = block.row + 1, block.row + len(data.places)
    for number in range(len(data.series)):
        chart.add_series(
            {
                "name": [DATA_SHEET, block.row, number + 1],
                "categories": [DATA_SHEET, first, 0, last, 0],
                "values": [DATA_SHEET, first, number + 1, last, number + 1],
                **_look(data, number),
            }
        )
    chart.set_title({"name": sheet_text(data.title), "name_font": {"size": 12, "bold": True}, "overlay": False})
    chart.set_size({"width": width, "height": height})
    places, figures = _places_axis(data), _figures_axis(data)
    # The library names the axes of lying bars after where they stand, not after what they carry.
    chart.set_x_axis(figures if lying(data) else places)
    chart.set_y_axis(places if lying(data) else figures)
    chart.set_legend({"position": "bottom", "font": _SMALL} if len(data.series) > 1 else {"none": True})
    chart.show_blanks_as("gap")
    return chart


def _places_axis(data: ChartData) -> dict[str, Any]:
    """Describe the axis of places: every lying bar has its label, others are thinned out, numbers need no grid."""
    axis: dict[str, Any] = {"name": data.x_title, "name_font": _PLAIN, "num_font": _SMALL, "label_position": "low"}
    if data.kind == "scatter":
        return axis | {"num_format": "#,##0", "major_gridlines": {"visible": False}}
    if lying(data):
        return axis | {"interval_unit": 1}
    turned = {**_SMALL, "rotation": _slant(data)}
    return axis | {"interval_unit": -(-len(data.places) // _MOST_LABELS), "num_font": turned}


def _figures_axis(data: ChartData) -> dict[str, Any]:
    """Describe the axis of figures: light grid lines and no line of its own."""
    return {
        "name": data.y_title,
        "name_font": _PLAIN,
        "num_font": _SMALL,
        "num_format": _axis_format(data),
        "major_gridlines": {"visible": True, "line": {"color": "#DDDDDD", "width": 0.5}},
        "line": {"none": True},
    }


def _type(data: ChartData) -> dict[str, str]:
    """Choose the workbook's chart type."""
    bars = "bar" if lying(data) else "column"
    several = len(data.series) > 1
    types: dict[str, dict[str, str]] = {
        "line": {"type": "line"},
        "scatter": {"type": "scatter"},
        "area": {"type": "area", "subtype": "stacked"} if several else {"type": "area"},
        "stacked-bar": {"type": bars, "subtype": "stacked"} if several else {"type": bars},
        "bar": {"type": bars},
    }
    return types[data.kind]


def _look(data: ChartData, number: int) -> dict[str, Any]:
    """Give a series its colour, and a marker for those who do not see colours."""
    colour = PALETTE[number % len(PALETTE)]
    marker = {
        "type": _MARKERS[number % len(_MARKERS)],
        "size": 4,
        "fill": {"color": colour},
        "border": {"color": colour},
    }
    if data.kind == "line":
        return {"line": {"color": colour, "width": 1.75}, "marker": marker}
    if data.kind == "scatter":
        return {"marker": {**marker, "size": 5}}
    look: dict[str, Any] = {"fill": {"color": colour}, "border": {"none": True}}
    if data.kind == "area":
        return look
    return look | {"gap": 40, "overlap": 100 if data.kind == "stacked-bar" or data.one_each else 0}


def _slant(data: ChartData) -> int:
    """Turn labels only where they are too long to stand side by side."""
    longest = max((len(str(place)) for place in data.places), default=0)
    return -45 if longest * min(len(data.places), _MOST_LABELS) > 80 else 0


def _axis_format(data: ChartData) -> str:
    """Show places after the point only where figures are small."""
    drawn = [value for series in data.series for value in series.values if value is not None]
    largest = max(abs(value) for value in drawn)
    if all(value.is_integer() for value in drawn):
        return "#,##0"
    return "#,##0" if largest >= 20 else "#,##0.0" if largest >= 2 else "0.00##"
