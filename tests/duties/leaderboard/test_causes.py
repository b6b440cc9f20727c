"""What may explain a difference, by the digits alone and by what stands around a term."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.duties.leaderboard.causes import CauseValue, likely_cause
from secretariat.duties.leaderboard.check import check, value_text
from tests.build import whole

MB = 1_048_576


@pytest.mark.parametrize(
    ("expected", "found", "unit", "rule", "harmless"),
    [
        (700 * MB, 700 * MB + 5_000, "bytes", "rounding", True),
        (700 * MB, 700 * MB + 11_000, "bytes", None, False),
        (Decimal("6.014"), Decimal("6.01"), "seconds", "rounding", True),
        (Decimal("6.02"), Decimal("6.01"), "seconds", None, False),
        (Decimal("6.01"), 6, "seconds", None, False),
        (whole("812.25"), whole("812"), "tokens", "rounding", True),
        (whole("812.25"), whole("812.75"), "tokens", None, False),
        (982_799, 982_000, "block height", "rounded-number", False),
        (whole(537_897), whole(540_000), "tokens", "rounded-number", False),
        (1_000, 1_023, "count", None, False),
        (712, 7_120_000, "count", "decimal-point", False),
        (Decimal("2.5"), Decimal("0.25"), "USD", "decimal-point", False),
        (7_917, 7_971, "blocks", "swapped-digits", False),
        (12, 21, "count", "swapped-digits", False),
        (whole(512_346), whole(572_346), "tokens", "one-digit", False),
        (512, 572, "count", None, False),
        (512_346, 512_347, "count", None, False),
        ("executed", "rejected", "text", None, False),
        (True, False, "text", None, False),
        (Decimal("NaN"), Decimal(1), "USD", None, False),
    ],
)
def test_digits_tell_a_likely_cause(
    expected: CauseValue, found: CauseValue, unit: str, rule: str | None, harmless: bool
) -> None:
    for pair in ((expected, found), (found, expected)):
        cause = likely_cause((), *pair, unit)
        assert (cause.rule if cause else None) == rule
        assert (cause.harmless if cause else False) == harmless


VALUES = st.one_of(
    st.integers(-(10**40), 10**40),
    st.booleans(),
    st.text(max_size=12),
    st.decimals(allow_nan=True, allow_infinity=True, places=4),
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(VALUES, VALUES, st.sampled_from(["tokens", "bytes", "USD", "block height", "count", "text"]))
def test_no_pair_of_values_makes_a_check_fail(expected: CauseValue, found: CauseValue, unit: str) -> None:
    likely_cause((), expected, found, unit)
    if all(not isinstance(value, Decimal) or value.is_finite() for value in (expected, found)):
        made = check(
            "a-check",
            figure="x",
            chain=None,
            term=None,
            subject="x",
            expected=expected,
            found=found,
            unit=unit,
            expected_source="a:1",
            found_source="b:1",
        )
        assert made.agrees == (expected == found)
        assert made.harmless or not made.agrees


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (whole("14869888.48"), "tokens", "14869888.48"),
        (14, "count", "14"),
        (True, "text", "yes"),
        (False, "text", "no"),
        (Decimal("62292.7100"), "USD", "62292.71"),
        (Decimal("1E+3"), "USD", "1000"),
        ("2022-03-02", "UTC", "2022-03-02"),
    ],
)
def test_values_are_written_with_exact_digits(value: CauseValue, unit: str, text: str) -> None:
    assert value_text(value, unit) == text
