"""System.Events of a block: the runtime's own first, then those of each transaction, the clock's before all others."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from secretariat.devnet.chain.kernel import Chain, Event
from secretariat.devnet.metadata.compact import compact
from secretariat.devnet.metadata.runtime import Runtime

_INITIALIZATION, _APPLY = b"\x02", b"\x00"
_NO_TOPICS = b"\x00"

CLOCK_INFO = {"weight": {"ref_time": 0, "proof_size": 0}, "class": "Mandatory", "pays_fee": "Yes"}
"""What the clock's transaction is told to weigh."""


def events_of(chain: Chain, block: int) -> Sequence[Event]:
    """Give a block's events in their order."""
    begin = bisect_left(chain.events, block, key=lambda event: event.block)
    end = bisect_right(chain.events, block, key=lambda event: event.block)
    return chain.events[begin:end]


def records_of(chain: Chain, block: int, runtime: Runtime) -> list[bytes]:
    """Encode a block's event records; events that the runtime does not declare are the world's own and left out."""
    before, after = [], []
    for event in events_of(chain, block):
        encoded = runtime.event(event.name, event.values)
        if encoded is None:
            continue
        if event.extrinsic is None:
            before.append(_INITIALIZATION + encoded + _NO_TOPICS)
        else:
            after.append(_applied(event.extrinsic) + encoded + _NO_TOPICS)
    clock = runtime.event("System.ExtrinsicSuccess", (CLOCK_INFO,)) or b""
    return [*before, *([_applied(0) + clock + _NO_TOPICS] if block else []), *after]


def encoded_events(records: Sequence[bytes]) -> bytes:
    """Encode the list of them."""
    return compact(len(records)) + b"".join(records)


def _applied(index: int) -> bytes:
    return _APPLY + index.to_bytes(4, "little")
