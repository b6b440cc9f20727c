"""What an import did, as the JSON contract ``secretariat.import/1``."""

from typing import TYPE_CHECKING, Any

from secretariat.cli.import_counts import counts_of

if TYPE_CHECKING:
    from secretariat.facts.changes import DocumentChange
    from secretariat.facts.problems import Problem
    from secretariat.flow.collect import Import
    from secretariat.flow.gone import Gone


def as_contract(done: "Import") -> dict[str, Any]:
    """Give the result of an import as its contract has it."""
    dropped = [one for one in done.gone if done.dropping and not one.held_by]
    return {
        "contract": "secretariat.import/1",
        "committed": done.committed,
        "data_sets": [{"name": name, **numbers} for name, numbers in sorted(counts_of(done).items())],
        "rows": [row for change in done.changes for row in _rows(change)],
        "problems": [
            {**_problem(problem), "change": what}
            for change in done.changes
            for what, problem in change.problems
            if what != "gone"
        ],
        "gone_problems": [
            _problem(problem) for change in done.changes for what, problem in change.problems if what == "gone"
        ],
        "gone_files": [one.contents.path for one in done.gone if one not in dropped],
        "dropped_files": [_dropped(one) for one in dropped],
        "unknown_files": [read.path for read in done.readings if read.format == "unknown"],
    }


def _rows(change: "DocumentChange") -> list[dict[str, Any]]:
    return [
        {
            "change": row.change,
            "kind": row.kind,
            "key": row.key,
            "file": change.path,
            "line": row.line,
            "fields": [{"name": name, "before": before, "now": now} for name, before, now in row.fields],
        }
        for row in change.rows
        if row.change != "unchanged"
    ]


def _problem(problem: "Problem") -> dict[str, Any]:
    return {
        "id": problem.id,
        "code": problem.code,
        "file": problem.file,
        "line": problem.line,
        "severity": problem.severity,
        "what": problem.what,
        "repair": problem.repair,
        "applied": problem.applied,
        "refused": problem.refused,
    }


def _dropped(gone: "Gone") -> dict[str, Any]:
    found = gone.contents
    return {
        "path": found.path,
        "format": found.format,
        "rows": sum(count for _, count in found.records),
        "problems": found.problems,
    }
