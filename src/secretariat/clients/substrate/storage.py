"""Storage of one block on a node: many values, and all keys of maps.

An answer counts only when it is of the block that was asked for, with every key once and values in hex.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, get_args

from secretariat.clients.failures import AnswerRefused
from secretariat.clients.substrate.rpc import (
    MOST_KEYS,
    Call,
    Node,
    Way,
    again,
    ask_ahead,
    call,
    calls,
    too_large,
    too_often,
    wrong,
)
from secretariat.clients.substrate.wrong import NodeRefused, StateGone

PAGE = 512
"""Keys of a map asked at once; nodes refuse more than 1,000."""

MANY = "state_queryStorageAt"

_HEX = re.compile(r"0x(?:[0-9a-fA-F]{2})*")


def storage_at(node: Node, keys: Iterable[str], block: str) -> dict[str, str | None]:
    """Read storage values of the block with this hash, by key; None where there is none.

    Falls back to batches, then to single calls, where the node refuses; it is remembered which way it takes. Raises as
    ``call``.
    """
    found: dict[str, str | None] = {}
    for part in _parts(keys):
        found |= _values(node, part, block.lower())
    return found


def storage_calls(node: Node, keys: Iterable[str], block: str) -> list[Call]:
    """Name the calls that ``storage_at`` will make, to be asked ahead; none where the node does not take many keys."""
    return [(MANY, [part, block.lower()]) for part in _parts(keys)] if node.way == "many" else []


def _parts(keys: Iterable[str]) -> list[list[str]]:
    wanted = list(dict.fromkeys(key.lower() for key in keys))
    return [wanted[start : start + MOST_KEYS] for start in range(0, len(wanted), MOST_KEYS)]


Beside = Callable[[dict[str, list[str]]], Sequence[Call]]
"""Names calls that will be made because of the keys of maps."""


def keys_at(node: Node, prefixes: Sequence[str], block: str, beside: Beside | None = None) -> dict[str, list[str]]:
    """List all storage keys under each prefix at the block with this hash.

    A map ends with an empty page, never with a short one: nodes may give fewer keys than asked. Where the first pages seem
    to be all, the calls that ``beside`` names of their keys are asked ahead in the request for the empty ones. Raises as
    ``call``.
    """
    found: dict[str, list[str]] = {prefix.lower(): [] for prefix in prefixes}
    open_, read = list(found), 0
    while open_:
        asked = key_calls(open_, block, {prefix: found[prefix][-1] for prefix in open_ if found[prefix]})
        if beside is not None and read == 1 and all(len(keys) < PAGE for keys in found.values()):
            ask_ahead(node, [*asked, *beside(found)])
        pages = [
            _right_page(node, prefix, page, found[prefix], one)
            for prefix, page, one in zip(open_, calls(node, asked), asked, strict=True)
        ]
        for prefix, page in zip(open_, pages, strict=True):
            found[prefix] += page
        open_, read = [prefix for prefix, page in zip(open_, pages, strict=True) if page], read + 1
    return found


def _right_page(node: Node, prefix: str, page: Any, before: list[str], one: Call) -> list[str]:
    """Read a page of keys; one that cannot be right is asked for anew by the call that gave it."""
    held = [page]
    return again(node, lambda: _page(node, prefix, held.pop() if held else call(node, one[0], *one[1]), before))


def key_calls(prefixes: Iterable[str], block: str, after: Mapping[str, str] | None = None) -> list[Call]:
    """Name the calls for a page of each map's keys: the first one, or that after a key."""
    return [
        ("state_getKeysPaged", [prefix.lower(), PAGE, (after or {}).get(prefix.lower()), block]) for prefix in prefixes
    ]


def _page(node: Node, prefix: str, page: Any, before: list[str]) -> list[str]:
    if not isinstance(page, list) or not all(isinstance(key, str) and _HEX.fullmatch(key) for key in page):
        raise wrong(node, "the keys of a map are not a list of hexadecimal texts")
    keys = [key.lower() for key in page]
    last = before[-1] if before else ""
    for key in keys:
        if not key.startswith(prefix):
            raise wrong(node, "a key of another map stands among the keys of a map")
        if key <= last:
            raise wrong(node, "the keys of a map come twice or out of order")
        last = key
    return keys


def _values(node: Node, keys: list[str], block: str) -> dict[str, str | None]:
    ways: tuple[Way, ...] = get_args(Way)
    refused: Exception | None = None
    for way in ways[ways.index(node.way) :]:
        try:
            found = _READ[way](node, keys, block)
        except StateGone:
            raise
        except (NodeRefused, AnswerRefused) as error:
            if way == "many" and too_large(error) and len(keys) > 1:
                half = len(keys) // 2
                return _values(node, keys[:half], block) | _values(node, keys[half:], block)
            if too_often(error):
                raise
            refused = error
            continue
        node.way = way
        return found
    raise refused if refused is not None else wrong(node, "no way to read storage")


def _many(node: Node, keys: list[str], block: str) -> dict[str, str | None]:
    return again(node, lambda: _changes(node, keys, block, call(node, MANY, keys, block)))


def _changes(node: Node, keys: Sequence[str], block: str, answer: Any) -> dict[str, str | None]:
    """Read the answer to a call for many keys."""
    sets = answer if isinstance(answer, list) else []
    if len(sets) != 1 or not isinstance(sets[0], dict) or str(sets[0].get("block")).lower() != block:
        raise wrong(node, "the storage values are not of the block that was asked for")
    changes = sets[0].get("changes")
    found: dict[str, str | None] = {}
    for change in changes if isinstance(changes, list) else []:
        if not isinstance(change, list) or len(change) != 2 or not isinstance(change[0], str):
            raise wrong(node, "a storage value does not stand beside its key")
        key = change[0].lower()
        if key in found:
            raise wrong(node, "a storage key is answered twice")
        found[key] = _value(node, change[1])
    if set(found) != set(keys):
        raise wrong(node, f"{len(keys)} storage keys were asked and others, or fewer, answered")
    return found


def _each(node: Node, keys: list[str], block: str) -> dict[str, str | None]:
    asked = [("state_getStorage", [key, block]) for key in keys]
    return again(
        node,
        lambda: {key: _value(node, result) for key, result in zip(keys, calls(node, asked), strict=True)},
    )


_READ: dict[Way, Callable[[Node, list[str], str], dict[str, str | None]]] = {"many": _many, "each": _each}


def _value(node: Node, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise wrong(node, f"a storage value is not hexadecimal: {str(value)[:60]!r}")
    return value.lower()
