"""The grading of one KPI: who was granted what, and the sum row printed under it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from secretariat.facts.kpis import Kpi, KpiGrading
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.json_fields import (
    Entry,
    as_number,
    as_usd,
    as_whole,
    decimal,
    members_of,
    note_unknown_names,
    text,
    usd,
    whole,
)
from secretariat.sources.archives.reading.located_json import LocatedDict, line_of

_SUM_WORDS = ("SUM", "TOTAL")
_NAMES = frozenset(("memberId", "memberHandle", "voted", "points", "reward", "report"))


def read_gradings(kpi: Entry, fact: Kpi) -> tuple[tuple[KpiGrading, ...], frozenset[int]]:
    """Read the grading of a KPI: a list of objects, one object, or only words.

    Gives the gradings, and the members whose votes were counted. The row ``SUM`` is compared, not kept.
    """
    value = kpi.values.get("grading")
    rows = [value] if isinstance(value, dict) else members_of(value)
    gradings: list[KpiGrading] = []
    voted: set[int] = set()
    sums: list[LocatedDict] = []
    kept: list[LocatedDict] = []
    for place, row in enumerate(rows, start=1):
        if not isinstance(row, LocatedDict):
            _malformed(kpi.reading, f"{kpi.key}/row {place}", kpi.line)
        elif _is_sum(row):
            sums.append(row)
        else:
            kept.append(row)
            grading = _grading(kpi, fact, row, place)
            gradings.append(grading)
            if "voted" in row and grading.member_id is not None:
                voted.add(grading.member_id)
    note_unknown_names(kpi.reading, "a KPI's grading", kept, _NAMES)
    for total in sums[:1]:
        _compare(kpi, total, kept)
    return tuple(gradings), frozenset(voted)


def _grading(kpi: Entry, fact: Kpi, row: LocatedDict, place: int) -> KpiGrading:
    member = as_whole(row.get("memberId"))
    key = f"{kpi.key}/{member}" if member is not None else f"{kpi.key}/row {place}"
    entry = Entry(kpi.reading, row, KpiGrading.KIND, key)
    whole(entry, "memberId", "member_id")
    grading = KpiGrading(
        kpi_round=fact.kpi_round,
        section=fact.section,
        number=fact.number,
        member_id=member,
        handle=text(entry, "memberHandle", "handle"),
        points=decimal(entry, "points", "points"),
        reward_usd=usd(entry, "reward", "reward_usd"),
    )
    if as_number(row.get("memberId")).empty:
        entry.problem(
            "row-malformed",
            "member_id",
            f"A grading of KPI {kpi.key} names no member by number.",
            repair="Set the member's number; the grading is kept without it.",
        )
    entry.reading.add(key, entry.line, grading)
    return grading


def _is_sum(row: dict[str, Any]) -> bool:
    stated = row.get("memberId")
    return isinstance(stated, str) and stated.strip().upper() in _SUM_WORDS


def _compare(kpi: Entry, total: LocatedDict, rows: list[LocatedDict]) -> None:
    """Compare the sum row with the rows above it: votes, points, reward, and the number of members."""
    for name in ("voted", "points", "reward"):
        stated = as_usd(total.get(name)).value
        found = _sum(as_usd(row.get(name)).value for row in rows)
        if stated is not None and found is not None and stated != found:
            _differs(kpi, total, name, stated, found, rounding=abs(stated - found) <= Decimal(len(rows)) / 2)
    members = as_whole(total.get("memberHandle"))
    if members is not None and members != len(rows):
        _differs(kpi, total, "members", Decimal(members), Decimal(len(rows)))


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    """Add values; None when one of them is not known."""
    known = list(values)
    if any(value is None for value in known):
        return None
    return sum((value for value in known if value is not None), Decimal(0))


def _differs(
    kpi: Entry, total: LocatedDict, name: str, stated: Decimal, found: Decimal, *, rounding: bool = False
) -> None:
    kpi.reading.problem(
        "total-not-sum",
        line_of(total, kpi.line),
        subject=f"sum row {kpi.key} {name}",
        what=f"The sum row of KPI {kpi.key} prints {stated:f} for {name}; its rows come to {found:f}.",
        repair="Rows rounded to whole dollars can differ so much; the rows count."
        if rounding and name == "reward"
        else "Mend the row or the sum; the rows count.",
    )


def _malformed(reading: Reading, where: str, line: int) -> None:
    reading.problem(
        "row-malformed",
        line,
        subject=f"grading {where}",
        what=f"Grading {where} is not an object with member and reward.",
        repair="Mend the document and import it again.",
        refused=True,
    )
