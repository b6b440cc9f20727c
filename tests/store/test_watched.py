"""What a review loads of each kind: all, what is open, or what is newest."""

import pytest

from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.election_cycles import CastVote
from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.live_rows import put_records, write_digests
from secretariat.store.watched import Which, load_watched

PROPOSALS = "query-node/proposals"


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
        put_records(connection, PROPOSALS, QUERY_NODE, rows)
        write_digests(connection, "proposals", {"a": "1", "b": "2", "c": "3"}, {"b", "c"}, ())
        vote = Stated(kind=CastVote.KIND, key="v", file="query-node/votes", format=QUERY_NODE, line=5, fact=CastVote())
        put_records(connection, "query-node/votes", QUERY_NODE, [vote])
        write_digests(connection, "votes", {"v": "1", "a": "2"}, {"v", "a"}, ())
    with reading(engine) as connection:
        found = list(load_watched(connection, asked))
    assert sorted(each.key for each in found) == expected
    assert all(each.source.startswith(each.file) for each in found)
