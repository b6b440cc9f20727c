"""One vote: counts and outcomes for everybody, notices where digests do not reach, a council change before the end."""

from dataclasses import replace

import pytest

from secretariat.desk.findings import Finding
from secretariat.duties.proposals.settings import Settings
from secretariat.facts.councils import ElectedCouncil
from tests.duties.proposals.invented import (
    BEGAN,
    CONSTANTS,
    ELECTION,
    SETTINGS,
    Filed,
    World,
    concluded,
    node,
    of_rule,
)

LAST = BEGAN + 1_000 + 43_199
SOME = replace(SETTINGS, mentions={11: "70011"})
REVEALING = {"stage": "revealing", "began": ELECTION - 57_600, "ends": ELECTION}


def only(found: dict[str, Finding]) -> Finding:
    assert len(found) == 1, found
    return next(iter(found.values()))


@pytest.mark.parametrize(
    ("votes", "says"),
    [
        ({}, "0 of 3 council members have voted. Still possible: approved, rejected, slashed or expired."),
        ({11: "A"}, "1 of 3 council members have voted. Still possible: approved, rejected or expired."),
        ({11: "A", 12: "R"}, "2 of 3 council members have voted. Still possible: approved, rejected or expired."),
        ({11: "S", 12: "S"}, "2 of 3 council members have voted. Still possible: rejected, slashed or expired."),
    ],
)
def test_in_public_there_are_counts_and_what_can_still_come(votes: dict[int, str], says: str) -> None:
    one = only(of_rule(World(filed=[Filed(votes=votes)]), "vote"))
    assert one.why == says
    assert one.audience == "public"
    assert one.due is not None
    assert one.due.block == LAST
    assert one.needs == ("chain",)


def test_no_public_word_names_who_has_voted_or_not() -> None:
    world = World(filed=[Filed(votes={11: "A"}, activated=ELECTION - 20_000)], head=ELECTION - 10_000, **REVEALING)  # type: ignore[arg-type]
    for one in concluded(world, SOME).values():
        told = [wanted.text for wanted in one.wanted if not wanted.mentions]
        if one.audience == "public":
            told += [one.title, one.why]
        assert not [name for name in ("ada", "bert", "cleo") for text in told if name in text]


def test_where_a_council_change_may_reject_it_that_is_what_can_come() -> None:
    """As long as the reveal can fail, the vote may go on for longer; with enough revealed candidates the council changes."""
    filed = Filed(activated=ELECTION - 20_000, votes={11: "A"})
    one = only(of_rule(World(filed=[filed], head=ELECTION - 10_000, **REVEALING), "vote"))  # type: ignore[arg-type]
    assert "Still possible: approved, rejected or expired." in one.why
    assert f"if that election begins anew, a vote counts until block {ELECTION - 20_000 + 43_199:,}" in one.why
    sure = World(filed=[filed], head=ELECTION - 10_000, winners=3, **REVEALING)  # type: ignore[arg-type]
    one = only(of_rule(sure, "vote"))
    assert one.why == "1 of 3 council members have voted. Still possible: approved or rejected."


@pytest.mark.parametrize(("expires", "end"), [(ELECTION - 1, "expired"), (ELECTION, "rejected")])
def test_a_vote_that_ends_with_the_election_is_rejected_by_it(expires: int, end: str) -> None:
    filed = Filed(activated=expires - 43_200, votes={11: "A"})
    one = only(of_rule(World(filed=[filed], head=ELECTION - 10_000, winners=3, **REVEALING), "vote"))  # type: ignore[arg-type]
    assert ("expired" in one.why) == (end == "expired")


def test_everybody_is_told_of_a_new_proposal_once_and_only_at_its_beginning() -> None:
    settings = replace(SETTINGS, announcements="town")
    (told,) = only(of_rule(World(), "vote", settings)).wanted
    assert told.destination.place == "town"
    assert told.text.startswith("**Proposal 7 is open for the council's votes**")
    assert "Councils in a row" not in told.text
    assert "may change" not in told.text
    again = Filed(constitutionality=2, confirmations=1)
    (told,) = only(of_rule(World(filed=[again]), "vote", settings)).wanted
    assert "- Councils in a row that have approved it: 1 of 2" in told.text
    assert only(of_rule(World(head=LAST - 14_400), "vote", settings)).wanted == ()


def test_notice_and_reminders_where_somebody_is_not_reached() -> None:
    assert of_rule(World(), "notice") == {}
    (told,) = of_rule(World(), "notice", SOME)[f"7/{BEGAN + 1_000}"].wanted
    assert told.mentions == ()
    assert told.destination.place == "council"
    found = of_rule(World(head=LAST - 14_400), "reminder", SOME)
    assert list(found) == [f"7/{LAST}-14400"]
    (told,) = found[f"7/{LAST}-14400"].wanted
    assert f"- Last block in which a vote counts: {LAST:,} ([[time {LAST}]]), in [[left {LAST}]]" in told.text
    assert "last read" not in told.text
    reached_all = World(head=LAST - 14_400, filed=[Filed(votes={12: "A", 13: "R"})])
    assert of_rule(reached_all, "reminder", SOME) == {}
    assert of_rule(World(), "notice", Settings())[f"7/{BEGAN + 1_000}"].wanted == ()


def test_a_notice_stands_while_a_council_change_is_ahead_so_that_nobody_is_told_twice_where_it_comes_to_nothing() -> (
    None
):
    """Its words are for the beginning alone; where the election fails the vote goes on, and its beginning was told."""
    began = ELECTION - 20_000
    filed = Filed(activated=began)
    ends_soon = World(filed=[filed], head=ELECTION - 2_000, **REVEALING)  # type: ignore[arg-type]
    assert list(of_rule(ends_soon, "reminder", SOME)) == [f"7/{ELECTION - 2}-3600"]
    assert of_rule(ends_soon, "notice", SOME)[f"7/{began}"].wanted == ()
    anew = World(filed=[filed], head=ELECTION + 10, stage="announcing", began=ELECTION + 1, ends=ELECTION + 129_600)
    assert of_rule(anew, "notice", SOME)[f"7/{began}"].wanted
    assert of_rule(World(head=LAST - 14_400), "notice", SOME) == {}, "none is ahead"


@pytest.mark.parametrize(
    ("carried", "subjects"),
    [
        (LAST - 14_000 + 150, [f"7/{LAST}-14400"]),
        (LAST - 14_500 + 150, []),
        (LAST - 14_500 + 151, [f"7/{LAST}-14400"]),
        (LAST - 3_600, [f"7/{LAST}-3600"]),
        (LAST, []),
    ],
)
def test_old_facts_remind_of_the_deadline_with_their_age_and_say_nothing_of_votes(
    carried: int, subjects: list[str]
) -> None:
    """The head is 100 blocks before the step of 14,400; the next steps come while the chain is not read."""
    world = World(head=LAST - 14_500, carried=carried, filed=[Filed(votes={11: "A"})])
    found = of_rule(world, "reminder")
    assert list(found) == subjects
    for one in found.values():
        assert one.needs == ()
        (told,) = one.wanted
        assert (
            f"The chain was last read at block {LAST - 14_500:,}. Nothing is said here about who has voted" in told.text
        )
        assert "have voted." not in told.text + one.why


def test_a_step_that_digests_have_told_is_not_told_again_when_the_facts_grow_old() -> None:
    assert of_rule(World(head=LAST - 14_400, carried=LAST - 10_000), "reminder") == {}


@pytest.mark.parametrize(("expires", "warned"), [(ELECTION - 1, False), (ELECTION, True), (ELECTION + 1, True)])
def test_a_vote_that_ends_at_or_after_the_election_is_warned_of(expires: int, warned: bool) -> None:
    filed = Filed(activated=expires - 43_200)
    world = World(filed=[filed], head=ELECTION - 40_000, **REVEALING)  # type: ignore[arg-type]
    assert list(of_rule(world, "council-change")) == ([f"7/{ELECTION}"] if warned else [])


def test_the_warning_says_who_can_do_what_until_which_block() -> None:
    filed = Filed(activated=ELECTION - 20_000, votes={11: "A"})
    world = World(filed=[filed], head=ELECTION - 18_000, **REVEALING)  # type: ignore[arg-type]
    one = only(of_rule(world, "council-change"))
    assert one.level == "task"
    assert one.due is not None
    assert one.due.block == ELECTION - 2
    (told,) = one.wanted
    last = ELECTION - 2
    assert f"a vote counts until block {last:,} ([[time {last}]]), in [[left {last}]]" in told.text
    assert f"If the election begins anew: until block {ELECTION + 23_199:,}" in told.text
    assert "the fee for a rejected proposal is 83.333333333 JOY" in told.text
    near = World(filed=[filed], head=ELECTION - 2 - 14_400, **REVEALING)  # type: ignore[arg-type]
    assert only(of_rule(near, "council-change")).level == "alert"
    too_late = World(filed=[filed], head=ELECTION - 2, **REVEALING)  # type: ignore[arg-type]
    assert of_rule(too_late, "council-change") == {}


def test_an_unknown_fee_leaves_its_line_out() -> None:
    constants = {name: value for name, value in CONSTANTS.items() if not name.endswith("Fee")}
    filed = Filed(activated=ELECTION - 20_000)
    world = World(filed=[filed], head=ELECTION - 18_000, constants=constants, **REVEALING)  # type: ignore[arg-type]
    (told,) = only(of_rule(world, "council-change")).wanted
    assert "Proposer" not in told.text
    assert "Council members" in told.text


@pytest.mark.parametrize(
    ("status", "block", "told"),
    [
        ("rejected", BEGAN, True),
        ("rejected", BEGAN - 1, False),
        ("rejected", BEGAN + 1, False),
        ("vetoed", BEGAN, False),
        ("deciding", BEGAN, False),
    ],
)
def test_what_the_change_rejected_is_told_for_a_day(status: str, block: int, told: bool) -> None:
    filed = Filed(number=5, told={"status": status, "status_block": block})
    gone = [one for one in filed.records(BEGAN) if one.kind == "proposal"]
    council = node(ElectedCouncil(elected_block=BEGAN - 400_000), "council-0", BEGAN)
    for head, within in ((BEGAN + 10, True), (BEGAN + 14_399, True), (BEGAN + 14_400, False)):
        found = of_rule(World(filed=[], head=head, more=[*gone, council]), "lost")
        assert list(found) == ([f"5/{BEGAN}"] if told and within else [])
    if told:
        one = of_rule(World(filed=[], head=BEGAN + 10, more=gone), "lost")[f"5/{BEGAN}"]
        assert one.needs == ("chain", "query-node")
        assert "Votes did not reject it." in one.wanted[0].text
        assert "- Fee that its proposer paid: 83.333333333 JOY" in one.wanted[0].text


def test_a_finished_proposal_is_nobodys_task() -> None:
    """Withdrawn, vetoed or decided: the chain has removed it, and only the query node tells of it."""
    for status in ("cancelled", "vetoed", "executed", "expired", "slashed", "canceled-by-runtime"):
        gone = [one for one in Filed(told={"status": status}).records(BEGAN) if one.kind == "proposal"]
        assert concluded(World(filed=[], more=gone)) == {}
