"""The forum: categories, threads, posts and their deposits (pallet Forum)."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, groups, members
from secretariat.devnet.runtime.errors import ensure

CATEGORIES, THREADS, POSTS = "Forum.CategoryById", "Forum.ThreadById", "Forum.PostById"
NEXT_CATEGORY, NEXT_THREAD, NEXT_POST = "Forum.NextCategoryId", "Forum.NextThreadId", "Forum.NextPostId"
COUNT = "Forum.CategoryCounter"
GROUP = "ForumWorkingGroup"

TREASURY = b"modlmo:forum" + bytes(20)
"""The account that holds the deposits of threads and posts."""


def _ensure_user(chain: Chain, origin: bytes, user: int) -> None:
    ensure(members.is_controller(chain, origin, user), "Forum", "ForumUserIdNotMatchAccount")


def _bond(amount: int) -> dict[str, Any]:
    return {"repayment_restricted_to": None, "amount": amount}


def thread_of(chain: Chain, category: int, thread: int) -> dict[str, Any]:
    """Give a thread. Raises DispatchError."""
    ensure(chain.get(CATEGORIES, category), "Forum", "CategoryDoesNotExist")
    found: dict[str, Any] = chain.get(THREADS, category, thread)
    ensure(found, "Forum", "ThreadDoesNotExist")
    return found


# -------------------------------------------------------------------- categories


def create_category(
    chain: Chain, origin: bytes, parent_category_id: int | None, title: bytes, description: bytes
) -> int:
    """Let the forum's lead make a category."""
    groups.ensure_lead(chain, GROUP, origin)
    return found_category(chain, parent_category_id, title, description)


def found_category(chain: Chain, parent: int | None, title: bytes, description: bytes) -> int:
    """Make a category without asking for an origin, as at the network's beginning. Gives its id; the first is 1."""
    most = chain.constant("Forum.MaxTotalCategories")
    ensure((chain.get(COUNT) or 0) < most, "Forum", "MapSizeLimit")
    if parent is not None:
        above = chain.get(CATEGORIES, parent)
        ensure(above, "Forum", "CategoryDoesNotExist")
        widest = chain.constant("Forum.MaxDirectSubcategoriesInCategory")
        ensure(above["num_direct_subcategories"] < widest, "Forum", "MapSizeLimit")
        below = above["num_direct_subcategories"] + 1
        chain.put(CATEGORIES, {**above, "num_direct_subcategories": below}, parent)
    number: int = chain.get(NEXT_CATEGORY) or 1
    category = {
        "title_hash": members.hash_of(title),
        "description_hash": members.hash_of(description),
        "archived": False,
        "num_direct_subcategories": 0,
        "num_direct_threads": 0,
        "num_direct_moderators": 0,
        "parent_category_id": parent,
        "sticky_thread_ids": (),
    }
    chain.put(CATEGORIES, category, number)
    chain.put(NEXT_CATEGORY, number + 1)
    chain.put(COUNT, (chain.get(COUNT) or 0) + 1)
    chain.emit("Forum.CategoryCreated", number, parent, title, description)
    return number


def _count_thread(chain: Chain, category: int, change: int) -> None:
    found = chain.get(CATEGORIES, category)
    count = found["num_direct_threads"] + change
    chain.put(CATEGORIES, {**found, "num_direct_threads": count}, category)


# ----------------------------------------------------------------------- threads


def create_thread(
    chain: Chain, origin: bytes, forum_user_id: int, category_id: int, metadata: bytes, text: bytes
) -> int:
    """Begin a thread with its first post. Gives the thread's id; the first is 1."""
    _ensure_user(chain, origin, forum_user_id)
    category = chain.get(CATEGORIES, category_id)
    ensure(category, "Forum", "CategoryDoesNotExist")
    ensure(not category["archived"], "Forum", "AncestorCategoryImmutable")
    thread_deposit, post_deposit = chain.constant("Forum.ThreadDeposit"), chain.constant("Forum.PostDeposit")
    enough = balances.usable(chain, origin) >= thread_deposit + post_deposit
    ensure(enough, "Forum", "InsufficientBalanceForThreadCreation")
    balances.transfer(chain, origin, TREASURY, thread_deposit + post_deposit)
    number: int = chain.get(NEXT_THREAD) or 1
    thread = {
        "category_id": category_id,
        "author_id": forum_user_id,
        "cleanup_pay_off": _bond(thread_deposit),
        "number_of_editable_posts": 1,
    }
    chain.put(THREADS, thread, category_id, number)
    chain.put(NEXT_THREAD, number + 1)
    _count_thread(chain, category_id, 1)
    post = _put_post(chain, forum_user_id, number, text, post_deposit)
    chain.emit("Forum.ThreadCreated", category_id, number, post, forum_user_id, metadata, text)
    return number


def _put_post(chain: Chain, author: int, thread: int, text: bytes, deposit: int | None) -> int:
    number: int = chain.get(NEXT_POST) or 1
    if deposit is not None:
        post = {
            "thread_id": thread,
            "text_hash": members.hash_of(text),
            "author_id": author,
            "cleanup_pay_off": _bond(deposit),
            "last_edited": chain.now,
        }
        chain.put(POSTS, post, thread, number)
    chain.put(NEXT_POST, number + 1)
    return number


def edit_thread_metadata(
    chain: Chain, origin: bytes, forum_user_id: int, category_id: int, thread_id: int, new_metadata: bytes
) -> None:
    """Change a thread's title or tags."""
    _ensure_user(chain, origin, forum_user_id)
    thread = thread_of(chain, category_id, thread_id)
    ensure(thread["author_id"] == forum_user_id, "Forum", "AccountDoesNotMatchThreadAuthor")
    chain.emit("Forum.ThreadMetadataUpdated", thread_id, forum_user_id, category_id, new_metadata)


def delete_thread(
    chain: Chain, origin: bytes, forum_user_id: int, category_id: int, thread_id: int, hide: bool
) -> None:
    """Take a thread away whose posts have gone, and have its deposit back."""
    _ensure_user(chain, origin, forum_user_id)
    thread = thread_of(chain, category_id, thread_id)
    ensure(thread["author_id"] == forum_user_id, "Forum", "AccountDoesNotMatchThreadAuthor")
    ensure(not thread["number_of_editable_posts"], "Forum", "CannotDeleteThreadWithOutstandingPosts")
    balances.transfer(chain, TREASURY, origin, thread["cleanup_pay_off"]["amount"])
    chain.put(THREADS, None, category_id, thread_id)
    _count_thread(chain, category_id, -1)
    chain.emit("Forum.ThreadDeleted", thread_id, forum_user_id, category_id, hide)


def move_thread_to_category(
    chain: Chain, origin: bytes, actor: Any, category_id: int, thread_id: int, new_category_id: int
) -> None:
    """Let the lead put a thread where it belongs."""
    ensure(actor == "Lead", "Forum", "ModeratorIdNotMatchAccount")
    groups.ensure_lead(chain, GROUP, origin)
    thread = thread_of(chain, category_id, thread_id)
    ensure(category_id != new_category_id, "Forum", "ThreadMoveInvalid")
    ensure(chain.get(CATEGORIES, new_category_id), "Forum", "CategoryDoesNotExist")
    chain.put(THREADS, None, category_id, thread_id)
    chain.put(THREADS, {**thread, "category_id": new_category_id}, new_category_id, thread_id)
    _count_thread(chain, category_id, -1)
    _count_thread(chain, new_category_id, 1)
    chain.emit("Forum.ThreadMoved", thread_id, new_category_id, actor, category_id)


# ------------------------------------------------------------------------- posts


def add_post(
    chain: Chain,
    origin: bytes,
    forum_user_id: int,
    category_id: int,
    thread_id: int,
    text: bytes,
    editable: bool,
) -> int:
    """Answer in a thread; a deposit stands for a post that can still be changed. Gives the post's id."""
    _ensure_user(chain, origin, forum_user_id)
    thread = thread_of(chain, category_id, thread_id)
    ensure(not chain.get(CATEGORIES, category_id)["archived"], "Forum", "AncestorCategoryImmutable")
    deposit = None
    if editable:
        deposit = chain.constant("Forum.PostDeposit")
        ensure(balances.usable(chain, origin) >= deposit, "Forum", "InsufficientBalanceForPost")
        balances.transfer(chain, origin, TREASURY, deposit)
        count = thread["number_of_editable_posts"] + 1
        chain.put(THREADS, {**thread, "number_of_editable_posts": count}, category_id, thread_id)
    number = _put_post(chain, forum_user_id, thread_id, text, deposit)
    chain.emit("Forum.PostAdded", number, forum_user_id, category_id, thread_id, text, editable)
    return number


def edit_post_text(
    chain: Chain,
    origin: bytes,
    forum_user_id: int,
    category_id: int,
    thread_id: int,
    post_id: int,
    new_text: bytes,
) -> None:
    """Change what a post says."""
    _ensure_user(chain, origin, forum_user_id)
    thread_of(chain, category_id, thread_id)
    post = chain.get(POSTS, thread_id, post_id)
    ensure(post, "Forum", "PostDoesNotExist")
    ensure(post["author_id"] == forum_user_id, "Forum", "AccountDoesNotMatchPostAuthor")
    changed = {**post, "text_hash": members.hash_of(new_text), "last_edited": chain.now}
    chain.put(POSTS, changed, thread_id, post_id)
    chain.emit("Forum.PostTextUpdated", post_id, forum_user_id, category_id, thread_id, new_text)


def delete_posts(
    chain: Chain,
    origin: bytes,
    forum_user_id: int,
    posts: tuple[tuple[dict[str, int], bool], ...],
    rationale: bytes,
) -> None:
    """Take posts away and have their deposits back."""
    _ensure_user(chain, origin, forum_user_id)
    for place, _hidden in posts:
        post = chain.get(POSTS, place["thread_id"], place["post_id"])
        ensure(post, "Forum", "PostDoesNotExist")
        ensure(post["author_id"] == forum_user_id, "Forum", "AccountDoesNotMatchPostAuthor")
    for place, _hidden in posts:
        _drop_post(chain, origin, place["category_id"], place["thread_id"], place["post_id"])
    chain.emit("Forum.PostDeleted", rationale, forum_user_id, posts)


def _drop_post(chain: Chain, origin: bytes, category: int, thread_id: int, post_id: int) -> None:
    post = chain.get(POSTS, thread_id, post_id)
    balances.transfer(chain, TREASURY, origin, post["cleanup_pay_off"]["amount"])
    chain.put(POSTS, None, thread_id, post_id)
    thread = chain.get(THREADS, category, thread_id)
    if thread is not None:
        count = thread["number_of_editable_posts"] - 1
        chain.put(THREADS, {**thread, "number_of_editable_posts": count}, category, thread_id)
