from decimal import Decimal
from typing import Any

import pytest

from secretariat.facts.perspectives import Perspective, apply
from secretariat.facts.tables import BYTES, COUNT, NUMBER, TEXT, TOKENS, USD, Built, Unit, Value
from secretariat.facts.views import Chart
from secretariat.formats.chart_data import LABEL_LENGTH, MOST_BARS, MOST_SERIES, ChartData, chart_data
from tests.formats.invented import TOKEN, made, shown, view


def drawn(built: Built, **chart: Any) -> ChartData | None:
    asked = view("drawn", built.name, Chart(title="Drawn", **chart))
    return chart_data(Perspective(view=asked, built=apply(asked, built)))


def terms(*rows: tuple[Value, ...]) -> Built:
    return made("terms", {"chain": TEXT, "term": NUMBER, "made": COUNT, "done": COUNT}, *rows)


ROWS = (("antioch", 2, 20, 2), ("alexandria", 9, 5, None), ("antioch", 10, None, 3), ("antioch", 1, 10, 1))


def test_chains_are_split_and_terms_go_up_by_number() -> None:
    data = drawn(terms(*ROWS), kind="line", x=("chain", "term"), y=("made",), split_by="chain")
    assert data is not None
    assert data.places == ("antioch 1", "antioch 2", "antioch 10", "alexandria 9")
    assert [(series.name, series.values) for series in data.series] == [
        ("antioch", (10.0, 20.0, None, None)),
        ("alexandria", (None, None, None, 5.0)),
    ]
    assert (data.x_title, data.y_title, data.one_each) == ("chain, term", "made", True)


def test_a_split_of_several_figures_is_a_series_each() -> None:
    data = drawn(terms(*ROWS), kind="bar", x=("term",), y=("made", "done"), split_by="chain")
    assert data is not None
    names = [series.name for series in data.series]
    assert names == ["antioch made", "antioch done", "alexandria made"]  # of the fourth no figure is known


def test_bars_keep_the_order_of_rows() -> None:
    data = drawn(terms(*ROWS), kind="bar", x=("term",), y=("made",))
    assert data is not None
    assert data.places == ("2", "9", "10", "1")


def test_rows_of_one_place_stand_side_by_side() -> None:
    data = drawn(terms(("antioch", 1, 5, 1), ("giza", 1, 7, 1)), kind="bar", x=("term",), y=("made",))
    assert data is not None
    assert data.places == ("1", "1 (2)")
    assert data.series[0].values == (5.0, 7.0)


def test_words_without_a_figure_are_left_out() -> None:
    built = made("words", {"word": TEXT, "usd": USD}, ("a", None), ("b", Decimal(2)), (None, Decimal(1)))
    data = drawn(built, kind="bar", x=("word",), y=("usd",))
    assert data is not None
    assert (data.places, data.many_words, data.y_title) == (("b", "?"), True, "USD")


@pytest.mark.parametrize("kind", ["line", "area", "bar", "stacked-bar"])
@pytest.mark.parametrize(
    ("known", "places", "note"),
    [
        ((5, 6, 7, 8), "12345678", "No figure is known for 1 to 4."),
        ((1, 2, 3), "12345678", "No figure is known for 4 to 8."),
        ((3, 5, 7), "12345678", "No figure is known for 1 to 2 and 8."),
        ((2, 3), "1234", "No figure is known for 1 and 4."),
        ((2, 4, 6, 8), "12345678", ""),  # one of eight: a gap like those between
        ((1, 8), "12345678", ""),
    ],
)
def test_ends_of_an_axis_without_a_figure_are_left_out_with_a_word(
    kind: str, known: tuple[int, ...], places: str, note: str
) -> None:
    rows = [("antioch", int(at), 9 if int(at) in known else None, None) for at in places]
    data = drawn(terms(*rows), kind=kind, x=("term",), y=("made",))
    assert data is not None
    first, last = (known[0], known[-1]) if note else (int(places[0]), int(places[-1]))
    assert data.places == tuple(str(at) for at in range(first, last + 1))
    assert data.series[0].values == tuple(9.0 if at in known else None for at in range(first, last + 1))
    assert data.note == note


def test_a_series_without_a_figure_has_no_entry() -> None:
    rows = [("alexandria", 1, None, 4), ("alexandria", 2, None, 4), ("antioch", 3, 5, 4), ("antioch", 4, 6, 4)]
    data = drawn(terms(*rows), kind="line", x=("chain", "term"), y=("made",), split_by="chain")
    assert data is not None
    assert [(series.name, series.values) for series in data.series] == [("antioch", (5.0, 6.0))]
    assert data.note == "No figure is known for alexandria 1 to alexandria 2."


def test_nothing_known_means_no_chart() -> None:
    assert drawn(terms(("antioch", 1, None, None)), kind="line", x=("term",), y=("made",)) is None
    assert drawn(terms(), kind="line", x=("term",), y=("made",)) is None


def test_many_bars_end_with_a_word_about_it() -> None:
    data = drawn(terms(*(("antioch", n, n, n) for n in range(100))), kind="bar", x=("term",), y=("made",))
    assert data is not None
    assert len(data.places) == MOST_BARS
    assert data.note == "The first 60 of 100 rows are drawn."


def test_small_series_of_a_stack_are_added_up() -> None:
    built = made("groups", {"group": TEXT, "term": NUMBER, "workers": COUNT}, *((f"g{n}", 1, n) for n in range(1, 13)))
    data = drawn(built, kind="stacked-bar", x=("term",), y=("workers",), split_by="group")
    assert data is not None
    assert len(data.series) == MOST_SERIES
    assert (data.series[-1].name, data.series[-1].values) == ("5 others", (15.0,))
    assert sum(series.values[0] or 0 for series in data.series) == sum(range(1, 13))
    assert data.note


@pytest.mark.parametrize(
    ("unit", "value", "expected", "title"),
    [
        (TOKENS, 3_013_340_478 * TOKEN, 3013.340478, "figure (million tokens)"),
        (TOKENS, 250_000_000_000 * TOKEN, 250.0, "figure (billion tokens)"),
        (TOKENS, 10**30, 100_000_000.0, "figure (trillion tokens)"),
        (TOKENS, 12 * TOKEN, 12.0, "figure (tokens)"),
        (BYTES, 3_956_880_944_660, 3956.88094466, "figure (GB)"),
        (COUNT, 3426, 3426.0, "figure"),
        (COUNT, 25_000_000, 25.0, "figure (million)"),
        (USD, Decimal("-61866.39"), -61866.39, "figure (USD)"),
    ],
)
def test_axes_have_short_numbers(unit: Unit, value: Value, expected: float, title: str) -> None:
    data = drawn(made("one", {"term": NUMBER, "figure": unit}, (1, value)), kind="bar", x=("term",), y=("figure",))
    assert data is not None
    assert data.series[0].values[0] == pytest.approx(expected)
    assert data.y_title == title


def test_figures_beyond_a_double_are_not_drawn() -> None:
    assert drawn(terms(("antioch", 1, 10**400, 1)), kind="bar", x=("term",), y=("made",)) is None


def test_scatter_places_are_numbers() -> None:
    data = drawn(terms(*ROWS), kind="scatter", x=("term",), y=("made",), split_by="chain")
    assert data is not None
    assert data.places == (1.0, 2.0, 9.0, 10.0)


def test_labels_are_short_single_lines() -> None:
    for perspective in shown():
        data = chart_data(perspective)
        for place in data.places if data else ():
            assert isinstance(place, float) or (len(place) <= LABEL_LENGTH + 5 and "\n" not in place)
