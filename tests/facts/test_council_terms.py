"""Which elected council was the n-th, from which block to which."""

from dataclasses import replace

import pytest

from secretariat.facts.council_terms import council_terms, covered_block, first_blocks, term_number_at
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import snapshot_of
from tests.mainnet import at, councils, cycles, live, mainnet


def changed(key: str, **fields: object) -> list[AnyStated]:
    """Give the councils with other fields of one of them."""
    return [one._replace(fact=replace(one.fact, **fields)) if one.key == key else one for one in councils()]


def told(records: list[AnyStated]) -> list[tuple[int, str, int | None, int | None, bool]]:
    return [
        (term.term, term.key, term.start_block, term.end_block, term.sitting)
        for term in council_terms(snapshot_of(records))
    ]


WHOLE = [(1, "c1", 100_000, 299_999, False), (2, "c2", 300_000, 599_999, False), (3, "c3", 600_000, None, True)]


def test_terms_run_from_one_election_to_the_next_and_the_last_has_no_end() -> None:
    assert told([*councils(), *cycles()]) == WHOLE
    second = council_terms(mainnet())[1]
    assert (second.started_at, second.ended_at) == (at(300_000), at(600_000))
    assert [seat.fact.member_id for seat in second.seats] == [1, 3, 4]
    assert second.cycle is not None
    assert second.cycle.fact.cycle == 3


def test_the_invented_council_at_block_0_counts_only_with_members() -> None:
    assert told(councils())[0][1] == "c1"
    seated = live(CouncilSeat(council="c0", member_id=9), "c0-m9")
    assert told([*councils(), seated])[0][:3] == (1, "c0", 0)


def test_an_unreadable_block_is_that_of_the_end_of_the_election() -> None:
    assert told([*changed("c2", elected_block=None), *cycles()]) == WHOLE


def test_without_the_block_the_order_is_that_of_the_moments_and_the_blocks_stay_unknown() -> None:
    assert told(changed("c2", elected_block=None)) == [
        (1, "c1", 100_000, None, False),
        (2, "c2", None, 599_999, False),
        (3, "c3", 600_000, None, True),
    ]


def test_nothing_is_numbered_when_one_council_cannot_be_placed() -> None:
    assert told(changed("c2", elected_block=None, elected_at=None)) == []


@pytest.mark.parametrize(
    ("block", "term"), [(0, 0), (99_999, 0), (100_000, 1), (299_999, 1), (300_000, 2), (10**9, 3), (None, None)]
)
def test_a_block_lies_in_the_term_of_the_council_that_sat(block: int | None, term: int | None) -> None:
    assert term_number_at(first_blocks(council_terms(mainnet())), block) == term


def test_where_a_first_block_is_unknown_no_block_is_placed() -> None:
    assert first_blocks(council_terms(snapshot_of(changed("c2", elected_block=None)))) is None
    assert term_number_at(None, 5) is None


def test_the_newest_covered_block_is_the_newest_of_the_query_node() -> None:
    chain = live(ElectedCouncil(elected_block=0), "x", line=9_000_000, source="chain")
    assert covered_block(mainnet(chain)) == 700_000
    assert covered_block(snapshot_of([])) is None
    later = live(ElectionCycle(cycle=9), "e9", line=700_001)
    assert covered_block(mainnet(later)) == 700_001
