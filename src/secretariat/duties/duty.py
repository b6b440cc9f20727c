"""What a duty is made of."""

from collections.abc import Callable
from dataclasses import dataclass

from secretariat.facts.problems import Problem
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import AnyTable


def no_problems(snapshot: Snapshot) -> tuple[Problem, ...]:
    """Find nothing: for a duty that has no rules about the archives."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One duty of the role: the kinds of fact it reads, the tables it publishes, the problems its rules find.

    ``role`` lists the rows of ``docs/role.md`` it answers.
    """

    name: str
    role: tuple[str, ...]
    needs: tuple[str, ...]
    tables: tuple[AnyTable, ...] = ()
    problems: Callable[[Snapshot], tuple[Problem, ...]] = no_problems
