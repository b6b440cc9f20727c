"""The invented main network without one list, or with rows that lack fields: figures are the same or empty, never others."""

from typing import Any

import pytest

from secretariat.duties.leaderboard import council_members, openings, proposals
from secretariat.duties.register import DUTIES
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.empty_lists import empty_list
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.staffing import Opening
from secretariat.facts.tables import build
from tests.devnet.synced.lists import Tables, other_values
from tests.duties.leaderboard.test_mainnet import replaced, rows
from tests.mainnet import counted, live, mainnet, records

FILES = sorted({one.file for one in records()})


def tables(found: Snapshot) -> Tables:
    made = [build(table, found) for duty in DUTIES for table in duty.tables]
    return {
        one.name: [dict(zip([heading.name for heading in one.headings], row, strict=True)) for row in one.rows]
        for one in made
    }


def without(name: str, *more: AnyStated) -> Snapshot:
    """Give the network as it is where a list was refused from the beginning."""
    return snapshot_of(counted([*(one for one in records() if one.file != f"query-node/{name}"), *more]))


@pytest.fixture(scope="module")
def whole() -> Tables:
    return tables(mainnet())


@pytest.mark.parametrize("file", FILES)
def test_without_a_list_a_figure_is_the_same_or_empty(whole: Tables, file: str) -> None:
    assert list(other_values(whole, tables(without(file.partition("/")[2])))) == []


def test_without_votes_no_term_is_counted_to_have_them() -> None:
    found = rows(council_members.TABLE, without("proposal-votes"))
    assert {(row["votes_cast"], row["terms_with_votes"]) for row in found} == {(None, None)}


def test_without_councils_a_rejection_may_be_the_change_of_council() -> None:
    ended = {row["number"]: row["ended_by"] for row in rows(proposals.TABLE, without("elected-councils"))}
    assert (ended[5], ended[6], ended[2]) == (None, None, "expired")
    known = {row["number"]: row["ended_by"] for row in rows(proposals.TABLE)}
    assert (known[5], known[6]) == ("council-change", "decided")


def test_without_councils_an_opening_is_in_no_known_term() -> None:
    made = live(Opening(group="forumWorkingGroup", created_block=350_000), "o1", name="openings")
    assert [row["term"] for row in rows(openings.TABLE, without("nothing", made))] == [2]
    assert [row["term"] for row in rows(openings.TABLE, without("elected-councils", made))] == [None]
    none = empty_list("elected-councils", 700_000)
    assert [row["term"] for row in rows(openings.TABLE, without("elected-councils", made, none))] == [0]


def test_without_changes_of_status_no_later_round_is_known() -> None:
    found = rows(proposals.TABLE, without("proposal-status-changes"))
    assert {(row["voting_rounds"], row["ended_by"], row["approvals"]) for row in found} == {(None, None, None)}


@pytest.mark.parametrize("fields", [{"round": None}, {"round": None, "vote": None}, {"voter_id": None}])
def test_a_vote_that_cannot_be_placed_is_not_left_out_silently(fields: dict[str, Any]) -> None:
    found = replaced("p2-vote-1-1", **fields)
    participants = {row["number"]: row["participants"] for row in rows(proposals.TABLE, found)}
    assert (participants[1], participants[2]) == ("[1] ada_l, bert", None)
    members = {row["member_id"]: row for row in rows(council_members.TABLE, found)}
    assert members[1]["votes_eligible"] is None
    assert members[1]["response_blocks_median"] is None
    assert members[4]["response_blocks_median"] is not None


def test_handles_of_who_voted_wait_for_the_list_of_members() -> None:
    found = rows(proposals.TABLE, without("memberships"))
    assert {row["participants"] for row in found} == {None}
    assert len(found) == len({one.fact.number for one in mainnet().of(Proposal)})
