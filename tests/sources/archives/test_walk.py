"""Reading one file: a reader that fails is a problem for the person, and a traceback for who mends it."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from secretariat.sources.archives import walk
from secretariat.sources.archives.document import MAX_PROBLEMS, Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.register import FORMATS


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
