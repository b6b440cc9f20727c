"""Decide: what people do about problems, kept in the journal."""

from secretariat.errors import SecretariatError
from secretariat.facts.decisions import ProblemDecision
from secretariat.facts.fields import FieldType, field_types, text_of_value, value_from_text
from secretariat.facts.kinds import KINDS
from secretariat.facts.problems import Problem
from secretariat.flow.context import Context, machine_time, person
from secretariat.flow.publish import decisions_now, materialise
from secretariat.flow.review import review
from secretariat.store import facts as store_facts
from secretariat.store.engine import reading, writing
from secretariat.store.journal import append_problem_decision


class DecisionRefused(SecretariatError):
    """The decision cannot be taken as given; the message says why and what would be."""


def repair(context: Context, identifier: str, value: str, *, why: str) -> str:
    """Set the one field a problem points at to a value a person knows; gives what was done in a sentence.

    An empty value sets the field to unknown. Raises DecisionRefused for an unknown problem, one that points at no
    single field, a value that does not fit the field, or a missing reason.
    """
    problem = _problem(context, identifier, why)
    target = problem.target
    if target is None:
        raise DecisionRefused(
            f"The problem {identifier} points at no single value. Mend the source and import it again, or: "
            f"secretariat problems dismiss {identifier} --why TEXT"
        )
    type_: FieldType = field_types(KINDS[target.kind])[target.field]
    try:
        shown = text_of_value(type_, value_from_text(type_, value))
    except ValueError as error:
        raise DecisionRefused(f"{target.field} of {target.kind} {target.key}: {error}.") from error
    with reading(context.engine) as connection:
        if store_facts.load_record(connection, problem.file, target.kind, target.key) is None:
            raise DecisionRefused(
                f"There is no {target.kind} {target.key} in {problem.file} any more; import it again."
            )
    _record(context, problem, "repair", why, shown)
    return f"{target.field} of {target.kind} {target.key} is now {shown or 'unknown'}."


def dismiss(context: Context, identifier: str, *, why: str) -> str:
    """Say that a problem is none, or cannot be mended; gives what was done in a sentence. Raises DecisionRefused."""
    problem = _problem(context, identifier, why)
    _record(context, problem, "dismiss", why, "")
    return f"{identifier} is dismissed."


def _problem(context: Context, identifier: str, why: str) -> Problem:
    if not why.strip():
        raise DecisionRefused("Say why, in words that the next secretary will understand: --why TEXT")
    with reading(context.engine) as connection:
        decisions = decisions_now(connection)
        found = review(store_facts.load_records(connection), store_facts.load_problems(connection), decisions).problems
    matching = [problem for problem, _ in found if problem.id == identifier]
    if not matching:
        near = [problem.id for problem, _ in found if problem.id.startswith(identifier)]
        hint = f" Did you mean {near[0]}?" if len(near) == 1 else " secretariat problems lists them."
        raise DecisionRefused(f"There is no problem {identifier!r}.{hint}")
    return matching[0]


def _record(context: Context, problem: Problem, action: str, why: str, value: str) -> None:
    decision = ProblemDecision(
        problem=problem,
        action="repair" if action == "repair" else "dismiss",
        person=person(),
        at=machine_time(),
        why=why.strip(),
        value=value,
    )
    with writing(context.engine) as connection:
        append_problem_decision(connection, decision)
        materialise(connection)
