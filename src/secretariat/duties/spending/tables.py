"""The published tables of the spending ledger."""

from secretariat.duties.spending.rows import CategoryLine, LedgerLine, category_rows, spending_rows
from secretariat.facts.amounts import token_text
from secretariat.facts.tables import (
    BLOCK,
    COUNT,
    LONG_TEXT,
    NUMBER,
    PERCENT,
    TEXT,
    TOKENS,
    USD,
    USD_PER_TOKEN,
    YES_NO,
    Column,
    Table,
)

_LEDGER = (
    "spending ledger: the CSV; the JSON copy only for numbers that the CSV lacks; query node for numbers that both lack"
)
_DUMP = "chain dump of proposalsEngine.proposals, query node"


def _destinations(row: LedgerLine) -> str | None:
    """List accounts with their tokens; unknown parts as a question mark."""
    told = (f"{one.account or '?'}: {token_text(one.amount) if one.amount is not None else '?'}" for one in row.asked)
    return "; ".join(told) or None


SPENDING: Table[LedgerLine] = Table(
    name="spending",
    title="Spending proposals",
    description="Every proposal of the spending ledger: what was asked for, what was minted, in tokens and dollars; and the funding"
    " requests of the main network.",
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
            description="Chain under which the number is unique; empty where the network is not known.",
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
            description="Title as the ledger has it; empty on a row that only reserves its number.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.title,
            source=_LEDGER,
        ),
        Column(
            name="status",
            description="The ledger's status, folded: approved, expired, canceled, execution-failed, rejected, slashed or vetoed. Of a"
            " funding request that no ledger has: approved once it was executed, empty while it is not finished.",
            unit=TEXT,
            value=lambda row: row.fact.status,
            source=_LEDGER,
        ),
        Column(
            name="status_chain",
            description="What the chain says became of it: executed, execution-failed, rejected, slashed, expired, canceled, vetoed; on the"
            " main network also active, pending or passed-on.",
            unit=TEXT,
            value=lambda row: row.outcome,
            source=_DUMP,
        ),
        Column(
            name="amount_asked",
            description="Tokens asked for.",
            unit=TOKENS,
            value=lambda row: row.fact.amount_asked,
            source=_LEDGER,
        ),
        Column(
            name="amount_minted",
            description="Tokens minted; by a funding request that no ledger has all that it asked for once it is executed, else 0."
            " Empty while it is not finished.",
            unit=TOKENS,
            value=lambda row: row.fact.amount_minted,
            source=_LEDGER,
        ),
        Column(
            name="exchange_rate",
            description="Dollars for one token at the time, as the ledger states it; else of the day it was paid.",
            unit=USD_PER_TOKEN,
            value=lambda row: row.fact.exchange_rate,
            source=_LEDGER,
        ),
        Column(
            name="usd",
            description="Dollars, as the ledger states them; else amount_minted times exchange_rate.",
            unit=USD,
            value=lambda row: row.fact.usd,
            source=_LEDGER,
        ),
        Column(
            name="category",
            description="What it was for, in the usual spelling. No chain says it: a person writes it into the ledger.",
            unit=TEXT,
            value=lambda row: row.fact.category,
            source=_LEDGER,
        ),
        Column(
            name="bounty",
            description="Number of the community bounty it pays for.",
            unit=NUMBER,
            value=lambda row: row.fact.bounty,
            source=_LEDGER,
        ),
        Column(
            name="group",
            description="Working group it concerns.",
            unit=TEXT,
            value=lambda row: row.fact.group,
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
            name="destinations",
            description="Accounts that a funding request of the main network pays, each with its tokens.",
            unit=LONG_TEXT,
            value=_destinations,
            source="query node; not in the archives",
        ),
        Column(
            name="paid_block",
            description="Block in which a funding request of the main network was paid.",
            unit=BLOCK,
            value=lambda row: row.paid_block,
            source="query node; not in the archives",
        ),
        Column(
            name="source",
            description="File and line of the ledger, or list, key and block.",
            unit=TEXT,
            value=lambda row: row.row.source,
            source=_LEDGER,
        ),
    ),
    rows=spending_rows,
)

BY_CATEGORY: Table[CategoryLine] = Table(
    name="spending-by-category",
    title="Spending by category",
    description="What the ledger's proposals of each chain were for: how many, how many approved, tokens and dollars. Funding requests"
    " that no ledger has stand without a category.",
    columns=(
        Column(
            name="chain",
            description="Chain of the proposals.",
            unit=TEXT,
            value=lambda row: row.chain,
            source=_LEDGER,
        ),
        Column(
            name="category",
            description="What they were for, in the usual spelling; empty for those without a category.",
            unit=TEXT,
            value=lambda row: row.category,
            source=_LEDGER,
        ),
        Column(
            name="proposals",
            description="Proposals in the ledger that say more than their number.",
            unit=COUNT,
            value=lambda row: row.proposals,
            source=_LEDGER,
        ),
        Column(
            name="approved",
            description="Those that were approved.",
            unit=COUNT,
            value=lambda row: row.approved,
            source=_LEDGER,
        ),
        Column(
            name="minted",
            description="Tokens minted on the approved ones, as far as known.",
            unit=TOKENS,
            value=lambda row: row.minted,
            source=_LEDGER,
        ),
        Column(
            name="minted_unknown",
            description="Approved ones whose tokens are not known.",
            unit=COUNT,
            value=lambda row: row.minted_unknown,
            source=_LEDGER,
        ),
        Column(
            name="usd",
            description="Dollars stated on the approved ones, as far as stated.",
            unit=USD,
            value=lambda row: row.usd,
            source=_LEDGER,
        ),
        Column(
            name="usd_unknown",
            description="Approved ones without stated dollars.",
            unit=COUNT,
            value=lambda row: row.usd_unknown,
            source=_LEDGER,
        ),
        Column(
            name="share",
            description="Share of the tokens minted on this chain by all approved proposals of the ledger.",
            unit=PERCENT,
            value=lambda row: row.share,
            source=_LEDGER,
        ),
        Column(
            name="source",
            description="First file and line of the proposals counted in the column proposals, and how many more lines.",
            unit=TEXT,
            value=lambda row: row.source,
            source=_LEDGER,
        ),
    ),
    rows=category_rows,
)
