"""The published site in a real browser, opened from disk: nothing asked from outside, nothing cut, nothing in error."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.cli_run import run

EXAMPLE = Path(__file__).parents[2] / "src" / "secretariat" / "demo" / "archive"
pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give Debian's Chromium."""
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the published example."""
    folder = tmp_path_factory.mktemp("site")
    run("import", str(EXAMPLE), folder=folder)
    run("publish", "--out", "out", folder=folder)
    return folder / "out"


@pytest.fixture
def page(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Give a page, and the list of what went wrong on it: errors, failed and outside requests."""
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    opened.on("console", lambda message: wrong.append(f"console: {message.text}") if message.type == "error" else None)
    opened.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    opened.on("request", lambda request: None if request.url.startswith("file:") else wrong.append(request.url))
    yield opened, wrong
    opened.close()


def test_every_page_opens_from_disk_without_a_fault(site: Path, page: tuple[Page, list[str]]) -> None:
    opened, wrong = page
    for path in sorted(site.rglob("*.html")):
        opened.goto(path.as_uri())
        assert opened.title()
        for image in opened.locator("img").all():
            loaded = "async image => { image.loading = 'eager'; await image.decode(); return image.naturalWidth > 0 }"
            assert image.evaluate(loaded), path.name
        wide = opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path.name} is {wide} px wider than the window"
    assert wrong == []


def test_every_link_leads_to_a_file(site: Path, page: tuple[Page, list[str]]) -> None:
    opened, _ = page
    for path in (site / "index.html", site / "tables" / "terms.html"):
        opened.goto(path.as_uri())
        for address in opened.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"):
            assert address.startswith("file:"), address
            assert Path(address.removeprefix("file://").partition("#")[0]).is_file(), address


def test_hostile_texts_stay_texts(site: Path, page: tuple[Page, list[str]]) -> None:
    opened, wrong = page
    opened.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    opened.goto((site / "tables" / "proposals.html").as_uri())
    assert "<script>alert(1)</script>" in opened.locator("#rows").inner_text()
    assert opened.locator("#rows script").count() == 0
    assert wrong == []


def test_rows_are_filtered_by_words(site: Path, page: tuple[Page, list[str]]) -> None:
    opened, wrong = page
    opened.goto((site / "tables" / "problems.html").as_uri())
    everything = opened.locator("#rows tbody tr:visible").count()
    opened.fill("#filter", "duplicate-key")
    shown = opened.locator("#rows tbody tr:visible")
    assert 0 < shown.count() < everything
    assert all("duplicate-key" in text for text in shown.all_inner_texts())
    assert wrong == []


@pytest.mark.parametrize(("width", "below"), [(390, True), (1280, False)])
def test_lists_of_tables_stand_below_each_other_on_a_phone(
    site: Path, browser: Browser, width: int, below: bool
) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 800})
    opened.goto((site / "index.html").as_uri())
    name, words = (
        opened.locator(f".listing tbody tr >> nth=0 >> {place}").bounding_box() for place in ("th", "td >> nth=0")
    )
    assert name is not None
    assert words is not None
    assert (words["y"] >= name["y"] + name["height"] - 1) is below
    assert words["width"] > 300
    assert not opened.evaluate(
        "[...document.querySelectorAll('.scroll:has(.listing)')].some(e => e.scrollWidth > e.clientWidth)"
    )
    opened.close()


def test_a_narrow_window_cuts_nothing(site: Path, browser: Browser) -> None:
    opened = browser.new_page(viewport={"width": 390, "height": 800})
    for name in ("index.html", "tables/terms.html"):
        opened.goto((site / name).as_uri())
        assert opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, name
    opened.close()
