"""Steps of an announcing period: so many hours before it ends, at which candidates are counted."""

from fractions import Fraction

from secretariat.desk.steps import Step
from secretariat.facts.pace import Pace

_TENTH = 100
"""Milliseconds: the pace is taken in tenths of a second, so that a step does not move back and forth with every block."""


def hours_in_blocks(hours: int, pace: Pace | None) -> int:
    """Give how many blocks so many hours are at the measured pace: 43,200 for 72 hours at six seconds, as without a pace."""
    tenths = 60 if pace is None else max(1, round(pace.mean / _TENTH))
    return int(Fraction(hours * 36_000, tenths))


def candidacy_steps(period: int, pace: Pace | None) -> tuple[Step, ...]:
    """Give the steps of an announcing period of so many blocks: at 72 and 24 hours, of a shorter period at half of it."""
    steps = [Step(name=f"{hours}h", before=hours_in_blocks(hours, pace)) for hours in (72, 24)]
    fitting = tuple(step for step in steps if step.before < period)
    return fitting or (Step(name="half", before=period // 2),)
