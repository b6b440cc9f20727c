"""What an import changes: rows, and the problems that come, stand and go."""

from pathlib import Path

import pytest

from secretariat.flow.collect import Import, import_archive
from secretariat.store.changes import SHOWN
from tests.flow.archives import HEADER, LEDGER, LEDGER_PATH, context, write

DAMAGED = "Antioch,4,A shed,Approved,x5,5,,,Tools,,,\n"
MENDED = "Antioch,4,A shed,Approved,5,5,,,Tools,,,\n"


def _codes(done: Import, path: str) -> list[tuple[str, str]]:
    (found,) = [change for change in done.changes if change.path == path]
    return sorted((what, problem.code) for what, problem in found.problems)


def test_problems_come_stand_and_go(store_url: str, tmp_path: Path) -> None:
    made = context(store_url)
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER})
    (came,) = _codes(import_archive(made, root, dry_run=True), LEDGER_PATH)
    assert came == ("new", "spreadsheet-damage")
    import_archive(made, root, dry_run=False)
    same = import_archive(made, root, dry_run=True)
    assert same.changes[0].same
    assert _codes(same, LEDGER_PATH) == [("standing", "spreadsheet-damage")]
    write(root, {LEDGER_PATH: LEDGER + DAMAGED})
    newer = import_archive(made, root, dry_run=False)
    assert not newer.changes[0].same
    assert _codes(newer, LEDGER_PATH) == [("new", "amount-unparsable"), ("standing", "spreadsheet-damage")]
    write(root, {LEDGER_PATH: LEDGER + MENDED})
    mended = import_archive(made, root, dry_run=True)
    assert _codes(mended, LEDGER_PATH) == [("gone", "amount-unparsable"), ("standing", "spreadsheet-damage")]


def test_the_problems_of_a_file_that_moved_stand(store_url: str, tmp_path: Path) -> None:
    made = context(store_url)
    root = write(tmp_path / "repo", {LEDGER_PATH: LEDGER})
    import_archive(made, root, dry_run=False)
    (root / LEDGER_PATH).rename(root / "archives" / "ledger.csv")
    assert _codes(import_archive(made, root, dry_run=True), "archives/ledger.csv") == [
        ("standing", "spreadsheet-damage")
    ]


@pytest.mark.parametrize("alike", [0, 10, 70, 300])
def test_two_long_texts_are_cut_where_they_differ(tmp_path: Path, alike: int) -> None:
    made = context(f"sqlite:///{tmp_path}/store.db")
    row = "Antioch,4,{},Approved,5,5,,,Tools,,,\n"
    root = write(tmp_path / "repo", {LEDGER_PATH: HEADER + row.format("a" * alike + "b" * 100)})
    import_archive(made, root, dry_run=False)
    write(root, {LEDGER_PATH: HEADER + row.format("a" * alike + "c" * 100)})
    (change,) = import_archive(made, root, dry_run=True).changes
    ((name, before, now),) = [field for row_ in change.rows for field in row_.fields]
    assert name == "title"
    assert before != now
    assert ("b" in before, "c" in now) == (True, True)
    assert max(len(before), len(now)) <= SHOWN
