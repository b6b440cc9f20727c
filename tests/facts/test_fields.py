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
        ("2MM", "2MM"),
        ("2000000", "2000000"),
        ("k", "k"),
        ("", ""),
    ],
)
def test_thousands_and_millions_are_written_out(typed: str, written: str) -> None:
    assert written_out(typed) == written
