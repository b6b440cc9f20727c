"""The journal in the store, and the decisions about problems that are read back from it."""

import json
from collections.abc import Collection
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, func, insert, or_, select

from secretariat.desk.journal import FIRST, Entry, entry
from secretariat.facts.decisions import ProblemDecision
from secretariat.facts.problems import Problem
from secretariat.store.schema import journal

_ACTIONS: dict[str, Literal["repair", "dismiss", "reopen"]] = {
    "problem.repair": "repair",
    "problem.dismiss": "dismiss",
    "problem.reopen": "reopen",
}


LARGEST_ENTRY = 2**31 - 1
"""Entries are numbered by the databases' 32-bit integers; a larger number is beyond what a query can be asked with."""


def append(
    connection: Connection, *, at: str, person: str, action: str, subject: str, why: str, body: dict[str, Any]
) -> Entry:
    """Add one decision to the end of the journal."""
    newest = connection.execute(select(journal.c.digest).order_by(journal.c.seq.desc()).limit(1)).scalar()
    made = entry(
        at=at,
        person=person,
        action=action,
        subject=subject,
        why=why,
        body=json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        previous=newest or FIRST,
    )
    values = {name: getattr(made, name) for name in Entry.__dataclass_fields__}
    connection.execute(insert(journal).values(**values))
    return made


def entries(connection: Connection) -> tuple[Entry, ...]:
    """Give the whole journal, oldest first."""
    columns = [journal.c[name] for name in Entry.__dataclass_fields__]
    rows = connection.execute(select(*columns).order_by(journal.c.seq))
    return tuple(Entry(**row._mapping) for row in rows)  # noqa: SLF001 - SQLAlchemy's documented accessor


def numbered(
    connection: Connection, *, subjects: Collection[str] = (), beginnings: Collection[str] = ()
) -> tuple[tuple[int, Entry], ...]:
    """Give entries with their numbers, oldest first: all, or those about some subjects or about some that begin so."""
    query = select(journal.c.seq, *(journal.c[name] for name in Entry.__dataclass_fields__)).order_by(journal.c.seq)
    if subjects or beginnings:
        begun = [journal.c.subject.startswith(start, autoescape=True) for start in sorted(beginnings)]
        query = query.where(or_(journal.c.subject.in_(sorted(subjects)), *begun))
    return _with_numbers(connection, query)


def newest(connection: Connection, most: int, before: int | None = None) -> tuple[tuple[int, Entry], ...]:
    """Give the newest entries with their numbers, at most so many, newest first; only those before one where it is given.

    ``before`` may be any whole number: one that no entry can have stands for the nearest that one can.
    """
    query = select(journal.c.seq, *(journal.c[name] for name in Entry.__dataclass_fields__))
    if before is not None:
        query = query.where(journal.c.seq < min(max(before, 0), LARGEST_ENTRY))
    return _with_numbers(connection, query.order_by(journal.c.seq.desc()).limit(most))


def count(connection: Connection) -> int:
    """Count the entries."""
    return connection.execute(select(func.count()).select_from(journal)).scalar_one()


def _with_numbers(connection: Connection, query: Select[Any]) -> tuple[tuple[int, Entry], ...]:
    found = []
    for row in connection.execute(query).mappings():
        found.append((row["seq"], Entry(**{name: row[name] for name in Entry.__dataclass_fields__})))
    return tuple(found)


def append_problem_decision(connection: Connection, decision: ProblemDecision) -> Entry:
    """Add a decision about a problem, with the problem as it stood; the store gives it its number."""
    problem = TypeAdapter(Problem).dump_python(decision.problem, mode="json")
    return append(
        connection,
        at=decision.at,
        person=decision.person,
        action=f"problem.{decision.action}",
        subject=decision.problem.id,
        why=decision.why,
        body={"schema": 1, "problem": problem, "value": decision.value},
    )


def problem_decisions(connection: Connection) -> tuple[ProblemDecision, ...]:
    """Read back what people decided about problems, oldest first."""
    adapter = TypeAdapter(Problem)
    columns = (journal.c.seq, journal.c.action, journal.c.person, journal.c.at, journal.c.why, journal.c.body)
    query = select(*columns).where(journal.c.action.in_(sorted(_ACTIONS))).order_by(journal.c.seq)
    found = []
    for row in connection.execute(query):
        body = json.loads(row.body)
        decision = ProblemDecision(
            problem=adapter.validate_python(body["problem"]),
            action=_ACTIONS[row.action],
            person=row.person,
            at=row.at,
            why=row.why,
            value=body["value"],
            seq=row.seq,
        )
        found.append(decision)
    return tuple(found)
