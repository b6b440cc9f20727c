"""Occasions about proposals: digests, notices and reminders of each vote, council changes, what they reject, and empty budgets."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import Occasion
from secretariat.cli.term.judge.proposals.rounds import Round, Step, rounds


def about_proposals(history: History, mentions: Mapping[str, str], *, stood: bool = False) -> Iterator[Occasion]:
    """List what all votes call for. ``mentions`` has the users of Discord who can be rung, by member.

    ``stood`` tells that the chain stood still for a while: who has voted could not be known then, and the council may be told instead.
    """
    reached = frozenset(map(int, mentions))
    for one in rounds(history):
        for step in one.steps():
            yield from _step(one, step, reached, stood=stood)
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
    )


def _step(one: Round, step: Step, reached: frozenset[int], *, stood: bool) -> Iterator[Occasion]:
    """Call for a digest to each who has not voted, for a message to the council where one of them is not reached, and for the public notice."""
    missed, waiting = [], []
    for member in one.members():
        waits = min(step.last, one.voted(member) - 1)
        if waits < step.first:
            continue
        waiting.append(waits)
        if member in reached:
            digest = _of("B1" if step.begins else "B10", "digest", one, step.first, waits)
            yield replace(digest, subject=subject(one.number, member))
        else:
            missed.append(waits)
    kind = "open" if step.begins else "vote-ends"
    if missed or (stood and waiting):
        yield _of("B10", kind, one, step.first, max(missed or waiting), needed=bool(missed))
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
    """Call for a warning between approval and execution where that failed for lack of money; before the approval it may be said."""
    failed, executed = one.proposal["error"], one.proposal["executed"]
    if failed is None or "Insufficient" not in failed or one.told["ended"] != "approved":
        return
    approved = int(one.told["closed"])
    yield _of("B1", "budget", one, one.opened, approved - 1, needed=False)
    yield _of("B1", "budget", one, approved, int(executed) - 1)
