"""Ask: the journal as it is, and whether it and what was approved are still what people decided."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from secretariat.desk.acts import digest
from secretariat.desk.journal import Entry, first_broken
from secretariat.desk.outbox_check import Decisions, Signed, contradictions
from secretariat.errors import SecretariatError
from secretariat.facts.desk_decisions import Approval, Rejection, Rewording, Settlement
from secretariat.flow.context import Context
from secretariat.flow.hand_off.take import SIGNS
from secretariat.store import desk as store_desk
from secretariat.store import outbox as store_outbox
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.engine import reading
from secretariat.store.journal import count, newest, numbered
from secretariat.store.receipts import SENT, digest_of, read_receipt


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What was looked at, and what is not as it was decided: a sentence each.

    ``noted_entry`` is the number of the entry whose digest was noted earlier; None where none was asked for, or it is not there.
    """

    entries: int
    last: str
    texts: int
    items: int
    wrong: tuple[str, ...]
    noted_entry: int | None = None


class NoDigest(SecretariatError):
    """What was given is not the digest of an entry."""


def journal(context: Context) -> tuple[tuple[int, Entry], ...]:
    """Give every entry with its number, oldest first."""
    with reading(context.engine) as connection:
        return numbered(connection)


@dataclass(frozen=True, kw_only=True)
class Page:
    """Some entries with their numbers, newest first, and whether there are older ones.

    ``last`` is the digest of the journal's last entry, ``total`` counts all.
    """

    entries: tuple[tuple[int, Entry], ...]
    older: bool
    total: int
    last: str


def page(context: Context, most: int, before: int | None = None) -> Page:
    """Give the newest entries, or the newest before one, without reading the whole journal."""
    with reading(context.engine) as connection:
        found = newest(connection, most + 1, before)
        end = newest(connection, 1)
        total = count(connection)
    return Page(entries=found[:most], older=len(found) > most, total=total, last=end[0][1].digest if end else "")


def verify(context: Context, noted: str = "") -> Verified:
    """Check the chain of the journal, the digest of every text, and that every item in the outbox was approved as it is and can be as it is.

    ``last`` is the digest of the last entry: whoever noted it elsewhere gives it as ``noted`` later, and sees whether entries were
    cut off at the end or the chain was made anew. Raises NoDigest for what is not 64 hex digits.
    """
    sought = _digest_of(noted)
    with reading(context.engine) as connection:
        entries = numbered(connection)
        broken = first_broken(entry for _, entry in entries)
        wrong = [] if broken is None else [_broken(entries[broken - 1])]
        texts = 0
        for name, stored, act in store_desk.digests(connection):
            texts += 1
            if digest(act) != stored:
                wrong.append(f"The text {name} is not the one that its digest was taken of.")
        items, unapproved = _items(connection, entries)
    held = next((number for number, entry in entries if entry.digest == sought), None)
    if sought and held is None:
        wrong.insert(0, _GONE)
    return Verified(
        entries=len(entries),
        last=entries[-1][1].digest if entries else "",
        texts=texts,
        items=items,
        wrong=(*wrong, *unapproved),
        noted_entry=held,
    )


_GONE = (
    "No entry has the digest that was noted: entries were cut off at the end, or the chain was made anew from before it; "
    "or it is of another desk's journal."
)


def _digest_of(noted: str) -> str:
    """Read a digest as it was noted. Raises NoDigest."""
    found = noted.strip().lower()
    if found and not re.fullmatch(r"[0-9a-f]{64}", found):
        raise NoDigest(
            f"{noted!r} is no digest: it has 64 signs, 0 to 9 and a to f, as `secretariat verify` prints that of the last entry."
        )
    return found


def _broken(found: tuple[int, Entry]) -> str:
    number, entry = found
    return (
        f"The journal's chain breaks at entry {number} ({entry.action} by {entry.person} on {entry.at[:10]}): "
        "it, or the one before it, was changed, dropped or moved."
    )


def _items(connection: Connection, entries: Sequence[tuple[int, Entry]]) -> tuple[int, list[str]]:
    """Hold every item against the yeses in the journal, and its state against all that was decided of it."""
    approvals = desk_decisions(connection, Approval)
    approved = {(one.draft, one.revision, one.digest) for one in approvals}
    items = store_outbox.all_items(connection)
    wrong = []
    for item in items:
        if digest(item.act) != item.digest:
            wrong.append(f"The act of {item.name} is not the one that its digest was taken of.")
        if (item.draft, item.revision, item.digest) not in approved:
            wrong.append(f"Nobody said yes to {item.name} as it is: the journal has no approval of its digest.")
    decided = Decisions(
        approvals=approvals,
        rejections=desk_decisions(connection, Rejection),
        rewordings=desk_decisions(connection, Rewording),
        settlements=desk_decisions(connection, Settlement),
        signed=tuple(_signed(entry) for _, entry in entries if entry.action == SIGNS),
        receipts=tuple(read_receipt(entry) for _, entry in entries if entry.action == SENT),
        digests={item.number: digest_of(item.receipt) for item in items},
    )
    return len(items), [*wrong, *contradictions(items, decided)]


def _signed(entry: Entry) -> Signed:
    body = json.loads(entry.body)
    return Signed(item=int(body["item"]), extrinsic=str(body["extrinsic"]))
