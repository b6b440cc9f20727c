"""The steps of a run in the store: when each succeeded last, and why it failed after that."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from secretariat.facts.moments import Moment
from secretariat.store.schema import steps


@dataclass(frozen=True, kw_only=True, slots=True)
class StepKnown:
    """One step. ``failure`` is empty unless its last attempt failed. Moments are machine time (UTC)."""

    name: str
    succeeded_at: Moment | None = None
    failed_at: Moment | None = None
    failure: str = ""


def steps_known(connection: Connection) -> Mapping[str, StepKnown]:
    """Give every step that was ever tried, by name."""
    rows = connection.execute(select(steps).order_by(steps.c.name)).mappings()
    return {row["name"]: StepKnown(**row) for row in rows}


def write_step(connection: Connection, name: str, at: Moment, failure: str = "") -> None:
    """Remember that a step succeeded, or with ``failure`` that it did not."""
    values = {"failed_at": at, "failure": failure} if failure else {"succeeded_at": at, "failure": ""}
    if not connection.execute(update(steps).where(steps.c.name == name).values(**values)).rowcount:
        connection.execute(insert(steps).values(name=name, **{"failure": "", **values}))
