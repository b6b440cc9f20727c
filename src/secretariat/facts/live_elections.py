"""Elections of the main network, also failed ones: stages, candidacies, votes and outcome of each cycle."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import CouncilTerm, council_terms
from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import Candidacy, CastVote, ElectionCycle, ReferendumStage, is_election
from secretariat.facts.empty_lists import empty
from secretariat.facts.percentages import percent_of
from secretariat.facts.records import Stated, is_unreadable
from secretariat.facts.snapshot import Snapshot, once

Outcome = Literal["elected", "failed", "running"]
Stood = Literal["stood", "withdrew", "won", "lost"]


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveCandidacy:
    """One candidacy with the votes revealed for it.

    ``counts`` tells whether it is the member's last one in its election: a member who withdrew and announced again
    stood once, with the last one. ``votes`` is None where of a vote of the election it cannot be read for whom it is.
    """

    record: Stated[Candidacy]
    outcome: Stood | None
    counts: bool
    votes: int | None
    votes_stake: Amount | None


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveElection:
    """One election cycle. ``term`` is that of the council it elected; failed and running elections have none.

    ``candidacies_read`` and ``votes_read`` tell whether there are facts of that list that can be complete: then no
    candidacy or vote means none. Blocks of stages are those at which they began. ``failure`` is the chain's word for why announcing began anew.
    ``counts`` are the stages of the cycle on which the query node itself counts candidates.
    """

    record: Stated[ElectionCycle]
    term: CouncilTerm | None
    outcome: Outcome | None
    failure: str | None
    announcing_start: int | None
    voting_start: int | None
    revealing_start: int | None
    candidacies: tuple[LiveCandidacy, ...]
    votes: tuple[Stated[CastVote], ...]
    candidacies_read: bool
    votes_read: bool
    counts: tuple[Stated[StageUpdate], ...]

    @property
    def standing(self) -> tuple[LiveCandidacy, ...]:
        """List the candidacies that were not withdrawn, one for each member."""
        return tuple(one for one in self.candidacies if one.counts and one.record.fact.status != "withdrawn")

    @property
    def withdrawn(self) -> int:
        """Count the members who withdrew and did not announce again."""
        return sum(one.counts and one.record.fact.status == "withdrawn" for one in self.candidacies)

    @property
    def revealed(self) -> tuple[Stated[CastVote], ...]:
        """List the votes that were revealed."""
        return tuple(vote for vote in self.votes if vote.fact.candidacy is not None)

    @property
    def reveals_read(self) -> bool:
        """Tell whether of every vote it is known whether and for whom it was revealed."""
        return self.votes_read and not _any_unreadable(self.votes)

    @property
    def reveal_rate(self) -> Decimal | None:
        """Give the votes revealed in percent of those cast, once revealing is over."""
        over = self.reveals_read and self.outcome in ("elected", "failed")
        return percent_of(len(self.revealed), len(self.votes)) if over else None


def stake_of(stakes: Iterable[Amount | None]) -> Amount | None:
    """Add up stakes; None when one of them is not known."""
    total = 0
    for stake in stakes:
        if stake is None:
            return None
        total += stake
    return Amount(total)


@once
def live_elections(snapshot: Snapshot) -> tuple[LiveElection, ...]:
    """List every election cycle in the chain's order; cycles whose number cannot be read come last.

    The cycle that the query node begins with before the first announcing is none, see ``is_election``.
    """
    terms = {term.key: term for term in council_terms(snapshot)}
    cycles = sorted(
        snapshot.of(ElectionCycle),
        key=lambda c: (c.fact.cycle is None, c.fact.cycle or 0, c.fact.created_at or "", c.key),
    )
    referendums = _referendums(snapshot)
    votes = _by_election(snapshot.of(CastVote))
    candidacies = _by_election(snapshot.of(Candidacy))
    none_stood, none_voted = empty(snapshot, "candidacies") is not None, empty(snapshot, "cast-votes") is not None
    stages = sorted(
        (stage for stage in snapshot.of(StageUpdate) if stage.fact.changed_block is not None),
        key=lambda stage: (stage.fact.changed_block or 0, stage.key),
    )
    spans = _spans(cycles)
    elections = []
    for cycle in filter(is_election, cycles):
        found = votes.get(cycle.key, ())
        term = terms.get(cycle.fact.next_council or "")
        during = _during(stages, spans.get(cycle.key))
        elections.append(
            LiveElection(
                record=cycle,
                term=term,
                outcome=_outcome(cycle.fact),
                failure=_failure(cycle.fact, stages),
                announcing_start=_announcing(during),
                voting_start=referendums.get((cycle.key, "voting")),
                revealing_start=referendums.get((cycle.key, "revealing")),
                candidacies=_candidacies(candidacies.get(cycle.key, ()), found, _outcome(cycle.fact)),
                votes=found,
                candidacies_read=(bool(candidacies) or none_stood) and _complete(cycle, candidacies),
                votes_read=(bool(votes) or none_voted) and _complete(cycle, votes),
                counts=tuple(stage for stage in during if stage.fact.candidates is not None),
            )
        )
    return tuple(elections)


def election_of_term(elections: Iterable[LiveElection]) -> Mapping[int, LiveElection]:
    """Give the election of each term by the term's number."""
    return {election.term.term: election for election in elections if election.term is not None}


def _complete(cycle: Stated[ElectionCycle], read: Mapping[str, object]) -> bool:
    """Tell whether what was read of an election can be all: nobody is elected without candidates and votes."""
    return _outcome(cycle.fact) != "elected" or cycle.key in read


def _outcome(cycle: ElectionCycle) -> Outcome | None:
    """Tell what came of an election: a finished one without a next council has failed. None where that cannot be read."""
    if cycle.next_council is not None:
        return "elected"
    if is_unreadable(cycle, "next_council"):
        return None
    return None if cycle.finished is None else "failed" if cycle.finished else "running"


def _failure(cycle: ElectionCycle, stages: Sequence[Stated[StageUpdate]]) -> str | None:
    """Give why a cycle failed: the query node writes it on the announcing stage that begins in the same block."""
    if _outcome(cycle) != "failed" or cycle.ended_block is None:
        return None
    words = {s.fact.problem for s in stages if s.fact.changed_block == cycle.ended_block and s.fact.problem}
    return next(iter(words)) if len(words) == 1 else None


_Span = tuple[int, int | None]


def _spans(cycles: Sequence[Stated[ElectionCycle]]) -> dict[str, _Span]:
    """Give for each cycle the blocks between which it lies: from the end of the one before to the block before its own.

    Only of cycles that follow each other in the chain's numbers: between others one may be missing.
    """
    spans: dict[str, _Span] = {}
    if cycles and cycles[0].fact.cycle in (0, 1):
        spans[cycles[0].key] = (0, cycles[0].fact.ended_block)
    for before, cycle in pairwise(cycles):
        numbers = before.fact.cycle, cycle.fact.cycle
        if None in numbers or before.fact.ended_block is None or (numbers[1] or 0) - (numbers[0] or 0) != 1:
            continue
        spans[cycle.key] = (before.fact.ended_block, cycle.fact.ended_block)
    return spans


def _during(stages: Sequence[Stated[StageUpdate]], span: _Span | None) -> tuple[Stated[StageUpdate], ...]:
    """List the changes of stage that began in a cycle."""
    if span is None:
        return ()
    first, end = span
    return tuple(
        stage for stage in stages if first <= (stage.fact.changed_block or 0) and (end is None or (stage.fact.changed_block or 0) < end)
    )  # fmt: skip


def _announcing(during: Sequence[Stated[StageUpdate]]) -> int | None:
    """Give the block at which announcing began; None where more than one beginning falls into the cycle."""
    blocks = {stage.fact.changed_block for stage in during if stage.fact.stage == "announcing"}
    return next(iter(blocks)) if len(blocks) == 1 else None


def _referendums(snapshot: Snapshot) -> dict[tuple[str, str], int]:
    return {
        (stage.fact.election, stage.fact.stage): stage.fact.started_block
        for stage in snapshot.of(ReferendumStage)
        if stage.fact.election is not None and stage.fact.started_block is not None
    }


def _by_election(records: Iterable[Stated[CastVote]] | Iterable[Stated[Candidacy]]) -> dict[str, tuple[Stated, ...]]:  # type: ignore[type-arg]
    found: dict[str, list[Stated]] = {}  # type: ignore[type-arg]
    for record in records:
        if record.fact.election is not None:
            found.setdefault(record.fact.election, []).append(record)
    return {election: tuple(of_election) for election, of_election in found.items()}


def _any_unreadable(votes: Iterable[Stated[CastVote]]) -> bool:
    return any(is_unreadable(vote.fact, "candidacy") for vote in votes)


def _candidacies(
    records: Sequence[Stated[Candidacy]], votes: Sequence[Stated[CastVote]], outcome: Outcome | None
) -> tuple[LiveCandidacy, ...]:
    """Join candidacies with their votes, in the order of member ids and of announcement."""
    doubtful = _any_unreadable(votes)
    of_candidacy: dict[str, list[Amount | None]] = {}
    for vote in votes:
        if vote.fact.candidacy is not None:
            of_candidacy.setdefault(vote.fact.candidacy, []).append(vote.fact.stake)
    ordered = sorted(
        records,
        key=lambda one: (one.fact.member_id is None, one.fact.member_id or 0, one.fact.created_at or "", one.key),
    )
    last = {one.fact.member_id if one.fact.member_id is not None else one.key: one.key for one in ordered}
    counting = frozenset(last.values())
    return tuple(
        LiveCandidacy(
            record=one,
            outcome=_stood(one.fact.status, outcome),
            counts=one.key in counting,
            votes=None if doubtful else len(of_candidacy.get(one.key, ())),
            votes_stake=None if doubtful else stake_of(of_candidacy.get(one.key, ())),
        )
        for one in ordered
    )


def _stood(status: str | None, outcome: Outcome | None) -> Stood | None:
    """Tell what came of a candidacy: nobody wins or loses an election that seats no council."""
    if status is None:
        return None
    if status == "withdrawn":
        return "withdrew"
    if status == "elected":
        return "won"
    return "lost" if outcome == "elected" and status == "failed" else "stood"
