"""The table of openings: what the working groups offered, how many applied, and what came of it."""

from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.live_openings import LiveOpening, live_openings
from secretariat.facts.records import first_and_more
from secretariat.facts.spending_ledger import tokens_of
from secretariat.facts.tables import (
    BLOCK,
    BLOCKS,
    COUNT,
    LONG_TEXT,
    MOMENT,
    NUMBER,
    TEXT,
    TOKENS,
    TOKENS_EACH,
    Column,
    Table,
)

_HERE = "query node; not in the archives"


def _source(row: LiveOpening) -> str:
    """Name the opening, and the first of its applications with how many more there are."""
    applied = sorted(row.outcomes.records, key=lambda one: one.key) if row.outcomes else []
    return "; ".join([row.record.source, *([first_and_more(applied)] if applied else [])])


def _reward(row: LiveOpening) -> Amount | None:
    return row.record.fact.reward_per_block


def _outcome(status: str, description: str) -> Column[LiveOpening]:
    """Make the column that counts the applications of one status."""

    def count(row: LiveOpening) -> int | None:
        known = row.outcomes.by_status if row.outcomes else None
        return None if known is None else known.get(status, 0)

    return Column(
        name=f"applications_{status}", description=f"Applications {description}.", unit=COUNT, value=count, source=_HERE
    )


TABLE: Table[LiveOpening] = Table(
    name="openings",
    title="Openings",
    description="Every opening of every working group of the main network in the order it was made, with its applications counted by"
    " what came of them; then those that a group has announced for later.",
    columns=(
        Column(name="chain", description="Chain of the group.", unit=TEXT, value=lambda row: MAINNET, source="here"),
        Column(
            name="term",
            description="Council term in which the opening was made; 0 before the first council. Empty for one announced for later.",
            unit=NUMBER,
            value=lambda row: row.term,
            source="query node: the block of the opening among those of the elected councils",
        ),
        Column(
            name="group",
            description="What people call the group.",
            unit=TEXT,
            value=lambda row: name_of_group(row.record.fact.group),
            source=_HERE,
        ),
        Column(
            name="opening_id",
            description="Number of the opening in the group.",
            unit=NUMBER,
            value=lambda row: row.opening.runtime_id if row.opening else None,
            source=_HERE,
        ),
        Column(
            name="type",
            description="Regular, or leader: for the group's lead.",
            unit=TEXT,
            value=lambda row: row.opening.type if row.opening else None,
            source=_HERE,
        ),
        Column(
            name="title",
            description="Title that the group gave it.",
            unit=LONG_TEXT,
            value=lambda row: row.record.fact.title,
            source=_HERE,
        ),
        Column(
            name="status",
            description="Open, filled, cancelled, or announced for later.",
            unit=TEXT,
            value=lambda row: row.status,
            source=_HERE,
        ),
        Column(
            name="made_block",
            description="Block at which it was made.",
            unit=BLOCK,
            value=lambda row: row.opening.created_block if row.opening else None,
            source=_HERE,
        ),
        Column(
            name="made_at",
            description="When it was made or announced.",
            unit=MOMENT,
            value=lambda row: row.record.fact.created_at,
            source=_HERE,
        ),
        Column(
            name="ended_block",
            description="Block at which it was filled or cancelled.",
            unit=BLOCK,
            value=lambda row: row.opening.ended_block if row.opening else None,
            source=_HERE,
        ),
        Column(
            name="ended_at",
            description="When it was filled or cancelled.",
            unit=MOMENT,
            value=lambda row: row.opening.ended_at if row.opening else None,
            source=_HERE,
        ),
        Column(
            name="expected_start",
            description="When one announced for later is to open, as the group says.",
            unit=MOMENT,
            value=lambda row: row.announced.expected_start if row.announced else None,
            source=_HERE,
        ),
        Column(
            name="expected_end",
            description="When it is to end, as the group says.",
            unit=MOMENT,
            value=lambda row: row.record.fact.expected_end,
            source=_HERE,
        ),
        Column(
            name="stake",
            description="Stake that an applicant needs.",
            unit=TOKENS,
            value=lambda row: row.record.fact.stake,
            source=_HERE,
        ),
        Column(
            name="unstaking_period",
            description="Blocks for which the stake of who leaves stays locked.",
            unit=BLOCKS,
            value=lambda row: row.opening.unstaking_period if row.opening else None,
            source=_HERE,
        ),
        Column(
            name="tokens_per_block",
            description="Reward offered for each block.",
            unit=TOKENS_EACH,
            value=lambda row: None if (reward := _reward(row)) is None else tokens_of(reward),
            source=_HERE,
        ),
        Column(
            name="hiring_limit",
            description="How many the group means to hire, as it says.",
            unit=COUNT,
            value=lambda row: row.record.fact.hiring_limit,
            source=_HERE,
        ),
        Column(
            name="applications",
            description="Applications to it, whatever came of them. Empty where not all are known, and where nobody can apply yet.",
            unit=COUNT,
            value=lambda row: len(row.outcomes.records) if row.outcomes else None,
            source=_HERE,
        ),
        _outcome("pending", "that wait for an answer"),
        _outcome("accepted", "accepted: these were hired"),
        _outcome("rejected", "not accepted when it was filled"),
        _outcome("withdrawn", "taken back by the applicant"),
        _outcome("cancelled", "void because the opening was cancelled"),
        Column(
            name="source",
            description="List, key and block of the opening, then of the first of its applications.",
            unit=TEXT,
            value=_source,
            source="query node",
        ),
    ),
    rows=live_openings,
)
