"""Questions: which posts ask something, and which of them nobody has answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secretariat.desk.quoting import plain_line
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.duties.forum.answers import Post, answered_later, answers_earlier, opens
from secretariat.duties.forum.view import View
from secretariat.facts.asking import asks_back, question_in
from secretariat.facts.questions import Where

WAITS_BLOCKS = DAY_BLOCKS
"""After so many blocks without an answer a question is put on the desk (row B8: 24 hours)."""
LOOKED_BACK = 14 * DAY_BLOCKS
"""Questions older than that are let go: who asked has found out or gave up."""
LONGEST_TITLE = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A post that asks something, and that no other member has answered.

    ``number`` is the thread's, or the proposal's where ``where`` says so. ``asks`` is the sentence that asks, as it was written.
    """

    where: Where
    number: int
    title: str
    post: int
    block: int
    author: int
    asks: str
    record: Post

    @property
    def subject(self) -> str:
        """Name it in the key of a finding."""
        return f"{self.where}-{self.number}/post-{self.post}"

    @property
    def name(self) -> str:
        """Name it as people do: ``p45`` for a post of the forum, ``q45`` for one of a proposal's discussion."""
        return f"{'p' if self.where == 'thread' else 'q'}{self.post}"


def open_questions(view: View) -> Iterator[Question]:
    """Give every question of the last 14 days without an answer, also those that were dismissed or asked just now.

    A post asks where one of its sentences does (``facts.asking``), or where it opens a thread whose title does; posts of the office's
    own members are left out, and so is what an answer asks back (“Does that help?”). An answer is a later post of another member there,
    unless it does nothing but ask, or replies to a post that is not of who asked: people add to what they asked, and are answered there. Of
    one member, only the first open question in a thread or discussion is given.
    """
    for number, thread in sorted(view.threads.items()):
        title = thread.fact.title or ""
        yield from _unanswered(view, "thread", number, title, view.posts.get(number, ()), thread.fact.created_block)
    for number, posts in sorted(view.discussed.items()):
        yield from _unanswered(view, "proposal", number, view.proposals[number].fact.title or "", posts, None)


def _unanswered(
    view: View, where: Where, number: int, title: str, posts: Sequence[Post], opened: int | None
) -> Iterator[Question]:
    met: set[int] = set()
    answered, answers = answered_later(posts), answers_earlier(posts, title)
    for place, post in enumerate(posts):
        fact = post.fact
        block = opened if opens(fact) else fact.created_block
        said = fact.asks.sentence if fact.asks else None
        asks = said or (question_in(title) if opens(fact) else None)
        author = fact.author_id
        if asks is None or block is None or author is None or author in view.settings.ours or author in met:
            continue
        if answered[place] or not view.head - LOOKED_BACK <= block <= view.head:
            continue
        if answers[place] and asks_back(asks):
            continue
        met.add(author)
        yield Question(
            where=where,
            number=number,
            title=plain_line(title, LONGEST_TITLE),
            post=fact.post_id or 0,
            block=block,
            author=author,
            asks=plain_line(asks, 200),
            record=post,
        )


def waiting(view: View) -> tuple[Question, ...]:
    """Give the questions that have waited for a day and that nobody dismissed, first what was asked first."""
    found = [
        one for one in open_questions(view) if one.block + WAITS_BLOCKS <= view.head and not is_dismissed(view, one)
    ]
    return tuple(sorted(found, key=lambda one: (one.block, one.where, one.post)))


def is_dismissed(view: View, question: Question) -> bool:
    """Tell whether a person said that a question needs no answer."""
    return (question.where, question.post) in view.dismissed
