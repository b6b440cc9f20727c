"""Properties of merged seats: whatever the sources say, nothing is lost, doubled or dependent on order."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.duties.leaderboard.member_view import council_members, terms_served
from secretariat.duties.leaderboard.seat_view import seat_comparisons, seats
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.term_view import comparisons, terms
from tests.build import (
    council_report,
    elected_seat,
    election_result,
    leaderboard_figure,
    member,
    reported_seat,
    stated,
    term_figures,
    whole,
)

HANDLES = st.sampled_from(["ada_l", "@Ada_L", "bert", "cleo", "", "@", "dmitri_77"])
IDS = st.none() | st.integers(0, 4)
TERMS = st.integers(0, 4)
BLOCKS = st.none() | st.integers(0, 400_000)
NETWORKS = st.sampled_from(["antioch", "giza", "alexandria", "elsewhere"])
FACTS = st.one_of(
    st.builds(
        council_report,
        TERMS,
        NETWORKS,
        start_block=BLOCKS,
        end_block=BLOCKS,
        election_round=st.none() | TERMS,
    ),
    st.builds(
        term_figures,
        TERMS,
        NETWORKS,
        start_block=BLOCKS,
        end_block=BLOCKS,
        seats=st.none() | TERMS,
    ),
    st.builds(
        lambda term, handle, member_id, network, stake: reported_seat(
            term, handle, member_id, network, own_stake=whole(stake)
        ),
        TERMS,
        HANDLES,
        IDS,
        NETWORKS,
        IDS,
    ),
    st.builds(
        lambda number, handle, member_id, stake: elected_seat(number, handle, member_id, own_stake=whole(stake)),
        TERMS,
        st.none() | HANDLES,
        IDS,
        IDS,
    ),
    st.builds(election_result, TERMS, BLOCKS),
    st.builds(
        lambda term, votes, handle: leaderboard_figure(term, "Votes", str(votes), votes, member=handle),
        TERMS,
        st.integers(-1, 9),
        HANDLES,
    ),
    st.builds(member, st.integers(0, 4), HANDLES),
)
RECORDS = st.lists(st.tuples(FACTS, st.sampled_from("ab"), st.integers(1, 50)), max_size=14)


def records_of(drawn: list[tuple[Any, str, int]]) -> list[Any]:
    return [stated(fact, key=str(n), file=f"{file}.txt", line=line) for n, (fact, file, line) in enumerate(drawn)]


@settings(derandomize=True, deadline=None, max_examples=100)
@given(RECORDS)
def test_every_statement_on_a_seat_is_in_exactly_one_seat(drawn: list[tuple[Any, str, int]]) -> None:
    records = records_of(drawn)
    facts = snapshot_of(records)
    stated_seats = [r for r in records if r.kind in ("reported-seat", "elected-seat")]
    stated_seats += [
        r for r in records if r.kind == "leaderboard-figure" and r.fact.number is not None and r.fact.number >= 0
    ]
    claimed = [claim.source for seat in seats(facts) for claim in seat.claims]
    assert sorted(claimed) == sorted(record.source for record in stated_seats)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(drawn: list[tuple[Any, str, int]], random: Any) -> None:
    records = records_of(drawn)
    mixed = list(records)
    random.shuffle(mixed)
    assert seats(snapshot_of(records)) == seats(snapshot_of(mixed))
    assert terms(snapshot_of(records)) == terms(snapshot_of(mixed))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(RECORDS)
def test_terms_and_members_are_told_apart(drawn: list[tuple[Any, str, int]]) -> None:
    facts = snapshot_of(records_of(drawn))
    known = terms(facts)
    assert len({(t.chain or t.network, t.term) for t in known}) == len(known)
    assert all(c.expected_source and c.found_source for c in comparisons(known))
    assert all(c.expected_source and c.found_source for c in seat_comparisons(facts))
    found = council_members(facts)
    assert len({(m.chain, m.member_id, m.handle if m.member_id is None else None) for m in found}) >= len(
        {(m.chain, m.member_id) for m in found}
    )
    assert all(1 <= terms_served(m.seats) <= len(m.seats) for m in found)
