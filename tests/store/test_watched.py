"""What a review loads of each kind: all, what is open, or what is newest."""

import pytest

from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.election_cycles import Candidacy, CastVote
from secretariat.facts.live_forum import LivePost
from secretariat.facts.memberships import Membership
from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.live_rows import mark_open, put_records
from secretariat.store.watched import Which, load_watched

PROPOSALS = "query-node/proposals"
POSTS = "query-node/posts"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([("proposal", "all", 0)], ["a", "b", "c"]),
        ([("proposal", "open", 0)], ["b", "c"]),
        ([("proposal", "newest", 1)], ["c"]),
        ([("proposal", "newest", 9)], ["a", "b", "c"]),
        ([("proposal", "open", 0), ("proposal", "newest", 2)], ["a", "b", "c"]),
        ([("proposal", "open", 0), ("proposal", "all", 0)], ["a", "b", "c"]),
        ([("cast-vote", "open", 0)], ["v"]),
        ([("cast-vote", "newest", 1), ("proposal", "open", 0)], ["b", "c", "v"]),
        ([], []),
    ],
)
def test_as_much_as_is_watched_is_loaded_each_row_once(
    store_url: str, asked: list[tuple[str, Which, int]], expected: list[str]
) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        rows = [
            Stated(kind=Proposal.KIND, key=key, file=PROPOSALS, format=QUERY_NODE, line=line, fact=Proposal(title=key))
            for key, line in (("a", 20), ("b", 10), ("c", 30))
        ]
        put_records(connection, PROPOSALS, QUERY_NODE, rows, digests={"a": "1", "b": "2", "c": "3"})
        mark_open(connection, PROPOSALS, Proposal.KIND, {"b", "c"})
        vote = Stated(kind=CastVote.KIND, key="v", file="query-node/votes", format=QUERY_NODE, line=5, fact=CastVote())
        put_records(connection, "query-node/votes", QUERY_NODE, [vote], digests={"v": "1"})
        mark_open(connection, "query-node/votes", CastVote.KIND, {"v"})
    with reading(engine) as connection:
        found = list(load_watched(connection, asked))
    assert sorted(each.key for each in found) == expected
    assert all(each.source.startswith(each.file) for each in found)


def test_memberships_are_loaded_of_those_whom_the_rest_names(store_url: str) -> None:
    engine = open_store(store_url)
    members, candidacies = "query-node/memberships", "query-node/candidacies"
    with writing(engine) as connection:
        known = [
            Stated(
                kind=Membership.KIND,
                key=str(number),
                file=members,
                format=QUERY_NODE,
                line=1,
                fact=Membership(member_id=number, handle=f"member {number}"),
            )
            for number in (11, 12, 13)
        ]
        put_records(connection, members, QUERY_NODE, known)
        stands = Candidacy(member_id=12)
        put_records(
            connection,
            candidacies,
            QUERY_NODE,
            [Stated(kind=Candidacy.KIND, key="c", file=candidacies, format=QUERY_NODE, line=1, fact=stands)],
        )
        post = Stated(kind=LivePost.KIND, key="p", file=POSTS, format=QUERY_NODE, line=1, fact=LivePost(author_id=13))
        put_records(connection, POSTS, QUERY_NODE, [post])
    with reading(engine) as connection:
        found = list(load_watched(connection, [("candidacy", "all", 0), ("membership", "named", 0)]))
        wrote = list(load_watched(connection, [("live-post", "newest", 9), ("membership", "named", 0)]))
    assert sorted((each.kind, each.key) for each in wrote) == [("live-post", "p"), ("membership", "13")]
    assert sorted((each.kind, each.key) for each in found) == [("candidacy", "c"), ("membership", "12")]
