"""Charts: a perspective as an SVG picture, the same bytes for the same rows."""

import importlib
import importlib.util
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from secretariat.facts.perspectives import Perspective
from secretariat.formats.chart_data import PALETTE, ChartData, chart_data, lying

HOW_TO_INSTALL = "pip install 'secretariat[charts]'"

_WIDTH, _HEIGHT = 640, 300
_ROW_HEIGHT = 20
_LETTER, _WIDEST_LETTER = 5.4, 6.6
_FONT = "Liberation Sans, Arimo, Arial, Helvetica, sans-serif"
_DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [10, 4], [4, 1], [12, 2, 2, 2], [1, 3])
_SIZE = re.compile(r'width="([0-9.]+)" height="([0-9.]+)"')
_NUMBERED_ID = re.compile(r'(?<=id="|rl\(#)([a-z]+)(\d+)')


def installed() -> bool:
    """Tell whether pictures can be drawn here."""
    return all(importlib.util.find_spec(name) is not None for name in ("altair", "vl_convert"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """A picture as SVG text, its size in pixels, and a sentence on what it leaves out, or nothing."""

    svg: str
    width: int
    height: int
    note: str


def drawings(perspectives: Iterable[Perspective]) -> dict[str, Drawing] | None:
    """Draw the charts of perspectives, by view name, without those that have no figure to draw.

    Gives None where the extra ``charts`` is not installed.
    """
    if not installed():
        return None
    found = {}
    for perspective in perspectives:
        data = chart_data(perspective)
        if data is not None:
            found[perspective.view.name] = drawing(data)
    return found


def drawing(data: ChartData) -> Drawing:
    """Draw one chart. Nothing is fetched. Raises ImportError without the extra ``charts``."""
    import vl_convert

    alt = _altair()
    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    drawn: str = vl_convert.vegalite_to_svg(_chart(data).to_dict(), vl_version=version, allowed_base_urls=[])
    size = _SIZE.search(drawn)
    width, height = (round(float(each)) for each in size.groups()) if size else (_WIDTH, _HEIGHT)
    return Drawing(svg=_renumbered(drawn), width=width, height=height, note=data.note)


def _altair() -> Any:
    """Import altair when the first picture is drawn; its thousands of typed keywords say nothing here."""
    return importlib.import_module("altair")


def _renumbered(text: str) -> str:
    """Count the picture's ids from 0: the drawing program goes on counting from one picture to the next."""
    seen: dict[str, int] = {}
    return _NUMBERED_ID.sub(lambda found: f"{found[1]}{seen.setdefault(found[0], len(seen))}", text)


def _chart(data: ChartData) -> Any:
    """Describe a chart in Vega-Lite, with its rows inside."""
    alt = _altair()
    width, height = _size(data)
    chart = _marked(alt.Chart(alt.Data(values=_rows(data))), data).encode(**_axes(data), **_series_encoding(data))
    return (
        chart.properties(
            width=width,
            height=height,
            padding=14,
            background="white",
            title=alt.TitleParams(data.title, anchor="start"),
        )
        .configure(font=_FONT)
        .configure_title(fontSize=15, offset=14, fontWeight="bold", limit=_WIDTH)
        .configure_axis(labelFontSize=11, titleFontSize=12, titleFontWeight="normal", labelLimit=0, gridColor="#e4e4e4")
        .configure_legend(labelFontSize=11, labelLimit=0, symbolStrokeWidth=2)
        .configure_view(stroke=None)
    )


def _rows(data: ChartData) -> list[dict[str, Any]]:
    """Give the figures, a row each. Only a line keeps the unknown ones: they break it."""
    return [
        {"x": place, "series": series.name, "y": value, "order": number}
        for number, series in enumerate(data.series)
        for place, value in zip(data.places, series.values, strict=True)
        if value is not None or data.kind == "line"
    ]


def _size(data: ChartData) -> tuple[int, int]:
    """Give width and height of the plot in pixels: lying bars give way to their labels and have a height each."""
    if not lying(data):
        return _WIDTH, _HEIGHT
    labels = round(_LETTER * max(len(str(place)) for place in data.places))
    return _WIDTH - labels, max(_HEIGHT // 2, _ROW_HEIGHT * len(data.places))


def _axes(data: ChartData) -> dict[str, Any]:
    """Describe both axes: figures go up, or to the right of lying bars."""
    alt = _altair()
    axis = alt.Axis(title=data.y_title or None, titlePadding=10, tickCount=6, format=",~f")
    from_zero = data.kind not in ("line", "scatter")
    stack = {"stack": "zero"} if data.kind in ("stacked-bar", "area") else {}
    figures = {"axis": axis, "scale": alt.Scale(zero=from_zero, nice=True), **stack}
    if lying(data):
        return {"x": alt.X("y:Q", **figures), "y": _along(data)}
    return {"x": _along(data), "y": alt.Y("y:Q", **figures)}


def _marked(chart: Any, data: ChartData) -> Any:
    """Choose the mark. Lines break where a figure is not known; single figures between gaps stay points."""
    single = {} if len(data.series) > 1 else {"color": PALETTE[0]}
    if data.kind == "line":
        return chart.mark_line(point={"size": 18, **single}, strokeWidth=2, **single)
    if data.kind == "area":
        return chart.mark_area(opacity=0.85, **single)
    if data.kind == "scatter":
        return chart.mark_point(filled=True, size=42, opacity=0.75, **single)
    return chart.mark_bar(**single)


def _along(data: ChartData) -> Any:
    """Describe the axis of places: labels are thinned out, never cut."""
    alt = _altair()
    if data.kind == "scatter":
        return alt.X(
            "x:Q", scale=alt.Scale(zero=False, nice=True), axis=alt.Axis(title=data.x_title, tickCount=8, format=",~f")
        )
    channel = alt.Y if lying(data) else alt.X
    longest = max((len(str(place)) for place in data.places), default=0)
    slanted = not lying(data) and longest * len(data.places) > 70
    axis = alt.Axis(
        title=data.x_title,
        titlePadding=10,
        minExtent=round(_WIDEST_LETTER * longest) if lying(data) else 0,
        labelOverlap=False if lying(data) else "greedy",
        labelSeparation=4,
        labelAngle=-45 if slanted and longest > 3 else 0,
    )
    return channel("x:O", sort=list(data.places), scale=alt.Scale(domain=list(data.places)), axis=axis)


def _series_encoding(data: ChartData) -> dict[str, Any]:
    """Give every series a colour, and a dash or shape for those who do not see colours."""
    alt = _altair()
    if len(data.series) < 2:
        return {}
    names = [series.name for series in data.series]
    colours = [PALETTE[at % len(PALETTE)] for at in range(len(names))]
    widest = max(len(name) for name in names)
    look: dict[str, Any] = {"symbolType": "stroke", "symbolSize": 500} if data.kind == "line" else {}
    columns = max(1, min(len(names), _WIDTH // (6 * widest + 34)))
    legend = alt.Legend(title=None, orient="bottom", columns=columns, symbolLimit=0, **look)
    encoding: dict[str, Any] = {
        "color": alt.Color("series:N", sort=names, scale=alt.Scale(domain=names, range=colours), legend=legend)
    }
    if data.kind == "line":
        dashes = [_DASHES[at % len(_DASHES)] for at in range(len(names))]
        encoding["strokeDash"] = alt.StrokeDash(
            "series:N", sort=names, scale=alt.Scale(domain=names, range=dashes), legend=legend
        )
    elif data.kind == "scatter":
        encoding["shape"] = alt.Shape("series:N", sort=names, scale=alt.Scale(domain=names), legend=legend)
    else:
        encoding["order"] = alt.Order("order:Q")
    if data.kind == "bar" and not data.one_each:
        side_by_side = ("yOffset", alt.YOffset) if lying(data) else ("xOffset", alt.XOffset)
        encoding[side_by_side[0]] = side_by_side[1]("series:N", sort=names)
    return encoding
