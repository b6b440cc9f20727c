"""What a duty is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from secretariat.desk.findings import Finding
from secretariat.facts.now import Now
from secretariat.facts.problems import Problem
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import AnyTable


def no_problems(snapshot: Snapshot) -> tuple[Problem, ...]:
    """Find nothing: for a duty that has no rules about the archives."""
    return ()


def nothing_due(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
    """Conclude nothing: for a duty that puts nothing on the desk."""
    return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Watched:
    """One kind of fact that a review loads, and how it is bounded.

    ``all`` is for kinds with a row a term or fewer, ``open`` for the rows of a live list that can still change, ``newest``
    for the ``most`` rows that were first read last, ``named`` for the memberships of the members whom the other kinds name.
    """

    kind: str
    which: Literal["all", "open", "newest", "named"] = "all"
    most: int = 0


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One duty of the role: the kinds of fact it reads, the tables it publishes, the problems its rules find.

    ``role`` lists the rows of ``docs/role.md`` it answers. ``review`` concludes what is due from the kinds in ``watches``
    and the people's ``decisions`` (classes with a ``KIND``)
    alone, at one moment; its third argument is the duty's own ``settings`` (an instance of that class), or None without.
    """

    name: str
    role: tuple[str, ...]
    needs: tuple[str, ...]
    tables: tuple[AnyTable, ...] = ()
    problems: Callable[[Snapshot], tuple[Problem, ...]] = no_problems
    watches: tuple[Watched, ...] = ()
    decisions: tuple[type, ...] = ()
    settings: type | None = None
    review: Callable[[Snapshot, Now, Any], tuple[Finding, ...]] = nothing_due
