"""The records of Pioneer's mocks arrive row by row, and what contradicts itself in them is listed."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSchema

from secretariat.facts.problems import Problem
from secretariat.facts.records import AnyStated
from secretariat.facts.references import (
    Start,
    answers_before_questions,
    ends_before_starts,
    references_to_nothing,
)
from secretariat.sources.query_node.lists import LISTS
from secretariat.sources.query_node.pages import Head
from secretariat.sources.query_node.reading import ListReading
from secretariat.sources.query_node.updating import read_whole
from tests.query_node.pioneer import TYPES, read_records, world_of
from tests.query_node.server import serving
from tests.query_node.world import World

HEAD = Head(block=10_000_000, milliseconds=1_800_000_000_000)

LIST_OF = {
    "members": "memberships",
    "councils": "elected-councils",
    "councilors": "council-seats",
    "electionRounds": "election-cycles",
    "candidates": "candidacies",
    "votes": "cast-votes",
    "proposals": "proposals",
    "forumCategories": "forum-categories",
    "forumThreads": "forum-threads",
    "forumPosts": "forum-posts",
    "workingGroups": "working-groups",
    "openings": "openings",
    "upcomingOpenings": "upcoming-openings",
    "applications": "applications",
    "workers": "workers",
    "bounties": "chain-bounties",
    "bountyContributions": "bounty-contributions",
    "bountyEntries": "bounty-entries",
    "applicationWithdrawnEvents": "applications-withdrawn",
    "appliedOnOpeningEvents": "applied-on-openings",
    "budgetSetEvents": "budgets-set",
    "budgetSpendingEvents": "budget-spendings",
    "candidacyWithdrawEvents": "candidacies-withdrawn",
    "councilorRewardUpdatedEvents": "councilor-rewards-updated",
    "newMissedRewardLevelReachedEvents": "missed-reward-levels",
    "openingCanceledEvents": "openings-canceled",
    "openingFilledEvents": "openings-filled",
    "rewardPaidEvents": "rewards-paid",
    "stakeDecreasedEvents": "stakes-decreased",
    "stakeIncreasedEvents": "stakes-increased",
    "stakeSlashedEvents": "stakes-slashed",
    "workerRewardAccountUpdatedEvents": "reward-accounts-updated",
    "workerRewardAmountUpdatedEvents": "reward-amounts-updated",
}


@pytest.fixture(scope="module")
def files(shared: Callable[[str], Path]) -> dict[str, list[dict[str, Any]]]:
    return read_records(shared("data/pioneer-mocks"))


@pytest.fixture(scope="module")
def read(schema: GraphQLSchema, files: dict[str, Any]) -> dict[str, ListReading]:
    with serving(schema, world_of(files)) as (ask, _):
        return {listed.name: read_whole(ask, listed, HEAD, 100) for listed in LISTS}


def records(read: Mapping[str, ListReading]) -> Iterator[AnyStated]:
    for reading in read.values():
        yield from reading.records.values()


def contradictions(read: Mapping[str, ListReading]) -> list[Problem]:
    keys: dict[str, set[str]] = {listed.shape.kind: set() for listed in LISTS}
    starts: dict[str, dict[str, Any]] = {}
    for record in records(read):
        keys[record.kind].add(record.key)
        block, at = (getattr(record.fact, name, None) for name in ("created_block", "created_at"))
        starts.setdefault(record.kind, {})[record.key] = Start(block=block, at=at)
    return [
        *references_to_nothing(records(read), keys),
        *ends_before_starts(records(read)),
        *answers_before_questions(records(read), starts),
    ]


def test_the_adapter_knows_every_file_and_the_schema_has_every_type(
    files: dict[str, Any], schema: GraphQLSchema
) -> None:
    assert set(files) <= set(TYPES)
    assert set(TYPES.values()) <= set(schema.type_map)


def test_every_row_of_every_file_arrives(files: dict[str, Any], read: dict[str, ListReading]) -> None:
    arrived = {name: len(read[LIST_OF[name]].records) for name in files if name in LIST_OF}
    assert arrived == {name: len(rows) for name, rows in files.items() if name in LIST_OF}
    inner = [vote for proposal in files["proposals"] for vote in proposal["votes"]]
    assert set(files) - set(LIST_OF) == {"proposalVotedEvents"}
    assert len(read["proposal-votes"].records) == len(inner) + len(files["proposalVotedEvents"])
    posts = [post for proposal in files["proposals"] for post in proposal["discussionThread"]["discussionPosts"]]
    assert len(read["discussion-posts"].records) == len(posts)
    assert len(read["proposal-discussions"].records) == len(files["proposals"])
    changes = [change for proposal in files["proposals"] for change in proposal["proposalStatusUpdates"]]
    assert len(read["proposal-status-changes"].records) == len(changes)
    assert len(read["votes-cast"].records) == len(files["votes"])


def test_every_entity_of_the_world_arrives_and_no_field_is_unreadable(
    files: dict[str, Any], read: dict[str, ListReading]
) -> None:
    world: World = world_of(files)
    served = sum(len(rows) for type_, rows in world.entities.items() if type_ != "PostAddedEvent")
    assert served == sum(len(reading.records) for reading in read.values())
    assert [problem for reading in read.values() for problem in reading.problems] == []
    assert all(reading.proof and reading.proof.rows == reading.proof.total for reading in read.values())


def test_amounts_and_words_are_those_of_the_records(files: dict[str, Any], read: dict[str, ListReading]) -> None:
    for name, fields in (
        ("candidates", (("stake", "stake"), ("memberId", "member_id"), ("electionRoundId", "election"))),
        ("applications", (("stake", "stake"), ("openingId", "opening"), ("applicantId", "applicant_id"))),
        ("workers", (("stake", "stake"), ("rewardPerBlock", "reward_per_block"), ("membershipId", "member_id"))),
        ("openings", (("stakeAmount", "stake"), ("runtimeId", "runtime_id"), ("groupId", "group"))),
        ("forumThreads", (("title", "title"), ("visiblePostsCount", "posts"), ("authorId", "author_id"))),
        ("proposals", (("title", "title"), ("statusSetAtBlock", "status_block"), ("creatorId", "creator_id"))),
        ("members", (("handle", "handle"), ("rootAccount", "root_account"), ("isCouncilMember", "council_member"))),
        ("councils", (("electedAtBlock", "elected_block"), ("endedAtBlock", "ended_block"))),
    ):
        for row in files[name]:
            fact = read[LIST_OF[name]].records[row["id"]].fact
            for written, field in fields:
                if row.get(written) is not None:
                    assert str(getattr(fact, field)) == str(row[written]), (name, row["id"], field)


def test_each_reference_to_nothing_is_listed_as_the_records_have_it(
    files: dict[str, Any], read: dict[str, ListReading]
) -> None:
    ids = {name: {row["id"] for row in rows if "id" in row} for name, rows in files.items()}
    expected: Counter[tuple[str, str, str]] = Counter()
    for name, field, kind, reference, target in (
        ("applications", "openingId", "application", "opening", "openings"),
        ("applications", "applicantId", "application", "applicant_id", "members"),
        ("workers", "applicationId", "worker", "application", "applications"),
        ("workers", "groupId", "worker", "group", "workingGroups"),
        ("candidates", "electionRoundId", "candidacy", "election", "electionRounds"),
        ("candidates", "memberId", "candidacy", "member_id", "members"),
        ("forumPosts", "threadId", "live-post", "thread_id", "forumThreads"),
        ("forumPosts", "authorId", "live-post", "author_id", "members"),
        ("forumPosts", "repliesToId", "live-post", "replies_to", "forumPosts"),
        ("forumThreads", "categoryId", "live-thread", "category_id", "forumCategories"),
        ("workingGroups", "leadId", "working-group", "lead", "workers"),
        ("bounties", "creatorId", "chain-bounty", "creator_id", "members"),
        ("bounties", "discussionThreadId", "chain-bounty", "thread_id", "forumThreads"),
        ("bountyEntries", "bountyId", "bounty-entry", "bounty", "bounties"),
        ("members", "invitedById", "membership", "invited_by", "members"),
        ("proposals", "creatorId", "proposal", "creator_id", "members"),
    ):
        for row in files[name]:
            if row.get(field) is not None and str(row[field]) not in ids[target]:
                expected[kind, row["id"], reference] += 1
    found = Counter(
        (problem.target.kind, problem.target.key, problem.target.field)
        for problem in contradictions(read)
        if problem.code == "reference-to-nothing" and problem.target
    )
    assert expected <= found
    assert {key: count for key, count in found.items() if key[0] in {kind for kind, _, _ in expected}}.keys() >= set(
        expected
    )


def before(kind: str, row: dict[str, Any], start: Mapping[str, Any], end: Any, name: str) -> Iterator[Any]:
    if end and end.get("inBlock", 0) < start.get("inBlock", -1):
        yield kind, row["id"], f"{name}_block"
    if end and end["createdAt"] < start["createdAt"]:
        yield kind, row["id"], f"{name}_at"


def ends_of(files: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Find the ends before their starts in the records themselves."""
    for row in files["councils"]:
        ended = {"inBlock": row.get("endedAtBlock"), "createdAt": row.get("endedAtTime")}
        elected = {"inBlock": row["electedAtBlock"], "createdAt": row["electedAtTime"]}
        yield from before("elected-council", row, elected, ended if ended["inBlock"] else None, "ended")
    for row in files["forumPosts"]:
        yield from before("live-post", row, row["postAddedEvent"], row["deletedInEvent"], "ended")
        yield from before("live-post", row, row["postAddedEvent"], row["postModeratedEvent"], "ended")
    posts = {row["id"]: row for row in files["forumPosts"]}
    replies = [(row, posts[row["repliesToId"]]) for row in files["forumPosts"] if row.get("repliesToId") in posts]
    for row, asked in replies:
        yield from before("live-post", row, asked["postAddedEvent"], row["postAddedEvent"], "created")
    for row in files["workers"]:
        name = "leaving" if row["status"]["type"] == "WorkerStatusLeaving" else "ended"
        yield from before("worker", row, {"createdAt": row["createdAt"]}, row["status"].get("event"), name)
    for row in files["forumThreads"]:
        yield from before("live-thread", row, row["createdInEvent"], row["status"].get("threadDeletedEvent"), "ended")
    for row in files["bounties"]:
        start = {**row["createdInEvent"], "createdAt": row["createdAt"]}
        yield from before("chain-bounty", row, start, row.get("maxFundingReachedEvent"), "funded")
    for proposal in files["proposals"]:
        for vote in proposal["votes"]:
            yield from before("proposal-vote", vote, {"createdAt": proposal["createdAt"]}, vote, "at")


def test_each_end_before_its_start_is_listed_as_the_records_have_it(
    files: dict[str, Any], read: dict[str, ListReading]
) -> None:
    found = {
        (problem.target.kind, problem.target.key, problem.target.field)
        for problem in contradictions(read)
        if problem.code in ("end-before-start", "answer-before-question") and problem.target
    }
    expected = set(ends_of(files))
    expected = {(kind, key, "at" if field == "at_at" else field) for kind, key, field in expected}
    assert expected
    assert expected <= found


def test_every_contradiction_names_a_record_and_has_a_name_of_its_own(read: dict[str, ListReading]) -> None:
    found = contradictions(read)
    assert len({problem.id for problem in found}) == len(found)
    known = {(record.kind, record.key) for record in records(read)}
    assert all(problem.target and (problem.target.kind, problem.target.key) in known for problem in found)
