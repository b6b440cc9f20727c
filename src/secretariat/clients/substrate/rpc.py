"""JSON-RPC over HTTP POST: one call, several at once, many storage values of one block, all keys of a map.

An answer counts only when it answers what was asked: ids, block, every key once, values in hex.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, get_args

from secretariat.clients.failures import AnswerRefused, AnswerWrong, shown
from secretariat.clients.http import Wire, post_json
from secretariat.clients.substrate.wrong import NodeRefused, StateGone
from secretariat.facts.texts import on_one_line

Way = Literal["many", "batch", "single"]
"""How many values are asked: by ``state_queryStorageAt``, by a batch of ``state_getStorage``, or one by one."""

MOST_KEYS = 1_000
MOST_IN_BATCH = 64
PAGE = 512
"""Keys asked at once; nodes refuse more than 1,000."""

TOO_LARGE = frozenset({-32701, -32702, -32007, -32008, -32010})
"""Request or response too big, batch too large: fewer at once may pass."""

LONGEST_MESSAGE = 200

_HEX = re.compile(r"0x(?:[0-9a-fA-F]{2})*")
_GONE = re.compile(r"state already discarded|unknown ?block|header was not found|block not found|pruned", re.IGNORECASE)
_TOO_OFTEN = re.compile(r"rate.?limit|too many requests|limit exceeded", re.IGNORECASE)


@dataclass(kw_only=True)
class Node:
    """One node: its address as shown, how a body is posted to it, and the way it is known to take many keys.

    ``batches`` says whether it takes several calls at once, as far as is known. ``asked`` counts the calls so far: each
    has an id of its own, so that an answer from a cache is known as such. ``ahead`` holds answers to calls that are about
    to be made.
    """

    address: str
    post: Callable[[Any], Any]
    way: Way = "many"
    batches: bool = True
    asked: int = 0
    ahead: dict[str, Any] = field(default_factory=dict)


def node_at(wire: Wire, url: str) -> Node:
    """Address a node over a pool of connections."""
    return Node(address=shown(url), post=partial(post_json, wire, url))


def call(node: Node, method: str, *params: Any) -> Any:
    """Make one call and give its result.

    Raises StateGone or NodeRefused for the node's own errors, AnswerWrong for an answer to something else, and what
    ``post_json`` raises.
    """
    if node.ahead and (named := _named(method, params)) in node.ahead:
        return node.ahead.pop(named)
    body = _request(node, method, params)
    return _result(node, method, _posted(node, body, method), body["id"])


def calls(node: Node, asked: Sequence[tuple[str, Sequence[Any]]]) -> list[Any]:
    """Make several calls, in batches where the node takes them, and give their results in order; raises as ``call``.

    One that the node answers with an error raises for all.
    """
    if node.ahead and all(_named(*one) in node.ahead for one in asked):
        return [node.ahead.pop(_named(*one)) for one in asked]
    results: list[Any] = []
    for start in range(0, len(asked), MOST_IN_BATCH):
        part = asked[start : start + MOST_IN_BATCH]
        results += _in_batch_or_singly(node, part)
    return results


def ask_ahead(node: Node, asked: Sequence[tuple[str, Sequence[Any]]]) -> None:
    """Make calls at once that are about to be made one by one; each is answered so once, and then asked for anew.

    What the node refuses is asked when its turn comes. Raises as ``call`` in all other cases.
    """
    node.ahead.clear()
    with suppress(NodeRefused, AnswerRefused):
        node.ahead.update(zip([_named(*one) for one in asked], calls(node, asked), strict=True))


def _named(method: str, params: Sequence[Any]) -> str:
    return f"{method} {list(params)}"


def storage_at(node: Node, keys: Iterable[str], block: str) -> dict[str, str | None]:
    """Read storage values of the block with this hash, by key; None where there is none.

    Falls back to batches, then to single calls, where the node refuses; it is remembered which way it takes. Raises as
    ``call``.
    """
    wanted = list(dict.fromkeys(key.lower() for key in keys))
    found: dict[str, str | None] = {}
    for start in range(0, len(wanted), MOST_KEYS):
        found |= _values(node, wanted[start : start + MOST_KEYS], block.lower())
    return found


def keys_at(node: Node, prefixes: Sequence[str], block: str) -> dict[str, list[str]]:
    """List all storage keys under each prefix at the block with this hash.

    A map ends with an empty page, never with a short one: nodes may give fewer keys than asked. Raises as ``call``.
    """
    found: dict[str, list[str]] = {prefix.lower(): [] for prefix in prefixes}
    open_ = list(found)
    while open_:
        asked = [
            ("state_getKeysPaged", [prefix, PAGE, found[prefix][-1] if found[prefix] else None, block])
            for prefix in open_
        ]
        pages = calls(node, asked)
        for prefix, page in zip(open_, pages, strict=True):
            found[prefix] += _page(node, prefix, page, found[prefix])
        open_ = [prefix for prefix, page in zip(open_, pages, strict=True) if page]
    return found


def _page(node: Node, prefix: str, page: Any, before: list[str]) -> list[str]:
    if not isinstance(page, list) or not all(isinstance(key, str) and _HEX.fullmatch(key) for key in page):
        raise _wrong(node, "the keys of a map are not a list of hexadecimal texts")
    keys = [key.lower() for key in page]
    last = before[-1] if before else ""
    for key in keys:
        if not key.startswith(prefix):
            raise _wrong(node, "a key of another map stands among the keys of a map")
        if key <= last:
            raise _wrong(node, "the keys of a map come twice or out of order")
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
            if _too_large(error) and len(keys) > 1:
                half = len(keys) // 2
                return _values(node, keys[:half], block) | _values(node, keys[half:], block)
            if _too_often(error):
                raise
            refused = error
            continue
        node.way = way
        return found
    raise refused if refused is not None else _wrong(node, "no way to read storage")


def _many(node: Node, keys: list[str], block: str) -> dict[str, str | None]:
    answer = call(node, "state_queryStorageAt", keys, block)
    sets = answer if isinstance(answer, list) else []
    if len(sets) != 1 or not isinstance(sets[0], dict) or str(sets[0].get("block")).lower() != block:
        raise _wrong(node, "the storage values are not of the block that was asked for")
    changes = sets[0].get("changes")
    found: dict[str, str | None] = {}
    for change in changes if isinstance(changes, list) else []:
        if not isinstance(change, list) or len(change) != 2 or not isinstance(change[0], str):
            raise _wrong(node, "a storage value does not stand beside its key")
        key = change[0].lower()
        if key in found:
            raise _wrong(node, "a storage key is answered twice")
        found[key] = _value(node, change[1])
    if set(found) != set(keys):
        raise _wrong(node, f"{len(keys)} storage keys were asked and others, or fewer, answered")
    return found


def _batch(node: Node, keys: list[str], block: str) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for start in range(0, len(keys), MOST_IN_BATCH):
        part = keys[start : start + MOST_IN_BATCH]
        results = _batched(node, [("state_getStorage", [key, block]) for key in part])
        found |= {key: _value(node, result) for key, result in zip(part, results, strict=True)}
    return found


def _single(node: Node, keys: list[str], block: str) -> dict[str, str | None]:
    return {key: _value(node, call(node, "state_getStorage", key, block)) for key in keys}


_READ: dict[Way, Callable[[Node, list[str], str], dict[str, str | None]]] = {
    "many": _many,
    "batch": _batch,
    "single": _single,
}


def _value(node: Node, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise _wrong(node, f"a storage value is not hexadecimal: {str(value)[:60]!r}")
    return value.lower()


def _in_batch_or_singly(node: Node, asked: Sequence[tuple[str, Sequence[Any]]]) -> list[Any]:
    if len(asked) == 1 or not node.batches:
        return [call(node, method, *params) for method, params in asked]
    try:
        return _batched(node, asked)
    except StateGone:
        raise
    except (NodeRefused, AnswerRefused) as error:
        if _too_often(error):
            raise
    results = [call(node, method, *params) for method, params in asked]
    node.batches = False  # the calls are answered, so it was the batch that was refused
    return results


def _batched(node: Node, asked: Sequence[tuple[str, Sequence[Any]]]) -> list[Any]:
    body = [_request(node, method, params) for method, params in asked]
    what = f"a batch of {asked[0][0]}"
    answer = _posted(node, body, what)
    if isinstance(answer, dict):  # one error for all: the node takes no batches, or none so large
        _result(node, what, answer, None)
    if not isinstance(answer, list) or not all(isinstance(each, dict) for each in answer):
        raise _wrong(node, "the answer to a batch is no list of answers")
    by_id = {each.get("id"): each for each in answer if isinstance(each.get("id"), int)}
    if len(answer) != len(asked) or set(by_id) != {each["id"] for each in body}:
        raise _wrong(node, f"{len(asked)} calls were sent at once and others, or fewer, answered")
    return [_result(node, each["method"], by_id[each["id"]], each["id"]) for each in body]


def _request(node: Node, method: str, params: Sequence[Any]) -> dict[str, Any]:
    node.asked += 1
    return {"jsonrpc": "2.0", "id": node.asked, "method": method, "params": list(params)}


def _posted(node: Node, body: Any, what: str) -> Any:
    try:
        return node.post(body)
    except AnswerRefused as error:  # some servers answer their own errors with a status of 400 and above
        if isinstance(error.answer, dict) and isinstance(error.answer.get("error"), dict):
            raise _refused(node, what, error.answer["error"]) from error
        raise


def _result(node: Node, method: str, answer: Any, number: int | None) -> Any:
    if not isinstance(answer, dict):
        raise _wrong(node, f"the answer to {method} is no JSON-RPC answer")
    if answer.get("error") is not None:
        raise _refused(node, method, answer["error"])
    if number is None or type(answer.get("id")) is not int or answer["id"] != number or "result" not in answer:
        raise _wrong(node, f"the answer to {method} answers something else")
    return answer["result"]


def _refused(node: Node, method: str, error: Any) -> NodeRefused:
    given = error if isinstance(error, dict) else {"message": error}
    code = given.get("code") if isinstance(given.get("code"), int) else 0
    said = " ".join(str(given[part]) for part in ("message", "data") if given.get(part) is not None)
    message = on_one_line(said.strip().rstrip("."), LONGEST_MESSAGE) or "an error without words"
    if _GONE.search(said):
        return StateGone(
            node.address,
            f"the node does not have that state any more: {message}",
            code=int(code or 0),
            said=message,
            remedy="Give the address of an archive node ([chain] urls), or leave history off.",
        )
    return NodeRefused(
        node.address,
        f"{method} was refused ({code}): {message}",
        code=int(code or 0),
        said=message,
        remedy="Give the address of a node that answers it ([chain] urls).",
    )


def _too_large(error: NodeRefused | AnswerRefused) -> bool:
    return error.code in TOO_LARGE if isinstance(error, NodeRefused) else error.status == 413


def _too_often(error: NodeRefused | AnswerRefused) -> bool:
    return _TOO_OFTEN.search(str(error)) is not None if isinstance(error, NodeRefused) else error.status == 429


def _wrong(node: Node, what: str) -> AnswerWrong:
    return AnswerWrong(node.address, what, remedy="Check that the address is that of a Substrate node, or try another.")
