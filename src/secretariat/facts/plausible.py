"""What a repaired value must be to be taken: possible in itself, and not at odds with the values beside it.

The readers hold printed figures to the same rules. One below zero that cannot be is unknown until a person says what it
is, wherever it was read; any other that does not fit is kept as printed, with a problem.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from secretariat.facts.decisions import ProblemDecision, last_repairs
from secretariat.facts.fields import field_types, optional_fields, text_of_value
from secretariat.facts.kinds import KINDS
from secretariat.facts.networks import CHAIN_OF_NETWORK
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.records import AnyStated

_STATUSES = ("approved", "expired", "canceled", "execution-failed", "rejected", "slashed", "vetoed")
_OUTCOMES = (
    "executed",
    "execution-failed",
    "rejected",
    "slashed",
    "expired",
    "canceled",
    "vetoed",
    "passed-on",
    "pending",
    "active",
)
_WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("spending-row", "status"): _STATUSES,
    ("dumped-proposal", "outcome"): _OUTCOMES,
    ("reported-proposal", "outcome"): _OUTCOMES,
}
"""The words of fields that hold one of a few, by kind and field."""

_MAY_BE_NEGATIVE = {("kpi-round", "fiat_difference_usd"), ("leaderboard-figure", "number"), ("kpi-grading", "points")}

_BETWEEN: Mapping[tuple[str, str], tuple[int, int]] = {
    ("term-figures", "block_time"): (1, 60),
    ("survey-answer", "share"): (0, 100),
    ("key-result", "status"): (0, 1),
    **{
        ("dumped-proposal", f"{what}_{of}"): (0, 100)
        for what in ("approval", "slashing")
        for of in ("quorum", "threshold")
    },
}
"""Least and most, by kind and field; a text that is no number has no bounds."""

NEVER_ABOVE: tuple[tuple[str, str], ...] = (
    ("start_block", "end_block"),
    ("end_block", "deadline_block"),
    ("created_block", "finalised_block"),
    ("started_at", "ended_at"),
    ("ended_at", "deadline"),
    ("opened_on", "closed_on"),
    ("from_day", "to_day"),
    ("proposals_approved", "proposals"),
    ("validators_start", "validator_limit_start"),
    ("validators_end", "validator_limit_end"),
    ("council_minted_start", "council_minted_end"),
    ("minted_start", "minted_end"),
    ("members_start", "members_end"),
    ("threads_start", "threads_end"),
    ("posts_start", "posts_end"),
    ("jsg_stake", "backers_stake"),
    ("total_usd", "possible_usd"),
)
"""Pairs of fields of one record of which the first is never above the second: ends, limits, and what only ever grows."""


def word_of(kind: str, field: str, text: str) -> str:
    """Write a word as the field has it: those of which there are only a few are in lower case."""
    return text.strip().lower() if _few(kind, field) else text


def impossible(kind: str, field: str, value: object) -> str | None:
    """Say why a field can hold no such value, whatever stands beside it; None when it can."""
    if value is None:
        required = field not in optional_fields(KINDS[kind])
        return "it cannot be unknown, as the row is nothing without it" if required else None
    few = _few(kind, field)
    if few and value not in few:
        return f"write one of {', '.join(few)}, not {value!r}"
    number = _number(value)
    if number is None:
        return None
    if (kind, field) in _BETWEEN:
        least, most = _BETWEEN[kind, field]
        return None if least <= number <= most else f"it lies between {least} and {most}, and {value} does not"
    return "it cannot be less than nothing" if below_nothing(kind, field, value) else None


def below_nothing(kind: str, field: str, value: object) -> bool:
    """Tell whether a field holds a number below zero and can hold none: amounts, counts, heights, rates, ids.

    Only changes, differences and points that are taken away may be below zero.
    """
    if (kind, field) in _MAY_BE_NEGATIVE or isinstance(value, str):
        return False
    number = _number(value)
    return number is not None and number < 0


def _few(kind: str, field: str) -> tuple[str, ...]:
    return tuple(CHAIN_OF_NETWORK) if field == "network" else _WORDS.get((kind, field), ())


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool):
        return None
    try:
        number = Decimal(value) if isinstance(value, int | str | Decimal) else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


def repair_problems(records: Iterable[AnyStated], decisions: Iterable[ProblemDecision]) -> Iterator[Problem]:
    """Find where a repaired value cannot be true beside another value of its record; ``records`` have it laid over.

    Either may be wrong, so the problem points at the one that nobody repaired.
    """
    repaired = last_repairs(decisions)
    for record in records if repaired else ():
        fields = repaired.get((record.file, record.kind, record.key), {})
        for low, high in NEVER_ABOVE if fields else ():
            if (low in fields or high in fields) and _above(record.fact, low, high):
                yield _at_odds(record, low, high, other=low if low not in fields else high)


def _above(fact: Any, low: str, high: str) -> bool:
    first, second = getattr(fact, low, None), getattr(fact, high, None)
    if first is None or second is None:
        return False
    if isinstance(first, str):  # moments: of one that is a day only, the hour is not known
        length = min(len(first), len(second))
        return bool(first[:length] > second[:length])
    return bool(first > second)


def _at_odds(record: AnyStated, low: str, high: str, *, other: str) -> Problem:
    cls: type = type(record.fact)
    types = field_types(cls)
    shown = {name: text_of_value(types[name], getattr(record.fact, name)) for name in (low, high)}
    repaired = high if other == low else low
    return problem(
        "impossible-figure",
        file=record.file,
        line=record.line,
        subject=f"{record.kind} {record.key} {low} above {high} after repair",
        what=f"{repaired} of {record.kind} {record.key} was repaired to {shown[repaired]}, but {other} is {shown[other]}:"
        f" {low} is never above {high}.",
        repair=f"Set {other} here, or repair {repaired} again.",
        target=Target(kind=record.kind, key=record.key, field=other),
    )
