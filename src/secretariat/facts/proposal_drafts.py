"""A proposal as somebody means to file it: what a file says of it, before the chain has seen any of it."""

from dataclasses import dataclass

from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment
from secretariat.facts.proposal_types import ProposalType


@dataclass(frozen=True, kw_only=True, slots=True)
class By:
    """By when something must have happened: a block, or a date in UTC whose whole day counts. One of the two is given."""

    block: int | None = None
    date: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Payee:
    """Who is to be paid: an address as it was written, the amount in base units, and whose account it is said to be."""

    account: str
    amount: Amount | None = None
    member_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestone:
    """What is delivered, and by when."""

    what: str
    by: By | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalDraft:
    """A proposal before it is filed. What a file does not say is None or empty; addresses are as they were written.

    ``rationale`` has no place of its own on the chain: it is filed as the end of the description. ``deadline`` is by when it must be
    carried out to be of use. ``group`` is the query node's word; ``lead``, ``opening`` and ``application`` are numbers in it.
    ``amount`` is what the type asks for, below 0 where a group gives back; ``figure`` the whole number that it sets, ``text`` that
    of a Signal or of the constitution.
    """

    type: ProposalType
    title: str
    description: str
    rationale: str = ""
    member_id: int | None = None
    staking_account: str | None = None
    exact_execution_block: int | None = None
    deadline: By | None = None
    payees: tuple[Payee, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    group: str | None = None
    lead: int | None = None
    opening: int | None = None
    application: int | None = None
    proposal: int | None = None
    amount: Amount | None = None
    figure: int | None = None
    text: str | None = None

    @property
    def filed_description(self) -> str:
        """Give the description as it is filed: with the rationale as its last paragraphs."""
        return f"{self.description}\n\n{self.rationale}" if self.rationale else self.description

    @property
    def members(self) -> frozenset[int]:
        """Give the members that it names."""
        named = [self.member_id, *(payee.member_id for payee in self.payees)]
        return frozenset(member for member in named if member is not None)
