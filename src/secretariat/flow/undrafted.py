"""Undrafted: why words that a finding wants are no draft yet, as far as it can be told now."""

from collections.abc import Sequence

from sqlalchemy import Connection

from secretariat.desk.drafting import CallWaits, Waiting, exact_act
from secretariat.desk.findings import Finding
from secretariat.facts.now import Now
from secretariat.flow.calls import calls_now
from secretariat.flow.context import Context

NEXT = "The next review drafts it."


def why_undrafted(
    context: Context, connection: Connection, finding: Finding, parts: Sequence[str], now: Now
) -> tuple[Waiting, ...]:
    """Say of parts that have no draft why: their call is built as a review would build it, and thrown away."""
    found = []
    for wanted in finding.wanted:
        if wanted.part not in parts:
            continue
        try:
            exact_act(wanted, finding, 1, now, calls_now(context, connection, now))
            why = NEXT
        except CallWaits as error:
            why = str(error)
        found.append(Waiting(part=wanted.part, why=why))
    return tuple(found)
