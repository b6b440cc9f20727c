"""Openings of the main network's working groups, with what came of the applications to each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secretariat.facts.council_terms import starts_of_terms, term_number_at
from secretariat.facts.empty_lists import empty
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.staffing import Application, Opening, UpcomingOpening

ANNOUNCED = "announced"
"""What an opening is that a group has announced for later: nobody can apply yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcomes:
    """Applications to one opening. ``by_status`` is None where the status of one is not known."""

    records: tuple[Stated[Application], ...]
    by_status: Mapping[str, int] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveOpening:
    """One opening, or one that is announced for later.

    ``term`` is the council term in which it was made, 0 before the first council. ``outcomes`` is None where not all
    applications are known, and where nobody can apply yet.
    """

    record: Stated[Opening] | Stated[UpcomingOpening]
    term: int | None = None
    outcomes: Outcomes | None = None

    @property
    def opening(self) -> Opening | None:
        """Give the opening, unless it is only announced."""
        return self.record.fact if isinstance(self.record.fact, Opening) else None

    @property
    def announced(self) -> UpcomingOpening | None:
        """Give the announcement, unless the opening is made."""
        return self.record.fact if isinstance(self.record.fact, UpcomingOpening) else None

    @property
    def status(self) -> str | None:
        """Tell whether it is open, filled, cancelled or announced."""
        return ANNOUNCED if self.opening is None else self.opening.status


def live_openings(snapshot: Snapshot) -> tuple[LiveOpening, ...]:
    """List every opening in the order it was made, then those announced for later in the order they are expected."""
    starts = starts_of_terms(snapshot)
    applied = _by_opening(snapshot)
    made = sorted(
        snapshot.of(Opening),
        key=lambda one: (one.fact.created_block is None, one.fact.created_block or 0, one.key),
    )
    later = sorted(
        snapshot.of(UpcomingOpening),
        key=lambda one: (one.fact.expected_start is None, one.fact.expected_start or "", one.key),
    )
    return (
        *(
            LiveOpening(
                record=one,
                term=term_number_at(starts, one.fact.created_block),
                outcomes=None if applied is None else _outcomes(applied.get(one.key, ())),
            )
            for one in made
        ),
        *(LiveOpening(record=one) for one in later),
    )


def _by_opening(snapshot: Snapshot) -> dict[str, list[Stated[Application]]] | None:
    """Gather applications by opening.

    None where none was read and nothing proves that there is none, and where one may belong to any opening.
    """
    every = snapshot.of(Application)
    if not every and empty(snapshot, "applications") is None:
        return None
    found: dict[str, list[Stated[Application]]] = {}
    for one in every:
        if one.fact.opening is None:
            return None
        found.setdefault(one.fact.opening, []).append(one)
    return found


def _outcomes(records: Sequence[Stated[Application]]) -> Outcomes:
    statuses = [one.fact.status for one in records]
    known = [status for status in statuses if status is not None]
    return Outcomes(records=tuple(records), by_status=Counter(known) if len(known) == len(statuses) else None)
