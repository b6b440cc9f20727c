"""Amounts and exact numbers survive both databases without losing a digit."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Table, insert, select

from secretariat.store.engine import open_store, reading, writing
from secretariat.store.types import Amount, Exact, Flag, LongInteger

TABLE = Table(
    "kept",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("amount", Amount),
    Column("exact", Exact),
    Column("flag", Flag),
    Column("long", LongInteger),
    sqlite_strict=True,
)


@settings(deadline=None, max_examples=25, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(
            st.integers(-(10**38), 10**38) | st.just(10**30),
            st.decimals(allow_nan=False, allow_infinity=False, places=12, min_value=-(10**20), max_value=10**20),
            st.booleans() | st.none(),
            st.integers(-(2**63), 2**63 - 1),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_every_value_comes_back_as_it_went(store_url: str, rows: list[tuple[int, Decimal, bool | None, int]]) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        TABLE.drop(connection, checkfirst=True)
        TABLE.create(connection)
        values = [{"amount": a, "exact": e, "flag": f, "long": n} for a, e, f, n in rows]
        connection.execute(insert(TABLE), values)
    with reading(engine) as connection:
        query = select(TABLE.c.amount, TABLE.c.exact, TABLE.c.flag, TABLE.c.long).order_by(TABLE.c.id)
        assert [tuple(row) for row in connection.execute(query)] == rows
    engine.dispose()


@pytest.mark.parametrize("value", [1.5, True, "12"])
def test_an_amount_is_never_anything_but_an_int(value: object) -> None:
    with pytest.raises(TypeError):
        Amount().process_bind_param(value, None)  # type: ignore[arg-type]


def test_an_exact_number_is_never_a_float() -> None:
    with pytest.raises(TypeError):
        Exact().process_bind_param(0.1, None)  # type: ignore[arg-type]
