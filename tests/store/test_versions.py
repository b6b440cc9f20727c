"""A store of every earlier version opens, is upgraded, and still holds what it held."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from secretariat.desk.journal import first_broken
from secretariat.store import facts, journal
from secretariat.store.engine import connect, open_store, reading
from secretariat.store.schema import REVISION

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
    with reading(open_store(url)) as connection:
        assert sum(1 for _ in facts.load_records(connection)) > 50
        assert len(facts.load_problems(connection)) > 5
        entries = journal.entries(connection)
        assert len(entries) == 1
        assert first_broken(entries) is None
        assert journal.problem_decisions(connection)[0].why == "An example of a decision."
