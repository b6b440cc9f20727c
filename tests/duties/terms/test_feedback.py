"""The thread for feedback on the round: once for each council, found again, told of, never doubled."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.duties.terms.settings import Settings
from tests.duties.terms.invented import (
    BEGAN,
    ELECTION,
    IDLE,
    SETTINGS,
    World,
    category,
    concluded,
    keys,
    parts,
    the,
    thread,
    wanted,
)

TITLE = "Council 7: feedback on the round"
DAY = 14_400


def test_the_thread_is_wanted_from_the_first_block_of_the_term_on() -> None:
    made = wanted(World(head=BEGAN), "feedback", "thread")
    assert (made.kind, made.channel, made.title) == ("forum-thread", "chain", TITLE)
    assert (made.destination.category, made.destination.member_id, made.destination.thread) == (4, 900, None)
    assert made.until == ELECTION - 1
    assert f"{ELECTION - 1:,} ([[time {ELECTION - 1}]])" in made.text
    found = the(World(head=BEGAN), "feedback")
    assert (found.key, found.audience, found.needs) == ("terms/feedback/council-7", "public", ("chain", "query-node"))
    assert found.due is not None
    assert found.due.block == BEGAN + DAY


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, True),
        ({"title": f"  {TITLE.upper()} "}, True),
        ({"category_id": 9}, True),
        ({"created_block": None}, True),
        ({"created_block": BEGAN}, True),
        ({"status": "locked"}, True),
        ({"created_block": BEGAN - 1}, False),
        ({"author_id": 901}, False),
        ({"title": "Council 6: feedback on the round"}, False),
        ({"title": None}, False),
        ({"status": "removed"}, False),
        ({"status": "moderated"}, False),
    ],
)
def test_a_thread_that_is_there_is_found_and_not_opened_again(given: dict[str, Any], *, found: bool) -> None:
    world = World(more=[thread(**{"title": TITLE, **given})])
    assert keys(world, "feedback") == ([] if found else ["council-7"])


def test_a_thread_under_another_title_counts_by_its_number_as_long_as_it_is_of_this_council() -> None:
    settings = replace(SETTINGS, feedback_thread=55)
    assert keys(World(more=[thread("How is it going?", author_id=1)]), "feedback", settings) == []
    assert keys(World(more=[thread("How is it going?", block=BEGAN - 1)]), "feedback", settings) == ["council-7"]
    assert keys(World(more=[thread(TITLE, author_id=12)]), "feedback", replace(SETTINGS, thread_authors=(12,))) == []


@pytest.mark.parametrize(
    "world",
    [
        World(stage="announcing", began=BEGAN + IDLE, head=BEGAN + IDLE + 9, cycle=7),
        World(stage="announcing", began=ELECTION, head=ELECTION + 9, cycle=8),
        World(stage="voting", began=ELECTION + 86_400, head=ELECTION + 86_409, cycle=8),
    ],
    ids=["announcing", "begun anew", "voting after that"],
)
def test_an_election_that_begins_anew_leaves_the_term_and_its_one_thread(world: World) -> None:
    assert keys(world, "feedback") == ["council-7"]
    assert keys(replace(world, more=[thread(TITLE)]), "feedback") == []


def test_a_new_council_has_its_own_thread_also_before_the_query_node_tells_of_it() -> None:
    after = World(began=ELECTION, head=ELECTION + 1, cycle=7, more=[thread(TITLE)])
    assert keys(after, "feedback") == ["council-8"]
    told = replace(after, councils=(*after.councils, ELECTION))
    assert keys(told, "feedback") == ["council-8"]
    assert wanted(after, "feedback", "thread") == wanted(told, "feedback", "thread")


def test_before_the_first_election_there_is_no_term() -> None:
    world = World(councils=(), began=0, ends=200_000, head=20_000, cycle=0)
    long_ago = replace(SETTINGS, eligibility_date="2024-01-01")  # its chain has only begun then
    assert concluded(world, long_ago) == {}


@pytest.mark.parametrize(
    ("settings", "wants"),
    [
        (SETTINGS, ["thread"]),
        (replace(SETTINGS, forum_category=None), []),
        (replace(SETTINGS, forum_category=5), []),
        (replace(SETTINGS, member=None), []),
        (Settings(), []),
    ],
    ids=["all", "no category", "a category that is archived", "no member", "nothing"],
)
def test_without_a_category_or_a_member_the_task_stands_there_without_words(
    settings: Settings, wants: list[str]
) -> None:
    world = World(more=[category(), category(5, "archived")])
    assert parts(world, "feedback", settings) == wants


def test_what_is_not_configured_is_asked_for() -> None:
    assert keys(World(), "settings", Settings()) == ["discord", "forum-category", "member", "role-link"]
    assert keys(World(more=[category()]), "settings", replace(SETTINGS, forum_category=5)) == ["forum-category-unfit"]
    assert keys(World(more=[category()]), "settings") == []


@pytest.mark.parametrize(("after", "told"), [(1, True), (3 * DAY, True), (3 * DAY + 1, False)])
def test_an_opened_thread_is_told_of_for_three_days(after: int, *, told: bool) -> None:
    world = World(head=BEGAN + 5 + after, more=[thread(TITLE)])
    assert keys(world, "feedback-open") == (["council-7"] if told else [])
    if told:
        made = wanted(world, "feedback-open", "discord")
        assert made.until == BEGAN + 5 + 3 * DAY
        assert made.text.endswith("https://pioneerapp.xyz/#/forum/thread/55")


def test_on_a_practice_network_nothing_links_to_the_real_one() -> None:
    made = wanted(World(practice=True, more=[thread(TITLE)]), "feedback-open", "discord")
    assert made.text.endswith("forum thread 55")


def test_without_discord_the_task_stands_there_without_words() -> None:
    assert parts(World(more=[thread(TITLE)]), "feedback-open", replace(SETTINGS, discord="")) == []
