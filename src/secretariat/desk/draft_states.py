"""The state of a draft, worked out from its newest text, what people decided about it, and its items in the outbox."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secretariat.desk.drafts import Draft, DraftState
from secretariat.desk.known import KnownDraft
from secretariat.desk.outbox import Item, ItemState
from secretariat.desk.reconcile import DraftOnDesk
from secretariat.facts.desk_decisions import Approval, Rejection

_BY_ITEM: Mapping[ItemState, DraftState] = {
    "queued": "queued",
    "signing": "signing",
    "claimed": "sending",
    "sent": "sent",
    "unconfirmed": "unconfirmed",
    "failed": "failed",
    "withdrawn": "withdrawn",
}
_OUTSIDE: frozenset[ItemState] = frozenset({"claimed", "sent", "unconfirmed"})
"""States in which words of a draft have left the desk, or may have: then they count, whatever was drafted since."""


def _of(item: Item) -> DraftState:
    """Give what an item makes of its draft: what a wallet signed is on its way, though it waits as ``signing``."""
    return "sending" if item.state == "signing" and item.extrinsic is not None else _BY_ITEM[item.state]


def _is_outside(item: Item) -> bool:
    return item.state in _OUTSIDE or _of(item) == "sending"


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided:
    """What people decided about drafts, by the draft's number."""

    approvals: Mapping[int, tuple[Approval, ...]] = field(default_factory=dict)
    rejections: Mapping[int, tuple[Rejection, ...]] = field(default_factory=dict)


def decided_about(decisions: Iterable[object]) -> Decided:
    """Sort approvals and rejections by draft; other decisions are left out."""
    approvals: dict[int, list[Approval]] = {}
    rejections: dict[int, list[Rejection]] = {}
    for one in decisions:
        if isinstance(one, Approval):
            approvals.setdefault(one.draft, []).append(one)
        elif isinstance(one, Rejection):
            rejections.setdefault(one.draft, []).append(one)
    return Decided(
        approvals={number: tuple(found) for number, found in approvals.items()},
        rejections={number: tuple(found) for number, found in rejections.items()},
    )


def yeses(draft: Draft, decided: Decided) -> tuple[Approval, ...]:
    """List the yeses to exactly this text."""
    found = decided.approvals.get(draft.number, ())
    return tuple(one for one in found if (one.revision, one.digest) == (draft.act.revision, draft.digest))


def rejection(draft: Draft, decided: Decided) -> Rejection | None:
    """Give the no to exactly this text, where there is one."""
    found = decided.rejections.get(draft.number, ())
    return next((one for one in found if one.revision == draft.act.revision), None)


def state_of(known: KnownDraft, decided: Decided, items: Iterable[Item]) -> DraftState:
    """Work out a draft's state. ``items`` are those of any of its revisions; others are left out.

    What left the desk counts first, then that it is withdrawn, then a no, then where its newest text is on its way.
    """
    draft = known.draft
    own = [item for item in items if item.draft == draft.number]
    outside = next((item for item in reversed(own) if _is_outside(item)), None)
    if outside is not None:
        return _of(outside)
    if known.withdrawn_at is not None:
        return "withdrawn"
    if rejection(draft, decided) is not None:
        return "rejected"
    item = next((item for item in own if item.revision == draft.act.revision), None)
    if item is not None:
        return _of(item)
    return "approved" if yeses(draft, decided) else "open"


def on_desk(drafts: Iterable[KnownDraft], decided: Decided, items: Iterable[Item]) -> tuple[DraftOnDesk, ...]:
    """Give drafts with their states, as a review holds them against what is wanted."""
    by_draft: dict[int, list[Item]] = {}
    for item in items:
        by_draft.setdefault(item.draft, []).append(item)
    return tuple(
        DraftOnDesk(draft=known.draft, state=state_of(known, decided, by_draft.get(known.draft.number, ())))
        for known in drafts
    )
