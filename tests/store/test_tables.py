"""Published tables in the store: what goes in comes out, asked by name and by value."""

from decimal import Decimal

import pytest
from sqlalchemy import text

from secretariat.facts.tables import BLOCK, MOMENT, TEXT, TOKENS, USD, YES_NO, Built, Flowing, Heading, Unit, Value
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.tables import TableUnknown, listing, load, load_all, replace_tables


def _heading(name: str, unit: Unit) -> Heading:
    return Heading(name=name, description=f"The {name}.", unit=unit, source="test", audience="public")


HEADINGS = (
    _heading("name", TEXT),
    _heading("block", BLOCK),
    _heading("amount", TOKENS),
    _heading("usd", USD),
    _heading("paid", YES_NO),
    _heading("at", MOMENT),
)
ROWS: tuple[tuple[Value, ...], ...] = (
    ("ada", 12, 10**30, Decimal("0.10"), True, "2021-06-22"),
    ("=cmd()", None, 0, None, False, "2021-06-22T00:00:01Z"),
    ("ada", 14, None, Decimal(-5), None, None),
)


def _built(
    name: str = "things", headings: tuple[Heading, ...] = HEADINGS, rows: tuple[tuple[Value, ...], ...] = ROWS
) -> Built:
    return Built(name=name, title="Things", description="All things.", headings=headings, rows=rows, as_of="2021-06-22")


def test_a_table_comes_back_as_it_was_built(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        replace_tables(connection, (_built(), _built("more-things")))
    with reading(engine) as connection:
        assert list(load_all(connection)) == [_built(), _built("more-things")]
        assert [row["name"] for row in listing(connection)] == ["things", "more-things"]


def test_a_table_may_come_row_by_row(store_url: str) -> None:
    flowing = Flowing(
        name="things",
        title="Things",
        description="All things.",
        headings=HEADINGS,
        rows=iter(ROWS * 700),
        as_of="2021-06-22",
    )
    engine = open_store(store_url)
    with writing(engine) as connection:
        replace_tables(connection, iter([_built("gone")]))
        replace_tables(connection, iter([flowing]))
    with reading(engine) as connection:
        assert list(load_all(connection)) == [_built(rows=ROWS * 700)]
        assert [(row["name"], row["row_count"]) for row in listing(connection)] == [("things", 2_100)]


@pytest.mark.parametrize(
    ("where", "rows"),
    [
        ({"name": "ada"}, [0, 2]),
        ({"name": "ada", "block": "14"}, [2]),
        ({"amount": "100000000000000000000"}, [0]),
        ({"usd": "0.1"}, [0]),
        ({"usd": ""}, [1]),
        ({"paid": "yes"}, [0]),
        ({"at": "2021-06-22"}, [0]),
        ({"name": "nobody"}, []),
    ],
)
def test_rows_are_asked_for_by_exact_value(store_url: str, where: dict[str, str], rows: list[int]) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        replace_tables(connection, (_built(),))
    with reading(engine) as connection:
        assert list(load(connection, "things", where).rows) == [ROWS[n] for n in rows]


@pytest.mark.parametrize(
    ("name", "where", "words"),
    [
        ("thing", {}, "Did you mean 'things'"),
        ("things", {"blok": "1"}, "Did you mean 'block'"),
        ("things", {"block": "many"}, "whole number"),
        ("things", {"paid": "perhaps"}, "yes or no"),
    ],
)
def test_a_wrong_question_is_answered_in_words(store_url: str, name: str, where: dict[str, str], words: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        replace_tables(connection, (_built(),))
    with reading(engine) as connection, pytest.raises(TableUnknown, match=words):
        load(connection, name, where)


def test_a_table_may_change_its_columns_and_go(store_url: str) -> None:
    engine = open_store(store_url)
    narrow = _built(headings=HEADINGS[:1], rows=(("ada",),))
    retyped = _built(headings=(_heading("name", BLOCK),), rows=((1,),))
    for tables in ((_built(),), (narrow,), (retyped,), ()):
        with writing(engine) as connection:
            replace_tables(connection, tables)
        with reading(engine) as connection:
            assert tuple(load_all(connection)) == tables
    with reading(engine) as connection, pytest.raises(TableUnknown, match="nothing is published yet"):
        load(connection, "things")


def test_replacing_equal_tables_keeps_the_sql_table(store_url: str) -> None:
    engine = open_store(store_url)
    if engine.dialect.name != "sqlite":
        return
    for _ in range(2):
        with writing(engine) as connection:
            replace_tables(connection, (_built(),))
        with reading(engine) as connection:
            sql = connection.execute(text("SELECT sql FROM sqlite_master WHERE name = 'table_things'")).scalar()
    assert sql is not None
    assert "STRICT" in sql
