"""The table of elections: every election that led to a known council, and on the main network every one that was held."""

from collections.abc import Callable

from secretariat.duties.leaderboard.election_view import Election, elections
from secretariat.facts.amounts import Amount
from secretariat.facts.live_elections import LiveElection, stake_of
from secretariat.facts.tables import (
    BLOCK,
    COUNT,
    LONG_TEXT,
    NUMBER,
    PERCENT,
    TEXT,
    TOKENS,
    Column,
    Table,
    Unit,
    Value,
)
from secretariat.facts.term_view import figure


def _figure(row: Election, name: str) -> Value:
    return figure(row.term, name) if row.term else None


def _term_number(row: Election) -> int | None:
    return row.term.term if row.term else next((seat.term for seat in row.seats), None)


def _ended_block(row: Election) -> int | None:
    """Give the block at which the election ended; a testnet's first council was not elected on it."""
    if row.live is not None:
        return row.live.record.fact.ended_block
    start = row.term.start_block if row.term else None
    return start if start is not None and start > 1 else None


def _candidates(row: Election) -> Value:
    """Count the applicants as printed, else the members who stood to the end of announcing."""
    printed = _figure(row, "applicants")
    if printed is not None or row.live is None:
        return printed
    return len(row.live.standing) if row.live.candidacies_read else None


def _candidates_stake(row: Election) -> Value:
    printed = _figure(row, "applicant_stake")
    if printed is not None or row.live is None:
        return printed
    return stake_of(one.record.fact.stake for one in row.live.standing) if row.live.standing else None


def _votes_cast(live: LiveElection) -> int | None:
    return len(live.votes) if live.votes_read else None


def _outcome(row: Election) -> str | None:
    return row.live.outcome if row.live is not None else "elected"


def _seat_count(row: Election) -> int | None:
    stated = _figure(row, "seats")
    return stated if isinstance(stated, int) else len(row.seats) or None


def _winners_votes(row: Election) -> int | None:
    known = [seat.backers for seat in row.seats]
    return sum(b for b in known if b is not None) if known and None not in known else None


def _winners_stake(row: Election, name: str) -> Amount | None:
    """Add up a stake over all seats; None when it is not known of every seat."""
    known = [getattr(seat, name) for seat in row.seats]
    return Amount(sum(known)) if known and None not in known else None


_SEATS = "table seats"
_TERMS = "table terms"
_LIVE = "query node; not in the archives"


def _live(name: str, description: str, unit: Unit, value: Callable[[LiveElection], Value]) -> Column[Election]:
    """Make a column that the archives cannot fill."""
    return Column(
        name=name,
        description=description,
        unit=unit,
        value=lambda row: None if row.live is None else value(row.live),
        source=_LIVE,
    )


TABLE: Table[Election] = Table(
    name="elections",
    title="Elections",
    description="Every election that led to a known council: rounds, applicants, votes, seats and stakes; on the main network also"
    " those that failed, or that run. A restarted or failed election of a testnet is in no archive.",
    columns=(
        Column(
            name="network", description="Label of the network.", unit=TEXT, value=lambda row: row.network, source=_TERMS
        ),
        Column(
            name="chain", description="Chain of the election.", unit=TEXT, value=lambda row: row.chain, source=_TERMS
        ),
        _live(
            "cycle_id",
            "Number of the chain's election cycle; a failed one has its own. The testnets had none.",
            NUMBER,
            lambda live: live.record.fact.cycle,
        ),
        Column(
            name="election_round",
            description="Election round of the chain, as the council report names it; see seats where no report does.",
            unit=NUMBER,
            value=lambda row: row.election_round,
            source="council report",
        ),
        Column(
            name="results_round",
            description="Round as the election results file numbers it.",
            unit=NUMBER,
            value=lambda row: row.results_round,
            source="election results file",
        ),
        Column(
            name="council_term",
            description="Council term that the election led to; empty where no report covers it.",
            unit=NUMBER,
            value=_term_number,
            source=_TERMS,
        ),
        _live("announcing_start", "First block of announcing.", BLOCK, lambda live: live.announcing_start),
        _live("voting_start", "First block of voting.", BLOCK, lambda live: live.voting_start),
        _live("revealing_start", "First block of revealing.", BLOCK, lambda live: live.revealing_start),
        Column(
            name="ended_block",
            description="Block at which the elected council was seated: the first of its term. Empty for a testnet's first council; of a"
            " failed election the block at which announcing began anew.",
            unit=BLOCK,
            value=_ended_block,
            source=_TERMS,
        ),
        Column(
            name="candidates",
            description="Applicants, as the tokenomics report of the term prints them: those of the election that seated the term's"
            " council. The votes listed for its winners never exceed the votes printed with them; those of the next election do."
            " On the main network: members who did not withdraw, or withdrew and announced again.",
            unit=COUNT,
            value=_candidates,
            source=f"{_TERMS}, query node",
        ),
        Column(
            name="candidates_stake",
            description="Stake of the applicants, as the tokenomics report of the term prints it. Many reports print less than"
            " stake_of_winners: there it cannot be all of it.",
            unit=TOKENS,
            value=_candidates_stake,
            source=f"{_TERMS}, query node",
        ),
        _live(
            "withdrawn",
            "Members who withdrew and did not announce again; they are not among the candidates.",
            COUNT,
            lambda live: live.withdrawn if live.candidacies_read else None,
        ),
        Column(
            name="seats",
            description="Seats filled: as reported, else the seats listed.",
            unit=COUNT,
            value=_seat_count,
            source=_TERMS,
        ),
        Column(
            name="votes",
            description="Votes as the tokenomics report of the term prints them; it does not say whether they were cast or revealed. On"
            " the main network those cast.",
            unit=COUNT,
            value=lambda row: _figure(row, "votes"),
            source=_TERMS,
        ),
        _live("votes_cast", "Votes cast. Empty for the testnets: see votes.", COUNT, _votes_cast),
        _live(
            "votes_revealed",
            "Votes revealed. Empty for the testnets: see votes and votes_for_winners.",
            COUNT,
            lambda live: len(live.revealed) if live.reveals_read else None,
        ),
        _live(
            "stake_cast",
            "Stake of the votes cast.",
            TOKENS,
            lambda live: stake_of(vote.fact.stake for vote in live.votes) if live.votes_read else None,
        ),
        _live(
            "stake_revealed",
            "Stake of the votes revealed.",
            TOKENS,
            lambda live: stake_of(vote.fact.stake for vote in live.revealed) if live.reveals_read else None,
        ),
        _live(
            "reveal_rate",
            "votes_revealed in percent of votes_cast; empty before the election is over.",
            PERCENT,
            lambda live: live.reveal_rate,
        ),
        Column(
            name="votes_for_winners",
            description="Votes that the results file lists for those who won a seat; on the main network those revealed for them.",
            unit=COUNT,
            value=_winners_votes,
            source="election results file, query node",
        ),
        Column(
            name="stake_of_winners",
            description="Own stake of those who won a seat, where it is known of all of them.",
            unit=TOKENS,
            value=lambda row: _winners_stake(row, "own_stake"),
            source=_SEATS,
        ),
        Column(
            name="stake_for_winners",
            description="Stake that voted for those who won a seat, where it is known of all of them.",
            unit=TOKENS,
            value=lambda row: _winners_stake(row, "backers_stake"),
            source=_SEATS,
        ),
        Column(
            name="outcome",
            description="elected, where a council was seated; failed; running. No archive records a failed election.",
            unit=TEXT,
            value=_outcome,
            source=f"{_TERMS}, query node",
        ),
        _live(
            "failure_reason",
            "Why an election failed and announcing began anew: not-enough-candidates or new-council-not-elected, as the chain says.",
            TEXT,
            lambda live: live.failure,
        ),
        Column(
            name="source",
            description="File and line of the documents on the election, or list, key and block.",
            unit=LONG_TEXT,
            value=lambda row: row.source,
            source="the archive, query node",
        ),
    ),
    rows=elections,
)
