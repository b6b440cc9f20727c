from decimal import Decimal
from typing import Any

import pytest

from secretariat.facts.perspectives import apply, filtered, perspectives
from secretariat.facts.tables import COUNT, LONG_TEXT, MOMENT, NUMBER, TEXT, TOKENS, USD, YES_NO, Built, Heading, Value
from secretariat.facts.views import Chart, View, ViewError

TOKEN = 10**10
COLUMNS = {
    "chain": TEXT,
    "number": NUMBER,
    "category": TEXT,
    "minted": TOKENS,
    "usd": USD,
    "votes": COUNT,
    "at": MOMENT,
    "paid": YES_NO,
    "source": LONG_TEXT,
}
SPENDING = Built(
    name="spending",
    title="Spending",
    description="Invented.",
    headings=tuple(
        Heading(name=name, description=f"What {name} is.", unit=unit, source="a.csv", audience="public")
        for name, unit in COLUMNS.items()
    ),
    rows=(
        ("antioch", 1, "Tools", 2 * TOKEN, Decimal("10.5"), 3, "2021-06-22", True, "a.csv:1"),
        ("antioch", 2, "bounties", None, None, None, "2021-06-21", False, "a.csv:2"),
        ("alexandria", 3, "Tools", 10**30, Decimal("0.1"), 4, None, None, "a.csv:3"),
        ("antioch", 4, "Tools", TOKEN // 2, Decimal("0.2"), 3, "2021-06-22T01:00:00Z", True, "a.csv:4"),
        (None, 5, None, None, None, 0, None, None, "a.csv:5"),
    ),
    as_of="2022-03-02",
)


def view(**more: Any) -> View:
    return View(**{"name": "v", "title": "V", "description": "D.", "table": "spending", **more})


def rows(**more: Any) -> tuple[tuple[Value, ...], ...]:
    return apply(view(**more), SPENDING).rows


def numbers(**more: Any) -> list[Value]:
    return [row[0] for row in rows(columns=("number",), **more)]


def test_a_view_of_nothing_special_is_the_table_under_its_own_name() -> None:
    found = apply(view(), SPENDING)
    assert (found.name, found.title, found.description, found.as_of) == ("v", "V", "D.", "2022-03-02")
    assert (found.headings, found.rows) == (SPENDING.headings, SPENDING.rows)


@pytest.mark.parametrize(
    ("column", "wanted", "expected"),
    [
        ("chain", ["antioch"], [1, 2, 4]),
        ("chain", ["antioch", "alexandria"], [1, 2, 3, 4]),
        ("chain", [""], [5]),
        ("number", [3], [3]),
        ("number", ["3", Decimal("4.0")], [3, 4]),
        ("minted", ["0.5"], [4]),
        ("minted", [2, 10**20], [1, 3]),
        ("minted", [""], [2, 5]),
        ("usd", [Decimal("0.10")], [3]),
        ("usd", ["10.500"], [1]),
        ("at", ["2021-06-22"], [1]),
        ("paid", [True], [1, 4]),
        ("paid", ["no"], [2]),
        ("paid", ["true", ""], [1, 3, 4, 5]),
        ("chain", ["mainnet"], []),
    ],
)
def test_rows_are_kept_by_value(column: str, wanted: list[Any], expected: list[int]) -> None:
    assert numbers(where=((column, tuple(wanted)),)) == expected


def test_filters_join_and_known_leaves_gaps_out() -> None:
    assert numbers(where=(("chain", ("antioch",)), ("paid", (True,)))) == [1, 4]
    assert numbers(known=("minted", "at")) == [1, 4]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([("minted", False)], [4, 1, 3, 2, 5]),
        ([("minted", True)], [3, 1, 4, 2, 5]),
        ([("category", False)], [2, 1, 3, 4, 5]),
        ([("at", True)], [4, 1, 2, 3, 5]),
        ([("votes", False), ("number", True)], [5, 4, 1, 3, 2]),
        ([("paid", False)], [2, 1, 4, 3, 5]),
    ],
)
def test_order_puts_what_is_not_known_last(order: list[tuple[str, bool]], expected: list[int]) -> None:
    assert numbers(order=tuple(order)) == expected
    assert numbers(order=tuple(order), limit=2) == expected[:2]


def test_groups_are_exact_and_count_what_they_leave_out() -> None:
    found = apply(
        view(group_by=("chain",), aggregates=(("minted", "sum"), ("minted", "count"), ("usd", "mean"))), SPENDING
    )
    assert [heading.name for heading in found.headings] == [
        "chain",
        "rows",
        "minted_sum",
        "minted_count",
        "usd_mean",
        "minted_unknown",
        "usd_unknown",
    ]
    assert found.rows == (
        ("antioch", 3, 25 * TOKEN // 10, 2, Decimal("5.35"), 1, 1),
        ("alexandria", 1, 10**30, 1, Decimal("0.1"), 0, 0),
        (None, 1, None, 0, None, 1, 1),
    )
    assert found.headings[2].unit.type == "amount"
    assert "spending" in found.headings[2].source


def test_aggregates_alone_make_one_row() -> None:
    assert rows(aggregates=(("votes", "sum"),)) == ((5, 10, 1),)
    assert rows(aggregates=(("votes", "sum"),), where=(("chain", ("mainnet",)),)) == ((0, None, 0),)


def test_groups_alone_count_rows() -> None:
    found = rows(group_by=("category",), order=(("rows", True),), columns=("rows", "category"))
    assert found == ((3, "Tools"), (1, "bounties"), (1, None))


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"columns": ("mintd",)}, '"columns" names the column "mintd", which is not there; the nearest'),
        ({"columns": ("mintd",)}, 'is "minted".'),
        ({"order": (("usdd", True),)}, '"order" names the column "usdd"'),
        ({"known": ("x",)}, '"known" names the column "x"'),
        ({"where": (("chains", ("x",)),)}, '"where" names the column "chains"'),
        ({"where": (("number", ("one",)),)}, "the column \"number\" is integer (number) and cannot be 'one'."),
        ({"where": (("number", ("1.5",)),)}, "cannot be '1.5'"),
        ({"where": (("number", (True,)),)}, "cannot be True"),
        ({"where": (("minted", ("1E-11",)),)}, "cannot be '1E-11'"),
        ({"where": (("minted", ("1E+999999999",)),)}, "cannot be '1E+999999999'"),
        ({"where": (("usd", ("NaN",)),)}, "cannot be 'NaN'"),
        ({"where": (("paid", ("perhaps",)),)}, "cannot be 'perhaps'"),
        ({"where": (("chain", (True,)),)}, "cannot be True"),
        ({"group_by": ("chian",)}, '"group_by" names the column "chian"'),
        ({"aggregates": (("chain", "sum"),)}, 'the column "chain" is text and has no sum.'),
        ({"group_by": ("chain",), "columns": ("minted",)}, '"columns" names the column "minted"'),
    ],
)
def test_what_does_not_fit_the_table_is_named(more: dict[str, Any], message: str) -> None:
    with pytest.raises(ViewError) as caught:
        apply(view(**more), SPENDING)
    assert message in str(caught.value)
    assert str(caught.value).startswith('view "v": ')


@pytest.mark.parametrize(
    ("chart", "message"),
    [
        ({"y": ("vote",)}, '"y" names the column "vote"'),
        ({"x": ("vote",)}, '"x" names the column "vote"'),
        ({"split_by": "vote"}, '"split_by" names the column "vote"'),
        ({"y": ("chain",)}, 'the column "chain" is text, not a number to draw.'),
        ({"y": ("usd", "votes")}, 'one axis has one unit, but "y" has USD and count'),
        ({"kind": "scatter", "x": ("chain",)}, 'the column "chain" is text, not a number to draw.'),
        ({"kind": "scatter", "x": ("number", "votes")}, "exactly one column"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_refused(chart: dict[str, Any], message: str) -> None:
    whole = Chart(**{"kind": "bar", "x": ("number",), "y": ("votes",), "title": "T", **chart})
    with pytest.raises(ViewError, match="chart: ") as caught:
        apply(view(chart=whole), SPENDING)
    assert message in str(caught.value)


def test_a_chart_needs_its_columns_among_those_shown() -> None:
    chart = Chart(kind="bar", x=("number",), y=("votes",), title="T")
    with pytest.raises(ViewError, match='"y" names the column "votes"'):
        apply(view(columns=("number",), chart=chart), SPENDING)


def test_two_columns_may_not_have_one_name() -> None:
    clash = Built(
        name="spending",
        title="S",
        description="D.",
        headings=(Heading(name="rows", description="", unit=TEXT, source="", audience="public"),),
        rows=(),
        as_of=None,
    )
    with pytest.raises(ViewError, match='two of its columns would be called "rows"'):
        apply(view(group_by=("rows",)), clash)


def test_perspectives_find_their_tables() -> None:
    found = perspectives([view(name="a"), view(name="b", limit=1)], [SPENDING])
    assert [(each.view.name, len(each.built.rows)) for each in found] == [("a", 5), ("b", 1)]
    with pytest.raises(ViewError, match='there is no table "spendings"; the nearest known one is "spending"'):
        perspectives([view(table="spendings")], [SPENDING])
    with pytest.raises(ViewError, match="another view of this name"):
        perspectives([view(), view()], [SPENDING])
    with pytest.raises(ViewError, match="a table has this name"):
        perspectives([view(name="spending")], [SPENDING])


def test_filtering_alone_keeps_the_table() -> None:
    found = filtered("--where", SPENDING, [("chain", ["alexandria"])])
    assert (found.name, len(found.rows)) == ("spending", 1)
    with pytest.raises(ViewError, match="--where: "):
        filtered("--where", SPENDING, [("nothing", ["x"])])
