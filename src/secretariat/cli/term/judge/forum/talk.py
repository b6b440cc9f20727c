"""The talk of a network: threads and discussions with their posts, which of them ask, and since when nobody has answered."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from secretariat.cli.term.judge.evidence import Configured, Wrote
from secretariat.cli.term.judge.forum.asking import asks, may_ask, tells
from secretariat.cli.term.judge.history import DAY, History

FAR = 10**9
"""After every block that is played."""

WAITS, LET_GO, WEEK = DAY, 14 * DAY, 7 * DAY
"""Blocks: after a day a question has waited long enough, after two weeks it is let go."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A post that asks, or may (``sure``). Nobody has written there before ``alone_until``, and no answer came before ``open_until``."""

    post: Wrote
    title: str
    sure: bool
    alone_until: int
    open_until: int

    @property
    def subject(self) -> str:
        """Name it, as texts do: where it was asked, and in which block."""
        return f"{self.post.where} {self.post.number}, asked in block {self.post.block}"


@dataclass(frozen=True)
class Talk:
    """What was written; ``office`` is the member who writes for the office."""

    history: History
    wrote: tuple[Wrote, ...]
    configured: Configured
    office: int | None = None

    @cached_property
    def posts(self) -> Mapping[tuple[str, int], list[Wrote]]:
        """Give the posts of each thread and each discussion, oldest first."""
        found: dict[tuple[str, int], list[Wrote]] = defaultdict(list)
        for one in sorted(self.wrote, key=lambda each: (each.block, each.post)):
            found[one.where, one.number].append(one)
        return found

    @cached_property
    def threads(self) -> Mapping[int, Wrote]:
        """Give the post that opened each thread, by the thread's number."""
        return {one.number: one for one in self.wrote if one.title is not None}

    @cached_property
    def categories(self) -> Mapping[int, str]:
        """Give the titles of the forum's categories."""
        return {int(one["id"]): one["title"] for one in self.history.truth.get("forum", {}).get("categories", ())}

    def title(self, where: str, number: int) -> str | None:
        """Give the title of a thread or a proposal; None where there is none."""
        if where == "thread":
            return self.threads[number].title if number in self.threads else None
        found = (one["title"] for one in self.history.truth.get("proposals", ()) if one["id"] == number)
        return next(found, None)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """List every post that asks, or may; what the office asks waits for nobody."""
        return tuple(self._questions())

    def _questions(self) -> Iterator[Question]:
        for (where, number), posts in self.posts.items():
            for place, one in enumerate(posts):
                words = one.text if one.title is None else f"{one.title}\n{one.text}"
                if may_ask(words) and one.author != self.office:
                    title = self.title(where, number) or ""
                    yield self._question(one, title, posts[:place], posts[place + 1 :], sure=asks(words))

    def _question(self, one: Wrote, title: str, before: list[Wrote], later: list[Wrote], *, sure: bool) -> Question:
        others = [each for each in later if each.author != one.author]
        answers = [
            each for each in others if tells(each.text) and each.gone is None and each.replies_to in (None, one.post)
        ]
        gone = FAR if one.gone is None else one.gone
        asked = [each for each in before if may_ask(f"{each.title or ''}\n{each.text}")]
        earlier = any(each.author == one.author for each in asked)
        back = bool(asked) and tells(one.text)  # an answer may ask back (“Does that help?”): that waits for nobody else
        return Question(
            post=one,
            title=title,
            sure=sure and not earlier and not back,
            alone_until=min(gone, *(each.block for each in others[:1]), FAR) - 1,
            open_until=min(gone, *(each.block for each in answers[:1] if each.author != self.office), FAR) - 1,
        )

    def open_questions(self, block: int, *, sure: bool) -> list[Question]:
        """List what has waited for a day at the end of a block: for sure, or at the most."""
        return [
            one
            for one in self.questions
            if one.post.block + WAITS <= block <= one.post.block + LET_GO
            and block <= (one.alone_until if sure else one.open_until)
            and (one.sure or not sure)
        ]

    def began(self, first: int, last: int, block: int) -> list[Wrote]:
        """List the threads that were opened from one block to another and are there at the end of a third."""
        return [
            one
            for number, one in sorted(self.threads.items())
            if first <= one.block <= min(last, block) and (one.gone is None or one.gone > block)
        ]


def openings(history: History, first: int, last: int, block: int) -> Mapping[str, str]:
    """Give the openings of working groups opened from one block to another and open at the end of a third: name and title."""
    found = {}
    for group, told in history.truth.get("groups", {}).items():
        for one in told.get("openings_ever", ()):
            closed = FAR if one["closed"] is None else int(one["closed"])
            if first <= one["opened"] <= min(last, block) < FAR and closed > block:
                found[f"{group[:1].lower()}{group[1:]}-{one['id']}"] = str(one["title"])
    return found


def votes_begun(history: History, first: int, last: int, block: int) -> Mapping[int, str]:
    """Give the proposals whose vote began from one block to another and is open at the end of a third: number and title."""
    found = {}
    for one in history.truth.get("proposals", ()):
        for round_ in one["rounds"]:
            closed = FAR if round_["closed"] is None else int(round_["closed"])
            if first <= round_["opened"] <= min(last, block) and closed > block:
                found[int(one["id"])] = str(one["title"])
    return found
