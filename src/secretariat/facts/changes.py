"""What an import does to what is known: rows and problems, document by document."""

from dataclasses import dataclass
from typing import Literal

from secretariat.facts.problems import Problem

Change = Literal["added", "changed", "removed", "unchanged"]
ProblemChange = Literal["new", "gone", "standing"]


@dataclass(frozen=True, kw_only=True, slots=True)
class RowChange:
    """What an import does to one record. ``fields`` holds (name, text before, text now) of a changed one."""

    change: Change
    kind: str
    key: str
    line: int
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentChange:
    """What an import does to one document.

    ``known`` says that the store has it, ``same`` that it has these very bytes. ``problems`` are those the parser finds
    now, new or standing, and then those it found at the last import and does not find any more.
    """

    path: str
    format: str
    known: bool
    same: bool
    rows: tuple[RowChange, ...]
    problems: tuple[tuple[ProblemChange, Problem], ...] = ()
