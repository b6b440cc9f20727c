"""Forum, members and discussions of the main network in the tables that dumps of the testnets fill."""

from typing import Any

import pytest

from secretariat.duties.leaderboard import forum_categories, forum_threads, members, proposal_threads
from secretariat.facts.chain_proposals import ProposalDiscussion
from secretariat.facts.live_as_dumped import live_categories, live_threads
from secretariat.facts.live_forum import LiveCategory, LiveThread
from secretariat.facts.memberships import Membership
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import snapshot_of
from tests.duties.leaderboard.test_mainnet import rows
from tests.mainnet import at, live, mainnet


def thread(number: int | None, category: int | None = 1, status: str | None = "active", **more: Any) -> AnyStated:
    fact = LiveThread(
        thread_id=number,
        title=f"Thread {number}",
        category_id=category,
        status=status,
        created_at=at(number or 0),
        **more,
    )
    return live(fact, f"t{number}")


def category(number: int, status: str = "active", parent: int | None = None) -> AnyStated:
    fact = LiveCategory(category_id=number, title=f"Category {number}", status=status, parent_id=parent)
    return live(fact, f"c{number}")


FORUM = (
    *(category(1), category(2, "archived", parent=1), category(3, "removed")),
    *(
        thread(1, author_id=7, posts=4),
        thread(2, status="locked"),
        thread(3, status="moderated"),
        thread(4, 2, "removed"),
    ),
    live(Membership(member_id=7, handle="gil"), "7"),
)


def test_categories_count_the_threads_that_can_be_read() -> None:
    found = rows(forum_categories.TABLE, snapshot_of(FORUM))
    assert [(r["chain"], r["category_id"], r["parent"], r["threads"], r["threads_moderated"]) for r in found] == [
        ("mainnet", 1, None, 2, 1),
        ("mainnet", 2, "Category 1", 0, 0),
        ("mainnet", 3, None, 0, 0),
    ]
    assert [(r["archived"], r["deleted"]) for r in found] == [(False, False), (True, False), (False, True)]


@pytest.mark.parametrize("odd", [thread(9, None), thread(9, status=None)])
def test_a_thread_of_unknown_place_or_state_leaves_the_counts_unknown(odd: AnyStated) -> None:
    assert {one.fact.threads for one in live_categories(snapshot_of([*FORUM, odd]))} == {None}
    assert {one.fact.threads for one in live_categories(snapshot_of([category(1)]))} == {None}


def test_threads_tell_category_author_and_posts() -> None:
    found = rows(forum_threads.TABLE, snapshot_of([*FORUM, thread(None)]))
    assert [
        (r["thread_id"], r["category"], r["author_id"], r["author"], r["posts"], r["moderated"]) for r in found
    ] == [
        (1, "Category 1", 7, "gil", 4, False),
        (2, "Category 1", None, None, None, False),
        (3, "Category 1", None, None, None, True),
        (4, "Category 2", None, None, None, False),
    ]
    assert found[0]["source"] == "query-node/forum-threads#t1 at block 700,000"


def test_a_number_that_stands_twice_counts_once_and_repairs_stay_named() -> None:
    once, again = thread(1), thread(1)._replace(key="other", line=800_000)
    repaired = once._replace(repaired="title repaired by ada")
    (found,) = live_threads(snapshot_of([repaired, again]))
    assert found.source == "query-node/forum-threads#t1 at block 700,000; title repaired by ada"


def test_members_that_others_name_are_members() -> None:
    found = rows(members.TABLE, mainnet())
    assert [(r["member_id"], r["handle"], r["registered_at"]) for r in found][:2] == [
        (1, "ada_l", at(0)),
        (2, "bert", at(0)),
    ]


def test_discussions_have_the_title_and_the_proposer_of_their_proposal() -> None:
    discussions = [
        live(ProposalDiscussion(thread_id=number, proposal=proposal, created_at=at(110_000)), f"d{number}")
        for number, proposal in ((12, 3), (11, 99))
    ]
    found = rows(proposal_threads.TABLE, mainnet(*discussions))
    assert [(r["thread_id"], r["proposal"], r["title"], r["author_id"], r["created_block"]) for r in found] == [
        (11, 99, None, None, None),
        (12, 3, "Proposal 3", 6, 130_000),
    ]
