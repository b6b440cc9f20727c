"""The schedule of terms, and the public record of both networks."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.council_constants import BY_SPEC, durations_of
from secretariat.facts.schedule import (
    Durations,
    Irregular,
    ScheduleWrong,
    StageSpan,
    Upgrade,
    begin,
    following,
    replay,
)

TESTNET = Durations(idle=57_600, announcing=14_400, voting=14_400, revealing=14_400)
RECORDED = (
    Irregular(term=0, last_block=118_799),
    Irregular(term=1, too_few_candidates=4),
    Irregular(term=26, last_block=2_782_799),
)
"""What went otherwise on the test network: the first round, four extra announcing periods, a round of 86,400 blocks."""


@pytest.mark.parametrize(
    ("number", "begins", "last_block"),
    [
        (0, 1, 118_799),
        (1, 118_800, 277_199),
        (2, 277_200, 377_999),
        (7, 781_200, 881_999),
        (12, 1_285_200, 1_385_999),
        (20, 2_091_600, 2_192_399),
        (26, 2_696_400, 2_782_799),
        (27, 2_782_800, 2_883_599),
        (30, 3_085_200, 3_185_999),
        (39, 3_992_400, 4_093_199),
        (47, 4_798_800, 4_899_599),
    ],
)
def test_the_test_network_s_rounds_follow(number: int, begins: int, last_block: int) -> None:
    term = replay(begins=1, durations=TESTNET, irregular=RECORDED, last_term=47)[number]
    assert (term.number, term.begins, term.last_block) == (number, begins, last_block)


def test_the_test_network_s_rounds_are_contiguous_and_regular_but_for_the_events() -> None:
    terms = replay(begins=1, durations=TESTNET, irregular=RECORDED, last_term=47)
    assert all(after.begins == before.last_block + 1 for before, after in pairwise(terms))
    lengths = {term.number: term.last_block - term.begins + 1 for term in terms}
    assert {number: length for number, length in lengths.items() if length != 100_800} == {
        0: 118_799,
        1: 158_400,
        26: 86_400,
    }


def test_the_main_network_s_councils_follow() -> None:
    durations = durations_of(BY_SPEC[2001])
    regular = replay(begins=0, durations=durations, last_term=26)
    assert [term.begins for term in regular] == [216_001 * number for number in range(27)]
    for failed in range(26):
        terms = replay(
            begins=0, durations=durations, irregular=[Irregular(term=failed, too_few_candidates=1)], last_term=26
        )
        assert terms[26].begins == 5_745_626
    assert len({durations_of(BY_SPEC[spec]) for spec in (1000, 1001, 2000, 2001)}) == 1


def test_a_stage_under_way_keeps_its_end_over_an_upgrade() -> None:
    old, new = durations_of(BY_SPEC[2001]), durations_of(BY_SPEC[2002])
    announcing_ends = 129_601
    terms = replay(begins=0, durations=old, last_term=2, upgrades=[Upgrade(first_block=1000, durations=new)])
    assert terms[1].begins == announcing_ends + new.voting + new.revealing
    assert terms[2].begins - terms[1].begins == 403_200
    at_the_end = replay(
        begins=0, durations=old, last_term=1, upgrades=[Upgrade(first_block=announcing_ends, durations=new)]
    )
    assert at_the_end[1].begins == announcing_ends + new.voting + new.revealing
    after_it = replay(
        begins=0, durations=old, last_term=1, upgrades=[Upgrade(first_block=announcing_ends + 1, durations=new)]
    )
    assert after_it[1].begins == announcing_ends + old.voting + new.revealing


def test_upgrades_come_in_any_order() -> None:
    first, second = (
        Upgrade(first_block=block, durations=begun) for block, begun in ((5, TESTNET), (9, durations_of(BY_SPEC[2004])))
    )
    given_ = [
        replay(begins=0, durations=TESTNET, last_term=3, upgrades=each) for each in ([first, second], [second, first])
    ]
    assert given_[0] == given_[1]


def test_a_failed_reveal_is_a_whole_election_more() -> None:
    usual = replay(begins=0, durations=TESTNET, last_term=1)
    longer = replay(begins=0, durations=TESTNET, irregular=[Irregular(term=0, failed_reveals=1)], last_term=1)
    assert longer[1].begins - usual[1].begins == 3 * 14_400


@pytest.mark.parametrize(
    ("irregular", "words"),
    [
        ([Irregular(term=2), Irregular(term=2, failed_reveals=1)], "Term 2 is described twice"),
        ([Irregular(term=1, last_block=100_800)], "cannot end with block 100,800"),
        ([Irregular(term=1, last_block=5)], "Term 1 begins in block 100,801 and cannot end with block 5"),
    ],
)
def test_what_cannot_be_is_said(irregular: list[Irregular], words: str) -> None:
    with pytest.raises(ScheduleWrong, match=words):
        replay(begins=1, durations=TESTNET, irregular=irregular, last_term=3)


@pytest.mark.parametrize(
    ("stage", "fails", "next_stage"),
    [
        ("idle", False, "announcing"),
        ("announcing", False, "voting"),
        ("announcing", True, "announcing"),
        ("voting", False, "revealing"),
        ("revealing", False, "idle"),
        ("revealing", True, "announcing"),
    ],
)
def test_a_stage_begins_where_the_one_before_ends(stage: str, *, fails: bool, next_stage: str) -> None:
    before = StageSpan(stage=stage, begins=3, ends=50)  # type: ignore[arg-type]
    after = following(before, TESTNET, fails=fails)
    assert after == begin(next_stage, 50, TESTNET)  # type: ignore[arg-type]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.tuples(*[st.integers(1, 1000)] * 4),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=6),
    st.integers(0, 10**6),
)
def test_each_failure_adds_what_it_repeats(
    lengths: tuple[int, int, int, int], failures: list[tuple[int, int]], begins: int
) -> None:
    announcing, voting, revealing, idle = lengths
    durations = Durations(announcing=announcing, voting=voting, revealing=revealing, idle=idle)
    events = [
        Irregular(term=number, too_few_candidates=few, failed_reveals=failed)
        for number, (few, failed) in enumerate(failures)
    ]
    terms = replay(begins=begins, durations=durations, irregular=events, last_term=len(failures) - 1)
    election = announcing + voting + revealing
    expected = len(failures) * (idle + election) + sum(few * announcing + failed * election for few, failed in failures)
    assert terms[-1].last_block + 1 - begins == expected
