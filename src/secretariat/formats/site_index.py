"""The index page of the site: key figures, charts, the list of tables, problems in short, downloads."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from secretariat.facts.perspectives import Perspective
from secretariat.facts.tables import Built
from secretariat.formats.cells import clean, shown_writer
from secretariat.formats.charts import Drawing
from secretariat.formats.headlines import key_figures
from secretariat.formats.site_tables import Download, no_chart, shown_chart

PROBLEMS = "problems"
"""The name of the table whose rows are counted by code, severity and state."""

_STATES = ("open", "applied", "dismissed")


def index_page(
    builts: Sequence[Built],
    perspectives: Sequence[Perspective],
    drawings: Mapping[str, Drawing] | None,
    downloads: Sequence[Download],
    *,
    how_to_draw: str,
) -> dict[str, Any]:
    """Give the contents of the index. ``how_to_draw`` is the command that installs what draws charts."""
    charts = [shown for perspective in perspectives if (shown := shown_chart(perspective, drawings)) is not None]
    return {
        "headlines": _headlines(perspectives),
        "charts": charts,
        "undrawn": [line for perspective in perspectives if (line := no_chart(perspective, drawings))],
        "how_to_draw": how_to_draw if drawings is None else "",
        "tables": [_entry("tables", built, downloads) for built in builts],
        "views": [_entry("views", perspective.built, downloads) for perspective in perspectives],
        "problems": _problems(builts),
        "downloads": [download for download in downloads if download.table is None],
    }


def _headlines(perspectives: Sequence[Perspective]) -> list[dict[str, Any]]:
    """Give the key figures as shown texts."""
    return [
        {
            "view": block.view,
            "title": clean(block.title),
            "description": clean(block.description),
            "source": clean(block.source),
            "figures": [
                {
                    "label": clean(figure.label),
                    "shown": None if figure.value is None else shown_writer(figure.heading.unit)(figure.value),
                }
                for figure in block.figures
            ],
        }
        for block in key_figures(perspectives)
    ]


def _entry(folder: str, built: Built, downloads: Sequence[Download]) -> dict[str, Any]:
    """Give a line of the list of tables."""
    return {
        "href": f"{folder}/{built.name}.html",
        "name": clean(built.name),
        "title": clean(built.title),
        "description": clean(built.description),
        "rows": f"{len(built.rows):,}",
        "downloads": [download for download in downloads if download.table == built.name],
    }


def _problems(builts: Sequence[Built]) -> dict[str, Any] | None:
    """Count the rows of the table of problems by code and severity, a column for each state."""
    built = next((built for built in builts if built.name == PROBLEMS and built.rows), None)
    names = [heading.name for heading in built.headings] if built else []
    if built is None or not {"code", "severity", "state"} <= set(names):
        return None
    code, severity, state = (names.index(name) for name in ("code", "severity", "state"))
    counts = Counter((str(row[code]), str(row[severity]), str(row[state])) for row in built.rows)
    kinds = sorted({key[:2] for key in counts})
    return {
        "href": f"tables/{PROBLEMS}.html",
        "count": f"{len(built.rows):,}",
        "headings": ["code", "severity", *_STATES],
        "rows": [[clean(word) for word in kind] + [f"{counts[(*kind, each)]:,}" for each in _STATES] for kind in kinds],
    }
