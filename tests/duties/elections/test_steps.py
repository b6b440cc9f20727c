"""The steps before a stage ends, at their edges."""

from fractions import Fraction

import pytest

from secretariat.desk.steps import reached, reminder_steps
from secretariat.duties.elections.steps import candidacy_steps, hours_in_blocks
from secretariat.facts.pace import Observation, Pace


def pace(mean: Fraction) -> Pace:
    return Pace(head=Observation(block=1, milliseconds=1), measured_blocks=1, mean=mean, band=Fraction(30), windows=())


@pytest.mark.parametrize(
    ("mean", "blocks"),
    [
        (None, 43_200),
        (Fraction(6_000), 43_200),
        (Fraction(6_049), 43_200),
        (Fraction(6_051), 42_491),
        (Fraction(5_951), 43_200),
        (Fraction(1_000), 259_200),
        (Fraction(1), 2_592_000),
    ],
)
def test_hours_are_blocks_at_the_pace_in_tenths_of_a_second(mean: Fraction | None, blocks: int) -> None:
    assert hours_in_blocks(72, None if mean is None else pace(mean)) == blocks


@pytest.mark.parametrize(
    ("period", "steps"),
    [
        (86_400, [("72h", 43_200), ("24h", 14_400)]),
        (43_201, [("72h", 43_200), ("24h", 14_400)]),
        (43_200, [("24h", 14_400)]),
        (14_401, [("24h", 14_400)]),
        (14_400, [("half", 7_200)]),
        (60, [("half", 30)]),
        (1, [("half", 0)]),
    ],
)
def test_steps_of_announcing_are_those_that_fit(period: int, steps: list[tuple[str, int]]) -> None:
    assert [(one.name, one.before) for one in candidacy_steps(period, None)] == steps


@pytest.mark.parametrize(
    ("period", "blocks"),
    [
        (57_600, [14_400, 3_600]),
        (71_999, [14_400, 3_600]),
        (72_000, [43_200, 14_400, 3_600]),
        (100_800, [43_200, 14_400, 3_600]),
        (14_401, [14_400, 3_600]),
        (14_400, [7_200, 3_600]),
        (7_201, [3_600]),
        (7_202, [3_601, 3_600]),
        (7_000, [3_500]),
        (20, [10]),
        (1, [0]),
    ],
)
def test_steps_of_reminders_are_those_of_the_role(period: int, blocks: list[int]) -> None:
    assert [one.before for one in reminder_steps(period)] == blocks


@pytest.mark.parametrize(
    ("block", "name", "until"),
    [
        (56_799, None, 0),
        (56_800, "43200", 85_599),
        (85_599, "43200", 85_599),
        (85_600, "14400", 96_399),
        (96_400, "3600", 100_000),
    ],
)
def test_a_step_lasts_until_the_next_one(block: int, name: str | None, until: int) -> None:
    at = reached(reminder_steps(72_000), 100_000, block)
    assert (None if at is None else at.step.name) == name
    assert (0 if at is None else at.until) == until
