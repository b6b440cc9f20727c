"""Incidents of a council's term, as people of the desk decided about them: one enters the report on the term, or is left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from secretariat.facts.desk_decisions import Taken

State = Literal["proposed", "entered", "left out"]


@dataclass(frozen=True, kw_only=True, slots=True)
class IncidentNoted:
    """A person's yes or no to an incident. ``incident`` is its name, ``council-7/expired-12``, ``council`` the number of that council.

    ``says`` is what was told of it when it was decided about, and ``source`` where that is stated: facts may tell less of it later. The last
    decision counts.
    """

    KIND: ClassVar[str] = "incident-noted"

    taken: Taken
    council: int
    incident: str
    entered: bool
    says: str
    source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class IncidentKnown:
    """An incident that was concluded before: with how many ``together`` it became known in one review, of which ``first`` is the first by name.

    ``alone`` tells that words about it alone went out, ``over`` that those about all of them did and were done with: nothing is said again.
    """

    KIND: ClassVar[str] = "incident-known"

    incident: str
    first: str
    together: int
    alone: bool = False
    over: bool = False


def noted_now(decided: Iterable[IncidentNoted]) -> Mapping[str, IncidentNoted]:
    """Give the decision that counts of each incident, by its name in their order, of decisions in any order."""
    last = {one.incident: one for one in sorted(decided, key=lambda each: each.taken.seq)}
    return dict(sorted(last.items()))


def state_of(noted: IncidentNoted | None) -> State:
    """Tell how an incident stands: it is proposed until somebody decides."""
    if noted is None:
        return "proposed"
    return "entered" if noted.entered else "left out"
