"""What an import did, counted per data set."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secretariat.flow.collect import Import

COLUMNS = ("files", "rows", "added", "changed", "removed", "unchanged", "repaired", "refused", "open")


def counts_of(done: "Import") -> dict[str, dict[str, int]]:
    """Count per data set: files, rows as they stand in them, what becomes of those, and problems by what was done.

    A row that repeats a key is counted among the rows and, merged or refused, not among the kept ones.
    """
    counts: dict[str, dict[str, int]] = {}
    for read, change in zip(done.readings, done.changes, strict=True):
        numbers = counts.setdefault(read.format, dict.fromkeys(COLUMNS, 0))
        numbers["files"] += 1
        for row in change.rows:
            numbers["rows"] += row.change != "removed"
            numbers[row.change] += 1
        for problem in read.problems:
            numbers["rows"] += problem.code == "duplicate-key"
            numbers["repaired" if problem.applied else "refused" if problem.refused else "open"] += 1
    return counts
