import io
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from secretariat.facts.tables import COUNT, TOKENS, USD, Unit
from secretariat.formats import parquet
from tests.formats.invented import HOSTILE, HUGE, empty, hostile, kinds, made, tables

pa = pytest.importorskip("pyarrow", reason="the extra lake is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="the extra lake is not installed")


def read(content: bytes) -> Any:
    return pq.read_table(io.BytesIO(content))


def test_every_kind_comes_back_exactly() -> None:
    table = read(parquet.render(kinds()))
    assert table.schema.field("stake").type == pa.decimal128(38, 10)
    assert table.schema.field("votes").type == pa.int64()
    assert table.schema.field("usd").type == pa.decimal128(38, 12)
    assert table.schema.field("at").type == pa.string()
    assert table.schema.field("paid").type == pa.bool_()
    plain, nothing, extreme = table.to_pylist()
    assert plain["stake"] == Decimal("14869888.48")
    assert plain["at"] == "2021-06-22"
    assert set(list(nothing.values())[:-1]) == {None}
    assert extreme["stake"] == -Decimal(HUGE) / 10**10
    assert extreme["usd"] == Decimal("-0.000000000001")
    assert extreme["paid"] is False


@pytest.mark.parametrize(
    ("unit", "value", "kind"),
    [
        (COUNT, 2**63 - 1, pa.int64()),
        (COUNT, 2**63, pa.decimal128(38, 0)),
        (COUNT, 10**60, pa.decimal256(76, 0)),
        (COUNT, 10**90, pa.string()),
        (TOKENS, 10**38 - 1, pa.decimal128(38, 10)),
        (TOKENS, 10**38, pa.decimal256(76, 10)),
        (TOKENS, -(10**80), pa.string()),
        (USD, Decimal("1E-15"), pa.decimal128(38, 15)),
        (USD, Decimal("1E-80"), pa.string()),
    ],
)
def test_types_grow_with_the_digits(unit: Unit, value: int | Decimal, kind: Any) -> None:
    table = read(parquet.render(made("wide", {"figure": unit}, (value,), (None,))))
    assert table.schema.field("figure").type == kind
    found = Fraction(table.column("figure").to_pylist()[0])
    assert found * (10**10 if unit is TOKENS else 1) == Fraction(value)


def test_the_dictionary_is_in_the_metadata() -> None:
    table = read(parquet.render(kinds()))
    assert table.schema.field("stake").metadata == {
        b"description": b"What stake is.",
        b"unit": b"tokens",
        b"type": b"amount",
        b"source": b"the column stake",
    }
    assert table.schema.metadata[b"as_of"] == b"2022-03-02"


def test_hostile_texts_and_empty_tables_are_written() -> None:
    assert read(parquet.render(hostile())).num_rows == len(HOSTILE)
    assert read(parquet.render(empty())).column_names == ["chain", "amount"]


def test_equal_tables_give_equal_bytes() -> None:
    for built in tables():
        assert parquet.render(built) == parquet.render(built)
