from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.tables import COUNT, MOMENT, NUMBER, PERCENT, TOKENS, USD, USD_PER_TOKEN, YES_NO, Unit, Value
from secretariat.formats.cells import clean, exact_writer, format_places, grouped, harmless, shown_writer


@pytest.mark.parametrize(
    ("unit", "value", "exact", "shown"),
    [
        (COUNT, 1234567, "1234567", "1,234,567"),
        (COUNT, -1234, "-1234", "−1,234"),
        (COUNT, 0, "0", "0"),
        (NUMBER, 4798799, "4798799", "4798799"),
        (TOKENS, 10**30, "100000000000000000000", "100,000,000,000,000,000,000"),
        (TOKENS, 148698884800000000, "14869888.48", "14,869,888.48"),
        (TOKENS, 1, "0.0000000001", "0.0000000001"),
        (USD, Decimal("12.5"), "12.5", "12.50"),
        (USD, Decimal("1234.56789"), "1234.56789", "1,234.56789"),
        (USD, Decimal("1E+6"), "1000000", "1,000,000.00"),
        (PERCENT, Decimal("-0.5"), "-0.5", "−0.50"),
        (USD_PER_TOKEN, Decimal("0.0000205"), "0.0000205", "0.0000205000"),
        (YES_NO, True, "true", "yes"),
        (YES_NO, False, "false", "no"),
        (MOMENT, "2022-03-02T20:26:54Z", "2022-03-02T20:26:54Z", "2022-03-02 20:26:54"),
        (MOMENT, "2022-03-02", "2022-03-02", "2022-03-02"),
    ],
)
def test_values_are_written_exactly_and_shown_grouped(unit: Unit, value: Value, exact: str, shown: str) -> None:
    assert exact_writer(unit)(value) == exact
    assert shown_writer(unit)(value) == shown


@pytest.mark.parametrize(("digits", "expected"), [("", ""), ("1", "1"), ("123", "123"), ("1234", "1,234")])
def test_digits_are_grouped_by_three(digits: str, expected: str) -> None:
    assert grouped(digits) == expected


def test_places_are_read_from_the_spreadsheet_format() -> None:
    assert [format_places(unit) for unit in (COUNT, USD, USD_PER_TOKEN)] == [0, 2, 10]


@pytest.mark.parametrize("text", ["=a", "+a", "-a", "@a", "\ta", "\ra", "\na", "＝a", "－a", "  =a", "\u00a0@a"])
def test_a_text_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=b", "1-2", "a@b", "'=a", "(−1)"])
def test_other_texts_stay(text: str) -> None:
    assert harmless(text) == text


def test_signs_that_no_file_may_hold_are_replaced() -> None:
    assert clean("a\x00b\x1bc\x7fd\x85e\ud800f\ufffeg\th\ni\rj") == "a�b�c�d�e�f�g\th\ni\rj"
    assert clean("é عربى 漢字 👍 \u202e") == "é عربى 漢字 👍 \u202e"


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text())
def test_a_clean_text_is_utf_8_and_stays_clean(text: str) -> None:
    once = clean(text)
    once.encode("utf-8")
    assert len(once) == len(text)
    assert clean(once) == once


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.integers(min_value=-(10**40), max_value=10**40))
def test_shown_numbers_keep_every_digit(number: int) -> None:
    assert int(shown_writer(COUNT)(number).replace(",", "").replace("−", "-")) == number


@pytest.mark.parametrize("text", ["-1051296", "+3.5", "-0.01"])
def test_a_number_with_its_sign_is_no_formula(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("text", ["-1+1", "-cmd", "+1 234", "-1.5e3", "-1\n=x"])
def test_what_only_begins_like_a_number_stays_guarded(text: str) -> None:
    assert harmless(text) == f"'{text}"
