"""The runtime's own interfaces, as state_call asks them: metadata, nonces, fees."""

import hashlib
from collections.abc import Callable

from secretariat.devnet.metadata.compact import ScaleWrong, compact
from secretariat.devnet.node.checks import nonce_of
from secretariat.devnet.node.errors import STATE_CLIENT, RpcError
from secretariat.devnet.node.extrinsics import measured
from secretariat.devnet.node.node import Node

INTERFACES = {"Core": 4, "Metadata": 1, "AccountNonceApi": 1, "TransactionPaymentApi": 3}
"""Name and version of each interface that the runtime names; of Core, nothing can be called."""

WEIGHT = {"ref_time": 1_000_000_000, "proof_size": 0}
"""What every transaction is told to weigh; what it costs depends on its length."""

_NORMAL = b"\x00"


def interfaces() -> list[list[str | int]]:
    """Give what the runtime's version tells of them: the hash of each name, and its version."""
    return [
        ["0x" + hashlib.blake2b(name.encode(), digest_size=8).hexdigest(), version]
        for name, version in INTERFACES.items()
    ]


def call_runtime(node: Node, name: str, data: bytes, block: int) -> bytes:
    """Call an interface's function. Raises RpcError for one that is not there, or bytes that are not its arguments."""
    found = _FUNCTIONS.get(name)
    if found is None:
        raise RpcError(STATE_CLIENT, f"Client error: Execution failed: Other: Exported method {name} is not found")
    try:
        return found(node, data, block)
    except ScaleWrong as error:
        told = f"Client error: Execution failed: Runtime panicked: Bad input data provided to {name}: {error}"
        raise RpcError(STATE_CLIENT, told) from error


def _metadata(node: Node, _: bytes, block: int) -> bytes:
    metadata = node.runtime_at(block).metadata
    return compact(len(metadata)) + metadata


def _nonce(node: Node, data: bytes, _: int) -> bytes:
    if len(data) != 32:
        raise ScaleWrong("Not enough data to fill buffer")
    return nonce_of(node.chain, data).to_bytes(4, "little")


def _fee(node: Node, data: bytes, _: int) -> bytes:
    raw, _start = measured(data)
    weight = compact(WEIGHT["ref_time"]) + compact(WEIGHT["proof_size"])
    return weight + _NORMAL + node.rules.fee_of(len(raw)).to_bytes(16, "little")


_FUNCTIONS: dict[str, Callable[[Node, bytes, int], bytes]] = {
    "Metadata_metadata": _metadata,
    "AccountNonceApi_account_nonce": _nonce,
    "TransactionPaymentApi_query_info": _fee,
}
