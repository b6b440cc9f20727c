"""What was posted as feedback on a council's round: by whom, how often and where, never what it says (row C4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.filling import fill
from secretariat.desk.findings import Entry
from secretariat.desk.neutrality.order import drawn
from secretariat.desk.saying import member_name
from secretariat.desk.threads import THERE, post_place
from secretariat.duties.terms.summing import OPENS_A_THREAD, Summing, summings
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.threads import past_feedback
from secretariat.duties.terms.view import View
from secretariat.facts.live_forum import LivePost, LiveThread
from secretariat.facts.memberships import handles_of
from secretariat.facts.records import Stated

MOST_MEMBERS = 40
"""So many members are listed; of more, those who come first in the drawn order."""
MOST_LINKED = 100
"""So many posts are linked, the oldest; the rest are counted."""

Posts = Mapping[int, Sequence[int]]
"""The numbers of each member's posts, oldest first, by member id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """The round of a council whose term has ended: its thread for feedback, None where none of the term is known, and its posts.

    A post counts that was made up to the last block of the term and is still there; what opened the thread is none. ``read`` is how many posts
    of the thread, of any time and with what opened it, are among the facts as still there.
    """

    of: Summing
    thread: Stated[LiveThread] | None
    posts: Posts
    read: int

    @property
    def made(self) -> int:
        """Count the posts."""
        return sum(map(len, self.posts.values()))


def rounds(view: View) -> tuple[Round, ...]:
    """Give the rounds that ended so lately that a summary of their feedback makes sense: until the deadline of term summaries."""
    return tuple(_round(view, one) for one in summings(view) if one.ended and view.head <= one.deadline)


def _round(view: View, of: Summing) -> Round:
    thread = past_feedback(view, of.council, of.first, of.end)
    there = [] if thread is None else posts_there(view, thread)
    return Round(of=of, thread=thread, posts=by_member(there, of.end), read=len(there))


def posts_there(view: View, thread: Stated[LiveThread]) -> list[LivePost]:
    """Give the posts of a thread that are still there, oldest first: a locked one is, whoever wrote it has only taken back what it cost."""
    number = thread.fact.thread_id
    found = [
        one.fact
        for one in view.snapshot.of(LivePost)
        if one.fact.thread_id == number and one.fact.status in THERE and one.fact.visible is not False
    ]
    return sorted(found, key=lambda one: one.post_id or 0)


def by_member(posts: Sequence[LivePost], until: int) -> Posts:
    """Group what was answered in a thread up to a block by its author; what opened the thread, and what has no block, is left out."""
    found: dict[int, list[int]] = {}
    for one in posts:
        answers = one.origin != OPENS_A_THREAD and one.created_block is not None and one.created_block <= until
        if answers and one.author_id is not None and one.post_id is not None:
            found.setdefault(one.author_id, []).append(one.post_id)
    return found


def figures(view: View, of: Round) -> dict[str, str]:
    """Give how many posted how often and where, in words; empty where nobody did."""
    if not of.posts:
        nobody = fill(template("feedback-nobody"), {"ended": f"{of.of.end:,}"})
        return {**dict.fromkeys(("posts", "members", "links", "feedback_more"), ""), "feedback_nobody": nobody}
    more = {"shown": str(len(shown(view, of))), "members": f"{len(of.posts):,}"}
    return {
        "posts": f"{of.made:,}",
        "members": more["members"],
        "feedback_nobody": "",
        "links": _links(view, of),
        "feedback_more": fill(template("feedback-more"), more)
        if len(of.posts) > MOST_MEMBERS and seed_of(view, of)
        else "",
    }


def _links(view: View, of: Round) -> str:
    numbers = sorted(number for posts in of.posts.values() for number in posts)
    rest = f", and {len(numbers) - MOST_LINKED:,} more" if len(numbers) > MOST_LINKED else ""
    return ", ".join(_place(view, of, one) for one in numbers[:MOST_LINKED]) + rest


def _place(view: View, of: Round, post: int) -> str:
    return post_place(of.thread, post, view.settings.pioneer, practice=view.now.practice)


def shown(view: View, of: Round) -> tuple[int, ...]:
    """Give the members who are listed, in the order drawn for this round."""
    return drawn(of.posts, seed_of(view, of), str)[:MOST_MEMBERS]


def seed_of(view: View, of: Round) -> str:
    """Give the seed of the order; empty without the chain's genesis."""
    return "" if view.now.genesis is None else f"{view.now.genesis.lower()}/feedback-{of.of.council}"


def entries(view: View, of: Round) -> tuple[Entry, ...]:
    """Name who is listed, all alike: how often, and where first; nobody without the chain's genesis, as no order can be drawn then."""
    if not seed_of(view, of):
        return ()
    handles, made = handles_of(view.snapshot), []
    for member in shown(view, of):
        name, posts = member_name(member, handles.get(member)), of.posts[member]
        figures = {"member": str(member), "posts": f"{len(posts):,}", "link": _place(view, of, posts[0])}
        text = fill(template("feedback-entry"), {"name": name, **figures})
        made.append(Entry(subject=str(member), name=name, text=str(text)))
    return tuple(made)
