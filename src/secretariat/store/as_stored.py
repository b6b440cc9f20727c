"""The desk's rows read one by one: what cannot be read is named, and stops nothing else from being read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from secretariat.desk.acts import Act
from secretariat.desk.findings import Wanted
from secretariat.desk.outbox import Item, KeptPart, LastLook, Said
from secretariat.desk.parts import Part
from secretariat.desk.texts_check import StoredText
from secretariat.store import bodies
from secretariat.store.schema import draft_texts, drafts, outbox, outbox_parts

V = TypeVar("V")


@dataclass(frozen=True, kw_only=True)
class AsStored:
    """Texts, items and their parts by item, and a sentence for each thing that cannot be read (``unread``).

    ``without_act`` has number, draft and revision of items whose act cannot be read, ``without_words`` the numbers of those whose words
    as they went out cannot, ``without_parts`` of those of which a part cannot.
    """

    texts: tuple[StoredText, ...]
    items: tuple[Item, ...]
    parts: Mapping[int, tuple[KeptPart, ...]]
    without_act: tuple[tuple[int, int, int], ...]
    without_words: frozenset[int]
    without_parts: frozenset[int]
    unread: tuple[str, ...]


def as_stored(connection: Connection) -> AsStored:
    """Read every text, item and part that there ever was, by number."""
    unread: list[str] = []
    texts = _texts(connection, unread)
    items, without_act, without_words = _items(connection, unread)
    numbers = {*(one.number for one in items), *(number for number, _, _ in without_act)}
    parts, without_parts = _parts(connection, numbers, unread)
    return AsStored(
        texts=texts,
        items=items,
        parts=parts,
        without_act=without_act,
        without_words=without_words,
        without_parts=without_parts,
        unread=tuple(unread),
    )


def _read(cls: type[V], body: str, what: str, unread: list[str]) -> V | None:
    """Read a value; None where that cannot be done, which is told of then."""
    try:
        return bodies.read(cls, body)
    except ValueError:
        unread.append(f"{what} cannot be read.")
        return None


def _texts(connection: Connection, unread: list[str]) -> tuple[StoredText, ...]:
    known = set(connection.execute(select(drafts.c.number)).scalars())
    query = select(draft_texts).order_by(draft_texts.c.draft, draft_texts.c.revision)
    found = []
    for row in connection.execute(query):
        name = f"d{row.draft}.{row.revision}"
        if row.draft not in known:
            unread.append(f"There is a text {name}, and no draft d{row.draft}.")
        act = _read(Act, row.act, f"The text {name}", unread)
        wanted = _read(Wanted, row.wanted, f"What {name} was drafted from", unread)
        if row.newer is not None:
            _read(Wanted, row.newer, f"What stands beside {name}", unread)
        found.append(
            StoredText(
                draft=row.draft, revision=row.revision, digest=row.digest, person=row.person, act=act, wanted=wanted
            )
        )
    return tuple(found)


def _items(
    connection: Connection, unread: list[str]
) -> tuple[tuple[Item, ...], tuple[tuple[int, int, int], ...], frozenset[int]]:
    found, without_act, without_words = [], [], set()
    for row in connection.execute(select(outbox).order_by(outbox.c.number)).mappings():
        number = row["number"]
        act = _read(Act, row["act"], f"The act of o{number}", unread)
        said = None
        if row["said"] is not None:
            said = _read(Said, row["said"], f"The words of o{number} as they went out", unread)
            without_words |= {number} if said is None else set()
        looked = None
        if row["looked"] is not None:
            looked = _read(LastLook, row["looked"], f"The last look for o{number}", unread)
        if act is None:
            without_act.append((number, row["draft"], row["revision"]))
            continue
        rest: dict[str, Any] = {name: value for name, value in row.items() if name not in ("act", "said", "looked")}
        found.append(Item(act=act, said=said, looked=looked, **rest))
    return tuple(found), tuple(without_act), frozenset(without_words)


def _parts(
    connection: Connection, numbers: set[int], unread: list[str]
) -> tuple[dict[int, tuple[KeptPart, ...]], frozenset[int]]:
    found: dict[int, tuple[KeptPart, ...]] = {}
    without = set()
    for row in connection.execute(select(outbox_parts).order_by(outbox_parts.c.item, outbox_parts.c.number)):
        if row.item not in numbers:
            unread.append(f"Part {row.number} is of o{row.item}, and there is no such item in the outbox.")
        part = _read(Part, row.body, f"Part {row.number} of o{row.item}", unread)
        if part is None:
            without.add(row.item)
            continue
        if part.number != row.number:
            unread.append(f"Part {row.number} of o{row.item} holds the words of part {part.number}.")
        kept = KeptPart(part=part, state=row.state, receipt=row.receipt)
        found[row.item] = (*found.get(row.item, ()), kept)
    return found, frozenset(without)
