"""Steps of a run: how the last of each ended is remembered, whether ``run`` did it or its own command."""

from secretariat.facts.moments import Moment
from secretariat.flow.context import Context, machine_time
from secretariat.store.engine import writing
from secretariat.store.steps import write_step

TABLES = "tables"
"""Remembered as a step when the tables were built; it is none of ``run``."""

INCOMPLETE = "not everything could be read; `secretariat status` says what and why"


def remember(context: Context, name: str, failure: str = "") -> None:
    """Remember that a step ended now; ``failure`` says why it did not succeed."""
    with writing(context.engine) as connection:
        write_step(connection, name, Moment(machine_time()), failure)
