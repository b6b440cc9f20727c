"""The spending ledger's rows placed in the terms in which the chain executed them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.facts.ledger import SpendingRow
from secretariat.facts.live_proposals import executed_block
from secretariat.facts.proposal_view import ProposalView
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.spending_ledger import ledger
from secretariat.facts.term_view import Term, term_at

EXECUTED = "executed"
SPENDING = "spending"

Row = Stated[SpendingRow]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Made:
    """Number and block of creation of one chain's dumped proposals, in order, and the most blocks one stood open."""

    blocks: tuple[tuple[int, int], ...]
    longest: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerTerm:
    """The approved rows executed in one term. ``complete`` says that no other approved row can belong to it."""

    term: Term
    rows: tuple[Row, ...]
    complete: bool


def ledger_terms(snapshot: Snapshot, known: Sequence[Term], views: Sequence[ProposalView]) -> list[LedgerTerm]:
    """Place every approved row by the block at which the chain finalised it, else by the report that lists it executed.

    Terms into which no row falls are left out. A term is incomplete when a row without amount or place could belong to
    it, or when an executed spending proposal of it is not in the ledger.
    """
    by_key = {(view.chain, view.number): view for view in views}
    placed: dict[int, list[Row]] = {}
    unplaced: list[tuple[str | None, int, int | None]] = []
    approved = [row for row in ledger(snapshot) if row.fact.status == "approved"]
    made = _made_by_chain(views)
    for row in approved:
        view = by_key.get((row.fact.chain, row.fact.number))
        term = _term_of(view, known) if view is not None else None
        if term is not None:
            placed.setdefault(id(term), []).append(row)
        elif view is not None and view.finalised_block is not None:
            unplaced.append((view.chain, view.finalised_block, view.finalised_block))
        else:
            unplaced.append((row.fact.chain, *_around(made.get(row.fact.chain), row.fact.number)))
    listed = {(row.fact.chain, row.fact.number) for row in approved}
    lacking = {id(_term_of(view, known)) for view in views if _lacks(view, listed)}
    return [
        LedgerTerm(
            term=term,
            rows=tuple(placed[id(term)]),
            complete=id(term) not in lacking
            and all(row.fact.amount_minted is not None for row in placed[id(term)])
            and not any(_may_hold(term, found) for found in unplaced),
        )
        for term in known
        if id(term) in placed
    ]


def _term_of(view: ProposalView, known: Sequence[Term]) -> Term | None:
    """Find the term in which a proposal was executed."""
    if view.history is not None:
        return term_at(known, view.chain, executed_block(view.history.record.fact))
    if view.finalised_block is not None:
        return term_at(known, view.chain, view.finalised_block)
    for reported in reversed(view.reports):
        if reported.fact.outcome == EXECUTED:
            return next((t for t in known if t.chain == view.chain and t.term == reported.fact.term), None)
    return None


def _lacks(view: ProposalView, listed: set[tuple[str | None, int]]) -> bool:
    """Tell whether an executed spending proposal is missing from the ledger."""
    if view.outcome != EXECUTED or (view.type or "").casefold() != SPENDING:
        return False
    return (view.chain, view.number) not in listed


def _may_hold(term: Term, unplaced: tuple[str | None, int, int | None]) -> bool:
    """Tell whether a row that was executed somewhere between two blocks may belong to a term."""
    chain, low, high = unplaced
    if chain != term.chain or term.start_block is None or term.end_block is None:
        return chain == term.chain
    return low <= term.end_block and (high is None or high >= term.start_block)


def _made_by_chain(views: Sequence[ProposalView]) -> dict[str | None, _Made]:
    """Collect when the dumped proposals of every chain were made."""
    blocks: dict[str | None, list[tuple[int, int]]] = {}
    longest: dict[str | None, int] = {}
    for view in views:
        if view.created_block is not None:
            fact = view.dumps[0].fact
            open_for = max(view.blocks_to_finalise or 0, (fact.voting_period or 0) + (fact.grace_period or 0))
            longest[view.chain] = max(longest.get(view.chain, 0), open_for)
            blocks.setdefault(view.chain, []).append((view.number, view.created_block))
    return {chain: _Made(blocks=tuple(sorted(found)), longest=longest[chain]) for chain, found in blocks.items()}


def _around(made: _Made | None, number: int) -> tuple[int, int | None]:
    """Give the earliest and the latest block at which a proposal may have ended; None where nothing bounds it.

    Numbers are given in the order of creation, so the dumped proposals before and after it bound its own creation.
    """
    if made is None:
        return 0, None
    before, after = bisect_left(made.blocks, (number, 0)), bisect_left(made.blocks, (number + 1, 0))
    low = made.blocks[before - 1][1] if before > 0 else 0
    return low, made.blocks[after][1] + made.longest if after < len(made.blocks) else None
