"""The problems register as a published table."""

from collections.abc import Iterable

from secretariat.facts.problems import Problem
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import LONG_TEXT, NUMBER, TEXT, Column, Table

Entry = tuple[Problem, str]
"""A problem and its state: open, applied or dismissed."""


def _rows(snapshot: Snapshot) -> Iterable[Entry]:
    return sorted(
        snapshot.problems, key=lambda entry: (entry[0].file, entry[0].line, entry[0].code, entry[0].id, entry[1])
    )


_REGISTER = "the problems register"

TABLE: Table[Entry] = Table(
    name="problems",
    title="Problems",
    description="What is damaged in the archives, where, and what was done about it: one row per problem.",
    columns=(
        Column(
            name="id",
            description="Name of the problem; stays the same when lines move.",
            unit=TEXT,
            value=lambda row: row[0].id,
            source=_REGISTER,
        ),
        Column(
            name="file",
            description="File inside the archive.",
            unit=TEXT,
            value=lambda row: row[0].file,
            source=_REGISTER,
        ),
        Column(
            name="line",
            description="Line, from 1; 0 means the file as a whole.",
            unit=NUMBER,
            value=lambda row: row[0].line,
            source=_REGISTER,
        ),
        Column(
            name="code",
            description="Kind of damage; docs/contracts/problem-codes.md explains each.",
            unit=TEXT,
            value=lambda row: row[0].code,
            source=_REGISTER,
        ),
        Column(
            name="severity",
            description="note, warning or error.",
            unit=TEXT,
            value=lambda row: row[0].severity,
            source=_REGISTER,
        ),
        Column(
            name="what",
            description="What is wrong, in words.",
            unit=LONG_TEXT,
            value=lambda row: row[0].what,
            source=_REGISTER,
        ),
        Column(
            name="repair",
            description="The proposed or applied repair.",
            unit=LONG_TEXT,
            value=lambda row: row[0].repair,
            source=_REGISTER,
        ),
        Column(
            name="state",
            description="open, applied (repaired because only one reading was possible, or by a person) or dismissed (a person"
            " looked and left it).",
            unit=TEXT,
            value=lambda row: row[1],
            source=_REGISTER,
        ),
    ),
    rows=_rows,
)
