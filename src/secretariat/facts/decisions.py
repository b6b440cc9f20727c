"""Decisions that people made about problems, read back as facts and laid over the records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from secretariat.facts.fields import field_types, value_from_text
from secretariat.facts.networks import chain_of
from secretariat.facts.problems import Problem
from secretariat.facts.records import REPAIRED, AnyStated


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemDecision:
    """What a person decided about one problem. A later decision on the same problem replaces an earlier one.

    To ``reopen`` a problem is to withdraw what was decided about it. ``seq`` is the number of the journal's entry, 0
    for a decision that is not written down yet. ``value`` is the repaired value as the person typed it (amounts in tokens); empty for all but a repair, and for one
    to "unknown". ``problem`` is the problem as it stood when it was decided.
    """

    problem: Problem
    action: Literal["repair", "dismiss", "reopen"]
    person: str
    at: str
    why: str
    value: str = ""
    seq: int = 0


def standing(decisions: Iterable[ProblemDecision]) -> dict[str, ProblemDecision]:
    """Give for each problem, by its id, the decision that stands, in the order they were taken; none once reopened."""
    latest: dict[str, ProblemDecision] = {}
    for decision in decisions:
        latest.pop(decision.problem.id, None)  # two problems may point at one field: the later decision counts
        if decision.action != "reopen":
            latest[decision.problem.id] = decision
    return latest


Place = tuple[str, str, str]
"""Where a record stands: file, kind, key."""


def last_repairs(decisions: Iterable[ProblemDecision]) -> dict[Place, dict[str, ProblemDecision]]:
    """Give for each repaired record the decision that set each of its repaired fields last."""
    repairs: dict[Place, dict[str, ProblemDecision]] = {}
    for decision in standing(decisions).values():
        target = decision.problem.target
        if decision.action == "repair" and target is not None:
            place = (decision.problem.file, target.kind, target.key)
            repairs.setdefault(place, {})[target.field] = decision
    return repairs


def lay_over(records: Iterable[AnyStated], decisions: Iterable[ProblemDecision]) -> tuple[AnyStated, ...]:
    """Put every repaired value into the record its problem points at; all other records stay as they are.

    A record whose network is repaired gets that network's chain. A repaired record names the decisions in its source.
    """
    repairs = last_repairs(decisions)
    if not repairs:
        return tuple(records)
    laid = []
    for record in records:
        made = repairs.get((record.file, record.kind, record.key), {})
        typed = {name: decision.value for name, decision in made.items()}
        cls: type = type(record.fact)
        types = field_types(cls) if typed else {}
        values = {name: value_from_text(types[name], text) for name, text in typed.items()}
        if "network" in typed and "chain" in types:
            values["chain"] = chain_of(typed["network"])
        laid.append(record._replace(fact=replace(record.fact, **values), repaired=_traced(made)) if made else record)
    return tuple(laid)


def _traced(made: Mapping[str, ProblemDecision]) -> str:
    """Name the decision behind each repaired field; a person's name cannot be taken for another source."""
    return "; ".join(
        f"{name}{REPAIRED}{decision.person.replace(';', ',')} (journal {decision.seq})"
        for name, decision in made.items()
    )


def _told(decision: ProblemDecision) -> str:
    done = "Dismissed" if decision.action == "dismiss" else f"Set to {decision.value or 'unknown'}"
    return f"{done} by {decision.person} on {decision.at[:10]}: {decision.why}"


def decided(problems: Iterable[Problem], decisions: Iterable[ProblemDecision]) -> tuple[tuple[Problem, str], ...]:
    """Pair every problem with its state: open, applied or dismissed.

    A problem that a repair made disappear stays in the register, as its decision recorded it. A decided problem says in
    the place of the proposal what was decided, by whom and why.
    """
    by_id = standing(decisions)
    states = {"repair": "applied", "dismiss": "dismissed"}  # what was reopened does not stand
    found: dict[str, tuple[Problem, str]] = {}
    for problem in (*problems, *(decision.problem for decision in by_id.values())):
        decision = by_id.get(problem.id)
        if decision is None:
            found[problem.id] = (problem, problem.state)
        else:
            found.setdefault(problem.id, (replace(problem, repair=_told(decision)), states[decision.action]))
    ordered = sorted(found.values(), key=lambda pair: (pair[0].file, pair[0].line, pair[0].code, pair[0].id))
    return tuple(ordered)
