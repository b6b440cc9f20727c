"""What must hold of the key results of one document: their numbers against their objectives, and their grades."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from secretariat.facts.kpis import KeyResult
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.numbers import read_number


@dataclass(slots=True)
class Found:
    """A key result being read: its number, objective, text, status and line."""

    number: str
    objective: str
    objective_title: str
    text: str
    line: int
    status: str | None = None


def check_families(reading: Reading, period: str, found: Iterable[Found]) -> None:
    """Report a key result numbered as of another objective than those before it, where the objective has no number.

    Such is what stands below an objective whose heading is missing: it would count as the objective before.
    """
    family: dict[str, str] = {}
    for result in found:
        first = re.split(r"[.-]", result.number)[0]
        if result.objective.startswith("O-") or result.number == first:
            continue
        if family.setdefault(result.objective, first) != first:
            reading.problem(
                "header-contradiction",
                result.line,
                subject=f"{period}/KR-{result.number} in {quoted(result.objective)}",
                what=f"Key result KR-{result.number} stands under {quoted(result.objective)} with KR-{family[result.objective]}.*: "
                "the heading of its own objective may be missing.",
                repair="Put the heading back, or set its objective; until then it counts as printed.",
                target=Target(kind=KeyResult.KIND, key=f"{period}/KR-{result.number}", field="objective"),
            )
            family[result.objective] = first


def check_number(reading: Reading, key: str, result: Found) -> None:
    """Compare the numbers: KR-3.2 belongs to the objective whose number ends in 3."""
    parts = re.split(r"[.-]", result.number)
    if not result.objective.startswith("O-") or len(parts) < 2:
        return
    last = re.split(r"[.-]", result.objective)[-1]
    if parts[0] != last:
        reading.problem(
            "header-contradiction",
            result.line,
            subject=f"{key} under {quoted(result.objective)}",
            what=f"Key result KR-{result.number} stands under objective {result.objective}.",
            repair="Mend the number of the key result or of the objective; both are kept as printed.",
            target=Target(kind=KeyResult.KIND, key=key, field="key_result"),
        )


def check_grade(reading: Reading, key: str, result: Found) -> None:
    """Check a grade given as a number: key results are graded from 0 to 1."""
    grade = read_number(result.status).value if result.status else None
    if grade is not None and not Decimal(0) <= grade <= Decimal(1):
        reading.problem(
            "impossible-figure",
            result.line,
            subject=f"{key} status",
            what=f"Key result KR-{result.number} is graded {quoted(result.status)}; grades go from 0 to 1.",
            repair="Set the grade.",
            target=Target(kind=KeyResult.KIND, key=key, field="status"),
        )
