"""Contradictions between live records, found one record after the other."""

from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from secretariat.facts.chain_proposals import Proposal, ProposalVote
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.election_cycles import CastVote
from secretariat.facts.group_events import GroupStaffEvent
from secretariat.facts.kinds import KINDS
from secretariat.facts.live_forum import LivePost
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.references import (
    ANSWERS,
    REFERENCES,
    SPANS,
    Start,
    answers_before_questions,
    compared_fields,
    doubts_about,
    ends_before_starts,
    leads_that_ended,
    references_to_nothing,
)
from secretariat.facts.staffing import WorkingGroup


def live(fact: Any, key: str = "1") -> AnyStated:
    return Stated(kind=fact.KIND, key=key, file="query-node/list", format="query-node", line=9, fact=fact)


def test_the_tables_name_kinds_and_fields_that_are() -> None:
    for kind, fields in REFERENCES.items():
        assert set(fields) <= set(KINDS[kind].__dataclass_fields__)  # type: ignore[attr-defined]
        assert set(fields.values()) <= set(KINDS)
    for kind, spans in SPANS.items():
        named = {name for span in spans for name in span}
        assert named <= set(KINDS[kind].__dataclass_fields__)  # type: ignore[attr-defined]
        assert all(
            start.endswith("_at") == end.endswith("_at") or end in ("ends_at", "expected_end") for start, end in spans
        )
    for kind, answers in ANSWERS.items():
        for reference, *own in answers:
            assert {reference, *filter(None, own)} <= set(KINDS[kind].__dataclass_fields__)  # type: ignore[attr-defined]
            assert reference in REFERENCES[kind]


@pytest.mark.parametrize(("lead", "found"), [(None, 0), ("group-1", 0), ("group-2", 1), ("group-3", 1)])
def test_a_group_whose_lead_ended_is_named(lead: str | None, found: int) -> None:
    ended = {"group-2": "left", "group-3": "terminated"}
    problems = list(leads_that_ended([live(WorkingGroup(lead=lead), "group")], ended))
    assert [problem.code for problem in problems] == ["lead-ended"] * found
    assert all(problem.target and problem.target.field == "lead" and str(lead) in problem.what for problem in problems)


@pytest.mark.parametrize(("block", "found"), [(9, 1), (10, 0), (11, 0), (None, 0)])
def test_a_reply_is_not_older_than_what_it_answers(block: int | None, found: int) -> None:
    starts = {"live-post": {"7": Start(block=10, at=None)}}
    problems = list(answers_before_questions([live(LivePost(replies_to=7, created_block=block), "8")], starts))
    assert [problem.code for problem in problems] == ["answer-before-question"] * found
    assert all("before live-post 7 began (10)" in problem.what for problem in problems)


@pytest.mark.parametrize("fact", [CastVote(candidacy=None), CastVote(candidacy="c-1")])
def test_a_reference_to_what_is_there_or_to_nothing_stated_is_no_problem(fact: CastVote) -> None:
    assert not list(references_to_nothing([live(fact)], {"candidacy": {"c-1"}}))


def test_a_reference_to_nothing_names_record_field_and_what_is_missing() -> None:
    (problem,) = references_to_nothing([live(CastVote(candidacy="c-9"), "v-1")], {"candidacy": {"c-1"}})
    assert problem.code == "reference-to-nothing"
    assert problem.target
    assert (problem.target.kind, problem.target.key, problem.target.field) == ("cast-vote", "v-1", "candidacy")
    assert "c-9" in problem.what
    assert (problem.file, problem.line) == ("query-node/list", 9)


def test_numbers_are_compared_with_keys_and_lists_one_by_one() -> None:
    records = [
        live(Proposal(number=7, creator_id=3, other_proposal=7), "7"),
        live(GroupStaffEvent(event="x", hired=("a", "b"))),
    ]
    keys = {"membership": {"4"}, "proposal": {"7"}, "worker": {"a"}}
    assert [problem.what.split(" is ")[1].split(",")[0] for problem in references_to_nothing(records, keys)] == [
        "3",
        "b",
    ]


def test_of_a_kind_that_was_not_read_nothing_is_claimed() -> None:
    assert not list(references_to_nothing([live(Proposal(creator_id=3))], {}))


@pytest.mark.parametrize(("read_to", "found"), [({}, 1), ({"membership": 9}, 1), ({"membership": 8}, 0)])
def test_what_was_read_after_the_list_it_names_is_not_judged(read_to: dict[str, int], found: int) -> None:
    """The record was first read at block 9."""
    assert len(list(references_to_nothing([live(Proposal(creator_id=3))], {"membership": set()}, read_to))) == found


def test_an_end_before_its_start_is_named_by_its_field() -> None:
    early = ElectedCouncil(elected_block=100, ended_block=99, elected_at="2024-01-02", ended_at="2024-01-03")  # type: ignore[arg-type]
    (problem,) = ends_before_starts([live(early)])
    assert (problem.code, problem.target and problem.target.field) == ("end-before-start", "ended_block")
    assert "99" in problem.what


def test_an_end_with_its_start_or_without_one_is_no_problem() -> None:
    same = ElectedCouncil(elected_block=100, ended_block=100)
    assert not list(ends_before_starts([live(same), live(ElectedCouncil(ended_block=5)), live(ElectedCouncil())]))


def test_a_vote_older_than_its_proposal_is_a_problem() -> None:
    starts = {"proposal": {"3": Start(block=50, at="2024-01-02T00:00:00Z")}}  # type: ignore[arg-type]
    votes = [
        live(ProposalVote(proposal=3, block=49, at="2024-01-01T00:00:00Z"), "a"),  # type: ignore[arg-type]
        live(ProposalVote(proposal=3, block=50, at="2024-01-02T00:00:00Z"), "b"),  # type: ignore[arg-type]
        live(ProposalVote(proposal=4, block=1), "c"),
        live(ProposalVote(block=1), "d"),
    ]
    found = list(answers_before_questions(votes, starts))
    assert [(one.code, one.target and (one.target.key, one.target.field)) for one in found] == [
        ("answer-before-question", ("a", "block")),
        ("answer-before-question", ("a", "at")),
    ]
    assert len({one.id for one in found}) == 2


KEYS = {"membership": {"1", "2"}, "proposal": {"1", "2"}, "worker": {"1"}, "live-category": {"1"}}
STARTS = {
    kind: {"1": Start(block=5, at="2024-01-05"), "2": Start(block=None, at=None)}  # type: ignore[arg-type]
    for kind in ("proposal", "live-thread", "live-category", "opening", "application", "chain-bounty")
}


def drawn(kind: str, random: Random) -> AnyStated:
    """Make a record with any of its compared fields, and some of them in the wrong order or naming nothing."""
    values: dict[str, Any] = {}
    for field in compared_fields(kind):
        of_type = str(KINDS[kind].__dataclass_fields__[field].type)  # type: ignore[attr-defined]
        if "Moment" in of_type:
            values[field] = random.choice([None, "2024-01-04", "2024-01-05", "2024-01-06"])
        elif field in REFERENCES.get(kind, {}):
            values[field] = random.choice([None, *((1, 2, 3) if "int" in of_type else ("1", "2", "3"))])
        else:
            values[field] = random.choice([None, 4, 5, 6])
    return live(SimpleNamespace(KIND=kind, **values))


@pytest.mark.parametrize("kind", sorted({*REFERENCES, *SPANS, *ANSWERS}))
def test_no_record_in_which_something_is_found_is_beyond_doubt(kind: str) -> None:
    random = Random(kind)
    keys = {named: KEYS.get(named, {"1"}) for fields in REFERENCES.values() for named in fields.values()}
    for _ in range(300):
        record = drawn(kind, random)
        found = [
            *references_to_nothing([record], keys),
            *ends_before_starts([record]),
            *answers_before_questions([record], STARTS),
        ]
        assert doubts_about(kind, keys, STARTS)(vars(record.fact)) == bool(found)
