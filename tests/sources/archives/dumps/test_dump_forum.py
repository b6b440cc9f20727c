"""Forum categories, threads, posts and proposals' threads of a chain dump."""

from typing import Any

import pytest

from secretariat.facts.forum import ForumCategory, ForumPost, ForumThread
from secretariat.facts.moments import Moment
from secretariat.facts.problems import Target
from secretariat.facts.proposals import ProposalThread
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.dumps.chain_dump import FORMAT
from tests.sources.archives.dumps.dump_pages import ACCOUNT, category, page, post, proposal_thread, thread
from tests.sources.archives.read_text import codes, read

PATH = "archives/giza_backup/forum.txt"


def dump(key: object, fields: dict[str, Any], storage: str = "") -> Reading:
    return read(FORMAT, page([(key, fields)], storage), PATH)


def only(reading: Reading) -> Any:
    (record,) = reading.records.values()
    return record.fact


def test_a_category() -> None:
    reading = dump("49", category(49))
    assert only(reading) == ForumCategory(
        chain="antioch",
        category_id=49,
        title="Lighthouses",
        description="Where ships, and sheep, are discussed",
        parent_id=12,
        created_block=1,
        created_at=Moment("2021-03-18T12:29:42Z"),
        deleted=False,
        archived=True,
        threads=62,
        threads_moderated=3,
    )
    assert reading.problems == []


def test_a_category_at_the_top_has_no_parent() -> None:
    reading = dump("49", category(49, position_in_parent_category="null"))
    assert only(reading).parent_id is None
    assert reading.problems == []


def test_a_thread() -> None:
    reading = dump("1,370", thread(1370))
    assert only(reading) == ForumThread(
        chain="antioch",
        thread_id=1370,
        title="Which paint?",
        category_id=49,
        created_block=260025,
        created_at=Moment("2021-04-25T17:02:18Z"),
        author_account=ACCOUNT,
        posts=14,
        posts_moderated=1,
        moderated=False,
    )
    assert reading.problems == []


def test_a_moderated_thread_and_an_author_who_is_a_member() -> None:
    moderation = {"moderated_at": {"block": "1", "time": "2"}, "moderator_id": ACCOUNT, "rationale": "canary, reason"}
    reading = dump(("49", "1,370"), thread(1370, moderation=moderation, author_id="1,345"))
    assert (only(reading).moderated, only(reading).author_account) == (True, None)
    assert only(reading).created_block == 260025
    assert reading.problems == []


def test_a_post_without_its_text() -> None:
    reading = dump(("1,370", "2,001"), post(2001), "forum.postById")
    assert only(reading) == ForumPost(
        chain="antioch",
        post_id=2001,
        thread_id=1370,
        created_block=260030,
        created_at=Moment("2021-04-25T17:02:48Z"),
        author_account=ACCOUNT,
        moderated=False,
    )
    assert "canary" not in repr(reading)


def test_a_proposals_thread() -> None:
    reading = dump("370", proposal_thread(title="Paint, 2nd coat"))
    assert only(reading) == ProposalThread(
        chain="antioch",
        thread_id=370,
        title="Paint, 2nd coat",
        created_block=1667210,
        author_id=1345,
        created_at=None,
    )
    assert reading.problems == []


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        (thread(1370, created_at={"block": "1", "time": "soon"}), "date-unparsable", "created_at"),
        (thread(1370, created_at={"block": "1", "time": "999,999,999,999,999,999"}), "date-unparsable", "created_at"),
        (thread(1370, created_at="null"), "row-malformed", "created_block"),
        (thread(1370, author_id="5short"), "row-malformed", "author_account"),
        (thread(1370, category_id="forty"), "row-malformed", "category_id"),
        (thread(1370, num_unmoderated_posts="4,294,967,296"), "impossible-figure", "posts"),
        (thread(1370, moderation="perhaps"), "row-malformed", "moderated"),
    ],
)
def test_what_cannot_be_read(fields: dict[str, Any], code: str, field: str) -> None:
    reading = dump("1,370", fields)
    assert getattr(only(reading), field) is None
    (problem,) = reading.problems
    assert (problem.code, problem.state) == (code, "open")
    assert problem.target == Target(kind=ForumThread.KIND, key="antioch/1370", field=field)


def test_a_time_of_zero_is_not_a_moment() -> None:
    pairs = [(n, thread(n, created_at={"block": "1", "time": "0"})) for n in range(1, 4)]
    reading = read(FORMAT, page(pairs), PATH)
    assert {record.fact.created_at for record in reading.records.values()} == {None}
    (problem,) = reading.problems
    assert (problem.code, problem.state) == ("date-unparsable", "applied")
    assert "2 more" in problem.what


def test_the_key_in_the_map_counts_when_the_id_inside_is_another() -> None:
    reading = dump("1,371", thread(1370))
    assert only(reading).thread_id == 1371
    (problem,) = reading.problems
    assert (problem.code, problem.state) == ("contradiction", "open")
    assert problem.target == Target(kind=ForumThread.KIND, key="antioch/1371", field="thread_id")
    assert "1370" in problem.what


def test_an_unreadable_key_is_made_good_by_the_id_inside() -> None:
    reading = dump("13?0", thread(1370))
    assert only(reading).thread_id == 1370
    assert [(problem.code, problem.state) for problem in reading.problems] == [("row-malformed", "applied")]


def test_without_key_and_id_the_entry_is_refused() -> None:
    reading = dump("37o", proposal_thread())
    assert not reading.records
    assert [(problem.code, problem.refused) for problem in reading.problems] == [("row-malformed", True)]


def test_two_storage_items_in_one_file() -> None:
    text = page([(49, category(49))], "forum.categoryById") + "\n\n" + page([(1370, thread(1370))])
    reading = read(FORMAT, text, PATH)
    assert [record.kind for record in reading.records.values()] == [ForumCategory.KIND, ForumThread.KIND]
    assert codes(reading) == []


def test_a_first_thread_that_lost_its_category_is_still_a_thread() -> None:
    damaged = thread(1370)
    del damaged["category_id"]
    reading = read(FORMAT, page([(1370, damaged), (1371, thread(1371))], "forum.threadById"), PATH)
    assert [record.kind for record in reading.records.values()] == [ForumThread.KIND, ForumThread.KIND]
    assert [problem.target.field for problem in reading.problems if problem.target] == ["category_id"]
