"""The judge reckons by itself who gave feedback, how often and where, and holds the summary to all of it."""

import hashlib
from collections.abc import Collection
from dataclasses import replace

import pytest

from secretariat.cli.term.judge.evidence import Post
from secretariat.cli.term.judge.rows import judge
from tests.demo.term.invented import GENESIS
from tests.demo.term.invented_term import AGAIN, BEGAN, FEEDBACK, FIRST, POSTS, summary, term_evidence, term_texts

SEED = f"{GENESIS}/feedback-3"


def wrong(text: str, posts: Collection[Post] = POSTS, **more: object) -> list[str]:
    """Judge a term in which the summary has these words; gives the rows of what is wrong, B12 where the list is not alike for all."""
    told = term_texts()
    told["feedback-summary"] = replace(told["feedback-summary"], text=text, **more)  # type: ignore[arg-type]
    return [row for row, _ in judge(term_evidence(told, posts=tuple(posts))).wrong]


def test_a_summary_in_which_all_is_so_is_not_wrong() -> None:
    assert wrong(summary()) == []


OF_5, OF_7 = "posts: 1, the first: post 82", "posts: 2, the first: post 81"


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (OF_5, "posts: 2, the first: post 82"),
        (OF_5, "posts: 1, the first: post 81"),
        (OF_5, "posts: 1, the first: post 83"),
        (OF_5, "posts: 1, the first: post 84"),
        (OF_5, "posts: 1, the first: thread 50"),
        (OF_7, "posts: 1, the first: post 81"),
        (OF_7, "posts: 3, the first: post 81"),
        (OF_7, "posts: 2, the first: post 83"),
        (OF_7, "posts: 2"),
        ("post 81, post 82, post 83", "post 81, post 83"),
        ("post 81, post 82, post 83", "post 81, post 82"),
        ("post 81, post 82, post 83", "post 82, post 81, post 83"),
        ("post 81, post 82, post 83", "post 81, post 82, post 83, post 84"),
        ("post 81, post 82, post 83", "post 81, post 82, post 83, post 85"),
        ("post 81, post 82, post 83", "post 80, post 81, post 82, post 83"),
        ("post 81, post 82, post 83", "post 81, post 82, post 82"),
        ("post 81, post 82, post 83", "post 81, post 82, and 1 more"),
        ("post 81, post 82, post 83", "post 81, post 82, post 83, and 1 more"),
        ("The posts, oldest first: post 81, post 82, post 83\n\n", ""),
        ("opened it: 3", "opened it: 2"),
        ("wrote them: 2", "wrote them: 1"),
        (" Members who wrote them: 2.", ""),
        ("Posts besides the one that opened it: 3.", ""),
        ("Who posted (2), in an order that was drawn:", "Who posted, in an order that was drawn:"),
        ("Who posted (2)", "Listed are 40 of 2. Who posted (2)"),
        (f"ended with block {FIRST - 1:,}.", "has ended."),
    ],
)
def test_one_figure_or_address_that_is_not_so_is_wrong(true: str, false: str) -> None:
    assert true in summary()
    assert wrong(summary().replace(true, false, 1)).count("C4") == 1


def test_a_post_that_was_taken_away_counts_for_nobody() -> None:
    gone = tuple(replace(one, gone=FIRST + 50) if one.number == 83 else one for one in POSTS)
    assert wrong(summary(), gone)
    assert wrong(summary().replace(OF_7, "posts: 1, the first: post 81"), gone)
    without = summary().replace(OF_7, "posts: 1, the first: post 81").replace(", post 83", "").replace("it: 3", "it: 2")
    assert wrong(without, gone) == []


def test_that_nobody_posted_is_to_be_said() -> None:
    nobody = tuple(one for one in POSTS if one.thread != FEEDBACK)
    head = summary().split("\n\nPosts")[0]
    words = f"Up to that block ({FIRST - 1:,}) nobody posted in this thread."
    assert wrong(f"{head}\n\n{words}", nobody) == []
    assert wrong(head, nobody) == ["C4"]
    assert wrong(f"{head}\n\n{words}")


def test_a_summary_in_another_thread_is_wrong() -> None:
    assert wrong(summary(), thread=AGAIN)


MANY = range(100, 145)
THERE = tuple(
    Post(thread=FEEDBACK, author=member, block=BEGAN + 100 + number, number=300 + number * 45 + member)
    for number in range(3)
    for member in MANY
)


def of_many(shown: int = 40, linked: int = 100) -> str:
    """Sum up the feedback of 45 members with three posts each."""
    drawn = sorted(MANY, key=lambda one: hashlib.sha256(f"{SEED}/{one}".encode()).hexdigest())[:shown]
    listed = "\n".join(f"- member {one} (member id {one}), posts: 3, the first: post {300 + one}" for one in drawn)
    posts = ", ".join(f"post {number}" for number in sorted(one.number for one in THERE)[:linked])
    return (
        "**Council 3: the feedback on the round, at the end of the term**\n\n"
        f"The term of council 3 ended with block {FIRST - 1:,}.\n\n"
        "Posts in this thread besides the one that opened it: 135. Members who wrote them: 45.\n\n"
        f"Who posted ({shown}), in an order that was drawn:\n\n{listed}\n\n"
        f"Listed are {shown} of 45: those who come first in that order.\n\n"
        f"The posts, oldest first: {posts}, and {135 - linked} more\n\nDrawn by SHA-256 from `{SEED}/`."
    )


def test_of_many_the_first_are_listed_and_the_rest_are_counted() -> None:
    own = (*(one for one in POSTS if one.thread != FEEDBACK or one.opens), *THERE)
    right = of_many()
    assert wrong(right, own) == []
    assert wrong(of_many(shown=39), own)
    assert wrong(of_many(linked=99), own)
    for true, false in (("40 of 45", "40 of 46"), ("and 35 more", "and 34 more"), (", and 35 more", "")):
        assert true in right
        assert wrong(right.replace(true, false), own)
    assert wrong(right.replace("Listed are 40 of 45: those who come first in that order.\n\n", ""), own)


def test_the_first_post_that_is_told_of_somebody_is_the_first_that_is_there() -> None:
    """Whoever's first post was taken away is listed with the next one."""
    gone = tuple(replace(one, gone=FIRST - 50) if one.number == 81 else one for one in POSTS)
    text = summary().replace(OF_7, "posts: 1, the first: post 83").replace("post 81, ", "").replace("it: 3", "it: 2")
    assert wrong(text, gone) == []
    assert wrong(text.replace("first: post 83", "first: post 81"), gone)
