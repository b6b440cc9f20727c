"""The forum as the chain tells of it: every thread and post that was written, with its words, from the events alone."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.query_node.mappings import protobuf


def written(chain: Chain, since: int = 0) -> list[dict[str, Any]]:
    """Tell threads and posts of blocks from ``since`` on, oldest first; a thread is with its first post, ``title`` is of threads only."""
    return [
        _told(event.name, event.block, event.values) for event in chain.events if _meant(event.name, event.block, since)
    ]


def _meant(name: str, block: int, since: int) -> bool:
    return block >= since and name in ("Forum.ThreadCreated", "Forum.PostAdded")


def _told(name: str, block: int, values: tuple[Any, ...]) -> dict[str, Any]:
    title = None
    if name == "Forum.ThreadCreated":
        category, thread, post, author, metadata, words = values
        found = protobuf.decoded(metadata, protobuf.THREAD)
        title = _text(metadata) if found is None else found.get("title") or ""
    else:
        post, author, category, thread, metadata, _editable = values
        found = protobuf.decoded(metadata, protobuf.POST)
        words = metadata if found is None else (found.get("text") or "").encode()
    return {
        "block": block,
        "category": category,
        "thread": thread,
        "post": post,
        "author": author,
        "title": title,
        "text": _text(words),
    }


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
