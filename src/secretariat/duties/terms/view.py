"""What the duty sees: the council in office, the one before it, and the elections ahead."""

from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.duties.terms.settings import Settings
from secretariat.errors import SecretariatError
from secretariat.facts.council_stages import StateWrong, current_span
from secretariat.facts.council_terms import CouncilTerm, council_terms
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.election_ways import Branch
from secretariat.facts.elections_ahead import elections_ahead
from secretariat.facts.memberships import Membership
from secretariat.facts.now import Now
from secretariat.facts.records import Stated
from secretariat.facts.schedule import StageSpan
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_state import stages_of

_SYNC = "Run `secretariat sync`; `secretariat status` says what is behind."


class Unclear(SecretariatError):
    """The facts do not say which council is in office since when; the message says why, and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The term at one moment.

    ``council`` is the number of the council in office, 0 before the first election, and ``first`` the first block of its term.
    ``before`` is the term of the council before it. ``elections`` has each branch's next election.
    """

    snapshot: Snapshot
    now: Now
    settings: Settings
    stored: Stated[StoredCouncil]
    head: int
    span: StageSpan
    council: int
    first: int
    before: CouncilTerm | None
    elections: Mapping[Branch, int]

    @property
    def block(self) -> int:
        """Give the block at council time: the head carried forward."""
        return max(self.head, self.now.block or self.head)

    @property
    def earliest(self) -> int:
        """Give the block of the earliest election that can be: the first block of the next council, if it succeeds."""
        return min(self.elections.values())

    def handles(self) -> Mapping[int, str]:
        """Give the handles of members, by member id, where one is known."""
        return {
            one.fact.member_id: one.fact.handle
            for one in self.snapshot.of(Membership)
            if one.fact.member_id is not None and one.fact.handle
        }


def view_of(snapshot: Snapshot, now: Now, settings: Settings) -> View:
    """Put the facts together. Raises Unclear when they do not say which council is in office since when."""
    stored = next(iter(snapshot.of(StoredCouncil)), None)
    if now.head is None or now.pace is None or now.spec_version is None or stored is None:
        raise Unclear("The chain was not read yet. Configure [chain] and run `secretariat sync`.")
    try:
        span = current_span(*stages_of(stored.fact), now.head)
        elections = elections_ahead(snapshot, stored.fact, pace=now.pace, spec_version=now.spec_version)
    except StateWrong as error:
        raise Unclear(f"{error}. {_SYNC}") from error
    council, first = _in_office(snapshot, stored.fact, span)
    return View(
        snapshot=snapshot,
        now=now,
        settings=settings,
        stored=stored,
        head=now.head,
        span=span,
        council=council,
        first=first,
        before=next((one for one in council_terms(snapshot) if one.term == council - 1), None),
        elections=elections,
    )


def _in_office(snapshot: Snapshot, stored: StoredCouncil, span: StageSpan) -> tuple[int, int]:
    """Give the number of the council in office and the first block of its term.

    An idle stage begins with an election, but for the one at genesis; so a council that the query node does not tell of yet is
    counted. An election that begins anew leaves the council, and its term, as they are.
    """
    terms = council_terms(snapshot)
    if not terms and not snapshot.of(ElectedCouncil):
        raise Unclear("The query node was not read yet. Configure [query_node] and run `secretariat sync`.")
    newest = terms[-1] if terms else None
    start = 0 if newest is None else newest.start_block
    if start is None:
        raise Unclear(f"The block in which the newest council was elected is not known. {_SYNC}")
    number = 0 if newest is None else newest.term
    if span.stage == "idle" and stored.cycle and span.begins > start:
        return number + 1, span.begins
    return number, start
