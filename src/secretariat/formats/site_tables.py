"""Pages of one table or view: its rows as shown texts, its columns explained, large ones in numbered pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from secretariat.facts.perspectives import Perspective
from secretariat.facts.tables import Built, Heading
from secretariat.formats.cells import NUMBERS, clean, shown_writer
from secretariat.formats.charts import Drawing

MOST_ROWS = 2000
"""Rows that one page may have; a table with more is split into pages of PAGE_ROWS."""

PAGE_ROWS = 1000

_SHORT_TEXT, _LONG_TEXT = 40, 70
_MANY_COLUMNS = 16
"""With more columns a text is one line until it is opened, so that its row is not much higher than all the others' cells."""

_FOLDED, _FOLDED_WIDE = (160, 110), (60, 56)
"""From which length on a text is folded and how much of it is shown; and the same in a table of many columns."""
_SILENT_UNITS = ("text", "number", "count", "yes or no")


@dataclass(frozen=True, kw_only=True, slots=True)
class Download:
    """A file published beside the site: its path from the index, what it is, its bytes, and of which table or view."""

    path: str
    what: str
    length: int
    table: str | None = None

    @property
    def ending(self) -> str:
        """Give the file's kind."""
        return self.path.rpartition(".")[2]

    @property
    def size(self) -> str:
        """Say how large the file is, in words."""
        for least, word in ((10**6, "MB"), (10**3, "kB")):
            if self.length >= least:
                return f"{self.length / least:,.1f} {word}"
        return f"{self.length} bytes"


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownChart:
    """A picture on a page: its view's name, size, the words for those who cannot see it, and what it leaves out."""

    name: str
    width: int
    height: int
    alt: str
    caption: str
    note: str


def shown_chart(perspective: Perspective, drawings: Mapping[str, Drawing] | None) -> ShownChart | None:
    """Give a view's picture, or None where it has none."""
    chart = perspective.view.chart
    drawing = (drawings or {}).get(perspective.view.name)
    if chart is None or drawing is None:
        return None
    description = clean(perspective.view.description)
    return ShownChart(
        name=perspective.view.name,
        width=drawing.width,
        height=drawing.height,
        alt=f"Chart: {clean(chart.title)}. Its figures stand in the rows of this view.",
        caption=f"{description} {drawing.note}".strip(),
        note=drawing.note,
    )


def no_chart(perspective: Perspective, drawings: Mapping[str, Drawing] | None) -> str:
    """Say why a view with a chart has no picture, or nothing where that is clear."""
    if perspective.view.chart is None or drawings is None or perspective.view.name in drawings:
        return ""
    return f"No chart of {clean(perspective.view.title)}: none of its figures is known."


def table_pages(
    folder: str,
    built: Built,
    perspective: Perspective | None,
    drawings: Mapping[str, Drawing] | None,
    downloads: Sequence[Download],
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the path and the contents of every page of a table or view."""
    total = len(built.rows)
    size = total if total <= MOST_ROWS else PAGE_ROWS
    starts = list(range(0, total, size)) if total else [0]
    names = [f"{built.name}.html", *(f"{built.name}.{number}.html" for number in range(2, len(starts) + 1))]
    pages = [
        {"number": number, "href": name, "span": _span(start, size, total)}
        for number, (name, start) in enumerate(zip(names, starts, strict=True), 1)
    ]
    shared = {
        "title": clean(built.title),
        "description": clean(built.description),
        "table": perspective.view.table if perspective else None,
        "chart": shown_chart(perspective, drawings) if perspective else None,
        "no_chart": no_chart(perspective, drawings) if perspective else "",
        "downloads": [download for download in downloads if download.table == built.name],
        "headings": [_shown_heading(heading) for heading in built.headings],
        "classes": [_classes(built, place) for place in range(len(built.headings))],
        "pages": pages,
        "fold": _FOLDED if len(built.headings) <= _MANY_COLUMNS else _FOLDED_WIDE,
        "count": f"{total:,} row{'' if total == 1 else 's'}, {len(built.headings)} columns.",
    }
    writers = [shown_writer(heading.unit) for heading in built.headings]
    for page, start in zip(pages, starts, strict=True):
        rows = (
            [None if value is None else write(value) for write, value in zip(writers, row, strict=True)]
            for row in built.rows[start : start + size]
        )
        caption = f"Rows {page['span']} of {total:,}" if len(pages) > 1 else f"All rows of {clean(built.title)}"
        own = {"number": page["number"], "rows": rows, "caption": caption}
        yield f"{folder}/{page['href']}", shared | own


def _span(start: int, size: int, total: int) -> str:
    return f"{start + 1:,} to {min(start + size, total):,}"


def _shown_heading(heading: Heading) -> dict[str, Any]:
    """Give what a page says of a column."""
    return {
        "name": clean(heading.name),
        "unit": clean(heading.unit.name),
        "shown_unit": "" if heading.unit.name in _SILENT_UNITS else clean(heading.unit.name),
        "description": clean(heading.description),
        "source": clean(heading.source),
        "right": heading.unit.type in NUMBERS,
    }


def _classes(built: Built, place: int) -> Markup:
    """Give the attributes of a column's cells; the texts are ours, no cell's text goes in."""
    kind = built.headings[place].unit.type
    if kind in NUMBERS:
        return Markup(' class="number"')
    if kind != "text":
        return Markup(' class="moment"')
    longest = max((len(str(row[place])) for row in built.rows if row[place] is not None), default=0)
    name = "short" if longest <= _SHORT_TEXT else "text" if longest <= _LONG_TEXT else "text long"
    if len(built.headings) > _MANY_COLUMNS and longest > _SHORT_TEXT:
        name = "text line"
    return Markup(' class="{}" dir="auto"').format(name)
