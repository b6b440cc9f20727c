"""Lists of the query node that were read whole: which hold nothing, so that a figure is 0 and not unknown."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.facts.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class EmptyList:
    """A list whose ``totalCount`` was 0 at the block where it was read whole. ``name`` is the list's: ``rewards-paid``."""

    KIND: ClassVar[str] = "empty-list"

    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MissingList:
    """A list that was never read whole, of a query node that was asked for it.

    ``up_to`` is the block of its last whole reading, where that is before the block of the other lists. ``unplaced`` says, where it
    was read whole, which of its values cannot be read without which a row cannot be placed.
    """

    KIND: ClassVar[str] = "missing-list"

    name: str
    up_to: int | None = None
    unplaced: str = ""


def missing_list(missing: MissingList) -> Stated[MissingList]:
    """State that a list was never read whole, or only up to a block before that of the others, or has a row that cannot be placed."""
    behind = "never read whole" if missing.up_to is None else "behind the other lists"
    return Stated(
        kind=MissingList.KIND,
        key="a row cannot be placed" if missing.unplaced else behind,
        file=f"{QUERY_NODE}/{missing.name}",
        format=QUERY_NODE,
        line=missing.up_to or 0,
        fact=missing,
    )


def empty_list(name: str, block: int) -> Stated[EmptyList]:
    """State that a list was empty at a block."""
    return Stated(
        kind=EmptyList.KIND,
        key="totalCount 0",
        file=f"{QUERY_NODE}/{name}",
        format=QUERY_NODE,
        line=block,
        fact=EmptyList(name=name),
    )


def empty(snapshot: Snapshot, name: str) -> Stated[EmptyList] | None:
    """Give the proof that a list holds nothing; None where it holds something, or was never read whole."""
    return next((one for one in snapshot.of(EmptyList) if one.fact.name == name), None)


def was_read(snapshot: Snapshot, kind: type[object], name: str) -> bool:
    """Tell whether a list was ever read whole: there are facts of its kind, or it is proven that there is none."""
    return bool(snapshot.of(kind)) or empty(snapshot, name) is not None
