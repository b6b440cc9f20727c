"""Answers: which posts of a thread or discussion are answered by a later one, in one walk over it however long it is.

An answer is a later post of another member, unless it does nothing but ask or replies to a post that is not of who asked.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from secretariat.facts.asking import question_in
from secretariat.facts.chain_proposals import DiscussionPost
from secretariat.facts.live_forum import LivePost
from secretariat.facts.records import Stated

Post = Stated[LivePost] | Stated[DiscussionPost]


def opens(post: LivePost | DiscussionPost) -> bool:
    """Tell whether a post opens a thread."""
    return isinstance(post, LivePost) and post.origin == "thread-initial"


def answered_later(posts: Sequence[Post]) -> tuple[bool, ...]:
    """Tell of each post whether a later one answers what it may ask.

    Of who replied to a post, to any post of a member, or to nobody, two authors are enough to know whether one is another than who asked.
    """
    by, found = _authors(posts), []
    to_post: dict[int | None, set[int]] = defaultdict(set)
    to_author: dict[int | None, set[int]] = defaultdict(set)
    to_all: set[int] = set()
    for post in reversed(posts):
        fact = post.fact
        later = (to_post.get(fact.post_id, ()), to_author.get(fact.author_id, ()), to_all)
        found.append(any(_has_another(authors, fact.author_id) for authors in later))
        if fact.author_id is None:
            continue
        if fact.replies_to is not None:
            _keep_two(to_post[fact.replies_to], fact.author_id)
        if _says_something(fact):
            asker = None if fact.replies_to is None else by.get(fact.replies_to)
            if fact.replies_to is None:
                _keep_two(to_all, fact.author_id)
            elif asker is not None:
                _keep_two(to_author[asker], fact.author_id)
    return tuple(reversed(found))


def answers_earlier(posts: Sequence[Post], title: str) -> tuple[bool, ...]:
    """Tell of each post whether it answers an earlier one that asks, by what it says besides its question.

    Of one that replies to nobody that is the post right before it, as long as it asks in its own text: a title may ask everybody for good.
    """
    by, found, asks_in_title = _authors(posts), [], question_in(title) is not None
    asking: dict[int | None, int | None] = {}
    askers: set[int | None] = set()
    before: LivePost | DiscussionPost | None = None
    for post in posts:
        fact = post.fact
        me, to = fact.author_id, fact.replies_to
        if me is None:
            found.append(False)
        elif to is None:
            asked = before is not None and before.asks is not None and before.author_id != me
            found.append(asked and _says_something(fact))
        else:
            whose = by.get(to)
            adds = whose is not None and whose != me and whose in askers and _says_something(fact)
            found.append((to in asking and asking[to] != me) or adds)
        if fact.asks is not None or (opens(fact) and asks_in_title):
            asking[fact.post_id] = me
            askers.add(me)
        before = fact
    return tuple(found)


def _authors(posts: Sequence[Post]) -> dict[int | None, int | None]:
    return {post.fact.post_id: post.fact.author_id for post in posts}


def _says_something(post: LivePost | DiscussionPost) -> bool:
    """Tell whether a post does more than ask."""
    return post.asks is None or not post.asks.alone


def _has_another(authors: Collection[int], than: int | None) -> bool:
    return any(one != than for one in authors)


def _keep_two(authors: set[int], one: int) -> None:
    if len(authors) < 2:
        authors.add(one)
