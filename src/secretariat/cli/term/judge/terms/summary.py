"""The summary of feedback on a round: who posted, how often and where, each held against what was really posted."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from secretariat.cli.term.judge.checks import number
from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.plain_words import plain
from secretariat.cli.term.judge.reading import people
from secretariat.cli.term.judge.terms.term import Term

LISTED, LINKED = 40, 100
"""So many who gave feedback are listed at the most, and so many posts told, the oldest."""

SOMEBODY = ("feedback-posts", "feedback-members", "who-posted", "feedback-seed")
"""What has to be told where somebody posted; where nobody did, that nobody did."""

_FIGURES = re.compile(r", posts: (?P<posts>[\d,]+), the first: (?P<where>.+?)$")
_POSTS = re.compile(r"(?m)^The posts, oldest first: (?P<posts>.+?)(?:, and (?P<more>[\d,]+) more)?$")

Posts = Mapping[int, Sequence[int]]


def posts_of(term: Term, block: int) -> Posts:
    """Give the numbers of each member's posts that count and were there at a block, oldest first."""
    found: dict[int, list[int]] = defaultdict(list)
    for one in term.feedback(block):
        found[one.author].append(one.number)
    return found


def wrong_of_summary(one: Arrived, term: Term, blocks: range, made: set[str]) -> Iterator[str]:
    """Say what a summary tells of members and posts that was so at none of the blocks, and what it leaves out; ``made`` are its claims."""
    thread = term.thread("feedback")
    if thread is None or one.thread != thread.number:
        yield "stands in another thread than the one for feedback"
    moments = [posts_of(term, block) for block in blocks]
    yield from _least_wrong([list(_wrong_at(one, posts)) for posts in moments])
    needed = {"nobody-posted"} if not any(moments) else {*SOMEBODY}
    needed |= {"listed-of"} if all(len(posts) > LISTED for posts in moments) else set()
    for name in sorted(needed - made):
        yield f"leaves out its claim {name!r}"


def _least_wrong(found: Sequence[list[str]]) -> list[str]:
    """Give what is wrong at the moment at which least is: all of it has to be so at once."""
    return min(found, key=len)


def _wrong_at(one: Arrived, posts: Posts) -> Iterator[str]:
    for each in people(one.text):
        own, told = posts.get(each.member, ()), _FIGURES.search(each.line)
        if told is None:
            yield f"does not tell how often and where member {each.member} posted"
        elif (number(told["posts"]), told["where"]) != (len(own), f"post {own[0]}" if own else ""):
            yield f"says {told[0][2:]!r} of member {each.member}, whose posts are {list(own)}"
    numbers, listed = sorted(each for own in posts.values() for each in own), _POSTS.search(plain(one.text))
    said = () if listed is None else tuple(listed["posts"].split(", "))
    if said != tuple(f"post {each}" for each in numbers[:LINKED]):
        yield f"lists {len(said)} posts, and they are {numbers[:LINKED]}"
    more = 0 if listed is None or listed["more"] is None else number(listed["more"])
    if more != max(0, len(numbers) - LINKED):
        yield f"says that {more} posts are not listed, and {max(0, len(numbers) - LINKED)} are not"
