"""Occasions: what the truth calls for, when it is due, and until when it makes sense."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secretariat.cli.term.judge.evidence import Place
from secretariat.cli.term.judge.history import (
    DAY,
    Election,
    History,
    Stage,
    candidacy_changes,
    cast,
    revealed,
    standing,
    usual_stake,
)

FAIR = 300
"""What makes sense for fewer blocks than this (half an hour) is asked of nobody: it may be said, and need not."""

CANDIDACY_STEPS = (43_200, DAY)
REMINDERS, LONG = (43_200, DAY, 3_600), 72_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasion:
    """One message that is called for: the role's row, which ``kinds`` of text serve it, where, and its blocks.

    It may be said from ``opens`` to ``closes``, and ``due`` is the block from which it is asked for: later than it may be said where what
    it tells changed at every turn before. ``needed`` is False for what may be said and need not. ``thread`` is that of a forum text.
    ``rests_on`` is the block to which the query node must have come so that the chain alone tells the rest; None where it need not have.
    ``titled`` is the block in which the proposal was filed whose title the query node tells; None where it is about none.
    ``subject`` is what it is about where that is no election, in the words of ``subjects.py``; then ``cycle`` is 0.
    """

    row: str
    kinds: tuple[str, ...]
    place: Place
    cycle: int
    opens: int
    due: int
    closes: int
    needed: bool = True
    thread: int | None = None
    rests_on: int | None = None
    titled: int | None = None
    subject: str = ""

    @property
    def words(self) -> str:
        """Name it for people."""
        about = self.subject or f"cycle {self.cycle}"
        return f"{self.kinds[0]}, {self.place}, {about}, from block {self.due:,}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Threads:
    """The threads that the secretary opened: number and block."""

    known: tuple[tuple[int, int], ...] = ()

    def of(self, history: History, council: int) -> tuple[int, int] | None:
        """Give the first one that was opened for a council to be elected."""
        return next((one for one in self.known if history.councils(one[1]) + 1 == council), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Played:
    """What was played: the truth, the threads of it, the block at which the desk was first run and the last head."""

    history: History
    threads: Threads
    began: int
    ended: int


def about_elections(played: Played) -> Iterator[Occasion]:
    """List what all elections call for, whether the desk ran then or not."""
    yield from _introductions(played)
    for election in played.history.elections:
        for rule in (_announcing, _few_stand, _voting, _revealing, _elected, _questions):
            yield from rule(played, election)


def within(one: Occasion, played: Played) -> Occasion | None:
    """Cut an occasion to the time that was played; None for one outside it. What is too short then is asked of nobody."""
    opens, closes = max(one.opens, played.began), min(one.closes, played.ended)
    if opens > closes:
        return None
    due = max(one.due, opens)
    return replace(one, opens=opens, due=due, closes=closes, needed=one.needed and closes - due >= FAIR)


# ------------------------------------------------------------------------ announcing


def _introductions(played: Played) -> Iterator[Occasion]:
    """Call for one thread for each council to be elected, while the announcing runs in which the desk first sees it wanted."""
    done: set[int] = set()
    history = played.history
    for election in history.elections:
        stage, council = next(history.stages(election)), history.councils(election["announcing_from"]) + 1
        if council in done or stage.last < played.began:
            continue
        done.add(council)
        yield _of("E1", "introductions", "forum", election, stage.begins, stage.last)


def _announcing(played: Played, election: Election) -> Iterator[Occasion]:
    history = played.history
    stage, again = next(history.stages(election)), history.failed_before(election) is not None
    if not again:  # after a failed election its explanation says all, and another message would pass over the failure
        before = history.before(election)
        told = None if before is None else before["ended"]
        yield replace(_of("E2", "announcing", "discord", election, stage.begins, stage.last), rests_on=told)
        return
    yield _of("E4", "restart", "discord", election, stage.begins, stage.last)
    thread = played.threads.of(history, history.councils(stage.begins) + 1)
    if thread is not None and thread[1] < stage.begins:
        yield replace(_of("E1", "restart", "forum", election, stage.begins, stage.last), thread=thread[0])


def _questions(played: Played, election: Election) -> Iterator[Occasion]:
    running = [one for one in played.history.stages(election) if one.name != "idle"]
    yield _of("E2", "questions", "file", election, running[0].begins, running[-1].last)


def candidacy_steps(stage: Stage) -> list[tuple[int, int]]:
    """Give the blocks at which candidates are counted, each with the last block before the next: 72 and 24 hours before the end."""
    before = [one for one in CANDIDACY_STEPS if one < stage.length] or [stage.length // 2]
    at = [stage.ends - one for one in before]
    return [(block, after - 1) for block, after in pairwise([*at, stage.ends])]


def _few_stand(played: Played, election: Election) -> Iterator[Occasion]:
    """Call for words at each step where too few stand, or exactly enough; and after a withdrawal that leaves too few."""
    history, stage = played.history, next(played.history.stages(election))
    changes = candidacy_changes(election)
    for step, until in candidacy_steps(stage):
        first, last = max(step, played.began), min(until, stage.last - 1)
        if first > last:
            continue
        drops = _drops(history, election, step, last)
        later = [block for block in drops if block > first]
        calm = _calm(changes, first, later[0] - 1 if later else last, lambda at: _short(history, election, at))
        # Who came after a withdrawal speaks of that, or of the number: both say the same.
        kinds = ("few", "withdrawal") if len(later) < len(drops) else ("few",)
        due = first if calm is None else calm
        one = replace(_of("E3", "few", "discord", election, first, last), due=due, kinds=kinds)
        yield replace(one, needed=_short(history, election, first) and calm is not None)
        for drop in later:
            calm = _calm(changes, drop, last, lambda at: len(standing(election, at)) < history.needed(at))
            yield replace(_of("E3", "withdrawal", "discord", election, drop, last), needed=calm == drop)


def _short(history: History, election: Election, block: int) -> bool:
    return len(standing(election, block)) <= history.needed(block)


def _drops(history: History, election: Election, first: int, last: int) -> list[int]:
    """List the blocks after ``first`` in which fewer than needed stood where there had been enough."""
    return [
        block
        for block in candidacy_changes(election)
        if first < block <= last
        and len(standing(election, block - 1)) >= history.needed(block) > len(standing(election, block))
    ]


def _calm(changes: Sequence[int], opens: int, closes: int, holds: Callable[[int], bool]) -> int | None:
    """Find the first block from which nothing changes for a fair time while something holds; None where there is none."""
    marks = [opens, *(block for block in changes if opens < block <= closes), closes + 1]
    return next((at for at, after in pairwise(marks) if after - at >= FAIR and holds(at)), None)


# ------------------------------------------------------------------ voting, revealing


def _stage_of(history: History, election: Election, name: str) -> Stage | None:
    return next((one for one in history.stages(election) if one.name == name), None)


def _of(row: str, kind: str, place: Place, election: Election, opens: int, closes: int) -> Occasion:
    return Occasion(row=row, kinds=(kind,), place=place, cycle=election["cycle"], opens=opens, due=opens, closes=closes)


def _told(played: Played, election: Election, stage: Stage, kind: str, closes: int) -> Iterator[Occasion]:
    """Call for a stage's message, and for a post in the thread where there is one."""
    yield _of("E4", kind, "discord", election, stage.begins, closes)
    council = played.history.councils(stage.begins) + (0 if stage.name == "idle" else 1)
    thread = played.threads.of(played.history, council)
    if thread is not None and thread[1] < stage.begins:
        yield replace(_of("E4", kind, "forum", election, stage.begins, closes), thread=thread[0])


def _voting(played: Played, election: Election) -> Iterator[Occasion]:
    stage = _stage_of(played.history, election, "voting")
    if stage is None:
        return
    yield from _told(played, election, stage, "voting", stage.last)
    yield from _reminders(election, stage)
    usual = usual_stake(played.history, election)
    if usual is None:
        return
    changes = sorted({vote["cast"] for vote in election["votes"].values()})

    def thin(block: int) -> bool:
        return 2 * sum(int(vote["stake"]) for vote in cast(election, block)) < usual[0]

    yield from _of_last_day(played, "E3", "thin", election, stage, changes, thin)


def _revealing(played: Played, election: Election) -> Iterator[Occasion]:
    stage = _stage_of(played.history, election, "revealing")
    if stage is None:
        return
    yield from _told(played, election, stage, "revealing", stage.last)
    yield from _reminders(election, stage)
    changes = sorted({vote["revealed"] for vote in election["votes"].values() if vote["revealed"] is not None})

    def open_(block: int) -> bool:
        return len(revealed(election, block)) < len(cast(election, block))

    yield from _of_last_day(played, "E4", "unrevealed", election, stage, changes, open_)


def _of_last_day(
    played: Played,
    row: str,
    kind: str,
    election: Election,
    stage: Stage,
    changes: Sequence[int],
    holds: Callable[[int], bool],
) -> Iterator[Occasion]:
    """Call for words once in the last day of a stage, where their reason holds for a fair time; they may be said while it holds at all."""
    first, last = max(stage.last_day, played.began), stage.last - 1
    calm = _calm(changes, first, last, holds)
    if calm is not None or holds(first):
        due = first if calm is None else calm
        yield replace(_of(row, kind, "discord", election, first, last), due=due, needed=calm is not None)


def reminder_steps(stage: Stage) -> list[tuple[int, int]]:
    """Give the blocks of the reminders, each with the last block before the next one.

    14,400 and 3,600 blocks before the last usable block; 43,200 too where the stage has 72,000 or more; at half and 3,600 where it has
    14,400 or fewer.
    """
    if stage.length <= DAY:
        before = sorted({stage.length // 2, min(REMINDERS[2], stage.length // 2)}, reverse=True)
    else:
        before = list(REMINDERS if stage.length >= LONG else REMINDERS[1:])
    at = [stage.last - one for one in before]
    return [(block, after - 1) for block, after in pairwise([*at, stage.last])]


def _reminders(election: Election, stage: Stage) -> Iterator[Occasion]:
    for block, until in reminder_steps(stage):
        yield _of("B10", f"reminder-{stage.name}", "discord", election, block, until)


def _elected(played: Played, election: Election) -> Iterator[Occasion]:
    stage = _stage_of(played.history, election, "idle")
    if stage is not None:
        yield from _told(played, election, stage, "elected", min(stage.begins + DAY, stage.ends) - 1)


def calendar(history: History, block: int) -> list[int]:
    """List the blocks after this one at which the running stage may call for something, its end among them."""
    stage = history.stage(block)
    known = {stage.ends}
    if stage.name == "announcing":
        known |= {at for at, _ in candidacy_steps(stage)}
    elif stage.name in ("voting", "revealing"):
        known |= {at for at, _ in reminder_steps(stage)} | {stage.last_day}
    return sorted(at for at in known if at > block)
