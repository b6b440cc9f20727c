"""Checks on the spending ledger: against reports on terms, against proposals, against its older copy."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.causes import Cause, CauseValue
from secretariat.duties.leaderboard.check import Check, CheckValue, check
from secretariat.duties.leaderboard.ledger_terms import LedgerTerm, ledger_terms
from secretariat.duties.leaderboard.term_places import TermPlaces, place_of, term_places
from secretariat.duties.leaderboard.titles import same_title
from secretariat.facts import spending_ledger
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.proposal_view import SETTLED, ProposalView
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import Term

SPENDING_UNITS = {
    "amount_asked": "tokens",
    "amount_minted": "tokens",
    "exchange_rate": "USD per token",
    "usd": "USD",
    "bounty": "number",
}

LEDGER_WORDS = {"executed": "approved"}
"""The ledger writes approved where the chain says executed; all other words are the same."""


def ledger_checks(snapshot: Snapshot, known: Sequence[Term], views: Sequence[ProposalView]) -> list[Check]:
    """Compare the ledger with what reports, proposals and the older copy say.

    A row whose title is another than the proposal's is not compared: one of the two has the wrong number.
    """
    by_key = {(view.chain, view.number): view for view in views}
    rows = [
        found
        for row in spending_ledger.ledger(snapshot)
        if (view := by_key.get((row.fact.chain, row.fact.number))) is not None
        and same_title(row.fact.title or "", view.title)
        for found in _row_checks(row, view)
    ]
    return [*_term_checks(snapshot, known, views), *rows, *_copy_checks(snapshot)]


def _row_checks(row: Stated[SpendingRow], view: ProposalView) -> Iterable[Check]:
    """Compare one row with the chain's outcome and with the amount that council reports print."""
    dumped = view.dumps[0] if view.dumps else None
    outcome = dumped.fact.outcome if dumped else None
    if dumped is not None and row.fact.status is not None and outcome in SETTLED:
        yield _row_check(row, view, "status", LEDGER_WORDS.get(outcome, outcome), row.fact.status, dumped.source)
    for reported in view.reports:
        if row.fact.amount_asked is not None and reported.fact.amount is not None:
            yield _row_check(row, view, "amount_asked", reported.fact.amount, row.fact.amount_asked, reported.source)


def _row_check(
    row: Stated[SpendingRow], view: ProposalView, figure: str, other: CheckValue, own: CheckValue, source: str
) -> Check:
    """Compare a row with another source; of a status the chain's word counts, of an amount the ledger's."""
    chain_counts = figure == "status"
    first, second = ((other, source), (own, row.source))[:: 1 if chain_counts else -1]
    return check(
        f"spending-{figure.replace('_', '-')}",
        figure=figure,
        chain=view.chain,
        term=view.term,
        subject=f"proposal {view.number}, {_words(figure)}: spending ledger and"
        f" {'chain dump' if chain_counts else 'council report'}",
        expected=first[0],
        found=second[0],
        unit=SPENDING_UNITS.get(figure, "text"),
        expected_source=first[1],
        found_source=second[1],
        stated=row,
        field=figure,
    )


def _term_checks(snapshot: Snapshot, known: Sequence[Term], views: Sequence[ProposalView]) -> Iterable[Check]:
    places = term_places(snapshot)
    for of_term in ledger_terms(snapshot, known, views):
        yield from _term_check(of_term, "spending_executed", places)
        yield from _term_check(of_term, "bounties_paid", places)


def _term_check(of_term: LedgerTerm, figure: str, places: TermPlaces) -> Iterable[Check]:
    printed = of_term.term.figures.get(figure)
    if printed is None or not isinstance(printed.value, int):
        return
    rows = [row for row in of_term.rows if figure == "spending_executed" or row.fact.bounty is not None]
    stated, field = place_of(places, printed.source, figure)
    yield check(
        f"ledger-{figure.replace('_', '-')}",
        figure=figure,
        chain=of_term.term.chain,
        term=of_term.term.term,
        subject=f"{_words(figure)}: {printed.format} and the rows of the spending ledger executed in the term ({len(rows)})",
        expected=printed.value,
        found=sum(row.fact.amount_minted or 0 for row in rows),
        unit="tokens",
        expected_source=printed.source,
        found_source=(rows or of_term.rows)[0].source,
        rules=() if of_term.complete else (_incomplete,),
        stated=stated,
        field=field,
    )


def _incomplete(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Explain a sum that lacks rows, because where they belong is not known or the ledger does not have them."""
    if isinstance(expected, int) and isinstance(found, int) and found < expected:
        words = "the ledger's rows of the term are not all known: some have no amount, no known block, or are missing"
        return Cause(rule="incomplete", words=words, harmless=True)
    return None


def _copy_checks(snapshot: Snapshot) -> Iterable[Check]:
    """List where the older copy of the ledger differs from it; fields in which they agree are not listed one by one."""
    records = {(row.source, row.key): row for row in spending_ledger.ledger(snapshot)}
    for found in spending_ledger.differences(snapshot):
        unit = SPENDING_UNITS.get(found.field, "text")
        expected, other = _comparable(found.csv, found.csv_text), _comparable(found.json, found.json_text)
        stated = records.get((found.csv_source, found.key))
        yield check(
            f"spending-copy-{found.field.replace('_', '-')}",
            figure=found.field,
            chain=found.chain,
            term=None,
            subject=f"spending proposal {found.number}, {_words(found.field)}: ledger and its older JSON copy",
            expected=expected,
            found=other,
            unit=unit,
            expected_source=found.csv_source,
            found_source=found.json_source,
            rules=(_older_copy,),
            stated=stated,
            field=found.field if stated is not None else None,
        )


def _comparable(value: object, text: str) -> CheckValue:
    """Give a value as it is held where checks can compare it, else as a person would write it."""
    return value if isinstance(value, CheckValue) else text


def _older_copy(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Explain what was filled in, or marked as reimbursed, after the copy was made."""
    if found is None or (found is False and expected in (None, True)):
        words = "the copy is older: it lacks what was filled in later"
        return Cause(rule="older-copy", words=words, harmless=True)
    return None


def _words(figure: str) -> str:
    return figure.replace("_", " ")
