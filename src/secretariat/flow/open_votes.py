"""The proposals that are not finished, as a page shows them: where each stands, until when a vote counts, who has not voted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secretariat.desk.quoting import plain_line
from secretariat.desk.times import left_words, time_words
from secretariat.duties.proposals import DUTY
from secretariat.duties.proposals.saying import either
from secretariat.duties.proposals.settings import Settings
from secretariat.duties.proposals.view import View, view_of
from secretariat.duties.proposals.vote import Vote
from secretariat.facts.memberships import handles_of
from secretariat.facts.now import Now
from secretariat.facts.proposal_types import type_words
from secretariat.facts.records import CHAIN
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.flow.conclude import facts_of, silent_sources
from secretariat.flow.context import Context
from secretariat.flow.review import desk_now
from secretariat.store.engine import reading


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenVote:
    """One proposal being voted on, in words. ``not_voted`` is None where the votes are not known, or the chain was read too long ago.

    ``votes`` counts those of this round by kind; empty where they are unknown. ``later`` says on which branch votes count for longer.
    """

    number: int
    type: str
    title: str
    proposer: str
    possible: str
    last_block: int
    last_time: str
    left: str
    later: str
    votes: Mapping[str, int]
    seats: int
    not_voted: tuple[str, ...] | None
    passed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Waits:
    """One proposal that is approved and waits, with what for in words."""

    number: int
    type: str
    title: str
    proposer: str
    what: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenProposals:
    """What is being voted on, next end first, what waits, and why nothing is said about who has voted (empty where it is)."""

    now: Now
    votes: tuple[OpenVote, ...]
    waiting: tuple[Waits, ...]
    silent: str


def open_proposals(context: Context) -> OpenProposals:
    """Give the proposals in the chain's storage as it was read last. Raises Unclear where its facts do not tell enough."""
    with reading(context.engine) as connection:
        now = desk_now(context, connection)
        silent = silent_sources(context, connection).get(CHAIN, "")
        snapshot = facts_of(connection, DUTY)
    view = view_of(snapshot, now, context.config.settings.get(DUTY.name, Settings()))
    votes = sorted(view.votes, key=lambda vote: (vote.last, vote.number))
    return OpenProposals(
        now=now,
        votes=tuple(_vote(view, vote, tell=not silent) for vote in votes),
        waiting=tuple(_waiting(view)),
        silent=silent,
    )


def _named(view: View, stored: StoredProposal) -> dict[str, str]:
    told = view.told.get(stored.number)
    fact = told.fact if told else None
    return {
        "type": type_words(fact.type if fact else None),
        "title": plain_line(fact.title) if fact and fact.title else "",
        "proposer": _member(view, stored.proposer_id),
    }


def _member(view: View, member: int | None) -> str:
    handle = handles_of(view.snapshot).get(member) if member is not None else None
    return plain_line(handle) if handle else f"member {member}" if member is not None else ""


def _vote(view: View, vote: Vote, *, tell: bool) -> OpenVote:
    tally, missing = vote.tally, vote.missing
    counted = (
        {}
        if tally is None
        else {
            "approve": tally.approvals,
            "reject": tally.rejections,
            "slash": tally.slashes,
            "abstain": tally.abstentions,
        }
    )
    return OpenVote(
        number=vote.number,
        **_named(view, vote.record.fact),
        possible=either(vote.outcomes) if vote.outcomes else "",
        last_block=vote.last,
        last_time=time_words(view.now, vote.last),
        left=left_words(view.now, vote.last),
        later="" if vote.later is None else f"{vote.later:,}",
        votes=counted,
        seats=len(vote.seats),
        not_voted=tuple(_member(view, one) for one in missing) if tell and missing is not None else None,
        passed=view.block >= vote.last,
    )


def _waiting(view: View) -> Iterator[Waits]:
    for record in view.waiting:
        fact = record.fact
        if fact.status == "pending-execution":
            block = max((fact.approved_at or 0) + (fact.grace_period or 0), fact.exact_execution_block or 0)
            what = f"Approved; it is carried out in block {block:,} ({time_words(view.now, block)})."
        else:
            election = min(view.elections.values())
            what = (
                f"Approved by {fact.council_confirmations} of {fact.constitutionality} councils in a row; the next council votes on it, "
                f"from block {election:,} on at the earliest ({time_words(view.now, election)})."
            )
        yield Waits(number=fact.number, **_named(view, fact), what=what)
