"""Fixtures that every test may use: the data beside the checkout."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from tests.databases import NoPostgres, new_database, postgres

ROOT = Path(__file__).parent.parent

settings.register_profile("fixed", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "fixed")
)  # the same examples in every run; default: others each time

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that starts the tests in the background lets them ignore Ctrl-C, and what they start inherits it: some are stopped by it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


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


def missing(part: str, how: str) -> NoReturn:
    """Skip by name because a part is not on this machine; with CI=true that is a failure."""
    reason = f"{part} is not here: {how}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def webhook_of_the_council(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give Discord's place ``council`` a webhook, at a port of this machine where nothing listens."""
    monkeypatch.setenv("SECRETARIAT_DISCORD_WEBHOOK_COUNCIL", "http://127.0.0.1:9/api/webhooks/1/secret")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Give the address of a real PostgreSQL; skips by name without one."""
    with ExitStack() as stack:
        try:
            address = stack.enter_context(postgres())
        except NoPostgres as error:
            missing("PostgreSQL", str(error))
        yield address


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Give the address of a new, empty database."""
    with new_database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.xdist_group("postgres"))])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a new store, on SQLite and again on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store.db"
    url: str = request.getfixturevalue("postgres_url")
    return url
