"""Which posts are answered: held against the rule as it is told, pair by pair, and in one walk however long a thread is."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.duties.forum.answers import Post, answered_later, answers_earlier
from secretariat.duties.forum.questions import open_questions
from secretariat.duties.forum.view import view_of
from secretariat.facts.asking import Asking, question_in
from secretariat.facts.live_forum import LivePost
from secretariat.facts.snapshot import snapshot_of
from tests.duties.elections.invented import node
from tests.duties.forum.invented import DAY, HEAD, SETTINGS, World
from tests.duties.forum.invented import Post as Written

ALONE, BESIDE = Asking(sentence="Where is it?", alone=True), Asking(sentence="Does that help?", alone=False)


def answers(later: Post, question: Post, by: Mapping[int | None, int | None]) -> bool:
    """Tell whether a later post answers a question, as docs/duties/forum.md tells it."""
    fact, asked = later.fact, question.fact
    says = fact.asks is None or not fact.asks.alone
    if fact.author_id is None or fact.author_id == asked.author_id:
        return False
    if fact.replies_to is None or fact.replies_to == asked.post_id:
        return says or fact.replies_to is not None
    return says and asked.author_id is not None and by.get(fact.replies_to) == asked.author_id


def asked_before(posts: Sequence[Post], place: int, title: str) -> list[Post]:
    if posts[place].fact.replies_to is None:
        return [one for one in posts[max(place - 1, 0) : place] if one.fact.asks is not None]
    first = [one for one in posts[:place] if one.fact.origin == "thread-initial" and question_in(title)]  # type: ignore[union-attr]
    return [one for one in posts[:place] if one.fact.asks is not None or one in first]


@st.composite
def threads(draw: st.DrawFn) -> list[Post]:
    found: list[Post] = []
    for number in range(draw(st.integers(0, 9))):
        replies = draw(st.none() | st.integers(0, 10))
        fact = LivePost(
            post_id=number,
            author_id=draw(st.none() | st.integers(1, 4)),
            origin="thread-reply" if number else "thread-initial",
            replies_to=replies,
            asks=draw(st.sampled_from([None, ALONE, BESIDE])),
        )
        found.append(node(fact, str(number), 1))
    return found


@given(threads(), st.sampled_from(["Keys", "Where are the keys?"]))
def test_what_is_answered_is_what_the_rule_says_pair_by_pair(posts: list[Post], title: str) -> None:
    by = {one.fact.post_id: one.fact.author_id for one in posts}
    places = range(len(posts))
    later = tuple(any(answers(one, posts[place], by) for one in posts[place + 1 :]) for place in places)
    earlier = tuple(
        any(answers(posts[place], one, by) for one in asked_before(posts, place, title)) for place in places
    )
    assert (answered_later(posts), answers_earlier(posts, title)) == (later, earlier)


class Counted(LivePost):
    """A post that counts how often something of it is looked at."""

    looks = 0

    def __getattribute__(self, name: str) -> Any:
        Counted.looks += 1
        return super().__getattribute__(name)


@pytest.mark.parametrize("replies", [False, True])
def test_a_thread_twice_as_long_is_twice_the_work(replies: bool) -> None:
    def looks(most: int) -> int:
        texts = ["Where is file {n} kept?", "It is there. Does file {n} help?"]
        posts = [
            Written(
                author=100 + n,
                block=HEAD - DAY - 10_000 + n,
                text=texts[n % 2 if replies else 0].format(n=n),
                replies_to=10 if replies and n % 2 else None,
            )
            for n in range(most)
        ]
        world = World(threads={1: ("Q", 1, posts)})
        view = view_of(snapshot_of(world.records()), world.now, SETTINGS)
        counted = [one._replace(fact=Counted(**asdict(one.fact) | {"asks": one.fact.asks})) for one in view.posts[1]]
        view = replace(view, posts={1: counted})
        Counted.looks = 0
        assert list(open_questions(view))
        return Counted.looks

    assert looks(400) <= 2.1 * looks(200)
