"""Amounts: every digit, both ways."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.amounts import Amount, decimal_text, token_text, tokens


@settings(derandomize=True, deadline=None)
@given(st.integers(-(10**40), 10**40))
def test_tokens_and_text_are_inverse(amount: int) -> None:
    assert tokens(token_text(Amount(amount))) == amount


@pytest.mark.parametrize(
    ("written", "base_units"),
    [("1", 10**10), ("0.0000000001", 1), ("-2.5", -25 * 10**9), ("1e3", 10**13), ("0", 0), (10**30, 10**40)],
)
def test_tokens(written: str | int, base_units: int) -> None:
    assert tokens(written) == base_units


@pytest.mark.parametrize("written", ["", "abc", "NaN", "Infinity", "0.00000000001", "1e-11"])
def test_what_is_no_number_of_tokens_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        tokens(written)


@pytest.mark.parametrize(
    ("value", "text"), [("1.50", "1.5"), ("-0.0", "0"), ("1E+3", "1000"), ("0.0000268", "0.0000268")]
)
def test_decimals_are_written_without_exponent_or_trailing_zeros(value: str, text: str) -> None:
    assert decimal_text(Decimal(value)) == text
