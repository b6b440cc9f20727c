"""The feed that was published: held against what had arrived in public before."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.plain_words import plain
from secretariat.cli.term.judge.reading import kind_of

MOST = 50
"""So many texts the feed has at the most."""

NOT_PUBLIC = frozenset({"nobody", "hint", "dormant"})
"""Kinds of text that go to the council, or to those who write in one thread, wherever they are said."""

FRESH = 20
"""What arrived so few blocks before may not have been confirmed yet."""


def wrong_of_feed(one: Arrived, arrived: Iterable[Arrived]) -> Iterator[str]:
    """Say which public text of the newest ones a feed lacks, and what it has that was for somebody alone."""
    contents = [
        _letters(html.unescape(each)) for each in re.findall(r"<content[^>]*>(.*?)</content>", one.text, re.DOTALL)
    ]
    public = [
        each
        for each in arrived
        if each.place in ("discord", "forum")
        and not each.by_hand
        and each.block <= one.block
        and kind_of(each) not in NOT_PUBLIC
    ]
    known = [each for each in public if each.block <= one.block - FRESH]
    newest = sorted(known, key=lambda each: each.block)[-MOST // 2 :]
    # Times are written out otherwise in the feed: a text is known by its first line, and by how often it was said; what went to several places
    # is one entry.
    for each in newest:
        words = _words(each)
        said = Counter(other.place for other in newest if _words(other) == words)
        if sum(words in content for content in contents) < max(said.values()):
            yield f"lacks {_first(each)!r} of block {each.block:,}"
    for each in arrived:
        if kind_of(each) == "digest" and any(_words(each) in content for content in contents):
            yield f"tells everybody what was for one member, of block {each.block:,}"


def _words(one: Arrived) -> str:
    lines = re.sub(r"<@&?\d+>", "", plain(one.text)).strip().splitlines()
    return _letters(lines[0]) if lines else ""


def _first(one: Arrived) -> str:
    return (one.title or one.text).strip().splitlines()[0][:60]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, re.sub(r"<@&?\d+>", "", plain(text))))
