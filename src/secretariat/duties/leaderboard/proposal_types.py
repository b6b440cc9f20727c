"""The table of proposal types: how many of each were made, how they ended and how long they took."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.facts.medians import median
from secretariat.facts.proposal_view import SETTLED, ProposalView, proposal_views
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, TEXT, TOKENS, Column, Table, Unit

MEDIAN_BLOCKS = Unit(name="blocks", type="decimal", cell_format="#,##0.0")


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeRow:
    """All proposals of one type on one chain. ``type`` is None for those whose type no source states."""

    chain: str | None
    type: str | None
    proposals: tuple[ProposalView, ...]
    outcomes: Counter[str | None]


def rows(snapshot: Snapshot) -> Iterable[TypeRow]:
    """Group the proposals by chain and type, in the order of chains and of type names; unknown types last."""
    grouped: dict[tuple[str | None, str | None], list[ProposalView]] = {}
    for view in proposal_views(snapshot):
        grouped.setdefault((view.chain, view.type), []).append(view)
    chains = list(dict.fromkeys(chain for chain, _ in grouped))
    for chain, type_ in sorted(grouped, key=lambda key: (chains.index(key[0]), key[1] is None, key[1] or "")):
        found = tuple(grouped[chain, type_])
        yield TypeRow(chain=chain, type=type_, proposals=found, outcomes=Counter(view.outcome for view in found))


def _unsettled(row: TypeRow) -> int:
    return sum(count for outcome, count in row.outcomes.items() if outcome not in SETTLED)


def _executed_tokens(row: TypeRow) -> int | None:
    amounts = [view.amount for view in row.proposals if view.outcome == "executed" and view.amount is not None]
    return sum(amounts) if amounts else None


_VIEWS = "the proposals table"

TABLE: Table[TypeRow] = Table(
    name="proposal-types",
    title="Proposal types",
    description="How many proposals of each type were made on each chain, how they ended and how long they took.",
    columns=(
        Column(
            name="chain", description="Chain of the proposals.", unit=TEXT, value=lambda row: row.chain, source=_VIEWS
        ),
        Column(
            name="type",
            description="Type as reports print it, or the chain's own word; empty where no source states it.",
            unit=TEXT,
            value=lambda row: row.type,
            source=_VIEWS,
        ),
        Column(
            name="made",
            description="Number of proposals.",
            unit=COUNT,
            value=lambda row: len(row.proposals),
            source=_VIEWS,
        ),
        Column(
            name="executed",
            description="Approved and executed.",
            unit=COUNT,
            value=lambda row: row.outcomes["executed"],
            source=_VIEWS,
        ),
        Column(
            name="execution_failed",
            description="Approved, but the execution failed.",
            unit=COUNT,
            value=lambda row: row.outcomes["execution-failed"],
            source=_VIEWS,
        ),
        Column(
            name="rejected",
            description="Rejected by votes.",
            unit=COUNT,
            value=lambda row: row.outcomes["rejected"],
            source=_VIEWS,
        ),
        Column(
            name="slashed",
            description="Rejected, and the proposer's stake slashed.",
            unit=COUNT,
            value=lambda row: row.outcomes["slashed"],
            source=_VIEWS,
        ),
        Column(
            name="expired",
            description="Expired without enough votes.",
            unit=COUNT,
            value=lambda row: row.outcomes["expired"],
            source=_VIEWS,
        ),
        Column(
            name="canceled",
            description="Canceled by the proposer.",
            unit=COUNT,
            value=lambda row: row.outcomes["canceled"],
            source=_VIEWS,
        ),
        Column(
            name="vetoed", description="Vetoed.", unit=COUNT, value=lambda row: row.outcomes["vetoed"], source=_VIEWS
        ),
        Column(
            name="end_unknown",
            description="Passed on to the next council, pending or active in the last source that names them, or without any outcome.",
            unit=COUNT,
            value=_unsettled,
            source=_VIEWS,
        ),
        Column(
            name="blocks_to_finalise_median",
            description="Median of blocks_to_finalise over the proposals that have it, canceled ones left out; exact, so it may end"
            " in .5.",
            unit=MEDIAN_BLOCKS,
            value=lambda row: median(view.blocks_to_finalise for view in row.proposals if view.outcome != "canceled"),
            source=_VIEWS,
        ),
        Column(
            name="tokens_executed",
            description="Sum of the amounts known of executed proposals; empty when none is known. A group's budget may also be lowered.",
            unit=TOKENS,
            value=_executed_tokens,
            source=_VIEWS,
        ),
        Column(
            name="amounts_known",
            description="Number of executed proposals whose amount is known and is in that sum.",
            unit=COUNT,
            value=lambda row: sum(view.outcome == "executed" and view.amount is not None for view in row.proposals),
            source=_VIEWS,
        ),
        Column(
            name="source",
            description="First file and line that states one of them, or list, key and block.",
            unit=TEXT,
            value=lambda row: row.proposals[0].sources[0],
            source=_VIEWS,
        ),
    ),
    rows=rows,
)
