"""Pace: seconds per block as observed, and the time of a block to come with the band of what was observed."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from secretariat.errors import SecretariatError

NARROWEST = Fraction(30)
"""The band is never narrower than this many milliseconds per block to either side: 0.03 s."""

LAST_MILLISECOND = 253_402_300_799_999
"""The end of the year 9999 in milliseconds since 1970: no later moment can be written."""


class PaceUnknown(SecretariatError):
    """No pace follows from the observations, or a block is too far away for it; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Observation:
    """A block and its time as the chain's ``Timestamp.Now`` has it, in milliseconds since 1970, UTC."""

    block: int
    milliseconds: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """Milliseconds per block: the mean from the first observation to the head, and the band to either side of it.

    ``windows`` has the pace between each two neighbouring observations, oldest first.
    """

    head: Observation
    measured_blocks: int
    mean: Fraction
    band: Fraction
    windows: tuple[Fraction, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Projection:
    """When a block is expected, in milliseconds since 1970: by the mean, and at the two edges of the band."""

    at: int
    earliest: int
    latest: int


def measure(observations: Iterable[Observation]) -> Pace:
    """Measure the pace over observations in any order; the one with the highest block is the head.

    The band is the largest distance of a window's pace from the mean, and at least ``NARROWEST``: what was observed to
    happen may happen again. Raises PaceUnknown when there are fewer than two blocks, when a block has two times, and
    when a later block has no later time.
    """
    ordered = sorted(set(observations))
    if len(ordered) < 2:
        raise PaceUnknown("The pace needs the head and at least one earlier block, each with its time.")
    for before, after in pairwise(ordered):
        if before.block == after.block:
            raise PaceUnknown(f"Block {after.block:,} is given with two times; a block has one.")
        if before.milliseconds >= after.milliseconds:
            raise PaceUnknown(
                f"Block {after.block:,} is said to be no later than block {before.block:,}; a later block has a later time."
            )
    first, head = ordered[0], ordered[-1]
    windows = tuple(_pace(before, after) for before, after in pairwise(ordered))
    mean = _pace(first, head)
    return Pace(
        head=head,
        measured_blocks=head.block - first.block,
        mean=mean,
        band=max(NARROWEST, *(abs(window - mean) for window in windows)),
        windows=windows,
    )


def _pace(before: Observation, after: Observation) -> Fraction:
    return Fraction(after.milliseconds - before.milliseconds, after.block - before.block)


def project(pace: Pace, block: int) -> Projection:
    """Tell when a block from the head on is expected; the band grows with the distance from the head.

    ``at`` and ``earliest`` are rounded down and ``latest`` up, so that the band holds the exact figure. Nothing is
    earlier than the head. Raises PaceUnknown for a block before the head and for a time after the year 9999.
    """
    distance = block - pace.head.block
    if distance < 0:
        raise PaceUnknown(f"Block {block:,} is before the head {pace.head.block:,}: its time is known to the chain.")
    at = pace.head.milliseconds + int(distance * pace.mean)
    earliest = pace.head.milliseconds + int(distance * max(pace.mean - pace.band, Fraction(0)))
    latest = pace.head.milliseconds - (-(distance * (pace.mean + pace.band)) // 1)
    if latest > LAST_MILLISECOND:
        raise PaceUnknown(
            f"Block {block:,} would come after the year 9999 at {seconds_text(pace.mean)} s per block; "
            "check the times of the head and of the earlier blocks."
        )
    return Projection(at=at, earliest=earliest, latest=latest)


def seconds_text(milliseconds: Fraction, places: int = 6) -> str:
    """Write milliseconds as seconds with so many decimal places, rounded half to even, exactly."""
    scaled = round(milliseconds * Fraction(10**places, 1000))
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**places)
    return f"{sign}{whole}.{rest:0{places}d}"
