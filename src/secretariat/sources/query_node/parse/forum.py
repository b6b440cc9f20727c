"""The forum: categories, threads and posts."""

from typing import Any

from secretariat.facts.live_forum import LiveCategory, LivePost, LiveThread
from secretariat.sources.query_node.parse.asked import asked
from secretariat.sources.query_node.parse.events import CREATED_AT, CREATED_BLOCK, ended
from secretariat.sources.query_node.parse.headings import headings
from secretariat.sources.query_node.shapes import Field, Shape
from secretariat.sources.query_node.values import Unreadable, each, keyed, moment, number, text, truth, variant, whole


def _added(events: Any) -> int | None:
    """Read the block of the event that added a post; the first post of a thread has none."""
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise Unreadable("a list of events")
    return whole(events[0].get("inBlock")) if events else None


def _status(start: str, *names: str) -> Field:
    return Field("status.__typename", "status", variant(*names, start=start))


CATEGORY = Shape(
    fact=LiveCategory,
    fields=(
        Field("id", "category_id", number),
        CREATED_AT,
        CREATED_BLOCK,
        Field("title", "title", text),
        Field("description", "description", text),
        Field("parentId", "parent_id", number, optional=True),
        _status("CategoryStatus", "Active", "Archived", "Removed"),
        Field("moderators", "moderators", each(keyed)),
    ),
)
THREAD = Shape(
    fact=LiveThread,
    fields=(
        Field("id", "thread_id", number),
        CREATED_AT,
        CREATED_BLOCK,
        Field("title", "title", text),
        Field("categoryId", "category_id", number),
        Field("authorId", "author_id", number),
        _status("ThreadStatus", "Active", "Locked", "Moderated", "Removed"),
        *ended("status.threadDeletedEvent"),
        *ended("status.threadModeratedEvent"),
        Field("isVisible", "visible", truth),
        Field("isSticky", "sticky", truth),
        Field("visiblePostsCount", "posts", whole),
        Field("initialPostId", "first_post", number, optional=True),
    ),
)
POST = Shape(
    fact=LivePost,
    reader="headings-4",
    fields=(
        Field("id", "post_id", number),
        CREATED_AT,
        Field("threadId", "thread_id", number),
        Field("authorId", "author_id", number),
        Field("text", "asks", asked),
        Field("text", "headings", headings),
        _status("PostStatus", "Active", "Locked", "Moderated", "Removed"),
        *ended("status.postDeletedEvent"),
        *ended("status.postModeratedEvent"),
        Field("deletedInEvent.inBlock", "ended_block", whole, optional=True),
        Field("deletedInEvent.createdAt", "ended_at", moment, optional=True),
        Field("isVisible", "visible", truth),
        Field("origin.__typename", "origin", variant("ThreadInitial", "ThreadReply", start="PostOrigin")),
        Field("repliesToId", "replies_to", number, optional=True),
        Field("postaddedeventpost", "created_block", _added, optional=True),
    ),
)
