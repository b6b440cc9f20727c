"""Occasions of the daily digest for everybody: a day, counted from block 0, in which anything began that still stands."""

from collections.abc import Iterator

from secretariat.cli.term.judge.digests.reading import COMMUNITY
from secretariat.cli.term.judge.forum.talk import Talk, openings, votes_begun
from secretariat.cli.term.judge.history import DAY
from secretariat.cli.term.judge.occasions import FAIR, Occasion


def about_days(talk: Talk, desk_began: int) -> Iterator[Occasion]:
    """List what every day calls for, whether the desk ran then or not: it tells of what stands when it can first look."""
    now = int(talk.history.truth["block"])
    for border in range(DAY, now + 1, DAY):
        later = min(border + DAY - 1, max(border, desk_began) + FAIR)
        yield Occasion(
            row="B1",
            kinds=(COMMUNITY,),
            place="discord",
            cycle=0,
            opens=border,
            due=border,
            closes=border + DAY - 1,
            needed=any(began(talk, border, later)),
            subject=f"day up to block {border}",
        )


def began(talk: Talk, border: int, block: int) -> tuple[int, int, int, int]:
    """Count what began in the day before a border and stands at the end of a block: votes, threads, openings, and whether the stage did."""
    first, last, history = border - DAY, border - 1, talk.history
    return (
        len(votes_begun(history, first, last, block)),
        len(talk.began(first, last, block)),
        len(openings(history, first, last, block)),
        int(first <= history.stage(block).begins <= last),
    )


def calendar(block: int) -> Iterator[int]:
    """List the block after this one at which the next day begins."""
    yield (block // DAY + 1) * DAY
