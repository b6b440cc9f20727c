"""Opening a store: new, again, somebody else's, a newer one, an unreachable one."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from secretariat.store.engine import StoreUnusable, open_store, reading, writing
from secretariat.store.schema import METADATA, REVISION


def test_a_new_store_gets_every_table_of_the_schema(store_url: str) -> None:
    engine = open_store(store_url)
    assert set(METADATA.tables) < set(inspect(engine).get_table_names())
    for name, table in METADATA.tables.items():
        assert [column["name"] for column in inspect(engine).get_columns(name)] == [c.name for c in table.columns]


def test_opening_again_changes_nothing(store_url: str) -> None:
    open_store(store_url).dispose()
    with reading(open_store(store_url)) as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == REVISION


def test_a_database_of_something_else_is_left_alone(store_url: str) -> None:
    url = store_url
    with create_engine(url).begin() as connection:
        connection.execute(text("CREATE TABLE invoices (id INTEGER)"))
    with pytest.raises(StoreUnusable, match="something else"):
        open_store(url)
    assert inspect(create_engine(url)).get_table_names() == ["invoices"]


def test_a_newer_store_is_refused_with_what_to_do(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnusable, match="Install the newer version"):
        open_store(store_url)


def test_a_failed_write_leaves_no_trace(store_url: str) -> None:
    engine = open_store(store_url)
    with pytest.raises(RuntimeError), writing(engine) as connection:
        connection.execute(text("INSERT INTO documents (path, format, sha256) VALUES ('a', 'b', 'c')"))
        raise RuntimeError
    with reading(engine) as connection:
        assert connection.execute(text("SELECT count(*) FROM documents")).scalar() == 0


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("not an address", "not a database address"),
        ("mysql://localhost/x", "SQLite or PostgreSQL, not mysql"),
        ("mssql+pyodbc://localhost/x", "SQLite or PostgreSQL, not mssql"),
        ("nosuch://localhost/x", "SQLite or PostgreSQL, not nosuch"),
        ("sqlite:////nowhere-at-all/x.db", "does not exist"),
        ("postgresql://127.0.0.1:1/none?connect_timeout=1", "cannot be used"),
        ("postgres://ada:hunter2@host:port/x", "not a database address"),
    ],
)
def test_an_unusable_address_is_said_in_words(url: str, words: str) -> None:
    with pytest.raises(StoreUnusable, match=words):
        open_store(url)


def test_a_file_that_is_no_database_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("this is a letter, not a database\n" * 100)
    with pytest.raises(StoreUnusable, match="not a database"):
        open_store(f"sqlite:///{tmp_path}/x.db")


def test_a_password_in_a_mistyped_address_is_not_repeated() -> None:
    with pytest.raises(StoreUnusable) as caught:
        open_store("postgres://ada:hunter2@host:port/x")
    assert "hunter2" not in str(caught.value)


def test_a_reader_sees_one_state_while_another_writes(store_url: str) -> None:
    engine, other = open_store(store_url), open_store(store_url)
    count = text("SELECT count(*) FROM documents")
    with reading(engine) as connection:
        before = connection.execute(count).scalar()
        with writing(other) as second:
            second.execute(text("INSERT INTO documents (path, format, sha256) VALUES ('a', 'b', 'c')"))
        assert connection.execute(count).scalar() == before
    with reading(engine) as connection:
        assert connection.execute(count).scalar() == 1
