"""Whether the journal still is what it was: the chain, and a digest that was noted elsewhere."""

from pathlib import Path

import pytest
from sqlalchemy import text

from secretariat.flow import ask_journal
from secretariat.flow.ask_journal import NoDigest
from secretariat.flow.decide import own
from secretariat.store import journal
from secretariat.store.engine import reading, writing
from tests.cli_run import run
from tests.flow.desk.desk import Desk, desk


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    made = desk(f"sqlite:///{tmp_path}/store.db")
    for note in ("one", "two", "three"):
        own.add_note(made.context, note)
    return made


def _digests(made: Desk) -> list[str]:
    with reading(made.engine) as connection:
        return [entry.digest for entry in journal.entries(connection)]


def test_a_digest_noted_earlier_is_found_with_its_entry(made: Desk) -> None:
    noted = ask_journal.verify(made.context).last
    own.add_note(made.context, "four")
    found = ask_journal.verify(made.context, noted.upper())
    assert (found.noted_entry, found.wrong) == (3, ())
    assert ask_journal.verify(made.context).noted_entry is None


def test_entries_cut_off_at_the_end_are_told_by_the_digest_alone(made: Desk) -> None:
    noted = ask_journal.verify(made.context).last
    with writing(made.engine) as connection:  # as somebody with the file in their hands would
        connection.execute(text("DROP TRIGGER journal_no_delete"))
        connection.execute(text("DELETE FROM journal WHERE seq = 3"))
    assert ask_journal.verify(made.context).wrong == ()
    found = ask_journal.verify(made.context, noted)
    assert found.noted_entry is None
    assert "cut off at the end" in found.wrong[0]


@pytest.mark.parametrize("noted", ["abc", "g" * 64, "0" * 63, "0x" + "0" * 62])
def test_what_is_no_digest_is_refused(made: Desk, noted: str) -> None:
    with pytest.raises(NoDigest, match="is no digest"):
        ask_journal.verify(made.context, noted)


def test_the_command_says_it_and_ends_with_1_where_the_digest_is_gone(made: Desk, tmp_path: Path) -> None:
    (tmp_path / "secretariat.toml").write_text(f'[store]\nurl = "sqlite:///{tmp_path}/store.db"\n', encoding="utf-8")
    said = run("verify", "--digest", _digests(made)[1], folder=tmp_path).stdout
    assert "is that of entry 2, which still stands in the chain" in said
    assert "No entry has the digest" in run("verify", "--digest", "0" * 64, folder=tmp_path, check=1).stdout
    assert "is no digest" in run("verify", "--digest", "nine", folder=tmp_path, check=2).stderr
