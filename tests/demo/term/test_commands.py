"""The public commands, one after the other in one process: none leaves its store open."""

import gc
from contextlib import suppress
from pathlib import Path

import pytest

from secretariat.cli.term.commands import command

EXAMPLE = (
    Path(__file__).parents[3] / "src" / "secretariat" / "demo" / "archive" / "archives" / "council" / "jsg_requests.md"
)


OPEN = Path("/proc/self/fd")


def open_files(name: str) -> int:
    """Count what this process has open of a file; what closes meanwhile is passed over."""
    found = 0
    for one in OPEN.iterdir():
        with suppress(OSError):
            found += one.readlink().name == name
    return found


@pytest.mark.skipif(not OPEN.is_dir(), reason="open files are listed by Linux alone")
def test_a_store_is_closed_when_its_command_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jsg_requests.md").write_bytes(EXAMPLE.read_bytes())
    for words in (("import", "jsg_requests.md"), ("problems", "--json"), ("status", "--json")):
        command(*words)
        assert (tmp_path / "secretariat.db").exists()
        assert open_files("secretariat.db") == 0


def test_what_a_sync_sets_apart_is_not_kept_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert command("sync").code == 2
    assert gc.get_freeze_count() == 0
