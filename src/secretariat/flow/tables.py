"""Tables: lay decisions over the facts, let every duty find problems, and build every table."""

from collections.abc import Iterable, Iterator

from secretariat.duties.duty import Duty
from secretariat.duties.figures import WITH_TABLES
from secretariat.facts.decisions import ProblemDecision, decided, lay_over
from secretariat.facts.plausible import repair_problems
from secretariat.facts.problems import Problem
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.tables import Flowing, flow


def worked_out(
    records: Iterable[AnyStated],
    problems: Iterable[Problem],
    decisions: tuple[ProblemDecision, ...],
    duties: tuple[Duty, ...] = WITH_TABLES,
) -> Snapshot:
    """Make the snapshot that tables are built from: repaired records, and all problems with their states.

    ``problems`` are those the parsers found; the duties' rules add theirs, and so do repairs that cannot be true beside
    the values of the same record.
    """
    laid = lay_over(records, decisions)
    snapshot = snapshot_of(laid)
    found = [
        *problems,
        *repair_problems(laid, decisions),
        *(problem for duty in duties for problem in duty.problems(snapshot)),
    ]
    return snapshot.with_problems(decided(found, decisions))


def kinds_needed(duties: tuple[Duty, ...] = WITH_TABLES) -> frozenset[str]:
    """Name every kind of fact that some duty reads; no other is loaded."""
    return frozenset(kind for duty in duties for kind in duty.needs)


def flow_tables(snapshot: Snapshot, duties: tuple[Duty, ...] = WITH_TABLES) -> Iterator[Flowing]:
    """Give every duty's tables in the register's order, each to be worked out row by row."""
    return (flow(table, snapshot) for duty in duties for table in duty.tables)
