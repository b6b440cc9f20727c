"""KPI money as several sources state it: each statement once, sums where every part is known, and comparisons."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any, TypeVar

from secretariat.facts.amounts import Amount, Usd
from secretariat.facts.kpis import Kpi, KpiEarning, KpiGrading, KpiLeader, KpiRound, KpiTermEarnings
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot

F = TypeVar("F")
K = TypeVar("K", bound=Hashable)
Person = tuple[int | None, str | None]
"""A member by id; by handle only where the source names no id."""

EXACT_DIGITS = 100
"""Figures have at most 30 digits before and after the point, so sums within this precision are exact."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiComparison:
    """One figure from two sources. ``expected`` is the one that counts; amounts of unit ``tokens`` are base units.

    ``kpi_round`` is None for figures of all rounds together. ``stated`` and ``field`` name the value a person could
    repair when the two differ.
    """

    check: str
    subject: str
    kpi_round: int | None
    figure: str
    unit: str
    expected: Decimal | int
    found: Decimal | int
    expected_source: str
    found_source: str
    stated: AnyStated
    field: str

    @property
    def agrees(self) -> bool:
        """Tell whether both sources give the same figure."""
        return self.expected == self.found


def person_of(fact: KpiEarning | KpiGrading | KpiLeader) -> Person:
    """Tell whose figure it is."""
    return (fact.member_id, None) if fact.member_id is not None else (None, fact.handle)


def first_of_each(records: Iterable[Stated[F]], key: Callable[[F], K]) -> dict[K, Stated[F]]:
    """Keep the first statement about each thing: copies of a file count once. Differences are ``comparisons``."""
    found: dict[K, Stated[F]] = {}
    for record in records:
        found.setdefault(key(record.fact), record)
    return found


def rounds(snapshot: Snapshot) -> dict[int, Stated[KpiRound]]:
    """Give the document of each KPI round."""
    return first_of_each(snapshot.of(KpiRound), lambda fact: fact.kpi_round)


def term_earnings(snapshot: Snapshot) -> dict[int, Stated[KpiTermEarnings]]:
    """Give the earnings file's totals of each KPI round."""
    return first_of_each(snapshot.of(KpiTermEarnings), lambda fact: fact.kpi_round)


def kpis(snapshot: Snapshot) -> dict[tuple[int, str, int], Stated[Kpi]]:
    """Give each KPI by round, section and number."""
    return first_of_each(snapshot.of(Kpi), lambda fact: (fact.kpi_round, fact.section, fact.number))


def earnings(snapshot: Snapshot) -> tuple[Stated[KpiEarning], ...]:
    """Give each member's earnings in each KPI round once, by round and member."""
    found = first_of_each(snapshot.of(KpiEarning), lambda fact: (fact.kpi_round, person_of(fact)))
    return tuple(sorted(found.values(), key=lambda record: (record.fact.kpi_round, *_order(person_of(record.fact)))))


def gradings(snapshot: Snapshot) -> tuple[Stated[KpiGrading], ...]:
    """Give each grading of one member on one KPI once; those without a member are told apart by their line."""
    found: dict[Hashable, Stated[KpiGrading]] = {}
    for record in snapshot.of(KpiGrading):
        fact = record.fact
        whom: Hashable = fact.member_id if fact.member_id is not None else (fact.handle, record.key)
        found.setdefault((fact.kpi_round, fact.section, fact.number, whom), record)
    return tuple(found.values())


def sum_usd(values: Iterable[Usd | None]) -> Usd | None:
    """Add up dollars exactly; None without a value or when one is not known."""
    known = list(values)
    if not known or any(value is None for value in known):
        return None
    with localcontext(prec=EXACT_DIGITS):
        return Usd(sum((value for value in known if value is not None), Decimal(0)))


def sum_tokens(values: Iterable[Amount | None]) -> Amount | None:
    """Add up base units; None without a value or when one is not known."""
    known = list(values)
    if not known or any(value is None for value in known):
        return None
    return Amount(sum(value for value in known if value is not None))


def sources_of(records: Iterable[AnyStated]) -> str:
    """Name every file and line that records stand at, once each."""
    return "; ".join(dict.fromkeys(record.source for record in records))


def comparisons(snapshot: Snapshot) -> tuple[KpiComparison, ...]:
    """List every KPI figure that two sources give, equal or not."""
    return (
        *_between_copies(snapshot),
        *_possible_rewards(snapshot),
        *_earned_and_granted(snapshot),
        *_published_totals(snapshot),
    )


def _between_copies(snapshot: Snapshot) -> Iterable[KpiComparison]:
    """Compare two files that state the same member's earnings in the same round."""
    first = first_of_each(snapshot.of(KpiEarning), lambda fact: (fact.kpi_round, person_of(fact)))
    for record in snapshot.of(KpiEarning):
        fact = record.fact
        kept = first[fact.kpi_round, person_of(fact)]
        if kept is record:
            continue
        for field, unit in (("usd", "USD"), ("tokens", "tokens")):
            pair = getattr(kept.fact, field), getattr(record.fact, field)
            if None not in pair:
                yield _comparison("kpi-earning", record, field, unit, fact.kpi_round, pair, kept.source, record.source)


def _possible_rewards(snapshot: Snapshot) -> Iterable[KpiComparison]:
    """Compare the reward of a KPI document with the earnings file's possible reward.

    A reward printed in parts is left out: the earnings file counts the council's part, and which one that is the
    document does not say.
    """
    documents = rounds(snapshot)
    for number, record in term_earnings(snapshot).items():
        document = documents.get(number)
        possible = record.fact.possible_usd
        if document is None or document.fact.reward_usd is None or possible is None:
            continue
        if "+" not in (document.fact.reward_printed or ""):
            pair = document.fact.reward_usd, possible
            yield _comparison(
                "kpi-possible-reward",
                record,
                "possible_usd",
                "USD",
                record.fact.kpi_round,
                pair,
                document.source,
                record.source,
            )


def _earned_and_granted(snapshot: Snapshot) -> Iterable[KpiComparison]:
    """Compare what a member earned in a round with the sum of the member's gradings, where both are known."""
    granted: dict[tuple[int, Person], list[Stated[KpiGrading]]] = {}
    for grading in gradings(snapshot):
        granted.setdefault((grading.fact.kpi_round, person_of(grading.fact)), []).append(grading)
    for record in earnings(snapshot):
        own = granted.get((record.fact.kpi_round, person_of(record.fact)), [])
        total = sum_usd(grading.fact.reward_usd for grading in own)
        if total is not None and record.fact.usd is not None:
            pair = total, record.fact.usd
            yield _comparison(
                "kpi-earned-and-granted",
                record,
                "usd",
                "USD",
                record.fact.kpi_round,
                pair,
                sources_of(own),
                record.source,
            )


def _published_totals(snapshot: Snapshot) -> Iterable[KpiComparison]:
    """Compare the totals of the published leaderboard with the sums of the earnings."""
    earned: dict[Person, list[Stated[KpiEarning]]] = {}
    for record in earnings(snapshot):
        earned.setdefault(person_of(record.fact), []).append(record)
    for leader in snapshot.of(KpiLeader):
        own = earned.get(person_of(leader.fact), [])
        sums: tuple[tuple[str, str, Any], ...] = (
            ("total_usd", "USD", sum_usd(record.fact.usd for record in own)),
            ("total_tokens", "tokens", sum_tokens(record.fact.tokens for record in own)),
        )
        for field, unit, total in sums:
            pair = total, getattr(leader.fact, field)
            if None not in pair:
                yield _comparison(
                    "kpi-published-total", leader, field, unit, None, pair, sources_of(own), leader.source
                )


def _comparison(
    check: str,
    stated: AnyStated,
    field: str,
    unit: str,
    kpi_round: int | None,
    pair: tuple[Any, Any],
    expected_source: str,
    found_source: str,
) -> KpiComparison:
    return KpiComparison(
        check=check,
        subject=_subject(stated),
        kpi_round=kpi_round,
        figure=field,
        unit=unit,
        expected=pair[0],
        found=pair[1],
        expected_source=expected_source,
        found_source=found_source,
        stated=stated,
        field=field,
    )


def _subject(stated: AnyStated) -> str:
    """Name what a figure is about: a member, or a whole round."""
    fact = stated.fact
    if isinstance(fact, KpiTermEarnings):
        return f"KPI round {fact.kpi_round}"
    member_id, handle = fact.member_id, fact.handle
    return f"member {member_id}" if member_id is not None else f"member {handle or 'without a name'}"


def _order(person: Person) -> tuple[bool, int, str]:
    """Order people by member id, those without one last, by handle."""
    return person[0] is None, person[0] or 0, person[1] or ""
