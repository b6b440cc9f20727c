"""The forum: categories, threads and posts of a chain dump, without the posts' texts."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class ForumCategory:
    """One category of a dump of ``forum.categoryById``."""

    KIND: ClassVar[str] = "forum-category"

    chain: str | None
    category_id: int
    title: str
    description: str | None = None
    parent_id: int | None = None
    created_block: int | None = None
    created_at: Moment | None = None
    deleted: bool | None = None
    archived: bool | None = None
    threads: int | None = None
    threads_moderated: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ForumThread:
    """One thread of a dump of ``forum.threadById``."""

    KIND: ClassVar[str] = "forum-thread"

    chain: str | None
    thread_id: int
    title: str
    category_id: int | None = None
    created_block: int | None = None
    created_at: Moment | None = None
    author_account: str | None = None
    posts: int | None = None
    posts_moderated: int | None = None
    moderated: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ForumPost:
    """One post of a dump of ``forum.postById``, without its text."""

    KIND: ClassVar[str] = "forum-post"

    chain: str | None
    post_id: int
    thread_id: int | None = None
    created_block: int | None = None
    created_at: Moment | None = None
    author_account: str | None = None
    moderated: bool | None = None
