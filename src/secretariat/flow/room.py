"""The room that an import's tables take: what would need more memory than an import may have is refused before it is written."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection

from secretariat.errors import SecretariatError
from secretariat.facts.problems import Problem
from secretariat.flow.tables import kinds_needed
from secretariat.sources.archives.document import Reading
from secretariat.store.totals import CHOSEN, sizes_of_documents

OF_A_RECORD = 1_000
"""Bytes that a record takes in memory with its rows in the tables, besides its texts and lists."""

OF_AN_ELEMENT = 125
"""Bytes that an element of a record's list takes, such as the points of a validator in one era."""

MOST = 330_000_000
"""Bytes that the tables may be made of; with them an import stays below 500 MB (docs/decisions/0006-import-memory.md)."""

_NAMED = 3


class TooMuch(SecretariatError):
    """An archive holds more records than tables can be made of at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How many records and problems a document has, and how many bytes they take."""

    records: int
    room: int


def size_of(read: Reading) -> Size:
    """Tell how much of the room a reading takes; what no table is made of takes none."""
    kinds = kinds_needed() - CHOSEN
    loaded = [one.fact for one in read.records.values() if one.kind in kinds]
    room = sum(OF_A_RECORD + _of_fact(fact) for fact in loaded) + sum(_of_problem(one) for one in read.problems)
    return Size(records=len(loaded) + len(read.problems), room=room)


def _of_fact(fact: Any) -> int:
    return sum(_of_value(getattr(fact, field.name)) for field in fields(fact))


def _of_value(value: object) -> int:
    if isinstance(value, str):
        return len(value) if value.isascii() else 4 * len(value)
    if isinstance(value, tuple | list | frozenset):
        return sum(OF_AN_ELEMENT + _of_value(one) for one in value)
    return 0


def _of_problem(found: Problem) -> int:
    return OF_A_RECORD + _of_value(found.what) + _of_value(found.repair)


def check_room(connection: Connection, read: Mapping[str, Size], leaving: Collection[str]) -> None:
    """Raise TooMuch when tables cannot be made of what was read and of what the store keeps from other documents.

    ``leaving`` are the documents that this import forgets or gives another path.
    """
    known = sizes_of_documents(connection, kinds_needed() - CHOSEN)
    sizes = {
        path: Size(records=records, room=records * OF_A_RECORD + characters)
        for path, (records, characters) in known.items()
        if path not in read and path not in leaving
    }
    sizes.update(read)
    room = sum(size.room for size in sizes.values())
    if room > MOST:
        raise TooMuch(_told(sizes, room))


def _told(sizes: Mapping[str, Size], room: int) -> str:
    largest = sorted(sizes, key=lambda path: (-sizes[path].room, path))[:_NAMED]
    named = ", ".join(f"{path} ({sizes[path].records:,} records, {sizes[path].room / 1e6:,.0f} MB)" for path in largest)
    records = sum(size.records for size in sizes.values())
    return (
        f"{records:,} records in {len(sizes):,} documents would take {room / 1e6:,.0f} MB where tables are made of them; they may"
        f" take {MOST / 1e6:,.0f} MB, so that an import stays below 500 MB. The most are in {named}. Nothing was changed. Check"
        " that these are files of the community's archives, and import the others without them."
    )
