"""Live sources with a folder or a store that may not be written to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.child import watched

CONFIG = '[chain]\nurls = ["http://127.0.0.1:9"]\n[wire]\nattempts = 1\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "desk"
    made.mkdir()
    (made / "secretariat.toml").write_text(CONFIG, encoding="utf-8")
    return made


def test_a_closed_folder_is_said_with_what_to_do(folder: Path, unprivileged: Callable[[], None]) -> None:
    folder.chmod(0o555)
    said = watched("doctor", folder=folder, before=unprivileged)
    assert said.code == 1
    assert f"FAILED  disk: {folder} may not be written to\n        Change its permissions, or choose" in said.said
    ended = watched("sync", folder=folder, before=unprivileged)
    assert (ended.code, ended.said) == (2, "")
    assert "Change the permissions of its file and folder, or choose another [store] url." in ended.complained
    assert "secretariat init" not in ended.complained
    assert watched("status", folder=folder, before=unprivileged).code == 1
    init = watched("init", "--out", "other.toml", folder=folder, before=unprivileged)
    assert (init.code, "cannot be used: Permission denied" in init.complained) == (2, True)


@pytest.mark.parametrize("closed", [0o555, 0o755], ids=["folder-too", "file-only"])
def test_a_store_that_may_only_be_read_is_named_as_it_was_configured(
    folder: Path, unprivileged: Callable[[], None], closed: int
) -> None:
    assert watched("sync", folder=folder).code == 1
    (folder / "secretariat.db").chmod(0o444)
    folder.chmod(closed)
    said = watched("doctor", folder=folder, before=unprivileged).said
    (line,) = (line for line in said.splitlines() if line.startswith("FAILED  store: "))
    assert line.endswith("secretariat.db may only be read: nothing new can be kept")
    assert "immutable" not in said
    ended = watched("sync", folder=folder, before=unprivileged)
    assert ended.code == 2
    assert "It may only be read." in ended.complained
    assert "immutable" not in ended.complained
