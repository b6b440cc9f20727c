"""The table of candidates: who stood in an election and what came of it."""

from collections.abc import Iterable

from secretariat.duties.leaderboard.seat_view import Seat, seats
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, LONG_TEXT, NUMBER, TEXT, TOKENS, Column, Table

_SEATS = "table seats"


def _unknown(seat: Seat) -> None:
    """Leave a cell empty: the archives do not say."""


def _won(seat: Seat) -> str:
    """Tell the outcome: the archives name only those who won a seat."""
    return "won"


def _rows(snapshot: Snapshot) -> Iterable[Seat]:
    return seats(snapshot)


TABLE: Table[Seat] = Table(
    name="candidates",
    title="Candidates",
    description="Who stood in each election, and with which outcome: stood, withdrew, won or lost. The archives name only those who"
    " won a seat; how many stood with them is in elections.",
    columns=(
        Column(
            name="network", description="Label of the network.", unit=TEXT, value=lambda row: row.network, source=_SEATS
        ),
        Column(
            name="chain", description="Chain of the election.", unit=TEXT, value=lambda row: row.chain, source=_SEATS
        ),
        Column(
            name="cycle_id",
            description="Id of the chain's election cycle. The testnets had none.",
            unit=NUMBER,
            value=_unknown,
            source="chain",
        ),
        Column(
            name="election_round",
            description="Election round of the chain, where it is known.",
            unit=NUMBER,
            value=lambda row: row.election_round,
            source=_SEATS,
        ),
        Column(
            name="results_round",
            description="Round as the election results file numbers it.",
            unit=NUMBER,
            value=lambda row: row.results_round,
            source=_SEATS,
        ),
        Column(
            name="council_term",
            description="Council term that the election led to.",
            unit=NUMBER,
            value=lambda row: row.term,
            source=_SEATS,
        ),
        Column(
            name="member_id",
            description="Member id of the candidate.",
            unit=NUMBER,
            value=lambda row: row.member_id,
            source=_SEATS,
        ),
        Column(name="handle", description="Handle as stated.", unit=TEXT, value=lambda row: row.handle, source=_SEATS),
        Column(
            name="outcome",
            description="stood (outcome unknown), withdrew, won or lost.",
            unit=TEXT,
            value=_won,
            source=_SEATS,
        ),
        Column(
            name="own_stake",
            description="Stake of the candidate.",
            unit=TOKENS,
            value=lambda row: row.own_stake,
            source=_SEATS,
        ),
        Column(
            name="votes",
            description="Votes for the candidate that the results file lists.",
            unit=COUNT,
            value=lambda row: row.backers,
            source="election results file",
        ),
        Column(
            name="stake_received",
            description="Stake of those votes.",
            unit=TOKENS,
            value=lambda row: row.backers_stake,
            source=_SEATS,
        ),
        Column(
            name="source",
            description="File and line of every source.",
            unit=LONG_TEXT,
            value=lambda row: row.source,
            source="the archive",
        ),
    ),
    rows=_rows,
)
