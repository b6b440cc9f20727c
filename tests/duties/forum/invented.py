"""An invented forum: facts of the query node at one head, from what a test names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secretariat.desk.findings import Finding
from secretariat.duties.forum.review import review
from secretariat.duties.forum.settings import Settings
from secretariat.facts.asking import asking_of
from secretariat.facts.chain_proposals import DiscussionPost, Proposal
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.live_forum import LiveCategory, LivePost, LiveThread
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.questions import QuestionDismissed, Where
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.staffing import Opening
from tests.duties.elections.invented import node

DAY, WEEK = 14_400, 100_800
HEAD = 20 * WEEK + 50_000
SETTINGS = Settings(discord="town", member=900)
CATEGORIES = {
    1: ("General discussion", "Whatever has no other place."),
    2: ("Elections", "Candidates, voting, revealing."),
    3: ("Storage", "Servers and buckets of the storage working group."),
    8: ("Pre-proposal threads", "What is to be proposed is talked over here first."),
}


@dataclass(frozen=True, kw_only=True)
class Post:
    """One post: its text decides what it asks. Blocks are absolute."""

    author: int
    block: int
    text: str = "It is so."
    replies_to: int | None = None
    status: str = "active"
    visible: bool = True


@dataclass(frozen=True, kw_only=True)
class World:
    """What a test says of a forum. A thread is its number with title, category and posts, of which the first opens it.

    ``discussions`` are posts by the proposal's number. Posts are numbered from 10 times the thread's number on.
    """

    head: int = HEAD
    threads: Mapping[int, tuple[str, int, Sequence[Post]]] = field(default_factory=dict)
    discussions: Mapping[int, Sequence[Post]] = field(default_factory=dict)
    proposals: Sequence[Proposal] = ()
    openings: Sequence[Opening] = ()
    dismissed: Sequence[tuple[Where, int, bool]] = ()
    thread_status: str = "active"
    practice: bool = False

    def records(self) -> list[AnyStated]:
        found: list[AnyStated] = [
            node(LiveCategory(category_id=n, title=title, description=about, status="active"), str(n), self.head)
            for n, (title, about) in CATEGORIES.items()
        ]
        for number, (title, category, posts) in self.threads.items():
            first = posts[0]
            found.append(
                node(
                    LiveThread(
                        thread_id=number,
                        title=title,
                        category_id=category,
                        author_id=first.author,
                        status=self.thread_status,
                        visible=True,
                        created_block=first.block,
                    ),
                    str(number),
                    self.head,
                )
            )
            found += [
                node(_post(one, number, place), str(10 * number + place), self.head) for place, one in enumerate(posts)
            ]
        for proposal in self.proposals:
            found.append(node(proposal, str(proposal.number), self.head))
        for number, posts in self.discussions.items():
            for place, one in enumerate(posts):
                found.append(node(_discussed(one, number, place), str(10 * number + place), self.head))
        found += [node(one, f"storageWorkingGroup-{one.runtime_id}", self.head) for one in self.openings]
        for seq, (where, post, dismissed) in enumerate(self.dismissed, start=1):
            taken = Taken(at=Moment("2026-01-01T00:00:00Z"), person="ada", why="known", seq=seq)
            decision = QuestionDismissed(taken=taken, where=where, post=post, dismissed=dismissed)
            found.append(
                Stated(kind=decision.KIND, key=str(seq), file="journal", format="journal", line=seq, fact=decision)
            )
        return found

    @property
    def now(self) -> Now:
        return Now(at=Moment("2026-01-01T00:00:00Z"), head=self.head, block=self.head, practice=self.practice)


def _post(one: Post, thread: int, place: int) -> LivePost:
    return LivePost(
        post_id=10 * thread + place,
        thread_id=thread,
        author_id=one.author,
        status=one.status,
        visible=one.visible,
        origin="thread-reply" if place else "thread-initial",
        replies_to=one.replies_to,
        asks=asking_of(one.text),
        created_block=one.block if place else None,
        created_at=Moment("2026-01-01T00:00:00Z"),
    )


def _discussed(one: Post, proposal: int, place: int) -> DiscussionPost:
    return DiscussionPost(
        post_id=10 * proposal + place,
        thread_id=1_000 + proposal,
        author_id=one.author,
        status=one.status,
        visible=one.visible,
        replies_to=one.replies_to,
        asks=asking_of(one.text),
        created_block=one.block,
    )


def proposal(number: int, title: str, *, block: int, creator: int = 5, status: str = "deciding") -> Proposal:
    """Make a proposal that was filed in a block; its discussion is 1,000 and its number."""
    return Proposal(
        number=number,
        title=title,
        type="signal",
        creator_id=creator,
        created_block=block,
        status=status,
        status_block=block,
        discussion=1_000 + number,
    )


def concluded(world: World, settings: Settings = SETTINGS) -> dict[str, Finding]:
    """Give what is concluded, by key; a key twice fails."""
    found = review(snapshot_of(world.records()), world.now, settings)
    by_key = {one.key: one for one in found}
    assert len(by_key) == len(found)
    return by_key


def keys(world: World, rule: str, settings: Settings = SETTINGS) -> list[str]:
    """Give the subjects of one rule's findings."""
    start = f"forum/{rule}/"
    return [key.removeprefix(start) for key in concluded(world, settings) if key.startswith(start)]
