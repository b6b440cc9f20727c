"""The forum: what is moderated or deleted stays as a row, and is not visible any more."""

from typing import Any

from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.mappings import protobuf
from secretariat.devnet.query_node.mappings.group_names import FORUM, id_of
from secretariat.devnet.query_node.mappings.values import Mapping, key, of_type, optional_key, text, told, variant
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import Store

MOST_TAGS = 5


def _actor(store: Store, actor: Any) -> str:
    """Give the worker who acted: a moderator by number, or whoever is marked as the group's lead."""
    kind, number = variant(actor)
    if kind == "Moderator":
        return id_of(FORUM, number)
    leads = [row["id"] for row in store["Worker"].having("groupId", FORUM) if row["isLead"]]
    if not leads:
        raise LookupError(f"block {store.block}: the forum group has no lead")
    return str(leads[-1])


# ------------------------------------------------------------------------ categories


def category_created(store: Store, event: Event) -> None:
    """Add a category."""
    number, parent, title, description = event.values
    category = store.add(
        "ForumCategory",
        key(number),
        parentId=optional_key(parent),
        title=text(title),
        description=text(description),
        moderators=[],
        status=of_type("CategoryStatusActive"),
    )
    told(store, event, "CategoryCreatedEvent", categoryId=category["id"])


def category_archival_status_updated(store: Store, event: Event) -> None:
    """Archive a category, or take it out again."""
    number, archived, actor = event.values
    row = told(
        store,
        event,
        "CategoryArchivalStatusUpdatedEvent",
        categoryId=key(number),
        newArchivalStatus=archived,
        actorId=_actor(store, actor),
    )
    status = of_type("CategoryStatusActive")
    if archived:
        status = of_type("CategoryStatusArchived", categoryArchivalStatusUpdatedEventId=row["id"])
    store.change("ForumCategory", store.row("ForumCategory", key(number)), status=status)


def category_deleted(store: Store, event: Event) -> None:
    """Mark a category as removed."""
    number, actor = event.values
    row = told(store, event, "CategoryDeletedEvent", categoryId=key(number), actorId=_actor(store, actor))
    status = of_type("CategoryStatusRemoved", categoryDeletedEventId=row["id"])
    store.change("ForumCategory", store.row("ForumCategory", key(number)), status=status)


def category_sticky_thread_update(store: Store, event: Event) -> None:
    """Make exactly these threads of a category sticky."""
    number, threads, actor = event.values
    wanted = {key(one) for one in threads}
    sticky = []
    for thread in store["ForumThread"].having("categoryId", key(number)):
        if thread["id"] in wanted:
            sticky.append(thread["id"])
        if thread["isSticky"] != (thread["id"] in wanted):
            store.change("ForumThread", thread, isSticky=thread["id"] in wanted)
    told(
        store,
        event,
        "CategoryStickyThreadUpdateEvent",
        categoryId=key(number),
        newStickyThreads=sticky,
        actorId=_actor(store, actor),
    )


def category_membership_of_moderator_updated(store: Store, event: Event) -> None:
    """Let a worker moderate a category, or no longer."""
    worker, number, moderates = event.values
    category, moderator = store.row("ForumCategory", key(number)), id_of(FORUM, worker)
    others = [one for one in category["moderators"] if one != moderator]
    store.change("ForumCategory", category, moderators=[*others, moderator] if moderates else others)
    told(
        store,
        event,
        "CategoryMembershipOfModeratorUpdatedEvent",
        moderatorId=moderator,
        categoryId=category["id"],
        newCanModerateValue=moderates,
    )


# --------------------------------------------------------------------------- threads


def _thread_metadata(metadata: bytes) -> tuple[str | None, list[str] | None]:
    """Read a thread's title and tags; what is no message is taken as the title."""
    found = protobuf.decoded(metadata, protobuf.THREAD)
    if found is None:
        return text(metadata), None
    tags = found.get("tags")
    return found.get("title"), None if tags is None else [*dict.fromkeys(tag for tag in tags[:MOST_TAGS] if tag)]


def _count_tags(store: Store, tags: list[str], change: int) -> None:
    for tag in tags:
        row = store["ForumThreadTag"].get(tag) or store.add("ForumThreadTag", tag, visibleThreadsCount=0)
        store.change("ForumThreadTag", row, visibleThreadsCount=row["visibleThreadsCount"] + change)


def thread_created(store: Store, event: Event) -> None:
    """Add a thread and its first post."""
    category, number, post, author, metadata, words = event.values
    title, tags = _thread_metadata(metadata)
    _count_tags(store, tags or [], 1)
    thread = store.add(
        "ForumThread",
        key(number),
        authorId=key(author),
        categoryId=key(category),
        title=title or "",
        initialPostId=key(post),
        visiblePostsCount=1,
        isSticky=False,
        status=of_type("ThreadStatusActive"),
        isVisible=True,
        tags=tags or [],
    )
    row = told(store, event, "ThreadCreatedEvent", threadId=thread["id"], title=title or "", text=text(words))
    origin = of_type("PostOriginThreadInitial", threadCreatedEventId=row["id"])
    _add_post(store, post, author, thread["id"], text(words), origin, status="PostStatusActive")


def _hide_thread(store: Store, thread: Row, status: Row) -> None:
    _count_tags(store, thread["tags"], -1)
    store.change("ForumThread", thread, status=status, isVisible=False, visiblePostsCount=0)


def thread_moderated(store: Store, event: Event) -> None:
    """Hide a thread for a reason."""
    number, rationale, actor, _ = event.values
    thread = store.row("ForumThread", key(number))
    row = told(
        store,
        event,
        "ThreadModeratedEvent",
        threadId=thread["id"],
        rationale=text(rationale),
        actorId=_actor(store, actor),
    )
    _hide_thread(store, thread, of_type("ThreadStatusModerated", threadModeratedEventId=row["id"]))


def thread_metadata_updated(store: Store, event: Event) -> None:
    """Change a thread's title, and its tags where these are named."""
    thread = store.row("ForumThread", key(event.values[0]))
    title, tags = _thread_metadata(event.values[3])
    changed: dict[str, Any] = {} if title is None else {"title": title}
    if tags is not None:
        _count_tags(store, [tag for tag in tags if tag not in thread["tags"]], 1)
        _count_tags(store, [tag for tag in thread["tags"] if tag not in tags], -1)
        changed["tags"] = tags
    store.change("ForumThread", thread, **changed)
    told(store, event, "ThreadMetadataUpdatedEvent", threadId=thread["id"], newTitle=title or None)


def thread_deleted(store: Store, event: Event) -> None:
    """Lock a thread, or hide it."""
    thread, hide = store.row("ForumThread", key(event.values[0])), event.values[3]
    row = told(store, event, "ThreadDeletedEvent", threadId=thread["id"])
    if hide:
        _hide_thread(store, thread, of_type("ThreadStatusRemoved", threadDeletedEventId=row["id"]))
    else:
        status = of_type("ThreadStatusLocked", threadDeletedEventId=row["id"])
        store.change("ForumThread", thread, status=status)


def thread_moved(store: Store, event: Event) -> None:
    """Move a thread to another category."""
    number, category, actor, old = event.values
    thread = store.row("ForumThread", key(number))
    told(
        store,
        event,
        "ThreadMovedEvent",
        threadId=thread["id"],
        oldCategoryId=key(old),
        newCategoryId=key(category),
        actorId=_actor(store, actor),
    )
    store.change("ForumThread", thread, categoryId=key(category))


# ----------------------------------------------------------------------------- posts


def _add_post(
    store: Store,
    number: int,
    author: int,
    thread: str,
    words: str,
    origin: Row,
    *,
    status: str,
    replied: str | None = None,
) -> Row:
    return store.add(
        "ForumPost",
        key(number),
        authorId=key(author),
        threadId=thread,
        text=words,
        repliesToId=replied,
        status=of_type(status),
        isVisible=True,
        origin=origin,
    )


def post_added(store: Store, event: Event) -> None:
    """Add a post; what is no message is taken as text. One that cannot be edited is locked from the beginning."""
    number, author, _, thread_number, metadata, editable = event.values
    thread = store.row("ForumThread", key(thread_number))
    found = protobuf.decoded(metadata, protobuf.POST)
    words = text(metadata) if found is None else found.get("text", "")
    replied = store["ForumPost"].get(str((found or {}).get("repliesTo")))
    origin = of_type("PostOriginThreadReply")
    post = _add_post(
        store,
        number,
        author,
        thread["id"],
        words,
        origin,
        status="PostStatusActive" if editable else "PostStatusLocked",
        replied=None if replied is None else replied["id"],
    )
    row = told(store, event, "PostAddedEvent", postId=post["id"], isEditable=editable, text=words)
    origin["postAddedEventId"] = row["id"]
    store.change("ForumThread", thread, visiblePostsCount=thread["visiblePostsCount"] + 1)


def _one_less(store: Store, post: Row) -> None:
    thread = store.row("ForumThread", post["threadId"])
    store.change("ForumThread", thread, visiblePostsCount=thread["visiblePostsCount"] - 1)


def post_moderated(store: Store, event: Event) -> None:
    """Hide a post for a reason."""
    number, rationale, actor = event.values[:3]
    moderate(store, event, store.row("ForumPost", key(number)), text(rationale), _actor(store, actor))


def moderate(store: Store, event: Event, post: Row, rationale: str, actor: str) -> None:
    """Hide a post: by the pallet's event, or by what a worker remarked."""
    row = told(store, event, "PostModeratedEvent", postId=post["id"], rationale=rationale, actorId=actor)
    status = of_type("PostStatusModerated", postModeratedEventId=row["id"])
    store.change("ForumPost", post, status=status, isVisible=False)
    _one_less(store, post)


def post_text_updated(store: Store, event: Event) -> None:
    """Put a new text into a post, as it came."""
    post, words = store.row("ForumPost", key(event.values[0])), text(event.values[4])
    told(store, event, "PostTextUpdatedEvent", postId=post["id"], newText=words)
    store.change("ForumPost", post, text=words)


def post_deleted(store: Store, event: Event) -> None:
    """Lock posts, or hide them."""
    rationale, member, posts = event.values
    row = told(store, event, "PostDeletedEvent", actorId=key(member), rationale=text(rationale))
    for place, hide in posts:
        post = store.row("ForumPost", key(place["post_id"]))
        status = of_type("PostStatusRemoved" if hide else "PostStatusLocked", postDeletedEventId=row["id"])
        store.change("ForumPost", post, status=status, deletedInEventId=row["id"], isVisible=not hide)
        if hide:
            _one_less(store, post)


MAPPINGS: dict[str, Mapping] = {
    "Forum.CategoryCreated": category_created,
    "Forum.CategoryArchivalStatusUpdated": category_archival_status_updated,
    "Forum.CategoryDeleted": category_deleted,
    "Forum.CategoryStickyThreadUpdate": category_sticky_thread_update,
    "Forum.CategoryMembershipOfModeratorUpdated": category_membership_of_moderator_updated,
    "Forum.ThreadCreated": thread_created,
    "Forum.ThreadModerated": thread_moderated,
    "Forum.ThreadMetadataUpdated": thread_metadata_updated,
    "Forum.ThreadDeleted": thread_deleted,
    "Forum.ThreadMoved": thread_moved,
    "Forum.PostAdded": post_added,
    "Forum.PostModerated": post_moderated,
    "Forum.PostTextUpdated": post_text_updated,
    "Forum.PostDeleted": post_deleted,
}
