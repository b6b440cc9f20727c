"""Term summaries: the thread before the end, the deadline after it, reminders, and who has posted."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.desk.drafting import act_of
from secretariat.desk.drafts import Draft
from secretariat.desk.reconcile import DraftOnDesk, OnDesk, Silence, reconcile
from secretariat.facts.election_cycles import ElectionCycle
from tests.duties.elections.invented import CONSTANTS, moment, node
from tests.duties.terms.invented import (
    BEGAN,
    ELECTION,
    SETTINGS,
    World,
    concluded,
    keys,
    parts,
    reply,
    the,
    thread,
    wanted,
)

DAY = 14_400
TITLE = "Council 7: term summaries"
DEADLINE = ELECTION - 1 + 28_800
REVEALING = ELECTION - 57_600
OPENED = thread(TITLE, block=ELECTION - 20_000)
BEFORE = World(stage="revealing", began=REVEALING, head=ELECTION - 20_000, cycle=7)
AFTER = World(
    began=ELECTION,
    head=ELECTION + 10,
    cycle=7,
    councils=(100_000, 200_000, 300_000, 400_000, 500_000, 600_000, BEGAN, ELECTION),
    seats={7: (31, 32, 33), 8: (31, 41, 42)},
    handles={31: "ada", 32: "bert"},
    more=[OPENED],
)


@pytest.mark.parametrize(
    ("before", "since", "there"),
    [(28_801, 28_800, False), (28_800, 28_800, True), (2, 28_800, True), (28_800, 5_000, False), (5_000, 5_000, True)],
)
def test_the_thread_is_wanted_some_time_before_the_earliest_election(before: int, since: int, *, there: bool) -> None:
    world = replace(BEFORE, head=ELECTION - before)
    assert keys(world, "summaries", replace(SETTINGS, summaries_before=since)) == (["council-7"] if there else [])


def test_before_the_end_the_deadline_is_told_as_the_earliest_that_can_be() -> None:
    made = wanted(BEFORE, "summaries", "thread")
    assert (made.kind, made.title, made.until) == ("forum-thread", TITLE, ELECTION - 1)
    assert f"block {ELECTION - 1:,} ([[time {ELECTION - 1}]]) at the earliest" in made.text
    assert f"block {DEADLINE:,} ([[time {DEADLINE}]])" in made.text
    assert the(BEFORE, "summaries").level == "task"


def test_a_thread_that_is_not_there_after_the_end_is_an_alert_with_the_deadline_until_it_has_passed() -> None:
    bare = replace(AFTER, more=[])
    found = the(bare, "summaries")
    assert (found.key, found.level) == ("terms/summaries/council-7", "alert")
    assert found.due is not None
    assert found.due.block == DEADLINE
    (made,) = found.wanted
    assert f"block {DEADLINE:,} ([[time {DEADLINE}]])" in made.text
    assert "at the earliest" not in made.text
    assert keys(replace(bare, head=DEADLINE), "summaries") == ["council-7"]
    assert keys(replace(bare, head=DEADLINE + 1), "summaries") == []


@pytest.mark.parametrize("opened", [BEGAN, ELECTION - 1, ELECTION + 3])
def test_a_thread_of_this_council_is_found_and_not_opened_again(opened: int) -> None:
    assert keys(replace(AFTER, more=[thread(TITLE, block=opened)]), "summaries") == []
    old = thread(TITLE, block=BEGAN - 1)
    assert keys(replace(AFTER, more=[old]), "summaries") == ["council-7"]


def test_an_election_that_fails_leaves_the_term_and_its_thread_and_moves_the_deadline() -> None:
    anew = World(stage="announcing", began=ELECTION, head=ELECTION + 10, cycle=8)
    later = ELECTION + 86_400 + 57_600 + 57_600
    assert keys(anew, "summaries") == ["council-7"]  # the end was near, and what has begun stays
    late = replace(anew, stage="revealing", began=later - 57_600, head=later - 100)
    assert keys(late, "summaries") == ["council-7"]
    assert f"block {later + 28_799:,}" in wanted(late, "summaries", "thread").text
    for world in (anew, late):
        assert keys(replace(world, more=[OPENED]), "summaries") == []
        assert not any("deadline" in key or "posted" in key for key in concluded(replace(world, more=[OPENED])))


SHORT = {**CONSTANTS, "Referendum.VoteStageDuration": 7_200, "Referendum.RevealStageDuration": 7_200}
"""With so short an election announcing itself comes near its end: a candidate who withdraws in its last block sends it back."""
JUST_NEAR, JUST_FAR = (
    {**CONSTANTS, "Referendum.VoteStageDuration": 14_399, "Referendum.RevealStageDuration": n} for n in (14_400, 14_401)
)
"""In the last block of announcing the election is one block more than voting and revealing away: 28,800 and 28,801."""
FAILED = BEGAN + 201_600 + 86_400


def _cycles(elected_in: int, *failed: int) -> list[Any]:
    """State the election that council 7 came from, and blocks in which later ones failed."""
    elected = ElectionCycle(cycle=elected_in, finished=True, ended_block=BEGAN, next_council="council-7")
    later = (ElectionCycle(cycle=elected_in + n, finished=True, ended_block=b) for n, b in enumerate(failed, start=1))
    return [node(one, f"cycle-{one.cycle}", one.ended_block or 0) for one in (elected, *later)]


def _announcing(began: int, cycle: int, *more: Any, after: int = 10, **given: Any) -> World:
    return World(stage="announcing", began=began, head=began + after, cycle=cycle, more=more, **given)


@pytest.mark.parametrize(
    ("world", "begun"),
    [
        (_announcing(FAILED - 86_400, 7, constants=SHORT, after=80_000), True),
        (_announcing(FAILED, 8, constants=SHORT), True),
        (_announcing(FAILED - 86_400, 7, constants=JUST_NEAR, after=86_398, standing=4), False),
        (_announcing(FAILED - 86_400, 7, constants=JUST_NEAR, after=86_399, standing=4), True),
        (_announcing(FAILED, 8, constants=JUST_NEAR), True),
        (_announcing(FAILED - 86_400, 7, constants=JUST_FAR, after=86_399, standing=4), False),
        (_announcing(FAILED, 8, constants=JUST_FAR), False),
        (_announcing(FAILED + 86_400, 9, *_cycles(6, FAILED, FAILED + 86_400), constants=JUST_FAR), False),
        (_announcing(FAILED, 8, *_cycles(6, FAILED), constants=SHORT), True),
        (_announcing(FAILED + 86_400, 9, *_cycles(6, FAILED, FAILED + 86_400), constants=SHORT), True),
        (
            _announcing(FAILED, 8),
            False,
        ),  # it failed before votes, which take far longer than the thread is opened ahead
        (_announcing(FAILED + 86_400, 9, *_cycles(6, FAILED, FAILED + 86_400)), False),
        (_announcing(FAILED + 2 * 86_400, 10, *_cycles(6, FAILED, FAILED + 86_400, FAILED + 2 * 86_400)), False),
        (_announcing(ELECTION, 8, *_cycles(6, ELECTION)), True),
        (_announcing(ELECTION + 86_400, 9, *_cycles(6, ELECTION, ELECTION + 86_400)), True),
        (_announcing(ELECTION, 8), True),
        (_announcing(BEGAN + 201_600, 7, *_cycles(6)), False),
    ],
)
def test_what_began_when_the_end_was_near_stays_though_an_election_begins_anew(world: World, *, begun: bool) -> None:
    for rule in ("summaries", "handover"):
        assert keys(world, rule) == (["council-7"] if begun else [])


@pytest.mark.parametrize("rule", ["summaries-open", "handover"])
def test_a_thread_that_is_there_is_told_of_while_the_term_lasts(rule: str) -> None:
    there = thread(TITLE, block=FAILED - 100)
    for world in (_announcing(FAILED, 8), _announcing(FAILED, 8, constants=SHORT), BEFORE, _announcing(ELECTION, 8)):
        assert keys(replace(world, more=[there]), rule) == ["council-7"]
    assert keys(replace(AFTER, more=[there]), rule) == []


def test_one_message_goes_out_however_often_the_election_begins_anew() -> None:
    there = thread(TITLE, block=FAILED - 100)
    worlds = [_announcing(block, cycle, there) for block, cycle in ((FAILED, 8), (2 * FAILED, 9), (3 * FAILED, 10))]
    found = [concluded(world)["terms/summaries-open/council-7"] for world in worlds]
    assert len({one.wanted[0].digest for one in found}) == len(found), "each time the deadline moves"
    first = found[0]
    act = act_of(first.wanted[0], first, 1)
    out = Draft(number=1, finding=1, act=act, wanted=first.wanted[0], created_at=moment(FAILED))
    silence = Silence(duties={}, sources={})
    for one in found[1:]:
        changes = reconcile([OnDesk(number=1, finding=first)], [DraftOnDesk(draft=out, state="sent")], [one], silence)
        assert (changes.opened, changes.closed, changes.drafted) == ((), (), ())


def test_the_thread_is_told_of_before_the_end_and_the_deadline_after_it() -> None:
    ahead = wanted(replace(BEFORE, more=[OPENED]), "summaries-open", "discord")
    assert "https://pioneerapp.xyz/#/forum/thread/55" in ahead.text
    assert f"at the earliest block {DEADLINE:,}" in ahead.text
    assert ahead.until == ELECTION - 1
    assert parts(AFTER, "deadline") == ["discord", "thread"]
    assert f"block {DEADLINE:,} ([[time {DEADLINE}]])" in wanted(AFTER, "deadline", "discord").text
    there = wanted(AFTER, "deadline", "thread")
    assert (there.destination.thread, there.destination.member_id) == (55, 900)
    assert "forum/thread/55" not in there.text
    locked = thread(TITLE, block=ELECTION - 20_000, status="locked")
    assert parts(replace(AFTER, more=[locked]), "deadline") == ["discord"]


def test_the_texts_link_to_the_feedback_of_the_same_council_where_there_is_one() -> None:
    feedback = thread("Council 7: feedback on the round", 54)
    assert "forum/thread/54" not in wanted(BEFORE, "summaries", "thread").text
    assert "forum/thread/54" in wanted(replace(BEFORE, more=[feedback]), "summaries", "thread").text
    assert "forum/thread/54" in wanted(replace(AFTER, more=[OPENED, feedback]), "deadline", "discord").text


@pytest.mark.parametrize(
    ("before", "step"),
    [(28_000, None), (DAY + 1, None), (DAY, "14400"), (3_601, "14400"), (3_600, "3600"), (1, "3600"), (0, None)],
)
def test_reminders_come_at_their_steps_before_the_deadline_and_ring_the_role(before: int, step: str | None) -> None:
    world = replace(AFTER, head=DEADLINE - before)
    assert keys(world, "summaries-reminder") == ([] if step is None else [f"council-7/{step}"])
    assert keys(world, "deadline") == (["council-7"] if before > DAY else [])
    if step is not None:
        made = wanted(world, "summaries-reminder", "discord")
        assert [each.id for each in made.mentions] == ["77"]
        assert made.until == (DEADLINE - 3_601 if step == "14400" else DEADLINE)


def test_a_reminder_needs_no_fresh_source_and_tells_how_old_its_facts_are() -> None:
    world = replace(AFTER, head=DEADLINE - 20_000, carried=DEADLINE - DAY)
    assert the(world, "summaries-reminder").needs == ()
    assert f"last read at block {world.head:,}" in wanted(world, "summaries-reminder", "discord").text
    fresh = replace(AFTER, head=DEADLINE - DAY)
    assert "last read" not in wanted(fresh, "summaries-reminder", "discord").text


ALL = [reply(1, 31), reply(2, 32), reply(3, 33)]


@pytest.mark.parametrize(
    ("posts", "missing"),
    [
        ([], "ada (member 31), bert (member 32), member 33"),
        ([ALL[0], ALL[2]], "bert (member 32)"),
        ([reply(1, 31, block=ELECTION - 9_000), *ALL[1:]], None),
        (ALL, None),
        ([*ALL[1:], reply(1, 31, origin="thread-initial", created_block=None)], "ada (member 31)"),
        ([*ALL[1:], reply(1, 31, status="locked")], None),
        ([*ALL[1:], reply(1, 31, status="moderated")], "ada (member 31)"),
        ([*ALL[1:], reply(1, 31, status="removed")], "ada (member 31)"),
        ([*ALL[1:], reply(1, 31, thread=56)], "ada (member 31)"),
        ([*ALL[1:], reply(1, 41)], "ada (member 31)"),
    ],
    ids=[
        "nobody",
        "two",
        "before the end",
        "all",
        "opener",
        "locked",
        "moderated",
        "removed",
        "elsewhere",
        "of the new council",
    ],
)
def test_the_desk_knows_who_of_the_council_that_left_has_posted(posts: list[Any], missing: str | None) -> None:
    world = replace(AFTER, head=DEADLINE - 3_000, more=[OPENED, *posts])
    assert keys(world, "summaries-posted") == ([] if missing is None else ["council-7"])
    assert bool(keys(world, "summaries-reminder")) == (missing is not None)
    if missing is not None:
        found = the(world, "summaries-posted")
        assert f"Not posted in thread 55: {missing}." in found.why
        assert (found.audience, found.wanted, found.level) == ("desk", (), "alert")


def test_who_has_not_posted_is_nowhere_in_public() -> None:
    for head in (ELECTION + 10, DEADLINE - DAY, DEADLINE - 100):
        world = replace(AFTER, head=head, more=[OPENED, ALL[1]])
        for found in concluded(world).values():
            if found.audience != "desk":
                said = " ".join([found.title, found.why, *(one.text for one in found.wanted)])
                assert not any(name in said for name in ("ada", "bert", "member 33"))


@pytest.mark.parametrize(
    ("after", "level"), [(-3_601, "task"), (-3_600, "alert"), (0, "alert"), (DAY, "alert"), (DAY + 1, None)]
)
def test_who_has_not_posted_stays_for_a_day_after_the_deadline(after: int, level: str | None) -> None:
    world = replace(AFTER, head=DEADLINE + after, more=[OPENED, ALL[0]])
    found = concluded(world).get("terms/summaries-posted/council-7")
    assert (found.level if found else None) == level
    late = replace(world, more=[OPENED, ALL[0], reply(2, 32, block=DEADLINE + 1)])
    if level is not None:
        assert ("after the deadline" in the(late, "summaries-posted").why) is True


def test_a_short_term_may_have_summaries_of_two_councils_at_once() -> None:
    short = dict(World().constants)
    for name in ("Council.AnnouncingPeriodDuration", "Referendum.VoteStageDuration", "Referendum.RevealStageDuration"):
        short[name] = 4_000
    world = replace(AFTER, constants=short, ends=ELECTION + 5_000)
    assert keys(world, "summaries") == ["council-8"]
    assert keys(world, "deadline") == ["council-7"]


def test_where_terms_are_shorter_than_the_deadline_no_council_is_forgotten() -> None:
    firsts = (BEGAN, BEGAN + 13_200, BEGAN + 26_400, BEGAN + 39_600)
    threads = [
        thread(f"Council {number}: term summaries", number=50 + number, block=first + 6_000)
        for number, first in enumerate(firsts, start=7)
    ]
    world = World(
        began=firsts[3],
        cycle=10,
        councils=(100_000, 200_000, 300_000, 400_000, 500_000, 600_000, *firsts),
        seats={7: (31,), 8: (32,), 9: (33,), 10: (31,)},
        more=threads,
    )

    def told(rule: str, head: int) -> list[str]:
        return keys(replace(world, head=head), rule)

    assert told("deadline", firsts[3] + 10) == ["council-8", "council-9"]  # that of 7 is in its last day already
    assert told("summaries-reminder", firsts[3] + 10) == ["council-7/3600"]
    assert told("summaries-reminder", firsts[2] - 1 + 28_800 - DAY) == ["council-7/3600", "council-8/14400"]
    assert told("summaries-posted", firsts[3] + 10) == ["council-7", "council-8", "council-9"]
    assert told("summaries-posted", firsts[1] - 1 + 28_800 + DAY + 1) == ["council-8", "council-9"]


def test_after_a_council_of_which_nothing_is_told_nobody_is_said_to_be_missing() -> None:
    assert keys(replace(AFTER, seats={7: (), 8: (41,)}), "summaries-posted") == []


def test_without_a_category_the_task_stands_there_without_words() -> None:
    assert parts(BEFORE, "summaries", replace(SETTINGS, forum_category=None)) == []
