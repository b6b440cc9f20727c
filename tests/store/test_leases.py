"""Leases: one holder at a time, and a late one is found out when it commits."""

import pytest

from secretariat.facts.moments import Moment
from secretariat.store import leases
from secretariat.store.engine import open_store, writing


def at(minute: int) -> Moment:
    return Moment(f"2026-01-01T00:{minute:02d}:00Z")


def test_a_lease_is_held_by_one_until_it_is_given_back_or_expires(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        first = leases.take(connection, "review", "a", now=at(0), until=at(2))
    for holder in ("a", "b"):
        with pytest.raises(leases.LeaseTaken, match="a is at the step 'review'"), writing(engine) as connection:
            leases.take(connection, "review", holder, now=at(1), until=at(3))
    with writing(engine) as connection:
        leases.take(connection, "deliver", "b", now=at(1), until=at(3))
        leases.release(connection, first, now=at(1))
        second = leases.take(connection, "review", "b", now=at(1), until=at(3))
    assert (first.fence, second.fence) == (1, 2)
    with writing(engine) as connection:
        third = leases.take(connection, "review", "c", now=at(3), until=at(5))
    assert third.fence == 3


def test_a_late_holder_commits_nothing_and_gives_nothing_back(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        late = leases.take(connection, "review", "a", now=at(0), until=at(2))
        leases.check(connection, late, now=at(1))
        with pytest.raises(leases.LeaseLost):
            leases.check(connection, late, now=at(2))
    with writing(engine) as connection:
        current = leases.take(connection, "review", "a", now=at(2), until=at(4))
    with writing(engine) as connection:
        with pytest.raises(leases.LeaseLost, match="another worker"):
            leases.check(connection, late, now=at(3))
        leases.release(connection, late, now=at(3))
        leases.check(connection, current, now=at(3))


def test_it_is_renewed_as_long_as_nobody_took_it_over(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        first = leases.take(connection, "run/collect", "a", now=at(0), until=at(1))
    with writing(engine, alone=False) as connection:
        leases.renew(connection, first, until=at(3))
    with writing(engine) as connection, pytest.raises(leases.LeaseTaken):
        leases.take(connection, "run/collect", "b", now=at(2), until=at(3))
    with writing(engine, alone=False) as connection:
        leases.renew(connection, first, until=at(5))  # it had expired, and nobody was there
    with writing(engine) as connection:
        second = leases.take(connection, "run/collect", "b", now=at(5), until=at(6))
    with (
        pytest.raises(leases.LeaseLost, match="Another worker took the step 'run/collect' over"),
        writing(engine) as connection,
    ):
        leases.renew(connection, first, until=at(9))
    with writing(engine) as connection:
        leases.check(connection, second, now=at(5))
