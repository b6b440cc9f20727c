"""Pre-proposal threads in which nothing happens, by the truth."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from secretariat.cli.term.judge.evidence import Wrote
from secretariat.cli.term.judge.forum.fitting import share_everyday, telling
from secretariat.cli.term.judge.forum.talk import FAR, Talk


@dataclass(frozen=True, kw_only=True, slots=True)
class Quiet:
    """A time in which a thread had no post of anybody but the office: since which block, and the first and last block in which it is dormant.

    ``sure`` is False where a proposal may have followed it, something was taken away, or the office has asked already.
    """

    thread: Wrote
    newest: int
    first: int
    last: int
    sure: bool

    @property
    def subject(self) -> str:
        """Name it, as texts do."""
        return f"thread {self.thread.number}, quiet since block {self.newest}"


def quiet_times(talk: Talk) -> Iterator[Quiet]:
    """List when threads of the category for pre-proposals were dormant; the office's own are none."""
    of_them = [number for number, title in talk.categories.items() if re.search(r"(?i)\bpre[- ]?proposals?\b", title)]
    for thread in talk.threads.values():
        if [thread.category] == of_them and thread.author != talk.office:
            yield from _quiet(talk, thread)


def _quiet(talk: Talk, thread: Wrote) -> Iterator[Quiet]:
    after = talk.configured.dormant_after
    posts = talk.posts["thread", thread.number]
    others = [one for one in posts if one.author != talk.office]
    end = FAR if thread.gone is None else thread.gone
    surely, maybe = _followed(talk, thread)
    for newest, next_ in pairwise([*(one.block for one in others), end]):
        first, last = newest + after, min(next_ - 1, newest + 2 * after - 1, surely - 1)
        asked = any(one.author == talk.office and newest <= one.block < first for one in posts)
        touched = any(one.gone is not None for one in posts)
        if first <= last:
            sure = not asked and not touched and maybe > last
            yield Quiet(thread=thread, newest=newest, first=first, last=last, sure=sure)


def _followed(talk: Talk, thread: Wrote) -> tuple[int, int]:
    """Give the block from which a proposal has followed a thread for sure (it has the same telling words), and from which it may have.

    It may where they share one telling word, or two everyday ones: "council minutes" tells something, and neither word does alone.
    """
    surely = maybe = FAR
    own = telling(thread.title or "")
    for one in talk.history.truth.get("proposals", ()):
        shared = own & telling(one["title"])
        if one["created"] < thread.block or not (shared or share_everyday(thread.title or "", one["title"])):
            continue
        maybe = min(maybe, int(one["created"]))
        if own and shared == own == telling(one["title"]):
            surely = min(surely, int(one["created"]))
    return surely, maybe
