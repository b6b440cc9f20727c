"""Files that a checkout does not have any more: named, kept, and dropped only when a person says so."""

from pathlib import Path

import pytest

from secretariat.flow.ask import table, tables
from secretariat.flow.collect import Import, import_archive
from secretariat.flow.context import Context
from secretariat.flow.decide import problems as decide
from secretariat.flow.gone import DropRefused
from secretariat.store.engine import reading
from secretariat.store.journal import entries
from tests.flow.archives import LEDGER, LEDGER_PATH, context, write

REQUESTS_PATH = "archives/council/jsg_requests.md"
REQUESTS = """## JSG Requests

| Date | Proposal Link | Proposal Title | JSG response | Date closed |
| --- | --- | --- | --- | --- |
| 01.02.2021 | https://example.org/#/proposals/7 | A door for the hall | Pending | Pending |
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a small checkout."""
    return write(tmp_path / "repo", {LEDGER_PATH: LEDGER, REQUESTS_PATH: REQUESTS})


@pytest.fixture
def made(store_url: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    """Give a store with the checkout in it."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    built = context(store_url)
    import_archive(built, root, dry_run=False)
    return built


def _drop(made: Context, root: Path, *, dry_run: bool = False) -> Import:
    return import_archive(made, root, dry_run=dry_run, drop_gone=True)


def _files(made: Context) -> list[object]:
    built = table(made, "files")
    return [row[[heading.name for heading in built.headings].index("path")] for row in built.rows]


def _everything(made: Context) -> list[object]:
    return [table(made, str(row["name"])) for row in tables(made)]


def test_what_is_gone_is_kept_until_a_person_drops_it(made: Context, root: Path) -> None:
    (root / LEDGER_PATH).unlink()
    kept = import_archive(made, root, dry_run=False)
    assert [one.contents.path for one in kept.gone] == [LEDGER_PATH]
    assert len(table(made, "spending").rows) == 3
    shown = _drop(made, root, dry_run=True)
    (one,) = shown.gone
    assert one.contents.records == (("spending-row", 3),)
    assert one.contents.problems == len(table(made, "problems", {"file": LEDGER_PATH}).rows) > 0
    assert len(table(made, "spending").rows) == 3
    _drop(made, root)
    assert _files(made) == [REQUESTS_PATH]
    assert table(made, "spending").rows == ()
    assert table(made, "problems", {"file": LEDGER_PATH}).rows == ()
    assert _drop(made, root).gone == ()


def test_after_a_drop_the_store_is_as_if_the_file_had_never_been_there(
    made: Context, root: Path, tmp_path: Path
) -> None:
    (root / LEDGER_PATH).unlink()
    _drop(made, root)
    other = context(f"sqlite:///{tmp_path}/other.db")
    import_archive(other, root, dry_run=False)
    assert _everything(made) == _everything(other)


def test_decisions_about_what_is_dropped_stay_in_the_journal_and_count_when_it_comes_back(
    made: Context, root: Path
) -> None:
    built = table(made, "problems", {"code": "spreadsheet-damage"})
    identifier = str(built.rows[0][[heading.name for heading in built.headings].index("id")])
    decide.repair(made, identifier, "7", why="The page shows it.")
    before = _everything(made)
    (root / LEDGER_PATH).unlink()
    _drop(made, root)
    with reading(made.engine) as connection:
        assert [entry.subject for entry in entries(connection)] == [identifier]
    assert table(made, "problems", {"file": LEDGER_PATH}).rows == ()
    write(root, {LEDGER_PATH: LEDGER})
    import_archive(made, root, dry_run=False)
    assert _everything(made) == before


def test_a_renamed_file_is_not_dropped(made: Context, root: Path) -> None:
    (root / LEDGER_PATH).rename(root / "archives" / "ledger.csv")
    assert _drop(made, root).gone == ()
    assert len(table(made, "spending").rows) == 3


def test_a_damaged_file_of_the_same_name_elsewhere_holds_a_drop(made: Context, root: Path) -> None:
    (root / LEDGER_PATH).unlink()
    write(root, {"archives/moved/spending_proposal_categories.csv": b"\x00\x01\x02binary"})
    (one,) = _drop(made, root).gone
    assert one.held_by == "archives/moved/spending_proposal_categories.csv"
    assert len(table(made, "spending").rows) == 3


def test_a_folder_that_is_a_link_now_holds_the_drop_of_what_lay_in_it(
    made: Context, root: Path, tmp_path: Path
) -> None:
    write(root, {"archives/other/jsg_requests.md": REQUESTS})
    (root / "archives" / "council").rename(tmp_path / "council")
    (root / "archives" / "council").symlink_to(tmp_path / "council", target_is_directory=True)
    done = _drop(made, root)
    assert {one.contents.path: one.held_by for one in done.gone}[LEDGER_PATH] == "archives/council"
    assert len(table(made, "spending").rows) == 3


def test_a_file_that_became_a_link_out_of_the_checkout_keeps_what_was_known_from_it(
    made: Context, root: Path, tmp_path: Path
) -> None:
    (root / LEDGER_PATH).rename(tmp_path / "ledger.csv")
    (root / LEDGER_PATH).symlink_to(tmp_path / "ledger.csv")
    (tmp_path / "ledger.csv").write_text("other")
    done = import_archive(made, root, dry_run=False)
    (told,) = [one for read in done.readings for one in read.problems if one.code == "link-outside"]
    assert told.file == LEDGER_PATH
    assert len(table(made, "spending").rows) == 3


@pytest.mark.parametrize("part", ["archives/council", LEDGER_PATH])
def test_a_part_cannot_tell_what_is_gone(made: Context, root: Path, part: str) -> None:
    (root / REQUESTS_PATH).unlink()
    with pytest.raises(DropRefused, match="Only a whole checkout"):
        _drop(made, root / part)
    assert len(_files(made)) == 2


def test_another_checkout_cannot_tell_what_is_gone(made: Context, tmp_path: Path) -> None:
    other = write(
        tmp_path / "other",
        {"archives/bounties/okr/2022_Q1.md": "x", "archives/b/asked.md": REQUESTS.replace("hall", "yard")},
    )
    with pytest.raises(DropRefused, match="knows no file of"):
        _drop(made, other)
    assert len(_files(made)) == 2


def test_a_first_import_has_nothing_to_drop(store_url: str, root: Path) -> None:
    assert _drop(context(store_url), root).gone == ()
