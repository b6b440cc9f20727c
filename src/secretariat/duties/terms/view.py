"""What the duty sees: the council in office, the one before it, and the elections ahead."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from secretariat.desk.rules import NOT_READ, Unclear
from secretariat.duties.terms.settings import Settings
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_in_office import SYNC, NotKnown, council_in_office
from secretariat.facts.council_stages import StateWrong
from secretariat.facts.council_terms import CouncilTerm, council_terms
from secretariat.facts.councils_elected import seated_before
from secretariat.facts.electing_secretary import why_not_electing
from secretariat.facts.election_ways import Branch
from secretariat.facts.elections_ahead import elections_ahead, nearest_that_failed
from secretariat.facts.memberships import Membership
from secretariat.facts.now import Now
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated
from secretariat.facts.schedule import StageSpan
from secretariat.facts.secretary_decisions import ElectingProposal, NotWilling, Willing
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.willing import willing_of

D = TypeVar("D")


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The term at one moment.

    ``council`` is the number of the council in office, 0 before the first election, and ``first`` the first block of its term.
    ``terms`` are those of all councils that the query node tells, by number. ``elections`` has each branch's next election, ``nearest`` how many blocks away one
    was when it failed in this term, the nearest of several; None where none failed. ``is_proven`` tells whether ``council`` and ``first`` are
    right however far behind the query node is. ``members`` are the ids of those whose membership is known.
    """

    snapshot: Snapshot
    now: Now
    settings: Settings
    stored: Stated[StoredCouncil]
    head: int
    span: StageSpan
    council: int
    first: int
    terms: Mapping[int, CouncilTerm]
    elections: Mapping[Branch, int]
    nearest: int | None
    is_proven: bool
    members: frozenset[int]

    @property
    def in_known_thread(self) -> tuple[str, ...]:
        """Name the sources that words about this term in a thread that is known rest on: the query node only where the term itself does."""
        return (CHAIN,) if self.is_proven else (CHAIN, QUERY_NODE)

    @property
    def before(self) -> CouncilTerm | None:
        """Give the term of the council before; None where it is not known."""
        return self.terms.get(self.council - 1)

    @property
    def block(self) -> int:
        """Give the block at council time: the head carried forward."""
        return max(self.head, self.now.block or self.head)

    @property
    def earliest(self) -> int:
        """Give the block of the earliest election that can be: the first block of the next council, if it succeeds."""
        return min(self.elections.values())

    @property
    def was_near(self) -> bool:
        """Tell whether the earliest election is so near that the term's end is prepared, or was once in this term.

        An election that begins anew moves it away, and ends nothing that has begun.
        """
        before = self.settings.summaries_before
        near = self.head >= self.earliest - before or (self.nearest is not None and self.nearest <= before)
        return bool(self.council) and near

    @property
    def seed(self) -> str:
        """Give the seed of the order in which those who are willing to serve stand; empty without a genesis."""
        return "" if self.now.genesis is None else f"{self.now.genesis.lower()}/secretary-{self.council}"

    @property
    def willing(self) -> tuple[Willing, ...]:
        """Give who is willing to serve in this term, by member id: those whose membership, and whose deputy's, is known."""
        return tuple(one for one in self.noted_willing if not self.unknown_of(one))

    @property
    def noted_willing(self) -> tuple[Willing, ...]:
        """Give who is noted as willing to serve in this term, by member id, known or not."""
        noted: list[Willing | NotWilling] = [*self.decided(Willing), *self.decided(NotWilling)]
        noted.sort(key=lambda one: one.taken.seq)
        return willing_of(noted, self.council)

    def unknown_of(self, one: Willing) -> tuple[int, ...]:
        """Name the members of an entry of whom no membership is known: what names them is said nowhere outside."""
        named = (one.member_id, one.deputy_id)
        return tuple(member for member in named if member is not None and member not in self.members)

    @property
    def noted(self) -> Mapping[int, ElectingProposal]:
        """Give what was noted last of each proposal that was looked at for this term, by its number.

        That one elects the secretary which cannot (an earlier version took any) counts for nothing.
        """
        noted = {one.proposal: one for one in self.decided(ElectingProposal) if one.council == self.council}
        facts: list[Proposal | StoredProposal] = [one.fact for one in self.snapshot.of(Proposal)]
        facts += [one.fact for one in self.snapshot.of(StoredProposal)]
        wrong = {fact.number for fact in facts if fact.number in noted and why_not_electing(fact, self.first)}
        return {number: one for number, one in noted.items() if not (one.elects and number in wrong)}

    def decided(self, kind: type[D]) -> list[D]:
        """Give people's decisions of a kind, oldest first."""
        found = sorted(self.snapshot.of(kind), key=lambda one: one.line)
        return [one.fact for one in found]


def view_of(snapshot: Snapshot, now: Now, settings: Settings) -> View:
    """Put the facts together. Raises Unclear when they do not say which council is in office since when."""
    try:
        office, span = council_in_office(snapshot, now.head)
        stored = next(iter(snapshot.of(StoredCouncil)), None)
        if now.head is None or now.pace is None or now.spec_version is None or stored is None:
            raise Unclear(NOT_READ)
        elections = elections_ahead(snapshot, stored.fact, pace=now.pace, spec_version=now.spec_version)
        terms = {one.term: one for one in council_terms(snapshot)}
        nearest = nearest_that_failed(
            snapshot,
            stored.fact,
            began=office.first,
            elected_in=_elected_in(terms.get(office.number)),
            spec_version=now.spec_version,
        )
    except StateWrong as error:
        raise Unclear(f"{error}. {SYNC}") from error
    except NotKnown as error:
        raise Unclear(str(error)) from error
    return View(
        snapshot=snapshot,
        now=now,
        settings=settings,
        stored=stored,
        head=now.head,
        span=span,
        council=office.number,
        first=office.first,
        terms=terms,
        elections=elections,
        nearest=nearest,
        is_proven=stored.fact.cycle is not None and seated_before(snapshot, span, stored.fact.cycle) is not None,
        members=frozenset(each.fact.member_id for each in snapshot.of(Membership) if each.fact.member_id is not None),
    )


def _elected_in(term: CouncilTerm | None) -> int | None:
    """Give the election cycle that a council came from, where the query node tells it."""
    return None if term is None or term.cycle is None else term.cycle.fact.cycle
