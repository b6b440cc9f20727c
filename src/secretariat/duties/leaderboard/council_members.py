"""The table of council members: one row for everyone who held a known seat on a chain."""

from secretariat.duties.leaderboard.member_view import CouncilMember, council_members, longest_run, terms_served
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.participation import closed_before_voting, response_blocks_median, vote_rate, votes_eligible
from secretariat.facts.tables import (
    COUNT,
    LONG_TEXT,
    NUMBER,
    PERCENT,
    TEXT,
    TOKENS,
    USD,
    Column,
    Table,
    Unit,
)

_SEATS = "table seats"
_LIVE = "query node; not in the archives"
_REPORTS = "proposal blocks of the council reports; on the main network the query node"
_HALF_BLOCKS = Unit(name="blocks", type="decimal", cell_format="#,##0.0")
"""A median of whole blocks may lie halfway between two."""


def _first(row: CouncilMember, numbering: str) -> int | None:
    return min((n for seat in row.seats if (n := getattr(seat, numbering)) is not None), default=None)


def _last(row: CouncilMember, numbering: str) -> int | None:
    return max((n for seat in row.seats if (n := getattr(seat, numbering)) is not None), default=None)


def _votes_printed(row: CouncilMember) -> list[int]:
    return [seat.votes_cast for seat in row.seats if seat.votes_cast is not None]


def _terms_with_votes(row: CouncilMember) -> int | None:
    """Count the terms whose votes are known; of the main network all of them are, or the list was not read."""
    return len(_votes_printed(row)) or (None if row.chain == MAINNET else 0)


TABLE: Table[CouncilMember] = Table(
    name="council-members",
    title="Council members",
    description="Everyone who held a known seat, over all seats of one chain, ordered by member id; not a ranking. The archives print"
    " votes cast, not who could still vote: what needs that is empty on testnets. On the main network it is counted from the history"
    " of every proposal.",
    columns=(
        Column(name="chain", description="Chain of the seats.", unit=TEXT, value=lambda row: row.chain, source=_SEATS),
        Column(
            name="member_id",
            description="Member id on that chain; empty where no source states it.",
            unit=NUMBER,
            value=lambda row: row.member_id,
            source=_SEATS,
        ),
        Column(
            name="handle",
            description="Newest handle that a source gives with the member id.",
            unit=TEXT,
            value=lambda row: row.handle,
            source="member dump, council reports, election results file, KPI files, query node",
        ),
        Column(
            name="other_handles",
            description="Older handles of the same member id, oldest first.",
            unit=TEXT,
            value=lambda row: ", ".join(row.handles[:-1]) or None,
            source="member dump, council reports, election results file, KPI files, query node",
        ),
        Column(
            name="terms_served",
            description="Councils with a known seat. Councils that no source covers are not in it.",
            unit=COUNT,
            value=lambda row: terms_served(row.seats),
            source=_SEATS,
        ),
        Column(
            name="terms_on_all_chains",
            description="Councils with a known seat on all chains, of members with this handle. A handle is no proof of one person, and"
            " member ids of two chains are different numbers: rows stay apart. Empty where one chain has two members of that handle.",
            unit=COUNT,
            value=lambda row: row.terms_on_all_chains,
            source=_SEATS,
        ),
        Column(
            name="first_term",
            description="First council term with a known seat; a seat whose term is not known does not count here.",
            unit=NUMBER,
            value=lambda row: _first(row, "term"),
            source=_SEATS,
        ),
        Column(
            name="last_term",
            description="Last council term with a known seat; a seat whose term is not known does not count here.",
            unit=NUMBER,
            value=lambda row: _last(row, "term"),
            source=_SEATS,
        ),
        Column(
            name="first_election_round",
            description="Election round of the first seat whose round is known.",
            unit=NUMBER,
            value=lambda row: _first(row, "election_round"),
            source=_SEATS,
        ),
        Column(
            name="last_election_round",
            description="Election round of the last seat whose round is known.",
            unit=NUMBER,
            value=lambda row: _last(row, "election_round"),
            source=_SEATS,
        ),
        Column(
            name="longest_run",
            description="Longest known run of consecutive councils: terms, election rounds or results rounds one apart. A council that"
            " no source covers ends a run, so the true one may be longer.",
            unit=COUNT,
            value=lambda row: longest_run(row.seats),
            source=_SEATS,
        ),
        Column(
            name="votes_cast",
            description="Votes on proposals over the terms whose report prints them, or whose votes the query node lists"
            " (terms_with_votes), added up.",
            unit=COUNT,
            value=lambda row: sum(_votes_printed(row)) if _votes_printed(row) else None,
            source=_SEATS,
        ),
        Column(
            name="terms_with_votes",
            description="Terms whose votes are in votes_cast; on the main network empty where votes_cast is.",
            unit=COUNT,
            value=_terms_with_votes,
            source=_SEATS,
        ),
        Column(
            name="votes_listed",
            description="Times that a report names the member among the participants of a proposal, once for each council that voted on"
            " it. Terms without such a report are not in it; empty where no proposal of the member's councils names anybody. On the"
            " main network every vote of the member.",
            unit=COUNT,
            value=lambda row: row.votes_listed,
            source=_REPORTS,
        ),
        Column(
            name="votes_eligible",
            description="Voting rounds in which the member voted, plus those missed: ended by expiry or change of council while the"
            " member sat for the last 14,400 blocks or the whole length. Empty unless the sources state for every round who could"
            " vote; the testnet reports do not. On the main network over the rounds that have ended: 0 where it is proven that none of"
            " the member's time has.",
            unit=COUNT,
            value=lambda row: votes_eligible(row.participation),
            source=_REPORTS,
        ),
        Column(
            name="vote_rate",
            description="Rounds voted in, in percent of votes_eligible; empty below 5 eligible votes.",
            unit=PERCENT,
            value=lambda row: vote_rate(row.participation),
            source=_REPORTS,
        ),
        Column(
            name="closed_before_voting",
            description="Voting rounds that others ended before the member voted: by deciding, canceling or vetoing the proposal. Empty"
            " where votes_eligible is not known.",
            unit=COUNT,
            value=lambda row: closed_before_voting(row.participation),
            source=_REPORTS,
        ),
        Column(
            name="response_blocks_median",
            description="Median of blocks from the start of a voting round to the member's vote, over the votes whose block is known."
            " Empty where votes_eligible is not known. The testnet reports print no blocks.",
            unit=_HALF_BLOCKS,
            value=lambda row: response_blocks_median(row.participation),
            source=_REPORTS,
        ),
        Column(
            name="rationale_given",
            description="Votes with a rationale. The testnets recorded none.",
            unit=COUNT,
            value=lambda row: row.rationale_given,
            source=_LIVE,
        ),
        Column(
            name="proposals_made",
            description="Different proposals that a dump or the query node gives with the member id, or, where no dump names its proposer, a report with"
            " the handle. Empty where no proposer of the chain is known.",
            unit=COUNT,
            value=lambda row: row.proposals_made,
            source="chain dump, query node, else council reports",
        ),
        Column(
            name="kpi_usd",
            description="Dollars earned by KPIs over all rounds of the earnings files. Empty without a record, or when one cannot be"
            " read.",
            unit=USD,
            value=lambda row: row.kpi_usd,
            source="KPI earnings file",
        ),
        Column(
            name="kpi_tokens",
            description="Tokens earned by KPIs over all rounds of the earnings files. Empty without a record, or when one cannot be"
            " read.",
            unit=TOKENS,
            value=lambda row: row.kpi_tokens,
            source="KPI earnings file",
        ),
        Column(
            name="source",
            description="File and line of the first source of every seat.",
            unit=LONG_TEXT,
            value=lambda row: "; ".join(dict.fromkeys(seat.claims[0].source for seat in row.seats)),
            source="the archive",
        ),
    ),
    rows=council_members,
)
