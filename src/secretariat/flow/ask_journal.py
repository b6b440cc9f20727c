"""Ask: the journal as it is, and whether it and what was approved are still what people decided."""

from dataclasses import dataclass

from sqlalchemy import Connection

from secretariat.desk.acts import digest
from secretariat.desk.journal import Entry, first_broken
from secretariat.facts.desk_decisions import Approval
from secretariat.flow.context import Context
from secretariat.store import desk as store_desk
from secretariat.store import outbox as store_outbox
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.engine import reading
from secretariat.store.journal import numbered


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What was looked at, and what is not as it was decided: a sentence each."""

    entries: int
    last: str
    texts: int
    items: int
    wrong: tuple[str, ...]


def journal(context: Context) -> tuple[tuple[int, Entry], ...]:
    """Give every entry with its number, oldest first."""
    with reading(context.engine) as connection:
        return numbered(connection)


def verify(context: Context) -> Verified:
    """Check the chain of the journal, the digest of every text, and that every item in the outbox was approved as it is.

    ``last`` is the digest of the last entry: whoever noted it elsewhere sees whether entries were cut off at the end.
    """
    with reading(context.engine) as connection:
        entries = numbered(connection)
        broken = first_broken(entry for _, entry in entries)
        wrong = [] if broken is None else [_broken(entries[broken - 1])]
        texts = 0
        for name, stored, act in store_desk.digests(connection):
            texts += 1
            if digest(act) != stored:
                wrong.append(f"The text {name} is not the one that its digest was taken of.")
        items, unapproved = _items(connection)
    return Verified(
        entries=len(entries),
        last=entries[-1][1].digest if entries else "",
        texts=texts,
        items=items,
        wrong=(*wrong, *unapproved),
    )


def _broken(found: tuple[int, Entry]) -> str:
    number, entry = found
    return (
        f"The journal's chain breaks at entry {number} ({entry.action} by {entry.person} on {entry.at[:10]}): "
        "it, or the one before it, was changed, dropped or moved."
    )


def _items(connection: Connection) -> tuple[int, list[str]]:
    """Hold every item against the yeses in the journal."""
    approved = {(one.draft, one.revision, one.digest) for one in desk_decisions(connection, Approval)}
    items = store_outbox.all_items(connection)
    wrong = []
    for item in items:
        if digest(item.act) != item.digest:
            wrong.append(f"The act of {item.name} is not the one that its digest was taken of.")
        if (item.draft, item.revision, item.digest) not in approved:
            wrong.append(f"Nobody said yes to {item.name} as it is: the journal has no approval of its digest.")
    return len(items), wrong
