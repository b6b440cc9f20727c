"""Which incidents became known together, and what was said of them, laid beside the facts of a review."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection

from secretariat.desk.drafts import SETTLED
from secretariat.duties.duty import Duty
from secretariat.facts.at_desk import DESK
from secretariat.facts.incidents import IncidentKnown
from secretariat.facts.moments import Moment
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.desk_state import desk_of_drafts
from secretariat.store import desk as store_desk
from secretariat.store.desk import Opening

ONE, SEVERAL = "terms/incident", "terms/incidents"
"""The rule of an incident, and that of words about several."""
MOST = 500
"""So many times at which an incident became known are looked at, the newest: far more than two terms have."""


def with_incidents_known(connection: Connection, snapshot: Snapshot, duties: Iterable[Duty]) -> Snapshot:
    """Add them where a duty watches them."""
    if not any(each.kind == IncidentKnown.KIND for duty in duties for each in duty.watches):
        return snapshot
    stated = tuple(
        Stated(kind=IncidentKnown.KIND, key=each.incident, file="desk", format=DESK, line=place, fact=each)
        for place, each in enumerate(incidents_known(connection), start=1)
    )
    return replace(snapshot, by_kind={**snapshot.by_kind, IncidentKnown.KIND: stated})


def incidents_known(connection: Connection) -> Iterator[IncidentKnown]:
    """Give each incident that was concluded before, as it became known for the first time: what came back has been told."""
    openings = store_desk.openings_of_rule(connection, ONE, MOST)
    first: dict[str, Moment] = {}
    for one in openings:
        first.setdefault(_name(one), one.opened_at)
    said = frozenset(_name(one) for one in _out(connection, openings))
    closed = [one for one in store_desk.openings_of_rule(connection, SEVERAL, MOST) if one.closed_at is not None]
    over = frozenset(_name(one) for one in _out(connection, closed))
    for name, at in first.items():
        others = sorted(each for each, when in first.items() if when == at and _council(each) == _council(name))
        yield IncidentKnown(
            incident=name, first=others[0], together=len(others), alone=name in said, over=others[0] in over
        )


def _name(one: Opening) -> str:
    """Give the name of an incident, or of the first of several, out of its finding's key."""
    return one.key.split("/", 2)[2]


def _council(name: str) -> str:
    return name.split("/", 1)[0]


def _out(connection: Connection, openings: Iterable[Opening]) -> Iterator[Opening]:
    """Give those of which words went out, or may have, or were refused by a person."""
    by_number = {one.number: one for one in openings}
    drafts = [one.draft.number for one in store_desk.drafts_of(connection, by_number)]
    state = desk_of_drafts(connection, drafts)
    settled = {known.draft.finding for known in state.drafts if state.state(known) in SETTLED}
    yield from (by_number[number] for number in sorted(settled))
