"""Working groups as their leads see them: reports that are missing, and until when the budget covers the rewards."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.steps import DAY_BLOCKS
from secretariat.duties.digests.view import View
from secretariat.facts.amounts import Amount
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import Stated
from secretariat.facts.report_sections import required_of, sections_missing
from secretariat.facts.report_threads import notes_that_count
from secretariat.facts.reporting_cycle import (
    WINDOWS,
    Report,
    ReportNoted,
    State,
    announced_until,
    last_noted,
    state_of,
)
from secretariat.facts.stored_groups import StoredGroup, StoredWorker, was_led

LOW_BLOCKS, LAST_BLOCKS = 14 * DAY_BLOCKS, 3 * DAY_BLOCKS
"""So many blocks before the first payment that is not covered a lead is told."""
OVER: frozenset[State] = frozenset({"received", "excused"})


@dataclass(frozen=True, kw_only=True, slots=True)
class DueReport:
    """A report of a group that is not there whole: how it stands, and the block by which it is to be there.

    ``moments`` are the blocks at which something of it becomes new. One that is incomplete is in ``thread`` and ``lacks`` sections.
    """

    report: Report
    state: State
    block: int
    moments: tuple[int, ...]
    thread: int | None = None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A working group with a lead. ``lead`` is the lead's member id, None where it is not known; ``workers`` are those in office.

    ``per_period`` is what their rewards take in a reward period (base units), None where it is not known, and ``owed`` what they are owed of
    rewards that were not paid when they were due, which the next payment pays too. ``short_block`` is that of the
    first payment that the budget does not cover if nothing comes in and nothing else is paid; None where that is not known.
    """

    record: Stated[StoredGroup]
    lead: int | None
    reports: tuple[DueReport, ...]
    workers: int
    per_period: Amount | None
    owed: Amount
    short_block: int | None
    head: int

    @property
    def is_low(self) -> bool:
        """Tell whether the first payment that is not covered is 14 days away or less."""
        return self.short_block is not None and self.head >= self.short_block - LOW_BLOCKS

    def how_low(self, block: int) -> int:
        """Tell how low the budget is at a block by what is known now: 0 not, 1 from 14 days before what it does not cover, 2 from 3 days on."""
        if self.short_block is None:
            return 0
        return sum(block >= self.short_block - before for before in (LOW_BLOCKS, LAST_BLOCKS))

    @property
    def has_to_do(self) -> bool:
        """Tell whether its lead has something to do."""
        return bool(self.reports) or self.is_low

    @property
    def ends(self) -> tuple[int, ...]:
        """Give the blocks at which something of it is over."""
        low = (self.short_block,) if self.is_low and self.short_block is not None else ()
        return (*(one.block for one in self.reports), *low)

    @property
    def report_moments(self) -> tuple[int, ...]:
        """Give the blocks at which something of a report becomes new."""
        return tuple(sorted(block for one in self.reports for block in one.moments))

    @property
    def moments(self) -> tuple[int, ...]:
        """Give the blocks at which something becomes new: with a report (``DueReport``), the budget is low, is nearly used up."""
        found = [*self.report_moments]
        if self.short_block is not None:
            found += [self.short_block - LOW_BLOCKS, self.short_block - LAST_BLOCKS]
        return tuple(sorted(found))


def groups_of(view: View) -> tuple[Group, ...]:
    """Give the working groups that have a lead, by the chain's name."""
    groups = sorted(view.snapshot.of(StoredGroup), key=lambda one: one.fact.group)
    return tuple(_group(view, one) for one in groups if one.fact.lead is not None)


def _group(view: View, record: Stated[StoredGroup]) -> Group:
    fact = record.fact
    workers = [one.fact for one in view.snapshot.of(StoredWorker) if one.fact.group == fact.group]
    per_period = None
    if fact.reward_period and fact.active_workers == len(workers):
        per_period = Amount(sum(one.reward_per_block or 0 for one in workers) * fact.reward_period)
    owed = Amount(sum(one.missed_reward or 0 for one in workers))
    return Group(
        record=record,
        lead=next((one.member_id for one in workers if one.worker == fact.lead), None),
        reports=tuple(_reports(view, fact.group)),
        workers=len(workers),
        per_period=per_period,
        owed=owed,
        short_block=first_short(fact, per_period, view.head, owed),
        head=view.head,
    )


def _reports(view: View, group: str) -> Iterator[DueReport]:
    """Give the reports of a group that can come by now and are not there whole (the schedule is the council's).

    What was due before its present lead was hired is not theirs, as with incidents (``was_led``); the duty ``terms`` asks for it.
    """
    office = view.office
    for report, window in WINDOWS.items():
        opens, due = office.first + window.opens, office.first + window.due
        if not window.of_groups or not office.number or view.head < opens or (window.of_past and not view.had_before):
            continue
        if view.head > due and not was_led(view.snapshot, group, due):
            continue
        noted = notes_that_count(view.noted, (one.fact for one in view.snapshot.of(LiveThread)), office.first)
        note = last_noted(noted, office.number, report, group, due)
        state = state_of(note, due, view.head)
        if note is not None and state == "received":
            yield from _incomplete(view, note, opens, due)
        elif state not in OVER:
            block = due if note is None or note.until is None else note.until
            if block < view.now.notes_since:  # nobody could note at this desk that it came
                continue
            yield DueReport(report=report, state=state, block=block, moments=(opens, block + 1))


def _incomplete(view: View, note: ReportNoted, opens: int, due: int) -> Iterator[DueReport]:
    """Give a report that was received without sections that it must have; nothing where it has them, or they are not known.

    That becomes new on the day of digests after the one on which it was noted, so that nobody is told of it on a day on which something else
    of the group was told.
    """
    lacks = sections_missing(view.snapshot, required_of(view.snapshot, note.report), note.thread)
    if not lacks:
        return
    block = announced_until(view.noted, note.council, note.report, note.group, due) or due
    day = view.settings.every
    noted = () if note.block is None else ((note.block // day + 1) * day,)
    moments = (opens, block + 1, *noted)
    yield DueReport(
        report=note.report, state="incomplete", block=block, moments=moments, thread=note.thread, lacks=lacks
    )


def first_short(group: StoredGroup, per_period: Amount | None, head: int, owed: int = 0) -> int | None:
    """Give the block of the first payment of rewards that a group's budget does not cover; None where that is not known, or never.

    Rewards are paid in blocks that are multiples of the group's reward period, each time for a whole one, and with them what is ``owed``
    (base units) from earlier ones (``reward_worker`` in ``joy:runtime-modules/working-group/src/lib.rs``).
    """
    if group.budget is None or not per_period or not group.reward_period:
        return None
    return (head // group.reward_period + 1 + max(0, int(group.budget) - owed) // int(per_period)) * group.reward_period
