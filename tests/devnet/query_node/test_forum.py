"""The forum as the mappings tell it: what goes is not visible any more, and stays."""

from typing import Any

from tests.devnet.query_node.history import FORUM, GROUP, History, applied, field, opening

POSTS = """{ forumPosts(orderBy: [createdAt_ASC]) { id text isVisible repliesToId status { __typename
    ... on PostStatusModerated { postModeratedEvent { rationale actor { id } } }
    ... on PostStatusRemoved { postDeletedEvent { inBlock } } } origin { __typename
    ... on PostOriginThreadReply { postAddedEvent { inBlock } }
    ... on PostOriginThreadInitial { threadCreatedEvent { inBlock } } } postaddedeventpost { inBlock } edits { newText }
    deletedInEvent { rationale } } }"""


def thread(number: int, post: int, title: bytes | None = None, category: int = 1) -> tuple[Any, ...]:
    metadata = field(1, title or f"Thread {number}".encode()) + field(2, b"news") + field(2, b"news")
    return "Forum.ThreadCreated", category, number, post, 2, metadata, b"First words"


def post(number: int, text: bytes, thread_number: int = 5, *, editable: bool = True) -> tuple[Any, ...]:
    return "Forum.PostAdded", number, 3, 1, thread_number, text, editable


def begun() -> History:
    """Make a lead, a category and a thread with one answer."""
    history = History().members(1, 2, 3)
    history.at(1, opening(0, "Leader"), applied(0, 0, 1), (f"{GROUP}.LeaderSet", 0))
    history.at(1, (f"{GROUP}.OpeningFilled", 0, ((0, 0),), (0,)))
    history.at(2, ("Forum.CategoryCreated", 1, None, b"General", b"All"))
    history.at(2, ("Forum.CategoryCreated", 2, 1, b"Within", b""))
    return history.at(3, thread(5, 9)).at(4, post(10, field(1, b"An answer") + field(2, 9)))


def test_categories_and_their_moderators() -> None:
    history = begun().at(5, ("Forum.CategoryMembershipOfModeratorUpdated", 0, 1, True))
    history.at(6, ("Forum.CategoryArchivalStatusUpdated", 2, True, "Lead"))
    found = history.ask(
        """{ forumCategories(orderBy: [createdAt_ASC]) { id title parentId moderators { id } createdInEvent { inBlock }
        status { __typename ... on CategoryStatusArchived { categoryArchivalStatusUpdatedEvent { actor { id } } } }
        threads { id } } workers { managedForumCategories { id } } }"""
    )
    first, second = found["forumCategories"]
    assert (first["parentId"], first["moderators"], first["threads"]) == (None, [{"id": f"{FORUM}-0"}], [{"id": "5"}])
    assert second["parentId"] == "1"
    assert second["status"]["categoryArchivalStatusUpdatedEvent"] == {"actor": {"id": f"{FORUM}-0"}}
    assert found["workers"] == [{"managedForumCategories": [{"id": "1"}]}]
    history.at(7, ("Forum.CategoryArchivalStatusUpdated", 2, False, "Lead"))
    history.at(8, ("Forum.CategoryMembershipOfModeratorUpdated", 0, 1, False), ("Forum.CategoryDeleted", 2, "Lead"))
    active = history.ask(
        """{ forumCategories(where: { status_json: { isTypeOf_eq: "CategoryStatusActive" } }) { id moderators { id } } }"""
    )
    assert active["forumCategories"] == [{"id": "1", "moderators": []}]


def test_a_thread_and_its_posts() -> None:
    history = begun().at(5, post(11, b"plain text", editable=False), ("Forum.PostTextUpdated", 10, 3, 1, 5, b"Better"))
    threads = history.ask(
        """{ forumThreads { id title visiblePostsCount isSticky initialPostId tags { id visibleThreadsCount }
        category { title } author { handle } createdInEvent { inBlock text } posts { id } } }"""
    )["forumThreads"]
    assert threads == [
        {
            "id": "5",
            "title": "Thread 5",
            "visiblePostsCount": 3,
            "isSticky": False,
            "initialPostId": "9",
            "tags": [{"id": "news", "visibleThreadsCount": 1}],
            "category": {"title": "General"},
            "author": {"handle": "member2"},
            "createdInEvent": {"inBlock": 3, "text": "First words"},
            "posts": [{"id": "9"}, {"id": "10"}, {"id": "11"}],
        }
    ]
    first, answer, plain = history.ask(POSTS)["forumPosts"]
    assert first["origin"]["threadCreatedEvent"] == {"inBlock": 3}
    assert first["postaddedeventpost"] == []
    assert (answer["text"], answer["repliesToId"], answer["edits"]) == ("Better", "9", [{"newText": "Better"}])
    assert answer["origin"]["postAddedEvent"] == {"inBlock": 4}
    assert (plain["text"], plain["status"]["__typename"]) == ("plain text", "PostStatusLocked")


def test_posts_that_are_hidden() -> None:
    history = begun().at(5, post(11, b"two"), post(12, b"three"))
    history.at(6, ("Forum.PostModerated", 10, b"Rude", {"Moderator": 0}, 1, 5))
    place = {"category_id": 1, "thread_id": 5, "post_id": 11}
    history.at(7, ("Forum.PostDeleted", b"Mine", 3, ((place, True), ({**place, "post_id": 12}, False))))
    posts = {one["id"]: one for one in history.ask(POSTS)["forumPosts"]}
    assert posts["10"]["status"]["postModeratedEvent"] == {"rationale": "Rude", "actor": {"id": f"{FORUM}-0"}}
    assert posts["11"]["status"]["postDeletedEvent"] == {"inBlock": 7}
    assert [posts[key]["isVisible"] for key in ("10", "11", "12")] == [False, False, True]
    assert posts["12"]["deletedInEvent"] == {"rationale": "Mine"}
    assert history.ask("{ forumThreads { visiblePostsCount } }")["forumThreads"] == [{"visiblePostsCount": 2}]


def test_a_post_is_hidden_by_a_remark_of_the_lead() -> None:
    remark = field(1, field(1, 10) + field(2, b"Off topic"))
    history = begun().at(5, (f"{GROUP}.LeadRemarked", remark))
    posts = {one["id"]: one for one in history.ask(POSTS)["forumPosts"]}
    assert posts["10"]["status"]["postModeratedEvent"]["rationale"] == "Off topic"


def test_threads_that_move_stick_change_their_title_or_go() -> None:
    history = begun().at(5, thread(6, 20), thread(7, 21), thread(8, 22, b"Last"))
    history.at(6, ("Forum.CategoryStickyThreadUpdate", 1, (6, 7), "Lead"))
    history.at(7, ("Forum.CategoryStickyThreadUpdate", 1, (7,), "Lead"), ("Forum.ThreadMoved", 5, 2, "Lead", 1))
    history.at(8, ("Forum.ThreadMetadataUpdated", 5, 2, 2, field(1, b"New title") + field(2, b"other")))
    history.at(9, ("Forum.ThreadDeleted", 6, 2, 1, True), ("Forum.ThreadDeleted", 7, 2, 1, False))
    history.at(9, ("Forum.ThreadModerated", 8, b"Spam", "Lead", 1))
    found = history.ask(
        """{ forumThreads(orderBy: [createdAt_ASC]) { id title categoryId isSticky isVisible visiblePostsCount tags { id }
        status { __typename } movedInEvents { oldCategoryId newCategoryId } madeStickyInEvents { inBlock } }
        forumThreadTags { id visibleThreadsCount } }"""
    )
    rows = {one["id"]: one for one in found["forumThreads"]}
    assert (rows["5"]["title"], rows["5"]["categoryId"], rows["5"]["tags"]) == ("New title", "2", [{"id": "other"}])
    assert rows["5"]["movedInEvents"] == [{"oldCategoryId": "1", "newCategoryId": "2"}]
    assert {key: (row["isSticky"], row["isVisible"]) for key, row in rows.items()} == {
        "5": (False, True),
        "6": (False, False),
        "7": (True, True),
        "8": (False, False),
    }
    assert {key: row["status"]["__typename"] for key, row in rows.items()} == {
        "5": "ThreadStatusActive",
        "6": "ThreadStatusRemoved",
        "7": "ThreadStatusLocked",
        "8": "ThreadStatusModerated",
    }
    assert [row["visiblePostsCount"] for row in (rows["6"], rows["8"])] == [0, 0]
    assert rows["7"]["madeStickyInEvents"] == [{"inBlock": 6}, {"inBlock": 7}]
    tags = {one["id"]: one["visibleThreadsCount"] for one in found["forumThreadTags"]}
    assert tags == {"news": 1, "other": 1}


def test_a_search_finds_words_by_their_beginnings() -> None:
    history = begun().at(5, thread(6, 20, b"Words about budgets"), thread(7, 21, b"Budget"))
    found = history.ask('{ threadsByTitle(text: "budg") { item { ... on ForumThread { id } } isTypeOf highlight } }')
    assert [(one["item"]["id"], one["isTypeOf"]) for one in found["threadsByTitle"]] == [
        ("7", "ForumThread"),
        ("6", "ForumThread"),
    ]
    none = history.ask('{ postsByText(text: "nothing like it") { rank } membersByHandle(text: "member1") { rank } }')
    assert (none["postsByText"], len(none["membersByHandle"])) == ([], 1)
