"""Rules about voting and revealing: reminders before the end, votes not revealed, thin stake (rows B10, E3 and E4)."""

from collections.abc import Iterator
from itertools import takewhile

from secretariat.desk.filling import fill
from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.saying import count, joy, joy_rounded
from secretariat.desk.steps import DAY_BLOCKS, is_old, reached, reminder_steps
from secretariat.duties.elections.figures import figures
from secretariat.duties.elections.saying import cast_with, without_vote
from secretariat.duties.elections.texts import template
from secretariat.duties.elections.view import View
from secretariat.duties.elections.wanting import discord
from secretariat.facts.live_elections import LiveElection, stake_of
from secretariat.facts.medians import median
from secretariat.facts.records import CHAIN, QUERY_NODE

LEAST_ELECTIONS = 3
"""Below so many past elections nothing is said about how much stake is usual."""

WHAT = {
    "voting": "the last block in which a vote can be cast",
    "revealing": "the last block in which a vote can be revealed",
}


def reminders(view: View) -> Iterator[Finding]:
    """Remind of the end of voting and of revealing (row B10), in the same words for everybody.

    It rests on the end that the chain has stored, which does not change: so it needs no fresh source, and tells the age of
    an old one.
    """
    stage = view.span.stage
    if stage not in WHAT or view.block >= view.last:
        return
    at = reached(reminder_steps(view.span.ends - view.span.begins), view.last, view.block)
    if at is None:
        return
    values = {**figures(view), "age": _age(view)}
    yield Finding(
        key=f"elections/reminder/{view.occasion}/{stage}-{at.step.name}",
        title=f"Remind of the end of {stage} (cycle {view.cycle}, {at.step.before:,} blocks before)",
        why=f"{at.step.before:,} blocks before {WHAT[stage]}.",
        audience="public",
        due=Due(what=WHAT[stage], block=view.last),
        evidence=(Evidence(says=f"{stage} ends at block {view.span.ends:,}, as stored", source=view.stored.source),),
        wanted=discord(view, template(f"reminder-{stage}"), values, until=min(at.until, view.last), rings=True),
    )


def _age(view: View) -> str:
    old = is_old(view.head, view.block)
    return fill(template("age"), {"head": f"{view.head:,}"}) if old else ""


def last_day(view: View) -> int:
    """Give the block from which the last day before the end counts, of a short stage its second half."""
    period = view.span.ends - view.span.begins
    return view.last - (DAY_BLOCKS if period > DAY_BLOCKS else period // 2)


def unrevealed(view: View) -> Iterator[Finding]:
    """Tell how many votes are not revealed, and how many candidates have no revealed vote: numbers, never names (row E4).

    Words are wanted in the last day only; before that many reveal without being asked. Without a vote left to reveal it is
    concluded only where too few candidates have one, and wants no words: nobody can do anything about it. The numbers change with
    each reveal and are counts; that too few candidates have a vote is another text, and is said only while it is so.
    """
    election = view.election
    if view.span.stage != "revealing" or view.size is None or election is None or view.head >= view.last:
        return
    if not election.reveals_read or not election.candidacies_read:
        return
    cast, revealed, stood = len(election.votes), len(election.revealed), len(election.standing)
    without = sum(1 for one in election.standing if not one.votes and not one.record.fact.vote_power)
    fails = stood - without < view.size
    if cast == revealed and not fails:
        return
    values = {**figures(view), "too_few_yet": ""}
    if fails:
        values["too_few_yet"] = fill(template("too-few-yet"), values)
    counts = {"not_revealed": f"{count(cast - revealed, 'vote')} of {cast:,}", "without": without_vote(without, stood)}
    late = view.head >= last_day(view)
    words = discord(view, template("unrevealed"), values, until=view.last, counts=counts)
    yield Finding(
        key=f"elections/unrevealed/{view.occasion}",
        title=f"{counts['not_revealed']} not revealed (cycle {view.cycle})",
        why=f"{counts['without']}. "
        + (
            f"{view.size} with one {'is' if view.size == 1 else 'are'} needed, or nobody is elected."
            if fails
            else "That is enough for a council."
        ),
        level="alert" if fails and late else "task",
        audience="public",
        due=Due(what=WHAT["revealing"], block=view.last),
        evidence=(Evidence(says=f"{cast} votes cast, {revealed} revealed", source=election.record.source),),
        wanted=words if late and cast > revealed else (),
        needs=(CHAIN, QUERY_NODE),
    )


def thin_stake(view: View) -> Iterator[Finding]:
    """Say in the last day of voting that the stake cast is below half of what counted in past elections (exact median).

    They are the last ones that elected a council; before one of which the stake is not known none is looked at.
    """
    election = view.election
    if view.span.stage != "voting" or election is None or not last_day(view) <= view.head < view.last:
        return
    cast = stake_of(vote.fact.stake for vote in election.votes)
    past = _counted_lately(view)
    usual = median(past)
    if not election.votes_read or cast is None or len(past) < LEAST_ELECTIONS or usual is None or 2 * cast >= usual:
        return
    votes = len(election.votes)
    values = {
        **figures(view),
        "elections": count(len(past), "election"),
        "elections_count": str(len(past)),
        "median": joy_rounded(usual),
    }
    yield Finding(
        key=f"elections/thin-stake/{view.occasion}",
        title=f"Little stake has voted so far (cycle {view.cycle})",
        why=f"{joy(cast)} in {count(votes, 'vote')}; in the last {count(len(past), 'election')} that elected a council "
        f"{joy_rounded(usual)} counted in the middle.",
        audience="public",
        due=Due(what=WHAT["voting"], block=view.last),
        evidence=(Evidence(says=f"{count(votes, 'vote')} cast with {joy(cast)}", source=election.record.source),),
        wanted=discord(view, template("thin-stake"), values, until=view.last, counts={"cast": cast_with(votes, cast)}),
        needs=(CHAIN, QUERY_NODE),
    )


def _counted_lately(view: View) -> tuple[int, ...]:
    """Give the revealed stakes of the last elections that elected a council, newest first, up to one of which it is unknown."""
    seated = [one for one in view.elections if one.outcome == "elected" and one.record.fact.cycle is not None]
    newest_first = sorted(seated, key=lambda one: one.record.fact.cycle or 0, reverse=True)
    return tuple(
        stake for stake in takewhile(lambda stake: stake is not None, map(_counted, newest_first)) if stake is not None
    )


def _counted(election: LiveElection) -> int | None:
    """Give the revealed stake of an election; None where some of it is unknown."""
    if not election.candidacies_read:
        return None
    return stake_of(one.record.fact.vote_power for one in election.standing)
