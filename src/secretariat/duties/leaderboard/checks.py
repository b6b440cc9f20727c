"""The table of checks: wherever two sources give the same figure, both values and what may explain a difference."""

from collections.abc import Sequence

from secretariat.duties.leaderboard.check import Check
from secretariat.duties.leaderboard.checks_dumps import dump_checks
from secretariat.duties.leaderboard.checks_ledger import ledger_checks
from secretariat.duties.leaderboard.checks_live import live_checks
from secretariat.duties.leaderboard.checks_seats import seat_and_kpi_checks
from secretariat.duties.leaderboard.checks_terms import term_checks
from secretariat.facts.proposal_view import ProposalView, proposal_views
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import LONG_TEXT, NUMBER, TEXT, YES_NO, Column, Table
from secretariat.facts.term_view import Term, chain_rank, terms


def checks(snapshot: Snapshot) -> tuple[Check, ...]:
    """Run every check, ordered by chain, term, check and subject."""
    known = terms(snapshot)
    return checks_of(snapshot, known, proposal_views(snapshot))


def checks_of(snapshot: Snapshot, known: Sequence[Term], views: Sequence[ProposalView]) -> tuple[Check, ...]:
    """Run every check on terms and proposals that are worked out already."""
    found = [
        *term_checks(snapshot, known, views),
        *dump_checks(snapshot, known, views),
        *ledger_checks(snapshot, known, views),
        *seat_and_kpi_checks(snapshot, known),
        *live_checks(snapshot),
    ]
    return tuple(sorted(found, key=_order))


def _order(check: Check) -> tuple[tuple[int, str], bool, int, str, str, str]:
    return chain_rank(check.chain), check.term is None, check.term or 0, check.check, check.subject, check.found_source


TABLE: Table[Check] = Table(
    name="checks",
    title="Checks",
    description="The same figure from two sources: what was expected, what was found, and what may explain a difference.",
    columns=(
        Column(
            name="check",
            description="Name of the check; what it compares is in the subject.",
            unit=TEXT,
            value=lambda row: row.check,
            source="here",
        ),
        Column(
            name="chain",
            description="Chain of the figure, where it is known.",
            unit=TEXT,
            value=lambda row: row.chain,
            source="both sources",
        ),
        Column(
            name="term",
            description="Council term of the figure, where it has one.",
            unit=NUMBER,
            value=lambda row: row.term,
            source="both sources",
        ),
        Column(
            name="subject",
            description="What is compared, and the two kinds of source.",
            unit=LONG_TEXT,
            value=lambda row: row.subject,
            source="here",
        ),
        Column(
            name="expected",
            description="The value that counts, from the source that comes first. Text of exact digits, because units differ; empty where"
            " that source does not say.",
            unit=TEXT,
            value=lambda row: row.expected,
            source="the source named in expected_source",
        ),
        Column(
            name="found",
            description="The value of the other source; empty where it does not say.",
            unit=TEXT,
            value=lambda row: row.found,
            source="the source named in found_source",
        ),
        Column(
            name="difference",
            description="found less expected, exact; empty where they are not numbers.",
            unit=TEXT,
            value=lambda row: row.difference,
            source="worked out here",
        ),
        Column(
            name="unit", description="Unit of the three.", unit=TEXT, value=lambda row: row.unit, source="both sources"
        ),
        Column(
            name="agrees",
            description="Whether both are the same.",
            unit=YES_NO,
            value=lambda row: row.agrees,
            source="worked out here",
        ),
        Column(
            name="likely_cause",
            description="What may explain the difference, by a rule that looks at the figures; empty where none applies. Not a proof.",
            unit=LONG_TEXT,
            value=lambda row: row.cause.words if row.cause else None,
            source="worked out here",
        ),
        Column(
            name="cause_rule",
            description="Name of the rule behind likely_cause.",
            unit=TEXT,
            value=lambda row: row.cause.rule if row.cause else None,
            source="worked out here",
        ),
        Column(
            name="expected_source",
            description="File and line of the value that counts, or list, key and block.",
            unit=LONG_TEXT,
            value=lambda row: row.expected_source,
            source="the archive",
        ),
        Column(
            name="found_source",
            description="File and line of the other value, or list, key and block.",
            unit=LONG_TEXT,
            value=lambda row: row.found_source,
            source="the archive",
        ),
    ),
    rows=checks,
)
