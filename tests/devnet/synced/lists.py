"""Tables of a store as they are without one of the query node's lists, held against those with all of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from secretariat.flow.materialise import snapshot_now
from secretariat.flow.tables import flow_tables

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

ABOUT_FIGURES = frozenset({"problems", "unknown-figures"})
"""Tables that tell of others: they have more rows where less is known."""

WHERE_FROM = frozenset({"source", "figures_from", "expected_source", "found_source", "subject"})
"""Columns that say in words what a figure is of or from, and so name less where less was read."""


def tables_now(connection: Connection) -> Tables:
    """Work out every table, row by row with the names of its columns."""
    return {
        made.name: [dict(zip([heading.name for heading in made.headings], row, strict=True)) for row in made.rows]
        for made in flow_tables(snapshot_now(connection))
    }


def other_values(whole: Tables, found: Tables) -> Iterator[str]:
    """List the rows that are no row of the whole tables: one is the same, or has empty cells where that has figures."""
    for name, rows in found.items():
        if name in ABOUT_FIGURES:
            continue
        left = list(whole[name])
        for row in sorted(rows, key=_empty):
            same = next((one for one in left if _weaker(row, one)), None)
            if same is None:
                near = min(whole[name], key=lambda one: len(_other(row, one)), default={})
                yield f"{name}: {_other(row, near)} in {dict(row)}"
            else:
                left.remove(same)


def _empty(row: Row) -> int:
    return sum(value is None for value in row.values())


def _weaker(row: Row, whole: Row) -> bool:
    return not _other(row, whole)


def _other(row: Row, whole: Row) -> dict[str, tuple[Any, Any]]:
    return {
        column: (whole.get(column), value)
        for column, value in row.items()
        if column not in WHERE_FROM and value is not None and value != whole.get(column)
    }


def unlisted(whole: Tables, found: Tables, words: str = "never read whole: ") -> Iterator[str]:
    """List the columns that are emptier than in the whole tables, and the tables with fewer rows, of which nothing is said.

    What is said must name a list, as ``words`` do. A table that tells of others, or of problems, is none of them.
    """
    said: dict[tuple[str, str], str] = {}
    for row in found["unknown-figures"]:
        said[row["table"], row["column"]] = f"{said.get((row['table'], row['column']), '')} {row['why']}"
    for name, rows in found.items():
        if name in ABOUT_FIGURES:
            continue
        if len(rows) < len(whole[name]) and words not in said.get((name, "(rows)"), ""):
            yield f"{name}: {len(whole[name])} rows and now {len(rows)}"
        for column in rows[0] if len(rows) == len(whole[name]) and rows and name != "checks" else ():
            lost = _filled(whole[name], column) > _filled(rows, column)
            why = said.get((name, column)) or said.get((name, "(rows)"), "")
            if lost and column not in WHERE_FROM and words not in why:
                yield f"{name}.{column}: {why}"


def _filled(rows: Sequence[Row], column: str) -> int:
    return sum(row[column] is not None for row in rows)
