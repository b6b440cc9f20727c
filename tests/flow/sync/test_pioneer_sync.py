"""The records of Pioneer's mocks through the whole of sync: every row arrives, every contradiction is listed."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSchema

from secretariat.flow.publish import public_tables
from secretariat.formats import csv_file
from secretariat.sources.query_node.lists import LISTS
from tests.flow.sync.live import Live, digest, done_of, facts, into, live, problems_of, published
from tests.query_node.pioneer import read_records, world_of
from tests.query_node.test_pioneer import LIST_OF, ends_of

REFERENCES = {
    "applications": (("openingId", "openings"), ("applicantId", "members")),
    "workers": (("applicationId", "applications"), ("groupId", "workingGroups")),
    "candidates": (("electionRoundId", "electionRounds"), ("memberId", "members")),
    "forumPosts": (("threadId", "forumThreads"), ("authorId", "members"), ("repliesToId", "forumPosts")),
    "forumThreads": (("categoryId", "forumCategories"),),
    "workingGroups": (("leadId", "workers"),),
    "bounties": (("creatorId", "members"), ("discussionThreadId", "forumThreads")),
    "bountyEntries": (("bountyId", "bounties"),),
    "members": (("invitedById", "members"),),
    "proposals": (("creatorId", "members"),),
}
"""Fields of the records that name another record, and the file it is in."""


AFTER_ALL = 20_000_000
"""A block after every one that the records name."""


@pytest.fixture
def files(shared: Callable[[str], Path]) -> dict[str, list[dict[str, Any]]]:
    """Give the records by file."""
    return read_records(shared("data/pioneer-mocks"))


@pytest.fixture
def desk(practice: str, schema: GraphQLSchema, files: dict[str, Any], tmp_path: Path) -> Iterator[Live]:
    """Give a query node that serves the records."""
    store = f"sqlite:///{tmp_path}/store.db"
    with live(practice, schema, store, world=world_of(files), first=AFTER_ALL) as made:
        yield made


def test_the_records_sync_completely(desk: Live, files: dict[str, list[dict[str, Any]]]) -> None:
    done = desk.sync()
    assert done.complete
    rows = {name: done_of(done)[f"query-node/{LIST_OF[name]}"].rows for name in files if name in LIST_OF}
    assert rows == {name: len(found) for name, found in files.items() if name in LIST_OF}
    stored = Counter(row[0] for row in facts(desk.context)["records"])
    assert {name: stored[f"query-node/{LIST_OF[name]}"] for name in rows} == rows
    assert stored["query-node/proposal-votes"] == len(files["proposalVotedEvents"]) + sum(
        len(proposal["votes"]) for proposal in files["proposals"]
    )
    served = sum(len(found) for kind, found in desk.world.entities.items() if kind != "PostAddedEvent")
    lists = {f"query-node/{listed.name}" for listed in LISTS}
    assert sum(count for path, count in stored.items() if path in lists) == served
    assert not desk.graph.errors
    before = digest(desk.context)
    assert desk.sync().moved is False
    assert desk.sync(full=True).moved is False
    assert digest(desk.context) == before


def test_each_contradiction_inside_the_records_is_an_open_problem_of_the_published_table(
    desk: Live, files: dict[str, list[dict[str, Any]]]
) -> None:
    desk.sync()
    ids = {name: {str(row["id"]) for row in rows if "id" in row} for name, rows in files.items()}
    dangling = Counter(
        (LIST_OF[name], str(row[field]))
        for name, fields in REFERENCES.items()
        for field, target in fields
        for row in files[name]
        if row.get(field) is not None and str(row[field]) not in ids[target]
    )
    found = problems_of(desk.context, "reference-to-nothing")
    for (name, key), count in dangling.items():
        named = [row for row in found if row["file"] == f"query-node/{name}" and f" is {key}, and" in row["what"]]
        assert len(named) >= count, (name, key)
    candidates = {str(row["memberId"]) for row in files["candidates"] if row["status"] == "WITHDRAWN"}
    withdrawn = Counter(str(row["memberId"]) for row in files["candidacyWithdrawEvents"])
    nobodies = sorted((withdrawn - Counter({key: withdrawn[key] for key in candidates})).elements())
    assert nobodies
    told_of = [row["what"] for row in found if row["file"] == "query-node/candidacies-withdrawn"]
    assert sorted(what.partition(" is of member ")[2].partition(",")[0] for what in told_of) == nobodies
    ends = {(kind, key) for kind, key, _ in ends_of(files)}
    codes = ("end-before-start", "answer-before-question")
    told = [row["what"] for code in codes for row in problems_of(desk.context, code)]
    assert ends
    assert [place for place in ends if not any(what.startswith(f"{place[0]} {place[1]} ") for what in told)] == []
    every = json.loads(published(desk.context)["problems"])["rows"]
    live_ones = [row for row in every if row["file"].startswith("query-node/")]
    assert {row["state"] for row in live_ones} == {"open"}
    assert len({row["id"] for row in live_ones}) == len(live_ones) >= dangling.total() + len(nobodies) + len(ends)


@pytest.mark.xdist_group("postgres")
def test_every_published_table_is_the_same_on_sqlite_and_postgresql(
    desk: Live, tmp_path: Path, postgres_url: str
) -> None:
    both = [into(desk, store) for store in (f"sqlite:///{tmp_path}/other.db", postgres_url)]
    try:
        lite, postgres = both
        assert published(lite) == published(postgres)
        assert facts(lite) == facts(postgres)
        one, other = ({built.name: csv_file.render(built) for built in public_tables(context)} for context in both)
        assert one == other
    finally:
        for context in both:
            context.engine.dispose()
