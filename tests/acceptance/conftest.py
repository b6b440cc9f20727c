"""One import of the community's archives beside the checkout, shared by the tests that ask about it."""

from pathlib import Path

import pytest

from tests.acceptance.community import Community, Shared, imported


@pytest.fixture(scope="session")
def archive(shared: Shared) -> Path:
    """Give the copy of the community repository beside the checkout."""
    return shared("data/community-repo")


@pytest.fixture(scope="session")
def community(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Community:
    """Import the archives by command into a new store."""
    return imported(archive, tmp_path_factory.mktemp("community") / "store")
