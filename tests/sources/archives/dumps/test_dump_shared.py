"""The real dumps and validator files beside the checkout: everything in them is read."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from secretariat.facts.forum import ForumCategory, ForumThread
from secretariat.facts.proposals import DumpedProposal, ProposalThread
from secretariat.facts.validators import EraOffences, ValidatorEras
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.dumps import chain_dump, member_dump
from secretariat.sources.archives.validators import offences as validator_offences
from secretariat.sources.archives.validators import points as validator_points
from tests.sources.archives.read_text import codes, facts, read

FORMATS = (member_dump.FORMAT, chain_dump.FORMAT, validator_points.FORMAT, validator_offences.FORMAT)
BACKUP = "archives/giza_backup"
VALIDATORS = "contributions/research/validators/Sumer"

Shared = Callable[[str], Path]


def read_shared(shared: Shared, name: str, cut: int | None = None) -> Reading:
    text = shared(f"data/community-repo/{name}").read_text(encoding="utf-8")[:cut]
    (format_,) = [known for known in FORMATS if known.recognises(name, text[: 64 * 1024])]
    return read(format_, text, name)


def test_proposals(shared: Shared) -> None:
    reading = read_shared(shared, f"{BACKUP}/proposals.txt")
    found = [fact for fact in facts(reading, DumpedProposal) if isinstance(fact, DumpedProposal)]
    assert len(found) == len(reading.records) == 597
    assert Counter(fact.outcome for fact in found) == {
        "executed": 512,
        "canceled": 44,
        "expired": 21,
        "execution-failed": 18,
        "rejected": 2,
    }
    assert {fact.chain for fact in found} == {"antioch"}
    assert all(fact.failure for fact in found if fact.outcome == "execution-failed")
    for fact in found:
        assert None not in (fact.created_block, fact.finalised_block, fact.approvals, fact.required_stake)
        assert fact.created_block is not None
        assert fact.finalised_block is not None
        assert fact.created_block <= fact.finalised_block
    assert reading.problems == []


def test_forum(shared: Shared) -> None:
    categories = read_shared(shared, f"{BACKUP}/forum_categories.txt")
    threads = read_shared(shared, f"{BACKUP}/forum_threads.txt")
    assert len(facts(categories, ForumCategory)) == len(categories.records) == 56
    assert len(facts(threads, ForumThread)) == len(threads.records) == 180
    assert sum(record.fact.moderated for record in threads.records.values()) == 2
    assert all(record.fact.created_at and record.fact.title for record in threads.records.values())
    assert categories.problems == threads.problems == []


def test_proposal_threads_have_two_titles_in_hexadecimal(shared: Shared) -> None:
    reading = read_shared(shared, f"{BACKUP}/proposal_threads.txt")
    assert len(facts(reading, ProposalThread)) == len(reading.records) == 617
    assert codes(reading) == ["hex-title", "hex-title"]
    assert all(problem.applied for problem in reading.problems)
    assert not [record for record in reading.records.values() if record.fact.title.startswith("0x")]


def test_validators(shared: Shared) -> None:
    points = read_shared(shared, f"{VALIDATORS}/points.json")
    offences = read_shared(shared, f"{VALIDATORS}/offences.json")
    assert len(facts(points, ValidatorEras)) == len(points.records) == 220
    assert sum(len(record.fact.eras) for record in points.records.values()) == 98153
    assert len(facts(offences, EraOffences)) == len(offences.records) == 693
    assert points.problems == offences.problems == []


@pytest.mark.parametrize("share", [0.1, 0.37, 0.5, 0.93])
@pytest.mark.parametrize("name", ["proposals", "forum_threads", "forum_categories", "proposal_threads"])
def test_a_cut_dump_gives_the_entries_before_the_cut(shared: Shared, name: str, share: float) -> None:
    path = f"{BACKUP}/{name}.txt"
    whole = read_shared(shared, path)
    size = len(shared(f"data/community-repo/{path}").read_text(encoding="utf-8"))
    cut = read_shared(shared, path, int(size * share))
    kept = list(cut.records.items())
    assert 0 < len(kept) < len(whole.records)
    assert kept == list(whole.records.items())[: len(kept)]
    assert [problem.refused for problem in cut.problems if problem.code == "row-malformed"] == [True]
