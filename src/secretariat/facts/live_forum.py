"""The forum as the query node has it now: categories, threads and posts; of a post's text only the sentence that asks something, and digests of headings."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.asking import Asking
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveCategory:
    """One category. ``moderators`` are keys of workers; ``status`` is active, archived or removed."""

    KIND: ClassVar[str] = "live-category"

    category_id: int | None = None
    title: str | None = None
    description: str | None = None
    parent_id: int | None = None
    status: str | None = None
    moderators: tuple[str, ...] = ()
    created_block: int | None = None
    created_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveThread:
    """One thread. ``status`` is active, locked, moderated or removed; an end is when it stopped being active."""

    KIND: ClassVar[str] = "live-thread"

    thread_id: int | None = None
    title: str | None = None
    category_id: int | None = None
    author_id: int | None = None
    status: str | None = None
    visible: bool | None = None
    sticky: bool | None = None
    posts: int | None = None
    first_post: int | None = None
    created_block: int | None = None
    created_at: Moment | None = None
    ended_block: int | None = None
    ended_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LivePost:
    """One post. ``origin`` is thread-initial or thread-reply; an end is when it was removed or moderated.

    The first post of a thread has no block of its own. ``asks`` is what its text asks, None where it asks nothing; the text
    itself is not kept. ``headings`` are digests of its headings (``facts.headings``), None where they were not read yet.
    """

    KIND: ClassVar[str] = "live-post"

    post_id: int | None = None
    thread_id: int | None = None
    author_id: int | None = None
    status: str | None = None
    visible: bool | None = None
    origin: str | None = None
    replies_to: int | None = None
    asks: Asking | None = None
    headings: tuple[str, ...] | None = None
    created_block: int | None = None
    created_at: Moment | None = None
    ended_block: int | None = None
    ended_at: Moment | None = None
