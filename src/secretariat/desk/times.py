"""Times of blocks in words, as texts and screens have them: UTC, with the band; for a block that is passed, the block."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from secretariat.desk.findings import Wanted
from secretariat.desk.marks import times_in, written_out
from secretariat.facts.freshness import duration
from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.facts.now import Now
from secretariat.facts.pace import Pace, PaceUnknown, project


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockMoment:
    """When a block is expected (UTC), the edges of the band, and half its width in words. ``left`` is in seconds."""

    block: int
    at: Moment
    earliest: Moment
    latest: Moment
    band: str
    left: int


def moment_of_block(now: Now, block: int) -> BlockMoment | None:
    """Tell when a block to come is expected; None for one that is passed, and where no pace is known."""
    if now.pace is None or now.block is None or block < now.block:
        return None
    try:
        expected, current = project(now.pace, block), project(now.pace, now.block)
    except PaceUnknown:
        return None
    width = max(expected.latest - expected.at, expected.at - expected.earliest)
    return BlockMoment(
        block=block,
        at=moment_of_milliseconds(expected.at),
        earliest=moment_of_milliseconds(expected.earliest),
        latest=moment_of_milliseconds(-(-expected.latest // 1000) * 1000),
        band=band_words(width),
        left=(expected.at - current.at) // 1000,
    )


def band_words(milliseconds: int) -> str:
    """Write half a band's width in minutes, from two hours on in hours with one place; rounded up."""
    minutes = -(-milliseconds // 60_000)
    if minutes < 120:
        return f"± {minutes} min"
    tenths = -(-minutes // 6)
    return f"± {tenths // 10}.{tenths % 10} h"


def time_words(now: Now, block: int) -> str:
    """Write a block's expected time: ``2026-03-02 20:26 UTC ± 12 min``; the block itself where no time is known."""
    expected = moment_of_block(now, block)
    if expected is None:
        passed = now.block is not None and block < now.block
        return f"block {block:,}, which is passed" if passed else f"block {block:,}"
    return f"{expected.at[:16].replace('T', ' ')} UTC {expected.band}"


def left_words(now: Now, block: int, *, band: bool = True) -> str:
    """Write the time left until a block: ``2 d 4 h ± 12 min``; without ``band`` ``2 d 4 h``."""
    if now.block is not None and block < now.block:
        return "no time"
    expected = moment_of_block(now, block)
    if expected is None:
        return "a time that is not known" if now.block is None else f"{block - now.block:,} blocks"
    return f"{duration(expected.left)} {expected.band}" if band else duration(expected.left)


def period_words(pace: Pace | None, blocks: int) -> str:
    """Write a period with the time that it takes at the measured pace: ``43,200 blocks (3 d 0 h ± 12 min)``."""
    said = f"{blocks:,} block{'' if blocks == 1 else 's'}"
    if pace is None or not blocks:
        return said if not blocks else f"{said} (how long that takes is not known: no pace was measured)"
    try:
        end = project(pace, pace.head.block + blocks)
    except PaceUnknown:
        return said
    width = max(end.latest - end.at, end.at - end.earliest)
    return f"{said} ({duration((end.at - pace.head.milliseconds) // 1000)} {band_words(width)})"


def told(text: str, now: Now, counts: Iterable[tuple[str, str]] = ()) -> str:
    """Write out every mark of a text as of now; ``counts`` are the words of count marks by name.

    The band stands once: time left until a block whose time is in the text has none of its own.
    """
    timed = times_in(text)
    return written_out(
        text,
        time=lambda block: time_words(now, block),
        left=lambda block: left_words(now, block, band=block not in timed),
        counts=dict(counts),
    )


def told_for_good(wanted: Wanted, now: Now) -> Wanted:
    """Write out the marks of words whose bytes a wallet signs, so that they stay what they are."""
    counts = wanted.counts
    return replace(wanted, title=told(wanted.title, now, counts), text=told(wanted.text, now, counts))
