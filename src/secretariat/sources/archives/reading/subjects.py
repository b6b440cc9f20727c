"""Problems of one document told apart, so that none hides behind another of the same name."""

from collections import Counter
from dataclasses import replace

from secretariat.sources.archives.document import Reading


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
