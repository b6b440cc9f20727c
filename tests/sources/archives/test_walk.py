"""Reading one file: a reader that fails is a problem for the person, and a traceback for who mends it."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from secretariat.sources.archives import walk
from secretariat.sources.archives.document import MAX_PROBLEMS, Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.register import FORMATS

HEADER = (
    "Testnet,Proposal #,Title,Status,Amount Asked,Amount Minted,Exchange Rate,$ amount,Category,Bounty,WG,Reimbursed"
)


def _failing(error: BaseException, problems: int = 0) -> tuple[Format, ...]:
    def parse(document: Document, reading: Reading) -> None:
        for number in range(problems):
            reading.problem("row-malformed", 1, subject=str(number), what=f"Row {number}.")
        raise error

    return (replace(FORMATS[0], recognises=lambda path, head: True, parse=parse),)


@pytest.mark.parametrize("error", [ValueError("a slip"), RecursionError("too deep"), MemoryError(), AssertionError()])
@pytest.mark.parametrize("problems", [0, MAX_PROBLEMS])
def test_a_reader_that_fails_is_a_problem_with_its_traceback_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, error: Exception, problems: int
) -> None:
    (tmp_path / "file.txt").write_text("x")
    with caplog.at_level(logging.DEBUG, logger="secretariat"):
        reading = walk.read_file(tmp_path / "file.txt", "file.txt", _failing(error, problems))
    found = reading.problems[-1]
    assert (found.code, found.line) == ("reader-failed", 1)
    assert type(error).__name__ in found.what
    assert "--debug" in found.repair
    assert "in parse" in caplog.text
    assert len(reading.problems) == problems + 1


def test_one_problem_too_many_ends_the_reading_with_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("x")
    reading = walk.read_file(tmp_path / "file.txt", "file.txt", _failing(ValueError(), MAX_PROBLEMS + 1))
    assert [problem.code for problem in reading.problems][-1] == "file-unreadable"


def test_a_person_who_stops_the_import_stops_it(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(KeyboardInterrupt):
        walk.read_file(tmp_path / "file.txt", "file.txt", _failing(KeyboardInterrupt()))


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the archive, with a file that nobody may look at from within."""
    folder = tmp_path / "beside"
    folder.mkdir()
    (folder / "private.csv").write_text(f"{HEADER}\nGiza,1,Secret,Approved,1,1,,,,,,\n")
    return folder


@pytest.mark.parametrize("name", ["archives/council/spending_proposal_categories.csv", "notes.txt"])
@pytest.mark.parametrize("target", ["beside/private.csv", "beside", "beside/nothing", "chain"])
def test_a_link_that_leads_out_is_told_and_its_target_not_looked_at(
    tmp_path: Path, outside: Path, monkeypatch: pytest.MonkeyPatch, name: str, target: str
) -> None:
    (tmp_path / "chain").symlink_to(outside / "private.csv")  # a link to a link
    link = tmp_path / "repo" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / target)
    monkeypatch.setattr(walk, "read_file", lambda *_: pytest.fail("the target was opened"))
    ((_, _, reading),) = walk.read_all(tmp_path / "repo")
    (entry,) = [record.fact for record in reading.records.values()]
    assert (entry.path, entry.format, entry.size, entry.sha256) == (name, walk.UNKNOWN, 0, "")
    assert [(told.code, told.refused) for told in reading.problems] == [("link-outside", True)]


def test_a_relative_link_that_climbs_out_is_told(tmp_path: Path, outside: Path) -> None:
    (tmp_path / "repo" / "a").mkdir(parents=True)
    (tmp_path / "repo" / "a" / "b.csv").symlink_to("../../beside/private.csv")
    assert [place.outside for place in walk.places(tmp_path / "repo")] == [True]
    assert outside.is_dir()


def test_a_link_inside_the_archive_is_read_also_when_the_archive_is_reached_by_a_link(
    tmp_path: Path, outside: Path
) -> None:
    (tmp_path / "repo").mkdir()
    (tmp_path / "repo" / "spending_proposal_categories.csv").write_bytes((outside / "private.csv").read_bytes())
    (tmp_path / "repo" / "again.csv").symlink_to("spending_proposal_categories.csv")
    (tmp_path / "reached").symlink_to(tmp_path / "repo", target_is_directory=True)
    for root in ("repo", "reached"):
        found = list(walk.read_all(tmp_path / root))
        assert [reading.format for _, _, reading in found] == ["spending-csv", "spending-csv"]
        assert not [told for _, _, reading in found for told in reading.problems if told.code == "link-outside"]


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf", "\n".encode("utf-16")])
@pytest.mark.parametrize("name", ["spending_proposal_categories.csv", "archives/bounties/bounties-status.json"])
def test_a_file_without_content_is_said_to_be_empty(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    (told,) = walk.read_file(tmp_path / "file", name).problems
    assert (told.code, told.line) == ("file-unreadable", 1)
    assert "the file is empty" in told.what
    assert "something else" not in told.what


def test_no_problem_stands_before_the_first_line() -> None:
    reading = Reading("a.md", "survey")
    reading.problem("row-malformed", 0, subject="name", what="The file's name is wrong.")
    assert [told.line for told in reading.problems] == [1]
