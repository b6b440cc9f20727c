"""Health: whether the desk does its work by itself, for whatever watches it from outside; no texts, no names."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from secretariat.facts.freshness import seconds_between
from secretariat.facts.moments import Moment
from secretariat.flow.conclude import failed_duties
from secretariat.flow.context import Context, machine_time
from secretariat.flow.freshness import freshness_now
from secretariat.flow.lapsing import AboutToLapse, about_to_lapse
from secretariat.flow.left_out import left_out_now
from secretariat.flow.now import now_of
from secretariat.flow.run_settings import RunSettings
from secretariat.flow.steps import TABLES
from secretariat.flow.stuck import stuck
from secretariat.store.engine import reading
from secretariat.store.schema import outbox
from secretariat.store.steps import StepKnown, steps_known

CONTRACT = "secretariat.health/1"
LATE_AFTER = 4
"""A step that has not succeeded for so many times its interval is late."""


def health_now(context: Context) -> dict[str, Any]:
    """Give ``secretariat.health/1``: each step's age in seconds and last failure, the outbox, the sources, and whether all is well.

    ``reasons`` says in words what a person should look at; ``well`` is true when there are none.
    """
    now = Moment(machine_time())
    with reading(context.engine) as connection:
        steps = steps_now(context, connection, now)
        duties = list(duties_failing(connection))
        box = outbox_now(connection, now)
        lapsing = _lapsing(about_to_lapse(connection, now_of(context, connection)))
        left_out = [one.name for one in left_out_now(context, connection)]
        stale = [one.source for one in freshness_now(context, connection) if not one.fresh]
    reasons = [
        *(f"the step {name} is late or failed" for name, step in steps.items() if step["late"] or step["failed"]),
        *(f"the duty {name} failed" for name in duties),
        *(f"the source {name} is not fresh" for name in stale),
        *(f"figures are made without the list {name}" for name in left_out),
        *([f"{box['unconfirmed']} sent without proof wait for a person"] if box["unconfirmed"] else []),
        *([f"{box['failed']} could not be sent"] if box["failed"] else []),
    ]
    return {
        "contract": CONTRACT,
        "at": now,
        "well": not reasons,
        "reasons": reasons,
        "steps": steps,
        "outbox": box,
        "stale_sources": stale,
        "lists_left_out": left_out,
        "failed_duties": duties,
        "lapsing": lapsing,
    }


def steps_now(context: Context, connection: Connection, now: Moment) -> dict[str, dict[str, Any]]:
    """Give each step that was ever done, by ``run`` or by its own command: its last success, age in seconds, and whether it is late."""
    settings: RunSettings = context.config.settings.get("run", RunSettings())
    return {name: _step(known, settings, now) for name, known in steps_known(connection).items() if name != TABLES}


def duties_failing(connection: Connection) -> tuple[str, ...]:
    """Name the duties that failed at the last review."""
    return failed_duties(known.failure) if (known := steps_known(connection).get("review")) else ()


def _step(known: StepKnown, settings: RunSettings, now: Moment) -> dict[str, Any]:
    age = None if known.succeeded_at is None else max(0, seconds_between(known.succeeded_at, now))
    every = getattr(settings, f"{known.name}_seconds", 86_400)
    return {
        "succeeded_at": known.succeeded_at,
        "age": age,
        "failed": bool(known.failure),
        "late": age is None or age > LATE_AFTER * every,
    }


def _lapsing(found: Sequence[AboutToLapse]) -> dict[str, int | None]:
    """Count what is about to lapse; ``soonest`` is in seconds, None where nothing is or no time is known.

    It makes nothing unwell: it is the course of things, and the desk tells people.
    """
    counted = Counter(one.lapsing.what for one in found)
    left = [one.expected.left for one in found if one.expected is not None]
    return {
        "yeses": counted["yes"],
        "to_sign": counted["signature"],
        "standing": counted["standing"],
        "soonest": min(left, default=None),
    }


def outbox_now(connection: Connection, now: Moment) -> dict[str, Any]:
    """Count what is on its way or needs a person, and the age in seconds of the oldest that waits to be sent.

    What failed and was reworded, rejected or withdrawn since needs nobody any more.
    """
    by_state = select(outbox.c.state, func.count()).group_by(outbox.c.state)
    counted = {str(row[0]): int(row[1]) for row in connection.execute(by_state)}
    oldest = connection.execute(select(func.min(outbox.c.queued_at)).where(outbox.c.state == "queued")).scalar()
    return {
        "waiting": sum(counted.get(state, 0) for state in ("queued", "claimed")),
        "to_sign": counted.get("signing", 0),
        "unconfirmed": counted.get("unconfirmed", 0),
        "failed": sum(item.state == "failed" for item in stuck(connection)),
        "oldest_waiting": None if oldest is None else max(0, seconds_between(Moment(oldest), now)),
    }
