"""The block of the chain that facts are read at, block times, and which of several nodes to believe."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class ChainHead:
    """The finalised block all chain facts of one run are read at, with the runtime that made it.

    ``at`` and ``milliseconds`` (since 1970, UTC) are the block's own time, ``genesis`` the hash of block 0.
    """

    KIND: ClassVar[str] = "chain-head"

    network: str
    chain: str | None
    block: int
    hash: str
    genesis: str
    spec_name: str
    spec_version: int
    transaction_version: int | None = None
    at: Moment | None = None
    milliseconds: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockTime:
    """A finalised block and its time; by these the pace of the chain is measured. Its key is the block."""

    KIND: ClassVar[str] = "block-time"

    block: int
    hash: str
    milliseconds: int
    at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RuntimeConstant:
    """One constant of a runtime; its key is ``<spec version>/<Pallet.Name>``, ``value`` its JSON text."""

    KIND: ClassVar[str] = "runtime-constant"

    spec_version: int
    name: str
    value: str


def whole_number(constant: RuntimeConstant) -> int | None:
    """Give the value of a constant that is a whole number, written as one or as its digits; None for any other."""
    try:
        value = json.loads(constant.value)
    except ValueError:
        return None
    if isinstance(value, str) and value.isdecimal():
        return int(value)
    return value if type(value) is int and value >= 0 else None


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownHead:
    """The finalised head of the last good read: no later one may be before it or beside it."""

    block: int
    hash: str
    genesis: str
    spec_version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """What one node says is finalised. ``hash_at_known`` is its hash of the known head's block, None where it has none."""

    address: str
    block: int
    hash: str
    genesis: str
    hash_at_known: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """The place of the chosen offer, or None; and for each refused one its address and why."""

    place: int | None
    refused: tuple[tuple[str, str], ...] = ()


def choose(offers: Sequence[Offer], known: KnownHead | None = None, genesis: str | None = None) -> Choice:
    """Choose the offer with the highest finalised block, the first among equals.

    Refused are nodes of another chain than ``known`` or ``genesis`` says, nodes whose finalised head is before the known
    one (they lag, for what is final stays so), and nodes that have another block where the known head was. Where nothing
    says which chain is meant, all nodes are of one chain or all are refused: the longer chain need not be the right one.
    """
    if known is None and not genesis and len({offer.genesis for offer in offers}) > 1:
        return Choice(place=None, refused=tuple((offer.address, _of_several(offer)) for offer in offers))
    refused: list[tuple[str, str]] = []
    best: int | None = None
    for place, offer in enumerate(offers):
        why = _refusal(offer, known, genesis)
        if why is not None:
            refused.append((offer.address, why))
        elif best is None or offer.block > offers[best].block:
            best = place
    return Choice(place=best, refused=tuple(refused))


def _of_several(offer: Offer) -> str:
    return (
        f"its chain has the genesis {offer.genesis}, and the other address is a node of another chain; "
        "take the wrong one out of [chain] urls, or set [chain] genesis to the chain you mean"
    )


def _refusal(offer: Offer, known: KnownHead | None, genesis: str | None) -> str | None:
    wanted = known.genesis if known is not None else genesis
    if (wanted and offer.genesis != wanted) or (genesis and offer.genesis != genesis):
        return f"it is a node of another chain: its genesis is {offer.genesis}, not {genesis or wanted}"
    if known is None:
        return None
    if offer.block < known.block:
        return f"its finalised head {offer.block:,} is before block {known.block:,}, which was read before"
    if offer.hash_at_known != known.hash:
        return f"its block {known.block:,} is another one than the finalised one that was read before"
    return None
