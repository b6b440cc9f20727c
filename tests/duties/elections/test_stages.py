"""What is said when a stage begins, when a council is elected, what a seat brings, and the page of questions."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.neutrality.order import drawn, seed_of
from secretariat.desk.times import told_for_good
from tests.duties.elections.invented import (
    BEGAN,
    CONSTANTS,
    CYCLE,
    ENDS,
    GENESIS,
    LAST,
    SETTINGS,
    World,
    concluded,
    failed_before,
    keys,
    parts,
    thread,
    wanted,
)

THREE = ((BEGAN - 300, 11), (BEGAN - 200, 12), (BEGAN - 100, 13))
FOUR = (*THREE, (BEGAN - 50, 14))
HANDLES = {11: "ada", 12: "bo_b", 13: "李", 14: "dora"}


@pytest.mark.parametrize("stage", ["announcing", "voting", "revealing"])
@pytest.mark.parametrize("head", [BEGAN, BEGAN + 50_000, LAST])
def test_each_stage_has_one_message_with_its_last_usable_block(stage: str, head: int) -> None:
    world = World(stage=stage, head=head, came=THREE)
    assert keys(world, "stage") == [f"{CYCLE}-{BEGAN}/{stage}"]
    finding = concluded(world)[f"elections/stage/{CYCLE}-{BEGAN}/{stage}"]
    assert finding.due is not None
    assert finding.due.block == LAST
    assert finding.needs == ("chain",)
    message = wanted(world, "stage", "discord")
    assert f"{LAST:,} ([[time {LAST}]])" in message.text
    assert f"cycle {CYCLE}" in message.text
    assert message.until == LAST
    assert message.destination.place == "town"
    assert message.mentions == ()


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("announcing", "166,666.666666 JOY"),
        ("voting", "166.666666666 JOY"),
        ("voting", "keep a copy of it outside the browser"),
        ("revealing", "3 candidates with a revealed vote are needed"),
    ],
)
def test_a_message_tells_the_needs_of_its_stage(stage: str, words: str) -> None:
    assert words in wanted(World(stage=stage, came=THREE), "stage", "discord").text


def test_exactly_as_many_candidates_as_seats_is_told_when_voting_begins() -> None:
    words = "exactly as many candidates as seats"
    assert words in wanted(World(stage="voting", came=THREE), "stage", "discord").text
    assert words not in wanted(World(stage="voting", came=FOUR), "stage", "discord").text


def test_candidates_are_listed_in_the_thread_in_the_drawn_order_and_nowhere_else() -> None:
    world = World(stage="voting", came=FOUR, handles=HANDLES, more=[thread(block=BEGAN - 80_000)])
    assert parts(world, "stage") == ["discord", "thread"]
    assert wanted(world, "stage", "discord").entries == ()
    post = wanted(world, "stage", "thread")
    subjects = [entry.subject for entry in post.entries]
    assert subjects == list(drawn(["11", "12", "13", "14"], f"{GENESIS}/{CYCLE}", str))
    assert [entry.name for entry in post.entries] == [HANDLES[int(one)].replace("_", r"\_") for one in subjects]
    assert post.order_seed == seed_of(GENESIS, CYCLE)
    assert post.order_seed in post.text
    assert post.people
    assert concerns(post) == ()


@pytest.mark.parametrize(
    "handle", ["3 seats", "is needed", "voting is open", "JOY", "member id 12", "ends", "step by step", "block"]
)
def test_a_candidate_whose_handle_is_words_of_the_post_is_listed_without_a_concern(handle: str) -> None:
    """Its times are written out for the wallet: they stand in the values, and what the template says is still known."""
    world = World(stage="voting", came=FOUR, handles={**HANDLES, 11: handle}, more=[thread(block=BEGAN - 80_000)])
    post = wanted(world, "stage", "thread")
    said = told_for_good(post, world.now)
    assert post.form
    assert said.text != post.text
    assert concerns(said, program=True) == concerns(post, program=True) == ()
    named = replace(said, text=said.text.replace("Everybody who holds JOY can vote", "Everybody can vote for dora"))
    assert "named-elsewhere" in {one.code for one in concerns(named)}


@pytest.mark.parametrize(
    ("practice", "says"), [(True, "forum thread 55"), (False, "https://pioneerapp.xyz/#/forum/thread/55")]
)
def test_the_message_about_voting_leads_to_the_thread_that_lists_the_candidates(practice: bool, says: str) -> None:
    world = World(stage="voting", came=FOUR, practice=practice, more=[thread(block=BEGAN - 80_000)])
    assert f"- Candidates and their introductions: {says}" in wanted(world, "stage", "discord").text
    assert "their introductions" not in wanted(world, "stage", "thread").text
    assert "their introductions" not in wanted(replace(world, more=[]), "stage", "discord").text


ADDRESS = "https://council.example/council-elections"


@pytest.mark.parametrize("stage", ["announcing", "voting", "revealing"])
def test_what_opens_a_stage_links_the_page_of_questions_where_its_address_is_configured(stage: str) -> None:
    world = World(stage=stage, came=FOUR)
    linked = replace(SETTINGS, questions_url=ADDRESS)
    assert f"- How it goes, step by step: {ADDRESS}" in wanted(world, "stage", "discord", linked).text
    assert "step by step" not in wanted(world, "stage", "discord").text


def test_thread_and_restart_link_the_page_of_questions_too() -> None:
    bare, linked = World(), replace(SETTINGS, questions_url=ADDRESS)
    assert ADDRESS in wanted(bare, "thread", "thread", linked).text
    assert ADDRESS in wanted(replace(bare, more=failed_before(bare)), "failed", "discord", linked).text


def test_when_the_next_announcing_is_expected_is_said_as_such() -> None:
    text = wanted(World(stage="idle", councils=7), "stage", "discord").text
    assert f"from the next announcing on, which is expected in block {ENDS:,} ([[time {ENDS}]])." in text


@pytest.mark.parametrize(("seats", "says"), [(1, "1 seat is to be filled"), (3, "3 seats are to be filled")])
def test_seats_are_counted_in_words_that_fit(seats: int, says: str) -> None:
    world = World(constants={**CONSTANTS, "Council.CouncilSize": seats})
    assert says in wanted(world, "stage", "discord").text


def test_a_heading_of_the_questions_page_is_not_said_again_below_it() -> None:
    text = wanted(World(), "questions", "file").text
    assert "## What does a seat bring?\n\nBy the chain's present rate each council member gets " in text


def test_who_withdrew_is_not_listed() -> None:
    world = World(stage="voting", came=FOUR, left=((BEGAN - 20, 14),), more=[thread(block=BEGAN - 80_000)])
    assert {one.subject for one in wanted(world, "stage", "thread").entries} == {"11", "12", "13"}


def test_a_member_without_a_known_handle_is_a_number() -> None:
    world = World(stage="voting", came=THREE, more=[thread(block=BEGAN - 80_000)])
    assert "- member 11 (member id 11)" in wanted(world, "stage", "thread").text


@pytest.mark.parametrize(
    ("head", "ends", "there"),
    [
        (BEGAN, ENDS, True),
        (BEGAN + 14_399, ENDS, True),
        (BEGAN + 14_400, ENDS, False),
        (BEGAN + 99, BEGAN + 100, True),
    ],
)
def test_an_elected_council_is_announced_for_a_day(head: int, ends: int, there: bool) -> None:
    world = World(stage="idle", head=head, ends=ends, councils=7, handles={31: "ada"})
    assert keys(world, "stage") == ([f"{CYCLE}-{BEGAN}/elected"] if there else [])
    if there:
        message = wanted(world, "stage", "discord")
        assert {one.subject for one in message.entries} == {"31", "32", "33"}
        assert concerns(message) == ()
        assert message.until == min(BEGAN + 14_400, ends) - 1


def test_of_one_seat_and_one_candidate_nothing_was_drawn() -> None:
    text = wanted(World(stage="idle", head=BEGAN + 1, councils=7, seats=(31,)), "stage", "discord").text
    assert "Its member:" in text
    assert "drawn" not in text
    assert "sha" not in text.lower()


def test_the_elected_text_tells_of_every_stake_that_is_free() -> None:
    text = wanted(World(stage="idle", head=BEGAN + 1, councils=7), "stage", "discord").text
    free = "Stakes of candidacies that were not successful, of votes for them, and of votes that were not revealed can be released now"
    assert free in text


def test_the_idle_stage_at_genesis_follows_no_election() -> None:
    assert keys(World(stage="idle", cycle=0, seats=()), "stage") == []
    assert keys(World(stage="idle", cycle=0), "stage") == []


def test_the_elected_council_is_told_in_its_thread_and_not_in_the_one_before() -> None:
    """The seventh council was elected in block 700,000 of the invented chain; the sixth in block 600,000."""
    world = World(stage="idle", began=700_000, head=700_010, ends=900_000, councils=7)
    of_it, before = thread(55, block=650_000), thread(44, block=550_000, council=6)
    assert wanted(replace(world, more=[before, of_it]), "stage", "thread").destination.thread == 55
    assert parts(replace(world, more=[before]), "stage") == ["discord"]
    behind = replace(world, councils=6, seen=699_990, more=[before])
    assert parts(behind, "stage") == ["discord"], "the query node does not know of the new council yet"


@pytest.mark.parametrize(
    ("reward", "words"),
    [
        (3_858_024_691, "0.3858024691 JOY a block, that is about 5,555.56 JOY in 14,400 blocks"),
        (10**10, "1 JOY a block, that is about 14,400.00 JOY"),
        (None, None),
        (0, None),
    ],
)
def test_what_a_seat_brings_is_told_from_the_chain(reward: int | None, words: str | None) -> None:
    world = World(reward=reward)
    for text in (wanted(world, "stage", "discord").text, wanted(world, "thread", "thread").text):
        assert (words in text) if words else ("What the work brings" not in text)


def test_links_lead_to_the_app_but_on_a_practice_network() -> None:
    world = World(more=[thread()])
    assert "https://pioneerapp.xyz/#/forum/thread/55" in wanted(world, "stage", "discord").text
    practice = wanted(replace(world, practice=True), "stage", "discord").text
    assert "pioneerapp" not in practice
    assert "forum thread 55" in practice


@pytest.mark.parametrize(
    "words",
    [
        "Announcing, 86,400 blocks",
        "Voting, 57,600 blocks",
        "Revealing, 57,600 blocks",
        "201,600 blocks later",
        "At least 3 are needed",
        "at least 166,666.666666 JOY",
        "needs 166.666666666 JOY on it",
        "a stake of at least 166.666666666 JOY",
        "at most 32 bytes",
        "members.confirmStakingAccount",
        "## What is the salt, and why keep it?",
        "referendum.revealVote",
        "council.releaseCandidacyStake",
        "## What does a seat bring?",
        "spec version 2004",
    ],
)
def test_the_questions_page_has_the_chain_s_figures(words: str) -> None:
    page = wanted(World(), "questions", "file")
    assert (page.channel, page.destination.place) == ("file", "council-elections.md")
    assert words in page.text
    assert "{" not in page.text


def test_the_questions_page_is_one_for_each_cycle_and_the_same_in_every_stage() -> None:
    pages = {
        wanted(World(stage=stage, head=head, came=THREE), "questions", "file").digest
        for stage in ("announcing", "voting", "revealing")
        for head in (BEGAN, LAST)
    }
    assert len(pages) == 1
    assert keys(World(), "questions") == [str(CYCLE)]
    assert keys(World(stage="idle"), "questions") == []


def test_figures_of_another_runtime_are_not_taken() -> None:
    world = World()
    now = replace(world.now, spec_version=2005)
    from secretariat.duties.elections.review import review

    found = {one.key: one for one in review(world.snapshot(), now, None)}
    assert "2005" in found["elections/facts/constants"].why
    assert "elections/questions/7" not in found


@pytest.mark.parametrize("missing", sorted(CONSTANTS))
def test_an_unknown_constant_leaves_its_sentence_out(missing: str) -> None:
    known = {name: value for name, value in CONSTANTS.items() if name != missing}
    for stage in ("announcing", "voting", "revealing"):
        for one in concluded(World(stage=stage, came=THREE, constants=known)).values():
            for part in one.wanted:
                assert "None" not in part.text
                assert "at least  " not in part.text


def broken(**given: Any) -> World:
    return World(constants={**CONSTANTS, **given})


@pytest.mark.parametrize("value", [None, "three", -1, 3.5, [3], True, {"a": 1}])
def test_a_constant_that_is_no_number_is_unknown(value: Any) -> None:
    world = broken(**{"Council.CouncilSize": value})
    assert "Council.CouncilSize" in concluded(world)["elections/facts/constants"].why
