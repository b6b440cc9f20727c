"""What the duty sees: threads with their posts, proposals with their discussions, the categories, and what people dismissed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.proposal_words import proposal_place
from secretariat.desk.rules import NOT_READ, Unclear
from secretariat.desk.threads import thread_place
from secretariat.duties.forum.adviser.learned import Learned
from secretariat.duties.forum.corpus import live_forum, pre_proposals
from secretariat.duties.forum.settings import Settings
from secretariat.facts.chain_proposals import DiscussionPost, Proposal
from secretariat.facts.live_forum import LivePost, LiveThread
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.questions import QuestionDismissed, Where, dismissed_now
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot

STANDS = frozenset({"active", "locked"})
"""States of a post that can be read; a locked one cannot be changed any more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The forum at one moment. ``threads`` are those in which can be posted, by number; ``posts`` those that can be read, by thread.

    ``discussed`` are the posts of discussions by the proposal's number. ``pre_proposals`` is the number of the category for
    pre-proposal threads, None where none is known.
    """

    snapshot: Snapshot
    now: Now
    settings: Settings
    head: int
    learned: Learned
    pre_proposals: int | None
    threads: Mapping[int, Stated[LiveThread]]
    posts: Mapping[int, Sequence[Stated[LivePost]]]
    proposals: Mapping[int, Stated[Proposal]]
    discussed: Mapping[int, Sequence[Stated[DiscussionPost]]]
    dismissed: Mapping[tuple[Where, int], QuestionDismissed]

    def place_of_thread(self, number: int) -> str:
        """Say where a thread is: its address in the app, on a practice network its number."""
        return thread_place(self.threads.get(number), self.settings.pioneer, practice=self.now.practice)

    def place_of_proposal(self, number: int) -> str:
        """Say where a proposal is: its address in the app, on a practice network its number."""
        return proposal_place(number, self.settings.pioneer, practice=self.now.practice)

    def when(self, block: int, at: Moment | None) -> str:
        """Say a block that is passed, with its day in UTC where it is known."""
        return f"block {block:,}" + (f", {at[:10]}" if at else "")

    def category(self, number: int | None) -> str:
        """Give a category's title; its number where there is none."""
        found = self.learned.categories.get(-1 if number is None else number)
        return found.title if found else f"category {number}"


def view_of(snapshot: Snapshot, now: Now, settings: Settings) -> View:
    """Put the facts together. Raises Unclear where the chain was not read: then no age is known."""
    if now.head is None:
        raise Unclear(NOT_READ)
    learned = live_forum(snapshot)
    proposals = {one.fact.number: one for one in snapshot.of(Proposal) if one.fact.number is not None}
    return View(
        snapshot=snapshot,
        now=now,
        settings=settings,
        head=now.head,
        learned=learned,
        pre_proposals=pre_proposals(learned, settings.pre_proposals),
        threads={
            one.fact.thread_id: one
            for one in snapshot.of(LiveThread)
            if one.fact.thread_id is not None and one.fact.status == "active" and one.fact.visible is not False
        },
        posts=_posts(snapshot),
        proposals=proposals,
        discussed=_discussed(snapshot, proposals),
        dismissed=dismissed_now(one.fact for one in snapshot.of(QuestionDismissed)),
    )


def _posts(snapshot: Snapshot) -> Mapping[int, Sequence[Stated[LivePost]]]:
    found: dict[int, list[Stated[LivePost]]] = defaultdict(list)
    for one in snapshot.of(LivePost):
        fact = one.fact
        if fact.thread_id is not None and fact.post_id is not None and _is_there(fact):
            found[fact.thread_id].append(one)
    return {thread: sorted(posts, key=lambda one: one.fact.post_id or 0) for thread, posts in found.items()}


def _discussed(
    snapshot: Snapshot, proposals: Mapping[int, Stated[Proposal]]
) -> Mapping[int, Sequence[Stated[DiscussionPost]]]:
    number_of = {one.fact.discussion: number for number, one in proposals.items() if one.fact.discussion is not None}
    found: dict[int, list[Stated[DiscussionPost]]] = defaultdict(list)
    for one in snapshot.of(DiscussionPost):
        number = None if one.fact.thread_id is None else number_of.get(one.fact.thread_id)
        if number is not None and one.fact.post_id is not None and _is_there(one.fact):
            found[number].append(one)
    return {number: sorted(posts, key=lambda one: one.fact.post_id or 0) for number, posts in found.items()}


def _is_there(post: LivePost | DiscussionPost) -> bool:
    return post.visible is not False and post.status in STANDS
