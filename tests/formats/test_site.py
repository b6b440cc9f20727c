import re
from html.parser import HTMLParser

import pytest

from secretariat.facts.tables import COUNT, TEXT, Built
from secretariat.formats.charts import HOW_TO_INSTALL, Drawing
from secretariat.formats.site import site_files
from secretariat.formats.site_tables import Download
from tests.formats.invented import HOSTILE, empty, made, shown, tables

DRAWINGS = {
    name: Drawing(svg="<svg/>", width=700, height=height, note=note)
    for name, height, note in (("issuance", 400, ""), ("titles", 900, "The first 60 of 100 rows are drawn."))
}


def problems() -> Built:
    columns = {"id": TEXT, "code": TEXT, "severity": TEXT, "what": TEXT, "state": TEXT}
    rows = [("alias-1", "alias", "note", "A.", "open"), ("alias-2", "alias", "note", "B.", "applied")]
    return made("problems", columns, *rows, ("json-1", "json-invalid", "error", "<i>C</i>.", "open"))


def long_table(rows: int) -> Built:
    return made("long", {"number": COUNT}, *((number,) for number in range(1, rows + 1)))


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    downloads = (
        Download(path="leaderboard.xlsx", what="All of it.", length=304_000),
        Download(path="csv/kinds.csv", what="A table.", length=999, table="kinds"),
    )
    files = site_files(
        (*tables(), problems(), long_table(2001)),
        shown(),
        DRAWINGS,
        title="Council <leaderboard>",
        lines=("Invented & small.",),
        downloads=downloads,
        banner="Three days old.",
    )
    return {path: content.decode("utf-8") for path, content in files}


VOID = ("meta", "link", "img", "input", "br")


class Page(HTMLParser):
    """Collect what a page holds and asks for, and check that its elements close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def addresses(self) -> list[str]:
        return [value for _, attrs in self.found for name, value in attrs.items() if name in ("href", "src") and value]


def pages(site: dict[str, str]) -> dict[str, Page]:
    return {path: Page(text) for path, text in site.items() if path.endswith(".html")}


def test_every_table_and_view_has_a_page(site: dict[str, str]) -> None:
    names = {f"tables/{built.name}.html" for built in (*tables(), problems())}
    names |= {f"views/{each.view.name}.html" for each in shown()}
    names |= {"tables/long.html", "tables/long.2.html", "tables/long.3.html"}
    assert set(site) == names | {
        "index.html",
        "static/site.css",
        "static/filter.js",
        "charts/issuance.svg",
        "charts/titles.svg",
    }


def test_every_address_is_a_file_of_the_site(site: dict[str, str]) -> None:
    for path, page in pages(site).items():
        folder = path.rpartition("/")[0]
        for address in page.addresses():
            assert "://" not in address
            target, _, anchor = address.partition("#")
            parts = [*folder.split("/"), *target.split("/")] if target else path.split("/")
            whole = "/".join(part for part in parts if part)
            while ".." in whole:
                whole = re.sub(r"[^/]+/\.\./", "", whole)
            assert whole in site or whole in ("leaderboard.xlsx", "csv/kinds.csv")
            if anchor and whole in site:
                assert f'id="{anchor}"' in site[whole]


def test_nothing_is_asked_from_outside_and_nothing_runs_inline(site: dict[str, str]) -> None:
    for page in pages(site).values():
        policies = [attrs["content"] for tag, attrs in page.found if attrs.get("http-equiv")]
        assert len(policies) == 1
        assert str(policies[0]).startswith("default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'")
        for tag, attrs in page.found:
            assert tag not in ("style", "iframe", "object", "form", "base")
            assert not any(name == "style" or name.startswith("on") for name in attrs)
    assert "http" not in site["static/site.css"] + site["static/filter.js"]


def test_texts_of_strangers_are_escaped(site: dict[str, str]) -> None:
    for path, page in pages(site).items():
        assert sum(tag == "script" for tag, _ in page.found) == 1, path
    text = site["tables/hostile.html"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "{{ 7*7 }}" in text
    assert "&amp;lt;b&amp;gt;" in text
    assert '<a href="http' not in text
    assert text.count("<tr>") >= len(HOSTILE)
    assert "\x1b" not in text
    assert "Council &lt;leaderboard&gt;" in site["index.html"]


def test_numbers_are_shown_in_full_and_what_is_not_known_as_a_dash(site: dict[str, str]) -> None:
    text = site["tables/kinds.html"]
    assert '<td class="number">14,869,888.48</td>' in text
    assert '<td class="number">−100,000,000,000,000,000,000</td>' in text
    assert '<td class="moment">2022-03-02 20:26:54</td>' in text
    assert text.count('title="not known">—</td>') == 6
    assert "a.csv:3" in text


def test_the_index_tells_what_there_is(site: dict[str, str]) -> None:
    text = site["index.html"]
    assert "Invented &amp; small." in text
    assert "Figures up to 2022-03-02 UTC." in text
    assert "<dt>issuance (tokens)</dt><dd><bdi>30,000,007</bdi></dd>" in text
    assert "antioch.md:30" in text
    assert "leaderboard.xlsx</a> (304.0 kB): All of it." in text
    assert 'aria-label="kinds as csv"' in text
    assert '<img src="charts/issuance.svg" width="700" height="400"' in text
    assert "The first 60 of 100 rows are drawn." in text
    assert "No chart of About nothing: none of its figures is known." in text
    assert re.search(r"<td>alias</td><td>note</td><td[^>]*>1</td><td[^>]*>1</td><td[^>]*>0</td>", text)
    assert "All 3 problems" in text


def test_the_banner_stands_on_every_page(site: dict[str, str]) -> None:
    assert all(
        '<div class="banner" role="note">Three days old.</div>' in text for p, text in site.items() if ".html" in p
    )


def test_large_tables_have_numbered_pages(site: dict[str, str]) -> None:
    assert site["tables/long.html"].count("<tr>") == 1000 + 1 + 1 + 1
    assert "Rows 2,001 to 2,001 of 2,001" in site["tables/long.3.html"]
    assert '<span aria-current="page">2</span>' in site["tables/long.2.html"]
    whole = dict(site_files([long_table(2000)], [], {}, title="T"))
    assert "tables/long.2.html" not in whole


def test_pages_are_accessible(site: dict[str, str]) -> None:
    for page in pages(site).values():
        assert page.found[0] == ("html", {"lang": "en"})
        tags = [tag for tag, _ in page.found]
        assert tags.count("h1") == 1
        assert tags.count("caption") == tags.count("table")
        assert all(attrs.get("scope") in ("col", "row") for tag, attrs in page.found if tag == "th")
        assert all(attrs.get("alt") for tag, attrs in page.found if tag == "img")
        assert any(attrs.get("class") == "skip" for _, attrs in page.found)
        assert all(
            attrs.get("tabindex") == "0" for _, attrs in page.found if str(attrs.get("class")).startswith("scroll")
        )


def test_without_the_extra_the_site_says_how_to_get_charts() -> None:
    site = dict(site_files(tables(), shown(), None, title="T"))
    index = site["index.html"].decode("utf-8")
    assert HOW_TO_INSTALL.replace("'", "&#39;") in index
    assert "<img" not in index
    assert not any(path.startswith("charts/") for path in site)


def test_a_site_without_tables_is_a_page() -> None:
    site = dict(site_files([], [], {}, title="T"))
    assert set(site) == {"index.html", "static/site.css", "static/filter.js"}
    assert "No view has a chart." in site["index.html"].decode("utf-8")
    assert "tables/empty.html" in dict(site_files([empty()], [], {}, title="T"))


def test_equal_tables_give_equal_bytes() -> None:
    first, second = (list(site_files(tables(), shown(), DRAWINGS, title="T")) for _ in range(2))
    assert first == second


def test_texts_can_be_read_on_their_backgrounds_in_light_and_dark(site: dict[str, str]) -> None:
    light, dark = re.findall(r":root \{([^}]*--paper[^}]*--warn-ink[^}]*)\}", site["static/site.css"])
    for theme in (light, dark):
        colours = dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6});", theme))
        for paper in ("paper", "shade"):
            for ink in ("ink", "quiet", "link", "strong"):
                assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)
        assert contrast(colours["warn-ink"], colours["warn"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """Work out the contrast of two colours as the Web Content Accessibility Guidelines define it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("columns", "folded"), [(3, False), (16, False), (17, True), (65, True)])
def test_in_a_table_of_many_columns_a_text_is_one_line_until_it_is_opened(columns: int, folded: bool) -> None:
    text = "archives/council/reports/long/name.md:17; " * 3
    names = {f"figure_{number}": COUNT for number in range(columns - 1)}
    built = made("wide", {**names, "source": TEXT}, (*range(columns - 1), text))
    files = site_files((built,), (), DRAWINGS, title="Wide", lines=(), downloads=(), banner="")
    (page,) = [content.decode("utf-8") for path, content in files if path == "tables/wide.html"]
    assert text.strip() in page
    assert (f"<summary>{text[:56]}…</summary>" in page) == folded
    assert ('class="text line"' in page) == folded
