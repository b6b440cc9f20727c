"""Decide: what people do about problems, kept in the journal, each decision in one transaction."""

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import Connection

from secretariat.facts.decisions import ProblemDecision, last_repairs, standing
from secretariat.facts.fields import field_types, text_of_value, value_from_text, written_out
from secretariat.facts.kinds import KINDS
from secretariat.facts.moments import Moment
from secretariat.facts.plausible import impossible, word_of
from secretariat.facts.problems import Problem, Target
from secretariat.flow.context import Context, machine_time, person
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.decide.refusals import reason as _reason
from secretariat.flow.decided import decisions_now
from secretariat.flow.materialise import Materialised, materialise, snapshot_told
from secretariat.store import facts as store_facts
from secretariat.store.engine import writing
from secretariat.store.journal import append_problem_decision


def repair(context: Context, identifier: str, value: str, *, why: str) -> tuple[str, ...]:
    """Set the one field a problem points at to a value a person knows; gives what was done in a sentence.

    Further lines tell of every problem that the value leads to: it may not fit what stands beside it, and either may be
    wrong. An empty value sets the field to unknown; an amount may be
    written as 600k or 1.5M, and the answer has all its digits. Raises DecisionRefused for an unknown problem, one that points at no
    single field, a value that does not fit the field or that it can never have, or a missing reason, and PersonUnknown.
    Where the field was repaired to this very value already, that is said and nothing is written.
    """
    decider, reason = person(), _reason(why)
    with writing(context.engine) as connection:
        before = snapshot_told(connection, context.machine_now()).problems
        problem = _problem(before, identifier)
        target = _target(connection, problem)
        shown = _fitting(target, value)
        already = _set_by(connection, problem, target)
        if already is not None and already.value == shown:
            return (f"{target.field} of {target.kind} {target.key} is {shown or 'unknown'} already: {_by(already)}.",)
        made = _decide(connection, problem, "repair", person=decider, why=reason, value=shown)
    known = {one.id for one, _ in before}
    new = [one for one, state in made.snapshot.problems if state == "open" and one.id not in known]
    done = f"{target.field} of {target.kind} {target.key} is now {shown or 'unknown'}."
    led_to = (f"This leads to a problem: {one.id}  {one.file}:{one.line}  {one.what}" for one in new)
    return (done, *led_to, *([made.waits] if made.waits else []))


def dismiss(context: Context, identifier: str, *, why: str) -> str:
    """Say that a problem is none, or cannot be mended; gives what was done in a sentence.

    Raises DecisionRefused for an unknown problem or a missing reason, and PersonUnknown. Where it is dismissed already,
    that is said and nothing is written.
    """
    decider, reason = person(), _reason(why)
    with writing(context.engine) as connection:
        problem = _problem(snapshot_told(connection, context.machine_now()).problems, identifier)
        already = standing(decisions_now(connection)).get(problem.id)
        if already is not None and already.action == "dismiss":
            return f"{identifier} is dismissed already: {_by(already)}."
        made = _decide(connection, problem, "dismiss", person=decider, why=reason, value="")
    return f"{identifier} is dismissed. {made.waits}".rstrip()


def reopen(context: Context, identifier: str, *, why: str) -> str:
    """Withdraw what was decided about a problem; gives what was done in a sentence.

    The tables are then what they were without that decision. Raises DecisionRefused for an unknown problem, one about
    which nothing is decided, or a missing reason, and PersonUnknown.
    """
    decider, reason = person(), _reason(why)
    with writing(context.engine) as connection:
        problem = _problem(snapshot_told(connection, context.machine_now()).problems, identifier)
        known = decisions_now(connection)
        withdrawn = standing(known).get(problem.id)
        if withdrawn is None:
            return _nothing_to_withdraw(problem, known)
        made = _decide(connection, withdrawn.problem, "reopen", person=decider, why=reason, value="")
    state = next((state for one, state in made.snapshot.problems if one.id == identifier), None)
    what = "repair" if withdrawn.action == "repair" else "dismissal"
    ending = f"{identifier} is {state} again" if state else "the sources do not have the problem any more"
    return f"The {what} by {withdrawn.person} (journal {withdrawn.seq}) is withdrawn; {ending}. {made.waits}".rstrip()


def _nothing_to_withdraw(problem: Problem, known: Iterable[ProblemDecision]) -> str:
    """Say that a problem is open already. Raises DecisionRefused where nobody ever decided about it."""
    if any(decision.problem.id == problem.id for decision in known):
        return f"{problem.id} is {problem.state} already: the last decision about it was withdrawn."
    raise DecisionRefused(f"Nobody decided anything about {problem.id}: there is nothing to withdraw.")


def _set_by(connection: Connection, problem: Problem, target: Target) -> ProblemDecision | None:
    """Find the repair of a problem that set its field to what it is now."""
    fields = last_repairs(decisions_now(connection)).get((problem.file, target.kind, target.key), {})
    found = fields.get(target.field)
    return found if found is not None and found.problem.id == problem.id else None


def _by(decision: ProblemDecision) -> str:
    return f"so decided {decision.person} on {decision.at[:10]} (journal {decision.seq})"


def _problem(known: Iterable[tuple[Problem, str]], identifier: str) -> Problem:
    found = [problem for problem, _ in known]
    matching = next((problem for problem in found if problem.id == identifier), None)
    if matching is None:
        near = [problem.id for problem in found if problem.id.startswith(identifier)]
        hint = f" Did you mean {near[0]}?" if len(near) == 1 else " secretariat problems lists them."
        raise DecisionRefused(f"There is no problem {identifier!r}.{hint}")
    return matching


def _target(connection: Connection, problem: Problem) -> Target:
    target = problem.target
    if target is None:
        raise DecisionRefused(
            f"The problem {problem.id} points at no single value. Mend the source and import it again, or: "
            f"secretariat problems dismiss {problem.id} --why TEXT"
        )
    if store_facts.load_record(connection, problem.file, target.kind, target.key) is None:
        raise DecisionRefused(f"There is no {target.kind} {target.key} in {problem.file} any more; import it again.")
    return target


def _fitting(target: Target, value: str) -> str:
    """Give the value as the journal keeps it. Raises DecisionRefused for one that the field can never have."""
    type_ = field_types(KINDS[target.kind])[target.field]
    value = written_out(value) if type_ == "amount" else value
    name = f"{target.field} of {target.kind} {target.key}"
    try:
        known = value_from_text(type_, word_of(target.kind, target.field, value))
    except ValueError as error:
        raise DecisionRefused(f"{name}: {error}.") from error
    why_not = impossible(target.kind, target.field, known)
    if why_not:
        raise DecisionRefused(f"{name} cannot be {text_of_value(type_, known) or 'unknown'}: {why_not}.")
    return text_of_value(type_, known)


def _decide(
    connection: Connection,
    problem: Problem,
    action: Literal["repair", "dismiss", "reopen"],
    *,
    person: str,
    why: str,
    value: str,
) -> Materialised:
    """Write a decision down and rebuild every table; gives what they tell of then, with all problems and their states."""
    decision = ProblemDecision(problem=problem, action=action, person=person, at=machine_time(), why=why, value=value)
    append_problem_decision(connection, decision)
    return materialise(connection, Moment(decision.at))
