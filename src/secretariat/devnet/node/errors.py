"""What a node refuses, with Substrate's codes and words."""

from typing import Any

POOL_INVALID, POOL_UNKNOWN, POOL_BANNED, POOL_IMPORTED, POOL_PRIORITY, POOL_DROPPED = 1010, 1011, 1012, 1013, 1014, 1016
VERIFICATION, CLIENT, STATE_COUNT, STATE_CLIENT = 1002, -32000, 4002, 4003
PARSE, REQUEST, METHOD, PARAMS, INTERNAL = -32700, -32600, -32601, -32602, -32603

STALE = "Transaction is outdated"
BAD_PROOF = "Transaction has a bad signature"
ANCIENT = "Transaction has an ancient birth block"
PAYMENT = "Inability to pay some fees (e.g. account balance too low)"
BAD_SIGNER = "Invalid signing address"
EXHAUSTED = "Transaction would exhaust the block limits"


class RpcError(Exception):
    """An error as JSON-RPC answers it."""

    def __init__(self, code: int, message: str, data: Any = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.data = data

    @property
    def body(self) -> dict[str, Any]:
        """Give the member ``error`` of the answer."""
        told: dict[str, Any] = {"code": self.code, "message": self.message}
        return told if self.data is None else told | {"data": self.data}


def invalid(why: str) -> RpcError:
    """Say why a transaction is not valid."""
    return RpcError(POOL_INVALID, "Invalid Transaction", why)


def params_wrong(why: str) -> RpcError:
    """Say what is wrong with a call's parameters."""
    return RpcError(PARAMS, "Invalid params", why)


def unknown_block(block_hash: bytes) -> RpcError:
    """Say that a state was asked of a block that is not known."""
    told = f"Client error: UnknownBlock: Header was not found in the database: 0x{block_hash.hex()}"
    return RpcError(STATE_CLIENT, told)


def discarded(block_hash: bytes) -> RpcError:
    """Say that a block's state is gone: the block was taken off the chain."""
    return RpcError(STATE_CLIENT, f"Client error: UnknownBlock: State already discarded for 0x{block_hash.hex()}")


def undecodable(why: str) -> RpcError:
    """Say that the runtime cannot decode a transaction, which panics in it."""
    told = f"Execution failed: Runtime panicked: Bad input data provided to validate_transaction: {why}"
    return RpcError(VERIFICATION, f"Verification Error: Runtime error: {told}", f'RuntimeApi("{told}")')
