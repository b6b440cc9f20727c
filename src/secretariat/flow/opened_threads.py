"""Threads that this desk opened, laid beside the facts of a review: a query node that stands still does not tell of them."""

import json
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from secretariat.desk.outbox import Item
from secretariat.duties.duty import Duty
from secretariat.facts.opened_threads import RECEIPT, OpenedThread
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.store.outbox import newest_with_receipt

MOST = 300
"""So many transactions are looked through, the newest: a thread that is older than these the query node tells."""


def with_opened_threads(connection: Connection, snapshot: Snapshot, duties: Iterable[Duty]) -> Snapshot:
    """Add them where a duty watches them."""
    if not any(each.kind == OpenedThread.KIND for duty in duties for each in duty.watches):
        return snapshot
    stated = tuple(
        Stated(
            kind=OpenedThread.KIND, key=str(one.thread_id), file="outbox", format=RECEIPT, line=item.number, fact=one
        )
        for item in newest_with_receipt(connection, MOST)
        if (one := _opened(item)) is not None
    )
    return replace(snapshot, by_kind={**snapshot.by_kind, OpenedThread.KIND: stated})


def _opened(item: Item) -> OpenedThread | None:
    """Read the thread that an item's transaction opened; None for another kind of act, and where a person settled it."""
    if item.act.kind != "forum-thread" or not item.receipt.startswith("{"):
        return None
    try:
        receipt = json.loads(item.receipt)
    except ValueError:  # `secretariat verify` tells of a damaged one; it stops no review
        return None
    number, block = receipt.get("thread"), receipt.get("block")
    if not isinstance(number, int) or not isinstance(block, int):
        return None
    there = item.act.destination
    return OpenedThread(
        thread_id=number,
        title=item.act.title,
        category_id=there.category,
        author_id=there.member_id,
        created_block=block,
    )
