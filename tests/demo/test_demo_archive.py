"""The bundled example: every damage planted in it is found where it was planted, and nothing in it is a surprise."""

import json
import re
from pathlib import Path

import pytest

import secretariat
from secretariat.facts.archive import ArchiveFile
from secretariat.facts.problems import CODES, Problem
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.tables import worked_out
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.register import FORMATS
from secretariat.sources.archives.walk import UNKNOWN, read_all
from tests.build import build_tables

DEMO = Path(secretariat.__file__).parent / "demo"
ARCHIVE = DEMO / "archive"
PLANTED = [(row["code"], row["file"], row["line"]) for row in json.loads((DEMO / "expected-problems.json").read_text())]
MOST_BYTES = 150_000

CODE_OF_DAMAGE = {
    "duplicate key": "duplicate-key",
    "alias of a status or category": "alias",
    "minted though not approved": "minted-not-approved",
    "marked reimbursed though never paid": "reimbursed-not-paid",
    "amount not equal to asked x rate": "amount-not-rate",
    "month name in a number cell, decimal comma": "spreadsheet-damage",
    "mojibake": "mojibake",
    "lost column, shifted field": "field-shifted",
    "unparsable amount": "amount-unparsable",
    "stated total not equal to the sum": "total-not-sum",
    "percentage with zero base": "percentage-zero-base",
    "header contradicting": "header-contradiction",
    "block range contradicting": "block-range-contradiction",
    "gap between rounds": "round-gap",
    "overlap between rounds": "round-overlap",
    "label drift": "label-drift",
    "section printed twice": "section-repeated",
    "invalid JSON": "json-invalid",
    "invalid YAML": "yaml-invalid",
    "dump pasted twice": "dump-pasted-twice",
    "orphan thread": "orphan-thread",
    "hex title": "hex-title",
    "identity drift": "identity-drift",
    "number collision": "number-collision",
    "contradiction between two sources": "contradiction",
}
"""Every class of damage that the problems register must know, with its code."""


@pytest.fixture(scope="module")
def readings() -> tuple[Reading, ...]:
    """Read the whole example."""
    return tuple(reading for _, _, reading in read_all(ARCHIVE))


@pytest.fixture(scope="module")
def snapshot(readings: tuple[Reading, ...]) -> Snapshot:
    """Let every duty look at what was read."""
    records: list[AnyStated] = [record for reading in readings for record in reading.records.values()]
    return worked_out(records, [problem for reading in readings for problem in reading.problems], ())


@pytest.fixture(scope="module")
def found(snapshot: Snapshot) -> tuple[Problem, ...]:
    """List all problems, those of the readers and those of the duties' rules."""
    return tuple(problem for problem, _ in snapshot.problems)


@pytest.mark.parametrize(("code", "file", "line"), PLANTED, ids=lambda value: str(value).rpartition("/")[2])
def test_planted_damage_is_found_where_it_is(found: tuple[Problem, ...], code: str, file: str, line: int) -> None:
    near = sorted({(problem.code, problem.line) for problem in found if problem.file == file})
    assert (code, line) in near, f"{code} at {file}:{line} is not found; found in this file: {near}"


@pytest.mark.parametrize("damage", CODE_OF_DAMAGE)
def test_every_class_of_damage_is_planted_and_found(found: tuple[Problem, ...], damage: str) -> None:
    code = CODE_OF_DAMAGE[damage]
    assert code in CODES
    assert code in {planted for planted, _, _ in PLANTED}
    assert code in {problem.code for problem in found}


def test_nothing_is_found_that_was_not_planted(found: tuple[Problem, ...]) -> None:
    surprises = {(problem.code, problem.file, problem.line, problem.what) for problem in found}
    assert not [surprise for surprise in sorted(surprises) if surprise[:3] not in set(PLANTED)]


def test_no_reader_fails_and_one_file_is_unknown(readings: tuple[Reading, ...], found: tuple[Problem, ...]) -> None:
    assert "reader-failed" not in {problem.code for problem in found}
    assert [reading.path for reading in readings if reading.format == UNKNOWN] == [
        "council/meetings/2021-09-03_agenda.md"
    ]


def test_every_format_is_in_the_example(readings: tuple[Reading, ...]) -> None:
    assert {known.name for known in FORMATS} - {reading.format for reading in readings} == set()


def test_problems_have_ids_of_their_own(found: tuple[Problem, ...]) -> None:
    ids = [problem.id for problem in found]
    assert len(ids) == len(set(ids))


def test_hostile_titles_are_kept_as_text(snapshot: Snapshot) -> None:
    titles = {
        str(record.fact.title)
        for records in snapshot.by_kind.values()
        for record in records
        if getattr(record.fact, "title", None) and not isinstance(record.fact, ArchiveFile)
    }
    assert any(title.startswith("=HYPERLINK(") for title in titles)
    assert "<script>alert(1)</script>" in titles
    assert any("\u202e" in title for title in titles)


def test_the_four_numberings_differ(snapshot: Snapshot) -> None:
    from secretariat.facts.term_view import terms

    numbers = {
        term.term: (term.election_round, term.kpi_round, term.results_round)
        for term in terms(snapshot)
        if term.chain == "antioch"
    }
    assert numbers == {3: (6, None, None), 4: (7, 3, 11), 5: (8, None, 12), 6: (9, 5, None)}


def test_every_published_row_names_the_file_it_was_read_from(snapshot: Snapshot) -> None:
    files = {path.relative_to(ARCHIVE).as_posix() for path in ARCHIVE.rglob("*") if path.is_file()}
    for built in build_tables(snapshot):
        names = [heading.name for heading in built.headings]
        places = [names.index(name) for name in ("source", "expected_source", "file", "path") if name in names]
        assert places, built.name
        for row in built.rows:
            file = str(row[places[0]]).split("; ")[0]
            assert file in files or file.rpartition(":")[0] in files, (built.name, file)


def test_no_published_cell_is_an_empty_text(snapshot: Snapshot) -> None:
    assert not [built.name for built in build_tables(snapshot) for row in built.rows if "" in row]


def test_readme_lists_exactly_the_planted_damage() -> None:
    listed, file = [], ""
    for line in (DEMO / "README.md").read_text().split("\n"):
        if named := re.fullmatch(r"\| \| \| \*\*`(.+)`\*\* \|", line):
            file = named[1]
        elif row := re.fullmatch(r"\| (\d+) \| `([a-z-]+)` \| .+ \|", line):
            listed.append((row[2], file, int(row[1])))
    assert listed == PLANTED


def test_example_is_small_and_has_no_program() -> None:
    files = [path for path in ARCHIVE.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < MOST_BYTES
    assert not list(DEMO.rglob("*.py"))


def test_accounts_look_real_and_are_nobodys() -> None:
    accounts = {
        account
        for path in ARCHIVE.rglob("*")
        if path.is_file()
        for account in re.findall(r"\b5[0-9A-Za-z]{40,}", path.read_text(encoding="utf-8"))
    }
    assert len(accounts) >= 20
    assert not [account for account in accounts if not re.fullmatch(r"5Demo[1-9A-HJ-NP-Za-km-z]{43}", account)]
