"""Votes: a proposal that a council votes on, with the last block that counts, who has voted, and what can still come."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from secretariat.desk.steps import Step, reminder_steps
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_stages import StateWrong
from secretariat.facts.council_state import OpenProposal
from secretariat.facts.election_ways import Branch
from secretariat.facts.proposal_outcomes import ENDINGS, Ending, Tally, VotingRule, decided, still_possible, voting_rule
from secretariat.facts.proposal_ways import check_proposal, last_vote_block
from secretariat.facts.records import Stated
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.stored_state import open_proposal

CREATED = "created"
"""The name of the step that is reached when the vote begins."""

TITLE_WAITS = 150
"""So many blocks (15 minutes at six seconds) words wait for the query node to know a new proposal's title."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vote:
    """A proposal being voted on, as of the finalised head.

    ``seats`` are the council's members. ``elections`` has the block of the next election on each branch that comes to one.
    ``told`` is what the query node says of the proposal; None where it does not know it yet.
    """

    record: Stated[StoredProposal]
    told: Stated[Proposal] | None
    open: OpenProposal
    seats: frozenset[int]
    elections: Mapping[Branch, int]
    head: int

    @property
    def number(self) -> int:
        """Give the proposal's number."""
        return self.open.number

    @property
    def occasion(self) -> str:
        """Tell this vote from the same proposal's vote by another council, in the subject of a key."""
        return f"{self.number}/{self.open.activated_at}"

    @property
    def waits_for_title(self) -> bool:
        """Tell whether it is so new that the query node will still come to know it: until then no words are wanted."""
        return self.told is None and self.head < self.open.activated_at + TITLE_WAITS

    @property
    def expires(self) -> int:
        """Give the block in which the voting period ends."""
        return self.open.activated_at + self.open.voting_period

    @property
    def election(self) -> int:
        """Give the block of the earliest election that can be."""
        return min(self.elections.values())

    @property
    def before_change(self) -> bool:
        """Tell whether the next council may come before the voting period ends."""
        return self.expires >= self.election

    @property
    def last(self) -> int:
        """Give the last block in which a vote counts however the election goes."""
        return last_vote_block(self.open, self.open.activated_at, self.election)

    @property
    def later(self) -> int | None:
        """Give the last block in which a vote counts if the earliest election begins anew, however it does; None where that changes nothing."""
        anew = min((one for one in self.elections.values() if one > self.election), default=self.election)
        found = last_vote_block(self.open, self.open.activated_at, anew)
        return found if found > self.last else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Give the steps at which something is said: when the vote begins, then the reminders of its period."""
        whole = self.last - self.open.activated_at
        reminders = reminder_steps(self.open.voting_period)
        return (Step(name=CREATED, before=max(whole, 0)), *(step for step in reminders if step.before < whole))

    @property
    def rule(self) -> VotingRule | None:
        """Give quorums and thresholds; None where one is unknown."""
        fact = self.record.fact
        return voting_rule(fact.approval_quorum, fact.approval_threshold, fact.slashing_quorum, fact.slashing_threshold)

    @property
    def tally(self) -> Tally | None:
        """Give the votes of this round as the engine counts them; None where a figure is unknown."""
        fact = self.record.fact
        if fact.approvals is None or fact.rejections is None or fact.slashes is None or fact.abstentions is None:
            return None
        return Tally(
            approvals=fact.approvals, rejections=fact.rejections, slashes=fact.slashes, abstentions=fact.abstentions
        )

    @property
    def missing(self) -> tuple[int, ...] | None:
        """Give the members who have not voted, by id; None where the votes are not all known by whom."""
        voters = [one.member_id for one in self.record.fact.votes]
        known = {voter for voter in voters if voter is not None}
        if self.tally is None or not self.seats or None in voters or len(known) != self.tally.cast:
            return None
        return tuple(sorted(self.seats - known))

    @property
    def outcomes(self) -> tuple[Ending, ...] | None:
        """Give what can still come, on every branch of the election; None where parameters, votes or seats are unknown."""
        rule, tally = self.rule, self.tally
        if rule is None or tally is None or not self.seats:
            return None
        found = {ending for election in self._changes for ending in self._outcomes_before(election, rule, tally)}
        return tuple(ending for ending in ENDINGS if ending in found)

    @property
    def _changes(self) -> Iterator[int]:
        """Give the blocks in which the council may change; where an election may fail, the one after it may too, until votes are over."""
        yield from self.elections.values()
        if self.elections.keys() != {"council-elected"}:
            yield self.expires + 1

    def _outcomes_before(self, election: int, rule: VotingRule, tally: Tally) -> tuple[Ending, ...]:
        """Give what can still come if the council changes in a block, which rejects before the votes of the block before it are counted."""
        if self.head + 1 == election:
            return ("rejected",)
        undecided: Ending = "rejected" if self.expires >= election else "expired"
        counts = self.head < last_vote_block(self.open, self.open.activated_at, election)
        return still_possible(rule, tally, len(self.seats), undecided=frozenset({undecided}), votes_count=counts)

    @property
    def is_decided(self) -> bool:
        """Tell whether the next block's count decides it, before any further vote; no votes are counted in a block that changes the council."""
        if self.rule is None or self.tally is None or not self.seats or self.head + 1 == self.election:
            return False
        return decided(self.rule, self.tally, len(self.seats)) is not None

    @property
    def can_be_voted_on(self) -> bool:
        """Tell whether a vote in a block to come counts however the election goes."""
        return self.head < self.last and not self.is_decided


def votes_of(
    stored: Iterable[Stated[StoredProposal]],
    told: Mapping[int, Stated[Proposal]],
    seats: frozenset[int],
    elections: Mapping[Branch, int],
    head: int,
) -> tuple[tuple[Vote, ...], tuple[int, ...]]:
    """Give what is being voted on at a head, by number, and the numbers of the proposals that cannot be followed.

    These are proposals of which status, start or periods are unknown, or that cannot be in storage as they are.
    """
    votes, unread = [], []
    for record in sorted(stored, key=lambda one: one.fact.number):
        found = _readable(record.fact, head)
        if found is None:
            unread.append(record.fact.number)
        elif found.status == "active":
            votes.append(
                Vote(
                    record=record,
                    told=told.get(found.number),
                    open=found,
                    seats=seats,
                    elections=elections,
                    head=head,
                )
            )
    return tuple(votes), tuple(unread)


def _readable(stored: StoredProposal, head: int) -> OpenProposal | None:
    """Give a proposal as votes need it; None where it is not known enough, or cannot be in storage as it is."""
    found = open_proposal(stored)
    try:
        if found is not None:
            check_proposal(found, head, "proposal")
    except StateWrong:
        return None
    return found
