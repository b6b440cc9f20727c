"""The proposal that elects the secretary: drafts on request alone, the clock of its approval, the mandate and the permission."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.desk.neutrality.gate import concerns
from secretariat.facts.desk_decisions import MandateRecord
from secretariat.facts.secretary_decisions import PermissionSeen
from tests.duties.terms.invented import (
    BEGAN,
    COUNCIL,
    ELECTION,
    SETTINGS,
    World,
    concluded,
    decided,
    gracing,
    keys,
    noted,
    stored,
    taken,
    the,
    told,
    wanted,
    willing,
)

LAST, LIMIT = BEGAN + 7_200, BEGAN + 14_400
SOON = World(head=BEGAN + 9_000)


def drafts(*more: Any) -> list[str]:
    return keys(replace(SOON, more=more), "signal")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ([], []),
        ([willing(31)], []),
        ([willing(31, asks=True)], ["council-7/31"]),
        ([willing(31, asks=True), willing(12, 2), willing(41, 3, asks=True)], ["council-7/31", "council-7/41"]),
        ([willing(31, asks=True), willing(31, 2, asks=False)], []),
        ([willing(31, asks=True, council=6)], []),
        ([willing(900)], []),
        ([willing(31, asks=True), noted(8, member_id=31), told(8, "deciding")], []),
        ([willing(31, asks=True), noted(8, member_id=41), told(8, "deciding")], ["council-7/31"]),
        ([willing(31, asks=True), noted(8), told(8, "executed")], []),
    ],
    ids=["nobody", "not asked", "asked", "two of three", "not any more", "of another term", "present holder", "filed",
         "another's is filed", "elected"],
)  # fmt: skip
def test_a_signal_is_drafted_for_whoever_asked_and_for_nobody_else(more: list[Any], found: list[str]) -> None:
    assert drafts(*more) == found


def test_a_draft_has_who_serves_the_deputy_and_github_in_the_same_shape_for_everybody() -> None:
    one = willing(31, asks=True, deputy_id=32, github="ada-q")
    other = willing(41, 2, asks=True, deputy_id=42, github="b", filed_by=900)
    world = replace(SOON, more=[one, other], handles={31: "ada", 41: "bert", 32: "cy", 42: "di"})
    found = concluded(world)
    (first,), (second,) = (found[f"terms/signal/council-7/{member}"].wanted for member in (31, 41))
    for made, files in ((first, 31), (second, 900)):
        assert (made.kind, made.channel, made.destination.member_id) == ("signal-proposal", "chain", files)
        assert made.title == "Secretary of council 7"
        assert len(made.title.encode()) <= 40
        assert concerns(made) == ()
        assert made.people
        assert made.until == ELECTION - 1
    assert "- Deputy: cy (member id 32)\n- GitHub of the secretary: https://github.com/ada-q" in first.text
    shared = first.text.replace("ada-q", "b").replace("ada", "bert").replace("cy", "di")
    assert shared.replace("31", "41").replace("32", "42") == second.text


def test_who_stakes_is_said_at_the_desk() -> None:
    assert "Its staking account is that of member 31" in the(replace(SOON, more=[willing(31, asks=True)]), "signal").why
    known = willing(31, asks=True, account="0x" + "ab" * 32)
    assert "staking account" not in the(replace(SOON, more=[known]), "signal").why


CLOCK = "terms/clock/council-7"


@pytest.mark.parametrize(
    ("head", "more", "level", "said"),
    [
        (BEGAN, [], "task", "No proposal elects the secretary of council 7 yet"),
        (LAST - 1, [], "task", "yet"),
        (LAST, [], "alert", "yet"),
        (LIMIT + 1, [], "alert", "the time for it is over"),
        (LAST, [noted(8)], "alert", "is not known to the chain's facts"),
        (LAST, [noted(8, elects=False), told(8, "deciding")], "alert", "No proposal elects"),
        (LAST, [noted(8, council=6), told(8, "deciding")], "alert", "No proposal elects"),
        (LAST, [noted(8), noted(8, 51, elects=False), told(8, "deciding")], "alert", "No proposal elects"),
        (LIMIT - 3_601, [noted(8), told(8, "deciding")], "task", "is being voted on"),
        (LIMIT - 3_601, [noted(8), stored(8, "active")], "task", "is being voted on"),
        (LIMIT - 3_600, [noted(8), told(8, "deciding")], "alert", "is being voted on"),
        (LIMIT + 1, [noted(8), told(8, "deciding")], "alert", "and is not approved in time"),
        (LIMIT, [noted(8), stored(8, "pending-execution", approved=LIMIT)], "task", "approved in time and waits"),
        (LIMIT, [noted(8), told(8, "gracing"), gracing(8, LIMIT)], "task", "approved in time and waits"),
        (LIMIT + 9, [noted(8), stored(8, "pending-execution", approved=LIMIT + 1)], "alert", "was approved late"),
        (LIMIT + 9, [noted(8), told(8, "gracing"), gracing(8, LIMIT + 1)], "alert", "was approved late"),
        (LAST, [noted(8), told(8, "gracing")], "task", "was approved and waits"),
        (LAST, [noted(8), told(8, "rejected")], "alert", "ended as rejected"),
        (LAST, [noted(8), told(8, "expired")], "alert", "ended as expired"),
        (LAST, [noted(8), told(8, "execution-failed")], "alert", "ended as execution failed"),
        (LAST - 9, [noted(8), told(8, "rejected"), noted(9, 51), told(9, "deciding")], "task", "Proposal 9, which"),
        (LAST, [noted(8), told(8, "executed", block=LAST)], None, ""),
        (LAST, [noted(8), told(8, "rejected"), noted(9, 51), told(9, "executed")], None, ""),
    ],
)  # fmt: skip
def test_the_clock_tells_how_far_the_proposal_is(head: int, more: list[Any], level: str | None, said: str) -> None:
    found = concluded(World(head=head, more=more)).get(CLOCK)
    assert (found.level if found else None) == level
    if found is not None:
        assert said in found.title
        assert found.due is not None
        assert found.due.block == LIMIT
        assert found.wanted == ()


def test_an_election_that_begins_anew_leaves_the_clock_of_the_term_as_it_is() -> None:
    anew = World(stage="announcing", began=ELECTION, head=ELECTION + 10, cycle=8)
    assert keys(anew, "clock") == ["council-7"]
    assert keys(replace(anew, more=[noted(8), told(8, "executed")]), "clock") == []


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, True),
        ({"title": "SECRETARY of council 7"}, True),
        ({"title": "A lamp"}, False),
        ({"title": None}, False),
        ({"type": "funding-request"}, False),
        ({"created_block": BEGAN - 1}, False),
        ({"status": "gracing"}, True),
        ({"status": "executed"}, True),
        ({"status": "dormant"}, True),
        ({"status": "rejected"}, True),
        ({"status": "expired"}, True),
        ({"status": "cancelled"}, True),
        ({"status": "vetoed"}, True),
        ({"status": "execution-failed"}, True),
        ({"status": None}, True),
    ],
)
def test_a_signal_of_this_term_with_a_word_of_its_title_is_asked_about(given: dict[str, Any], *, asked: bool) -> None:
    world = replace(SOON, more=[told(8, **{"status": "deciding", **given})])
    assert keys(world, "which") == (["council-7/8"] if asked else [])
    for elects in (True, False):
        assert keys(replace(world, more=[*world.more, noted(8, elects=elects)]), "which") == []


@pytest.mark.parametrize(
    ("status", "level"),
    [("deciding", "task"), ("dormant", "task"), ("gracing", "task"), ("executed", "task")]
    + [(ended, "alert") for ended in ("rejected", "expired", "slashed", "cancelled", "vetoed", "execution-failed")],
)
def test_one_that_ended_before_anybody_looked_is_an_alert_until_another_is_executed(status: str, level: str) -> None:
    world = replace(SOON, more=[told(8, status)])
    one = the(world, "which")
    assert one.level == level
    assert (f"It ended as {status.replace('-', ' ')}." in one.why) == (level == "alert")
    other = replace(world, more=[*world.more, noted(9), told(9, "executed")])
    assert the(other, "which").level == "task"


def test_the_words_of_a_title_are_settings() -> None:
    world = replace(SOON, more=[told(8, "deciding", title="Amanuensis")])
    assert keys(world, "which", replace(SETTINGS, proposal_words=("amanuensis", "clerk"))) == ["council-7/8"]


def record(first: int = BEGAN + 9_000, seq: int = 60, **given: Any) -> Any:
    values = {"taken": taken(seq), "secretary": 31, "first": first, "last": ELECTION - 1, **given}
    return decided(MandateRecord(**values))


ELECTED = [noted(8, member_id=31), told(8, "executed"), willing(31, deputy_id=32, github="ada-q")]


@pytest.mark.parametrize(
    ("more", "there"),
    [
        (ELECTED, True),
        ([*ELECTED, record()], False),
        ([*ELECTED, record(BEGAN - 1)], True),
        ([noted(8), told(8, "gracing")], False),
        ([noted(8), told(8, "rejected")], False),
        ([], False),
    ],
)
def test_after_the_execution_the_mandate_is_to_be_recorded(more: list[Any], *, there: bool) -> None:
    world = replace(SOON, more=more)
    assert keys(world, "mandate") == (["council-7"] if there else [])
    if there:
        assert (
            f"secretariat mandate record --secretary 31 --deputy 32 --proposal 8 --first {BEGAN + 9_000} --last {ELECTION - 1}"
            in the(world, "mandate").why
        )


def test_the_command_names_the_deputy_also_while_that_member_is_not_known() -> None:
    assert "--secretary 31 --deputy 32 " in the(replace(SOON, more=ELECTED, strangers=(32,)), "mandate").why


def test_the_command_leaves_open_whom_nobody_noted_and_says_when_the_approval_was_late() -> None:
    late = World(head=LIMIT + 20, more=[noted(8), told(8, "executed", block=LIMIT + 9), gracing(8, LIMIT + 1)])
    why = the(late, "mandate").why
    assert "--secretary MEMBER --proposal 8" in why
    assert "it was approved late" in why


@pytest.mark.parametrize(
    ("more", "there"),
    [
        ([record()], True),
        ([record(), decided(PermissionSeen(taken=taken(61), council=COUNCIL, permission="triage"))], False),
        ([record(), decided(PermissionSeen(taken=taken(61), council=6, permission="triage"))], True),
        ([record(BEGAN - 1)], False),
        ([], False),
    ],
)
def test_after_the_mandate_the_permission_on_github_is_to_be_looked_at(more: list[Any], *, there: bool) -> None:
    world = replace(SOON, more=[*ELECTED, *more])
    assert keys(world, "permission") == (["council-7"] if there else [])
    if there:
        why = the(world, "permission").why
        assert "of ada-q" in why
        assert "merging needs Write" in why


def test_a_draft_is_wanted_with_its_words_alone() -> None:
    made = wanted(replace(SOON, more=[willing(31, asks=True)]), "signal", "signal")
    assert "Deputy" not in made.text
    assert "GitHub of" not in made.text
    assert "https://example.org/secretary" in made.text
