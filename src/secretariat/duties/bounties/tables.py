"""The published table of bounties: the register, the status table and the ledger side by side."""

from secretariat.duties.bounties.rows import BountyLine, bounties, known_tokens, known_usd
from secretariat.facts.tables import COUNT, LONG_TEXT, MOMENT, NUMBER, TEXT, TOKENS, USD, Column, Table

_REGISTER = "bounty register (JSON)"
_TABLE = "status table in the README of the bounties"
_BOTH = "bounty register (JSON), else the status table in the README of the bounties"
_LEDGER = "spending ledger: approved proposals with a bounty or of the category Bounties"

BOUNTIES: Table[BountyLine] = Table(
    name="bounties",
    title="Community bounties",
    description="Every community bounty: what was offered, how it stands, and what the ledger paid for it.",
    columns=(
        Column(
            name="bounty",
            description="Number of the bounty.",
            unit=NUMBER,
            value=lambda row: row.bounty,
            source=_BOTH,
        ),
        Column(
            name="title",
            description="Title.",
            unit=LONG_TEXT,
            value=lambda row: row.title,
            source=_BOTH,
        ),
        Column(
            name="listed_as",
            description="The register's list it stands in: active or closed.",
            unit=TEXT,
            value=lambda row: row.listed.fact.listed_as if row.listed else None,
            source=_REGISTER,
        ),
        Column(
            name="status",
            description="Status as printed.",
            unit=TEXT,
            value=lambda row: row.status,
            source=_BOTH,
        ),
        Column(
            name="opened_on",
            description="Day it was opened.",
            unit=MOMENT,
            value=lambda row: row.opened_on,
            source=_BOTH,
        ),
        Column(
            name="closed_on",
            description="Day it was closed.",
            unit=MOMENT,
            value=lambda row: row.closed_on,
            source=_BOTH,
        ),
        Column(
            name="reward_usd",
            description="Reward offered.",
            unit=USD,
            value=lambda row: row.reward_usd,
            source=_BOTH,
        ),
        Column(
            name="paid_usd",
            description="Dollars the status names as paid.",
            unit=USD,
            value=lambda row: row.paid_usd,
            source=_BOTH,
        ),
        Column(
            name="status_in_table",
            description="Status as the status table prints it.",
            unit=TEXT,
            value=lambda row: row.printed.fact.status if row.printed else None,
            source=_TABLE,
        ),
        Column(
            name="reward_in_table",
            description="Reward as the status table prints it.",
            unit=TEXT,
            value=lambda row: row.printed.fact.reward_printed if row.printed else None,
            source=_TABLE,
        ),
        Column(
            name="issue",
            description="Number of its issue in the community repository.",
            unit=NUMBER,
            value=lambda row: row.printed.fact.issue if row.printed else None,
            source=_TABLE,
        ),
        Column(
            name="thread",
            description="Number of its forum thread.",
            unit=NUMBER,
            value=lambda row: row.printed.fact.thread if row.printed else None,
            source=_TABLE,
        ),
        Column(
            name="proposal",
            description="Number of the proposal that paid for it.",
            unit=NUMBER,
            value=lambda row: row.printed.fact.proposal if row.printed else None,
            source=_TABLE,
        ),
        Column(
            name="payments",
            description="Approved proposals of the ledger that name it.",
            unit=COUNT,
            value=lambda row: len(row.payments),
            source=_LEDGER,
        ),
        Column(
            name="tokens_paid",
            description="Tokens minted by them, as far as known.",
            unit=TOKENS,
            value=lambda row: known_tokens(row.payments),
            source=_LEDGER,
        ),
        Column(
            name="tokens_unknown",
            description="Payments whose tokens are not known.",
            unit=COUNT,
            value=lambda row: sum(paid.fact.amount_minted is None for paid in row.payments),
            source=_LEDGER,
        ),
        Column(
            name="usd_paid_stated",
            description="Dollars the ledger states for them, as far as stated.",
            unit=USD,
            value=lambda row: known_usd(paid.fact.usd for paid in row.payments),
            source=_LEDGER,
        ),
        Column(
            name="usd_paid_recomputed",
            description="Tokens times the exchange rate of each, as far as both are stated.",
            unit=USD,
            value=lambda row: known_usd(paid.usd_recomputed for paid in row.payments),
            source=_LEDGER,
        ),
        Column(
            name="usd_unknown",
            description="Payments without a stated exchange rate or amount.",
            unit=COUNT,
            value=lambda row: sum(paid.usd_recomputed is None for paid in row.payments),
            source=_LEDGER,
        ),
        Column(
            name="source",
            description="Files and lines.",
            unit=TEXT,
            value=lambda row: row.source,
            source=_BOTH,
        ),
    ),
    rows=bounties,
)
