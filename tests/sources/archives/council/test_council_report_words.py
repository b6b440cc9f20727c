"""Amounts, statuses and lists of handles as council reports write them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.archives.council.header import round_in
from secretariat.sources.archives.council.outcomes import APPROVED_ALONE, status_of
from secretariat.sources.archives.council.proposals import participants
from secretariat.sources.archives.reports.amounts import token_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("750000", 750000),
        ("1,234,567", 1234567),
        ("4076087 JOY", 4076087),
        ("12 tJOY", 12),
        ("900 tokens", 900),
        ("0", 0),
        ("12.5", Decimal("12.5")),
        ("8189365.00", 8189365),
    ],
)
def test_sure_amounts(text: str, value: Decimal | int) -> None:
    figure = token_figure(text)
    assert (figure.value, figure.repair, figure.doubt) == (value, "", "")


@pytest.mark.parametrize(
    ("text", "value", "spelled"),
    [
        ("123k", 123000, True),
        ("1.5M", 1500000, True),
        ("0.25 million", 250000, True),
        ("2 M", 2000000, True),
        ("1,5M", 1500000, True),
        ("1.234.567", 1234567, False),
        ("1 234 567", 1234567, False),
    ],
)
def test_amounts_with_one_reading_after_a_repair(text: str, value: int, spelled: bool) -> None:
    figure = token_figure(text)
    assert (figure.value, bool(figure.repair), figure.spelled) == (Decimal(value), True, spelled)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("2.000M", "may be 2,000,000 or 2,000,000,000"),
        ("385.000k", "may be 385,000 or 385,000,000"),
        ("1.000.000k", "may be 1,000,000 or 1,000,000,000"),
        ("500000k", "may be 500,000 or 500,000,000"),
        ("2.000M tokens", "may be 2,000,000 or 2,000,000,000"),
        ("385.000", "may be 385 or 385,000"),
        ("From 63700 to 58530", "not one number"),
        ("ada_l", "not one number"),
        ("9" * 40, "larger than 10^18, and than any amount of tokens there ever was"),
        ("1,2,3k", "not one number"),
    ],
)
def test_amounts_without_one_reading(text: str, doubt: str) -> None:
    figure = token_figure(text)
    assert (figure.value, figure.empty, figure.doubt) == (None, False, doubt)


@pytest.mark.parametrize("text", ["", "N/A", "n/a", "-"])
def test_no_amount(text: str) -> None:
    assert token_figure(text).empty


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(alphabet="0123456789.,kKmM JOYtoken-+eE²٣", max_size=80))
def test_an_amount_is_a_value_or_empty_or_in_doubt(text: str) -> None:
    figure = token_figure(text)
    assert (figure.value is not None) + figure.empty + bool(figure.doubt) == 1


@pytest.mark.parametrize(
    ("text", "outcome", "failure", "alias"),
    [
        ("Approved & Executed", "executed", None, False),
        ("Executed", "executed", None, False),
        ("Approved and Executed", "executed", None, True),
        ("Approved & executed successfully", "executed", None, True),
        ("Canceled", "canceled", None, False),
        ("Cancelled ", "canceled", None, True),
        ("Passed to next council", "passed-on", None, False),
        ("(passed to next council)", "passed-on", None, True),
        ("Carried on to next council", "passed-on", None, True),
        ("Pending (carried to next council)", "passed-on", None, True),
        ("ExecutionFailed (NotEnoughCapacity)", "execution-failed", "NotEnoughCapacity", False),
        ("Execution failed (ExecutionFailed)", "execution-failed", "ExecutionFailed", False),
        ("Approved & Execution Failed", "execution-failed", None, True),
        ("Failed (NotEnoughCapacity)", "execution-failed", "NotEnoughCapacity", True),
        ("Passed (execution failed: empty mint)", "execution-failed", "execution failed: empty mint", True),
        ("Passed (cancelled during grace period)", "canceled", None, True),
        ("Execution Pending", "pending", None, False),
        ("Active", "active", None, False),
        ("Rejected", "rejected", None, False),
        ("Slashed", "slashed", None, False),
        ("Expired", "expired", None, False),
        ("Vetoed", "vetoed", None, True),
        ("Approved", APPROVED_ALONE, None, True),
    ],
)
def test_statuses(text: str, outcome: str, failure: str | None, alias: bool) -> None:
    status = status_of(text)
    assert status is not None
    assert (status.outcome, status.failure, status.alias) == (outcome, failure, alias)


@pytest.mark.parametrize("text", ["banana", "Not approved", "not executed", "Failed", "Expired or rejected"])
def test_statuses_that_name_no_outcome(text: str) -> None:
    status = status_of(text)
    assert status is not None
    assert status.outcome is None


def test_no_status() -> None:
    assert status_of("") is None
    assert status_of("N/A") is None


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("@ada_l, @bert, @dmitri_77", ("ada_l", "bert", "dmitri_77")),
        ("@ada_l,@bert,", ("ada_l", "bert")),
        ("@ada_l, cleo, @bert.", ("ada_l", "cleo", "bert")),
        ("@ada_l, @ada_l", ("ada_l",)),
        ("", ()),
        ("N/A", ()),
        ("(next council)", ()),
        ("passed to next council", ()),
        ("(there is a defect, so nobody can be seen)", ()),
    ],
)
def test_participants(text: str, handles: tuple[str, ...]) -> None:
    assert participants(text) == handles


@pytest.mark.parametrize(
    ("text", "number"), [("#48", 48), ("48", 48), ("#20/21", 21), ("7+8", 8), ("#x", None), ("", None), ("#", None)]
)
def test_rounds(text: str, number: int | None) -> None:
    assert round_in(text) == number
