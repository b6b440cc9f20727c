"""What each kind of source says about the figures of one council term."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from decimal import Decimal

from secretariat.facts.amounts import tokens
from secretariat.facts.elections import ReportedSeat
from secretariat.facts.moments import moment_of_date
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.term_dumps import DumpedNumbers, FigureValue, Given, counts_between
from secretariat.facts.terms import CouncilReport, LeaderboardFigure, TermFigures

ROUNDED = "content_bytes_rounded"
FIGURES = tuple(field.name for field in fields(TermFigures) if field.name not in ("network", "chain", "term", ROUNDED))
"""The figures a term may have. ``content_bytes_rounded`` goes with the content bytes."""

_REPORT_FIGURES = {
    "election_round": "election_round",
    "kpi_round": "kpi_round",
    "start_block": "start_block",
    "end_block": "end_block",
    "started_at": "started_at",
    "ended_at": "ended_at",
    "proposals": "proposals_created",
    "proposals_approved": "approved",
    "council_minted_start": "council_minted_start",
    "council_minted_end": "council_minted_end",
    "spending_executed": "minted_for_spending",
    "council_rewards": "minted_for_members",
}
_LEADERBOARD_COUNTS = {
    "proposals submitted": "proposals",
    "total council applicants": "applicants",
    "total votes": "votes",
    "validator count": "validators_end",
}
_LEADERBOARD_TOKENS = {
    "total applicant stake": "applicant_stake",
    "total issuance": "issuance_end",
    "tokens burned during term": "burned",
    "total validator stake": "validator_stake_end",
    "total validator minted": "validator_rewards",
    "total spending proposal minted": "spending_executed",
}
_BLOCK_TIME = "avg. block gen time"
_BLOCK_RANGE = re.compile(r"#?\s*(\d{1,12})\s*[-\u2013]\s*#?\s*(\d{1,12})")
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def values_given(
    records: list[AnyStated], dump: DumpedNumbers | None, seats: list[Stated[ReportedSeat]]
) -> tuple[dict[str, list[Given]], dict[str, list[Given]]]:
    """Collect the values of every figure in order of precedence, and apart from them those of doubtful documents."""
    given: dict[str, list[Given]] = {}
    doubted: dict[str, list[Given]] = {}
    first_start: dict[str, int] = {}
    reports = [record for record in records if not isinstance(record.fact, LeaderboardFigure)]
    for record in reports:
        start = record.fact.start_block
        doubtful = start is not None and start != first_start.setdefault(record.kind, start)
        _put(doubted if doubtful else given, record)
    cells: dict[str, list[Given]] = {}
    for record in records:
        if isinstance(record.fact, LeaderboardFigure):
            _put(cells, record)
    start, end = (_first_block(given.get(name) or cells.get(name) or []) for name in ("start_block", "end_block"))
    for name, counted in counts_between(dump, start, end):
        given.setdefault(name, []).append(counted)
    for name, values in cells.items():
        given.setdefault(name, []).extend(values)
    if seats and len({seat.file for seat in seats}) == 1:
        given.setdefault("seats", []).append((len(seats), seats[0].source, seats[0].format))
    return given, doubted


def _first_block(values: list[Given]) -> int | None:
    return values[0][0] if values and isinstance(values[0][0], int) else None


def _put(given: dict[str, list[Given]], record: AnyStated) -> None:
    for name, value in figures_of(record):
        given.setdefault(name, []).append((value, record.source, record.format))


def figures_of(record: AnyStated) -> Iterator[tuple[str, FigureValue]]:
    """Give the figures that one record states for its term; unknown ones are left out."""
    fact = record.fact
    if isinstance(fact, TermFigures):
        named: Iterable[tuple[str, FigureValue | None]] = [(name, getattr(fact, name)) for name in FIGURES]
        if fact.content_bytes_start is not None or fact.content_bytes_end is not None:
            named = [*named, (ROUNDED, fact.content_bytes_rounded)]
    elif isinstance(fact, CouncilReport):
        named = [(name, getattr(fact, printed)) for name, printed in _REPORT_FIGURES.items()]
    else:
        named = _leaderboard_figures(fact)
    return ((name, value) for name, value in named if value is not None)


def _leaderboard_figures(fact: LeaderboardFigure) -> Iterable[tuple[str, FigureValue | None]]:
    """Read a cell of the hand-made leaderboard whose row means the same as a report's figure.

    Rows in dollars, averages, and rows that no report prints are left out.
    """
    metric = " ".join(re.sub(r"\((joy|tokens?)\)|[*`]", " ", fact.metric.lower()).split())
    if fact.member is not None:
        return []
    if metric == "block range" and (blocks := _BLOCK_RANGE.fullmatch(fact.printed.strip())):
        return [("start_block", int(blocks[1])), ("end_block", int(blocks[2]))]
    if metric == "start date" and (date := _DAY_FIRST.fullmatch(fact.printed.strip())):
        return [("started_at", _day(int(date[3]), int(date[2]), int(date[1])))]
    if fact.number is None or not fact.number.is_finite():
        return []
    if metric in _LEADERBOARD_COUNTS and fact.number == fact.number.to_integral_value():
        return [(_LEADERBOARD_COUNTS[metric], int(fact.number))]
    if metric in _LEADERBOARD_TOKENS:
        return [(_LEADERBOARD_TOKENS[metric], _tokens(fact.number))]
    return [("block_time", fact.number)] if metric == _BLOCK_TIME else []


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return moment_of_date(year, month, day)
    except ValueError:
        return None


def _tokens(number: Decimal) -> int | None:
    try:
        return tokens(number)
    except ValueError:
        return None
