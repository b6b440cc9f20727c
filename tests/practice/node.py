"""A node of the practice chain: HTTP JSON-RPC over a state kept in memory, on a loopback socket.

    with PracticeNode(metadata) as node:
        node.put("Council", "Budget", 7)
        node.seal(9)                       # blocks are made only when a test says so; the last one is not final yet
        code_under_test(node.url)

It encodes with cyscale and hashes keys by itself: nothing of the product is used. What was put shows from the next seal.
"""

import hashlib
import json
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

import xxhash

from tests.practice.metadata import codec

GENESIS = b"practice network, never mainnet!"


def blake2(data: bytes, size: int = 32) -> bytes:
    return hashlib.blake2b(data, digest_size=size).digest()


def twox(data: bytes, words: int) -> bytes:
    return b"".join(xxhash.xxh64_intdigest(data, seed=seed).to_bytes(8, "little") for seed in range(words))


def compact(number: int) -> bytes:
    width = next(i for i in range(3) if number < 1 << (6, 14, 30)[i])
    return (number << 2 | width).to_bytes((1, 2, 4)[width], "little")


HASHERS: dict[str, Callable[[bytes], bytes]] = {
    "Blake2_128Concat": lambda key: blake2(key, 16) + key,
    "Twox64Concat": lambda key: twox(key, 1) + key,
}


class RpcError(Exception):
    def __init__(self, code: int, message: str, data: Any = None) -> None:
        super().__init__(message)
        self.body = {"code": code, "message": message} | ({} if data is None else {"data": data})


@dataclass(frozen=True)
class Block:
    number: int
    hash: str
    parent: str
    storage: dict[str, str]
    extrinsics: tuple[str, ...]
    spec: int


class PracticeNode:
    """The node and its server. ``refused`` are methods it does not answer; ``before`` is called before each answer.

    ``most_calls`` above 0 is how many calls it takes in one batch.
    """

    def __init__(
        self,
        metadata: str,
        *,
        spec: int = 2004,
        first: int = 1,
        born: int = 1_700_000_000_000,
        block_milliseconds: int = 6000,
        genesis: bytes = GENESIS,
    ) -> None:
        self.lock = threading.RLock()
        self.metadata = {spec: metadata}
        self.codecs = {spec: codec(metadata)}
        self.spec, self.born, self.block_milliseconds, self.genesis = (
            spec,
            born,
            block_milliseconds,
            "0x" + genesis.hex(),
        )
        self.storage: dict[str, str] = {}
        self.blocks: list[Block] = []
        self.all: dict[str, Block] = {}
        self.final = first
        self.salt = b""
        self.pruned_before = 0
        self.bodies_before = 0
        self.refused: Collection[str] = ()
        self.takes_batches = True
        self.most_calls = 0
        self.page = 1000
        self.before: Callable[[str, list[Any]], None] | None = None
        self.twist: Callable[[str, Any], Any] | None = None
        self.log: list[tuple[str, list[Any]]] = []
        self.requests = 0
        if "System" in self.pallets:
            self.put("System", "LastRuntimeUpgrade", {"spec_version": spec, "spec_name": "practice"})
        self._add(first, "0x" + blake2(b"before").hex())
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "PracticeNode":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    # state

    @property
    def pallets(self) -> set[str]:
        return {pallet.name for pallet in self.codecs[self.spec][1].pallets}

    def key(self, pallet: str, item: str, *params: Any) -> str:
        rc, md = self.codecs[self.spec]
        held = md.get_metadata_pallet(pallet)
        entry = held.get_storage_function(item)
        key = twox(held.value["storage"]["prefix"].encode(), 2) + twox(item.encode(), 2)
        kinds = entry.get_params_type_string()
        for value, kind, hasher in zip(params, kinds, entry.get_param_hashers(), strict=False):
            key += HASHERS[hasher](bytes(rc.create_scale_object(kind, metadata=md).encode(value).data))
        return "0x" + key.hex()

    def put(self, pallet: str, item: str, value: Any, *params: Any) -> None:
        rc, md = self.codecs[self.spec]
        kind = md.get_metadata_pallet(pallet).get_storage_function(item).get_value_type_string()
        encoded = bytes(rc.create_scale_object(kind, metadata=md).encode(value).data)
        self.storage[self.key(pallet, item, *params)] = "0x" + encoded.hex()

    def put_raw(self, pallet: str, item: str, raw: str, *params: Any) -> None:
        self.storage[self.key(pallet, item, *params)] = raw

    def drop(self, pallet: str, item: str, *params: Any) -> None:
        self.storage.pop(self.key(pallet, item, *params), None)

    def call(self, pallet: str, name: str, **args: Any) -> bytes:
        rc, md = self.codecs[self.spec]
        whole = {"call_module": pallet, "call_function": name, "call_args": args}
        return bytes(rc.create_scale_object("Call", metadata=md).encode(whole).data)

    # blocks

    def seal(self, count: int = 1, *, finalise: bool = True) -> None:
        """Make blocks; all but the last become final, unless said otherwise."""
        with self.lock:
            for _ in range(count):
                self._add(self.blocks[-1].number + 1, self.blocks[-1].hash)
            if finalise:
                self.final = max(self.final, self.blocks[-1].number - 1)

    def reorganise(self, blocks: int) -> None:
        """Abandon the last blocks; the state is that of the block before them, and new ones get other hashes."""
        with self.lock:
            del self.blocks[len(self.blocks) - blocks :]
            assert self.blocks[-1].number >= self.final, "what is final is not reorganised"
            self.storage = dict(self.blocks[-1].storage)
            self.salt += b"x"

    def upgrade(self, metadata: str, spec: int) -> None:
        """Bring a new runtime in the next block; the block after it migrates: it writes LastRuntimeUpgrade."""
        with self.lock:
            self.metadata[spec], self.codecs[spec] = metadata, codec(metadata)
            self.spec = spec
            self.seal()
            self.put("System", "LastRuntimeUpgrade", {"spec_version": spec, "spec_name": "practice"})

    def hash_at(self, number: int) -> str | None:
        if number == 0:
            return self.genesis
        index = number - self.blocks[0].number
        return self.blocks[index].hash if 0 <= index < len(self.blocks) else None

    def _add(self, number: int, parent: str) -> None:
        now = self.born + number * self.block_milliseconds
        extrinsics: tuple[str, ...] = ()
        if "Timestamp" in self.pallets:
            self.put("Timestamp", "Now", now)
            inherent = b"\x04" + self.call("Timestamp", "set", now=now)
            extrinsics = ("0x" + (compact(len(inherent)) + inherent).hex(),)
        own = "0x" + blake2(parent.encode() + str(number).encode() + self.salt).hex()
        block = Block(number, own, parent, dict(self.storage), extrinsics, self.spec)
        self.blocks.append(block)
        self.all[own] = block

    def _block(self, block_hash: str | None) -> Block:
        found = self.blocks[-1] if block_hash is None else self.all.get(block_hash)
        if found is None:
            raise RpcError(-32000, f"Client error: UnknownBlock: Header was not found in the database: {block_hash}")
        return found

    def _state(self, block_hash: str | None) -> dict[str, str]:
        block = self._block(block_hash)
        if block.number < self.pruned_before:
            raise RpcError(4003, f"Client error: UnknownBlock: State already discarded for {block.hash}")
        return block.storage

    # JSON-RPC

    def answer(self, method: str, params: list[Any]) -> Any:
        def at(index: int) -> Any:
            return params[index] if len(params) > index else None

        with self.lock:
            self.log.append((method, params))
            if self.before is not None:
                self.before(method, params)
            methods: dict[str, Callable[[], Any]] = {
                "chain_getBlock": lambda: self._body(at(0)),
                "chain_getBlockHash": lambda: self.hash_at(int(at(0))),
                "chain_getFinalizedHead": lambda: self.hash_at(self.final),
                "chain_getHeader": lambda: _header(self._block(at(0))),
                "state_getKeysPaged": lambda: self._keys(at(0), at(1), at(2), at(3)),
                "state_getMetadata": lambda: self.metadata[self._block(at(0)).spec],
                "state_getRuntimeVersion": lambda: {
                    "specName": "practice",
                    "specVersion": self._block(at(0)).spec,
                    "transactionVersion": 2,
                },
                "state_getStorage": lambda: self._state(at(1)).get(at(0)),
                "state_queryStorageAt": lambda: [
                    {"block": at(1), "changes": [[key, self._state(at(1)).get(key)] for key in at(0)]}
                ],
            }
            if method not in methods or method in self.refused:
                raise RpcError(-32601, "Method not found")
            result = methods[method]()
            return result if self.twist is None else self.twist(method, result)

    def _keys(self, prefix: str, count: int, start: str | None, block_hash: str) -> list[str]:
        held = sorted(key for key in self._state(block_hash) if key.startswith(prefix) and key > (start or ""))
        return held[: min(count, self.page)]

    def _body(self, block_hash: str) -> Any:
        block = self._block(block_hash)
        if block.number < self.bodies_before:
            return None
        return {"block": {"header": _header(block), "extrinsics": list(block.extrinsics)}, "justifications": None}

    def reply_to(self, body: bytes) -> Any:
        self.requests += 1
        request = json.loads(body)
        if isinstance(request, list) and not self.takes_batches:
            error = {"code": -32005, "message": "Batched requests are not supported by this server"}
            return {"jsonrpc": "2.0", "id": None, "error": error}
        if isinstance(request, list) and 0 < self.most_calls < len(request):
            said = {"code": -32010, "message": "The batch request was too large", "data": "Exceeded max limit"}
            return {"jsonrpc": "2.0", "id": None, "error": said}
        return [self._reply(each) for each in request] if isinstance(request, list) else self._reply(request)

    def _reply(self, request: dict[str, Any]) -> dict[str, Any]:
        head = {"jsonrpc": "2.0", "id": request["id"]}
        try:
            return head | {"result": self.answer(request["method"], request["params"])}
        except RpcError as error:
            return head | {"error": error.body}


def _header(block: Block) -> dict[str, Any]:
    return {
        "parentHash": block.parent,
        "number": hex(block.number),
        "stateRoot": "0x" + bytes(32).hex(),
        "extrinsicsRoot": "0x" + bytes(32).hex(),
        "digest": {"logs": []},
    }


def _handler_of(node: PracticeNode) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answer = json.dumps(node.reply_to(body)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler
