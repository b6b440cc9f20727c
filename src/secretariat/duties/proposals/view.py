"""What the duty sees: the proposals in the chain's storage at the finalised head, and what the query node says of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.desk.rules import NOT_READ, Unclear
from secretariat.desk.votes import Vote, votes_of
from secretariat.duties.proposals.settings import Settings
from secretariat.facts.chain_head import RuntimeConstant, whole_number
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_stages import StateWrong
from secretariat.facts.election_ways import Branch
from secretariat.facts.elections_ahead import elections_ahead
from secretariat.facts.now import Now
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredCouncil, StoredSeat
from secretariat.facts.stored_proposals import StoredProposal


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The proposals at one moment.

    ``votes`` are those being voted on, by number. ``unread`` are the numbers of proposals of which status, start or periods are
    unknown, or that cannot be in storage as they are. ``elections`` has each branch's next election.
    """

    snapshot: Snapshot
    now: Now
    settings: Settings
    head: int
    stored: Stated[StoredCouncil]
    seats: tuple[Stated[StoredSeat], ...]
    elections: Mapping[Branch, int]
    votes: tuple[Vote, ...]
    told: Mapping[int, Stated[Proposal]]
    unread: tuple[int, ...]

    @property
    def block(self) -> int:
        """Give the block at council time: the head carried forward."""
        return max(self.head, self.now.block or self.head)

    @property
    def voting(self) -> tuple[Vote, ...]:
        """Give the votes in which somebody can still do something."""
        return tuple(vote for vote in self.votes if vote.can_be_voted_on)

    @property
    def waiting(self) -> tuple[Stated[StoredProposal], ...]:
        """Give the proposals that are approved and wait for their execution or the next council, by number."""
        readable = (one for one in self.snapshot.of(StoredProposal) if one.fact.number not in self.unread)
        return tuple(sorted((one for one in readable if one.fact.status != "active"), key=lambda one: one.fact.number))

    def number(self, constant: str) -> int | None:
        """Give a constant of the runtime in force that is a whole number; None where it is unknown."""
        for one in self.snapshot.of(RuntimeConstant):
            if one.fact.name == constant and one.fact.spec_version == self.now.spec_version:
                return whole_number(one.fact)
        return None


def view_of(snapshot: Snapshot, now: Now, settings: Settings) -> View:
    """Put the facts together. Raises Unclear when they do not say until when votes count."""
    stored = next(iter(snapshot.of(StoredCouncil)), None)
    if now.head is None or now.pace is None or now.spec_version is None or stored is None:
        raise Unclear(NOT_READ)
    try:
        elections = elections_ahead(snapshot, stored.fact, pace=now.pace, spec_version=now.spec_version)
    except StateWrong as error:
        raise Unclear(f"{error}. Run `secretariat sync`; `secretariat status` says what is behind.") from error
    seats = snapshot.of(StoredSeat)
    told = {one.fact.number: one for one in snapshot.of(Proposal) if one.fact.number is not None}
    members = frozenset(one.fact.member_id for one in seats)
    votes, unread = votes_of(snapshot.of(StoredProposal), told, members, elections, now.head)
    return View(
        snapshot=snapshot,
        now=now,
        settings=settings,
        head=now.head,
        stored=stored,
        seats=seats,
        elections=elections,
        votes=votes,
        told=told,
        unread=unread,
    )
