"""What the duty sees: the council's stage and votes, groups with their workers, and how reports stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.desk.rules import NOT_READ, Unclear
from secretariat.desk.votes import Vote, votes_of
from secretariat.duties.digests.settings import Settings
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_in_office import SYNC, InOffice, NotKnown, council_in_office
from secretariat.facts.council_stages import StateWrong
from secretariat.facts.council_terms import council_terms
from secretariat.facts.elections_ahead import elections_ahead
from secretariat.facts.now import Now
from secretariat.facts.records import Stated
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.schedule import StageSpan
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredCouncil, StoredSeat
from secretariat.facts.stored_proposals import StoredProposal


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """The council, its proposals and its groups at one moment.

    ``office`` is the council in office and ``had_before`` whether another one was before it, ``span`` the present stage. ``votes`` are the
    proposals being voted on, by number; ``noted`` what people of the desk noted of reports, oldest first.
    """

    snapshot: Snapshot
    now: Now
    settings: Settings
    head: int
    stored: Stated[StoredCouncil]
    office: InOffice
    had_before: bool
    span: StageSpan
    members: tuple[int, ...]
    votes: tuple[Vote, ...]
    told: Mapping[int, Stated[Proposal]]
    noted: tuple[ReportNoted, ...]

    @property
    def today(self) -> int:
        """Give the number of the day of digests that the head is in."""
        return self.head // self.settings.every

    @property
    def voting(self) -> tuple[Vote, ...]:
        """Give the votes in which somebody can still do something."""
        return tuple(vote for vote in self.votes if vote.can_be_voted_on)


def view_of(snapshot: Snapshot, now: Now, settings: Settings) -> View:
    """Put the facts together. Raises Unclear when they do not say which council is in office, or until when votes count."""
    stored = next(iter(snapshot.of(StoredCouncil)), None)
    try:
        office, span = council_in_office(snapshot, now.head)
        if now.head is None or now.pace is None or now.spec_version is None or stored is None:
            raise Unclear(NOT_READ)
        elections = elections_ahead(snapshot, stored.fact, pace=now.pace, spec_version=now.spec_version)
    except StateWrong as error:
        raise Unclear(f"{error}. {SYNC}") from error
    except NotKnown as error:
        raise Unclear(str(error)) from error
    members = tuple(sorted(one.fact.member_id for one in snapshot.of(StoredSeat)))
    told = {one.fact.number: one for one in snapshot.of(Proposal) if one.fact.number is not None}
    votes, _ = votes_of(snapshot.of(StoredProposal), told, frozenset(members), elections, now.head)
    return View(
        snapshot=snapshot,
        now=now,
        settings=settings,
        head=now.head,
        stored=stored,
        office=office,
        had_before=any(one.term == office.number - 1 for one in council_terms(snapshot)),
        span=span,
        members=members,
        votes=votes,
        told=told,
        noted=tuple(one.fact for one in sorted(snapshot.of(ReportNoted), key=lambda one: one.line)),
    )
