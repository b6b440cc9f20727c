import gc
import io
import re
import zipfile
from dataclasses import replace

import pytest
import xlsxwriter.worksheet
from python_calamine import CalamineWorkbook

from secretariat.facts.tables import COUNT, LONG_TEXT, TEXT, TOKENS, USD, Built
from secretariat.formats import xlsx, xlsx_legend, xlsx_tables
from secretariat.formats.xlsx import render, sheet_names
from secretariat.formats.xlsx_tables import column_width, number_signs, sheet_text
from tests.formats.invented import HOSTILE, heading, made, shown, tables


@pytest.fixture(scope="module")
def content() -> bytes:
    return xlsx.render(tables(), shown(), title="Council leaderboard", lines=("Invented.",))


def sheet(content: bytes, name: str) -> list[list[object]]:
    return list(map(list, CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(name).to_python()))


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def test_sheets_stand_in_order(content: bytes) -> None:
    names = CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names
    assert names[:2] == ["Overview", "Legend"]
    assert names[2:-1] == [*(built.name for built in tables()), *(each.view.name for each in shown())]
    assert names[-1] == "Chart data"


def test_cells_come_back(content: bytes) -> None:
    head, plain, nothing, extreme = sheet(content, "kinds")
    assert head == ["title", "votes", "stake", "usd", "at", "paid", "source"]
    assert plain == ["plain", 12.0, 14869888.48, 12.5, "2021-06-22", True, "a.csv:1"]
    assert nothing == [*[""] * 6, "a.csv:2"]
    assert extreme[:4] == ["-x", -3.0, -1e20, -1e-12]


def test_texts_of_strangers_are_texts_only(content: bytes) -> None:
    rows = sheet(content, "hostile")[1:]
    assert len(rows) == len(HOSTILE)
    for (_, title, amount), text in zip(rows, HOSTILE, strict=True):
        assert isinstance(title, str)
        assert amount == 1e20
        if text.isprintable() and len(text) < 32_767:
            assert title == text
    found = parts(content)
    sheets = [part for name, part in found.items() if name.startswith("xl/worksheets/sheet")]
    assert not any("<f>" in part for part in sheets)
    links = re.findall(r"<hyperlink [^>]*>", "".join(sheets))
    assert links
    assert all("location=" in link and "r:id" not in link for link in links)
    assert "http://a.example" not in "".join(part for name, part in found.items() if name.endswith(".rels"))


def test_a_text_too_long_says_that_it_is_cut(content: bytes) -> None:
    assert len(sheet_text("x" * 40_000)) == 32_767
    assert str(sheet(content, "hostile")[-1][1]).endswith("the CSV file has all of it)")


def test_the_legend_names_the_sheets_without_a_source(content: bytes) -> None:
    notes = [str(row[0]) for row in sheet(content, "Legend")]
    without = [
        name
        for name in CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names[2:-1]
        if "source" not in sheet(content, name)[0]
    ]
    said = [note for note in notes if "no column source" in note]
    assert [note.split(":")[0].split(", ") for note in said] == ([without] if without else [])


def test_the_legend_has_every_column(content: bytes) -> None:
    rows = sheet(content, "Legend")
    start = next(at for at, row in enumerate(rows) if row[0] == "table")
    assert rows[start] == ["table", "column", "unit", "description", "source"]
    assert ["kinds", "stake", "tokens", "What stake is.", "the column stake"] in rows[start:]
    columns = sum(len(built.headings) for built in (*tables(), *(each.built for each in shown())))
    assert len(rows) - start - 1 == columns
    assert any("rounded" in str(row[0]) for row in rows[:start])


def test_the_overview_tells_figures_charts_and_sheets(content: bytes) -> None:
    texts = [cell for row in sheet(content, "Overview") for cell in row if cell != ""]
    assert texts[:3] == ["Council leaderboard", "Invented.", "Figures up to 2022-03-02 UTC."]
    assert {"About newest", "issuance (tokens)", "30,000,007", "From: antioch.md:30"} <= set(texts)
    assert "No chart of About nothing: none of its figures is known." in texts
    assert {"kinds", "issuance", "About issuance. issuance, drawn."} <= set(texts)
    assert len([name for name in parts(content) if name.startswith("xl/charts/chart")]) == 7


def test_the_list_of_sheets_takes_the_width_that_is_printed() -> None:
    long = replace(tables()[0], description="What it holds is told at some length here. " * 8)
    found = parts(render([long], [], title="t"))["xl/worksheets/sheet1.xml"]
    merged = re.findall(r'<mergeCell ref="D(\d+):I(\d+)"', found)
    assert len(merged) == 2
    assert merged[0][0] == merged[0][1]
    height = re.search(rf'<row r="{merged[1][0]}"[^>]* ht="(\d+)"', found)
    assert height is not None
    assert int(height[1]) == 60, "344 signs take four lines of 104"


def test_charts_have_titles_and_draw_cells(content: bytes) -> None:
    drawn = [part for name, part in parts(content).items() if name.startswith("xl/charts/chart")]
    assert all("'Chart data'!" in part for part in drawn)
    joined = "".join(drawn)
    for kind in ("lineChart", "barChart", "areaChart", "scatterChart", 'grouping val="stacked"', 'barDir val="bar"'):
        assert kind in joined
    assert "million tokens" in joined


def test_no_chart_crosses_a_page_break(content: bytes) -> None:
    found = parts(content)
    breaks = [int(row) for row in re.findall(r'<brk id="(\d+)"', found["xl/worksheets/sheet1.xml"])]
    places = re.findall(r"<xdr:from>.*?<xdr:row>(\d+)<.*?<xdr:to>.*?<xdr:row>(\d+)<", found["xl/drawings/drawing1.xml"])
    assert len(places) == 7
    assert breaks
    for start, end in places:
        assert not any(int(start) < row <= int(end) for row in breaks)


def test_sheets_print_one_page_wide_below_frozen_headings(content: bytes) -> None:
    found = parts(content)
    for number in range(2, len([name for name in found if name.startswith("xl/worksheets/sheet")]) + 1):
        part = found[f"xl/worksheets/sheet{number}.xml"]
        assert "fitToPage" in part
        assert 'orientation="landscape"' in part
    kinds = found["xl/worksheets/sheet3.xml"]
    assert '<pane ySplit="1" topLeftCell="A2"' in kinds
    assert '<autoFilter ref="A1:G4"/>' in kinds
    assert "_xlnm.Print_Titles" in found["xl/workbook.xml"]


@pytest.mark.parametrize(
    ("columns", "paper", "titles"), [(10, "9", None), (20, "8", None), (26, None, "$A:$C"), (65, None, "$A:$C")]
)
def test_a_sheet_is_printed_on_one_page_only_where_it_can_be_read(
    columns: int, paper: str | None, titles: str | None
) -> None:
    names = {f"a_figure_{place}": COUNT for place in range(columns)}
    wide = made("wide", names, tuple(range(columns)))
    found = parts(render((wide,), (), title="Wide", lines=()))
    part = found["xl/worksheets/sheet3.xml"]
    assert ("fitToPage" in part) is (paper is not None)
    assert f'paperSize="{paper or 9}"' in part
    assert ('scale="60"' in part) is (paper is None)
    assert (f"wide!{titles}" in found["xl/workbook.xml"]) is (titles is not None)


def test_equal_tables_give_equal_bytes(content: bytes) -> None:
    again = xlsx.render(tables(), shown(), title="Council leaderboard", lines=("Invented.",))
    assert again == content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "2020-01-01T00:00:00Z" in parts(content)["docProps/core.xml"]


def test_the_own_sheet_writes_what_the_library_s_writes(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_Sheet", xlsxwriter.worksheet.Worksheet)
    assert xlsx.render(tables(), shown(), title="Council leaderboard", lines=("Invented.",)) == content


@pytest.mark.parametrize("wanted", [True, False])
def test_the_collector_is_afterwards_as_it_was(wanted: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if wanted else gc.disable)()
        xlsx.render((), (), title="x")
        assert gc.isenabled() is wanted
        with pytest.raises(AttributeError):
            xlsx.render((None,), (), title="x")  # type: ignore[arg-type]
        assert gc.isenabled() is wanted
    finally:
        (gc.enable if before else gc.disable)()


def test_every_number_fits_its_column() -> None:
    cells = [10**30, -(10**30), 5]
    shown_in_full = "-100,000,000,000,000,000,000"
    assert number_signs(-(10**30), TOKENS) == len(shown_in_full)
    assert column_width(heading("stake", TOKENS), cells) > len(shown_in_full)
    assert column_width(heading("votes", COUNT), []) == COUNT.width
    assert column_width(heading("usd", USD), [None]) == USD.width
    assert column_width(heading("a_very_long_name_of_a_column", COUNT), [1]) > 28
    assert column_width(heading("title", LONG_TEXT), ["x" * 500]) == 80
    assert column_width(heading("id", TEXT), ["x"]) < 10


def test_numbers_beyond_a_sheet_are_texts() -> None:
    built = made("wide", {"votes": COUNT, "stake": TOKENS}, (10**400, 10**400), (10**59, 10**69))
    rows = sheet(xlsx.render([built], [], title="Wide"), "wide")[1:]
    assert rows[0] == [str(10**400), str(10**390)]
    assert rows[1] == [1e59, 1e59]


def test_rows_beyond_a_sheet_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    built = made("long", {"votes": COUNT}, *((number,) for number in range(5)))
    for module in (xlsx_tables, xlsx_legend):
        monkeypatch.setattr(module, "MOST_ROWS", 3)
    content = xlsx.render([built], [], title="Long")
    assert len(sheet(content, "long")) == 4
    assert any("first 3 of 5 rows" in str(row[0]) for row in sheet(content, "Legend"))


def test_sheet_names_are_allowed_and_unique() -> None:
    long = "a-table-with-a-name-beyond-thirty-one-signs"
    names = sheet_names([long, long, "overview", "x", "X", "a/b[c]", "''", "history"], taken=("Overview",))
    assert len({name.casefold() for name in names}) == 8
    assert all(0 < len(name) <= 31 for name in names)
    assert names[2:6] == ["overview-2", "x", "X-2", "a-b-c-"]
    assert not any(set(name) & set("[]:*?/\\") for name in names)


def test_a_workbook_without_tables_opens() -> None:
    assert CalamineWorkbook.from_filelike(io.BytesIO(xlsx.render([], [], title="None"))).sheet_names == [
        "Overview",
        "Legend",
    ]


def test_many_charts_each_find_a_place() -> None:
    many: tuple[Built, ...] = tables()
    repeated = shown() * 3
    content = xlsx.render(many, repeated, title="Many")
    places = re.findall(
        r"<xdr:from><xdr:col>(\d+)</xdr:col><xdr:colOff>\d+</xdr:colOff><xdr:row>(\d+)",
        parts(content)["xl/drawings/drawing1.xml"],
    )
    assert len(places) == len(set(places)) == 21
