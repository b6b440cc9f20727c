"""Claims of texts about the forum: each number, title and place is held against what was written there."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from secretariat.cli.term.judge.checks import number
from secretariat.cli.term.judge.claiming import Claim, held
from secretariat.cli.term.judge.evidence import Arrived, Wrote
from secretariat.cli.term.judge.forum.digest import wrong_of_week
from secretariat.cli.term.judge.forum.fitting import could_fit, near
from secretariat.cli.term.judge.forum.pre_proposals import quiet_times
from secretariat.cli.term.judge.forum.talk import Question, Talk
from secretariat.cli.term.judge.names import same_letters
from secretariat.cli.term.judge.plain_words import plain


@dataclass(frozen=True)
class Asked:
    """A question at the end of a block."""

    talk: Talk
    block: int
    question: Question


@dataclass(frozen=True)
class InThread:
    """A thread at the end of a block."""

    talk: Talk
    block: int
    thread: Wrote

    @property
    def newest(self) -> int:
        """Give the block of the newest post that is not the office's."""
        posts = self.talk.posts["thread", self.thread.number]
        return max(one.block for one in posts if one.block <= self.block and one.author != self.talk.office)


def _day(talk: Talk, block: int) -> str:
    return f"{datetime.fromtimestamp(talk.history.milliseconds(block) / 1000, UTC):%Y-%m-%d}"


def _asked(found: "re.Match[str]", at: Asked) -> bool:
    block = at.question.post.block
    return number(found[1]) == block and found[2] in (None, _day(at.talk, block))


def _place(where: str) -> Callable[["re.Match[str]", Asked], bool]:
    return lambda found, at: (at.question.post.where, at.question.post.number) == (where, number(found[1]))


def _open(found: "re.Match[str]", at: Asked) -> bool:
    """Hold that nobody answered: where an answer may be one and may be none, both can be said."""
    return at.question.post.block < at.block <= at.question.open_until


def _alone(found: "re.Match[str]", at: Asked) -> bool:
    return at.question.post.block < at.block <= at.question.alone_until


QUESTION: tuple[Claim, ...] = (
    Claim("title", r"“(.*)”", lambda found, at: same_letters(found[1], at.question.title)),
    Claim("asked", r"[Aa]sked in block (\d[\d,]*\d)(?:, (\d{4}-\d\d-\d\d))?", _asked),
    Claim("thread", r"\bforum thread (\d+)", _place("thread")),
    Claim("proposal", r"\bproposal (\d+)", _place("proposal")),
    Claim("alone", r"\bnobody (?:else )?has posted\b", _alone),
    Claim("open", r"\bwaits for an answer\b|\bnobody (?:else )?has answered\b|\bwithout an answer\b", _open),
)

HINT: tuple[Claim, ...] = (
    Claim(
        "fits",
        r"\bin the category “(.*)”",
        lambda found, at: any(
            same_letters(found[1], title) and could_fit(at.talk, at.thread, title, at.block)
            for title in at.talk.categories.values()
        ),
    ),
    Claim(
        "stands",
        r"\bstands in “(.*)”",
        lambda found, at: same_letters(found[1], at.talk.categories.get(at.thread.category or 0, "")),
    ),
    Claim(
        "near",
        r"\b(\d+) threads? with words like these",
        lambda found, at: 0 < number(found[1]) <= max(near(at.talk, at.thread, at.block).values(), default=0),
    ),
)


def _quiet(found: "re.Match[str]", at: InThread) -> bool:
    block = at.newest
    return number(found[1]) == block and found[2] in (None, _day(at.talk, block))


DORMANT: tuple[Claim, ...] = (
    Claim("newest", r"last post here was in block (\d[\d,]*\d)(?:, (\d{4}-\d\d-\d\d))?", _quiet),
    Claim(
        "no-proposal",
        r"\bno proposal\b[^.]*\bfiled\b",
        lambda found, at: any(
            one.thread == at.thread and one.first <= at.block <= one.last for one in quiet_times(at.talk)
        ),
    ),
)

TABLES: Mapping[str, tuple[tuple[Claim, ...], tuple[str, ...]]] = {
    "question": (QUESTION, ("title", "asked", "open")),
    "hint": (HINT, ("fits", "stands")),
    "dormant": (DORMANT, ("newest",)),
}
"""How each kind claims, and what it has to claim."""


def wrong_of_forum(one: Arrived, kind: str, subjects: tuple[str, ...], talk: Talk, slack: int) -> Iterator[str]:
    """Say what a text about the forum claims that was so at none of the last blocks, and what it leaves out."""
    blocks = range(one.block, max(0, one.block - slack) - 1, -1)
    words = plain(one.text)
    if kind == "taking-part":
        yield from wrong_of_week(words, talk, blocks)
        return
    moments = list(_moments(one, kind, subjects, talk, blocks))
    if not moments:
        yield "is about something that was not written"
        return
    table, required = TABLES[kind]
    names, wrong = held(words, table, moments)
    yield from wrong
    for name in required:
        if name not in names:
            yield f"leaves out its claim {name!r}"
    if kind == "question" and not {"thread", "proposal"} & names:
        yield "does not say where it was asked"


def _moments(
    one: Arrived, kind: str, subjects: tuple[str, ...], talk: Talk, blocks: range
) -> Iterator[Asked | InThread]:
    if kind == "question":
        found = [each for each in talk.questions if each.subject in subjects]
        yield from (Asked(talk, block, each) for each in found for block in blocks)
    elif one.thread is not None and one.thread in talk.threads:
        yield from (InThread(talk, block, talk.threads[one.thread]) for block in blocks)
