"""Fixtures that every test may use: the data beside the checkout."""

import os
from collections.abc import Callable
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
