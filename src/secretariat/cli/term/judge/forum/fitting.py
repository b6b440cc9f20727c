"""Which category a thread fits, by the judge's own rule: where the threads are that share telling words with its title."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from secretariat.cli.term.judge.everyday_words import COMMON
from secretariat.cli.term.judge.evidence import Wrote
from secretariat.cli.term.judge.forum.talk import Talk

ENOUGH = 5
"""So many threads that share two telling words, all in one other category, leave no doubt."""


@cache
def telling(title: str) -> frozenset[str]:
    """Give the words of a title that tell what it is about: four letters or more, not everyday ones, without the ending of many."""
    return frozenset(one.removesuffix("s") for one in _words(title) if one not in COMMON)


def share_everyday(title: str, other: str) -> bool:
    """Tell whether titles share two words of four letters or more, everyday ones among them: then they may be about one thing."""
    return len({*_words(title)} & {*_words(other)}) >= 2


def _words(title: str) -> list[str]:
    return re.findall(r"[^\W\d_]{4,}", title.casefold())


def near(talk: Talk, thread: Wrote, block: int, least: int = 1) -> Mapping[int, int]:
    """Count by category the other threads that share so many telling words with a thread's title at the end of a block."""
    own, found = telling(thread.title or ""), dict[int, int]()
    for one in talk.began(0, block, block):
        if one.number != thread.number and len(own & telling(one.title or "")) >= least:
            found[one.category or 0] = found.get(one.category or 0, 0) + 1
    return found


def fits_elsewhere(talk: Talk, thread: Wrote, block: int) -> int | None:
    """Give the other category that a thread fits beyond doubt; None where there is doubt."""
    close, shared = near(talk, thread, block, 2), near(talk, thread, block)
    (best, count), *others = sorted(close.items(), key=lambda one: -one[1]) or [(0, 0)]
    alone = not others and not shared.get(thread.category or 0) and best != thread.category
    return best if alone and count >= ENOUGH else None


def could_fit(talk: Talk, thread: Wrote, title: str, block: int) -> bool:
    """Tell whether a hint to a category, by its title, can be meant: it is another one, and has more of the title's words than the present one."""
    shared = near(talk, thread, block)
    named = telling(thread.title or "") & telling(title)
    for number in _called(talk, title):
        here, there = shared.get(thread.category or 0, 0), shared.get(number, 0) + len(named)
        if number != thread.category and there > here:
            return True
    return False


def _called(talk: Talk, title: str) -> Iterator[int]:
    yield from (number for number, one in talk.categories.items() if one == title)
