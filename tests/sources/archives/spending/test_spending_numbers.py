"""Number cells: one exact figure, or the damage in words."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.archives.spending.numbers import Unit, commas_group, read_figure


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("5000000", "tokens", "5000000"),
        ("0.0000258", "rate", "0.0000258"),
        ("2.58E-05", "rate", "0.0000258"),
        (".00003", "rate", "0.00003"),
        ("0,029", "rate", "0.029"),
        ("14869,48", "tokens", "14869.48"),
        ("1.500.000", "tokens", "1500000"),
        ("1.500.000,5", "tokens", "1500000.5"),
        ("1,500,000.5", "tokens", "1500000.5"),
        ("385 000 tJOY", "tokens", "385000"),
        ("JOY 385", "tokens", "385"),
        ("0.00003 USD", "rate", "0.00003"),
        ("US$ 12.50", "usd", "12.50"),
        ("'400", "usd", "400"),
        ("12,345", "tokens", "12345"),
        ("9" * 28, "tokens", "9" * 28),
    ],
)
def test_one_reading(text: str, unit: Unit, value: str) -> None:
    figure = read_figure(text, unit, grouped=True)
    assert (figure.value, figure.damage) == (Decimal(value), "")


@pytest.mark.parametrize("text", ["", " ", "-", "n/a", "None"])
def test_nothing(text: str) -> None:
    figure = read_figure(text, "usd", grouped=True)
    assert (figure.value, figure.damage) == (None, "")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Jan-44", "tokens"),
        ("12-Okt", "tokens"),
        ("44 May 2021", "usd"),
        ("03.04.2021", "usd"),
        ("2021-03", "usd"),
        ("1/2", "usd"),
        ("12:30", "usd"),
        ("#DIV/0!", "usd"),
        ("########", "tokens"),
        ("1.2E+07", "tokens"),
        ("400 JOY", "usd"),
        ("$400", "tokens"),
        ("$", "usd"),
        ("5M", "tokens"),
        ("(400)", "usd"),
        ("ada_l", "tokens"),
        ("9" * 29, "tokens"),
        ("0.00000000001", "tokens"),
        ("1" * 200, "usd"),
    ],
)
def test_no_reading(text: str, unit: Unit) -> None:
    figure = read_figure(text, unit, grouped=True)
    assert figure.value is None
    assert figure.damage


def test_two_readings_where_the_file_does_not_show_its_decimal_point() -> None:
    figure = read_figure("385,000", "tokens", grouped=False)
    assert figure.value is None
    assert figure.candidates == (Decimal(385), Decimal(385000))


@pytest.mark.parametrize(
    ("cells", "expected", "grouped"),
    [
        (["0.5", "1,234"], False, True),
        (["0,5", "1,234"], True, False),
        (["0,5", "0.5"], True, False),
        (["1,234", "17"], True, True),
        (["1,234", "17"], False, False),
        (["1.234,5"], True, False),
        (["1,234.5"], False, True),
    ],
)
def test_what_a_files_own_figures_show(cells: list[str], expected: bool, grouped: bool) -> None:
    assert commas_group(cells, expected=expected) is grouped


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=10**12),
    st.sampled_from(["tokens", "usd", "rate"]),
)
def test_a_plain_decimal_is_read_exactly(value: Decimal, unit: Unit) -> None:
    assert read_figure(f"{value:f}", unit, grouped=True).value == value
    assert read_figure(f"{value:,f}", unit, grouped=True).value == value


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(max_size=90), st.booleans())
def test_never_raises_and_never_guesses(text: str, grouped: bool) -> None:
    figure = read_figure(text, "tokens", grouped=grouped)
    assert figure.value is None or not figure.damage
