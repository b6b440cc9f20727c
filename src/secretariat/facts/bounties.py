"""Community bounties: the register, its hand-kept status table, and the weekly notes of bounty managers."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from secretariat.facts.amounts import Usd
from secretariat.facts.moments import Moment

State = Literal["open", "closed"]

_OPEN = ("open", "active", "announced", "in progress", "ongoing", "pending")
_CLOSED = ("closed", "complete", "finished", "done", "paid", "withdrawn", "canceled", "cancelled", "expired")


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounty:
    """One bounty of the JSON register. ``listed_as`` is the list it stands in: active or closed."""

    KIND: ClassVar[str] = "bounty"

    bounty: int
    title: str
    listed_as: str
    status: str | None = None
    opened_on: Moment | None = None
    closed_on: Moment | None = None
    reward_usd: Usd | None = None
    paid_usd: Usd | None = None
    format: str | None = None
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BountyTableRow:
    """One row of the hand-kept status table in the bounties README."""

    KIND: ClassVar[str] = "bounty-table-row"

    bounty: int
    title: str
    opened_on: Moment | None = None
    reward_printed: str | None = None
    reward_usd: Usd | None = None
    status: str | None = None
    paid_usd: Usd | None = None
    closed_on: Moment | None = None
    issue: int | None = None
    thread: int | None = None
    proposal: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BountyNote:
    """A weekly note on one bounty, or one row of a weekly overview of all of them."""

    KIND: ClassVar[str] = "bounty-note"

    bounty: int
    title: str | None = None
    status: str | None = None
    from_day: Moment | None = None
    to_day: Moment | None = None
    entries: int | None = None
    reward_usd: Usd | None = None
    proposals: tuple[int, ...] = ()


def state_of(status: str | None) -> State | None:
    """Tell what a printed status says: work is still wanted (open), or it is not (closed); None when it says neither."""
    low = (status or "").strip().lower()
    return "open" if low.startswith(_OPEN) else "closed" if low.startswith(_CLOSED) else None
