"""The table of council terms: one row for each chain and term, every figure from its most trusted source."""

from decimal import Decimal

from secretariat.facts.percentages import percent_change, percent_of
from secretariat.facts.tables import (
    BLOCK,
    BYTES,
    COUNT,
    LONG_TEXT,
    MOMENT,
    NUMBER,
    PERCENT,
    SECONDS,
    TEXT,
    TOKENS,
    USD,
    USD_PER_MILLION,
    YES_NO,
    Column,
    Table,
    Unit,
    Value,
)
from secretariat.facts.term_view import Term, figure, terms

WHOLE_SECONDS = Unit(name="seconds", type="integer", cell_format="#,##0")

_TOKENOMICS = "tokenomics report"
_REPORTS = "tokenomics report, else council report, else the hand-made leaderboard"
_COUNTED = "tokenomics report, else council report, else chain dump, else the hand-made leaderboard"
_CHAIN = "chain; not in the archives"
_WORKED_OUT = "worked out from the columns named"


def number(term: Term, name: str) -> int | Decimal | None:
    """Give a figure to reckon with, or None when it is unknown."""
    value = figure(term, name)
    return value if isinstance(value, int | Decimal) else None


def _stated(name: str, description: str, unit: Unit, source: str = _TOKENOMICS) -> Column[Term]:
    """Make the column of a figure as it is stated."""
    return Column(name=name, description=description, unit=unit, value=lambda term: figure(term, name), source=source)


def _both_ends(name: str, what: str, unit: Unit, source: str = _TOKENOMICS) -> tuple[Column[Term], Column[Term]]:
    """Make the columns of a figure at the term's first and last block."""
    return (
        _stated(f"{name}_start", f"{what} at the first block of the term.", unit, source),
        _stated(f"{name}_end", f"{what} at the last block of the term.", unit, source),
    )


def _change(name: str, what: str, unit: Unit) -> Column[Term]:
    """Make the column of an exact difference."""

    def difference(term: Term) -> Value:
        start, end = number(term, f"{name}_start"), number(term, f"{name}_end")
        return None if start is None or end is None else end - start

    return Column(
        name=f"{name}_change",
        description=f"{what}: {name}_end less {name}_start.",
        unit=unit,
        value=difference,
        source=_WORKED_OUT,
    )


def _change_percent(name: str, what: str) -> Column[Term]:
    """Make the column of a change in percent; the reports' own percentages are never taken over."""
    return Column(
        name=f"{name}_change_percent",
        description=f"{what} in percent of {name}_start, rounded to 0.01. Empty where the start is zero or unknown.",
        unit=PERCENT,
        value=lambda term: percent_change(number(term, f"{name}_start"), number(term, f"{name}_end")),
        source=_WORKED_OUT,
    )


def _figures_from(term: Term) -> str | None:
    """Name the place of every figure that does not stand in the first document of the row."""
    first = term.sources[0] if term.sources else None
    found = [f"{name}: {known.source}" for name, known in term.figures.items() if known.source != first]
    return "; ".join(found) or None


_NAMES: tuple[Column[Term], ...] = (
    Column(
        name="network",
        description="Label of the network, as the report's place or title has it.",
        unit=TEXT,
        value=lambda term: term.network,
        source=_REPORTS,
    ),
    Column(
        name="chain",
        description="Chain on which term numbers are unique: antioch, sumer and giza are one, alexandria and babylon another.",
        unit=TEXT,
        value=lambda term: term.chain,
        source="the network's label",
    ),
    Column(
        name="term",
        description='Council term ("Council session"). Not the election round and not the KPI round, unless term_numbering says so.',
        unit=NUMBER,
        value=lambda term: term.term,
        source=_REPORTS,
    ),
    Column(
        name="term_numbering",
        description="What the number in term is: a council term; or, where no source names one, as on the earliest networks, the"
        " election round of the chain, or a council number of which the report does not say what it counts.",
        unit=TEXT,
        value=lambda term: term.numbering,
        source=_REPORTS,
    ),
    Column(
        name="election_round",
        description="Election round of the chain that the council report names for this council, else the KPI document of the term.",
        unit=NUMBER,
        value=lambda term: term.election_round,
        source="council report, else KPI document",
    ),
    Column(
        name="kpi_round",
        description="KPI round of Jsgenesis that a report of the term names; else that of the KPI document that starts within 14,400"
        " blocks of the term, or, where no blocks are printed, names its election round. Never assumed to be the term's own number.",
        unit=NUMBER,
        value=lambda term: term.kpi_round,
        source="tokenomics report, else council report, else KPI document",
    ),
    Column(
        name="results_round",
        description="Round of the election results file that seated this council, in that file's numbering: the end it gives of the term"
        " before lies at most 28,800 blocks after this term's first block, and no other term's report has more of its members and"
        " stakes.",
        unit=NUMBER,
        value=lambda term: term.results_round,
        source="election results file",
    ),
)

_SPAN: tuple[Column[Term], ...] = (
    _stated("start_block", "First block of the term, as printed.", BLOCK, _REPORTS),
    _stated(
        "end_block",
        "Last block of the term, as printed; older reports print the first block of the next term.",
        BLOCK,
        _REPORTS,
    ),
    _stated("started_at", "Moment of the first block, or only its day.", MOMENT, _REPORTS),
    _stated("ended_at", "Moment of the last block, or only its day.", MOMENT, _REPORTS),
    _stated("seconds", "Length of the term as printed.", WHOLE_SECONDS),
    _stated("block_time", "Average time of one block over the term, as printed.", SECONDS, _REPORTS),
)

_COUNCIL: tuple[Column[Term], ...] = (
    _stated(
        "seats",
        "Members of the council. Without a tokenomics report: rows of the council report, else seats of the results file.",
        COUNT,
        "tokenomics report, else council report, else election results file",
    ),
    _stated(
        "applicants",
        "Applicants in the election that seated this council.",
        COUNT,
        _REPORTS,
    ),
    _stated(
        "applicant_stake",
        "Stake of those applicants, as printed. Many reports print less than the members' own stake: there it cannot be all.",
        TOKENS,
        _REPORTS,
    ),
    _stated(
        "votes",
        "Votes in the election that seated this council, as printed; whether cast or revealed is not said.",
        COUNT,
        _REPORTS,
    ),
    _stated(
        "proposals",
        "Proposals made in the term. From a dump only where its numbers prove that none is missing.",
        COUNT,
        _COUNTED,
    ),
    _stated(
        "proposals_approved",
        "Proposals approved in the term, also those made earlier: it may exceed the proposals made. A failed execution counts as"
        " approved. From a dump only where none can be missing.",
        COUNT,
        _COUNTED,
    ),
)

_MONEY: tuple[Column[Term], ...] = (
    *_both_ends("issuance", "Total issuance", TOKENS, _REPORTS),
    _change("issuance", "Change of the total issuance", TOKENS),
    _change_percent("issuance", "Change of the total issuance"),
    _stated("burned", "Tokens burned in the term.", TOKENS, _REPORTS),
    _stated("spending_executed", "Tokens paid by executed spending proposals in the term.", TOKENS, _REPORTS),
    _stated("bounties_paid", "Tokens paid for community bounties in the term.", TOKENS),
    _stated(
        "validator_rewards",
        "Tokens paid to validators in the term; on the main network what the eras pay that ended in the term, claimed or not.",
        TOKENS,
        f"{_REPORTS}; chain",
    ),
    _stated(
        "council_rewards", "Tokens paid to the members of the council for their seats in the term.", TOKENS, _REPORTS
    ),
    _stated(
        "council_spent",
        "What the council cost in the term by the row Council of later reports: all that its mint issued, its members' pay and"
        " the spending proposals in one sum.",
        TOKENS,
    ),
    *_both_ends(
        "council_minted", "Tokens minted for the council since the chain began", TOKENS, "tokenomics or council report"
    ),
    _change("council_minted", "Tokens minted for the council in the term", TOKENS),
    *_both_ends(
        "council_budget", "Budget of the council as the chain stored it; just before the first block", TOKENS, _CHAIN
    ),
    _change("council_budget", "Change of the council's budget", TOKENS),
    *_both_ends("usd_pool", "Fiat pool behind the tokens", USD),
    _change("usd_pool", "Change of the fiat pool", USD),
    _change_percent("usd_pool", "Change of the fiat pool"),
    *_both_ends("rate", "Dollars for a million tokens", USD_PER_MILLION),
    _change_percent("rate", "Change of the rate"),
)

_NETWORK: tuple[Column[Term], ...] = (
    *_both_ends("validators", "Validators", COUNT, _REPORTS),
    *_both_ends("validator_limit", "Validators allowed", COUNT),
    *_both_ends("validator_stake", "Stake of all validators", TOKENS, _REPORTS),
    Column(
        name="validator_stake_share",
        description="validator_stake_end in percent of issuance_end, rounded to 0.01.",
        unit=PERCENT,
        value=lambda term: percent_of(number(term, "validator_stake_end"), number(term, "issuance_end")),
        source=_WORKED_OUT,
    ),
    *_both_ends("members", "Members of the network", COUNT),
    *_both_ends("channels", "Channels", COUNT),
    *_both_ends("uploads", "Uploads", COUNT),
    *_both_ends("content_bytes", "Size of all content", BYTES),
    _stated(
        "content_bytes_rounded",
        "Whether the sizes are known only to 0.01 MB (printed MB times 1,048,576) rather than to the byte.",
        YES_NO,
    ),
    *_both_ends("categories", "Forum categories", COUNT),
    *_both_ends("threads", "Forum threads", COUNT),
    *_both_ends("posts", "Forum posts", COUNT),
)

_SOURCES: tuple[Column[Term], ...] = (
    Column(
        name="source",
        description="File and line of every document on the term; figures are from the first unless figures_from says otherwise.",
        unit=LONG_TEXT,
        value=lambda term: "; ".join(term.sources) or None,
        source="the archive",
    ),
    Column(
        name="figures_from",
        description="File and line of each figure that does not stand in the first document.",
        unit=LONG_TEXT,
        value=_figures_from,
        source="the archive",
    ),
)

TABLE: Table[Term] = Table(
    name="terms",
    title="Council terms",
    description="Every council term: its blocks and dates, council, proposals, money, validators, members, content and forum.",
    columns=(*_NAMES, *_SPAN, *_COUNCIL, *_MONEY, *_NETWORK, *_SOURCES),
    rows=terms,
)
