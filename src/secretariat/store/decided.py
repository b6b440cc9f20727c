"""What the journal decided about texts and items, read entry by entry: what cannot be read is named, and stops nothing else."""

from collections.abc import Iterable
from typing import Any

from secretariat.desk.journal import Entry
from secretariat.desk.outbox_check import Decisions, Queued, Receipted, Signed
from secretariat.facts.decision_actions import ACTIONS
from secretariat.facts.desk_decisions import Approval, Rejection, Rewording, Settlement
from secretariat.store import bodies
from secretariat.store.desk_journal import decision_in
from secretariat.store.queued import QUEUED, read_queued
from secretariat.store.receipts import SENT, read_receipt

SIGNS = "act.sign"
"""What the journal calls it that a wallet signed an act; its body has ``item``, ``extrinsic``, ``account`` and ``nonce``."""


def decisions_in(entries: Iterable[tuple[int, Entry]]) -> tuple[Decisions, tuple[str, ...]]:
    """Give what entries, with their numbers, decided about texts and items, and a sentence for each entry that cannot be read."""
    found, unread = [], []
    for seq, entry in entries:
        try:
            found.append(_of(seq, entry))
        except ValueError:
            unread.append(f"What entry {seq} of the journal ({entry.action[:60]}) says cannot be read.")
    return _sorted(found), tuple(unread)


def _of(seq: int, entry: Entry) -> Any:
    """Read one entry; None for one that is about something else. Raises ValueError."""
    if entry.action in ACTIONS:
        return decision_in(seq, entry)
    if entry.action == SIGNS:
        return read_signed(entry)
    if entry.action == SENT:
        return read_receipt(entry)
    return read_queued(entry, seq) if entry.action == QUEUED else None


def read_signed(entry: Entry) -> Signed:
    """Read an entry that a wallet signed. Raises ValueError for one that is none."""
    body = bodies.content(SIGNS, entry.body)
    told = {name: str(body.get(name)) for name in ("extrinsic", "account", "nonce")}
    return Signed(item=bodies.number(body.get("item")), **told)


def _sorted(found: Iterable[Any]) -> Decisions:
    known = tuple(found)

    def of(cls: type) -> tuple[Any, ...]:
        return tuple(one for one in known if isinstance(one, cls))

    return Decisions(
        approvals=of(Approval),
        rejections=of(Rejection),
        rewordings=of(Rewording),
        settlements=of(Settlement),
        signed=of(Signed),
        receipts=of(Receipted),
        queued=of(Queued),
    )
