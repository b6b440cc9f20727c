"""Decisions at the desk in the journal: written one by one, and read back as facts."""

from dataclasses import asdict, replace
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, select

from secretariat.facts.decision_actions import ACTIONS, DeskDecision, subject_of
from secretariat.facts.desk_decisions import Taken
from secretariat.store.bodies import SCHEMA, content
from secretariat.store.journal import append
from secretariat.store.schema import journal

D = TypeVar("D", bound=DeskDecision)

_ACTION_OF = {cls: action for action, cls in ACTIONS.items()}
_ADAPTERS: dict[str, TypeAdapter[Any]] = {action: TypeAdapter(cls) for action, cls in ACTIONS.items()}


def append_decision(connection: Connection, decision: D) -> D:
    """Write a decision down; gives it with the number of its entry."""
    taken = decision.taken
    body = {name: value for name, value in asdict(decision).items() if name != "taken" and value is not None}
    append(
        connection,
        at=taken.at,
        person=taken.person,
        action=_ACTION_OF[type(decision)],
        subject=subject_of(decision),
        why=taken.why,
        body={"schema": SCHEMA, **body},
    )
    seq = connection.execute(select(journal.c.seq).order_by(journal.c.seq.desc()).limit(1)).scalar_one()
    numbered: D = replace(decision, taken=replace(taken, seq=seq))
    return numbered


def desk_decisions(connection: Connection, *classes: type) -> tuple[Any, ...]:
    """Read back what people decided at the desk, oldest first; with classes only decisions of these."""
    actions = sorted(_ACTION_OF[cls] for cls in classes) if classes else sorted(ACTIONS)
    columns = (journal.c.seq, journal.c.action, journal.c.person, journal.c.at, journal.c.why, journal.c.body)
    query = select(*columns).where(journal.c.action.in_(actions)).order_by(journal.c.seq)
    return tuple(decision_in(row.seq, row) for row in connection.execute(query))


def decision_in(seq: int, entry: Any) -> Any:
    """Read the decision of one entry, or of a row that has its columns. Raises ValueError for a body that is none of its action."""
    body = content(ACTIONS[entry.action].__name__, entry.body)
    taken = Taken(at=entry.at, person=entry.person, why=entry.why, seq=seq)
    return _ADAPTERS[entry.action].validate_python({**body, "taken": taken})
