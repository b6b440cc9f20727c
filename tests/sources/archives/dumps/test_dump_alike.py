"""What is wrong in many entries of a dump: counted, or told once where they have it alike; and fields nobody knows."""

from typing import Any

import pytest

from secretariat.sources.archives.dumps import telling
from secretariat.sources.archives.dumps.chain_dump import FORMAT
from tests.sources.archives.dumps.dump_pages import category, page, proposal, proposal_thread, thread
from tests.sources.archives.read_text import read

PATH = "archives/giza_backup/dump.txt"
PROPOSALS = "proposalsEngine.proposals"


def test_many_problems_of_one_kind_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "MAX_LISTED", 3)
    text = page([(n, proposal_thread(author_id=f"nobody {n}")) for n in range(10)])
    reading = read(FORMAT, text, PATH)
    assert len(reading.records) == 10
    assert len(reading.problems) == 4
    assert "7 more" in reading.problems[-1].what


@pytest.mark.parametrize(("entries", "told"), [(19, 19), (20, 1), (250, 1)])
def test_what_is_wrong_in_many_entries_alike_is_one_problem(entries: int, told: int) -> None:
    """A field renamed throughout a dump: it is named, and so is what is missing without it."""
    entry = {("creatdAt" if name == "createdAt" else name): value for name, value in proposal().items()}
    pairs = [*((number, entry) for number in range(entries)), (999, proposal(createdAt="soon"))]
    reading = read(FORMAT, page(pairs, PROPOSALS), PATH)
    assert len(reading.records) == entries + 1
    missing = [problem for problem in reading.problems if "created block is missing" in problem.what]
    assert len(missing) == told
    assert told > 1 or (f"{entries - 1} more entries" in missing[0].what and missing[0].target is None)
    assert [problem.code for problem in reading.problems if "'creatdat'" in problem.what] == ["value-unknown-label"]
    assert any("'soon'" in problem.what and problem.target for problem in reading.problems)


@pytest.mark.parametrize(
    "entry",
    [proposal_thread(colour="blue"), thread(7, colour="blue"), category(7, colour="blue"), proposal(colour="blue")],
)
def test_a_field_of_no_known_meaning_is_told(entry: dict[str, Any]) -> None:
    reading = read(FORMAT, page([(7, entry), (8, entry)]), PATH)
    found = [problem for problem in reading.problems if problem.code == "value-unknown-label"]
    assert len(found) == 1
    assert "'colour'" in found[0].what
    assert "1 more" in found[0].what
