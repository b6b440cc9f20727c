"""Open the store: a SQLite file or a PostgreSQL database, migrated to the newest schema."""

import atexit
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote
from weakref import WeakSet

from sqlalchemy import Connection, Engine, Executable, Table, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, ProgrammingError

from secretariat.errors import SecretariatError
from secretariat.store.schema import METADATA, REVISION, as_on_postgresql
from secretariat.store.triggers import APPEND_ONLY

BUSY_MILLISECONDS = 10_000
ROWS_AT_ONCE = 1000

_BACKENDS = ("sqlite", "postgresql")

_ADVICE = {
    "locked": "Another import or decision is writing to it. Wait for it and try again; nothing was changed.",
    "lock timeout": "Another import or decision is writing to it. Wait for it and try again; nothing was changed.",
    "disk is full": "Nothing was changed. Make room on the disk and try again.",
    "no space left": "Nothing was changed. Make room on the disk and try again.",
    "disk i/o": "Nothing was changed. Look whether its disk is full, limited or broken, and try again.",
    "readonly": "It may only be read. Change the permissions of its file and folder, or choose another [store] url.",
    "read-only": "It may only be read. Ask for the right to write, or choose another [store] url.",
    "unable to open": "Change the permissions of its file and folder, or choose another [store] url.",
    "not a database": "Put a copy of it in place, or choose another [store] url and import the archives again.",
    "malformed": "It is damaged. Put a copy of it in place, or choose another [store] url and import the archives again.",
}
"""What to do, by words in a database's own reason in lower case; the first that fits."""

_OTHER_ADVICE = "Nothing was changed. See that it can be reached, and try again."


_VERSIONS = """
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))
"""
"""Where Alembic keeps the revision of the schema."""

_OPEN: WeakSet[Engine] = WeakSet()


@atexit.register
def close_stores() -> None:
    """Close every store, as when the program ends: SQLite then clears away the files that it keeps beside one.

    A store that is used again opens anew.
    """
    for engine in tuple(_OPEN):
        engine.dispose()


class StoreUnusable(SecretariatError):
    """The store cannot be opened, is not ours, or comes from a newer version."""


def open_store(url: str) -> Engine:
    """Open the store at a SQLAlchemy URL: make its tables where there are none, or bring them up to date.

    Raises StoreUnusable when it cannot be reached, is not a store of this program, or is newer than this program.
    """
    engine = connect(url)
    with reading(engine) as connection:
        new, revision = not _tables(connection), _revision(connection)
    if new:
        _make(engine)
    elif revision != REVISION:
        _migrate(engine)
    return engine


def connect(url: str) -> Engine:
    """Make the engine without looking into the store. Raises StoreUnusable for an address that is none."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "postgres":
            parsed = parsed.set(drivername="postgresql")
        if parsed.get_backend_name() not in _BACKENDS:
            raise StoreUnusable(
                f"The store is SQLite or PostgreSQL, not {parsed.get_backend_name()}. Change [store] url, for example to"
                " sqlite:///secretariat.db or postgresql://user@host/database."
            )
        if parsed.get_backend_name() == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(parsed)
    except (ArgumentError, ValueError) as error:
        # The address itself is not repeated: it may hold a password.
        raise StoreUnusable("[store] url is not a database address. Example: sqlite:///secretariat.db") from error
    except ModuleNotFoundError as error:
        raise StoreUnusable(
            "PostgreSQL needs one more package: install secretariat[postgres], or use sqlite:///secretariat.db."
        ) from error
    if engine.dialect.name == "sqlite":
        _folder_exists(parsed)
        if _only_readable(parsed.database):
            query = {"uri": "true", "mode": "ro", "immutable": "1"}
            place = quote(Path(str(parsed.database)).absolute().as_posix())
            engine = create_engine(parsed.set(database=f"file:{place}", query=query))
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    _OPEN.add(engine)
    return engine


def shown_store(engine: Engine) -> str:
    """Write a store's address as messages show it: without its password."""
    return _shown(engine.url)


def sqlite_file(url: str) -> Path | None:
    """Give the file of a SQLite address; None for one in memory, on a server, or that is no address."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        return None
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return Path(parsed.database)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one consistent state and changes nothing. Raises StoreUnusable with what to do."""
    # PostgreSQL's usual isolation shows what others commit in between; SQLite's write-ahead log never does.
    options = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with _told(engine), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def reading_damaged(engine: Engine) -> Iterator[Connection]:
    """Give a connection as ``reading`` does, for who tells what is damaged: text of SQLite that is no UTF-8 is read with U+FFFD in it."""
    with reading(engine) as connection:
        raw: Any = connection.connection.driver_connection
        if engine.dialect.name != "sqlite":
            yield connection
            return
        before, raw.text_factory = raw.text_factory, lambda given: given.decode(errors="replace")
        try:
            yield connection
        finally:
            raw.text_factory = before


@contextmanager
def writing(engine: Engine, *, alone: bool = True) -> Iterator[Connection]:
    """Give a connection in the one transaction that may write now; commits at the end, rolls back on any error.

    A second writer waits up to ten seconds; then, and when the store fails (a full disk, a server that goes away),
    StoreUnusable says what to do. Not ``alone`` is for one conditional update: PostgreSQL lets it in beside another writer.
    """
    with _told(engine), engine.connect().execution_options(secretariat_writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = {BUSY_MILLISECONDS}"))
            if alone:
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('secretariat'))"))
        yield connection


def execute_in_parts(connection: Connection, statement: Executable, rows: Iterable[Mapping[str, Any]]) -> None:
    """Execute a statement once for every row; given in parts, as all rows at once would stand in memory several times."""
    waiting = iter(rows)
    while part := list(islice(waiting, ROWS_AT_ONCE)):
        connection.execute(statement, part)


def insert_rows(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[tuple[str | int | None, ...]]
) -> None:
    """Insert rows of texts and whole numbers, given in parts and handed to the driver as they are.

    What SQLAlchemy works out for each row takes longer than the database does.
    """
    quoted = [connection.dialect.identifier_preparer.quote(name) for name in (table.name, *names)]
    mark = "?" if connection.dialect.positional else "%s"
    statement = f"INSERT INTO {quoted[0]} ({', '.join(quoted[1:])}) VALUES ({', '.join([mark] * len(names))})"  # noqa: S608
    waiting = iter(rows)
    while part := list(islice(waiting, ROWS_AT_ONCE)):
        connection.exec_driver_sql(statement, part)


@contextmanager
def _told(engine: Engine) -> Iterator[None]:
    """Turn a failure of the store itself into words; a defect in what is asked of it stays an error of the driver."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error, IntegrityError | ProgrammingError | DataError):
            raise
        reason = _reason(error)
        advice = next((advice for words, advice in _ADVICE.items() if words in reason.lower()), _OTHER_ADVICE)
        raise StoreUnusable(f"The store {_shown(engine.url)} cannot be used ({reason}). {advice}") from error


def _folder_exists(url: URL) -> None:
    name = url.database
    if name and name != ":memory:" and not Path(name).absolute().parent.is_dir():
        raise StoreUnusable(f"The folder of the store {name} does not exist. Make it, or change [store] url.")


def _only_readable(name: str | None) -> bool:
    """Tell whether a file and its folder may only be read and no one is writing.

    SQLite makes files beside the store even to read it; only for one that is declared unchangeable it does not.
    """
    if not name or name == ":memory:" or name.startswith("file:") or not Path(name).is_file():
        return False
    closed = not (os.access(name, os.W_OK) or os.access(Path(name).absolute().parent, os.W_OK))
    return closed and not Path(f"{name}-wal").exists()


def _set_up_sqlite(connection: Any, record: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy's begin event opens transactions, not the driver
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:
        return  # a read-only folder: reading works without the write-ahead log


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("secretariat_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _revision(connection: Connection) -> str | None:
    names = _tables(connection)
    if "alembic_version" not in names:
        if names:
            raise StoreUnusable(
                f"{_shown(connection.engine.url)} is a database of something else. Choose another [store] url."
            )
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision is not None and str(revision) > REVISION:
        raise StoreUnusable(
            f"The store is at schema {revision}; this version knows schemas up to {REVISION}. Install the newer version."
        )
    return None if revision is None else str(revision)


def _tables(connection: Connection) -> set[str]:
    if connection.dialect.name == "sqlite":
        sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    else:
        sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
    return {str(name) for (name,) in connection.execute(text(sql))}


def _make(engine: Engine) -> None:
    """Make a new store as its schema is now: the migrations would come to the same, and their tool takes longer to load."""
    with writing(engine) as connection:
        if _tables(connection):
            return  # another process made it meanwhile
        of_tables = as_on_postgresql() if connection.dialect.name == "postgresql" else METADATA
        of_tables.create_all(connection, checkfirst=False)
        for statement in APPEND_ONLY[connection.dialect.name]:
            connection.execute(text(statement))
        connection.execute(text(_VERSIONS))
        connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": REVISION})


def _migrate(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with writing(engine) as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def _shown(url: URL) -> str:
    if url.database and url.database.startswith("file:"):  # made here for a store that may only be read
        url = url.set(database=unquote(url.database.removeprefix("file:")), query={})
    return url.render_as_string(hide_password=True)


def _reason(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0] if error.orig else "unknown reason"
