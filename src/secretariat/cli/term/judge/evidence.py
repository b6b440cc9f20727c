"""What the judge is shown; blocks are heads of the network."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Place = Literal["discord", "council", "private", "forum", "file", "desk", "page"]
"""``discord`` is the place for everybody there, ``council`` that of the council, ``private`` a mail to one member alone; ``desk`` is what the
office reads among tasks and alerts, ``page`` what is published for programs: calendar and feed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrived:
    """One text that arrived: at which block, where, and what it says.

    ``thread`` is a forum text's, ``opens`` tells that it opened it; ``mentions`` are who was really rung; ``receipt`` is what its place calls
    it. ``by_hand`` marks what the world let the secretary's member write without the desk. ``member`` is whose address a private text came to,
    None where it is nobody's.
    """

    place: Place
    block: int
    text: str
    title: str = ""
    thread: int | None = None
    opens: bool = False
    mentions: tuple[str, ...] = ()
    receipt: str = ""
    by_hand: bool = False
    member: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """One text that the person was shown: at which block, when they said yes (None: they did not), and its receipt once it is out."""

    name: str
    place: Place
    seen: int
    text: str
    title: str = ""
    opens: bool = False
    approved: int | None = None
    receipt: str = ""

    @property
    def waited(self) -> int:
        """Give how many blocks the person took."""
        return 0 if self.approved is None else self.approved - self.seen


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """Where the network was when the desk looked: head, the last block that the query node had processed whole, and the final one.

    ``final`` is None where it was not looked at; then the chain kept up.
    """

    head: int
    query_node: int
    stage: str
    ends_at: int
    final: int | None = None

    def known(self, *, chain_alone: bool) -> int:
        """Give the last block of which the desk could know: the final one, and where the chain tells not enough the query node's."""
        final = self.head if self.final is None else self.final
        return final if chain_alone else min(final, self.query_node)


@dataclass(frozen=True, kw_only=True, slots=True)
class Configured:
    """What the desk was told in its settings: the role that reminders ring, the checklist for Jsgenesis votes, where questions are answered.

    ``role_link`` is where the office is described, ``can_serve`` who can hold it; ``mentions`` are users of Discord by member, as texts;
    ``duties`` are those that are switched on: of others nothing is called for. A pre-proposal thread is dormant ``dormant_after`` blocks after
    its newest post, and the bulletin on types of proposals is wanted ``bulletin_after`` blocks after a term's first. ``written_to`` are the
    members whom a mail reaches alone, ``no_digests`` those of them who want no digests, ``opted_out`` who asked that nothing is sent to them.
    """

    role: str
    items: tuple[str, ...]
    source: str
    date: str
    questions_url: str = ""
    role_link: str = ""
    can_serve: tuple[str, ...] = ()
    mentions: Mapping[str, str] = field(default_factory=dict)
    duties: tuple[str, ...] = ("elections",)
    dormant_after: int = 201_600
    bulletin_after: int = 57_600
    written_to: tuple[int, ...] = ()
    no_digests: tuple[int, ...] = ()
    opted_out: tuple[int, ...] = ()

    def way(self, member: int) -> Place | None:
        """Give the place in which a member is told alone: by mail, else rung in the council's place; None for whom nothing reaches."""
        if member in self.written_to:
            return "private"
        return "council" if str(member) in self.mentions and member not in self.opted_out else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Noted:
    """What the person noted at the desk: at which block, what (``willing``, ``proposal``, ``mandate``, ``permission``), and of which number.

    That is a member's for ``willing`` and ``mandate``, the proposal's for ``proposal``.
    """

    block: int
    what: str
    number: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """A post of anybody in the forum: its thread, the author's member id, the block, and whether it opened the thread.

    ``number`` is the post's own, ``gone`` the block in which it was taken away, None where it was not.
    """

    thread: int
    author: int
    block: int
    opens: bool = False
    number: int = 0
    gone: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Wrote:
    """What anybody wrote with its words, in a thread of the forum or in the discussion of a proposal (``where``), of which number.

    ``title`` and ``category`` are a thread's, told with the post that opened it; ``replies_to`` the post that it answers; ``gone`` the block in
    which it was taken away, None where it was not.
    """

    where: Literal["thread", "proposal"]
    number: int
    post: int
    block: int
    author: int
    text: str
    title: str | None = None
    category: int | None = None
    replies_to: int | None = None
    gone: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """All of it. ``truth`` is the network's at the end, ``began`` the block at which the desk was first run, ``ended`` the last head.

    ``takes`` is how many blocks the person takes to say yes, ``office`` the member who writes for the office.
    """

    truth: Mapping[str, Any]
    genesis: str
    began: int
    ended: int
    takes: int
    arrived: tuple[Arrived, ...]
    seen: tuple[Seen, ...]
    samples: tuple[Sample, ...]
    configured: Configured
    noted: tuple[Noted, ...] = ()
    posts: tuple[Post, ...] = ()
    wrote: tuple[Wrote, ...] = ()
    office: int | None = None
