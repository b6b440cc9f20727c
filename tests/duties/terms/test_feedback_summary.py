"""The feedback on a round, summed up when its term has ended: posts and members counted, each linked, nothing weighed, nobody first."""

import re
from dataclasses import replace
from typing import Any

import pytest

from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.neutrality.order import drawn
from secretariat.duties.terms.rounds import MOST_LINKED, MOST_MEMBERS
from secretariat.duties.terms.settings import Settings
from secretariat.facts.now import Now
from secretariat.facts.records import AnyStated
from tests.duties.elections.invented import GENESIS
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
from tests.duties.terms.test_handover import section
from tests.duties.terms.test_handover import world as ending

TITLE = "Council 7: feedback on the round"
RULE = "feedback-summary"
END = ELECTION - 1
DEADLINE = END + 28_800
OPENED = thread(TITLE)
AFTER = World(
    began=ELECTION,
    head=ELECTION,
    cycle=7,
    councils=(100_000, 200_000, 300_000, 400_000, 500_000, 600_000, BEGAN, ELECTION),
    seats={7: (31, 32, 33), 8: (31, 41, 42)},
    handles={31: "ada", 32: "bert"},
)


def opener(number: int = 1) -> AnyStated:
    return reply(number, 900, origin="thread-initial", created_block=None)


def said(number: int, author: int, **given: Any) -> AnyStated:
    return reply(number, author, **{"block": BEGAN + 100 + number, **given})


def after(*posts: AnyStated, **given: Any) -> World:
    return replace(AFTER, **{"more": [OPENED, opener(), *posts], **given})


def text(*posts: AnyStated, **given: Any) -> str:
    return wanted(after(*posts, **given), RULE, "thread").text


SEED = f"{GENESIS.lower()}/feedback-7"
GOLDEN = f"""**Council 7: the feedback on the round, at the end of the term**

The term of council 7 ended with block {END:,}.

Posts in this thread up to that block, besides the one that opened it: 3. Members who wrote them: 2. Posts that were removed are not counted. What the posts say is not weighed here.

Who posted (2), in an order that was drawn:

ENTRIES

The posts, oldest first: LINKS

How the order was drawn: by the SHA-256 of `{SEED}/` and the member id, smallest first.

The thread stays open."""


AT = "https://pioneerapp.xyz/#/forum/thread/55?post="


def test_who_posted_how_often_and_where_is_listed_alike_and_nothing_else_is_said() -> None:
    world = after(said(5, 31), said(6, 50), said(9, 31))
    made = wanted(world, RULE, "thread")
    lines = {
        31: f"- ada (member id 31), posts: 2, the first: {AT}5",
        50: f"- member 50 (member id 50), posts: 1, the first: {AT}6",
    }
    listed = "\n".join(lines[one] for one in drawn([31, 50], SEED, str))
    assert made.text == GOLDEN.replace("ENTRIES", listed).replace("LINKS", f"{AT}5, {AT}6, {AT}9")
    assert (made.kind, made.channel, made.until) == ("forum-post", "chain", DEADLINE)
    assert (made.destination.thread, made.destination.category, made.destination.member_id) == (55, 4, 900)
    assert (made.order_seed, [one.subject for one in made.entries]) == (SEED, list(drawn(["31", "50"], SEED, str)))
    assert [concerns(made, program=program) for program in (True, False)] == [(), ()]
    found = the(world, RULE)
    assert (found.key, found.level, found.audience) == ("terms/feedback-summary/council-7", "task", "public")
    assert found.due is not None
    assert found.due.block == DEADLINE
    assert "thread 55 has 3 posts by 2 members" in found.why
    assert "secretariat reword" in found.why


def test_on_a_practice_network_a_post_is_told_by_its_number() -> None:
    made = text(said(5, 31), said(9, 31), practice=True)
    assert "- ada (member id 31), posts: 2, the first: post 5" in made
    assert "oldest first: post 5, post 9" in made


@pytest.mark.parametrize(
    ("post", "counts"),
    [
        (said(5, 31), True),
        (said(5, 900), True),
        (said(5, 31, block=END), True),
        (said(5, 31, status="locked"), True),
        (said(5, 31, block=END + 1), False),
        (said(5, 31, created_block=None), False),
        (said(5, 31, status="removed"), False),
        (said(5, 31, status="moderated"), False),
        (said(5, 31, visible=False), False),
        (said(5, 31, thread=56), False),
        (said(5, 31, origin="thread-initial"), False),
    ],
    ids=str,
)
def test_what_was_answered_by_the_end_of_the_term_and_is_still_there_counts(post: AnyStated, *, counts: bool) -> None:
    made = text(post)
    assert ("opened it: 1. Members who wrote them: 1." in made) == counts
    assert ("nobody posted" in made) != counts
    assert ("member id" in made) == counts


def test_where_nobody_posted_the_words_say_so_and_list_nobody() -> None:
    made = wanted(after(), RULE, "thread")
    assert made.text == (
        "**Council 7: the feedback on the round, at the end of the term**\n\n"
        f"The term of council 7 ended with block {END:,}.\n\n"
        f"Up to that block ({END:,}) nobody posted in this thread after it was opened. Posts that were removed are not counted.\n\n"
        "The thread stays open."
    )
    assert made.entries == ()
    assert concerns(made, program=True) == ()
    assert "has no post, besides what opened it" in the(after(), RULE).why


def test_of_very_many_posts_a_bounded_list_and_the_whole_count_are_told() -> None:
    flood = [said(100 + one, 31) for one in range(MOST_LINKED + 25)]
    many = [said(1_000 + one, 200 + one) for one in range(MOST_MEMBERS + 4)]
    made = wanted(after(*flood, *many), RULE, "thread")
    counted = f"opened it: {MOST_LINKED + 25 + MOST_MEMBERS + 4}. Members who wrote them: {MOST_MEMBERS + 5}."
    assert counted in made.text
    assert f"Who posted ({MOST_MEMBERS}), in" in made.text
    assert len(made.entries) == MOST_MEMBERS == made.text.count(" (member id ")
    assert f"Listed are {MOST_MEMBERS} of {MOST_MEMBERS + 5}: those who come first in that order." in made.text
    assert concerns(made, program=True) == ()
    alone = text(*flood)
    (line,) = [one for one in alone.splitlines() if one.startswith("The posts, oldest first: ")]
    assert (line.count("?post="), line.endswith(", and 25 more")) == (MOST_LINKED, True)
    assert f"posts: {MOST_LINKED + 25}, the first" in alone
    assert "Listed are" not in alone


def test_how_often_somebody_posted_moves_nobody_in_the_list() -> None:
    few = wanted(after(said(5, 31), said(6, 50), said(7, 60)), RULE, "thread")
    often = wanted(after(said(5, 31), *(said(6 + one, 50) for one in range(9)), said(70, 60)), RULE, "thread")
    assert [one.subject for one in few.entries] == [one.subject for one in often.entries]


HANDLES = (
    "<img src=x onerror=alert(1)>",
    "@everyone",
    "[[time 5]]",
    "{ended}",
    "Vote for the best lead",
    "posts",
    "Member",
    "more",
    "a\n- ada (member id 31)",
    "x" * 500,
)


@pytest.mark.parametrize("handle", HANDLES)
def test_whatever_somebody_is_called_they_are_listed_in_harmless_letters(handle: str) -> None:
    posts = [said(5, 31), *(said(10 + one, 50) for one in range(12)), said(40, 32)]
    made = wanted(after(*posts, handles={50: handle, 31: "ada"}), RULE, "thread")
    assert concerns(made, program=True) == ()
    assert len([one for one in made.text.splitlines() if one.startswith("- ")]) == 3
    bare = re.sub(r"\\.", "", made.text)
    assert not any(raw in bare for raw in ("<img", "[[time 5]]", "@everyone", "x" * 41))


@pytest.mark.parametrize(("head", "there"), [(END, False), (ELECTION, True), (DEADLINE, True), (DEADLINE + 1, False)])
def test_it_is_summed_up_from_the_end_of_the_term_until_the_deadline_of_its_summaries(
    head: int, *, there: bool
) -> None:
    if head == END:
        world = ending(OPENED, head=END)
        assert keys(world, RULE) == []
    else:
        assert keys(after(said(5, 31), head=head), RULE) == (["council-7"] if there else [])


def test_posts_after_the_term_make_no_other_words_and_a_removed_one_does() -> None:
    posts = [said(5, 31), said(6, 50)]
    before = wanted(after(*posts), RULE, "thread")
    later = wanted(after(*posts, said(80, 60, block=ELECTION + 9), head=ELECTION + 900), RULE, "thread")
    assert later.digest == before.digest
    gone = wanted(after(posts[0], said(6, 50, status="removed")), RULE, "thread")
    assert gone.digest != before.digest


def test_an_election_that_begins_anew_ends_no_round() -> None:
    anew = World(stage="announcing", began=ELECTION, head=ELECTION + 10, cycle=8, more=[OPENED, said(5, 31)])
    assert keys(anew, RULE) == []


@pytest.mark.parametrize(
    ("given", "settings", "found"),
    [
        ([], SETTINGS, False),
        ([thread("How is it going?")], SETTINGS, False),
        ([thread("How is it going?")], replace(SETTINGS, feedback_thread=55), True),
        ([thread("How is it going?", block=ELECTION)], replace(SETTINGS, feedback_thread=55), False),
        ([thread(TITLE, block=ELECTION)], SETTINGS, False),
        ([thread(TITLE, block=END)], SETTINGS, True),
        ([thread(TITLE, status="removed")], SETTINGS, False),
    ],
    ids=["none", "another title", "by its number", "of the next term", "opened after the end", "last block", "removed"],
)
def test_without_a_thread_of_the_term_the_desk_is_asked_for_it_and_nothing_is_drafted(
    given: list[AnyStated], settings: Settings, *, found: bool
) -> None:
    one = the(replace(AFTER, more=given), RULE, settings)
    assert one.key == "terms/feedback-summary/council-7"
    assert bool(one.wanted) == found
    if not found:
        assert (one.audience, one.level) == ("desk", "task")
        assert "feedback_thread = NUMBER" in one.why


@pytest.mark.parametrize(
    ("given", "asks"),
    [
        ({}, True),
        ({"first_read": END}, True),
        ({"first_read": ELECTION}, False),
        ({"first_read": ELECTION, "came": BEGAN}, True),
        ({"came": ELECTION}, False),
    ],
)
def test_a_desk_that_began_after_the_term_asks_for_no_thread_and_sums_up_one_that_is_there(
    given: dict[str, Any], *, asks: bool
) -> None:
    assert keys(replace(AFTER, **given), RULE) == (["council-7"] if asks else [])
    assert parts(after(said(5, 31), **given), RULE) == ["thread"]


def test_a_thread_that_takes_no_posts_is_said_to_and_nothing_is_drafted() -> None:
    locked = replace(AFTER, more=[thread(TITLE, status="locked"), said(5, 31)])
    found = the(locked, RULE)
    assert (found.wanted, found.needs_nobody) == ((), True)
    assert "takes no posts any more" in found.why
    assert the(after(said(5, 31)), RULE).needs_nobody is False
    assert parts(after(said(5, 31)), RULE, replace(SETTINGS, member=None)) == []


@pytest.mark.parametrize(("counted", "says"), [(2, False), (None, False), (3, True), (1, True)])
def test_where_the_query_node_counts_other_posts_than_are_read_somebody_is_asked_to_look(
    counted: int | None, *, says: bool
) -> None:
    world = replace(AFTER, more=[thread(TITLE, posts=counted), opener(), said(5, 31)])
    assert ("hold the draft against the thread" in the(world, RULE).why) == says


def test_the_threads_of_two_rounds_link_to_each_other() -> None:
    new = thread("Council 8: feedback on the round", 70, block=ELECTION + 3)
    assert "forum/thread/55" in wanted(after(), "feedback", "thread").text
    assert "before this one, of council 7: https" in wanted(after(), "feedback", "thread").text
    assert "before this one" not in wanted(World(), "feedback", "thread").text
    both = wanted(after(new), RULE, "thread").text
    assert both.endswith("Feedback on the round after this one, of council 8: https://pioneerapp.xyz/#/forum/thread/70")


def test_the_agenda_of_the_handover_says_where_feedback_is_and_how_much() -> None:
    made = wanted(ending(OPENED, opener(), said(5, 31), said(6, 31)), "handover", "agenda")
    assert section(made.text, "Feedback on the round") == [
        "- https://pioneerapp.xyz/#/forum/thread/55: 2 posts by 1 member by now. When the term has ended they are listed there."
    ]
    assert concerns(made) == ()
    assert "The forum has no thread for it." in wanted(ending(), "handover", "agenda").text


def test_without_the_chain_s_genesis_no_order_is_drawn_and_nobody_is_named() -> None:
    world = after(said(5, 31), said(6, 50))

    class Unnamed(World):
        @property
        def now(self) -> Now:
            return replace(super().now, genesis=None)

    made = wanted(Unnamed(**{name: getattr(world, name) for name in World.__dataclass_fields__}), RULE, "thread")
    assert made.entries == ()
    assert "Members who wrote them: 2." in made.text
    assert "Who posted" not in made.text


def test_the_same_facts_have_the_same_key_after_a_restart_and_one_finding_for_each_round() -> None:
    world = after(said(5, 31))
    assert concluded(world) == concluded(after(said(5, 31)))
    assert keys(world, RULE) == ["council-7"]
