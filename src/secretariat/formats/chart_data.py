"""Chart data: the places and series that pictures and native charts draw of a perspective."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.facts.amounts import BASE_UNITS_PER_TOKEN
from secretariat.facts.perspectives import Perspective
from secretariat.facts.tables import Built, Heading, Unit, Value
from secretariat.facts.views import Chart, ChartKind
from secretariat.formats.cells import clean, exact_writer

PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7F7F00", "#5D3A9B")
"""Colours that the colour-blind can tell apart (after Okabe and Ito), each dark enough for thin lines on white."""

MOST_SERIES = len(PALETTE)
MOST_BARS = 60
LABEL_LENGTH = 36
_LARGE_PART = 5
"""One in so many places without a figure at the ends of an axis are too many to draw."""

Places = tuple[str | float, ...]
"""Labels along the axis; of a scatter chart numbers."""

_SIZES = ((1e15, 1e12, "trillion"), (1e11, 1e9, "billion"), (1e7, 1e6, "million"))
_BYTE_SIZES = ((1e13, 1e12, "TB"), (1e10, 1e9, "GB"), (1e7, 1e6, "MB"), (1e4, 1e3, "kB"))
"""From which size on figures are divided by what, and the word for it. Bytes are counted by the thousand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """One line, colour or set of bars: a figure for every place, None where it is not known."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChartData:
    """What is drawn.

    ``places`` label the axis; for a scatter chart they are numbers. ``many_words`` says that they are texts of any
    length, ``one_each`` that every place has a figure of one series only. ``note`` says what is left out. Figures are
    doubles, rounded, in the unit that ``y_title`` names: they are for looking at only.
    """

    kind: ChartKind
    title: str
    x_title: str
    y_title: str
    places: Places
    series: tuple[Series, ...]
    many_words: bool
    one_each: bool
    note: str


def lying(data: ChartData) -> bool:
    """Tell whether bars lie on their side, because their places are words."""
    return data.many_words and data.kind in ("bar", "stacked-bar")


def chart_data(perspective: Perspective) -> ChartData | None:
    """Collect what a perspective's chart draws, or None when it has no chart or no figure is known.

    Places of lines, areas and split charts go up by their numbers; other bars keep the rows' order.
    """
    chart = perspective.view.chart
    if chart is None:
        return None
    built = perspective.built
    rows = _sorted_rows(chart, built)
    note = ""
    if chart.kind == "bar" and chart.split_by is None and len(rows) > MOST_BARS:
        note = f"The first {MOST_BARS} of {len(rows)} rows are drawn."
        rows = rows[:MOST_BARS]
    places, cells = _spread(chart, built, rows)
    if not any(value is not None for values in cells.values() for value in values):
        return None
    cells = {name: values for name, values in cells.items() if any(value is not None for value in values)}
    many_words = _heading(built, chart.x[-1]).unit.type == "text"
    if many_words and chart.kind in ("bar", "stacked-bar"):
        places, cells = _known_places(places, cells)
    elif chart.kind != "scatter":
        places, cells, left_out = _without_empty_ends(places, cells)
        note = f"{note} {left_out}".strip()
    if len(cells) > MOST_SERIES and chart.kind in ("stacked-bar", "area"):
        cells, folded = _folded(cells)
        note = f"{note} {folded}".strip()
    heading = _heading(built, chart.y[0])
    divisor, unit = _scale(heading.unit, cells)
    return ChartData(
        kind=chart.kind,
        title=clean(chart.title),
        x_title=", ".join(words(name) for name in chart.x),
        y_title=unit if len(chart.y) > 1 else _titled(chart.y[0], unit),
        places=places,
        series=tuple(
            Series(name=name, values=tuple(None if value is None else value / divisor for value in values))
            for name, values in cells.items()
        ),
        many_words=many_words,
        one_each=all(sum(values[at] is not None for values in cells.values()) <= 1 for at in range(len(places))),
        note=note,
    )


def short(text: str) -> str:
    """Cut a label that would not fit, with an ellipsis."""
    line = " ".join(clean(text).split())
    return line if len(line) <= LABEL_LENGTH else line[: LABEL_LENGTH - 1].rstrip() + "…"


def _heading(built: Built, name: str) -> Heading:
    return next(heading for heading in built.headings if heading.name == name)


def _place(built: Built, name: str) -> int:
    return [heading.name for heading in built.headings].index(name)


def _sorted_rows(chart: Chart, built: Built) -> list[tuple[Value, ...]]:
    """Order rows along the axis: numbers and moments by size, texts by first appearance."""
    rows = list(built.rows)
    if chart.kind == "bar" and chart.split_by is None:
        return rows
    keys = [_place(built, name) for name in chart.x]
    ranks: dict[int, dict[Value, int]] = {}
    for place in keys:
        if built.headings[place].unit.type in ("text", "boolean"):
            ranks[place] = {value: rank for rank, value in enumerate(dict.fromkeys(row[place] for row in rows))}

    def key(row: tuple[Value, ...]) -> tuple[tuple[bool, Value], ...]:
        return tuple(
            (row[place] is None, ranks[place][row[place]] if place in ranks else (row[place] or 0))
            if row[place] is not None or place in ranks
            else (True, 0)
            for place in keys
        )

    return sorted(rows, key=key)


def _spread(
    chart: Chart, built: Built, rows: Sequence[tuple[Value, ...]]
) -> tuple[Places, dict[str, list[float | None]]]:
    """Lay rows out as places and series; two rows of one place and series get a place each, numbered."""
    keys = [(_place(built, name), exact_writer(_heading(built, name).unit)) for name in chart.x]
    split = _place(built, chart.split_by) if chart.split_by else None
    figures = [(_place(built, name), words(name)) for name in chart.y]
    places: dict[object, int] = {}
    cells: dict[str, dict[int, float | None]] = {} if split is not None else {name: {} for _, name in figures}
    for number, row in enumerate(rows):
        names = [name for _, name in figures]
        if split is not None:
            value = row[split]
            part = "not known" if value is None else short(exact_writer(built.headings[split].unit)(value))
            names = [part if len(figures) == 1 else f"{part} {name}" for _, name in figures]
        if chart.kind == "scatter":
            across = _number(row[keys[0][0]], built.headings[keys[0][0]].unit)
            if across is None:
                continue
            label: object = (number, across)
        else:
            text = short(" ".join("?" if row[place] is None else write(row[place]) for place, write in keys))
            label, again = text, 1
            while label in places and any(places[label] in cells.get(name, {}) for name in names):
                again += 1
                label = f"{text} ({again})"
        at = places.setdefault(label, len(places))
        for (place, _), name in zip(figures, names, strict=True):
            cells.setdefault(name, {})[at] = _number(row[place], built.headings[place].unit)
    spread = {name: [values.get(at) for at in range(len(places))] for name, values in cells.items()}
    if chart.kind == "scatter":
        return tuple(float(label[1]) for label in places if isinstance(label, tuple)), spread
    return tuple(str(label) for label in places), spread


def _known_places(places: Places, cells: dict[str, list[float | None]]) -> tuple[Places, dict[str, list[float | None]]]:
    """Leave out the words for which no figure is known; numbers on an axis keep their gaps."""
    kept = [at for at in range(len(places)) if any(values[at] is not None for values in cells.values())]
    return tuple(places[at] for at in kept), {name: [values[at] for at in kept] for name, values in cells.items()}


def _without_empty_ends(
    places: Places, cells: dict[str, list[float | None]]
) -> tuple[Places, dict[str, list[float | None]], str]:
    """Leave out the places before the first and behind the last figure where they are a large part, and say so."""
    known = [at for at in range(len(places)) if any(values[at] is not None for values in cells.values())]
    first, end = known[0], known[-1] + 1
    if (first + len(places) - end) * _LARGE_PART < len(places):
        return places, cells, ""
    ends = [_from_to(part) for part in (places[:first], places[end:]) if part]
    note = f"No figure is known for {' and '.join(ends)}."
    return places[first:end], {name: values[first:end] for name, values in cells.items()}, note


def _from_to(places: Places) -> str:
    return str(places[0]) if len(places) == 1 else f"{places[0]} to {places[-1]}"


def _number(value: Value, unit: Unit) -> float | None:
    """Give a figure as a double, amounts in tokens; None where it is not known or too large to draw."""
    if value is None or isinstance(value, str):
        return None
    try:
        number = int(value) / BASE_UNITS_PER_TOKEN if unit.type == "amount" else float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _folded(cells: dict[str, list[float | None]]) -> tuple[dict[str, list[float | None]], str]:
    """Keep the largest series of a stack and add the others up into one, so that colours stay distinct."""
    by_size = sorted(cells, key=lambda name: -sum(abs(value or 0) for value in cells[name]))
    kept = set(by_size[: MOST_SERIES - 1])
    others = [values for name, values in cells.items() if name not in kept]
    length = len(others[0])
    rest: list[float | None] = []
    for at in range(length):
        known = [value for values in others if (value := values[at]) is not None]
        rest.append(sum(known) if known else None)
    folded = {name: values for name, values in cells.items() if name in kept}
    folded[f"{len(others)} others"] = rest
    return folded, f"The {len(others)} smallest of {len(cells)} series are added up as others."


def _scale(unit: Unit, cells: dict[str, list[float | None]]) -> tuple[float, str]:
    """Choose what figures are divided by, so that the axis has short numbers, and name the unit that results."""
    largest = max((abs(value) for values in cells.values() for value in values if value is not None), default=0)
    for least, divisor, word in _BYTE_SIZES if unit.name == "bytes" else _SIZES:
        if largest >= least:
            return divisor, word if unit.name == "bytes" else f"{word} {_counted(unit)}".rstrip()
    return 1.0, _counted(unit)


def _counted(unit: Unit) -> str:
    """Name a unit on an axis; a bare count needs no name."""
    return "" if unit.name in ("count", "number") else unit.name


def _titled(name: str, unit: str) -> str:
    """Name an axis by its figure and unit, the unit once."""
    name = words(name)
    return name if unit in name.split() or not unit else f"{name} ({unit})"


def words(name: str) -> str:
    """Turn a column's name into words."""
    return " ".join({"usd": "USD", "kpi": "KPI"}.get(word, word) for word in clean(name).split("_"))
