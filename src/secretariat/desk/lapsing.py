"""Yeses that are about to lapse: to texts that soon make no sense any more, and given ahead and soon over."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from secretariat.desk.approvals import Standing
from secretariat.desk.reconcile import DraftOnDesk

SOON = 14_400
"""Blocks, a day at six seconds: within so many of its last block a yes is told to be about to lapse."""

What = Literal["yes", "signature", "standing"]
"""A yes to a text that is not sent yet, an approved text that waits for a wallet's signature, or a yes given ahead."""

_STATES: dict[str, What] = {"approved": "yes", "queued": "yes", "signing": "signature"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Lapsing:
    """One yes that is about to lapse: of the text or standing approval ``name``, after its ``last`` block, with ``left`` blocks until it."""

    what: What
    name: str
    last: int
    left: int


def lapsing(drafts: Iterable[DraftOnDesk], standing: Iterable[Standing], block: int | None) -> tuple[Lapsing, ...]:
    """List what is about to lapse at a block, first what lapses first; nothing where the block is not known."""
    if block is None:
        return ()
    ends = [
        (_STATES[one.state], one.draft.name, one.draft.wanted.until)
        for one in drafts
        if one.state in _STATES and one.draft.wanted.until is not None
    ]
    ends += [("standing", one.name, one.last) for one in standing if not one.ended]
    found = [
        Lapsing(what=what, name=name, last=last, left=last - block)
        for what, name, last in ends
        if last is not None and 0 <= last - block <= SOON
    ]
    return tuple(sorted(found, key=lambda one: (one.last, one.name)))
