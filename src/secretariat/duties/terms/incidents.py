"""Incidents of a term: facts that somebody should explain in the report on it, as far as the store proves them (rows B7 and B13).

What each is, and what was not taken, stands in ``docs/decisions/0016-incidents.md``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from secretariat.desk.filling import Filled
from secretariat.desk.findings import Evidence
from secretariat.duties.terms.incident_words import (
    Said,
    council_rewards,
    election,
    expired,
    failed,
    group_rewards,
    lost,
    report_after,
    report_missing,
    report_name,
)
from secretariat.duties.terms.view import View
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_budget import CouncilReward
from secretariat.facts.election_cycles import ElectionCycle, is_election
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.live_groups import REWARDS, name_of_group
from secretariat.facts.records import AnyStated, Stated, is_unreadable
from secretariat.facts.report_threads import notes_that_count
from secretariat.facts.reporting_cycle import (
    MOST_LATE_BLOCKS,
    REPORTS,
    WINDOWS,
    Report,
    ReportNoted,
    announced_until,
    last_noted,
)
from secretariat.facts.stored_council import StoredSeat
from secretariat.facts.stored_groups import StoredGroup, StoredWorker, was_led


@dataclass(frozen=True, kw_only=True, slots=True)
class Reported:
    """A term on which a report is to come: its council, its blocks up to now, and the block by which the report is due.

    ``sits`` tells whether its council is in office; ``members`` are those who sit or sat on it, by member id. ``came`` is the block from
    which on somebody was at this desk: what happened before is nobody's there to explain.
    """

    council: int
    first: int
    last: int
    due: int
    sits: bool
    members: tuple[int, ...]
    came: int

    def has(self, block: int | None) -> bool:
        """Tell whether a block is one of the term, and not of before the desk."""
        return block is not None and max(self.first, self.came) <= block <= self.last


@dataclass(frozen=True, kw_only=True, slots=True)
class Incident:
    """One fact of a term that is proposed for the report. ``name`` is ``council-7/expired-12``, ``what`` it in a few words.

    ``says`` is one line of plain letters, ``marked`` the same for Markdown. ``group`` is the chain's name of the working group that it is about;
    empty for what is about none.
    """

    name: str
    term: Reported
    what: str
    says: str
    marked: Filled
    evidence: tuple[Evidence, ...]
    group: str = ""


def terms_reported(view: View) -> Iterator[Reported]:
    """Give the term before, until its report can come no more, and the one in office (due as if the election went as early as it can).

    A report that was announced late is due then: until then somebody may explain what is to enter it.
    """
    after = WINDOWS["council-report"].due
    past, came = view.before, view.now.came or 0
    if past is not None and past.start_block is not None and view.head <= view.first + after + MOST_LATE_BLOCKS:
        seats = tuple(one.fact.member_id for one in past.seats if one.fact.member_id is not None)
        due = view.first + after
        threads = [one.fact for one in view.snapshot.of(LiveThread)]
        noted = notes_that_count(view.decided(ReportNoted), threads, view.first)
        due = announced_until(noted, view.council, "council-report", "", due) or due
        first = past.start_block
        last = view.first - 1
        yield Reported(council=past.term, first=first, last=last, due=due, sits=False, members=seats, came=came)
    if view.council:
        seats = tuple(sorted({one.fact.member_id for one in view.snapshot.of(StoredSeat)}))
        due = view.earliest + after
        first, last = view.first, view.head
        yield Reported(council=view.council, first=first, last=last, due=due, sits=True, members=seats, came=came)


def incidents(view: View) -> tuple[Incident, ...]:
    """Give the incidents of these terms, decided about or not, in the order of terms and kinds."""
    return tuple(one for term in terms_reported(view) for kind in _KINDS for one in kind(view, term))


def _made(
    term: Reported, subject: str, what: str, says: Said, told: Iterable[tuple[str, str]], group: str = ""
) -> Incident:
    return Incident(
        name=f"council-{term.council}/{subject}",
        term=term,
        what=what,
        says=says.plain,
        marked=says.marked,
        evidence=tuple(Evidence(says=words, source=source) for words, source in told),
        group=group,
    )


def _reports(view: View, term: Reported) -> Iterator[Incident]:
    """Give each report of the cycle at the term's start that is not there after it was due, or came after it."""
    for report in REPORTS:
        window = WINDOWS[report]
        if window.of_past and term.council < 2:  # a first council has no term before it to report on
            continue
        for group in sorted(one.fact.group for one in view.snapshot.of(StoredGroup)) if window.of_groups else [""]:
            yield from _report(view, term, report, group)


def _report(view: View, term: Reported, report: Report, group: str) -> Iterator[Incident]:
    """Give what is to be explained of one report; of a group only where its present lead led it at the block by which it was to be there.

    That is the announced one where it was announced late. Of other groups it is not known whether they had a lead then.
    """
    due, threads = term.first + WINDOWS[report].due, [one.fact for one in view.snapshot.of(LiveThread)]
    noted = notes_that_count(view.decided(ReportNoted), threads, term.first)
    note = last_noted(noted, term.council, report, group, due)
    until = announced_until(noted, term.council, report, group, due)
    last = max(due, until or due)
    if due < view.now.notes_since:  # there was no desk yet at which it could have been noted
        return
    if group and not was_led(view.snapshot, group, last):
        return
    name = report_name(report, term.council, group)
    called = f"{name[:1].lower()}{name[1:]}"
    subject = f"report-{report}{f'-{name_of_group(group).lower()}' if group else ''}"
    begun = (f"the term began in block {term.first:,}", view.stored.source)
    if (note is None or note.how == "late") and term.last > last:
        says = report_missing(name, due, last)
        yield _made(term, subject, f"{called} was not there when it was due", says, [begun], group)
    thread = None if note is None or note.how != "received" else _thread(view, note.thread)
    opened = None if thread is None else thread.fact.created_block
    if thread is not None and opened is not None and opened > last:
        says = report_after(name, due, last, thread.fact.thread_id or 0, opened)
        told = (f"thread {thread.fact.thread_id} opened in block {opened:,}", thread.source)
        yield _made(term, subject, f"{called} came after it was due", says, [begun, told], group)


def _thread(view: View, number: int | None) -> Stated[LiveThread] | None:
    return next((one for one in view.snapshot.of(LiveThread) if one.fact.thread_id == number), None)


def _proposals(view: View, term: Reported) -> Iterator[Incident]:
    """Give the proposals that expired, failed when they were carried out, or were rejected as the council changed at the term's end.

    Every decision in the first block of a council is the change's own, for it comes before the count of votes (``proposals/lost``).
    """
    for one in sorted(view.snapshot.of(Proposal), key=lambda each: each.fact.number or 0):
        fact, block = one.fact, one.fact.status_block
        if fact.number is None or block is None:
            continue
        number, title = fact.number, fact.title or ""
        told = [(f"proposal {number} {fact.status} in block {block:,}", one.source)]
        if fact.status == "expired" and term.has(block):
            says = expired(number, title, block)
            yield _made(term, f"expired-{number}", f"proposal {number} expired", says, told)
        if fact.status == "execution-failed" and term.has(block):
            says = failed(number, title, block, fact.failure or "")
            yield _made(term, f"failed-{number}", f"proposal {number} could not be carried out", says, told)
        if fact.status == "rejected" and not term.sits and max(term.came, block) == term.last + 1:
            says = lost(number, title, block)
            yield _made(term, f"lost-{number}", f"proposal {number} was lost to a change of councils", says, told)


def _group_rewards(view: View, term: Reported) -> Iterator[Incident]:
    """Give the groups whose budget did not cover rewards: what the chain stores as owed, and what was paid later than due."""
    owed: dict[str, list[AnyStated]] = {}
    for worker in view.snapshot.of(StoredWorker) if term.sits else ():
        if worker.fact.missed_reward:
            owed.setdefault(worker.fact.group, []).append(worker)
    late: dict[str, list[Stated[GroupMoneyEvent]]] = {}
    for event in view.snapshot.of(GroupMoneyEvent):
        fact = event.fact
        if fact.event == REWARDS and fact.payment == "missed" and fact.group and term.has(fact.block):
            late.setdefault(fact.group, []).append(event)
    for group in sorted({*owed, *late}):
        told = [
            (f"workers who are owed rewards: {len(found)}", found[0].source) for found in [owed.get(group)] if found
        ]
        told += [
            (f"rewards paid later than due, {len(found)} times", found[0].source)
            for found in [late.get(group)]
            if found
        ]
        name = name_of_group(group)
        what = f"rewards of the {name} group were not covered"
        yield _made(term, f"rewards-{name.lower()}", what, group_rewards(group), told, group)


def _council_rewards(view: View, term: Reported) -> Iterator[Incident]:
    """Tell of rewards that the council's budget did not cover; what is paid in the block after the term is still its own."""
    until = term.last if term.sits else term.last + 1
    told = [
        (f"a reward of council {term.council} not paid in full in block {one.fact.block:,}", one.source)
        for one in view.snapshot.of(CouncilReward)
        if one.fact.missing and one.fact.block is not None and max(term.first + 1, term.came) <= one.fact.block <= until
    ]
    if term.sits:
        owed = [one for one in view.snapshot.of(StoredSeat) if one.fact.unpaid_reward]
        told += [(f"members who are owed rewards: {len(owed)}", owed[0].source)] if owed else []
    if told:
        what = "rewards of the council were not covered"
        yield _made(term, "rewards-council", what, council_rewards(term.council), told[:1])


def _elections(view: View, term: Reported) -> Iterator[Incident]:
    """Give the elections of the term that elected nobody, so that another one began."""
    for one in sorted(view.snapshot.of(ElectionCycle), key=lambda each: each.fact.ended_block or 0):
        fact = one.fact
        if not fact.finished or fact.next_council is not None or is_unreadable(fact, "next_council"):
            continue
        if not is_election(one) or fact.cycle is None:
            continue
        if fact.ended_block is not None and term.has(fact.ended_block):
            says = election(fact.cycle, fact.ended_block)
            told = [(f"cycle {fact.cycle} ended in block {fact.ended_block:,} without a council", one.source)]
            yield _made(term, f"election-{fact.cycle}", f"the election of cycle {fact.cycle} began anew", says, told)


_KINDS: tuple[Callable[[View, Reported], Iterator[Incident]], ...] = (
    _reports,
    _proposals,
    _group_rewards,
    _council_rewards,
    _elections,
)
