"""Occasions of the lists of a day: a council member's votes that wait, on days on which no step of a vote tells of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import FAIR, Occasion
from secretariat.cli.term.judge.private.reading import DAY_LIST, day_subject
from secretariat.cli.term.judge.proposals.reading import numbers_of_list
from secretariat.cli.term.judge.proposals.rounds import FAR, Round, Step, reminders, rounds

TOLD_WITHIN = 3_600
"""What is told at a step of a vote may come so many blocks after it: on that day no list of a day says it again."""


def about_lists(history: History, configured: Configured, came: Iterable[Arrived]) -> Iterator[Occasion]:
    """Call for each vote that waits to be on its member's list, once, on the first day that no step has.

    ``came`` are the lists of votes that came without being a day's: one at a step since that day began said it already, also once the vote is
    cast whose step it was.
    """
    known = list(rounds(history))
    at_steps = list(_at_steps(known, came))
    for one in known:
        for member in one.members():
            if member in configured.written_to and member not in configured.no_digests:
                own = [each for each in at_steps if each.member == member and one.number in numbers_of_list(each.text)]
                yield from _listed(history, one, member, known, [each.block for each in own])


def _at_steps(known: Sequence[Round], came: Iterable[Arrived]) -> Iterator[Arrived]:
    """Give the lists that are their member's first one in the time of a step of a vote that they list."""
    steps: dict[int, list[Step]] = {}
    for one in known:
        steps.setdefault(one.number, []).extend(one.steps())
    before: set[tuple[int | None, int, int]] = set()
    for each in sorted(came, key=lambda one: one.block):
        own = {
            (each.member, number, step.first)
            for number in numbers_of_list(each.text)
            for step in steps.get(number, ())
            if step.first <= each.block <= step.last
        }
        if own - before:
            yield each
        before |= own


def _listed(
    history: History, one: Round, member: int, known: Sequence[Round], listed: Sequence[int]
) -> Iterator[Occasion]:
    closes = min(one.asks_until, one.voted(member) - 1, one.expires - 1, int(history.truth["block"]))
    marks = _marks(history, one.opened, closes, known, member, listed)
    own = [(at, until) for at, until in marks if _own_day_came(one, at) and one.waits_for(member, at)]
    if not own:
        return
    said = min((each for each in listed if each >= own[0][0] // DAY * DAY), default=FAR)
    untold = [(at, until) for at, until in own if at < said]
    calm = (at for at, until in _joined(untold, known, member) if until - at >= FAIR)
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


def _marks(
    history: History, first: int, last: int, known: Sequence[Round], member: int, listed: Sequence[int]
) -> list[tuple[int, int]]:
    """Give the times through which days, elections, the member's votes and lists stay as they are: first and last block of each."""
    blocks = {first, *listed, *range((first // DAY + 1) * DAY, last + 1, DAY), *history.turns(first, last)}
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
