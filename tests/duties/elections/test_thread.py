"""The introductions thread, an election that begins anew in it, and the checklist that stands in it."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.duties.elections.settings import Settings
from secretariat.facts.election_cycles import Candidacy
from tests.duties.elections.invented import (
    BEGAN,
    ENDS,
    LAST,
    SETTINGS,
    World,
    category,
    concluded,
    failed_before,
    keys,
    moment,
    node,
    opened,
    parts,
    thread,
    wanted,
)

ON = f"7-{BEGAN}"


def test_the_thread_is_wanted_as_soon_as_announcing_starts() -> None:
    made = wanted(World(head=BEGAN), "thread", "thread")
    assert (made.kind, made.channel) == ("forum-thread", "chain")
    assert (made.destination.category, made.destination.member_id, made.destination.thread) == (4, 900, None)
    assert made.title == "Council 7: applicants introduce themselves"
    assert "council 7" in made.text
    assert "cycle 7" in made.text
    assert f"{LAST:,} ([[time {LAST}]])" in made.text
    assert made.until == LAST
    finding = concluded(World(head=BEGAN))["elections/thread/council-7"]
    assert finding.needs == ("chain", "query-node")
    assert finding.due is not None
    assert finding.due.block == LAST


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, True),
        ({"title": "  COUNCIL 7:  applicants introduce\nthemselves "}, True),
        ({"category_id": 9}, True),
        ({"created_block": None}, True),
        ({"status": "locked"}, True),
        ({"created_block": 600_000}, True),
        ({"author_id": 901}, False),
        ({"title": "Council 6: applicants introduce themselves"}, False),
        ({"title": None}, False),
        ({"status": "removed"}, False),
        ({"status": "moderated"}, False),
        ({"created_block": 599_999}, False),
        ({"thread_id": None}, False),
    ],
)
def test_a_thread_that_is_there_is_found_by_author_and_title(given: dict[str, Any], found: bool) -> None:
    assert keys(World(more=[thread(**given)]), "thread") == ([] if found else ["council-7"])


def test_a_configured_thread_counts_whatever_its_title_as_long_as_it_is_of_this_council() -> None:
    settings = replace(SETTINGS, thread=55)
    assert keys(World(more=[thread(title="Who stands?", author_id=1)]), "thread", settings) == []
    assert keys(World(more=[thread(title="Who stands?", block=500_000)]), "thread", settings) == ["council-7"]
    assert keys(World(more=[thread(author_id=12)]), "thread", replace(SETTINGS, thread_authors=(12,))) == []


def test_of_several_threads_the_first_is_taken() -> None:
    world = World(stage="voting", more=[thread(60), thread(58), thread(59)])
    assert wanted(world, "stage", "thread").destination.thread == 58


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("reveal", [True, False])
def test_a_restart_goes_on_in_the_same_thread_and_is_explained_with_its_numbers(reveal: bool, told: bool) -> None:
    bare = World()
    world = replace(bare, more=[*failed_before(bare, reveal=reveal), thread(block=BEGAN - 50_000)])
    assert keys(world, "thread") == []
    assert keys(world, "stage") == []
    assert keys(world, "failed") == [ON]
    assert parts(world, "failed") == ["discord", "thread"]
    for part in ("discord", "thread"):
        text = wanted(world, "failed", part).text
        assert "cycle 6: announcing begins anew as cycle 7" in text
        assert "All candidacies of cycle 6 are void" in text
        assert "announces again" in text
        assert f"{LAST:,}" in text
        if reveal:
            assert "2 of 5 candidates had a revealed vote" in text
            assert "4 votes had been cast, and 2 of them revealed" in text
        else:
            assert "2 candidates stood, and 3 are needed" in text
            assert "1 candidate had withdrawn before" in text
    post = wanted(world, "failed", "thread")
    assert "Introductions and questions" in wanted(world, "failed", "discord").text
    assert "Introductions and questions" not in post.text, "it stands in that thread"
    assert (post.kind, post.destination.thread, post.destination.member_id) == ("forum-post", 55, 900)


def test_a_restart_without_a_thread_opens_one_that_explains_it_and_needs_no_post() -> None:
    bare = World()
    world = replace(bare, more=failed_before(bare))
    assert "2 candidates stood, and 3 are needed" in wanted(world, "thread", "thread").text
    opened = replace(world, more=[*world.more, thread(block=BEGAN + 3)])
    assert keys(opened, "thread") == []
    assert parts(opened, "failed") == ["discord"]


def test_the_subject_of_the_thread_is_the_council_so_that_a_restart_opens_no_second_one() -> None:
    first = World(cycle=6, began=BEGAN - 86_400, ends=BEGAN, head=BEGAN - 10)
    assert keys(first, "thread") == keys(World(), "thread") == ["council-7"]


def test_a_locked_thread_takes_no_post() -> None:
    bare = World()
    world = replace(bare, more=[*failed_before(bare), thread(block=BEGAN - 50_000, status="locked")])
    assert parts(world, "failed") == ["discord"]


def test_nothing_is_numbered_before_the_query_node_tells_of_this_stage() -> None:
    assert keys(World(head=BEGAN + 3, seen=BEGAN - 1), "thread") == []
    assert keys(World(head=BEGAN + 3, seen=BEGAN), "thread") == ["council-7"]
    assert keys(World(councils=0), "thread") == ["council-1"]


@pytest.mark.parametrize("stage", ["voting", "revealing", "idle"])
def test_no_thread_is_opened_after_announcing(stage: str) -> None:
    assert keys(World(stage=stage), "thread") == []


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        (Settings(), ["discord", "forum-category", "member"]),
        (replace(SETTINGS, member=None), ["member"]),
        (replace(SETTINGS, forum_category=None), ["forum-category"]),
        (replace(SETTINGS, discord=""), ["discord"]),
        (replace(SETTINGS, forum_category=0, member=0), []),
    ],
)
def test_a_task_names_each_setting_that_is_missing(settings: Settings, missing: list[str]) -> None:
    world = World()
    assert keys(world, "settings", settings) == missing
    assert all("[elections]" in concluded(world, settings)[f"elections/settings/{one}"].why for one in missing)
    assert parts(world, "thread", settings) == ([] if {"member", "forum-category"} & set(missing) else ["thread"])
    assert parts(world, "stage", settings) == ([] if "discord" in missing else ["discord"])


@pytest.mark.parametrize(
    ("categories", "fits"),
    [([], True), ([category(4)], True), ([category(5)], False), ([category(4, "archived")], False)],
)
def test_a_category_that_takes_no_thread_is_told(categories: list[Any], fits: bool) -> None:
    world = World(more=categories)
    assert keys(world, "settings") == ([] if fits else ["forum-category-unfit"])
    assert parts(world, "thread") == (["thread"] if fits else [])


@pytest.mark.parametrize(
    ("reveal", "votes", "says"),
    [
        (False, True, "The stake of a candidacy of cycle 6 can be released now"),
        (True, True, "Stakes of candidacies and of votes of cycle 6 can be released now"),
    ],
)
def test_stakes_of_votes_are_told_of_only_where_a_vote_was_cast(reveal: bool, votes: bool, says: str) -> None:
    bare = World()
    text = wanted(replace(bare, more=failed_before(bare, reveal=reveal)), "failed", "discord").text
    assert says in text
    assert text.count("can be released") == 1
    assert ("votes of cycle" in text) == reveal


@pytest.mark.parametrize("withdrew", [False, True])
def test_where_nobody_stood_nothing_is_said_of_void_candidacies_and_their_stakes(withdrew: bool) -> None:
    bare = World()
    facts = [
        one if not isinstance(one.fact, Candidacy) else one._replace(fact=replace(one.fact, status="withdrawn"))
        for one in failed_before(bare, reveal=False)
        if withdrew or not isinstance(one.fact, Candidacy)
    ]
    older = Candidacy(election="older", member_id=1, status="failed", created_at=moment(BEGAN - 500_000))
    world = replace(bare, more=[*facts, node(older, "older-1", BEGAN)])
    text = wanted(world, "failed", "discord").text
    assert "no candidate stood, and 3 are needed" in text
    assert "began anew in block" in text
    assert "void" not in text + concluded(world)[f"elections/failed/{ON}"].why
    assert "take of" not in text


CHECKED = replace(
    SETTINGS,
    jsgenesis_items=("Say what you did\nlast term", "Link your work"),
    jsgenesis_source="https://example.org/votes",
    jsgenesis_date="2024-03-01",
)
"""The invented head is on 10 March 2024."""


def test_the_checklist_stands_in_the_thread_with_source_and_date() -> None:
    assert World().now.at.startswith("2024-03-10")
    text = wanted(World(), "thread", "thread", CHECKED).text
    assert "published at https://example.org/votes, as of 2024-03-01" in text
    assert "\n\n- Say what you did last term\n- Link your work\n\n" in text
    assert keys(World(), "checklist", CHECKED) == []


@pytest.mark.parametrize(("days", "held"), [(9, True), (8, False), (0, False)])
def test_a_checklist_of_age_is_withheld_with_a_task_to_renew_it(days: int, held: bool) -> None:
    settings = replace(CHECKED, jsgenesis_days=days)
    assert ("Jsgenesis" in wanted(World(), "thread", "thread", settings).text) == held
    assert keys(World(), "checklist", settings) == ([] if held else ["2024-03-01"])


@pytest.mark.parametrize(
    ("date", "task"),
    [
        ("2024-03-10", []),
        ("2024-03-11", []),
        ("2024-03-12", ["2024-03-12-ahead"]),
        ("2099-03-01", ["2099-03-01-ahead"]),
    ],
    ids=["today", "today in the east", "to come", "a century on"],
)
def test_a_checklist_of_a_day_to_come_is_withheld_with_a_task_that_names_the_setting(
    date: str, task: list[str]
) -> None:
    settings = replace(CHECKED, jsgenesis_date=date)
    assert ("Jsgenesis" in wanted(World(), "thread", "thread", settings).text) == (not task)
    assert keys(World(), "checklist", settings) == task
    for key in task:
        found = concluded(World(), settings)[f"elections/checklist/{key}"]
        assert f"jsgenesis_date in the table [elections] is {date}, and it is 2024-03-10 now" in found.why


def test_without_a_checklist_a_task_asks_for_one() -> None:
    assert keys(World(), "checklist") == ["missing"]
    assert "Jsgenesis" not in wanted(World(), "thread", "thread").text


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"thread_title": "Introductions"}, "{council}"),
        ({"reminder_role": "@everyone"}, "digits"),
        ({"questions_file": "../elections.md"}, "questions_file"),
        ({"questions_file": "d4.1-0123456789ab.md"}, "questions_file"),
        ({"questions_url": "council-elections.md"}, "questions_url"),
        ({"questions_url": "https://example.org/a b"}, "questions_url"),
        ({"jsgenesis_items": ("one",), "jsgenesis_date": "2024-03-01"}, "jsgenesis_source"),
        ({"jsgenesis_items": ("one",), "jsgenesis_source": "there"}, "jsgenesis_date"),
        ({"jsgenesis_items": ("one",), "jsgenesis_source": "there", "jsgenesis_date": "March"}, "jsgenesis_date"),
    ],
)
def test_settings_that_contradict_each_other_are_refused(given: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Settings(**given)


def test_the_end_is_the_stored_one_whatever_the_constants_say() -> None:
    world = World(ends=ENDS + 777)
    assert f"{ENDS + 776:,}" in wanted(world, "thread", "thread").text


IDLE = World(
    stage="idle", began=700_000, head=700_010, ends=900_000, councils=6, seen=699_900, more=[thread(block=650_000)]
)
"""The query node stands still since 100 blocks before council 7 was elected; it told of cycle 7 and of its thread before."""


@pytest.mark.parametrize("head", [700_001, 700_010, 714_399])
def test_the_council_is_told_in_its_thread_though_the_query_node_stands_still(head: int) -> None:
    """The chain proves who sits, the cycle that was told which council it is; nothing else is needed."""
    found = concluded(replace(IDLE, head=head))[f"elections/stage/7-{700_000}/elected"]
    assert found.needs == ("chain",)
    posts = [one for one in found.wanted if one.part == "thread"]
    assert [one.destination.thread for one in posts] == [55]
    assert keys(replace(IDLE, head=head), "facts") == []


@pytest.mark.parametrize(
    ("more", "head", "told"),
    [
        ([], 700_149, []),
        ([], 700_150, [f"thread/7-{700_000}"]),
        ([], 714_399, [f"thread/7-{700_000}"]),
        ([], 714_400, []),
        ([thread(block=650_000)], 700_150, []),
        ([opened(55, block=699_950)], 700_150, []),
    ],
    ids=[
        "a little behind",
        "behind",
        "as long as it is announced",
        "over",
        "the thread is known",
        "opened by this desk",
    ],
)
def test_what_waits_for_a_thread_of_which_nothing_is_known_is_told_to_the_desk(
    more: list[Any], head: int, told: list[str]
) -> None:
    world = replace(IDLE, head=head, more=more)
    assert keys(world, "facts") == told
    for name in told:
        finding = concluded(world)[f"elections/facts/{name}"]
        assert (finding.level, finding.due and finding.due.block) == ("alert", 714_399)
        assert "read up to block 699,900" in finding.why
        assert "Whether council 7's introductions thread is there" in finding.title


@pytest.mark.parametrize("stage", ["voting", "revealing", "idle"])
def test_a_thread_that_this_desk_opened_counts_by_its_receipt(stage: str) -> None:
    """The query node stood still before it could tell of it."""
    began = 700_000 if stage == "idle" else BEGAN
    world = replace(
        IDLE, stage=stage, began=began, head=began + 5, ends=began + 90_000, more=[opened(55, block=699_950)]
    )
    made = wanted(world, "stage", "thread")
    assert (made.destination.category, made.destination.thread, made.destination.member_id) == (4, 55, 900)


@pytest.mark.parametrize("status", ["removed", "moderated", "locked"])
def test_the_query_node_s_word_about_a_thread_counts_where_it_has_one(status: str) -> None:
    world = replace(IDLE, more=[opened(55, block=650_000), thread(block=650_000, status=status)])
    assert parts(world, "stage") == ["discord"]


def test_no_second_thread_is_wanted_for_one_of_this_desk_s_that_the_query_node_does_not_tell_of() -> None:
    assert keys(World(head=BEGAN + 10), "thread") == ["council-7"]
    assert keys(World(head=BEGAN + 10, more=[opened(55, block=BEGAN + 5)]), "thread") == []
    assert keys(World(head=BEGAN + 10, more=[opened(55, block=599_999)]), "thread") == ["council-7"], (
        "of the council before"
    )
    assert keys(World(head=BEGAN + 10, more=[opened(55, council=6)]), "thread") == ["council-7"]
