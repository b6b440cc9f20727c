"""The weekly digest, read section by section: what it counts and lists is held against what began in that week and stands."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from secretariat.cli.term.judge.checks import number
from secretariat.cli.term.judge.forum.talk import WAITS, WEEK, Talk, openings, votes_begun
from secretariat.cli.term.judge.names import same_letters

LEAST = 3
"""So many of a section are listed at the least, where there are as many."""

_HEADING = re.compile(r"^(?P<name>[A-Z][A-Za-z' ]+): (?P<number>[\d,]+)$")
_ENTRY = re.compile(r"^- “(?P<title>.*)”(?: \([^()]*\))?: (?P<where>[\w -]+)$")
_MORE = re.compile(r"^- and ([\d,]+) more$")
_SECTIONS = (("votes", "vote"), ("questions", "question"), ("threads", "thread"), ("openings", "opening"))
"""What a section is about, by a word in its heading."""

Known = Sequence[tuple[str, str]]
"""What entries are called in a list, ``forum thread 5`` or ``proposal 6``, each with its title."""


def wrong_of_week(words: str, talk: Talk, blocks: range) -> Iterator[str]:
    """Say what a weekly digest claims that was so at none of these blocks."""
    said = re.search(r"week up to block ([\d,]+)", words)
    border = 0 if said is None else number(said[1])
    if border % WEEK or not any(border <= block < border + WEEK for block in blocks):
        yield f"is about a week up to block {border:,}, and is none of the last one"
        return
    sections, unread = _sections(words)
    yield from (f"says {each!r}, which the judge cannot account for" for each in unread)
    for name, (least, most) in _known(talk, border).items():
        count, listed, more = sections.get(name, (0, [], 0))
        if not any(len(least(block)) <= count <= len(most(block)) for block in blocks):
            yield f"counts {count} {name}, and there were {len(most(blocks[0]))}"
        if len(listed) + more != count or len(listed) < min(count, LEAST):
            yield f"counts {count} {name}, lists {len(listed)} and {more} more"
        for title, where in listed:
            told = (each for block in blocks for each in most(block))
            if not any(where == place and same_letters(title, true) for place, true in told):
                yield f"lists {title!r} ({where}) among {name}, which was not so"


Of = Callable[[int], Known]


def _known(talk: Talk, border: int) -> Mapping[str, tuple[Of, Of]]:
    """Give what is in each section at a block, for sure and at the most."""
    first, last, history = border - WEEK, border - 1, talk.history

    def votes(block: int) -> Known:
        return [(f"proposal {one}", title) for one, title in votes_begun(history, first, last, block).items()]

    def threads(block: int) -> Known:
        return [(f"forum thread {one.number}", one.title or "") for one in talk.began(first, last, block)]

    def opened(block: int) -> Known:
        return [(f"opening {name}", title) for name, title in openings(history, first, last, block).items()]

    def questions(sure: bool) -> Of:
        return lambda block: [
            (f"{'forum ' if one.post.where == 'thread' else ''}{one.post.where} {one.post.number}", one.title)
            for one in talk.open_questions(block, sure=sure)
            if first <= one.post.block + WAITS <= last
        ]

    return {
        "votes": (votes, votes),
        "questions": (questions(True), questions(False)),
        "threads": (threads, threads),
        "openings": (opened, opened),
    }


def _sections(words: str) -> tuple[dict[str, tuple[int, list[tuple[str, str]], int]], list[str]]:
    """Read the sections: count, entries, and how many more; and every number that stands elsewhere."""
    found: dict[str, tuple[int, list[tuple[str, str]], int]] = {}
    unread: list[str] = []
    name = ""
    for line in words.splitlines()[1:]:
        heading, entry, more = _HEADING.match(line), _ENTRY.match(line), _MORE.match(line)
        if heading is not None:
            name = next((one for one, word in _SECTIONS if word in heading["name"].casefold()), "")
            found[name] = (number(heading["number"]), [], 0)
        elif entry is not None and name in found:
            found[name][1].append((entry["title"], entry["where"]))
        elif more is not None and name in found:
            found[name] = (found[name][0], found[name][1], number(more[1]))
        else:
            unread += re.findall(r"\d[\d,.]*", line)
    return found, unread
