"""A store of every earlier version opens, is upgraded, and still holds what it held."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from secretariat.desk.journal import first_broken
from secretariat.store import facts, journal, live_rows
from secretariat.store.engine import _migrate, connect, open_store, reading, writing
from secretariat.store.schema import REVISION
from tests.databases import new_database
from tests.store.test_journal import REPLACING

VERSIONS = sorted((Path(__file__).parent / "versions").glob("*.sql"))


def test_the_present_revision_has_its_dumps() -> None:
    names = {path.name for path in VERSIONS}
    assert {f"{REVISION}.sqlite.sql", f"{REVISION}.postgresql.sql"} <= names


@pytest.mark.parametrize("dump", [path for path in VERSIONS if ".sqlite." in path.name], ids=lambda path: path.name)
def test_a_sqlite_store_is_upgraded(dump: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "store.db") as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    connection.close()
    _still_holds(f"sqlite:///{tmp_path}/store.db")


@pytest.mark.xdist_group("postgres")
@pytest.mark.parametrize("dump", [path for path in VERSIONS if ".postgresql." in path.name], ids=lambda path: path.name)
def test_a_postgresql_store_is_upgraded(dump: Path, postgres_url: str) -> None:
    engine = create_engine(connect(postgres_url).url)
    with engine.begin() as connection:
        connection.exec_driver_sql(dump.read_text(encoding="utf-8").replace("%", "%%"))
    engine.dispose()
    _still_holds(postgres_url)


def _still_holds(url: str) -> None:
    engine = open_store(url)
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(text(REPLACING[connection.dialect.name]))
    with reading(engine) as connection:
        assert sum(1 for _ in facts.load_records(connection)) > 50
        assert len(facts.load_problems(connection)) > 5
        entries = journal.entries(connection)
        assert len(entries) == 1
        assert first_broken(entries) is None
        assert journal.problem_decisions(connection)[0].why == "An example of a decision."


@pytest.mark.parametrize("postgres", [False, pytest.param(True, marks=pytest.mark.xdist_group("postgres"))])
def test_what_was_known_of_live_rows_stays(postgres: bool, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue("postgres_url") if postgres else f"sqlite:///{tmp_path}/store.db"
    engine = create_engine(connect(url).url)
    dump = Path(__file__).parent / "versions" / f"0003.{'postgresql' if postgres else 'sqlite'}.sql"
    statements = dump.read_text(encoding="utf-8")
    if postgres:
        with engine.begin() as connection:
            connection.exec_driver_sql(statements.replace("%", "%%"))
            connection.exec_driver_sql("SET search_path TO public")
            _put_live_rows(connection)
    else:
        with sqlite3.connect(tmp_path / "store.db") as file:
            file.executescript(statements)
        file.close()
        with engine.begin() as connection:
            _put_live_rows(connection)
    engine.dispose()
    with reading(open_store(url)) as connection:
        path = "query-node/workers"
        assert live_rows.digests_of(connection, path, "worker", ["a", "b", "c"]) == {"a": "1", "b": "2"}
        assert live_rows.keys_of(connection, path) == {"a", "b"}
        assert live_rows.keys_of(connection, path, only_open=True) == {"b"}


def _put_live_rows(connection: Connection) -> None:
    """Put a list of the query node into a store of revision 0003; its row c is known by no digest."""
    connection.execute(text("INSERT INTO documents VALUES (99, 'query-node/workers', 'query-node', '')"))
    for number, key in enumerate("abc"):
        connection.execute(
            text(
                "INSERT INTO records (id, document_id, kind, key, line, body) VALUES (:id, 99, 'worker', :key, 5, '{}')"
            ),
            {"id": 9_000 + number, "key": key},
        )
    for name, key, digest, is_open in (("workers", "a", "1", 0), ("workers", "b", "2", 1), ("openings", "c", "3", 1)):
        connection.execute(
            text("INSERT INTO live_rows VALUES (:list, :key, :digest, :open)"),
            {"list": name, "key": key, "digest": digest, "open": is_open},
        )


def test_a_new_sqlite_store_is_what_the_migrations_come_to(tmp_path: Path) -> None:
    made = open_store(f"sqlite:///{tmp_path}/made.db")
    migrated = connect(f"sqlite:///{tmp_path}/migrated.db")
    _migrate(migrated)
    assert _sqlite(made) == _sqlite(migrated)
    assert len([sql for sql in _sqlite(made) if sql.count("CREATETRIGGER")]) == 3


@pytest.mark.xdist_group("postgres")
def test_a_new_postgresql_store_is_what_the_migrations_come_to(postgres_server: str) -> None:
    with new_database(postgres_server) as first, new_database(postgres_server) as second:
        made, migrated = open_store(first), connect(second)
        _migrate(migrated)
        assert _postgresql(made) == _postgresql(migrated)
        assert "journal_append_only" in str(_postgresql(made)["triggers"])
        made.dispose()
        migrated.dispose()


def _sqlite(engine: Engine) -> set[str]:
    """Give the words that made everything in a database, the columns in their order, and the revision it is at."""
    with reading(engine) as connection:
        words = connection.execute(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")).scalars()
        at = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        seen = inspect(connection)
        columns = {name: [column["name"] for column in seen.get_columns(name)] for name in seen.get_table_names()}
        return {*map(_parts, words), *(f"{name}: {found}" for name, found in columns.items()), at}


def _parts(sql: str) -> str:
    """Write a statement without spaces and its parts in one order: a column added later stands after the constraints."""
    return ",".join(sorted("".join(sql.split()).replace(")STRICT", ",STRICT").split(",")))


def _postgresql(engine: Engine) -> dict[str, object]:
    """Give what a database has of tables, constraints, indexes and triggers, and the revision it is at."""
    asked = {
        "triggers": "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "functions": "SELECT prosrc FROM pg_proc WHERE pronamespace = current_schema()::regnamespace",
        "indexes": "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()",
        "revision": "SELECT version_num FROM alembic_version",
        "columns": "SELECT table_name || ' ' || column_name || ' ' || data_type || is_nullable || coalesce(column_default, '')"
        " FROM information_schema.columns WHERE table_schema = current_schema()",
    }
    with reading(engine) as connection:
        found: dict[str, object] = {
            what: sorted(connection.execute(text(sql)).scalars()) for what, sql in asked.items()
        }
        seen = inspect(connection)
        for name in sorted(seen.get_table_names()):
            found[f"keys of {name}"] = (
                seen.get_pk_constraint(name),
                sorted(map(str, seen.get_foreign_keys(name))),
                sorted(map(str, seen.get_unique_constraints(name))),
            )
        return found
