"""The tables that publish what dumps hold of members and threads."""

from secretariat.duties.leaderboard.forum_threads import TABLE as FORUM_THREADS
from secretariat.duties.leaderboard.members import TABLE as MEMBERS
from secretariat.duties.leaderboard.proposal_threads import TABLE as PROPOSAL_THREADS
from secretariat.facts.forum import ForumPost
from secretariat.facts.proposals import ProposalThread
from tests.build import dumped_proposal, forum_category, forum_thread, member, table_rows


def test_members_are_listed_with_their_accounts() -> None:
    found = table_rows(
        MEMBERS,
        member(12, "bert", entry="paid", suspended=False, root_account="5Root", controller_account="5Control"),
        member(7, "ada_l", registered_block=40),
        member(7, "ada_lovelace", registered_block=41),
    )
    assert [(row["member_id"], row["handle"], row["registered_block"]) for row in found] == [
        (7, "ada_l", 40),
        (12, "bert", None),
    ]
    assert {name: found[1][name] for name in ("entry", "suspended", "root_account", "controller_account")} == {
        "entry": "paid",
        "suspended": False,
        "root_account": "5Root",
        "controller_account": "5Control",
    }


def _discussion(number: int, title: str, block: int | None, author_id: int | None = None) -> ProposalThread:
    return ProposalThread(chain="antioch", thread_id=number, title=title, created_block=block, author_id=author_id)


def test_a_proposals_thread_is_joined_by_block_and_title_or_not_at_all() -> None:
    found = table_rows(
        PROPOSAL_THREADS,
        dumped_proposal(31, 900, title="Pay the bee keeper"),
        dumped_proposal(32, 900, title="Paint the hall"),
        dumped_proposal(33, 950, title="Twins"),
        dumped_proposal(34, 950, title="Twins"),
        _discussion(5, "Paint  the hall!", 900, author_id=7),
        _discussion(4, "Pay the bee keeper", 901),
        _discussion(6, "Twins", 950),
        _discussion(7, "Paint the hall", None),
    )
    assert [(row["thread_id"], row["proposal"], row["author_id"]) for row in found] == [
        (4, None, None),
        (5, 32, 7),
        (6, None, None),
        (7, None, None),
    ]


def _post(number: int, thread: int, account: str | None) -> ForumPost:
    return ForumPost(chain="antioch", post_id=number, thread_id=thread, author_account=account)


def test_a_forum_thread_names_its_category_its_author_and_its_writers() -> None:
    found = table_rows(
        FORUM_THREADS,
        forum_category(3, "Bees"),
        forum_thread(9, "On hives", 120, category_id=3, author_account="5Ada", posts=4, posts_moderated=1),
        forum_thread(10, "On honey", 130, category_id=4, author_account="5Shared"),
        member(7, "ada_l", controller_account="5Ada", root_account="5Ada"),
        member(8, "bert", root_account="5Shared"),
        member(9, "cleo", controller_account="5Shared"),
        _post(1, 9, "5Ada"),
        _post(2, 9, "5Shared"),
        _post(3, 9, "5Ada"),
        _post(3, 9, "5Ada"),
    )
    names = ("category", "author_account", "author_id", "author", "posts", "posts_in_dump", "writers_in_dump")
    assert [tuple(row[name] for name in names) for row in found] == [
        ("Bees", "5Ada", 7, "ada_l", 4, 3, 2),
        (None, "5Shared", None, None, None, 0, None),
    ]


def test_without_a_dump_of_posts_nothing_is_said_of_them() -> None:
    (row,) = table_rows(FORUM_THREADS, forum_thread(9, "On hives", 120))
    assert (row["posts_in_dump"], row["writers_in_dump"], row["author_id"]) == (None, None, None)
