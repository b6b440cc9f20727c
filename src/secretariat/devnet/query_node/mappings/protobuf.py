"""Protocol buffers, as far as the metadata of members, groups and the forum need them.

A message is described by its fields: number, name, and what the field holds. A name that ends in ``[]`` is repeated.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Holds = str | Mapping[int, Any]
"""``text``, ``number``, ``bool``, or the fields of a message within."""
Message = Mapping[int, tuple[str, Holds]]

THREAD: Message = {1: ("title", "text"), 2: ("tags[]", "text")}
POST: Message = {1: ("text", "text"), 2: ("repliesTo", "number")}
CANDIDACY_NOTE: Message = {
    1: ("header", "text"),
    2: ("bulletPoints[]", "text"),
    3: ("bannerImageUri", "text"),
    4: ("description", "text"),
}
MEMBERSHIP: Message = {
    1: ("name", "text"),
    2: ("avatarObject", "number"),
    3: ("about", "text"),
    4: ("avatarUri", "text"),
    5: ("externalResources[]", {1: ("type", "number"), 2: ("value", "text")}),
}
OPENING: Message = {
    1: ("shortDescription", "text"),
    2: ("description", "text"),
    3: ("hiringLimit", "number"),
    4: ("expectedEndingTimestamp", "number"),
    5: ("applicationDetails", "text"),
    6: ("applicationFormQuestions[]", {1: ("question", "text"), 2: ("type", "number")}),
    7: ("title", "text"),
}
APPLICATION: Message = {1: ("answers[]", "text")}
GROUP: Message = {1: ("description", "text"), 2: ("about", "text"), 3: ("status", "text"), 4: ("statusMessage", "text")}
UPCOMING: Message = {
    1: ("expectedStart", "number"),
    2: ("rewardPerBlock", "number"),
    3: ("minApplicationStake", "number"),
    4: ("metadata", OPENING),
}
GROUP_ACTION: Message = {
    1: ("setGroupMetadata", {1: ("newMetadata", GROUP)}),
    2: ("addUpcomingOpening", {1: ("metadata", UPCOMING)}),
    3: ("removeUpcomingOpening", {1: ("id", "text")}),
}
REMARK: Message = {
    1: ("moderatePost", {1: ("postId", "number"), 2: ("rationale", "text")}),
    2: ("verifyValidator", {1: ("memberId", "number"), 2: ("isVerified", "bool")}),
}


def decoded(told: bytes, message: Message) -> dict[str, Any] | None:
    """Read a message; fields that are not described are passed over. None for bytes that are none."""
    try:
        return _message(told, message)
    except (ValueError, IndexError):
        return None


def _message(told: bytes, message: Message) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for number, wire, value in _fields(told):
        if number not in message:
            continue
        name, holds = message[number]
        if (wire == 0) != (holds in ("number", "bool")) or wire not in (0, 2):
            raise ValueError(f"field {number} has the wire type {wire}")
        read = _value(value, holds)
        if name.endswith("[]"):
            found.setdefault(name[:-2], []).append(read)
        else:
            found[name] = read
    return found


def _value(value: Any, holds: Holds) -> Any:
    if isinstance(holds, str):
        if holds == "text":
            return value.decode().replace("\0", "")
        return bool(value) if holds == "bool" else value
    return _message(value, holds)


def _fields(told: bytes) -> Iterator[tuple[int, int, Any]]:
    at = 0
    while at < len(told):
        key, at = _varint(told, at)
        number, wire = key >> 3, key & 7
        if number == 0:
            raise ValueError("a field without a number")
        if wire == 0:
            value, at = _varint(told, at)
            yield number, wire, value
            continue
        if wire == 2:
            length, at = _varint(told, at)
        elif wire in (1, 5):
            length = 8 if wire == 1 else 4
        else:
            raise ValueError(f"wire type {wire}")
        if at + length > len(told):
            raise ValueError("the message ends within a field")
        yield number, wire, told[at : at + length]
        at += length


def _varint(told: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = told[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at
        if shift > 63:
            raise ValueError("a number of more than 64 bits")
