"""Decisions that people made about problems, read back as facts and laid over the records."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from secretariat.facts.fields import field_types, value_from_text
from secretariat.facts.networks import chain_of
from secretariat.facts.problems import Problem
from secretariat.facts.records import AnyStated


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemDecision:
    """What a person decided about one problem. A later decision on the same problem replaces an earlier one.

    ``value`` is the repaired value as the person typed it (amounts in tokens); empty for a dismissal and for a repair
    to "unknown". ``problem`` is the problem as it stood when it was decided.
    """

    problem: Problem
    action: Literal["repair", "dismiss"]
    person: str
    at: str
    why: str
    value: str = ""


def last_repairs(decisions: Iterable[ProblemDecision]) -> dict[tuple[str, str, str], dict[str, str]]:
    """Give for each repaired record (file, kind, key) the value last typed for each of its repaired fields."""
    latest: dict[str, ProblemDecision] = {}
    for decision in decisions:
        latest.pop(decision.problem.id, None)  # two problems may point at one field: the later decision counts
        latest[decision.problem.id] = decision
    repairs: dict[tuple[str, str, str], dict[str, str]] = {}
    for decision in latest.values():
        target = decision.problem.target
        if decision.action == "repair" and target is not None:
            place = (decision.problem.file, target.kind, target.key)
            repairs.setdefault(place, {})[target.field] = decision.value
    return repairs


def lay_over(records: Iterable[AnyStated], decisions: Iterable[ProblemDecision]) -> tuple[AnyStated, ...]:
    """Put every repaired value into the record its problem points at; all other records stay as they are.

    A record whose network is repaired gets that network's chain.
    """
    repairs = last_repairs(decisions)
    if not repairs:
        return tuple(records)
    laid = []
    for record in records:
        typed = repairs.get((record.file, record.kind, record.key), {})
        cls: type = type(record.fact)
        types = field_types(cls) if typed else {}
        values = {name: value_from_text(types[name], text) for name, text in typed.items()}
        if "network" in typed and "chain" in types:
            values["chain"] = chain_of(typed["network"])
        laid.append(replace(record, fact=replace(record.fact, **values)) if values else record)
    return tuple(laid)


def _told(decision: ProblemDecision) -> str:
    done = "Dismissed" if decision.action == "dismiss" else f"Set to {decision.value or 'unknown'}"
    return f"{done} by {decision.person} on {decision.at[:10]}: {decision.why}"


def decided(problems: Iterable[Problem], decisions: Iterable[ProblemDecision]) -> tuple[tuple[Problem, str], ...]:
    """Pair every problem with its state: open, applied or dismissed.

    A problem that a repair made disappear stays in the register, as its decision recorded it. A decided problem says in
    the place of the proposal what was decided, by whom and why.
    """
    by_id = {decision.problem.id: decision for decision in decisions}
    states = {"repair": "applied", "dismiss": "dismissed"}
    found: dict[str, tuple[Problem, str]] = {}
    for problem in (*problems, *(decision.problem for decision in by_id.values())):
        decision = by_id.get(problem.id)
        if decision is None:
            found[problem.id] = (problem, problem.state)
        else:
            found.setdefault(problem.id, (replace(problem, repair=_told(decision)), states[decision.action]))
    ordered = sorted(found.values(), key=lambda pair: (pair[0].file, pair[0].line, pair[0].code, pair[0].id))
    return tuple(ordered)
