"""What one sync did: list by list, source by source."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from secretariat.facts.freshness import Freshness, SourceState
from secretariat.facts.moments import Moment

CONTRACT = "secretariat.sync/1"

Progress = Callable[[str], object]
"""Told what is being read."""

Way = Literal["whole", "changes", "refused"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ListDone:
    """One list: how it was read, the rows it has now, what changed among its records, why it was refused.

    ``compared`` are settled rows that were compared again. Of a refused list the last good facts stay. ``cut`` is how many
    rows the server gives at once where it gave fewer than were asked for, else 0.
    """

    name: str
    way: Way
    rows: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    compared: int = 0
    problems: int = 0
    cut: int = 0
    refused: str = ""

    @property
    def moved(self) -> bool:
        """Tell whether any record is another than before."""
        return bool(self.added or self.changed or self.removed)


def written_by_another(name: str) -> str:
    """Say that another sync wrote what this one was about to write."""
    return f"{name} was written by another sync meanwhile; this one leaves it as it is."


def lists_refused(reasons: Sequence[str]) -> str:
    """Say how many lists were refused, and why the first one."""
    lists = "1 list was" if len(reasons) == 1 else f"{len(reasons)} lists were"
    return f"{lists} refused{', the first' if len(reasons) > 1 else ''}: {reasons[0]}"


@dataclass(kw_only=True)
class Synced:
    """One sync, begun ``at`` the machine's time.

    ``failures`` tells, by source, why nothing of it could be read; ``notes`` what else to know.
    """

    at: Moment
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


def as_json(done: Synced) -> dict[str, Any]:
    """Give a sync as the contract ``secretariat.sync/1`` has it; lags and limits in seconds."""
    return {
        "contract": CONTRACT,
        "at": done.at,
        "complete": done.complete,
        "moved": done.moved,
        "requests": done.requests,
        "bytes_received": done.bytes_received,
        "lists": [_list(one) for one in done.lists],
        "failures": [{"source": source, "why": why} for source, why in done.failures.items()],
        "notes": done.notes,
        "freshness": [
            {"source": one.source, "verdict": one.verdict, "lag": one.lag, "limit": one.limit, "reason": one.reason}
            for one in done.freshness
        ],
    }


def _list(one: ListDone) -> dict[str, Any]:
    return {
        "list": one.name,
        "way": one.way,
        "rows": one.rows,
        "added": one.added,
        "changed": one.changed,
        "removed": one.removed,
        "compared": one.compared,
        "problems": one.problems,
        "refused": one.refused,
    }
