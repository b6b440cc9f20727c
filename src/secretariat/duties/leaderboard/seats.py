"""The table of council seats: one row for each seat."""

from secretariat.duties.leaderboard.seat_view import Seat, seats
from secretariat.facts.tables import COUNT, LONG_TEXT, NUMBER, TEXT, TOKENS, Column, Table

_FIRST = "election results file, else council report, else the hand-made leaderboard; query node"
_RESULTS = "election results file"
_STAKES = "election results file, else council report; query node"

TABLE: Table[Seat] = Table(
    name="seats",
    title="Council seats",
    description="Every known seat of every council: who sat, with which stake of whom behind them. Ordered by member id.",
    columns=(
        Column(
            name="network",
            description="Label of the network; of a seat outside every known term, only where the terms on both sides share it.",
            unit=TEXT,
            value=lambda row: row.network,
            source=_FIRST,
        ),
        Column(
            name="chain",
            description="Chain of the seat. A results file does not name it: it is the chain whose terms its rounds end.",
            unit=TEXT,
            value=lambda row: row.chain,
            source=_FIRST,
        ),
        Column(
            name="election_round",
            description="Election round as the council report of the term names it. Without a report it is known only between two"
            " reported terms whose election rounds and results rounds are equally far apart; else empty.",
            unit=NUMBER,
            value=lambda row: row.election_round,
            source="council report",
        ),
        Column(
            name="results_round",
            description="Round as the election results file numbers it.",
            unit=NUMBER,
            value=lambda row: row.results_round,
            source=_RESULTS,
        ),
        Column(
            name="term",
            description="Council term. Of a results round whose term no report covers, it is known where its block lies between two"
            " reported terms whose numbers are two apart; else empty.",
            unit=NUMBER,
            value=lambda row: row.term,
            source="council or tokenomics report",
        ),
        Column(
            name="member_id",
            description="Member id as stated; where only a handle is stated, the one id known with it on that chain.",
            unit=NUMBER,
            value=lambda row: row.member_id,
            source=_FIRST,
        ),
        Column(
            name="handle",
            description="Handle as stated, without the at sign.",
            unit=TEXT,
            value=lambda row: row.handle,
            source=_FIRST,
        ),
        Column(
            name="own_stake",
            description="Stake of the member.",
            unit=TOKENS,
            value=lambda row: row.own_stake,
            source=_STAKES,
        ),
        Column(
            name="backers",
            description="Votes behind the member that the results file lists; empty where only a report has the seat. On the main network"
            " those revealed.",
            unit=COUNT,
            value=lambda row: row.backers,
            source=f"{_RESULTS}, query node",
        ),
        Column(
            name="backers_stake",
            description="Stake of those votes, that of Jsgenesis included.",
            unit=TOKENS,
            value=lambda row: row.backers_stake,
            source=_STAKES,
        ),
        Column(
            name="jsg_stake",
            description="Part of backers_stake that Jsgenesis voted with.",
            unit=TOKENS,
            value=lambda row: row.jsg_stake,
            source=_RESULTS,
        ),
        Column(
            name="total_stake",
            description="Total stake as stated; where only a report has the seat, own_stake plus backers_stake.",
            unit=TOKENS,
            value=lambda row: row.total_stake,
            source=_STAKES,
        ),
        Column(
            name="votes_cast",
            description="Votes on proposals that the member cast in the term, of every kind, as printed.",
            unit=COUNT,
            value=lambda row: row.votes_cast,
            source="council report, else the hand-made leaderboard; query node",
        ),
        Column(
            name="source",
            description="File and line of every source of the seat, or list, key and block; the one that counts first.",
            unit=LONG_TEXT,
            value=lambda row: row.source,
            source="the archive, query node",
        ),
    ),
    rows=seats,
)
