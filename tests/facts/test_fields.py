"""Values as people type and read them."""

from decimal import Decimal

import pytest

from secretariat.facts.fields import FieldType, field_types, text_of_value, value_from_text, written_out
from secretariat.facts.kinds import CLASSES
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.terms import TermFigures


def test_every_field_of_every_fact_has_a_type() -> None:
    for cls in CLASSES:
        assert field_types(cls)
    assert field_types(SpendingRow)["amount_minted"] == "amount"
    assert field_types(SpendingRow)["reimbursed"] == "boolean"
    assert field_types(TermFigures)["started_at"] == "moment"
    assert field_types(TermFigures)["rate_end"] == "decimal"


@pytest.mark.parametrize(
    ("type_", "typed", "value", "shown"),
    [
        ("amount", "14869888.48", 148698884800000000, "14869888.48"),
        ("amount", "1,000,000", 10**16, "1000000"),
        ("amount", "1,234,567.5", 12345675 * 10**9, "1234567.5"),
        ("amount", "-12,500", -125 * 10**12, "-12500"),
        ("amount", "1_000_000", 10**16, "1000000"),
        ("integer", "4,698,000", 4698000, "4698000"),
        ("decimal", "1,234.00002", Decimal("1234.00002"), "1234.00002"),
        ("decimal", "0.00002", Decimal("0.00002"), "0.00002"),
        ("integer", "46", 46, "46"),
        ("decimal", "20.540", Decimal("20.54"), "20.54"),
        ("boolean", "yes", True, "yes"),
        ("moment", "2022-03-02", "2022-03-02", "2022-03-02"),
        ("moment", "2022-03-02T21:00:00+01:00", "2022-03-02T20:00:00Z", "2022-03-02T20:00:00Z"),
        ("text", " ada ", "ada", "ada"),
        ("text", "", None, ""),
        ("amount", "", None, ""),
    ],
)
def test_a_value_is_read_and_shown(type_: FieldType, typed: str, value: object, shown: str) -> None:
    assert value_from_text(type_, typed) == value
    assert text_of_value(type_, value) == shown


@pytest.mark.parametrize(
    ("type_", "typed"),
    [
        ("amount", "2.000M"),
        ("amount", "0.00000000001"),
        ("amount", "NaN"),
        ("integer", "4.5"),
        ("decimal", "Infinity"),
        ("decimal", "1e999999999"),
        ("amount", "1e999999999"),
        ("amount", "1" + "0" * 28),
        ("integer", "9223372036854775808"),
        ("boolean", "maybe"),
        ("moment", "22.10.2021"),
        ("moment", "2021-02-30"),
        ("other", "x"),
    ],
)
def test_a_wrong_value_is_refused(type_: FieldType, typed: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        value_from_text(type_, typed)


@pytest.mark.parametrize("type_", ["amount", "integer", "decimal"])
@pytest.mark.parametrize(
    "typed",
    ["12,5", "1.234,56", "0,00002", "1,5,0", "1,0000", "12,34,567", "1234,567", "0,500", ",500", "1,234,", "1_5", "1,5M",
     "1,234.567,8", "1.5,000", "1,23_000", "-3,5", "1,234_567"],
)  # fmt: skip
def test_a_comma_that_is_not_between_groups_of_three_digits_is_refused_with_how_to_write_it(
    type_: FieldType, typed: str
) -> None:
    with pytest.raises(ValueError, match=r"between whole groups of three digits.*1,234,567\.5"):
        value_from_text(type_, typed)
    assert written_out(typed) == typed


@pytest.mark.parametrize(
    ("type_", "most", "more", "words"),
    [
        ("amount", "9" * 28 + "." + "9" * 10, "1" + "0" * 28, "28 digits"),
        ("integer", str(2**63 - 1), str(2**63), "9,223,372,036,854,775,807"),
        ("decimal", "9" * 41, "1" + "0" * 41, "41 digits"),
    ],
)
def test_the_largest_number_is_taken_and_a_larger_one_is_told_the_limit(
    type_: FieldType, most: str, more: str, words: str
) -> None:
    assert text_of_value(type_, value_from_text(type_, most)) == most
    with pytest.raises(ValueError, match=words):
        value_from_text(type_, more)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("2M", "2000000"),
        ("1.5m", "1500000"),
        (" 600k ", "600000"),
        ("1,250 K", "1250000"),
        ("-3k", "-3000"),
        ("0.00000000000000000000000000000000000001M", "0.00000000000000000000000000000001"),
        ("1,5M", "1,5M"),  # a decimal comma or thousands: nobody can tell
        ("0,600k", "0,600k"),
        ("2MM", "2MM"),
        ("2000000", "2000000"),
        ("k", "k"),
        ("", ""),
    ],
)
def test_thousands_and_millions_are_written_out(typed: str, written: str) -> None:
    assert written_out(typed) == written
