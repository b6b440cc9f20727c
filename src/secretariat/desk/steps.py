"""Steps: so many blocks before a deadline, at which something is said."""

from collections.abc import Sequence
from dataclasses import dataclass

DAY_BLOCKS = 14_400
"""A day at six seconds for a block."""

_LONG, _REMINDERS = 72_000, (43_200, DAY_BLOCKS, 3_600)


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step: its name within a subject, and how many blocks before the end it is."""

    name: str
    before: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Reached:
    """The step a block has come to: the block at which it was reached, and the last block before the next step."""

    step: Step
    block: int
    until: int


def reminder_steps(period: int) -> tuple[Step, ...]:
    """Give the steps of a voting or revealing period of so many blocks (row B10 of the role).

    At 14,400 and 3,600 blocks; at 43,200 too where the period has 72,000 or more; at half and 3,600 where it has 14,400 or fewer.
    """
    if period <= DAY_BLOCKS:
        blocks: Sequence[int] = sorted({period // 2, min(_REMINDERS[2], period // 2)}, reverse=True)
    else:
        blocks = _REMINDERS if period >= _LONG else _REMINDERS[1:]
    return tuple(Step(name=str(before), before=before) for before in blocks)


def reached(steps: Sequence[Step], end: int, block: int) -> Reached | None:
    """Give the newest step that a block has come to; None before the first one.

    ``end`` is the block that steps are counted back from, ``block`` is before it.
    """
    found = None
    for place, step in enumerate(steps):
        if end - step.before <= block:
            later = steps[place + 1] if place + 1 < len(steps) else None
            until = end if later is None else end - later.before - 1
            found = Reached(step=step, block=end - step.before, until=until)
    return found


OLD_BLOCKS = 150
"""From so many blocks between the last read head and now the words tell how old the facts are (15 minutes at six seconds)."""


def is_old(head: int, block: int) -> bool:
    """Tell whether facts of a head are so old at a block that words which rest on them tell their age."""
    return block - head > OLD_BLOCKS
