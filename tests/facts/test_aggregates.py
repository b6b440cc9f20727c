from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.aggregates import folded, folded_unit
from secretariat.facts.tables import COUNT, MOMENT, TEXT, TOKENS, USD, YES_NO, Unit, Value
from secretariat.facts.views import How


@pytest.mark.parametrize(
    ("unit", "how", "cells", "expected"),
    [
        (TOKENS, "sum", [10**30, None, 1], 10**30 + 1),
        (TOKENS, "mean", [1, 2], 2),
        (TOKENS, "mean", [2, 3], 2),
        (TOKENS, "min", [3, None, 2], 2),
        (TOKENS, "max", [3, None, 2], 3),
        (COUNT, "sum", [1, 2, None], 3),
        (COUNT, "mean", [1, 2], Decimal("1.5000")),
        (COUNT, "mean", [1, 1, 2], Decimal("1.3333")),
        (COUNT, "mean", [-1, -1, -2], Decimal("-1.3333")),
        (COUNT, "count", [1, None, 0], 2),
        (COUNT, "last", [1, 2, None], 2),
        (USD, "sum", [Decimal("0.1"), Decimal("0.2")], Decimal("0.3")),
        (USD, "sum", [Decimal("1E+40"), Decimal("1E-40")], Decimal(f"1{'0' * 40}.{'0' * 39}1")),
        (USD, "mean", [Decimal("1.00001"), Decimal("2.00002")], Decimal("1.50002")),
        (USD, "mean", [Decimal("1"), Decimal("2"), Decimal("2")], Decimal("1.6667")),
        (MOMENT, "min", ["2022-01-02", None, "2021-01-02T00:00:00Z"], "2021-01-02T00:00:00Z"),
        (MOMENT, "max", ["2022-01-02", None], "2022-01-02"),
        (TEXT, "last", ["ada_l", "bert"], "bert"),
        (TEXT, "count", ["ada_l", None], 1),
        (YES_NO, "count", [True, False, None], 2),
    ],
)
def test_known_cells_are_folded_exactly(unit: Unit, how: How, cells: list[Value], expected: Value) -> None:
    assert folded(cells, unit, how) == expected


@pytest.mark.parametrize("how", ["sum", "mean", "min", "max", "last"])
def test_without_a_known_cell_there_is_no_figure(how: How) -> None:
    assert folded([None, None], TOKENS, how) is None
    assert folded([], TOKENS, how) is None
    assert folded([None], TOKENS, "count") == 0


@pytest.mark.parametrize(
    ("unit", "how", "kind"),
    [
        (TOKENS, "sum", "amount"),
        (TOKENS, "mean", "amount"),
        (COUNT, "mean", "decimal"),
        (USD, "max", "decimal"),
        (MOMENT, "max", "moment"),
        (TEXT, "count", "integer"),
        (TEXT, "last", "text"),
        (TEXT, "sum", None),
        (TEXT, "min", None),
        (MOMENT, "sum", None),
        (YES_NO, "mean", None),
    ],
)
def test_an_aggregate_has_a_unit_or_does_not_exist(unit: Unit, how: How, kind: str | None) -> None:
    found = folded_unit(unit, how)
    assert (found.type if found else None) == kind


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.none() | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)))
def test_sums_of_decimals_are_exact(cells: list[Decimal | None]) -> None:
    found = folded(cells, USD, "sum")
    known = [Fraction(cell) for cell in cells if cell is not None]
    assert (found is None) == (not known)
    assert not isinstance(found, Decimal) or Fraction(found) == sum(known)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.integers(-(10**40), 10**40), min_size=1))
def test_means_are_within_half_a_unit(cells: list[int]) -> None:
    exact = Fraction(sum(cells), len(cells))
    amount, count = folded(list(cells), TOKENS, "mean"), folded(list(cells), COUNT, "mean")
    assert isinstance(amount, int)
    assert abs(amount - exact) <= Fraction(1, 2)
    assert isinstance(count, Decimal)
    assert abs(Fraction(count) - exact) <= Fraction(1, 20000)
