"""Importing: new, again, newer, a part of it, broken, and two at once."""

import threading
from pathlib import Path

import pytest

from secretariat.facts.changes import RowChange
from secretariat.flow.ask import table, tables
from secretariat.flow.collect import Import, NothingRecognised, import_archive
from secretariat.flow.context import Context
from secretariat.sources.archives.walk import ArchiveNotFound
from tests.flow.archives import LEDGER, LEDGER_PATH, context, write


def _import(made: Context, root: Path, *, dry_run: bool = False) -> Import:
    return import_archive(made, root, dry_run=dry_run)


def _rows(done: Import, change: str) -> list[RowChange]:
    return [row for found in done.changes for row in found.rows if row.change == change]


def _everything(made: Context) -> list[object]:
    return [table(made, str(row["name"])) for row in tables(made)]


def test_a_new_archive_is_added_and_published(store_url: str, tmp_path: Path) -> None:
    made = context(store_url)
    done = _import(made, write(tmp_path / "repo", {LEDGER_PATH: LEDGER, "notes.txt": "hello"}))
    assert [row.key for row in _rows(done, "added")] == ["antioch/1", "antioch/2", "antioch/3"]
    assert len(table(made, "spending").rows) == 3
    assert done.recognised == 1


def test_importing_twice_changes_nothing(store_url: str, tmp_path: Path) -> None:
    made = context(store_url)
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER})
    _import(made, root)
    before = _everything(made)
    done = _import(made, root)
    assert {row.change for found in done.changes for row in found.rows} == {"unchanged"}
    assert _everything(made) == before


def test_a_dry_run_tells_all_and_writes_nothing(store_url: str, tmp_path: Path) -> None:
    made = context(store_url)
    done = _import(made, write(tmp_path / "repo", {LEDGER_PATH: LEDGER}), dry_run=True)
    assert len(_rows(done, "added")) == 3
    assert tables(made) == ()


def test_a_newer_file_shows_its_differences_wherever_it_lies(store_url: str, tmp_path: Path) -> None:
    made = context(store_url)
    _import(made, write(tmp_path / "repo", {LEDGER_PATH: LEDGER}))
    newer = LEDGER.replace("Paint the door,Approved,2000000,2000000", "Paint the door,Approved,2000000,2000000.5")
    newer = newer.replace("Antioch,2,,,,,,,,,,\n", "") + "Antioch,4,A new one,Expired,5,0,,,Tools,,,\n"
    done = _import(made, write(tmp_path / "newer", {"spending_proposal_categories.csv": newer}))
    (changed,) = _rows(done, "changed")
    assert ("amount_minted", "2000000", "2000000.5") in changed.fields
    assert [row.key for row in _rows(done, "added")] == ["antioch/4"]
    assert [row.key for row in _rows(done, "removed")] == ["antioch/2"]
    numbers = [row[2] for row in table(made, "spending").rows]
    assert numbers == [1, 3, 4]


@pytest.mark.parametrize("content", [b"\x00\x01\x02binary", b"PK\x03\x04" + bytes(range(256)) * 40, b""])
def test_a_broken_newer_file_loses_nothing(store_url: str, tmp_path: Path, content: bytes) -> None:
    made = context(store_url)
    write(tmp_path / "repo", {LEDGER_PATH: LEDGER, "archives/council/jsg_requests.md": "x"})
    _import(made, tmp_path / "repo")
    write(tmp_path / "repo", {LEDGER_PATH: content, "archives/other.csv": LEDGER})
    _import(made, tmp_path / "repo")
    assert [row[2] for row in table(made, "spending").rows] == [1, 2, 3]
    found = table(made, "problems", {"file": LEDGER_PATH}).rows
    assert any("file-unreadable" in row for row in found)


@pytest.mark.parametrize(
    ("files", "error", "words"),
    [
        ({}, ArchiveNotFound, "no file or folder"),
        ({"empty/": ""}, ArchiveNotFound, "holds no file"),
        ({"letter.txt": "hello", "picture.png": b"\x89PNG\0"}, NothingRecognised, "known format"),
    ],
)
def test_a_wrong_path_is_said_in_words(
    store_url: str, tmp_path: Path, files: dict[str, str | bytes], error: type[Exception], words: str
) -> None:
    root = tmp_path / "repo"
    if "empty/" in files:
        root.mkdir()
    else:
        write(root, files)
    with pytest.raises(error, match=words):
        _import(context(store_url), root)


def test_a_single_file_may_be_given(store_url: str, tmp_path: Path) -> None:
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER})
    assert len(_rows(_import(context(store_url), root / LEDGER_PATH), "added")) == 3


def test_two_imports_at_once_both_end_well(store_url: str, tmp_path: Path) -> None:
    context(store_url).engine.dispose()
    roots = [
        write(tmp_path / name, {LEDGER_PATH: LEDGER.replace("door", name), f"archives/{name}.txt": name})
        for name in ("one", "two")
    ]
    failures: list[BaseException] = []

    def run(root: Path) -> None:
        try:
            _import(context(store_url), root)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(root,)) for root in roots]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(table(context(store_url), "spending").rows) == 3
