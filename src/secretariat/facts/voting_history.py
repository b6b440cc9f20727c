"""Voting rounds of the main network's proposals, from their status history, votes and decisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from secretariat.facts.chain_proposals import Proposal, ProposalDecision, ProposalStatusChange, ProposalVote
from secretariat.facts.council_terms import CouncilTerm, starts_of_terms
from secretariat.facts.empty_lists import was_read
from secretariat.facts.participation import Ended, SeatBlocks, Vote, VotingRound
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot, once

DECIDING = "deciding"

_ENDED: Mapping[str, Ended] = {
    "gracing": "decided",
    "dormant": "decided",
    "rejected": "decided",
    "slashed": "decided",
    "expired": "expired",
    "cancelled": "canceled",
    "canceled-by-runtime": "canceled",
    "vetoed": "vetoed",
}
"""How a decision ends a voting round. Whatever the runtime cancels did not wait for a member either."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundHistory:
    """One voting round of one proposal with its votes. ``number`` counts from 1 the councils that vote on it.

    ``closed_block`` is the block of the decision that ended it, ``decision`` that decision's word. ``whole`` tells
    whether everything that happened in the round is known, so that a missing vote is an absence.
    """

    proposal: int
    number: int
    opened_block: int | None
    closed_block: int | None
    ended: Ended | None
    decision: str | None
    votes: tuple[Stated[ProposalVote], ...]
    whole: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalHistory:
    """One proposal with its voting rounds, and all votes, also those whose round cannot be told.

    ``rounds_known`` tells whether every opening of a round is there: without the changes of status a later one is not.
    """

    record: Stated[Proposal]
    number: int
    rounds: tuple[RoundHistory, ...]
    votes: tuple[Stated[ProposalVote], ...]
    decisions: tuple[tuple[int, str], ...]
    rounds_known: bool = True

    @property
    def votes_told(self) -> bool:
        """Tell whether it is known of every vote who cast it in which round."""
        return all(_told(vote) for vote in self.votes)


@once
def histories(snapshot: Snapshot) -> tuple[ProposalHistory, ...]:
    """Give the history of every proposal, in the order of numbers. A number that two rows have counts once.

    A round opens with the creation, and again each time the proposal is put to a later council. It ends with the first
    decision after that. A rejection in the very block in which a council was elected is the change of council: the
    chain rejects all open proposals in it. Without any vote, and without the proof that there is none, votes were not read, and nobody's absence is known;
    likewise in a round that votes decided and of which none is there. A round whose opening is not told has no blocks.
    Where the changes of status were not read no round is known whole, and where the block of an election is not known a
    rejection may have been the change of council.
    """
    elected = frozenset(starts) if (starts := starts_of_terms(snapshot)) is not None else None
    changes = _by_proposal(snapshot.of(ProposalStatusChange))
    decisions = _by_proposal(snapshot.of(ProposalDecision))
    votes = _by_proposal(snapshot.of(ProposalVote))
    read = was_read(snapshot, ProposalVote, "proposal-votes")
    opened = was_read(snapshot, ProposalStatusChange, "proposal-status-changes")
    found: dict[int, ProposalHistory] = {}
    for record in snapshot.of(Proposal):
        number = record.fact.number
        if number is not None and number not in found:
            events = _events(record.fact, changes.get(number, ()), decisions.get(number, ()))
            own = tuple(votes.get(number, ()))
            events = replace(events, whole=events.whole and read and opened and all(_told(vote) for vote in own))
            found[number] = replace(_history(record, number, events, own, elected), rounds_known=opened)
    return tuple(found[number] for number in sorted(found))


def voting_rounds(found: Iterable[ProposalHistory]) -> tuple[VotingRound, ...]:
    """Give the rounds that have ended as participation counts them; who sits may still vote in an open one.

    Votes are those whose voter is known; a round with a vote of an unknown voter says of nobody else whether he voted.
    """
    return tuple(
        VotingRound(
            proposal=one.proposal,
            number=one.number,
            opened_block=one.opened_block,
            closed_block=one.closed_block,
            ended=one.ended,
            voters_stated=one.whole,
            votes=tuple(
                Vote(member=vote.fact.voter_id, block=vote.fact.block)
                for vote in one.votes
                if vote.fact.voter_id is not None
            ),
        )
        for history in found
        for one in history.rounds
        if one.ended != "open"
    )


def seat_blocks(terms: Iterable[CouncilTerm], covered: int | None) -> tuple[SeatBlocks, ...]:
    """Give the blocks of every seat; a seat still held reaches to the newest block the source is known to cover."""
    blocks = []
    for term in terms:
        last = term.end_block if not term.sitting else covered
        if term.start_block is None or last is None or last < term.start_block:
            continue
        blocks += [
            SeatBlocks(member=seat.fact.member_id, first_block=term.start_block, last_block=last)
            for seat in term.seats
            if seat.fact.member_id is not None
        ]
    return tuple(blocks)


_Event = tuple[int, str]
"""The block at which a status began, and the status."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Events:
    opened: tuple[int, ...]
    decided: tuple[_Event, ...]
    deciding: bool
    whole: bool


def _events(
    fact: Proposal, changes: Sequence[Stated[ProposalStatusChange]], decisions: Sequence[Stated[ProposalDecision]]
) -> _Events:
    """Gather when rounds opened and what was decided, each once; the present status fills in what no event tells."""
    every = [(one.fact.block, one.fact.status) for one in changes]
    every += [(one.fact.block, one.fact.status) for one in decisions]
    known = [(block, status) for block, status in every if block is not None and status is not None]
    if fact.status_block is not None and fact.status in (DECIDING, *_ENDED):
        known.append((fact.status_block, fact.status))
    opened = {block for block, status in known if status == DECIDING}
    if fact.created_block is not None:
        opened.add(fact.created_block)
    decided = {(block, status) for block, status in known if status in _ENDED}
    whole = len(known) >= len(every) and fact.created_block is not None and fact.status is not None
    return _Events(
        opened=tuple(sorted(opened)),
        decided=tuple(sorted(decided)),
        deciding=fact.status == DECIDING,
        whole=whole,
    )


def _history(
    record: Stated[Proposal],
    number: int,
    events: _Events,
    votes: tuple[Stated[ProposalVote], ...],
    elected: frozenset[int] | None,
) -> ProposalHistory:
    rounds = [
        _round(number, place + 1, events, _votes_of(votes, place + 1), elected) for place in range(len(events.opened))
    ]
    named = {vote.fact.round for vote in votes if vote.fact.round is not None}
    beyond = sorted({number for number in named if number > len(rounds)}) or ([] if rounds else [1])
    rounds += [
        RoundHistory(
            proposal=number,
            number=later,
            opened_block=None,
            closed_block=None,
            ended=None,
            decision=None,
            votes=_votes_of(votes, later),
            whole=False,
        )
        for later in beyond
    ]
    return ProposalHistory(record=record, number=number, rounds=tuple(rounds), votes=votes, decisions=events.decided)


def _round(
    proposal: int,
    number: int,
    events: _Events,
    votes: tuple[Stated[ProposalVote], ...],
    elected: frozenset[int] | None,
) -> RoundHistory:
    """Make one round: it ends with the first decision from its opening on, and before the next opening."""
    opened = events.opened[number - 1]
    reopened = events.opened[number] if number < len(events.opened) else None
    decision = next(
        (
            (block, word)
            for block, word in events.decided
            if block >= opened and (reopened is None or block <= reopened)
        ),
        None,
    )
    ended: Ended | None = None
    if decision is not None:
        ended = _ended_by(*decision, elected)
    elif reopened is None and events.deciding:
        ended = "open"
    return RoundHistory(
        proposal=proposal,
        number=number,
        opened_block=opened,
        closed_block=decision[0] if decision else None,
        ended=ended,
        decision=decision[1] if decision else None,
        votes=votes,
        whole=events.whole and not (ended == "decided" and not votes),
    )


def _ended_by(block: int, word: str, elected: frozenset[int] | None) -> Ended | None:
    """Tell what a decision was; None for a rejection where not every block of an election is known."""
    if word == "rejected" and elected is None:
        return None
    return "council-change" if word == "rejected" and block in (elected or ()) else _ENDED[word]


def _votes_of(votes: Iterable[Stated[ProposalVote]], number: int) -> tuple[Stated[ProposalVote], ...]:
    return tuple(vote for vote in votes if vote.fact.round == number)


def _told(vote: Stated[ProposalVote]) -> bool:
    """Tell whether it is known who cast a vote in which round."""
    return vote.fact.voter_id is not None and vote.fact.round is not None and vote.fact.round >= 1


def _by_proposal(records: Iterable[Stated]) -> dict[int, list[Stated]]:  # type: ignore[type-arg]
    found: dict[int, list[Stated]] = {}  # type: ignore[type-arg]
    for record in records:
        if record.fact.proposal is not None:
            found.setdefault(record.fact.proposal, []).append(record)
    return found
