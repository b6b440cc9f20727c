"""Ended ahead: what waits under a standing approval that holds no more is taken back, and stands open for a person's yes."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection

from secretariat.desk.approvals import Standing, why_ended
from secretariat.desk.drafts import Draft
from secretariat.desk.outbox import Item
from secretariat.facts.desk_decisions import Approval
from secretariat.facts.moments import Moment
from secretariat.store import desk as store_desk
from secretariat.store import outbox
from secretariat.store.desk_journal import desk_decisions


def why_not_send(item: Item, approvals: Iterable[Approval], standing: Collection[Standing]) -> str:
    """Say why an item's yes counts no more, where a standing approval gave it; empty where it counts."""
    approved = (item.draft, item.revision, item.digest)
    return why_ended((yes for yes in approvals if (yes.draft, yes.revision, yes.digest) == approved), standing)


def take_back_ended(connection: Connection, standing: Collection[Standing], at: Moment) -> str:
    """Take back what waits and only ended ones of these approvals said yes to; gives what was done in a sentence, empty for nothing.

    Each such text gets a next revision with the same words, so that a person can say yes to it at once. What a worker has claimed is on
    its way and stays.
    """
    if not any(one.ended for one in standing):
        return ""
    items, approvals = outbox.items_in(connection, {"queued", "signing"}), desk_decisions(connection, Approval)
    ended = {item.draft: why for item in items if (why := why_not_send(item, approvals, standing))}
    opened = []
    for known in store_desk.drafts_numbered(connection, ended):
        draft = known.draft
        if outbox.withdraw_waiting(connection, draft.number, at=at, why=ended[draft.number]):
            opened.append(_open_again(connection, draft, at))
    if not opened:
        return ""
    return f" What waited under it is taken back and stands open for a person's yes: {', '.join(opened)}."


def _open_again(connection: Connection, draft: Draft, at: Moment) -> str:
    """Write the same words as the next revision; gives its name."""
    act = replace(draft.act, revision=draft.act.revision + 1)
    store_desk.write_text(connection, draft.number, act, draft.wanted, at=at, by=draft.by, newer=draft.newer)
    return replace(draft, act=act).name
