"""What one sync did: list by list, source by source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from secretariat.facts.freshness import Freshness, SourceState

Progress = Callable[[str], object]
"""Told what is being read."""

Way = Literal["whole", "changes", "refused"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ListDone:
    """One list: how it was read, the rows it has now, what changed among its records, why it was refused.

    ``compared`` are settled rows that were compared again. Of a refused list the last good facts stay.
    """

    name: str
    way: Way
    rows: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    compared: int = 0
    problems: int = 0
    refused: str = ""

    @property
    def moved(self) -> bool:
        """Tell whether any record is another than before."""
        return bool(self.added or self.changed or self.removed)


@dataclass(kw_only=True)
class Synced:
    """One sync. ``failures`` tells, by source, why nothing or not all of it could be read; ``notes`` what else to know."""

    lists: list[ListDone] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    states: Mapping[str, SourceState] = field(default_factory=dict)
    freshness: tuple[Freshness, ...] = ()
    requests: int = 0
    bytes_received: int = 0

    @property
    def complete(self) -> bool:
        """Tell whether every configured source gave every list."""
        return not self.failures and all(one.way != "refused" for one in self.lists)

    @property
    def moved(self) -> bool:
        """Tell whether any fact is another than before."""
        return any(one.moved or one.problems for one in self.lists)
