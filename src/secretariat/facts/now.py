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
    ``first_read`` is the finalised head as the chain was read for the first time; None where that is not known.
    ``has_query_node`` tells whether one is configured: without one nothing that it alone tells is waited for.
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
    first_read: int | None = None
    has_query_node: bool = True

    @property
    def notes_since(self) -> int:
        """Give the first block of which something could be noted at this desk: ``came``, else no block of before the first sync."""
        if self.came is not None:
            return self.came
        return max(self.since or 0, self.first_read or 0)
