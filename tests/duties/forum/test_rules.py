"""The duty's rules in tables: finds, finds not, other words, gone again."""

import re
from dataclasses import replace

import pytest

from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.times import told
from secretariat.duties.forum.settings import Settings
from secretariat.facts.staffing import Opening
from tests.duties.forum.invented import DAY, HEAD, SETTINGS, WEEK, Post, World, concluded, keys, proposal

ASKED = HEAD - DAY
QUESTION = Post(author=12, block=ASKED, text="Hello all. Where is the salt of a vote kept?")
PLAIN = Post(author=12, block=ASKED)


def in_thread(*posts: Post, title: str = "Salt of votes", category: int = 1) -> World:
    return World(threads={7: (title, category, posts)})


def test_a_question_waits_for_a_day_and_is_then_told() -> None:
    assert keys(in_thread(replace(QUESTION, block=ASKED + 1)), "unanswered") == []
    found = concluded(in_thread(QUESTION))["forum/unanswered/thread-7/post-70"]
    assert found.audience == "public"
    assert "“Where is the salt of a vote kept?”" in found.why
    assert "secretariat question dismiss p70" in found.why
    assert found.due is not None
    assert found.due.block == ASKED + 2 * DAY
    (wanted,) = found.wanted
    assert (wanted.channel, wanted.destination.place) == ("discord", "town")
    assert "https://pioneerapp.xyz/#/forum/thread/7" in wanted.text
    assert f"- Asked in block {ASKED:,}, 2026-01-01\n" in wanted.text
    assert "Where is the salt" not in wanted.text, "a stranger's words stand on the desk alone"


ANSWERS = {
    "another member answers": ([Post(author=13, block=ASKED + 5)], True),
    "the asker goes on": ([Post(author=12, block=ASKED + 5, text="I mean the one of the last vote.")], False),
    "another asks something": ([Post(author=13, block=ASKED + 5, text="Hi! And where is the key kept?")], False),
    "another answers and asks": ([Post(author=13, block=ASKED + 5, text="In the wallet. Does that help you?")], True),
    "another asks back, in reply": (
        [Post(author=13, block=ASKED + 5, text="Which vote do you mean?", replies_to=70)],
        True,
    ),
    "a reply to another post": (
        [Post(author=14, block=ASKED + 3, text="Me too?"), Post(author=13, block=ASKED + 5, replies_to=71)],
        False,
    ),
    "a reply to what the asker added": (
        [
            Post(author=12, block=ASKED + 3, text="It was the last vote."),
            Post(author=13, block=ASKED + 5, replies_to=71),
        ],
        True,
    ),
    "a reply to a post that is not there": ([Post(author=13, block=ASKED + 5, replies_to=99)], False),
    "the asker replies to what they added": (
        [
            Post(author=12, block=ASKED + 3, text="It was the last vote."),
            Post(author=12, block=ASKED + 5, replies_to=71),
        ],
        False,
    ),
    "an answer that was removed": ([Post(author=13, block=ASKED + 5, status="removed", visible=False)], False),
    "an answer that cannot be changed any more": ([Post(author=13, block=ASKED + 5, status="locked")], True),
}


@pytest.mark.parametrize("how", ANSWERS)
def test_what_is_an_answer(how: str) -> None:
    posts, answered = ANSWERS[how]
    subjects = keys(in_thread(QUESTION, *posts), "unanswered")
    assert ("thread-7/post-70" not in subjects) == answered


def test_a_reply_to_what_the_asker_wrote_before_answers_too() -> None:
    posts = [replace(PLAIN, author=12, block=ASKED - 5), QUESTION]
    assert keys(in_thread(*posts), "unanswered") == ["thread-7/post-71"]
    assert keys(in_thread(*posts, Post(author=13, block=ASKED + 5, replies_to=70)), "unanswered") == []


ASKED_BACK = {
    "In the wallet. Does that help you?": [],
    "In the wallet. Did it work?": [],
    "In the wallet. And where is the salt of a reveal kept?": ["thread-7/post-71"],
    "In the wallet. Does anybody know why that is?": ["thread-7/post-71"],
}


@pytest.mark.parametrize("text", ASKED_BACK)
def test_what_an_answer_asks_back_is_no_question_of_its_own(text: str) -> None:
    later = replace(in_thread(QUESTION, Post(author=13, block=ASKED + 5, text=text)), head=HEAD + DAY)
    assert keys(later, "unanswered") == ASKED_BACK[text]


def test_the_same_words_ask_where_nothing_was_asked_before() -> None:
    later = replace(
        in_thread(PLAIN, Post(author=13, block=ASKED, text="I wrote a guide. Does that help you?")), head=HEAD
    )
    assert keys(later, "unanswered") == ["thread-7/post-71"]


NO_QUESTIONS = {
    "who asked answers it": in_thread(replace(QUESTION, text="Why is it so? Because uploads doubled.")),
    "nothing is asked": in_thread(PLAIN),
    "the post was removed": in_thread(replace(QUESTION, status="removed", visible=False)),
    "the thread is closed": replace(in_thread(QUESTION), thread_status="locked"),
    "it is the office's own": in_thread(replace(QUESTION, author=900)),
    "it is two weeks old": in_thread(replace(QUESTION, block=HEAD - 14 * DAY - 1)),
    "it was dismissed": replace(in_thread(QUESTION), dismissed=(("thread", 70, True),)),
}


@pytest.mark.parametrize("how", NO_QUESTIONS)
def test_what_is_left_alone(how: str) -> None:
    assert keys(NO_QUESTIONS[how], "unanswered") == []


def test_dismissed_stays_dismissed_until_it_is_opened_again() -> None:
    world = in_thread(QUESTION)
    later = replace(world, head=HEAD + DAY, dismissed=(("thread", 70, True),))
    assert keys(later, "unanswered") == []
    assert keys(replace(later, dismissed=(("thread", 70, True), ("thread", 70, False))), "unanswered") != []
    assert keys(replace(later, dismissed=(("proposal", 70, True),)), "unanswered") != []


def test_a_title_asks_too_and_one_member_asks_once_in_a_thread() -> None:
    assert keys(in_thread(PLAIN, title="How does one vote?"), "unanswered") == ["thread-7/post-70"]
    again = [QUESTION, replace(QUESTION, block=ASKED + 2, text="And is there a second salt?")]
    assert keys(replace(in_thread(*again), head=HEAD + DAY), "unanswered") == ["thread-7/post-70"]
    other = [QUESTION, Post(author=13, block=ASKED + 2, text="What is a salt?")]
    assert keys(replace(in_thread(*other), head=HEAD + DAY), "unanswered") == ["thread-7/post-70", "thread-7/post-71"]


def test_discussions_of_proposals_are_looked_at_alike() -> None:
    world = World(proposals=(proposal(4, "Captions", block=ASKED - 10),), discussions={4: (QUESTION,)})
    found = concluded(world)["forum/unanswered/proposal-4/post-40"]
    assert "question dismiss q40" in found.why
    assert "https://pioneerapp.xyz/#/proposals/preview/4" in found.wanted[0].text
    answered = replace(world, discussions={4: (QUESTION, Post(author=14, block=ASKED + 9))})
    assert keys(answered, "unanswered") == []
    assert keys(replace(world, dismissed=(("proposal", 40, True),)), "unanswered") == []


BORDER = 20 * WEEK


def opening(block: int, number: int = 3, status: str = "open") -> Opening:
    return Opening(
        group="storageWorkingGroup", runtime_id=number, status=status, title="Storage worker", created_block=block
    )


FULL = World(
    threads={
        7: ("Salt of votes", 1, (replace(QUESTION, block=BORDER - 2 * DAY),)),
        8: ("Minutes of a call", 1, (replace(PLAIN, block=BORDER - 1),)),
        9: ("After the week", 1, (replace(PLAIN, block=BORDER),)),
        6: ("Before the week", 1, (replace(PLAIN, block=BORDER - WEEK - 1),)),
    },
    proposals=(
        proposal(4, "Captions for videos", block=BORDER - 40),
        proposal(5, "It is decided", block=BORDER - 40, status="gracing"),
        proposal(3, "It was in the last one", block=BORDER - WEEK - 1),
    ),
    openings=(opening(BORDER - 9), opening(BORDER - 9, 2, "filled"), opening(BORDER, 4)),
)


def test_the_digest_lists_what_began_in_a_week_and_still_stands() -> None:
    (key,) = [key for key in concluded(FULL) if key.startswith("forum/taking-part/")]
    assert key == "forum/taking-part/week-20"
    found = concluded(FULL)[key]
    assert found.audience == "public"
    (wanted,) = found.wanted
    assert wanted.until == BORDER + WEEK - 1
    words = wanted.text
    for there in (
        "Open for the council's votes: 1",
        "Captions for videos",
        "#/proposals/preview/4",
        "Questions without an answer: 1",
        "New threads: 2",
        "Minutes of a call",
        "#/forum/thread/8",
        "Openings in working groups: 1",
        "#/working-groups/openings/storageWorkingGroup-3",
    ):
        assert there in words
    for not_there in ("After the week", "Before the week", "It is decided", "It was in the last one", "Groups-2"):
        assert not_there not in words
    assert concerns(wanted) == ()


def test_one_week_has_one_digest_with_the_same_words_whenever_it_is_made() -> None:
    begun = concluded(replace(FULL, head=BORDER))["forum/taking-part/week-20"].wanted[0]
    ended = concluded(replace(FULL, head=BORDER + WEEK - 1))["forum/taking-part/week-20"].wanted[0]
    assert begun.digest == ended.digest
    following = concluded(replace(FULL, head=BORDER + WEEK))
    assert "forum/taking-part/week-20" not in following
    words = following["forum/taking-part/week-21"].wanted[0].text
    assert "After the week" in words
    assert "Minutes of a call" not in words, "nothing is in two digests"


def test_what_is_over_is_not_in_the_digest_any_more() -> None:
    answered = {**FULL.threads, 7: ("Salt of votes", 1, (*FULL.threads[7][2], Post(author=13, block=BORDER + 5)))}
    words = concluded(replace(FULL, threads=answered))["forum/taking-part/week-20"].wanted[0].text
    assert "Questions without" not in words
    assert keys(World(), "taking-part") == []
    assert keys(replace(FULL, head=WEEK - 1), "taking-part") == []


def test_each_list_of_the_digest_is_in_the_order_of_numbers() -> None:
    asked = {number: (f"Keys {number}", 1, (replace(QUESTION, block=BORDER - 2 * DAY - number),)) for number in (10, 9)}
    numbers = (12, 9, 2, 100, 10)
    world = World(head=BORDER, threads=asked, openings=tuple(opening(BORDER - 9, n) for n in numbers))
    words = concluded(world)["forum/taking-part/week-20"].wanted[0].text
    assert re.findall(r"openings/storageWorkingGroup-(\d+)", words) == ["2", "9", "10", "12", "100"]
    (questions,) = [part for part in words.split("\n\n") if part.startswith("- “Keys") and "Keys 9" in part][:1]
    assert re.findall(r"forum/thread/(\d+)", questions) == ["9", "10"]
    many = replace(world, openings=tuple(opening(BORDER - 9, n) for n in range(13, 1, -1)), threads={})
    words = concluded(many)["forum/taking-part/week-20"].wanted[0].text
    assert re.findall(r"openings/storageWorkingGroup-(\d+)", words) == [str(n) for n in range(2, 12)]
    assert "- and 2 more" in words


def test_a_digest_fits_into_a_message_however_much_there_is() -> None:
    many = World(
        threads={
            n: (f"{'*' * 80}{n}", 1, (replace(QUESTION, block=BORDER - 2 * DAY),)) for n in range(100_000, 100_030)
        },
        proposals=tuple(proposal(n, "#" * 80, block=BORDER - 40) for n in range(100_000, 100_020)),
        openings=tuple(opening(BORDER - 9, n) for n in range(100_000, 100_020)),
    )
    words = concluded(many)["forum/taking-part/week-20"].wanted[0].text
    assert "New threads: 30" in words
    assert "and 27 more" in words
    assert len(told(words, many.now)) <= 2_000
    some = replace(
        many, threads={n: ("Tea", 1, (replace(PLAIN, block=BORDER - 1),)) for n in range(1, 10)}, openings=()
    )
    words = concluded(replace(some, proposals=()))["forum/taking-part/week-20"].wanted[0].text
    assert words.count("“Tea”") == 9
    assert "more" not in words


STORAGE = {
    n: (title, 3, (Post(author=n, block=HEAD - 30 * DAY),))
    for n, title in enumerate(
        ("Storage server out of room", "Storage buckets moved", "Storage servers: report", "New storage server bucket"),
        start=20,
    )
}
VOTES = {
    n: (title, 2, (Post(author=n, block=HEAD - 30 * DAY),))
    for n, title in enumerate(
        ("How to reveal a vote", "Candidates of the election", "Election: introductions"), start=30
    )
}


def placed(title: str, category: int, *more: Post, block: int = HEAD - 100) -> World:
    return World(threads={**STORAGE, **VOTES, 50: (title, category, (Post(author=12, block=block), *more))})


def test_a_thread_in_the_wrong_category_has_one_polite_hint_for_a_person_to_approve() -> None:
    world = placed("Two storage servers, their buckets", 2)
    found = concluded(world)["forum/category/thread-50"]
    assert found.audience == "desk"
    (wanted,) = found.wanted
    assert (wanted.kind, wanted.destination.thread, wanted.destination.member_id) == ("forum-post", 50, 900)
    assert "“Storage”" in wanted.text
    assert "“Elections”" in wanted.text
    assert concerns(wanted) == ()
    once = placed("Two storage servers, their buckets", 2, Post(author=900, block=HEAD - 50))
    assert keys(once, "category") == [], "the office has posted there: a hint comes once"


@pytest.mark.parametrize(
    "world",
    [
        placed("Two storage servers, their buckets", 3),
        placed("Reveal of storage candidates", 1),
        placed("Two storage servers, their buckets", 2, block=HEAD - WEEK),
        placed("Something else entirely", 2),
    ],
    ids=["it is in the right one", "the adviser is not sure", "it is a week old", "its words are unknown"],
)
def test_no_hint_where_there_is_nothing_to_hint_at(world: World) -> None:
    assert keys(world, "category") == []


def test_nothing_is_hinted_by_a_category_with_few_threads() -> None:
    few = {
        number: thread
        for number, thread in placed("Two storage servers, their buckets", 2).threads.items()
        if number not in (21, 22)
    }
    assert keys(World(threads=few), "category") == []


def test_nothing_is_hinted_where_only_one_or_two_threads_are_like_it() -> None:
    """Two threads of a large category that share one rare word with a title are there by chance."""
    others = {
        n: (f"Minutes of the call of week {n}", 3, (Post(author=n, block=HEAD - 30 * DAY),)) for n in range(60, 70)
    }
    two = {n: thread for n, thread in STORAGE.items() if n in (20, 21)}
    world = placed("Two storage servers, their buckets", 2)
    assert keys(replace(world, threads={**VOTES, **others, **two, 50: world.threads[50]}), "category") == []
    assert keys(replace(world, threads={**world.threads, **others}), "category") == ["thread-50"]


QUIET = HEAD - 201_600
PRE = {11: ("Pre-proposal: captions for videos", 8, (Post(author=12, block=QUIET - 100), Post(author=13, block=QUIET)))}


def test_a_pre_proposal_without_a_proposal_is_dormant_after_so_many_blocks() -> None:
    world = World(threads=PRE)
    found = concluded(world)[f"forum/dormant/thread-11/{QUIET}"]
    assert "Pre-proposal threads that are known: 1; followed by a proposal: 0; dormant now: 1." in found.why
    assert found.wanted[0].kind == "forum-post"
    assert concerns(found.wanted[0]) == ()
    assert keys(replace(world, head=HEAD - 1), "dormant") == []
    assert keys(replace(world, head=HEAD + 201_600), "dormant") == [], "it is let go"
    assert keys(world, "dormant", replace(SETTINGS, dormant_after=300_000)) == []
    assert keys(world, "dormant", replace(SETTINGS, pre_proposals=1)) == []


FOLLOWED = {
    "alike": (proposal(4, "Captions for the videos", block=QUIET + 5, status="rejected"), True),
    "of the author, about the same": (proposal(4, "Funding: captions", block=QUIET + 5, creator=12), True),
    "of the author, about something else": (proposal(4, "A new logo", block=QUIET + 5, creator=12), False),
    "of another, with one word": (
        proposal(4, "Captions of pictures in the manual", block=QUIET + 5, creator=77),
        False,
    ),
    "filed before": (proposal(4, "Captions for the videos", block=QUIET - 101), False),
}


@pytest.mark.parametrize("how", FOLLOWED)
def test_whether_a_proposal_followed(how: str) -> None:
    filed, followed = FOLLOWED[how]
    assert (keys(World(threads=PRE, proposals=(filed,)), "dormant") == []) == followed


def test_a_dormant_thread_is_asked_once_each_time_it_goes_quiet() -> None:
    title, category, posts = PRE[11]
    asked = World(threads={11: (title, category, (*posts, Post(author=900, block=QUIET + 60)))})
    assert concluded(asked)[f"forum/dormant/thread-11/{QUIET}"].wanted == ()
    answered = World(
        head=HEAD + 201_601,
        threads={11: (title, category, (*posts, Post(author=900, block=HEAD), Post(author=12, block=HEAD + 1)))},
    )
    assert len(concluded(answered)[f"forum/dormant/thread-11/{HEAD + 1}"].wanted) == 1


def test_what_is_missing_is_a_task() -> None:
    found = concluded(in_thread(QUESTION), Settings())
    assert {"forum/settings/discord", "forum/settings/member", "forum/unanswered/thread-7/post-70"} <= set(found)
    assert found["forum/unanswered/thread-7/post-70"].wanted == ()
    assert keys(in_thread(QUESTION), "settings") == []
    assert keys(in_thread(QUESTION), "settings", replace(SETTINGS, pre_proposals=99)) == ["pre-proposals"]


def test_without_a_head_nothing_is_concluded_but_that() -> None:
    from secretariat.duties.forum.review import review
    from secretariat.facts.snapshot import snapshot_of

    world = in_thread(QUESTION)
    found = review(snapshot_of(world.records()), replace(world.now, head=None), SETTINGS)
    assert [one.key for one in found] == ["forum/facts/head"]


def test_on_a_practice_network_places_are_numbers() -> None:
    words = concluded(replace(in_thread(QUESTION), practice=True))["forum/unanswered/thread-7/post-70"].wanted[0].text
    assert "forum thread 7" in words
    assert "https://" not in words


@pytest.mark.parametrize("settings", [{"dormant_after": 0}, {"member": -1}, {"own_members": (-2,)}])
def test_settings_that_cannot_be_are_refused(settings: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"dormant_after|memberships"):
        Settings(**settings)  # type: ignore[arg-type]


def test_hostile_titles_are_harmless_letters() -> None:
    words = concluded(in_thread(QUESTION, title="@everyone [x](http://evil) **b**\n# h"))[
        "forum/unanswered/thread-7/post-70"
    ]
    assert "\\@everyone \\[x\\]\\(http" in words.wanted[0].text
