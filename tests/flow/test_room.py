"""Archives of which no tables can be made: they are refused with their files before anything is written."""

from pathlib import Path

import pytest

from secretariat.facts.forum import ForumThread
from secretariat.flow import room
from secretariat.flow.ask import table, tables
from secretariat.flow.collect import import_archive
from secretariat.flow.room import OF_A_RECORD, TooMuch, size_of
from secretariat.sources.archives.document import Reading
from tests.flow.archives import HEADER, LEDGER, LEDGER_PATH, context, write


def _ledger(rows: int, network: str = "Antioch") -> str:
    return HEADER + "".join(f"{network},{n},Paint,Approved,2,2,,,Tools,,,\n" for n in range(1, rows + 1))


@pytest.mark.parametrize("dry_run", [False, True])
def test_too_many_records_over_all_files_are_refused(
    store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, dry_run: bool
) -> None:
    made = context(store_url)
    files: dict[str, str | bytes] = {f"{n}/spending_proposal_categories.csv": _ledger(5 + n) for n in (1, 2)}
    monkeypatch.setattr(room, "MOST", 13 * OF_A_RECORD)
    with pytest.raises(TooMuch) as told:
        import_archive(made, write(tmp_path / "repo", files), dry_run=dry_run)
    assert "15 records in 2 documents" in str(told.value)  # 13 rows and the entries of the two files
    assert "2/spending_proposal_categories.csv (8 records" in str(told.value)
    assert tables(made) == ()


def test_what_the_store_keeps_from_other_files_counts_and_what_is_read_again_does_not(
    store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = context(store_url)
    import_archive(made, write(tmp_path / "one", {LEDGER_PATH: _ledger(6)}), dry_run=False)
    before = table(made, "spending")
    monkeypatch.setattr(room, "MOST", 12 * OF_A_RECORD)
    import_archive(made, write(tmp_path / "again", {LEDGER_PATH: _ledger(6)}), dry_run=False)
    more = write(tmp_path / "more", {"alexandria/spending_proposal_categories.csv": _ledger(6, "Alexandria")})
    with pytest.raises(TooMuch, match=LEDGER_PATH):
        import_archive(made, more, dry_run=False)
    assert table(made, "spending") == before


def test_documents_that_are_dropped_leave_their_room(
    store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = context(store_url)
    other = "archives/council/older/spending_proposal_categories.csv"
    import_archive(made, write(tmp_path / "one", {LEDGER_PATH: LEDGER, other: _ledger(6, "Alexandria")}), dry_run=False)
    now = write(tmp_path / "two", {LEDGER_PATH: _ledger(6)})
    monkeypatch.setattr(room, "MOST", 12 * OF_A_RECORD)
    with pytest.raises(TooMuch):
        import_archive(made, now, dry_run=False)
    import_archive(made, now, dry_run=False, drop_gone=True)
    assert len(table(made, "spending").rows) == 6


def test_texts_lists_and_problems_take_room() -> None:
    def room_of(title: str) -> int:
        reading = Reading("x.txt", "chain-dump")
        reading.add("1", 1, ForumThread(chain="antioch", thread_id=1, title=title))
        return size_of(reading).room

    assert room_of("a" * 500) - room_of("") == 500
    assert room_of("\u0436" * 500) - room_of("") == 2_000
    reading = Reading("x.txt", "spending-csv")
    reading.problem("alias", 1, subject="x", what="Spelled.", repair="None.")
    assert size_of(reading).room == OF_A_RECORD + len("Spelled.None.")
