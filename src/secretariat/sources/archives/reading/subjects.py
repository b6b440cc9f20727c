"""Problems of one document: the same words said once with every line, others told apart so that none hides."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from secretariat.facts.problems import LONGEST_WORDS, Problem
from secretariat.facts.texts import on_one_line
from secretariat.sources.archives.document import Reading

MANY = 20
"""Nobody reads the same words so often; fewer stand each at its line."""


def say_once(reading: Reading) -> None:
    """Join problems that say the same of many lines into one, at the first of them, which names the others.

    A problem with a target stays by itself: it is about one field, which a person repairs.
    """
    found: dict[tuple[str, str, str, bool, bool], list[Problem]] = {}
    for problem in reading.problems:
        if problem.target is None:
            said = problem.code, problem.what, problem.repair, problem.applied, problem.refused
            found.setdefault(said, []).append(problem)
    joined = {
        id(same[0]): replace(same[0], what=on_one_line(f"{same[0].what} {_others(same)}", LONGEST_WORDS))
        for same in found.values()
        if len(same) >= MANY
    }
    dropped = {id(problem) for same in found.values() if len(same) >= MANY for problem in same[1:]}
    reading.problems[:] = [
        joined.get(id(problem), problem) for problem in reading.problems if id(problem) not in dropped
    ]


def _others(same: Sequence[Problem]) -> str:
    lines = sorted({problem.line for problem in same} - {same[0].line})
    if not lines:
        return f"So it is {len(same):,} times on that line."
    return (
        f"So it is at {'line' if len(lines) == 1 else 'lines'} {', '.join(map(str, lines))} too ({len(same)} in all)."
    )


def tell_apart(reading: Reading) -> None:
    """Put a number behind every subject that an earlier problem of the same code has, in the file's order.

    A problem is known by its code, file and subject alone; two rows with the same damage would else be one problem.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for index, problem in enumerate(reading.problems):
        seen[problem.code, problem.subject] += 1
        number = seen[problem.code, problem.subject]
        if number > 1:
            reading.problems[index] = replace(problem, subject=f"{problem.subject} ({number})")


SEVERAL = 3
"""From so many places on, one broken rule is one problem that names them all."""


def at_places(places: Sequence[tuple[str, int]]) -> str:
    """Name things with their lines: ``KPI 1 of section 1 (line 22), KPI 2 of section 1 (line 30)``."""
    return ", ".join(f"{name} (line {line})" for name, line in places)
