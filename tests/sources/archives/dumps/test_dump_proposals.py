"""Proposals of a chain dump: every field, every way to be decided, and what cannot be read."""

from typing import Any

import pytest

from secretariat.facts.amounts import tokens
from secretariat.facts.problems import Target
from secretariat.facts.proposals import DumpedProposal
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.dumps.chain_dump import FORMAT
from tests.sources.archives.dumps.dump_pages import finalised, page, proposal
from tests.sources.archives.read_text import codes, read

PATH = "archives/giza_backup/proposals.txt"
HEADER = "proposalsEngine.proposals"


def dump(fields: dict[str, Any], number: str = "437", path: str = PATH) -> Reading:
    return read(FORMAT, page([(number, fields)], HEADER), path)


def only(reading: Reading) -> DumpedProposal:
    ((place, record),) = reading.records.items()
    assert place == (DumpedProposal.KIND, record.key)
    assert isinstance(record.fact, DumpedProposal)
    return record.fact


def test_every_field_of_a_proposal() -> None:
    reading = dump(proposal(), "1,437")
    assert only(reading) == DumpedProposal(
        chain="antioch",
        number=1437,
        title="Paint the lighthouse",
        proposer_id=1345,
        created_block=1891015,
        finalised_block=1896093,
        outcome="executed",
        failure=None,
        approvals=9,
        rejections=2,
        abstentions=1,
        slashes=0,
        voting_period=43200,
        grace_period=0,
        approval_quorum=60,
        approval_threshold=75,
        slashing_quorum=55,
        slashing_threshold=80,
        required_stake=tokens(50000),
    )
    assert reading.problems == []
    assert list(reading.records) == [(DumpedProposal.KIND, "antioch/1437")]


@pytest.mark.parametrize(
    ("status", "outcome", "failure", "block"),
    [
        (finalised({"Approved": "Executed"}), "executed", None, 1896093),
        (
            finalised({"Approved": {"ExecutionFailed": {"error": "NotEnoughFish"}}}),
            "execution-failed",
            "NotEnoughFish",
            1896093,
        ),
        (
            finalised({"Approved": {"ExecutionFailed": {"error": "0x4e6f46697368"}}}),
            "execution-failed",
            "NoFish",
            1896093,
        ),
        (finalised({"Approved": "PendingExecution"}), "pending", None, 1896093),
        (finalised({"Approved": {"Executed": "null"}}), "executed", None, 1896093),
        (finalised("Expired"), "expired", None, 1896093),
        (finalised({"Expired": "null"}), "expired", None, 1896093),
        (finalised("Rejected"), "rejected", None, 1896093),
        (finalised("Slashed"), "slashed", None, 1896093),
        (finalised("Canceled"), "canceled", None, 1896093),
        (finalised("Vetoed"), "vetoed", None, 1896093),
        ("Active", "active", None, None),
        ({"Active": "null"}, "active", None, None),
        ({"Active": {"stake_id": "12", "source_account_id": "5x"}}, "active", None, None),
        ({"PendingExecution": "1,896,100"}, "pending", None, None),
    ],
)
def test_how_a_proposal_was_decided(status: object, outcome: str, failure: str | None, block: int | None) -> None:
    reading = dump(proposal(status=status))
    fact = only(reading)
    assert (fact.outcome, fact.failure, fact.finalised_block) == (outcome, failure, block)
    assert [found for found in codes(reading) if found != "hex-title"] == []


@pytest.mark.parametrize(
    ("changes", "code", "target", "words"),
    [
        ({"status": finalised("Postponed")}, "value-unknown-label", "outcome", "'postponed'"),
        ({"status": finalised({"Approved": "null"})}, "value-unknown-label", "outcome", "missing"),
        ({"status": "null"}, "value-unknown-label", "outcome", "missing"),
        ({"status": {"Finalized": "null"}}, "row-malformed", "outcome", "without a decision"),
        ({"status": finalised({"Approved": {"ExecutionFailed": "null"}})}, "row-malformed", "failure", "no name"),
        ({"status": finalised("Expired", "soon")}, "row-malformed", "finalised_block", "'soon'"),
        ({"status": finalised("Expired", "5")}, "impossible-figure", "finalised_block", "finalised at 5"),
        ({"createdAt": "1,89,1015"}, "row-malformed", "created_block", "'1,89,1015'"),
        ({"createdAt": "9,999,999,999"}, "impossible-figure", "created_block", "larger"),
        ({"createdAt": "-5"}, "row-malformed", "created_block", "'-5'"),
        ({"proposerId": "null"}, "row-malformed", "proposer_id", "empty"),
        ({"votingResults": "null"}, "row-malformed", "approvals", "voting results"),
        ({"parameters": "null"}, "row-malformed", "voting_period", "parameters"),
        ({"title": "0xff00fe"}, "hex-title", "title", "not a text in UTF-8"),
        ({"title": "fish \ufffd chips"}, "mojibake", "title", "cannot be read"),
    ],
)
def test_what_cannot_be_read_stays_unknown_and_names_its_field(
    changes: dict[str, Any], code: str, target: str, words: str
) -> None:
    reading = dump(proposal(**changes))
    fact = only(reading)
    assert [problem.code for problem in reading.problems if problem.state == "open"] == [code]
    (problem,) = [problem for problem in reading.problems if problem.state == "open"]
    assert problem.target == Target(kind=DumpedProposal.KIND, key="antioch/437", field=target)
    assert words in problem.what
    if target not in ("title",) and words != "finalised at 5":
        assert getattr(fact, target) is None


@pytest.mark.parametrize("name", ["proposerId", "createdAt", "status", "title", "votingResults", "parameters"])
def test_a_missing_field_is_told_once(name: str) -> None:
    fields = proposal()
    del fields[name]
    reading = dump(fields)
    assert len(reading.problems) == 1
    assert reading.problems[0].state == "open"
    assert reading.problems[0].target is not None
    assert only(reading).number == 437


def test_a_quorum_above_the_whole_council() -> None:
    rules = proposal()["parameters"] | {"approvalQuorumPercentage": "160"}
    reading = dump(proposal(parameters=rules))
    assert codes(reading) == ["impossible-figure"]
    assert only(reading).approval_quorum is None
    assert only(reading).approval_threshold == 75


def test_a_forged_field_leaves_both_unknown() -> None:
    reading = dump(proposal(description="Read this\n      createdAt: 5,"))
    assert only(reading).created_block is None
    assert only(reading).outcome == "executed"
    (problem,) = reading.problems
    assert (problem.code, problem.state) == ("row-malformed", "open")
    assert "more than once" in problem.what
    assert problem.target == Target(kind=DumpedProposal.KIND, key="antioch/437", field="created_block")


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("0xd0a1d0b2d0b5d182", "Свет"),
        ("0xc3a9toile", "0xc3a9toile"),
        ("Ã©toile, bleue", "étoile, bleue"),
        ("Свет и рыба, [2]", "Свет и рыба, [2]"),
        ("  spaces around  ", "spaces around"),
        ("two\nlines, here", "two lines, here"),
    ],
)
def test_titles(title: str, read_as: str) -> None:
    reading = dump(proposal(title=title))
    assert only(reading).title == read_as
    assert all(problem.applied for problem in reading.problems)


def test_a_hexadecimal_title_tells_its_line_and_its_reading() -> None:
    reading = dump(proposal(title="0xd0a1d0b2d0b5d182"))
    (problem,) = reading.problems
    assert (problem.code, problem.applied) == ("hex-title", True)
    assert reading.path == problem.file
    lines = page([("437", proposal(title="0xd0a1d0b2d0b5d182"))], HEADER).split("\n")
    assert lines[problem.line - 1].strip().startswith("title: 0x")
    assert "Свет" in problem.what


@pytest.mark.parametrize(
    ("path", "chain", "stake"),
    [
        ("archives/giza_backup/proposals.txt", "antioch", tokens(50000)),
        ("mainnet/proposals.txt", "mainnet", 50000),
        ("babylon_proposals.txt", "alexandria", tokens(50000)),
        ("proposals.txt", None, None),
    ],
)
def test_the_chain_comes_from_the_place_and_tells_the_unit_of_stakes(path: str, chain: str | None, stake: int) -> None:
    reading = dump(proposal(), path=path)
    fact = only(reading)
    assert (fact.chain, fact.required_stake) == (chain, stake)
    assert codes(reading) == ([] if chain else ["network-unknown"])
    assert list(reading.records) == [(DumpedProposal.KIND, f"{chain or 'unknown'}/437")]


def test_a_stake_that_is_not_given_is_no_problem() -> None:
    rules = proposal()["parameters"] | {"requiredStake": "null"}
    reading = dump(proposal(parameters=rules))
    assert only(reading).required_stake is None
    assert reading.problems == []


@pytest.mark.parametrize(("block", "told"), [("1,896,093", ["value-unknown-label"]), ("null", [])])
def test_a_number_that_no_column_holds_is_told_once(block: str, told: list[str]) -> None:
    pairs = [("101", proposal(exactExecutionBlock=block)), ("102", proposal(exactExecutionBlock=block))]
    assert codes(read(FORMAT, page(pairs), PATH)) == told
