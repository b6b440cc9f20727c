"""Chance by name: the same words give the same, and shares are even."""

from secretariat.devnet.chain import chance


def test_the_same_words_give_the_same_number() -> None:
    assert chance.drawn(7, "vote", 3) == chance.drawn(7, "vote", 3)
    assert len({chance.drawn(7, "vote", 3), chance.drawn(8, "vote", 3), chance.drawn(7, "vote", 4)}) == 3


def test_words_do_not_run_into_each_other() -> None:
    assert chance.drawn(1, "ab", "c") != chance.drawn(1, "a", "bc")


def test_shares_are_even() -> None:
    found = [chance.share(1, "share", number) for number in range(4_000)]
    assert all(0 <= one < 1 for one in found)
    assert 0.48 < sum(found) / len(found) < 0.52


def test_weights_count() -> None:
    found = [chance.weighted([("often", 9.0), ("never", 0.0), ("rarely", 1.0)], 1, number) for number in range(2_000)]
    assert found.count("never") == 0
    assert 120 < found.count("rarely") < 290


def test_a_sample_has_each_once() -> None:
    found = chance.sample(range(10), 4, 1, "sample")
    assert len(set(found)) == 4
    assert set(chance.sample(range(3), 9, 1)) == {0, 1, 2}
