"""The forum as the chain tells of it: every thread and post that was written, with its words, from the events alone."""

from collections.abc import Iterator
from typing import Any

from secretariat.devnet.chain.kernel import Chain, Event

THREAD, POST = "Forum.ThreadCreated", "Forum.PostAdded"


def written(chain: Chain, since: int = 0) -> list[dict[str, Any]]:
    """Tell threads and posts of blocks from ``since`` on, oldest first.

    A thread is told with its first post; ``title`` is None for a post that opens none.
    """
    return [_told(event) for event in chain.events if event.block >= since and event.name in (THREAD, POST)]


def _told(event: Event) -> dict[str, Any]:
    title = None
    if event.name == THREAD:
        category, thread, post, author, metadata, words = event.values
        title = message_text(metadata)
    else:
        post, author, category, thread, metadata, _editable = event.values
        words = message_text(metadata)
    text = words if isinstance(words, str) else words.decode("utf-8", "replace")
    return {
        "block": event.block,
        "category": category,
        "thread": thread,
        "post": post,
        "author": author,
        "title": title,
        "text": text,
    }


def message_text(raw: bytes) -> str:
    """Read the first field of a message in the protocol buffers' wire form, a text; bytes that are no message are themselves the text."""
    try:
        texts = [value for number, value in _fields(raw) if number == 1 and isinstance(value, bytes)]
        return texts[-1].decode() if texts else ""
    except (ValueError, IndexError):
        return raw.decode("utf-8", "replace")


def _fields(raw: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Give the fields of a message, texts as bytes. Raises ValueError and IndexError for bytes that are none."""
    at = 0
    while at < len(raw):
        tag, at = _varint(raw, at)
        value, at = _varint(raw, at)
        if tag & 7 == 0:
            yield tag >> 3, value
        elif tag & 7 == 2 and at + value <= len(raw):
            yield tag >> 3, raw[at : at + value]
            at += value
        else:
            raise ValueError("no message")


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        value |= (raw[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if raw[at - 1] < 0x80:
            return value, at
