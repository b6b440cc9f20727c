"""Occasions of the lists of a day: a council member's votes that wait, on days on which no step of a vote tells of them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from secretariat.cli.term.judge.evidence import Configured
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import FAIR, Occasion
from secretariat.cli.term.judge.private.reading import DAY_LIST, day_subject
from secretariat.cli.term.judge.proposals.rounds import Round, reminders, rounds

TOLD_WITHIN = 3_600
"""What is told at a step of a vote may come so many blocks after it: on that day no list of a day says it again."""


def about_lists(history: History, configured: Configured) -> Iterator[Occasion]:
    """Call for each vote that waits to be on its member's list, once, on the first day that no step has."""
    known = list(rounds(history))
    for one in known:
        for member in one.members():
            if member in configured.written_to and member not in configured.no_digests:
                yield from _listed(history, one, member, known)


def _listed(history: History, one: Round, member: int, known: Sequence[Round]) -> Iterator[Occasion]:
    closes = min(one.asks_until, one.voted(member) - 1, one.expires - 1, int(history.truth["block"]))
    marks = _marks(history, one.opened, closes, known, member)
    own = [(at, until) for at, until in marks if _own_day_came(one, at) and one.waits_for(member, at)]
    if not own:
        return
    calm = (at for at, until in _joined(own, known, member) if until - at >= FAIR)
    due = next(calm, None)
    yield Occasion(
        row="B1",
        kinds=(DAY_LIST,),
        place="private",
        cycle=0,
        opens=own[0][0],
        due=own[0][0] if due is None else due,
        closes=own[-1][1],
        needed=due is not None,
        subject=day_subject(one.number, member),
    )


def _marks(history: History, first: int, last: int, known: Sequence[Round], member: int) -> list[tuple[int, int]]:
    """Give the times through which days, elections and the member's votes stay as they are: first and last block of each."""
    blocks = {first, *range((first // DAY + 1) * DAY, last + 1, DAY), *history.turns(first, last)}
    for one in known:
        blocks |= {one.opened, one.voted(member), one.asks_until + 1}
    blocks |= {one.last(at) for one in known for at in tuple(blocks) if one.opened <= at <= last}
    marks = sorted(block for block in blocks if first <= block <= last)
    return [(at, after - 1) for at, after in pairwise([*marks, last + 1])]


def _joined(own: Sequence[tuple[int, int]], known: Sequence[Round], member: int) -> Iterator[tuple[int, int]]:
    """Give the times in which a list may be told, those that touch as one."""
    begun: tuple[int, int] | None = None
    for at, until in own:
        if is_told_at(known, member, at):
            if begun is not None:
                yield begun
            begun = None
        elif begun is not None and begun[1] + 1 == at and at // DAY == begun[0] // DAY:
            begun = (begun[0], until)
        else:
            if begun is not None:
                yield begun
            begun = (at, until)
    if begun is not None:
        yield begun


def is_told_at(known: Sequence[Round], member: int, block: int) -> bool:
    """Tell whether the day of a block is one on which a step tells of a vote that waits for a member."""
    waiting = (one for one in known if one.waits_for(member, block))
    return any(block // DAY in _told_days(one, block) for one in waiting)


def _told_days(one: Round, block: int) -> frozenset[int]:
    """Give the days on which a step of a vote is told, as a block leaves the election ahead."""
    last = one.last(block)
    before = [each for each in reminders(one.expires - one.opened) if each < last - one.opened]
    steps = [one.opened, *(last - each for each in before)]
    return frozenset(late // DAY for step in steps for late in (step, step + TOLD_WITHIN))


def _own_day_came(one: Round, block: int) -> bool:
    """Tell whether by a block's day there was a day after the vote began that no step of it has."""
    told = _told_days(one, block)
    return any(day not in told for day in range(one.opened // DAY + 1, block // DAY + 1))


def waiting(history: History, member: int | None, block: int) -> frozenset[int]:
    """Give the proposals that wait for a member's vote at the end of a block."""
    if member is None:
        return frozenset()
    return frozenset(one.number for one in rounds(history) if one.waits_for(member, block))
