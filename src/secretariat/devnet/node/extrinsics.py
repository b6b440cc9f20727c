"""Transactions in bytes: what is read out of one that was sent, and how one of the world's stands in a block."""

import hashlib
from dataclasses import dataclass
from typing import Any

from secretariat.devnet.chain.blocks import blake2_256
from secretariat.devnet.metadata.compact import ScaleWrong, compact, compact_at
from secretariat.devnet.metadata.runtime import Runtime

SIGNED, UNSIGNED, FORMAT = 0x80, 0x04, 0x04
ED25519, SR25519, ECDSA = 0, 1, 2
_SIGNATURES = {ED25519: 64, SR25519: 64, ECDSA: 65}
_SHORTEST_PERIOD = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Extrinsic:
    """A signed transaction as it was sent: ``raw`` is all of it, ``extra`` era, nonce and tip as the signature covers them.

    ``hash`` is what a node answers: over all bytes, the length before them included. ``period`` and ``phase`` of an immortal
    one are 0. ``call`` is decoded, ``call_data`` its bytes.
    """

    raw: bytes
    hash: bytes
    account: bytes
    scheme: int
    signature: bytes
    period: int
    phase: int
    nonce: int
    tip: int
    extra: bytes
    call_data: bytes
    call: Any

    def birth(self, block: int) -> int:
        """Give the block whose hash is signed, seen from a block."""
        if not self.period:
            return 0
        return (max(block, self.phase) - self.phase) // self.period * self.period + self.phase


def measured(sent: bytes) -> tuple[bytes, int]:
    """Take a transaction out of what was sent, and tell where it begins behind its length; more bytes are ignored.

    Raises ScaleWrong when fewer follow than the length says.
    """
    length, start = compact_at(sent, 0)
    if len(sent) < start + length:
        raise ScaleWrong("Not enough data to fill buffer")
    return sent[: start + length], start


def read(raw: bytes, start: int, runtime: Runtime) -> Extrinsic | None:
    """Read a transaction; None for an unsigned one. Raises ScaleWrong for what the runtime cannot decode."""
    version = _taken(raw, start, 1)[0]
    if version & ~SIGNED != FORMAT:
        raise ScaleWrong("Invalid transaction version")
    if not version & SIGNED:
        runtime.decode_call(raw[start + 1 :])
        return None
    account, scheme = _taken(raw, start + 1, 32), _taken(raw, start + 33, 1)[0]
    if scheme not in _SIGNATURES:
        raise ScaleWrong("Could not decode `MultiSignature`, variant doesn't exist")
    signature = _taken(raw, start + 34, _SIGNATURES[scheme])
    extra_at = start + 34 + len(signature)
    period, phase, at = _era(raw, extra_at)
    nonce, at = compact_at(raw, at)
    tip, at = compact_at(raw, at)
    if nonce >= 1 << 32 or tip >= 1 << 128:
        raise ScaleWrong("out of range")
    return Extrinsic(
        raw=raw,
        hash=blake2_256(raw),
        account=account,
        scheme=scheme,
        signature=signature,
        period=period,
        phase=phase,
        nonce=nonce,
        tip=tip,
        extra=raw[extra_at:at],
        call_data=raw[at:],
        call=runtime.decode_call(raw[at:]),
    )


def _era(raw: bytes, at: int) -> tuple[int, int, int]:
    """Read an era: period, phase, and where it ends."""
    if _taken(raw, at, 1) == b"\x00":
        return 0, 0, at + 1
    word = int.from_bytes(_taken(raw, at, 2), "little")
    period = 2 << word % 16
    phase = (word >> 4) * max(period >> 12, 1)
    if period < _SHORTEST_PERIOD or phase >= period:
        raise ScaleWrong("Invalid period and phase")
    return period, phase, at + 2


def _taken(raw: bytes, at: int, length: int) -> bytes:
    if at + length > len(raw):
        raise ScaleWrong("Not enough data to fill buffer")
    return raw[at : at + length]


def inherent(call: bytes) -> bytes:
    """Write an unsigned transaction: the one that sets the clock is the first of every block."""
    return compact(len(call) + 1) + bytes((UNSIGNED,)) + call


def unsent(runtime: Runtime, record: dict[str, Any]) -> bytes:
    """Write a transaction that the world's own people made. They hold no keys: where the signature stands are other bytes."""
    call = runtime.codec.encode("RuntimeCall", call_value(record["call"]))
    extra = b"\x00" + compact(record["nonce"]) + compact(record["tip"])
    filled = hashlib.blake2b(b"no signature" + extra + call, digest_size=64).digest()
    body: bytes = bytes((SIGNED | FORMAT,)) + record["origin"] + bytes((SR25519,)) + filled + extra + call
    return compact(len(body)) + body


def call_value(call: Any) -> Any:
    """Write a call that rules know as (pallet, name, arguments) as a value of the type RuntimeCall."""
    if not isinstance(call, tuple):
        return call
    pallet, name, args = call
    if pallet == "Utility" and "calls" in args:
        args = {**args, "calls": tuple(map(call_value, args["calls"]))}
    return {pallet: {name: args} if args else name}
