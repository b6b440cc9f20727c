"""The pace, and the public record of block times."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.pace import NARROWEST, Observation, PaceUnknown, measure, project, seconds_text

GIZA = (
    (4_093_200, "2022-01-19 15:13:00"),
    (4_194_000, "2022-01-26 16:57:00"),
    (4_294_800, "2022-02-02 17:54:42"),
    (4_395_600, "2022-02-09 18:50:18"),
    (4_496_400, "2022-02-16 19:31:48"),
    (4_597_200, "2022-02-23 19:56:06"),
    (4_698_000, "2022-03-02 20:26:54"),
    (4_798_800, "2022-03-09 20:50:18"),
    (4_899_599, "2022-03-16 21:09:30"),
)
"""Blocks of the public test network and their times (UTC), as the community's archives record them."""


def seen(block: int, text: str) -> Observation:
    at = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return Observation(
        block=block,
        milliseconds=(at - datetime(1970, 1, 1, tzinfo=UTC)).days * 86_400_000
        + (at.hour * 3600 + at.minute * 60 + at.second) * 1000,
    )


OBSERVED = tuple(seen(*pair) for pair in GIZA)


@pytest.mark.parametrize("known", range(2, len(OBSERVED)))
def test_each_recorded_time_is_inside_the_band_that_the_ones_before_give(known: int) -> None:
    later = OBSERVED[known]
    projection = project(measure(OBSERVED[:known]), later.block)
    assert projection.earliest <= later.milliseconds <= projection.latest


def test_six_seconds_a_block_would_be_outside() -> None:
    for known in range(2, 6):
        before, later = OBSERVED[known - 1], OBSERVED[known]
        by_slots = before.milliseconds + 6000 * (later.block - before.block)
        assert by_slots < project(measure(OBSERVED[:known]), later.block).earliest


def test_the_mean_is_over_all_blocks_and_the_band_the_widest_window() -> None:
    pace = measure(
        [
            Observation(block=300, milliseconds=1_800_100),
            Observation(block=0, milliseconds=0),
            Observation(block=100, milliseconds=610_000),
        ]
    )
    assert pace.mean == Fraction(1_800_100, 300)
    assert pace.windows == (Fraction(6100), Fraction(1_190_100, 200))
    assert pace.band == 6100 - pace.mean
    assert pace.measured_blocks == 300


def test_one_window_has_the_narrowest_band() -> None:
    pace = measure([Observation(block=0, milliseconds=0), Observation(block=10, milliseconds=61_000)])
    assert (pace.mean, pace.band) == (Fraction(6100), NARROWEST)
    found = project(pace, 1010)
    assert (found.at, found.earliest, found.latest) == (6_161_000, 6_131_000, 6_191_000)


def test_nothing_is_earlier_than_the_head_however_fast_the_blocks() -> None:
    pace = measure([Observation(block=0, milliseconds=0), Observation(block=1000, milliseconds=10_000)])
    assert project(pace, 2000).earliest == pace.head.milliseconds


@pytest.mark.parametrize(
    ("observations", "words"),
    [
        ([], "at least one earlier block"),
        ([(5, 5)], "at least one earlier block"),
        ([(5, 5), (5, 5)], "at least one earlier block"),
        ([(5, 5), (5, 6)], "two times"),
        ([(5, 5), (6, 5)], "no later than block 5"),
        ([(5, 9), (6, 5), (7, 10)], "no later than block 5"),
    ],
)
def test_no_pace_follows(observations: list[tuple[int, int]], words: str) -> None:
    with pytest.raises(PaceUnknown, match=words):
        measure(Observation(block=block, milliseconds=at) for block, at in observations)


def test_blocks_before_the_head_and_after_all_dates_have_no_time() -> None:
    pace = measure([Observation(block=0, milliseconds=0), Observation(block=10, milliseconds=600_000_000)])
    with pytest.raises(PaceUnknown, match="before the head"):
        project(pace, 9)
    with pytest.raises(PaceUnknown, match="year 9999"):
        project(pace, 2**32 - 1)


@pytest.mark.parametrize(
    ("milliseconds", "text"), [(Fraction(6100), "6.100000"), (Fraction(1, 3), "0.000333"), (Fraction(-30), "-0.030000")]
)
def test_seconds_are_written_exactly(milliseconds: Fraction, text: str) -> None:
    assert seconds_text(milliseconds) == text


@st.composite
def paces(draw: st.DrawFn) -> list[Observation]:
    blocks = sorted(draw(st.sets(st.integers(0, 10**7), min_size=2, max_size=6)))
    at, seen_before = draw(st.integers(0, 10**12)), 0
    observations = []
    for block in blocks:
        at += (block - seen_before) * draw(st.integers(5_000, 7_000)) + 1
        seen_before = block
        observations.append(Observation(block=block, milliseconds=at))
    return observations


@settings(derandomize=True, deadline=None, max_examples=80)
@given(paces(), st.integers(0, 10**6), st.integers(0, 10**6))
def test_times_grow_with_the_block_and_the_band_holds_the_mean(
    observations: list[Observation], near: int, farther: int
) -> None:
    pace = measure(reversed(observations))
    assert pace == measure(observations)
    first, second = (project(pace, pace.head.block + each) for each in (near, near + farther))
    assert first.earliest <= first.at <= first.latest
    assert first.at <= second.at
    assert first.earliest <= second.earliest
    assert first.at - first.earliest <= second.at - second.earliest + 1
    assert first.latest - first.at <= second.latest - second.at + 1
    assert pace.band >= NARROWEST
    assert all(abs(window - pace.mean) <= pace.band for window in pace.windows)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 10**6), st.integers(1_000, 10_000))
def test_a_head_farther_on_at_the_same_pace_gives_the_same_time(
    first: int, ahead: int, distance: int, milliseconds: int
) -> None:
    def at(block: int) -> Observation:
        return Observation(block=block, milliseconds=block * milliseconds)

    block = first + ahead + distance
    before = project(measure([at(0), at(first)]), block)
    after = project(measure([at(0), at(first + ahead)]), block)
    assert before.at == after.at
    assert before.earliest <= after.earliest
    assert after.latest <= before.latest
