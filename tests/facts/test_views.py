import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import secretariat.duties
from secretariat.errors import SecretariatError
from secretariat.facts.perspectives import perspectives
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import for_audience
from secretariat.facts.views import Chart, View, ViewError, nearest, view_of
from tests.build import build_tables

BUNDLED = sorted((Path(secretariat.duties.__file__).parent / "leaderboard" / "views").glob("*.toml"))

LEAST: dict[str, Any] = {"name": "a-view", "title": "A view", "description": "Of something.", "table": "terms"}
CHART: dict[str, Any] = {"kind": "line", "x": "term", "y": ["votes"], "title": "Votes"}


def test_a_view_with_the_least_said() -> None:
    assert view_of(LEAST) == View(name="a-view", title="A view", description="Of something.", table="terms")


def test_a_view_with_everything_said() -> None:
    text = """
    name = "a-view"
    title = "A view"
    description = "Of something."
    table = "spending"
    columns = ["category", "usd_sum"]
    known = ["category"]
    group_by = "category"
    order = ["category", "-usd_sum"]
    limit = 3
    headline = true
    [where]
    status = "approved"
    chain = ["antioch", "mainnet"]
    usd = 1.10
    paid = true
    [aggregates]
    usd = ["sum", "mean"]
    [chart]
    kind = "stacked-bar"
    title = "Dollars"
    x = ["category"]
    y = ["usd_sum"]
    split_by = "category"
    """
    assert view_of(tomllib.loads(text, parse_float=Decimal)) == View(
        name="a-view",
        title="A view",
        description="Of something.",
        table="spending",
        columns=("category", "usd_sum"),
        known=("category",),
        group_by=("category",),
        order=(("category", False), ("usd_sum", True)),
        limit=3,
        headline=True,
        where=(
            ("status", ("approved",)),
            ("chain", ("antioch", "mainnet")),
            ("usd", (Decimal("1.10"),)),
            ("paid", (True,)),
        ),
        aggregates=(("usd", "sum"), ("usd", "mean")),
        chart=Chart(kind="stacked-bar", x=("category",), y=("usd_sum",), title="Dollars", split_by="category"),
    )


def test_floats_are_read_as_they_are_written() -> None:
    assert view_of({**LEAST, "where": {"usd": 0.1}}).where == (("usd", (Decimal("0.1"),)),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colums": []}, 'view "a-view": unknown key "colums"; the nearest known one is "columns".'),
        ({"groupby": []}, 'unknown key "groupby"; the nearest known one is "group_by"'),
        ({"name": None}, 'a view without a name: "name" must be a text that is not empty, not missing.'),
        ({"name": "A View"}, "name must be lower-case words joined by hyphens"),
        ({"name": "../../etc"}, "name must be lower-case words"),
        ({"name": "x" * 61}, "at most 60 signs"),
        ({"title": ""}, '"title" must be a text that is not empty'),
        ({"table": 7}, '"table" must be a text that is not empty, not 7.'),
        ({"columns": "term, votes", "group_by": [1]}, '"group_by" must be a list of column names, not [1].'),
        ({"columns": ["term", "term"]}, '"columns" names "term" twice.'),
        ({"columns": {"a": 1}}, '"columns" must be a list of column names'),
        ({"order": ["-"]}, '"order" must be a list of column names'),
        ({"where": "x"}, "\"where\" must be a table, not 'x'."),
        ({"where": {"term": []}}, '"where.term" must be a text, a number, true or false, or a list of them'),
        ({"where": {"term": {"a": 1}}}, '"where.term" must be a text'),
        ({"aggregates": {"usd": "summ"}}, '"aggregates.usd" has no way "summ"; the nearest known one is "sum".'),
        ({"aggregates": {"usd": 3}}, '"aggregates.usd" must be a text, not 3.'),
        ({"limit": 0}, '"limit" must be a whole number from 1, not 0.'),
        ({"limit": True}, '"limit" must be a whole number'),
        ({"headline": "yes"}, "\"headline\" must be true or false, not 'yes'."),
        ({"chart": "line"}, '"chart" must be a table'),
        ({"chart": {**CHART, "splitby": "x"}}, 'chart: unknown key "splitby"; the nearest known one is "split_by".'),
        ({"chart": {**CHART, "kind": "barr"}}, 'chart: there is no kind "barr"; the nearest known one is "bar".'),
        ({"chart": {**CHART, "x": []}}, 'chart: "x" must name at least one column.'),
        ({"chart": {**CHART, "title": 7}}, 'chart: "title" must be a text'),
        ({"chart": {**CHART, "split_by": 4}}, 'chart: "split_by" must be a text'),
    ],
)
def test_a_wrong_key_is_named(change: Mapping[str, object], message: str) -> None:
    with pytest.raises(ViewError) as caught:
        view_of({**LEAST, **change})
    assert message in str(caught.value)
    assert isinstance(caught.value, SecretariatError)


def test_the_nearest_is_named_even_when_far() -> None:
    assert nearest("zzz", ["alpha"]) == 'the nearest known one is "alpha"'
    assert nearest("zzz", []) == "none is known"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from([*LEAST, "columns", "where", "known", "group_by", "aggregates", "order", "limit", "chart", "x"])


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_mapping_is_a_view_or_a_view_error(mapping: dict[str, object]) -> None:
    try:
        found = view_of({**LEAST, **mapping})
    except ViewError as error:
        message = str(error)
    else:
        message = f"view {found.name}"
    assert message.startswith(("view ", "a view"))


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_bundled_view_is_named_like_its_file(path: Path) -> None:
    view = view_of(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))
    assert path.stem.partition("-")[2] == view.name
    assert view.description.endswith(".")


def test_every_bundled_view_fits_the_published_tables() -> None:
    published = [for_audience(built, "public") for built in build_tables(Snapshot())]
    views = [view_of(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)) for path in BUNDLED]
    assert [each.built.rows for each in perspectives(views, published) if not each.view.aggregates] == [()] * sum(
        not view.aggregates for view in views
    )


def test_views_are_bundled_and_one_has_the_key_figures() -> None:
    views = [view_of(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)) for path in BUNDLED]
    assert len(views) >= 8
    assert len({view.name for view in views}) == len(views)
    assert [view.name for view in views if view.headline] == ["newest-term"]


def test_a_chart_without_a_title_has_that_of_the_view() -> None:
    chart = view_of({**LEAST, "chart": {key: value for key, value in CHART.items() if key != "title"}}).chart
    assert chart is not None
    assert chart.title == "A view"
