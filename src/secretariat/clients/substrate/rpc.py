"""JSON-RPC over HTTP POST: one call, or several in as few requests as the node takes.

An answer counts only when it answers what was asked: ids, and every call once.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, TypeVar

from secretariat.clients.failures import AnswerRefused, shown
from secretariat.clients.http import Wire, paused_before, post_json
from secretariat.clients.substrate.wrong import AnswerUnfit, NodeRefused, StateGone
from secretariat.facts.texts import on_one_line

T = TypeVar("T")

Way = Literal["many", "each"]
"""How values are asked: many at once by ``state_queryStorageAt``, or each by a ``state_getStorage`` of its own."""

Call = tuple[str, Sequence[Any]]
"""A method and its parameters."""

MOST_KEYS = 1_000
"""Storage keys asked in one request, be it one call or several: some 100 kB, where nodes take 15 MB."""

MOST_IN_BATCH = 64
"""Calls in one request. Substrate itself sets no limit; public nodes and proxies before them do."""

TOO_MANY = -32010
TOO_LARGE = frozenset({-32701, -32702, -32007, -32008, TOO_MANY, -32011})
"""Request or response too big, a batch of too many calls, a batch's response too big: jsonrpsee's codes, old and new."""

TRIES = 3
"""So often in all a node is asked that gives an answer to something else, or a short one."""

LONGEST_MESSAGE = 200

_GONE = re.compile(r"state already discarded|unknown ?block|header was not found|block not found|pruned", re.IGNORECASE)
_TOO_OFTEN = re.compile(r"rate.?limit|too many requests|limit exceeded", re.IGNORECASE)


@dataclass(kw_only=True)
class Node:
    """One node: its address as shown, how a body is posted to it, and the way it is known to take many keys.

    ``batches`` says whether it takes several calls at once, as far as is known; ``most_calls`` and ``most_keys`` how many.
    ``asked`` counts the calls so far: each has an id of its own, so that an answer from a cache is known as such.
    ``requests`` counts what was posted, repeated tries not among it. ``ahead`` holds answers to calls that are about to be
    made. An answer that cannot be right is asked for ``tries`` times in all; ``pause`` waits before the try it is given, and tells
    whether there may be one.
    """

    address: str
    post: Callable[[Any], Any]
    way: Way = "many"
    batches: bool = True
    most_calls: int = MOST_IN_BATCH
    most_keys: int = MOST_KEYS
    asked: int = 0
    requests: int = 0
    ahead: dict[str, Any] = field(default_factory=dict)
    tries: int = 1
    pause: Callable[[int], bool] = lambda next_try: True


def node_at(wire: Wire, url: str) -> Node:
    """Address a node over a pool of connections. It is asked again as far as the wire asks again at all."""
    address = shown(url)
    tries = min(TRIES, wire.settings.attempts)
    return Node(
        address=address, post=partial(post_json, wire, url), tries=tries, pause=partial(paused_before, wire, address)
    )


def again(node: Node, ask: Callable[[], T]) -> T:
    """Give an answer; one that cannot be right is asked for anew, after pauses as of every request.

    ``ask`` asks and raises AnswerUnfit, which the last time is raised with how often was asked.
    """
    tried = 1
    while True:
        try:
            return ask()
        except AnswerUnfit as error:
            if error.tried > 1 or tried >= node.tries or not node.pause(tried + 1):
                raise error if tried == 1 else error.after(tried) from error
        tried += 1


def call(node: Node, method: str, *params: Any) -> Any:
    """Make one call and give its result.

    Raises StateGone or NodeRefused for the node's own errors, AnswerUnfit for an answer to something else, and what
    ``post_json`` raises.
    """
    if node.ahead and (named := _named((method, params))) in node.ahead:
        held = node.ahead.pop(named)
        if isinstance(held, NodeRefused):
            raise held
        return held
    return again(node, partial(_called, node, method, params))


def _called(node: Node, method: str, params: Sequence[Any]) -> Any:
    body = _request(node, method, params)
    return _result(node, method, _posted(node, body, method), body["id"])


def calls(node: Node, asked: Sequence[Call]) -> list[Any]:
    """Make several calls, in batches where the node takes them, and give their results in order; raises as ``call``.

    One that the node answers with an error raises for all.
    """
    results = answers(node, asked)
    for result in results:
        if isinstance(result, NodeRefused):
            raise result
    return results


def answers(node: Node, asked: Sequence[Call]) -> list[Any]:
    """Make several calls, and give the result of each in order; a NodeRefused in the place of what the node refused.

    Raises as ``call`` for all else, and for a node that is asked too often.
    """
    held = [node.ahead.pop(_named(one), _NOT_HELD) for one in asked] if node.ahead else [_NOT_HELD] * len(asked)
    found = iter(_asked(node, [one for one, result in zip(asked, held, strict=True) if result is _NOT_HELD]))
    return [next(found) if result is _NOT_HELD else result for result in held]


def ask_ahead(node: Node, asked: Sequence[Call]) -> None:
    """Make calls at once that are about to be made one by one; each is answered so once, and then asked for anew.

    What the node refuses is asked when its turn comes, but for a state that is gone. Raises as ``call`` in all other cases.
    """
    for one in asked:
        node.ahead.pop(_named(one), None)
    with suppress(NodeRefused, AnswerRefused):
        for one, result in zip(asked, answers(node, asked), strict=True):
            if not isinstance(result, NodeRefused) or isinstance(result, StateGone):
                node.ahead[_named(one)] = result


def told_ahead(node: Node, method: str, *params: Any) -> Any:
    """Give the answer to a call that was asked ahead, and leave it there; None where there is none."""
    held = node.ahead.get(_named((method, params)))
    return None if isinstance(held, NodeRefused) else held


_NOT_HELD = object()


def _named(one: Call) -> str:
    return f"{one[0]} {list(one[1])}"


def _asked(node: Node, asked: Sequence[Call]) -> list[Any]:
    results: list[Any] = []
    while len(results) < len(asked):
        results += _part(node, asked[len(results) :][: _fitting(node, asked[len(results) :])])
    return results


def _fitting(node: Node, asked: Sequence[Call]) -> int:
    """Tell how many of the next calls go into one request: one at least, and no more keys in all than it takes at once."""
    keys = 0
    for place, one in enumerate(asked[: node.most_calls]):
        keys += _keys(one)
        if place and keys > node.most_keys:
            return place
    return min(len(asked), node.most_calls)


def _keys(one: Call) -> int:
    """Count the values a call asks for: its keys, where it takes a list of them."""
    return len(one[1][0]) if one[1] and isinstance(one[1][0], list) else 1


def _part(node: Node, asked: Sequence[Call]) -> list[Any]:
    """Make calls in one batch; where the node refuses that, in smaller ones when it was too much, else one by one."""
    if len(asked) == 1 or not node.batches:
        return [_single(node, one) for one in asked]
    try:
        return again(node, partial(_batched, node, asked))
    except (NodeRefused, AnswerRefused) as error:
        if too_often(error):
            raise
        if too_large(error):
            _take_less(node, asked, error)
            return _asked(node, asked)
    results = [_single(node, one) for one in asked]
    if not all(isinstance(result, NodeRefused) for result in results):
        node.batches = False  # calls are answered, so it was the batch that was refused
    return results


def _take_less(node: Node, asked: Sequence[Call], error: NodeRefused | AnswerRefused) -> None:
    """Remember that a batch was too much: of calls, or of what they ask for."""
    if isinstance(error, NodeRefused) and error.code == TOO_MANY:
        node.most_calls = len(asked) // 2
    else:
        node.most_keys = sum(map(_keys, asked)) // 2


def _single(node: Node, one: Call) -> Any:
    try:
        return call(node, one[0], *one[1])
    except NodeRefused as error:
        if too_often(error):
            raise
        return error


def _batched(node: Node, asked: Sequence[Call]) -> list[Any]:
    """Make calls in one request. Raises NodeRefused or AnswerRefused where it is refused as a whole."""
    body = [_request(node, method, params) for method, params in asked]
    what = f"a batch of {asked[0][0]}"
    answer = _posted(node, body, what)
    if isinstance(answer, dict):  # one error for all: the node takes no batches, or none so large
        _result(node, what, answer, None)
    if not isinstance(answer, list) or not all(isinstance(each, dict) for each in answer):
        raise wrong(node, "the answer to a batch is no list of answers")
    by_id = {each.get("id"): each for each in answer if isinstance(each.get("id"), int)}
    if len(answer) != len(asked) or set(by_id) != {each["id"] for each in body}:
        raise wrong(node, f"{len(asked)} calls were sent at once and others, or fewer, answered")
    return list(_each(node, body, by_id))


def _each(node: Node, body: Sequence[dict[str, Any]], by_id: dict[Any, dict[str, Any]]) -> Iterator[Any]:
    for each in body:
        try:
            yield _result(node, each["method"], by_id[each["id"]], each["id"])
        except NodeRefused as error:
            if too_often(error):
                raise
            yield error


def _request(node: Node, method: str, params: Sequence[Any]) -> dict[str, Any]:
    node.asked += 1
    return {"jsonrpc": "2.0", "id": node.asked, "method": method, "params": list(params)}


def _posted(node: Node, body: Any, what: str) -> Any:
    node.requests += 1
    try:
        return node.post(body)
    except AnswerRefused as error:  # some servers answer their own errors with a status of 400 and above
        if isinstance(error.answer, dict) and isinstance(error.answer.get("error"), dict):
            raise _refused(node, what, error.answer["error"]) from error
        raise


def _result(node: Node, method: str, answer: Any, number: int | None) -> Any:
    if not isinstance(answer, dict):
        raise wrong(node, f"the answer to {method} is no JSON-RPC answer")
    if answer.get("error") is not None:
        raise _refused(node, method, answer["error"])
    if number is None or type(answer.get("id")) is not int or answer["id"] != number or "result" not in answer:
        raise wrong(node, f"the answer to {method} answers something else")
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


def too_large(error: NodeRefused | AnswerRefused) -> bool:
    """Tell whether fewer at once may pass."""
    return error.code in TOO_LARGE if isinstance(error, NodeRefused) else error.status == 413


def too_often(error: NodeRefused | AnswerRefused) -> bool:
    """Tell whether the node wants to be left alone for a while."""
    return _TOO_OFTEN.search(str(error)) is not None if isinstance(error, NodeRefused) else error.status == 429


def wrong(node: Node, what: str) -> AnswerUnfit:
    """Make the error for an answer to something else."""
    return AnswerUnfit(node.address, what, remedy="Check that the address is that of a Substrate node, or try another.")
