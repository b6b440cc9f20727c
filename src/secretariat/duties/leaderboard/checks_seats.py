"""Checks on seats and on KPI money: the same figure from the files of results, reports and earnings."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.check import Check, check
from secretariat.duties.leaderboard.seat_view import SeatComparison, seat_comparisons
from secretariat.facts import kpi_ledger
from secretariat.facts.elections import ElectedSeat, ReportedSeat
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import Term

SEAT_UNITS = {"own_stake": "tokens", "backers_stake": "tokens", "jsg_stake": "tokens", "total_stake": "tokens"}


def seat_and_kpi_checks(snapshot: Snapshot, known: Sequence[Term]) -> list[Check]:
    """Compare what two sources say about seats and about KPI money."""
    return [
        *_seat_checks(snapshot),
        *_kpi_checks(snapshot, known),
    ]


def _seat_checks(snapshot: Snapshot) -> Iterable[Check]:
    records: dict[str, list[AnyStated]] = {}
    listed: tuple[AnyStated, ...] = (*snapshot.of(ElectedSeat), *snapshot.of(ReportedSeat))
    for record in listed:
        records.setdefault(record.source, []).append(record)
    for found in seat_comparisons(snapshot):
        candidates = [r for r in records.get(found.expected_source, []) if _is_of(r, found)]
        stated = candidates[0] if len(candidates) == 1 and hasattr(candidates[0].fact, found.figure) else None
        yield check(
            found.check,
            figure=found.figure,
            chain=found.seat.chain,
            term=found.seat.term,
            subject=f"seat of {found.seat.handle or found.seat.member_id}{_council(found)}, {_words(found.figure)}:"
            f" {found.expected_format} and {found.found_format}",
            expected=found.expected,
            found=found.found,
            unit=SEAT_UNITS.get(found.figure, "number" if found.figure == "member_id" else "count"),
            expected_source=found.expected_source,
            found_source=found.found_source,
            stated=stated,
            field=found.figure if stated is not None else None,
        )


def _is_of(record: AnyStated, found: SeatComparison) -> bool:
    return getattr(record.fact, found.figure, None) == found.expected


def _council(found: SeatComparison) -> str:
    """Name the council of a seat whose term is not known by the results file's own round."""
    if found.seat.term is not None or found.seat.results_round is None:
        return ""
    return f" in results round {found.seat.results_round}"


def _words(figure: str) -> str:
    return figure.replace("_", " ")


def _kpi_checks(snapshot: Snapshot, known: Sequence[Term]) -> Iterable[Check]:
    of_round: dict[int | None, list[Term]] = {}
    for matched in known:
        if matched.kpi_round is not None:
            of_round.setdefault(matched.kpi_round, []).append(matched)
    for found in kpi_ledger.comparisons(snapshot):
        terms = of_round.get(found.kpi_round, [])
        term = terms[0] if len(terms) == 1 else None
        in_round = "" if found.kpi_round is None else f" in KPI round {found.kpi_round}"
        yield check(
            found.check,
            figure=found.figure,
            chain=term.chain if term else None,
            term=term.term if term else None,
            subject=f"{found.subject}{in_round}, {_words(found.figure)}",
            expected=found.expected,
            found=found.found,
            unit=found.unit,
            expected_source=found.expected_source,
            found_source=found.found_source,
            stated=found.stated,
            field=found.field,
        )
