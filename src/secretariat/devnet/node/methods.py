"""The methods that a node answers, by name, over HTTP as a public node does."""

from collections.abc import Callable, Sequence
from typing import Any

from secretariat.devnet.addresses import PREFIX, AddressWrong, account_of
from secretariat.devnet.chain.blocks import Header
from secretariat.devnet.metadata.compact import ScaleWrong
from secretariat.devnet.node.errors import CLIENT, METHOD, STATE_COUNT, RpcError, discarded, params_wrong, unknown_block
from secretariat.devnet.node.extrinsics import measured
from secretariat.devnet.node.node import Node
from secretariat.devnet.node.runtime_calls import WEIGHT, call_runtime, interfaces
from secretariat.devnet.node.state import NAME

MOST_KEYS_PAGED = 1_000
DECIMALS, SYMBOL = 10, "JOY"
OTHER_NAMES = {
    "chain_getFinalisedHead": "chain_getFinalizedHead",
    "chain_getHead": "chain_getBlockHash",
    "chain_getRuntimeVersion": "state_getRuntimeVersion",
    "state_getKeysPagedAt": "state_getKeysPaged",
    "state_getStorageAt": "state_getStorage",
    "state_getStorageSizeAt": "state_getStorageSize",
}
_VERSION = "0.0.0-practice"


class Methods:
    """Answers calls of methods. Each is done under the node's lock, so that one answer tells of one moment."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self._table: dict[str, Callable[[Sequence[Any]], Any]] = {
            "author_pendingExtrinsics": lambda _: [_hex(one.raw) for one in node.pool],
            "author_submitExtrinsic": lambda params: _hex(node.submit(_bytes(params, 0))),
            "chain_getBlock": self._block,
            "chain_getBlockHash": lambda params: self._hashes(params[0] if params else None),
            "chain_getFinalizedHead": self._final,
            "chain_getHeader": self._header,
            "payment_queryInfo": self._fee,
            "rpc_methods": lambda _: {"methods": sorted(self._table)},
            "state_call": self._call,
            "state_getKeysPaged": self._keys,
            "state_getMetadata": lambda params: _hex(node.runtime_at(self._at(params, 0)).metadata),
            "state_getRuntimeVersion": self._version,
            "state_getStorage": lambda params: _hex(node.state.value(self._at(params, 1), _bytes(params, 0))),
            "state_getStorageSize": self._size,
            "state_queryStorageAt": self._values,
            "system_accountNextIndex": lambda params: node.next_nonce(_account(params)),
            "system_chain": lambda _: node.name,
            "system_chainType": lambda _: "Local",
            "system_health": lambda _: {"peers": 1, "isSyncing": False, "shouldHavePeers": True},
            "system_name": lambda _: "Practice Node",
            "system_properties": lambda _: {"ss58Format": PREFIX, "tokenDecimals": DECIMALS, "tokenSymbol": SYMBOL},
            "system_version": lambda _: _VERSION,
        }
        for other, name in OTHER_NAMES.items():
            self._table[other] = self._table[name]

    def answer(self, method: str, params: Sequence[Any]) -> Any:
        """Give a method's result. Raises RpcError."""
        found = self._table.get(method)
        if found is None:
            raise RpcError(METHOD, "Method not found")
        with self._node.lock:
            return found(params)

    # ----------------------------------------------------------------- blocks

    def _final(self, _: Sequence[Any]) -> str | None:
        return _hex(self._node.blocks.hash_of(self._node.chain.final))

    def _hashes(self, asked: Any) -> Any:
        """Give the hash of a block by number, of each of a list, or of the head."""
        if isinstance(asked, list):
            return [self._hashes(one) for one in asked]
        number = self._node.chain.now if asked is None else _number(asked)
        return _hex(self._node.blocks.hash_of(number))

    def _header(self, params: Sequence[Any]) -> Any:
        found = self._found(params, 0)
        if found is None:
            return None
        return _told(found if isinstance(found, Header) else self._node.blocks.header_of(found))

    def _block(self, params: Sequence[Any]) -> Any:
        found = self._found(params, 0)
        if found is None or isinstance(found, Header):
            return None
        body = {
            "header": _told(self._node.blocks.header_of(found)),
            "extrinsics": [_hex(one) for one in self._node.bodies.of(found)],
        }
        return {"block": body, "justifications": None}

    def _found(self, params: Sequence[Any], place: int) -> int | Header | None:
        """Find the block that a parameter names; without one, the head."""
        if len(params) <= place or params[place] is None:
            return self._node.chain.now
        block_hash = _bytes(params, place)
        if len(block_hash) != 32:
            raise params_wrong("a block's hash has 32 bytes")
        return self._node.block_of(block_hash)

    def _at(self, params: Sequence[Any], place: int) -> int:
        """Find the block whose state is asked for. Raises RpcError for one whose state is not there."""
        found = self._found(params, place)
        if isinstance(found, Header):
            raise discarded(found.hash)
        if found is None:
            raise unknown_block(_bytes(params, place))
        return found

    # ------------------------------------------------------------------ state

    def _version(self, params: Sequence[Any]) -> Any:
        spec = self._node.runtime_at(self._at(params, 0)).spec
        return {
            "specName": NAME,
            "implName": NAME,
            "authoringVersion": 12,
            "specVersion": spec.version,
            "implVersion": 0,
            "apis": interfaces(),
            "transactionVersion": spec.transaction_version,
            "stateVersion": 1,
        }

    def _call(self, params: Sequence[Any]) -> str | None:
        name = params[0] if params else None
        if not isinstance(name, str):
            raise params_wrong("the name of a function is wanted")
        return _hex(call_runtime(self._node, name, _bytes(params, 1), self._at(params, 2)))

    def _size(self, params: Sequence[Any]) -> int | None:
        value = self._node.state.value(self._at(params, 1), _bytes(params, 0))
        return None if value is None else len(value)

    def _values(self, params: Sequence[Any]) -> Any:
        keys = params[0] if params else None
        if not isinstance(keys, list):
            raise params_wrong("a list of storage keys is wanted")
        at = self._at(params, 1)
        changes = [[key, _hex(self._node.state.value(at, _unhex(key)))] for key in keys]
        return [{"block": _hex(self._node.blocks.hash_of(at)), "changes": changes}]

    def _keys(self, params: Sequence[Any]) -> list[str | None]:
        count = _number(params[1] if len(params) > 1 else None)
        if count > MOST_KEYS_PAGED:
            raise RpcError(STATE_COUNT, f"count exceeds maximum value. value: {count}, max: {MOST_KEYS_PAGED}")
        after = _bytes(params, 2) if len(params) > 2 and params[2] is not None else b""
        return [_hex(key) for key in self._node.state.keys(self._at(params, 3), _bytes(params, 0), count, after)]

    def _fee(self, params: Sequence[Any]) -> Any:
        """Tell what a transaction costs by its length; it need not be signed well."""
        try:
            raw, _ = measured(_bytes(params, 0))
        except ScaleWrong as error:
            raise RpcError(CLIENT, f"Client error: {error}") from error
        return {"weight": WEIGHT, "class": "normal", "partialFee": str(self._node.rules.fee_of(len(raw)))}


def _told(header: Header) -> dict[str, Any]:
    return {
        "parentHash": _hex(header.parent),
        "number": hex(header.number),
        "stateRoot": _hex(header.state_root),
        "extrinsicsRoot": _hex(header.extrinsics_root),
        "digest": {"logs": []},
    }


def _hex(raw: bytes | None) -> str | None:
    return None if raw is None else "0x" + raw.hex()


def _unhex(text: Any) -> bytes:
    """Read hexadecimal with 0x before it. Raises RpcError."""
    if not isinstance(text, str) or not text.startswith("0x"):
        raise params_wrong("hexadecimal with 0x before it is wanted")
    try:
        return bytes.fromhex(text[2:])
    except ValueError:
        raise params_wrong("invalid hex") from None


def _bytes(params: Sequence[Any], place: int) -> bytes:
    return _unhex(params[place] if len(params) > place else None)


def _number(asked: Any) -> int:
    """Read a block's number or a count, also in hexadecimal. Raises RpcError."""
    if isinstance(asked, str) and len(asked) <= 12:
        try:
            asked = int(asked, 16 if asked.startswith("0x") else 10)
        except ValueError:
            raise params_wrong("not a number") from None
    if type(asked) is not int or not 0 <= asked < 1 << 32:
        raise params_wrong("a number from 0 to 4294967295 is wanted")
    return asked


def _account(params: Sequence[Any]) -> bytes:
    told = params[0] if params else None
    if not isinstance(told, str):
        raise params_wrong("an address is wanted")
    try:
        return account_of(told)
    except AddressWrong as error:
        raise params_wrong(str(error)) from error
