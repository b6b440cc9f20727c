"""Numbers in the forms in which people write them: one reading, or none."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.archives.reading.numbers import read_integer, read_number, readings_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2'345'678", "2345678"),
        ("2\u2019345\u2019678.50", "2345678.50"),
        ("2'345,75", "2345.75"),
        ("2_345_678", "2345678"),
        ("2'345_678", None),
        ("2'34", None),
        ("12'345'6", None),
        ("0'345", None),
    ],
)
def test_marks_between_groups_of_three_set_off_thousands(text: str, expected: str | None) -> None:
    assert read_number(text).value == (None if expected is None else Decimal(expected))
    assert bool(read_number(text).repair) == (expected is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3.426", 3426), ("3.000", None), ("3.42", None), ("3.0", 3), ("0.426", None), ("3.426.001", 3426001)],
)
def test_what_is_counted_has_no_fraction(text: str, expected: int | None) -> None:
    assert read_integer(text).value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,17", ["1.17"]),
        ("1,170", ["1.170", "1170"]),
        ("1.170", ["1.170", "1170"]),
        ("1,234,567", ["1234567"]),
        ("x", []),
    ],
)
def test_a_figure_that_is_only_compared_has_every_reading(text: str, expected: list[str]) -> None:
    assert [str(value) for value in readings_of(text)] == expected


@pytest.mark.parametrize(
    "text", ["\u0661\u0662\u0663", "1\u0662", "\u0967,\u0967\u0968\u0969", "NaN", "nan", "Infinity", "undefined"]
)
def test_other_digits_and_words_for_no_number_are_neither_a_number_nor_an_empty_cell(text: str) -> None:
    for read in (read_number(text), read_integer(text)):
        assert (read.value, read.empty) == (None, False)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(alphabet="0123456789.,'_\u2019 +-eE%k\u00a0", max_size=30))
def test_any_text_is_read_without_raising(text: str) -> None:
    for read in (read_number(text), read_integer(text)):
        assert read.value is None or not read.empty
    assert all(value.is_finite() for value in readings_of(text))
