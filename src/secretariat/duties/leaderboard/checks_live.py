"""Checks on the main network: the same figure from two lists of the query node, or from it and the spending ledger."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.causes import Cause, CauseValue, Rule
from secretariat.duties.leaderboard.causes_compared import withdrawals
from secretariat.duties.leaderboard.check import Check, check
from secretariat.duties.leaderboard.checks_compared import compared_checks
from secretariat.duties.leaderboard.checks_stored import ids_of, stored_checks
from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import MAINNET, CouncilTerm, council_terms, first_blocks, term_number_at
from secretariat.facts.live_elections import LiveElection, election_of_term, live_elections, stake_of
from secretariat.facts.live_proposals import amount_asked, amount_minted
from secretariat.facts.live_spending import funding_requests
from secretariat.facts.live_terms import REQUEST_FUNDED
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.spending_ledger import ledger
from secretariat.facts.totals import CouncilMoneyTotal, SeatRewardTotal


def live_checks(snapshot: Snapshot) -> list[Check]:
    """Compare what live sources give twice."""
    terms = council_terms(snapshot)
    elections = live_elections(snapshot)
    return [
        *_funding(snapshot, terms),
        *(found for election in elections for found in _election(election)),
        *_elected(terms, elections),
        *_rewards(snapshot, terms),
        *stored_checks(snapshot, terms),
        *compared_checks(snapshot, terms),
        *_ledger(snapshot),
    ]


def _funding(snapshot: Snapshot, terms: Sequence[CouncilTerm]) -> Iterable[Check]:
    """Compare what was paid to requests with what the executed requests asked for, term by term."""
    starts = first_blocks(terms)
    asked: dict[int | None, list[tuple[Amount | None, str]]] = {}
    for request in funding_requests(snapshot):
        if request.fact.status == "executed":
            place = term_number_at(starts, request.fact.status_block)
            asked.setdefault(place, []).append((amount_asked(request.fact), request.source))
    paid = {one.fact.term: one for one in snapshot.of(CouncilMoneyTotal) if one.fact.event == REQUEST_FUNDED}
    if not paid or not funding_requests(snapshot):
        return
    first_paid, first_asked = next(iter(paid.values())), funding_requests(snapshot)[0]
    for term in terms:
        own, requests = paid.get(term.term), asked.get(term.term, [])
        if own is None and not requests:
            continue
        yield check(
            "funding-paid",
            figure="spending_executed",
            chain=MAINNET,
            term=term.term,
            subject="tokens paid to requests in the term: events of payment and executed funding requests",
            expected=own.fact.amount if own else 0,
            found=stake_of(amount for amount, _ in requests),
            unit="tokens",
            expected_source=(own or first_paid).source,
            found_source=requests[0][1] if requests else first_asked.source,
            rules=(_unreadable(own.fact.unread if own else 0),),
        )


def _unreadable(events: int) -> Rule:
    """Explain a sum that lacks amounts."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if events:
            return Cause(rule="unreadable", words=f"the amount of {events} payments cannot be read")
        if found is None:
            return Cause(rule="unreadable", words="what one of the requests asked for cannot be read")
        return None

    return rule


def _election(election: LiveElection) -> Iterable[Check]:
    """Compare the candidates with the query node's own count, and its vote power with the votes revealed."""
    number = election.record.fact.cycle
    term = election.term.term if election.term else None
    withdrawn = len(election.candidacies) - len(election.standing)
    for counted in election.counts if election.candidacies_read else ():
        yield check(
            "candidates-counted",
            figure="candidates",
            chain=MAINNET,
            term=term,
            subject=f"candidates of election cycle {number}: candidacies not withdrawn and count of the stage {counted.fact.stage}",
            expected=len(election.standing),
            found=counted.fact.candidates,
            unit="count",
            expected_source=(election.candidacies[0].record if election.candidacies else election.record).source,
            found_source=counted.source,
            rules=(withdrawals(withdrawn, harmless=True),),
        )
    if not election.votes or election.outcome not in ("elected", "failed"):
        return
    for one in election.standing:
        if one.record.fact.vote_power is not None and one.votes_stake is not None:
            yield check(
                "vote-power",
                figure="backers_stake",
                chain=MAINNET,
                term=term,
                subject=f"stake for member {one.record.fact.member_id} in election cycle {number}: votes revealed and vote power",
                expected=one.votes_stake,
                found=one.record.fact.vote_power,
                unit="tokens",
                expected_source=next(
                    (vote.source for vote in election.revealed if vote.fact.candidacy == one.record.key),
                    election.record.source,
                ),
                found_source=one.record.source,
            )


def _elected(terms: Sequence[CouncilTerm], elections: Sequence[LiveElection]) -> Iterable[Check]:
    """Compare who won the election with who sits."""
    of_term = election_of_term(elections)
    for term in terms:
        election = of_term.get(term.term)
        won = [one for one in election.candidacies if one.outcome == "won"] if election is not None else []
        if not won or not term.seats:
            continue
        yield check(
            "elected-seats",
            figure="seats",
            chain=MAINNET,
            term=term.term,
            subject="members seated: seats of the council and candidacies that won",
            expected=ids_of(seat.fact.member_id for seat in term.seats),
            found=ids_of(one.record.fact.member_id for one in won),
            unit="member ids",
            expected_source=term.seats[0].source,
            found_source=won[0].record.source,
        )


def _rewards(snapshot: Snapshot, terms: Sequence[CouncilTerm]) -> Iterable[Check]:
    """Compare the payments to each seat with the sum that the query node keeps on it."""
    paid = {one.fact.seat: one for one in snapshot.of(SeatRewardTotal)}
    for term in terms:
        for seat in term.seats:
            total = paid.get(seat.key)
            if total is not None and seat.fact.accumulated_reward is not None:
                yield check(
                    "rewards-paid",
                    figure="council_rewards",
                    chain=MAINNET,
                    term=term.term,
                    subject=f"rewards of member {seat.fact.member_id}: payments and the sum kept on the seat",
                    expected=total.fact.paid,
                    found=seat.fact.accumulated_reward,
                    unit="tokens",
                    expected_source=total.source,
                    found_source=seat.source,
                    rules=(_unreadable(total.fact.unread),),
                )


def _ledger(snapshot: Snapshot) -> Iterable[Check]:
    """Compare rows of the spending ledger on the main network with the funding requests of the same numbers."""
    requests = {request.fact.number: request for request in funding_requests(snapshot)}
    for row in ledger(snapshot):
        request = requests.get(row.fact.number) if row.fact.chain == MAINNET else None
        if request is None:
            continue
        for figure, chain_says in (
            ("amount_asked", amount_asked(request.fact)),
            ("amount_minted", amount_minted(request.fact)),
        ):
            own = getattr(row.fact, figure)
            if own is not None and chain_says is not None:
                yield check(
                    f"request-{figure.replace('_', '-')}",
                    figure=figure,
                    chain=MAINNET,
                    term=None,
                    subject=f"proposal {row.fact.number}, {figure.replace('_', ' ')}: spending ledger and query node",
                    expected=own,
                    found=chain_says,
                    unit="tokens",
                    expected_source=row.source,
                    found_source=request.source,
                    stated=row,
                    field=figure,
                )
