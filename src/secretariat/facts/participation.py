"""Participation: what became of one council member in one voting round of a proposal, and the sum over all rounds."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from secretariat.facts.medians import median
from secretariat.facts.percentages import percent_of

NEEDED_BLOCKS = 14_400
"""A member who sat for this many last blocks of a voting round, a day of six-second blocks, could have voted in it."""

RATE_FROM = 5
"""A rate over fewer eligible votes says nothing about a member and is left empty."""

Ended = Literal["decided", "expired", "council-change", "canceled", "vetoed", "open"]
"""How a voting round ended. At a change of council the votes are reset and the next round of the proposal begins."""

State = Literal["voted", "missed", "closed-before-voting", "not-seated", "unknown"]

_ENDED_BY_OTHERS = ("decided", "canceled", "vetoed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote:
    """A member's vote of any kind; ``block`` is None where only the vote is known."""

    member: Hashable
    block: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SeatBlocks:
    """The first and the last block of a member's seat, both inside it.

    The last block of a seat still held is the newest block the source covers.
    """

    member: Hashable
    first_block: int
    last_block: int


@dataclass(frozen=True, kw_only=True, slots=True)
class VotingRound:
    """One voting round of a proposal, counted by ``number``: a proposal that outlives a council has several.

    Votes are possible from ``opened_block`` to the block before ``closed_block``. ``ended`` is None where no source
    says how. ``voters_stated`` tells whether the source states everyone who could vote and everyone who did.
    """

    proposal: Hashable
    number: int
    opened_block: int | None
    closed_block: int | None
    ended: Ended | None
    voters_stated: bool
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """Voting rounds by what became of one member in them; the five counts add up to the rounds given.

    ``voters_stated`` is False when a round in which the member voted does not say who else could: such a round proves a
    vote, but its source leaves out rounds and absences. ``response_blocks`` are in rising order. ``all_rounds`` says that
    these are proven to be all rounds of the member's time in office, so that none at all is 0 and not unknown.
    """

    voted: int
    missed: int
    closed_before_voting: int
    not_seated: int
    unknown: int
    voters_stated: bool
    response_blocks: tuple[int, ...]
    all_rounds: bool = False


def classify(member: Hashable, voting_round: VotingRound, seats: Iterable[SeatBlocks]) -> State:
    """Tell what became of a member in a voting round. Nothing becomes an absence that the sources do not prove.

    A vote counts whatever is known of seats. An absence counts only when the round ran out, by expiry or by a change of
    council, and the member sat for its last 14,400 blocks or for its whole length; whoever sat for less is not seated
    for it. A round that others ended is closed before voting: by their votes, and equally by its proposer who canceled
    it or by a veto, because its end did not wait for the member. A round still open is unknown to whoever sits and has
    not voted: the vote may still come. Contradicting blocks are unknown too.
    """
    for vote in voting_round.votes:
        if vote.member == member:
            return "voted"
    opened, closed, ended = voting_round.opened_block, voting_round.closed_block, voting_round.ended
    if not voting_round.voters_stated or opened is None or (closed is not None and closed < opened):
        return "unknown"
    own = [seat for seat in seats if seat.member == member]
    last = None if closed is None else max(opened, closed - 1)
    if not any(seat.last_block >= opened and (last is None or seat.first_block <= last) for seat in own):
        return "not-seated"
    if ended is None or ended == "open" or closed is None:
        return "unknown"
    if ended in _ENDED_BY_OTHERS or closed == opened:
        return "closed-before-voting"
    return "missed" if _sat_through(own, max(opened, closed - NEEDED_BLOCKS), closed - 1) else "not-seated"


def tally(member: Hashable, rounds: Iterable[VotingRound], seats: Iterable[SeatBlocks]) -> Tally:
    """Count the states of a member over voting rounds, each given once."""
    held = tuple(seats)
    given = tuple(rounds)
    states = [classify(member, voting_round, held) for voting_round in given]
    counts = Counter(states)
    voted_in = [voting_round for voting_round, state in zip(given, states, strict=True) if state == "voted"]
    taken = (_response_blocks(member, voting_round) for voting_round in voted_in)
    return Tally(
        voted=counts["voted"],
        missed=counts["missed"],
        closed_before_voting=counts["closed-before-voting"],
        not_seated=counts["not-seated"],
        unknown=counts["unknown"],
        voters_stated=all(voting_round.voters_stated for voting_round in voted_in),
        response_blocks=tuple(sorted(blocks for blocks in taken if blocks is not None)),
    )


def votes_eligible(counted: Tally) -> int | None:
    """Count the rounds in which the member voted or could have to the end; None unless that is known of every round."""
    return counted.voted + counted.missed if _is_known(counted) else None


def closed_before_voting(counted: Tally) -> int | None:
    """Count the rounds that others ended before the member voted; None unless that is known of every round."""
    return counted.closed_before_voting if _is_known(counted) else None


def vote_rate(counted: Tally) -> Decimal | None:
    """Give the votes in percent of the eligible ones, rounded to 0.01; None below five eligible votes."""
    eligible = votes_eligible(counted)
    return None if eligible is None or eligible < RATE_FROM else percent_of(counted.voted, eligible)


def response_blocks_median(counted: Tally) -> Decimal | None:
    """Give the exact median of blocks from the opening of a round to the vote, or None without a known vote block."""
    return median(counted.response_blocks)


def _is_known(counted: Tally) -> bool:
    """Tell whether the sources settle every round of the member: there is one, or it is proven that there is none."""
    sat = counted.voted + counted.missed + counted.closed_before_voting
    return (sat > 0 or counted.all_rounds) and counted.unknown == 0 and counted.voters_stated


def _sat_through(seats: list[SeatBlocks], first: int, last: int) -> bool:
    """Tell whether seats, one right after the other, cover all blocks from ``first`` to ``last``."""
    covered = first - 1
    for seat in sorted(seats, key=lambda seat: seat.first_block):
        if seat.first_block <= covered + 1:
            covered = max(covered, seat.last_block)
    return covered >= last


def _response_blocks(member: Hashable, voting_round: VotingRound) -> int | None:
    """Count the blocks to the member's first vote; a block before the round opened tells nothing."""
    opened = voting_round.opened_block
    if opened is None:
        return None
    voted_at = [vote.block for vote in voting_round.votes if vote.member == member and vote.block is not None]
    return min((block - opened for block in voted_at if block >= opened), default=None)
