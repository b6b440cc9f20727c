"""The published tables of payments for bounties, of what is not reimbursed, and of refills of the dollar pool."""

from secretariat.duties.bounties.refills import RefillLine, refills
from secretariat.duties.bounties.rows import Payment, payments, unreimbursed
from secretariat.facts.tables import (
    BLOCK,
    LONG_TEXT,
    NUMBER,
    TEXT,
    TOKENS,
    USD,
    USD_PER_TOKEN,
    YES_NO,
    Column,
    Table,
)

_LEDGER = "spending ledger: approved proposals with a bounty or of the category Bounties"
_REFILL = "tokenomics report"


PAYMENTS: Table[Payment] = Table(
    name="bounty-payments",
    title="Bounty payments",
    description="Every approved spending proposal that paid for a bounty, with the dollars stated and worked out.",
    columns=(
        Column(
            name="chain",
            description="Chain under which the number is unique.",
            unit=TEXT,
            value=lambda row: row.fact.chain,
            source=_LEDGER,
        ),
        Column(
            name="network",
            description="The network as the ledger labels it, in lower case.",
            unit=TEXT,
            value=lambda row: row.fact.network,
            source=_LEDGER,
        ),
        Column(
            name="number",
            description="Number of the proposal on its chain.",
            unit=NUMBER,
            value=lambda row: row.fact.number,
            source=_LEDGER,
        ),
        Column(
            name="title",
            description="Title of the proposal.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.title,
            source=_LEDGER,
        ),
        Column(
            name="bounty",
            description="Number of the bounty; empty where the ledger names none.",
            unit=NUMBER,
            value=lambda row: row.fact.bounty,
            source=_LEDGER,
        ),
        Column(
            name="tokens",
            description="Tokens minted.",
            unit=TOKENS,
            value=lambda row: row.fact.amount_minted,
            source=_LEDGER,
        ),
        Column(
            name="exchange_rate",
            description="Dollars for one token, as the ledger states it.",
            unit=USD_PER_TOKEN,
            value=lambda row: row.fact.exchange_rate,
            source=_LEDGER,
        ),
        Column(
            name="usd_stated",
            description="Dollars, as the ledger states them.",
            unit=USD,
            value=lambda row: row.fact.usd,
            source=_LEDGER,
        ),
        Column(
            name="usd_recomputed",
            description="Tokens times the exchange rate; empty where either is not stated.",
            unit=USD,
            value=lambda row: row.usd_recomputed,
            source=_LEDGER,
        ),
        Column(
            name="reimbursed",
            description="Whether Jsgenesis has reimbursed it; empty where the ledger does not say.",
            unit=YES_NO,
            value=lambda row: row.fact.reimbursed,
            source=_LEDGER,
        ),
        Column(
            name="source",
            description="File and line of the ledger.",
            unit=TEXT,
            value=lambda row: row.row.source,
            source=_LEDGER,
        ),
    ),
    rows=payments,
)

UNREIMBURSED: Table[Payment] = Table(
    name="unreimbursed",
    title="Bounty payments not reimbursed",
    description="Bounty payments that the ledger does not mark as reimbursed by Jsgenesis.",
    columns=(
        Column(
            name="network",
            description="The network as the ledger labels it, in lower case.",
            unit=TEXT,
            value=lambda row: row.fact.network,
            source=_LEDGER,
        ),
        Column(
            name="chain",
            description="Chain under which the number is unique.",
            unit=TEXT,
            value=lambda row: row.fact.chain,
            source=_LEDGER,
        ),
        Column(
            name="number",
            description="Number of the proposal on its chain.",
            unit=NUMBER,
            value=lambda row: row.fact.number,
            source=_LEDGER,
        ),
        Column(
            name="title",
            description="Title of the proposal.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.title,
            source=_LEDGER,
        ),
        Column(
            name="bounty",
            description="Number of the bounty; empty where the ledger names none.",
            unit=NUMBER,
            value=lambda row: row.fact.bounty,
            source=_LEDGER,
        ),
        Column(
            name="tokens",
            description="Tokens minted.",
            unit=TOKENS,
            value=lambda row: row.fact.amount_minted,
            source=_LEDGER,
        ),
        Column(
            name="usd_stated",
            description="Dollars, as the ledger states them.",
            unit=USD,
            value=lambda row: row.fact.usd,
            source=_LEDGER,
        ),
        Column(
            name="usd_recomputed",
            description="Tokens times the exchange rate; empty where either is not stated.",
            unit=USD,
            value=lambda row: row.usd_recomputed,
            source=_LEDGER,
        ),
        Column(
            name="marked",
            description="no where the ledger says not reimbursed; unmarked where it does not say.",
            unit=TEXT,
            value=lambda row: "unmarked" if row.fact.reimbursed is None else "no",
            source=_LEDGER,
        ),
        Column(
            name="source",
            description="File and line of the ledger.",
            unit=TEXT,
            value=lambda row: row.row.source,
            source=_LEDGER,
        ),
    ),
    rows=unreimbursed,
)

REFILLS: Table[RefillLine] = Table(
    name="refills",
    title="Refills of the dollar pool",
    description="Payments of Jsgenesis into the council's dollar pool, each once however many reports state it; reports"
    " that give one payment different amounts stay a row each.",
    columns=(
        Column(
            name="network",
            description="The network of the report.",
            unit=TEXT,
            value=lambda row: row.fact.network,
            source=_REFILL,
        ),
        Column(
            name="term",
            description="Council term, as the first report in the order of paths gives it.",
            unit=NUMBER,
            value=lambda row: row.fact.term,
            source=_REFILL,
        ),
        Column(
            name="usd",
            description="Dollars paid into the council's pool.",
            unit=USD,
            value=lambda row: row.fact.usd,
            source=_REFILL,
        ),
        Column(
            name="reason",
            description="What the report says it was for; empty where it does not say.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.reason,
            source=_REFILL,
        ),
        Column(
            name="block",
            description="Block height of the payment.",
            unit=BLOCK,
            value=lambda row: row.fact.block,
            source=_REFILL,
        ),
        Column(
            name="source",
            description="File and line of every report that states it.",
            unit=TEXT,
            value=lambda row: row.source,
            source=_REFILL,
        ),
    ),
    rows=refills,
)
