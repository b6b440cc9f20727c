"""One file is one document, whichever part of the archive is imported in which order."""

from pathlib import Path

import pytest

from secretariat.flow.ask import table
from secretariat.flow.collect import import_archive
from secretariat.flow.context import Context
from secretariat.flow.decide.problems import repair
from secretariat.flow.naming import Names, names_of, nearest
from tests.flow.archives import LEDGER, LEDGER_PATH, context, write
from tests.flow.test_collect import _everything, _rows

REPORT_PATH = "archives/council/jsg_requests.md"
FILES: dict[str, str | bytes] = {
    LEDGER_PATH: LEDGER,
    "archives/bounties/README.md": "a",
    "archives/helpdesk/README.md": "b",
    "README.md": "c",
}


def _names(root: Path, known: dict[str, str], digests: dict[str, str] | None = None) -> Names:
    files = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()] or [root.name]
    return names_of(root, files, known, (digests or {}).get)


@pytest.mark.parametrize(
    ("part", "named"),
    [
        (".", "archives/council/spending_proposal_categories.csv"),
        ("archives", "archives/council/spending_proposal_categories.csv"),
        ("archives/council", "archives/council/spending_proposal_categories.csv"),
        (LEDGER_PATH, "archives/council/spending_proposal_categories.csv"),
    ],
)
def test_a_part_of_a_checkout_is_known_by_its_place_in_it(tmp_path: Path, part: str, named: str) -> None:
    root = write(tmp_path / "checkout", FILES) / part
    assert named in _names(root, {}).paths.values()


def test_a_loose_file_is_the_document_that_shares_most_of_its_folders(tmp_path: Path) -> None:
    known = {"archives/bounties/README.md": "1", "archives/helpdesk/README.md": "2", "archives/x/other.md": "3"}
    root = write(tmp_path, {"bounties/README.md": "a", "other.md": "b", "more/README.md": "c"})
    assert _names(root / "bounties" / "README.md", known).paths == {"README.md": "archives/bounties/README.md"}
    assert _names(root / "other.md", known).paths == {"other.md": "archives/x/other.md"}
    assert _names(root / "more" / "README.md", known).paths == {"README.md": "README.md"}


def test_a_new_file_of_a_known_folder_is_placed_in_it(tmp_path: Path) -> None:
    known = {"archives/a/one.md": "1", "archives/a/two.md": "2"}
    root = write(tmp_path / "copy", {"one.md": "", "two.md": "", "three.md": ""})
    assert _names(root, known).paths["three.md"] == "archives/a/three.md"


def test_a_file_at_the_top_is_not_taken_for_one_of_a_folder(tmp_path: Path) -> None:
    root = write(tmp_path / "checkout", FILES)
    known = {"archives/bounties/README.md": "1", LEDGER_PATH: "2", "archives/gone/notes.md": "3"}
    write(root, {"notes.md": "other"})
    found = _names(root, known)
    assert found.paths["README.md"] == "README.md"
    assert found.paths["notes.md"] == "notes.md"
    assert found.moved == {}


def test_the_whole_gives_a_part_that_came_first_its_full_path(tmp_path: Path) -> None:
    root = write(tmp_path / "checkout", FILES)
    found = _names(root, {"spending_proposal_categories.csv": "1", "README.md": "2"})
    assert found.moved == {LEDGER_PATH: "spending_proposal_categories.csv"}


def test_a_moved_file_is_known_by_its_content(tmp_path: Path) -> None:
    root = write(tmp_path / "checkout", {"archives/new/name.csv": "x", "archives/copy.csv": "y"})
    known = {"archives/old/name.csv": "x", "archives/kept.csv": "y"}
    digests = {"archives/new/name.csv": "x", "archives/copy.csv": "z"}
    assert _names(root, known, digests).moved == {"archives/new/name.csv": "archives/old/name.csv"}
    loose = write(tmp_path / "loose", {"name (1).csv": "x"})
    assert _names(loose, known, {"name (1).csv": "x"}).paths == {"name (1).csv": "archives/old/name.csv"}


def test_of_two_equally_near_neither_is_chosen() -> None:
    assert nearest("a/b/c.md", ["x/b/c.md", "y/b/c.md"]) is None
    assert nearest("a/b/c.md", ["x/b/c.md", "y/c.md"]) == "x/b/c.md"
    assert nearest("a/b/c.md", ["x/d.md"]) is None


def _import(made: Context, root: Path) -> list[object]:
    done = import_archive(made, root, dry_run=False)
    return [change for kind in ("added", "changed", "removed") for change in _rows(done, kind)]


@pytest.mark.parametrize("first", ["archives/council", LEDGER_PATH, "archives", "loose.csv", "loose"])
def test_parts_first_and_the_whole_later_is_the_whole(store_url: str, tmp_path: Path, first: str) -> None:
    root = write(tmp_path / "checkout", FILES)
    write(tmp_path, {"loose/spending_proposal_categories.csv": LEDGER, "loose.csv": LEDGER})
    parts = context(store_url)
    assert len(_import(parts, tmp_path / first if first.startswith("loose") else root / first)) == 3
    assert _import(parts, root) == []
    whole = context(f"sqlite:///{tmp_path}/whole.db")
    _import(whole, root)
    assert _everything(parts) == _everything(whole)


def test_a_decision_follows_its_document(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    root = write(tmp_path / "checkout", FILES)
    write(tmp_path, {"loose/spending_proposal_categories.csv": LEDGER})
    made = context(store_url)
    _import(made, tmp_path / "loose")
    (found,) = table(made, "problems", {"code": "spreadsheet-damage"}).rows
    repair(made, str(found[0]), "1000000", why="The page shows it.")
    repaired = table(made, "spending", {"number": "3"}).rows[0][:8]
    _import(made, root)
    assert table(made, "spending", {"number": "3"}).rows[0][:8] == repaired
    (kept,) = table(made, "problems", {"code": "spreadsheet-damage"}).rows
    assert (kept[1], kept[-1]) == (LEDGER_PATH, "applied")
