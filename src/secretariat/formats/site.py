"""The static site: an index, a page or more for every table and view, charts as pictures, no outside request."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from secretariat.facts.perspectives import Perspective
from secretariat.facts.tables import Built
from secretariat.formats.charts import HOW_TO_INSTALL, Drawing
from secretariat.formats.headlines import as_of_line
from secretariat.formats.site_guides import Guides, guide_pages
from secretariat.formats.site_index import PROBLEMS, index_page
from secretariat.formats.site_tables import Download, table_pages

_FILES = Path(__file__).parent / "site_files"
_STATIC = ("site.css", "filter.js")


_SUBSCRIBED = {".ics": "text/calendar", ".atom": "application/atom+xml"}
"""Files that readers subscribe to, with their kinds: each page names them, so that programs find them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """What every page of the site says: its title, first sentences, age, and a banner where there is one.

    ``beside`` are the kinds and paths of what readers subscribe to.
    """

    title: str
    lines: tuple[str, ...]
    as_of: str
    banner: str
    has_problems: bool
    beside: tuple[tuple[str, str], ...]
    has_guides: bool


def site_files(
    builts: Sequence[Built],
    perspectives: Sequence[Perspective],
    drawings: Mapping[str, Drawing] | None,
    *,
    title: str,
    lines: Sequence[str] = (),
    downloads: Sequence[Download] = (),
    banner: str = "",
    guides: Guides | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Give every file of the site with its path below the site's folder, the same bytes for the same tables.

    ``drawings`` has the charts by view name, or is None where they cannot be drawn; then the site says how to get them.
    ``downloads`` are the files published beside it; ``guides`` the guides to proposals, where they are known. Every text is escaped; pages work from disk and without scripts.
    """
    site = Site(
        title=title,
        lines=tuple(lines),
        as_of=as_of_line(builts),
        banner=banner,
        has_problems=any(built.name == PROBLEMS and built.rows for built in builts),
        beside=tuple(
            (kind, one.path) for one in downloads for end, kind in _SUBSCRIBED.items() if one.path.endswith(end)
        ),
        has_guides=guides is not None,
    )
    for name in _STATIC:
        yield f"static/{name}", (_FILES / "static" / name).read_bytes()
    for name, drawing in (drawings or {}).items():
        yield f"charts/{name}.svg", _saying(drawing.svg, banner).encode("utf-8")
    index_template, page_template, guide_template = _templates()
    index = index_page(builts, perspectives, drawings, downloads, how_to_draw=HOW_TO_INSTALL)
    yield "index.html", index_template.render(site=site, root="", **index).encode("utf-8")
    for folder, built, perspective in (
        *(("tables", built, None) for built in builts),
        *(("views", perspective.built, perspective) for perspective in perspectives),
    ):
        for path, page in table_pages(folder, built, perspective, drawings, downloads):
            yield path, page_template.render(site=site, root="../", page=page).encode("utf-8")
    for path, page in () if guides is None else guide_pages(guides):
        yield path, guide_template.render(site=site, root="../", guide=page).encode("utf-8")


def _saying(svg: str, banner: str) -> str:
    """Put a banner into a picture as its description, which goes with it wherever it is taken."""
    opened, bracket, rest = svg.partition(">")
    return f"{opened}{bracket}<desc>{escape(banner)}</desc>{rest}" if banner else svg


def _templates() -> tuple[Template, Template, Template]:
    """Load the templates of the index, of tables and of guides: all is escaped, a name they do not know is an error."""
    known = Environment(
        loader=FileSystemLoader(_FILES / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return known.get_template("index.html"), known.get_template("table.html"), known.get_template("guide.html")
