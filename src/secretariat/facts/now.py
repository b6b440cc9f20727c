"""Now: the one moment that a review looks at the facts from."""

from dataclasses import dataclass

from secretariat.facts.moments import Moment
from secretariat.facts.pace import Pace


@dataclass(frozen=True, kw_only=True, slots=True)
class Now:
    """The finalised head that the facts are of, and the council time (UTC) that quiet hours and lag are measured at.

    ``block`` is the block at council time: the head carried forward by the pace, never before it, nor before the block at which the
    desk was changed last (unless by more than the allowed lag). ``genesis`` and ``spec_version`` are those of the head. Without a chain that was read, all but ``at`` are unknown. ``since`` is the block at which
    the desk begins (``[desk] since``, else the current term's first): what was due before it is not put on the desk.
    ``came`` is that block where ``[desk] since`` names it: nobody was at this desk before. It is None where a term's first block is taken.
    """

    at: Moment
    head: int | None = None
    block: int | None = None
    pace: Pace | None = None
    genesis: str | None = None
    spec_version: int | None = None
    practice: bool = False
    since: int | None = None
    came: int | None = None
