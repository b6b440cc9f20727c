"""The figures that live sources give for each council term of the main network."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import CouncilTerm, council_terms, first_blocks, term_number_at
from secretariat.facts.day_rates import rate_at, rates_by_day
from secretariat.facts.empty_lists import EmptyList, empty
from secretariat.facts.freshness import seconds_between
from secretariat.facts.growth_totals import GrowthTotals
from secretariat.facts.live_elections import LiveElection, election_of_term, live_elections, stake_of
from secretariat.facts.live_proposals import EXECUTED
from secretariat.facts.past_states import WhyMissing
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot, once
from secretariat.facts.stored_counts import Issuance
from secretariat.facts.stored_validators import ValidatorSet
from secretariat.facts.term_borders import figures_of_states, missing_states, payouts_by_era, states_by_block
from secretariat.facts.term_dumps import FigureValue, Given
from secretariat.facts.totals import CouncilMoneyTotal, MadeInTerm, SeatRewardTotal
from secretariat.facts.voting_history import ProposalHistory, histories

REQUEST_FUNDED = "request-funded"
PER_MILLION = 1_000_000

AT_BLOCK = {
    "channels": "channels",
    "uploads": "data_objects",
    "content_bytes": "stored_bytes",
}
"""Figures of a term that only a snapshot of totals at its very last block gives, and the total's field."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveTerm:
    """One term with its figures, each with its source; what cannot be told exactly is not among them.

    ``missing`` tells of the start and the end why the chain's state there is not known.
    """

    council: CouncilTerm
    figures: Mapping[str, Given]
    missing: Mapping[str, WhyMissing]


_Figures = list[tuple[str, FigureValue | None, AnyStated | None]]
"""Name, value and record of each figure; without a value or record there is none."""


@once
def live_terms(snapshot: Snapshot) -> tuple[LiveTerm, ...]:
    """Give every term with what the live sources state, in the order of terms.

    Figures at the start of a term are those before its first block, so that a term starts with what the one before it
    ended with.
    """
    terms = council_terms(snapshot)
    if not terms:
        return ()
    elections = election_of_term(live_elections(snapshot))
    placed = _placed(snapshot, terms)
    made, states = _made(snapshot), states_by_block(snapshot)
    payouts = payouts_by_era(snapshot)
    found = []
    for term in terms:
        after = terms[term.term] if term.term < len(terms) else None
        figures = [
            *_span(term, after),
            *_council(term, elections.get(term.term)),
            *_proposals(term, placed, empty(snapshot, "proposals")),
            *_money(term, snapshot),
            *_rates(term, snapshot),
            *_counted(term, made),
            *_at_ends(term, snapshot),
            *figures_of_states(term, states, payouts),
        ]
        found.append(LiveTerm(council=term, figures=_given(figures), missing=missing_states(term, states)))
    return tuple(found)


def _given(figures: _Figures) -> dict[str, Given]:
    return {
        name: (value, record.source, record.format)
        for name, value, record in figures
        if value is not None and record is not None
    }


def _span(term: CouncilTerm, after: CouncilTerm | None) -> _Figures:
    """Give blocks and moments: a term ends with the block before the next council's, whose moment stands for its end."""
    record, ended = term.record, None if after is None else after.record
    seconds = None
    if term.started_at is not None and term.ended_at is not None:
        seconds = seconds_between(term.started_at, term.ended_at)
    blocks = None if term.start_block is None or term.end_block is None else term.end_block + 1 - term.start_block
    return [
        ("start_block", term.start_block, record),
        ("end_block", term.end_block, ended),
        ("started_at", term.started_at, record),
        ("ended_at", term.ended_at, ended),
        ("seconds", seconds, ended),
        ("block_time", _pace(seconds, blocks), ended),
    ]


def _pace(seconds: int | None, blocks: int | None) -> Decimal | None:
    """Give the mean seconds of a block to 0.0001."""
    if seconds is None or blocks is None or blocks < 1 or seconds < 0:
        return None
    with localcontext(prec=50):
        return (Decimal(seconds) / blocks).quantize(Decimal("0.0001"))


def _council(term: CouncilTerm, election: LiveElection | None) -> _Figures:
    """Count the seats, and the candidates and votes of the election that filled them."""
    figures: _Figures = []
    if term.seats:
        figures.append(("seats", len(term.seats), term.seats[0]))
    standing = election.standing if election is not None else ()
    if standing:
        figures.append(("applicants", len(standing), standing[0].record))
        stake = stake_of(one.record.fact.stake for one in standing)
        figures.append(("applicant_stake", stake, standing[0].record))
    if election is not None and election.votes:
        figures.append(("votes", len(election.votes), election.votes[0]))
    return figures


@dataclass(frozen=True, kw_only=True, slots=True)
class _Placed:
    """Proposals by the term they were made and approved in. ``doubtful`` are terms of which approvals may be missing."""

    every: tuple[ProposalHistory, ...]
    complete: bool
    made: Mapping[int, list[ProposalHistory]]
    approved: Mapping[int, list[ProposalHistory]]
    doubtful: frozenset[int]


def _placed(snapshot: Snapshot, terms: Sequence[CouncilTerm]) -> _Placed:
    """Place the proposals by the blocks of their creation and of their final approval."""
    starts, every = first_blocks(terms), histories(snapshot)
    made: dict[int, list[ProposalHistory]] = {}
    approved: dict[int, list[ProposalHistory]] = {}
    doubtful: set[int] = set()
    complete = True
    for history in every:
        fact = history.record.fact
        number = term_number_at(starts, fact.created_block)
        complete = complete and number is not None
        if number is not None:
            made.setdefault(number, []).append(history)
        blocks = [block for block, word in history.decisions if word == "gracing"]
        for place in {term_number_at(starts, block) for block in blocks} - {None}:
            approved.setdefault(place or 0, []).append(history)
        if not blocks and (fact.status is None or fact.status in ("gracing", *EXECUTED)):
            last = term_number_at(starts, fact.status_block)
            doubtful.update(range(number or 0, (len(terms) if last is None else last) + 1))
    return _Placed(every=every, complete=complete, made=made, approved=approved, doubtful=frozenset(doubtful))


def _proposals(term: CouncilTerm, placed: _Placed, none: Stated[EmptyList] | None) -> _Figures:
    """Count the proposals made and approved in a term; nothing where the place of one is not known."""
    if not placed.every:
        return [("proposals", 0, none), ("proposals_approved", 0, none)]
    made, approved = placed.made.get(term.term, []), placed.approved.get(term.term, [])
    figures: _Figures = []
    if placed.complete:
        figures.append(("proposals", len(made), (made or placed.every)[0].record))
    if term.term not in placed.doubtful:
        figures.append(("proposals_approved", len(approved), (approved or placed.every)[0].record))
    return figures


def _money(term: CouncilTerm, snapshot: Snapshot) -> _Figures:
    """Sum what was paid to requests in the term, and to the members of its council for their seats."""
    figures: _Figures = [
        ("spending_executed", Amount(0), empty(snapshot, "requests-funded")),
        ("council_rewards", Amount(0), empty(snapshot, "council-rewards") if term.seats else None),
    ]
    paid = [one for one in snapshot.of(CouncilMoneyTotal) if one.fact.event == REQUEST_FUNDED]
    if paid and not any(one.fact.term is None for one in paid):
        own = [one for one in paid if one.fact.term == term.term]
        if not any(one.fact.unread for one in own):
            figures.append(("spending_executed", sum(one.fact.amount for one in own), (own or paid)[0]))
    rewards = {one.fact.seat: one for one in snapshot.of(SeatRewardTotal)}
    of_seats = [rewards[seat.key] for seat in term.seats if seat.key in rewards]
    if rewards and term.seats and not any(one.fact.unread for one in of_seats):
        place = (of_seats or list(rewards.values()))[0]
        figures.append(("council_rewards", sum(one.fact.paid for one in of_seats), place))
    return figures


def _rates(term: CouncilTerm, snapshot: Snapshot) -> _Figures:
    """Give the dollars for a million tokens on the days the term began and ended."""
    days = rates_by_day(snapshot)
    found = (("rate_start", rate_at(days, term.started_at)), ("rate_end", rate_at(days, term.ended_at)))
    return [(name, _per_million(one.fact.usd_per_token), one) for name, one in found if one is not None]


def _per_million(rate: Decimal | None) -> Decimal | None:
    if rate is None:
        return None
    with localcontext(prec=200):
        return rate * PER_MILLION


def _made(snapshot: Snapshot) -> dict[tuple[str, int], Stated[MadeInTerm]]:
    return {(one.fact.noun, one.fact.term): one for one in snapshot.of(MadeInTerm) if not one.fact.undated}


def _counted(term: CouncilTerm, made: Mapping[tuple[str, int], Stated[MadeInTerm]]) -> _Figures:
    """Give what there was at both ends: by the moments at which all of it was made."""
    figures: _Figures = []
    for (noun, number), one in made.items():
        if number == term.term:
            figures.append((f"{noun}_start", one.fact.before, one))
            if not term.sitting:
                figures.append((f"{noun}_end", one.fact.before + one.fact.made, one))
    return figures


def _at_ends(term: CouncilTerm, snapshot: Snapshot) -> _Figures:
    """Take over what was read at the very block before the term, and at its last one."""
    figures: _Figures = []
    for end, block in term.borders.items():
        for totals in (one for one in snapshot.of(GrowthTotals) if one.fact.block == block):
            figures += [(f"{name}_{end}", getattr(totals.fact, field), totals) for name, field in AT_BLOCK.items()]
        figures += [(f"issuance_{end}", Amount(one.fact.total), one) for one in _read_at(snapshot.of(Issuance), block)]
        for one in _read_at(snapshot.of(ValidatorSet), block):
            figures.append((f"validators_{end}", one.fact.validators, one))
            figures.append((f"validator_limit_{end}", one.fact.wanted, one))
    return figures


def _read_at(records: Iterable[AnyStated], block: int) -> Iterable[AnyStated]:
    return (record for record in records if record.line == block)
