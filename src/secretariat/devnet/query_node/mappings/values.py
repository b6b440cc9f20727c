"""From values as the runtime's events hold them to values of rows."""

from collections.abc import Callable
from typing import Any

from secretariat.devnet.addresses import address_of
from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import Store

Mapping = Callable[[Store, Event], None]

LARGEST_INT = 2**31 - 1
"""More does not fit the database's column; the mappings write this instead."""


def text(told: bytes) -> str:
    """Read bytes as text: UTF-8 with its faults replaced, without zeros."""
    return told.decode("utf-8", "replace").replace("\0", "")


def optional_text(told: bytes | None) -> str | None:
    """Read bytes as text, where there are any."""
    return None if told is None else text(told)


def account(told: bytes | None) -> str | None:
    """Write an account's address, where there is one."""
    return None if told is None else address_of(told)


def key(number: int) -> str:
    """Write a runtime's number as an id."""
    return str(number)


def optional_key(number: int | None) -> str | None:
    """Write a runtime's number as an id, where there is one."""
    return None if number is None else str(number)


def hexadecimal(told: bytes) -> str:
    """Write bytes as ``0x`` and hexadecimal digits."""
    return f"0x{told.hex()}"


def small(number: int) -> int:
    """Keep a number within what an Int holds."""
    return min(number, LARGEST_INT)


def variant(value: Any) -> tuple[str, Any]:
    """Take a variant apart: its name, and its content or None."""
    if isinstance(value, str):
        return value, None
    ((name, content),) = value.items()
    return name, content


def of_type(name: str, **values: Any) -> Row:
    """Make a member of a union."""
    return {"__typename": name, **values}


def told(store: Store, event: Event, kind: str, **values: Any) -> Row:
    """Make the row of an event."""
    return store.add_event(kind, event.index, event.extrinsic, values)


Read = Callable[[Any], Any]


def same(value: Any) -> Any:
    """Give a value as it is."""
    return value


def plain(kind: str, **fields: tuple[int, Read] | int) -> Mapping:
    """Make the mapping of an event that only becomes a row: each field from the value at a place, perhaps read."""
    reads = [(name, *((one, same) if isinstance(one, int) else one)) for name, one in fields.items()]

    def mapping(store: Store, event: Event) -> None:
        values = event.values
        told(store, event, kind, **{name: read(values[place]) for name, place, read in reads})

    return mapping
