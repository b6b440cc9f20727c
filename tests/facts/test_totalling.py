"""Totals: the sums of all terms are the sum of everything, wherever the boundaries lie."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.amounts import Amount
from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.facts.council_terms import CouncilTerm, council_terms
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.live_forum import LivePost
from secretariat.facts.moments import Moment
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.totalling import council_totals, group_totals, made_totals, seat_totals
from secretariat.facts.totals import CouncilMoneyTotal, GroupMoneyTotal, MadeInTerm, SeatRewardTotal, WorkerRewardTotal
from tests.mainnet import at, live, mainnet

BLOCKS = st.integers(1, 1_000)
TERMS = st.lists(BLOCKS, max_size=6, unique=True)
AMOUNTS = st.one_of(st.none(), st.integers(0, 2**128).map(Amount))
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["reward-paid", "budget-spending"]),
        st.sampled_from(["forumWorkingGroup", "appWorkingGroup"]),
        st.one_of(st.none(), st.integers(0, 1_100)),
        AMOUNTS,
        st.sampled_from(["w1", "w2", None]),
    ),
    max_size=40,
)


def terms_at(starts: list[int]) -> tuple[CouncilTerm, ...]:
    return council_terms(
        snapshot_of(live(ElectedCouncil(elected_block=b, elected_at=at(b)), f"c{b:05}") for b in starts)
    )


@settings(derandomize=True, deadline=None, max_examples=100)
@given(starts=TERMS, events=EVENTS)
def test_group_sums_over_terms_are_the_sum_of_all_events(
    starts: list[int], events: list[tuple[str, str, int | None, Amount | None, str | None]]
) -> None:
    records = [
        live(GroupMoneyEvent(event=e, group=g, block=b, amount=a, worker=w), f"g{n}")
        for n, (e, g, b, a, w) in enumerate(events)
    ]
    found = group_totals(records, terms_at(starts))
    totals = [one.fact for one in found if isinstance(one.fact, GroupMoneyTotal)]
    assert sum(one.events for one in totals) == len(events)
    assert sum(one.unread for one in totals) == sum(a is None for _, _, _, a, _ in events)
    for name in ("reward-paid", "budget-spending"):
        assert sum(o.amount for o in totals if o.event == name) == sum(a or 0 for e, _, _, a, _ in events if e == name)
    for one in totals:
        assert one.term is None or 0 <= one.term <= len(starts)
    rewards = {one.fact.worker: one.fact for one in found if isinstance(one.fact, WorkerRewardTotal)}
    for worker in ("w1", "w2"):
        own = [(b, a) for e, _, b, a, w in events if e == "reward-paid" and w == worker]
        told = rewards.get(worker)
        assert (told is None) == (not own)
        if told is not None:
            assert sum(amount for _, amount in told.by_term) == sum(
                a for b, a in own if a is not None and b is not None
            )
            assert told.doubtful == sum(a is None or b is None for b, a in own)
    keys = [(one.kind, one.file, one.key) for one in found]
    assert len(set(keys)) == len(keys)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(starts=TERMS, made=st.lists(st.one_of(st.none(), st.integers(0, 1_100)), max_size=40))
def test_what_was_made_before_and_in_a_term_adds_up(starts: list[int], made: list[int | None]) -> None:
    records = [live(LivePost(post_id=n, created_at=None if b is None else at(b)), str(n)) for n, b in enumerate(made)]
    terms = terms_at(starts)
    found = [one.fact for one in made_totals(records, terms)]
    assert len(found) == (len(terms) if made else 0)
    for term, one in zip(terms, found, strict=False):
        assert isinstance(one, MadeInTerm)
        assert one.before == sum(b is not None and b < (term.start_block or 0) for b in made)
        after = 10**9 if term.end_block is None else term.end_block
        assert one.made == sum(b is not None and (term.start_block or 0) <= b <= after for b in made)
        assert one.undated == made.count(None)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(paid=st.lists(st.tuples(st.sampled_from(["s1", "s2", None]), BLOCKS, AMOUNTS), max_size=30))
def test_rewards_are_summed_by_seat_and_budget_events_by_name(
    paid: list[tuple[str | None, int, Amount | None]],
) -> None:
    rewards = [live(CouncilReward(seat=s, block=b, paid=a), f"r{n}") for n, (s, b, a) in enumerate(paid)]
    by_seat = {one.fact.seat: one.fact for one in seat_totals(rewards, ()) if isinstance(one.fact, SeatRewardTotal)}
    assert Counter(s for s, _, _ in paid if s) == {seat: one.payments for seat, one in by_seat.items()}
    assert sum(one.paid for one in by_seat.values()) == sum(a or 0 for s, _, a in paid if s)
    events = [
        live(CouncilBudgetEvent(event=s or "other", block=b, amount=a), f"b{n}") for n, (s, b, a) in enumerate(paid)
    ]
    totals = [one.fact for one in council_totals(events, terms_at([10, 500]))]
    assert all(isinstance(one, CouncilMoneyTotal) for one in totals)
    assert sum(one.amount for one in totals) == sum(a or 0 for _, _, a in paid)


def test_a_payment_in_the_block_of_an_election_is_the_new_terms_but_stays_with_its_seat() -> None:
    snapshot = mainnet()
    paid = {
        one.fact.term: one.fact.amount
        for one in snapshot.of(GroupMoneyTotal)
        if one.fact.event == "reward-paid" and one.fact.group == "forumWorkingGroup"
    }
    assert paid == {1: 30 * 10**10, 2: 5 * 10**10}
    seats = {one.fact.seat: one.fact.paid for one in snapshot.of(SeatRewardTotal)}
    assert seats == {"c1-m1": 10 * 10**10, "c1-m2": 7 * 10**10, "c2-m3": 6 * 10**10}


def test_where_an_election_has_no_moment_nothing_is_counted() -> None:
    councils = (live(ElectedCouncil(elected_block=b, elected_at=a), f"c{b}") for b, a in ((1, at(1)), (5, None)))
    post = live(LivePost(post_id=1, created_at=at(3)), "1")
    assert made_totals([post], council_terms(snapshot_of(councils))) == []


def test_moments_are_those_of_blocks_of_six_seconds() -> None:
    assert datetime.fromisoformat(at(600_000)) - datetime.fromisoformat(at(0)) == timedelta(seconds=3_600_000)
    assert datetime.fromisoformat(at(0)) == datetime(2030, 1, 1, tzinfo=UTC)
    assert at(1) < Moment("2030-01-01T00:00:07Z")
