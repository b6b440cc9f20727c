"""The chain as a hand-off sees it: one node of the right chain, its finalised head, and the runtime in force there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from secretariat.clients.failures import AnswerWrong
from secretariat.clients.http import WireSettings, open_wire
from secretariat.clients.substrate.codec import storage_value
from secretariat.clients.substrate.keys import storage_key
from secretariat.clients.substrate.rpc import Node, call, node_at
from secretariat.clients.substrate.storage import storage_at
from secretariat.clients.substrate.types import Runtime
from secretariat.desk.hand_off import HandOffRefused
from secretariat.facts.accounts import address_of
from secretariat.flow.context import Context
from secretariat.sources.chain.heads import Runtimes, Version, choose_head, runtime_of, runtime_version
from secretariat.sources.chain.settings import Settings
from secretariat.store.engine import reading
from secretariat.store.live import runtime_texts

_LOADED: dict[str, dict[int, Runtime]] = {}
"""Runtimes by genesis hash and spec version, for as long as the program runs: one of a version never changes, and takes long to load."""


@dataclass(frozen=True, kw_only=True)
class Chain:
    """One node, asked again where that may help, and ``once`` the same without; the finalised head and its runtime."""

    node: Node
    once: Node
    block: int
    hash: str
    genesis: str
    version: Version
    runtime: Runtime
    runtimes: Runtimes


@contextmanager
def chain_of(context: Context, genesis: str) -> Iterator[Chain]:
    """Open the configured nodes and choose the one with the highest finalised head of the chain with this genesis hash.

    Raises HandOffRefused without ``[chain]``, NoGoodNode when no node is fit, and what calls raise.
    """
    settings: Settings | None = context.config.settings.get("chain")
    if settings is None:
        raise HandOffRefused("Which node? Add [chain] to the settings; `secretariat init` shows how.")
    bounds: WireSettings = context.config.settings.get("wire", WireSettings())
    with open_wire(bounds) as wire, open_wire(replace(bounds, attempts=1)) as single:
        nodes = [node_at(wire, url) for url in settings.urls]
        head = choose_head(nodes, Runtimes(), None, genesis)  # no runtimes: the values of a sync are not wanted here
        place = next(number for number, node in enumerate(nodes) if node is head.node)
        with reading(context.engine) as connection:
            texts = runtime_texts(connection, head.offer.genesis)
        runtimes = Runtimes(texts=texts, loaded=_LOADED.setdefault(head.offer.genesis, {}))
        version = runtime_version(head.node, head.offer.hash)
        yield Chain(
            node=head.node,
            once=node_at(single, settings.urls[place]),
            block=head.offer.block,
            hash=head.offer.hash,
            genesis=head.offer.genesis,
            version=version,
            runtime=runtime_of(head.node, head.offer.hash, version.spec_version, runtimes),
            runtimes=runtimes,
        )


def stored(chain: Chain, pallet: str, item: str, *params: Any) -> Any:
    """Read one storage value at the finalised head. Raises what calls raise, ItemMissing and ValueWrong."""
    key = storage_key(chain.runtime, pallet, item, *params)
    return storage_value(chain.runtime, pallet, item, storage_at(chain.node, [key], chain.hash)[key])


def next_nonce(chain: Chain, account: str) -> int:
    """Give the number of the account's next transaction, those counted that wait at the node. Raises what calls raise."""
    found = call(chain.node, "system_accountNextIndex", address_of(account, chain.runtime.ss58_prefix))
    if type(found) is not int or not 0 <= found < 2**32:
        raise AnswerWrong(chain.node.address, "the account's next number is none", remedy="Try another node.")
    return found


def final_nonce(chain: Chain, account: str) -> int:
    """Give the number of the account's next transaction as the finalised head has it."""
    return int(stored(chain, "System", "Account", account)["nonce"])


def runtime_before(chain: Chain, parent: str) -> Runtime:
    """Give the runtime that executes the block after this one: events are written by it."""
    version = runtime_version(chain.node, parent)
    return runtime_of(chain.node, parent, version.spec_version, chain.runtimes)
