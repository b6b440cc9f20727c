"""The metadata messages that Joystream's calls carry as bytes: protocol buffers, as far as the desk writes and shows them.

A message is its fields by number: name and what the field holds. A name that ends in ``[]`` is repeated.
Source: ``metadata-protobuf/proto`` of Joystream (Forum, ProposalsDiscussion, Council, Membership).
"""

from collections.abc import Mapping
from typing import Any

from secretariat.clients.substrate.wrong import ValueWrong

Holds = str | Mapping[int, Any]
"""``text``, ``number``, or the fields of a message within."""
Message = Mapping[int, tuple[str, Holds]]

THREAD: Message = {1: ("title", "text"), 2: ("tags[]", "text")}
POST: Message = {1: ("text", "text"), 2: ("replies_to", "number")}
CANDIDACY_NOTE: Message = {
    1: ("header", "text"),
    2: ("bullet_points[]", "text"),
    3: ("banner_image_uri", "text"),
    4: ("description", "text"),
}
MEMBERSHIP: Message = {
    1: ("name", "text"),
    2: ("avatar_object", "number"),
    3: ("about", "text"),
    4: ("avatar_uri", "text"),
    5: ("external_resources[]", {1: ("type", "number"), 2: ("value", "text")}),
}

CARRIED: Mapping[tuple[str, str, str], Message] = {
    ("Forum", "create_thread", "metadata"): THREAD,
    ("Forum", "edit_thread_metadata", "new_metadata"): THREAD,
    ("Forum", "add_post", "text"): POST,
    ("ProposalsDiscussion", "add_post", "text"): POST,
    ("Council", "set_candidacy_note", "note"): CANDIDACY_NOTE,
    ("Members", "update_profile", "metadata"): MEMBERSHIP,
}
"""Which argument of which call is which message. A thread's first text is plain Markdown, and so is an edited post's."""

_VARINT, _BYTES = 0, 2
_LONGEST_VARINT = 10


def written(message: Message, values: Mapping[str, Any]) -> bytes:
    """Write a message, its fields in the order of their numbers; what has no value, or None, is left out.

    Raises ValueWrong for a name that is no field.
    """
    names = {name.removesuffix("[]") for name, _ in message.values()}
    if not names >= set(values):
        raise ValueWrong(f"the message has no field {', '.join(sorted(set(values) - names))}")
    out = bytearray()
    for number, (name, holds) in sorted(message.items()):
        given = values.get(name.removesuffix("[]"))
        each = [given] if not name.endswith("[]") else list(given or ())
        for value in each:
            if value is not None:
                out += _field(number, holds, value)
    return bytes(out)


def _field(number: int, holds: Holds, value: Any) -> bytes:
    if holds == "number":
        return _varint(number << 3 | _VARINT) + _varint(value)
    body = value.encode() if holds == "text" else written(holds, value)  # type: ignore[arg-type]
    return _varint(number << 3 | _BYTES) + _varint(len(body)) + body


def _varint(number: int) -> bytes:
    if number < 0:
        raise ValueWrong(f"{number} cannot be written as a number of a message")
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def read(message: Message, data: bytes) -> dict[str, Any] | None:
    """Read a message, or None where the bytes are not this message written in the one way in which ``written`` writes it.

    So nothing that the bytes say can be missing from what is read out of them.
    """
    try:
        found = _read(message, data)
        return found if written(message, found) == data else None
    except (ValueWrong, IndexError, UnicodeDecodeError):
        return None


def _read(message: Message, data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = {}
    at = 0
    while at < len(data):
        head, at = _varint_at(data, at)
        if head >> 3 not in message:
            raise ValueWrong(f"the message has no field {head >> 3}")
        name, holds = message[head >> 3]
        number, at = _varint_at(data, at)
        value: Any = number
        if head & 0b111 == _BYTES:
            if number > len(data) - at:
                raise ValueWrong("a field of the message is cut short")
            body, at = data[at : at + number], at + number
            value = body.decode() if holds == "text" else _within(holds, body)
        elif head & 0b111 != _VARINT or holds != "number":
            raise ValueWrong("a field of the message holds something else")
        if name.endswith("[]"):
            found.setdefault(name.removesuffix("[]"), []).append(value)
        else:
            found[name] = value
    return found


def _within(holds: Holds, body: bytes) -> dict[str, Any]:
    if isinstance(holds, str):
        raise ValueWrong("a field of the message holds something else")
    return _read(holds, body)


def _varint_at(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for place in range(_LONGEST_VARINT):
        byte = data[at + place]
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return number, at + place + 1
    raise ValueWrong("a number of the message is too long")
