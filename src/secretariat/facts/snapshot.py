"""The facts the duties asked for at one moment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, TypeVar, cast

from secretariat.facts.moments import Moment
from secretariat.facts.problems import Problem
from secretariat.facts.records import AnyStated, Stated

F = TypeVar("F")
V = TypeVar("V")


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Stated facts by kind, each kind ordered by file, line and key, and the problems known so far with their states.

    ``as_of`` is the newest moment that a term's end or a live fact states, so that equal facts give equal tables on any
    day. ``views`` holds what was worked out of these facts so far.
    """

    by_kind: dict[str, tuple[AnyStated, ...]] = field(default_factory=dict)
    problems: tuple[tuple[Problem, str], ...] = ()
    as_of: Moment | None = None
    views: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, cls: type[F]) -> tuple[Stated[F], ...]:
        """List the stated facts of one class, in order."""
        return cast("tuple[Stated[F], ...]", self.by_kind.get(cls.KIND, ()))  # type: ignore[attr-defined]

    def with_problems(self, problems: tuple[tuple[Problem, str], ...]) -> "Snapshot":
        """Give the same facts with these problems; views stay, since none reads problems."""
        made = replace(self, problems=problems)
        made.views.update(self.views)
        return made


def once(work: Callable[[Snapshot], V]) -> Callable[[Snapshot], V]:
    """Work a view of the facts out once for each snapshot: many tables ask for it. It changes nothing and reads no problems."""

    @wraps(work)
    def view(snapshot: Snapshot) -> V:
        if work not in snapshot.views:
            snapshot.views[work] = work(snapshot)
        return cast("V", snapshot.views[work])

    return view


_DATED = (
    ("term-figures", "ended_at"),
    ("council-report", "ended_at"),
    ("kpi-round", "ended_at"),
    ("elected-council", "elected_at"),
    ("stage-update", "created_at"),
    ("candidacy", "created_at"),
    ("cast-vote", "created_at"),
    ("proposal", "status_at"),
    ("proposal-vote", "at"),
)
"""Facts whose moments tell how new a snapshot is: kind and field."""


def snapshot_of(records: Iterable[AnyStated]) -> Snapshot:
    """Order records into a snapshot; ``as_of`` is taken from the ends of terms and from what live sources date."""
    by_kind: dict[str, list[AnyStated]] = {}
    for record in records:
        by_kind.setdefault(record.kind, []).append(record)
    ordered = {
        kind: tuple(sorted(found, key=lambda record: (record.file, record.line, record.key)))
        for kind, found in sorted(by_kind.items())
    }
    moments = [
        moment
        for kind, field in _DATED
        for record in ordered.get(kind, ())
        if (moment := getattr(record.fact, field)) is not None
    ]
    return Snapshot(by_kind=ordered, as_of=max(moments, default=None))
