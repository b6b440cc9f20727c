"""Ask: the journal as it is, and whether it and what was approved are still what people decided."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from secretariat.desk.acts import digest
from secretariat.desk.journal import Entry, broken
from secretariat.desk.outbox_check import Decisions, Unread, contradictions
from secretariat.desk.sending_check import wrong_parts, wrong_requests
from secretariat.desk.texts_check import contradictions_of_texts
from secretariat.errors import SecretariatError
from secretariat.flow.context import Context
from secretariat.store.as_stored import AsStored, as_stored
from secretariat.store.decided import decisions_in
from secretariat.store.engine import reading, reading_damaged
from secretariat.store.journal import count, newest, numbered
from secretariat.store.receipts import digest_of


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
    with reading_damaged(context.engine) as connection:
        entries, stored = numbered(connection), as_stored(connection)
    decided, unread = decisions_in(entries)
    wrong = [_broken(entries[place - 1]) for place in broken(entry for _, entry in entries)]
    held = next((number for number, entry in entries if entry.digest == sought), None)
    if sought and held is None:
        wrong.insert(0, _GONE)
    return Verified(
        entries=len(entries),
        last=entries[-1][1].digest if entries else "",
        texts=len(stored.texts),
        items=len(stored.items) + len(stored.without_act),
        wrong=(*wrong, *unread, *stored.unread, *_wrong(stored, decided)),
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


def _wrong(stored: AsStored, decided: Decisions) -> Iterator[str]:
    """Hold what is stored against what was decided; what cannot be read is told of apart."""
    yield from contradictions_of_texts(stored.texts, decided)
    approved = {(one.draft, one.revision, one.digest) for one in decided.approvals}
    for item in stored.items:
        if digest(item.act) != item.digest:
            yield f"The act of {item.name} is not the one that its digest was taken of."
        if (item.draft, item.revision, item.digest) not in approved:
            yield f"Nobody said yes to {item.name} as it is: the journal has no approval of its digest."
    received = replace(decided, digests={item.number: digest_of(item.receipt) for item in stored.items})
    yield from contradictions(stored.items, received, Unread(acts=stored.without_act, words=stored.without_words))
    yield from wrong_requests(stored.items, decided.signed)
    without = stored.without_parts | stored.without_words
    yield from wrong_parts((item for item in stored.items if item.number not in without), stored.parts, decided)
