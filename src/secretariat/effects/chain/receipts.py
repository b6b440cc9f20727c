"""What came of a transaction in its block: success with what it made, or the chain's own words for its failure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.clients.failures import AnswerWrong
from secretariat.clients.substrate.codec import storage_value
from secretariat.clients.substrate.keys import storage_key
from secretariat.clients.substrate.rpc import Node
from secretariat.clients.substrate.storage import storage_at
from secretariat.clients.substrate.types import Enum, Runtime
from secretariat.effects.chain.find import Sight

MADE: Mapping[tuple[str, str], Sequence[tuple[str, int]]] = {
    ("Forum", "ThreadCreated"): (("thread", 1), ("post", 2)),
    ("Forum", "PostAdded"): (("post", 0),),
    ("ProposalsDiscussion", "PostCreated"): (("discussion_post", 0),),
    ("ProposalsCodex", "ProposalCreated"): (("proposal", 0), ("discussion", 3)),
}
"""Which value of which event is the number of something new, by its place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Receipt:
    """What a transaction did: where it stands, whether it succeeded, and the numbers of what it made, in order.

    ``failure`` says why it failed in the chain's own words; it is then empty-handed and its fee is paid.
    """

    sight: Sight
    failure: str
    made: tuple[tuple[str, int], ...]


def receipt_of(node: Node, runtime: Runtime, sight: Sight) -> Receipt:
    """Read the events of a block by the runtime that executed it: that of its parent's state.

    Raises AnswerWrong where the block's events say neither success nor failure, ValueWrong for events of another runtime, and
    what calls raise.
    """
    key = storage_key(runtime, "System", "Events")
    events = storage_value(runtime, "System", "Events", storage_at(node, [key], sight.block_hash)[key])
    own = list(_events_of(events or (), sight.index))
    ends = {name: values for pallet, name, values in own if pallet == "System" and name in _ENDS}
    if len(ends) != 1:
        raise AnswerWrong(
            node.address,
            f"the events of block {sight.block:,} do not tell what came of transaction {sight.index}",
            remedy="Ask another node.",
        )
    failed = ends.get("ExtrinsicFailed")
    if failed is not None:
        return Receipt(sight=sight, failure=failure_in_words(runtime, failed[0] if failed else None), made=())
    made = [
        (what, values[place])
        for pallet, name, values in own
        for what, place in MADE.get((pallet, name), ())
        if place < len(values) and isinstance(values[place], int)
    ]
    return Receipt(sight=sight, failure="", made=tuple(made))


_ENDS = frozenset({"ExtrinsicSuccess", "ExtrinsicFailed"})


def _events_of(events: Sequence[Any], index: int) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Give the events of one transaction: pallet, name, and its values in their order."""
    for record in events:
        if record["phase"] != {"ApplyExtrinsic": index}:
            continue
        pallet, inner = next(iter(record["event"].items()))
        name, content = (inner, ()) if isinstance(inner, str) else next(iter(inner.items()))
        if isinstance(content, Mapping):
            content = tuple(content.values())
        yield str(pallet), str(name), content if isinstance(content, tuple) else (content,)


def failure_in_words(runtime: Runtime, error: Any) -> str:
    """Say why a call failed: a pallet's error by its name with what the runtime says about it, else the kind of failure."""
    kind, content = (error, None) if isinstance(error, str) else next(iter(error.items())) if error else ("", None)
    if kind == "Module" and isinstance(content, Mapping):
        return _module_error(runtime, content)
    detail = f": {content}" if content is not None else ""
    return f"{kind or 'an unknown error'}{detail}"


def _module_error(runtime: Runtime, content: Mapping[str, Any]) -> str:
    number = content["error"]
    place = number if isinstance(number, int) else int(str(number)[2:4] or "0", 16)
    pallet = next((each for each in runtime.pallets.values() if each.index == content["index"]), None)
    errors = runtime.types.get(pallet.errors) if pallet is not None and pallet.errors is not None else None
    variant = errors.variants.get(place) if isinstance(errors, Enum) else None
    if pallet is None or variant is None:
        return f"error {place} of pallet {content['index']}, which the metadata does not name"
    return f"{pallet.name}.{variant.name}" + (f": {variant.docs.rstrip('.')}" if variant.docs else "")
