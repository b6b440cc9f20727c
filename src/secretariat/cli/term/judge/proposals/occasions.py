"""Occasions about proposals: digests, notices and reminders of each vote, council changes, what they reject, and empty budgets."""

from collections.abc import Iterator
from dataclasses import replace

from secretariat.cli.term.judge.evidence import Configured
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import Occasion
from secretariat.cli.term.judge.proposals.rounds import FAR, Round, Step, rounds

NO_MONEY = ("Insufficient", "ReductionAmountTooLarge")
"""Words of the errors of an execution that a budget does not cover."""

FROM_BUDGETS = ("FundingRequest", "UpdateWorkingGroupBudget", "DecreaseCouncilBudget")
"""Types that take from the council's budget, or bring back from a group's."""


def about_proposals(history: History, configured: Configured, *, stood: bool = False) -> Iterator[Occasion]:
    """List what all votes call for. ``configured`` tells who can be written to alone, or rung in the council's place.

    ``stood`` tells that the chain stood still for a while: who has voted could not be known then, and the council may be told instead.
    """
    for one in rounds(history):
        for step in one.steps():
            yield from _step(one, step, configured, stood=stood)
        yield from _council_change(one)
        yield from _budget(one)


def subject(number: int, member: int | None = None) -> str:
    """Name a proposal, or the vote of one member on it."""
    return f"proposal {number}" if member is None else f"proposal {number}, vote of member {member}"


def _of(row: str, kind: str, one: Round, opens: int, closes: int, *, needed: bool = True) -> Occasion:
    return Occasion(
        row=row,
        kinds=(kind,),
        place="council",
        cycle=0,
        opens=opens,
        due=opens,
        closes=closes,
        needed=needed,
        subject=subject(one.number),
        titled=int(one.proposal["created"]),
    )


def _step(one: Round, step: Step, configured: Configured, *, stood: bool) -> Iterator[Occasion]:
    """Call for a digest to each who has not voted, for a message to the council where one of them is not reached, and for the public notice."""
    missed: list[int] = []
    waiting: list[int] = []
    by_mail: list[int] = []
    for member in one.members():
        waits = min(step.last, one.voted(member) - 1)
        if waits < step.first:
            continue
        waiting.append(waits)
        way = configured.way(member)
        if way is not None:
            digest = _of("B1" if step.begins else "B10", "digest", one, step.first, waits)
            yield replace(digest, subject=subject(one.number, member), place=way)
        if way is None or str(member) not in configured.mentions:  # nobody can ring them: the council may be told
            (missed if way is None else by_mail).append(waits)
    kind = "open" if step.begins else "vote-ends"
    opens = step.first
    if missed:
        yield _of("B10", kind, one, opens, max(missed))
        opens = max(missed) + 1
    may_be = by_mail or (waiting if stood else [])
    if may_be and max(may_be) >= opens:
        yield _of("B10", kind, one, opens, max(may_be), needed=False)
    if step.begins:
        yield replace(_of("B10", "open", one, step.first, step.last), place="discord")


def _council_change(one: Round) -> Iterator[Occasion]:
    """Call for a warning while the next council may come before the period ends, and for words where it did."""
    for first, until, ahead in one.elections():
        last = min(until, ahead - 3)
        if one.expires >= ahead and first <= last:
            yield _of("B10", "council-change", one, first, last)
    if one.told["ended"] == "council-change":
        closed = int(one.told["closed"])
        told = _of("B10", "lost", one, closed, closed + DAY - 1)
        yield from (told, replace(told, place="discord"))


def _budget(one: Round) -> Iterator[Occasion]:
    """Call for a warning between approval and execution where that failed for lack of money.

    It may be said of whatever takes from a budget: how this vote ends, or another that takes from it too, is not known then, and
    the figures are held apart.
    """
    failed, executed, closed = one.proposal["error"], one.proposal["executed"], one.told["closed"]
    poor = failed is not None and any(word in failed for word in NO_MONEY) and one.told["ended"] == "approved"
    if one.proposal["type"] in FROM_BUDGETS:
        over = closed if poor or one.told["ended"] != "approved" else executed
        yield _of("B1", "budget", one, one.opened, FAR if over is None else int(over) - 1, needed=False)
    if poor:
        yield _of("B1", "budget", one, int(closed), int(executed) - 1)
