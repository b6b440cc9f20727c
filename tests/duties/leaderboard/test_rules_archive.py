"""The rules and the checks on the community's real archive, when it is there."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from secretariat.duties.leaderboard import checks, forum, proposal_types, proposals, surveys, validators
from secretariat.duties.leaderboard.rules import problems
from secretariat.facts.problems import CODES
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.tables import build
from secretariat.sources.archives.walk import read_all

Shared = Callable[[str], Path]

MOST_READABLE = 150
"""A register that names more problems between records than this is not read by anybody."""


@cache
def archive(root: Path) -> Snapshot:
    """Read the whole archive once."""
    return snapshot_of(record for _, _, reading in read_all(root) for record in reading.records.values())


def test_every_problem_between_records_points_to_a_line_of_a_file(shared: Shared) -> None:
    root = shared("data/community-repo")
    found = problems(archive(root))
    assert 0 < len(found) < MOST_READABLE
    for problem in found:
        lines = (root / problem.file).read_bytes().count(b"\n") + 1
        assert 1 <= problem.line <= lines
        assert problem.code in CODES


def test_every_check_has_two_sources_that_are_there(shared: Shared) -> None:
    root = shared("data/community-repo")
    found = checks.checks(archive(root))
    agreeing = sum(check.agrees for check in found)
    assert agreeing > len(found) / 2
    for check in found:
        for source in (check.expected_source, check.found_source):
            assert (root / source.split("; ")[0].rpartition(":")[0]).is_file()
        assert check.agrees == (check.expected == check.found)


def test_the_tables_hold_what_the_archive_has(shared: Shared) -> None:
    facts = archive(shared("data/community-repo"))
    sizes = {
        table.name: len(build(table, facts).rows)
        for table in (proposals.TABLE, proposal_types.TABLE, forum.TABLE, surveys.TABLE, validators.TABLE)
    }
    assert sizes["proposals"] > 600
    assert sizes["forum"] == 30
    assert sizes["surveys"] == len(facts.by_kind["survey-answer"])
    assert sizes["validators"] == len(facts.by_kind["validator-eras"]) - 1
