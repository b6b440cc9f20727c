"""Rules about one vote: until when it goes and what can still come, notice and reminders, a council change before its end (B10)."""

from collections.abc import Iterator
from dataclasses import replace

from secretariat.desk.filling import fill
from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.steps import DAY_BLOCKS, Reached, is_old, reached
from secretariat.desk.votes import CREATED, Vote
from secretariat.duties.proposals.saying import counts, fee, outcomes, proposal_figures, vote_figures
from secretariat.duties.proposals.texts import template
from secretariat.duties.proposals.view import View
from secretariat.duties.proposals.wanting import to_council, to_everybody
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.records import CHAIN, QUERY_NODE

TOLD_FOR = DAY_BLOCKS
"""So many blocks after a council change it still makes sense to tell what was lost by it."""

REJECTION_FEE, CANCELLATION_FEE = "ProposalsEngine.RejectionFee", "ProposalsEngine.CancellationFee"

WHAT = "the last block in which a vote counts"


def votes(view: View) -> Iterator[Finding]:
    """Conclude each vote in which somebody can still vote: counts and what can still come, never who (row B10)."""
    for vote in view.voting:
        at = reached(vote.steps, vote.last, view.head)
        begins = at is not None and at.step.name == CREATED and not vote.waits_for_title
        yield Finding(
            key=f"proposals/vote/{vote.occasion}",
            title=f"Proposal {vote.number} is being voted on",
            why=f"{counts(vote)} {outcomes(vote)}{_branch(vote)}",
            audience="public",
            due=Due(what=WHAT, block=vote.last),
            evidence=_stored(vote),
            wanted=to_everybody(view, template("open"), vote_figures(view, vote), until=at.until)
            if at is not None and begins
            else (),
            needs=(CHAIN,),
        )


def _branch(vote: Vote) -> str:
    """Say on which branch votes count for longer."""
    if vote.later is None:
        return ""
    return (
        f" A new council may take office in block {vote.election:,}; if that election begins anew, a vote counts until block "
        f"{vote.later:,}."
    )


def _stored(vote: Vote) -> tuple[Evidence, ...]:
    says = f"voting began in block {vote.open.activated_at:,} and ends in block {vote.expires:,}"
    return (Evidence(says=says, source=vote.record.source),)


def reminders(view: View) -> Iterator[Finding]:
    """Give notice of a vote and remind of its end where digests do not do it: somebody is not reached, or the facts are old.

    It rests on the stored periods alone and says nothing about who has voted, so it needs no fresh source.
    """
    old = is_old(view.head, view.block)
    for vote in view.votes:
        block = view.block if old else view.head
        at = reached(vote.steps, vote.last, block) if block < vote.last and not vote.is_decided else None
        if at is None:
            continue
        since = old and at.block > view.head
        if since or _somebody_is_not_reached(view, vote):
            yield _reminder(view, vote, at, old=old)
            if at.step.name != CREATED and vote.before_change:
                yield _notice(vote)


def _somebody_is_not_reached(view: View, vote: Vote) -> bool:
    return vote.missing is None or not all(view.settings.reaches(member) for member in vote.missing)


def _notice(vote: Vote) -> Finding:
    """Give the notice of a vote, without words.

    It stands past its step while a council change is ahead: where that comes to nothing the vote goes on to its later end, and whoever was
    told that it began is not told again.
    """
    return Finding(
        key=f"proposals/notice/{vote.occasion}",
        title=f"Give notice of the vote on proposal {vote.number}",
        why="A vote has begun.",
        audience="public",
        due=Due(what=WHAT, block=vote.last),
        evidence=_stored(vote),
    )


def _reminder(view: View, vote: Vote, at: Reached, *, old: bool) -> Finding:
    begins = at.step.name == CREATED
    values = {**vote_figures(view, vote), "age": fill(template("age"), {"head": f"{view.head:,}"}) if old else ""}
    words = template("open" if begins else "reminder")
    wanted = () if vote.waits_for_title else to_council(view, words, values, until=min(at.until, vote.last))
    if begins:
        return replace(_notice(vote), wanted=wanted)
    return Finding(
        key=f"proposals/reminder/{vote.number}/{vote.last}-{at.step.name}",
        title=f"Remind of the end of the vote on proposal {vote.number} ({at.step.before:,} blocks before)",
        why=f"{at.step.before:,} blocks before {WHAT}.",
        audience="public",
        due=Due(what=WHAT, block=vote.last),
        evidence=_stored(vote),
        wanted=wanted,
    )


def council_change(view: View) -> Iterator[Finding]:
    """Warn where a council change may come before the voting period ends: who can do what until which block."""
    for vote in view.voting:
        if not vote.before_change:
            continue
        values = {
            **vote_figures(view, vote),
            "fee": fee(view.number(REJECTION_FEE)),
            "cancel": fee(view.number(CANCELLATION_FEE)),
        }
        yield Finding(
            key=f"proposals/council-change/{vote.number}/{vote.election}",
            title=f"Proposal {vote.number} is lost if it is not decided before the council changes in block {vote.election:,}",
            why=f"Its voting period ends in block {vote.expires:,}. A vote counts until block {vote.last:,}. {counts(vote)} {outcomes(vote)}",
            level="alert" if view.head >= vote.last - DAY_BLOCKS else "task",
            audience="public",
            due=Due(what=WHAT, block=vote.last),
            evidence=(*_stored(vote), Evidence(says="the election under way, as stored", source=view.stored.source)),
            wanted=to_council(view, template("council-change"), values, until=vote.last),
            needs=(CHAIN,),
        )


def lost(view: View) -> Iterator[Finding]:
    """Tell what a council change rejected: every decision of that block is its own, for it comes before the count of votes."""
    changes = {
        one.fact.elected_block: one
        for one in view.snapshot.of(ElectedCouncil)
        if one.fact.elected_block and view.head < one.fact.elected_block + TOLD_FOR
    }
    for number, told in sorted(view.told.items()):
        block = told.fact.status_block
        if told.fact.status != "rejected" or block not in changes:
            continue
        values = {
            **proposal_figures(view, number),
            "election": f"{block:,}",
            "fee": fee(view.number(REJECTION_FEE)),
        }
        until = (block or 0) + TOLD_FOR - 1
        yield Finding(
            key=f"proposals/lost/{number}/{block}",
            title=f"Tell that proposal {number} was rejected by the change of councils",
            why=f"It was not decided when the new council took office in block {block:,}.",
            audience="public",
            due=Due(what="a day after the election", block=until),
            evidence=(
                Evidence(says=f"rejected in block {block:,}", source=told.source),
                Evidence(says=f"a council took office in block {block:,}", source=changes[block].source),
            ),
            wanted=(
                *to_council(view, template("lost"), values, until=until),
                *to_everybody(view, template("lost"), values, until=until),
            ),
            needs=(CHAIN, QUERY_NODE),
        )
