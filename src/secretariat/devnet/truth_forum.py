"""The forum and the discussions of proposals as the chain tells of them: every thread and post that was written, with its words."""

from collections.abc import Iterator
from typing import Any

from secretariat.devnet.chain.kernel import Chain, Event

THREAD, POST, DISCUSSION = "Forum.ThreadCreated", "Forum.PostAdded", "ProposalsDiscussion.PostCreated"


def written(chain: Chain, since: int = 0) -> list[dict[str, Any]]:
    """Tell threads and posts of blocks from ``since`` on, oldest first.

    A thread is told with its first post; ``title`` is None for a post that opens none. ``replies_to`` is the post that one answers,
    ``gone`` the block in which a thread was closed or a post taken away; None where it is not so.
    """
    gone = _gone(chain)
    return [_told(event, gone) for event in chain.events if event.block >= since and event.name in (THREAD, POST)]


def discussed(chain: Chain, since: int = 0) -> list[dict[str, Any]]:
    """Tell the posts in discussions of proposals of blocks from ``since`` on, oldest first, each with the proposal's number."""
    of_threads = {event.values[3]: event.values[0] for event in chain.events if event.name == _FILED}
    gone = _gone(chain)
    found = []
    for event in chain.events:
        if event.name == DISCUSSION and event.block >= since:
            post, author, thread, words, _editable = event.values
            found.append(
                {
                    "block": event.block,
                    "proposal": of_threads.get(thread),
                    "post": post,
                    "author": author,
                    "text": message_text(words),
                    "replies_to": message_number(words),
                    "gone": gone.get((DISCUSSION, post)),
                }
            )
    return found


_FILED = "ProposalsCodex.ProposalCreated"


def categories(chain: Chain, events: list[Event]) -> list[dict[str, Any]]:
    """Tell the forum's categories in the order of their numbers."""
    made = [event.values for event in events if event.name == "Forum.CategoryCreated"]
    return [
        {
            "id": number,
            "parent": parent,
            "title": title.decode("utf-8", "replace"),
            "description": description.decode("utf-8", "replace"),
        }
        for number, parent, title, description in made
        if chain.get_at(events[-1].block, "Forum.CategoryById", number) is not None
    ]


def _gone(chain: Chain) -> dict[tuple[str, int], int]:
    """Give the block in which each thread was closed, and each post hidden."""
    found: dict[tuple[str, int], int] = {}
    for event in chain.events:
        if event.name in ("Forum.ThreadDeleted", "Forum.ThreadModerated"):
            found[THREAD, event.values[0]] = event.block
        elif event.name == "Forum.PostModerated":
            found[POST, event.values[0]] = event.block
        elif event.name == "Forum.PostDeleted":
            found |= {(POST, place["post_id"]): event.block for place, hide in event.values[2] if hide}
        elif event.name == "ProposalsDiscussion.PostDeleted" and event.values[3]:
            found[DISCUSSION, event.values[2]] = event.block
    return found


def _told(event: Event, gone: dict[tuple[str, int], int]) -> dict[str, Any]:
    title, replies_to = None, None
    if event.name == THREAD:
        category, thread, post, author, metadata, words = event.values
        title = message_text(metadata)
    else:
        post, author, category, thread, metadata, _editable = event.values
        words, replies_to = message_text(metadata), message_number(metadata)
    text = words if isinstance(words, str) else words.decode("utf-8", "replace")
    ends = [gone[one] for one in ((THREAD, thread), (POST, post)) if one in gone]
    return {
        "block": event.block,
        "category": category,
        "thread": thread,
        "post": post,
        "author": author,
        "title": title,
        "text": text,
        "replies_to": replies_to,
        "gone": min(ends, default=None),
    }


def message_number(raw: bytes) -> int | None:
    """Read the second field of a message, a number; None where there is none."""
    try:
        found = [value for number, value in _fields(raw) if number == 2 and isinstance(value, int)]
    except (ValueError, IndexError):
        return None
    return found[-1] if found else None


def message_text(raw: bytes, field: int = 1) -> str:
    """Read a field of a message in the protocol buffers' wire form, a text; bytes that are no message are themselves the text."""
    try:
        texts = [value for number, value in _fields(raw) if number == field and isinstance(value, bytes)]
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
