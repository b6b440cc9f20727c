"""The list of problems: which are shown, in what order, and how they are counted and printed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from secretariat.facts.tables import Built, Value

SEVERITIES = ("error", "warning", "note")
"""The worst first, as the list is ordered."""


def row_texts(built: Built) -> list[dict[str, str]]:
    """Give every row as texts by column; empty where nothing is known."""
    names = [heading.name for heading in built.headings]
    return [
        {name: "" if cell is None else str(cell) for name, cell in zip(names, cells, strict=True)}
        for cells in built.rows
    ]


def in_order(built: Built, file: str | None) -> Built:
    """Keep the problems of files with these words in their path; errors first, then warnings, each by file and line."""
    places = {heading.name: place for place, heading in enumerate(built.headings)}

    def key(row: tuple[Value, ...]) -> tuple[int, str, int, str]:
        severity, path, line = (row[places[name]] for name in ("severity", "file", "line"))
        return _rank(str(severity)), str(path or ""), line if isinstance(line, int) else 0, str(row[places["id"]])

    kept = (row for row in built.rows if file is None or file in str(row[places["file"]] or ""))
    return replace(built, rows=tuple(sorted(kept, key=key)))


def lines_of(built: Built) -> Iterator[str]:
    """Write the counts by severity, code and state, then every problem."""
    rows = row_texts(built)
    by_severity = Counter(row["severity"] for row in rows)
    told = [f"{by_severity[name]:,} {name}{'' if by_severity[name] == 1 else 's'}" for name in SEVERITIES]
    yield f"{len(rows):,} problem{'' if len(rows) == 1 else 's'}: {', '.join(told)}"
    counts = Counter((row["severity"], row["code"], row["state"]) for row in rows)
    for (severity, code, state), count in sorted(counts.items(), key=lambda item: (_rank(item[0][0]), item[0])):
        yield f"{count:>6}  {severity}  {code} ({state})"
    yield ""
    for row in rows:
        yield f"{row['id']}  [{row['state']}, {row['severity']}]  {row['file']}:{row['line']}"
        yield f"    {row['what']}" + (f" {row['repair']}" if row["repair"] else "")


def none_found(total: int, asked: Mapping[str, str | None]) -> str:
    """Say that there is no problem, or none of those asked for."""
    named = " ".join(f"--{name} {value}" for name, value in asked.items() if value)
    if not named or not total:
        return "No problems."
    return f"0 problems with {named}; without that there {'is 1' if total == 1 else f'are {total:,}'}."


def _rank(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)
