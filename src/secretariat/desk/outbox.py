"""The outbox: states of an approved act on its way, and what a channel can say about it."""

from dataclasses import dataclass
from typing import Literal

from secretariat.facts.moments import Moment

ItemState = Literal["queued", "signing", "claimed", "sent", "unconfirmed", "failed", "withdrawn"]
OPEN: frozenset[str] = frozenset({"queued", "signing", "claimed"})
Verdict = Literal["sent", "not sent", "refused", "unclear"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of one try, as far as can be known.

    ``sent`` has a receipt: the channel's own number of what arrived. ``not sent`` is certain (no connection, or told to come
    later) and may be tried again from ``not_before`` on. ``refused`` is for good. ``unclear`` is all else, and never tried again.
    """

    verdict: Verdict
    receipt: str = ""
    why: str = ""
    not_before: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """What reading a channel showed about an unconfirmed item: its receipt, or that it is not there up to a moment."""

    receipt: str = ""
    looked_until: Moment | None = None


MOST_TRIES = 8
"""So often an item that was certainly not sent is tried again before a person is asked."""


def state_after(outcome: Outcome, tries: int) -> ItemState:
    """Give the state of a claimed item after a try, its ``tries``-th."""
    if outcome.verdict == "sent":
        return "sent"
    if outcome.verdict == "refused":
        return "failed"
    if outcome.verdict == "not sent":
        return "queued" if tries < MOST_TRIES else "failed"
    return "unconfirmed"
