"""Values of calls and proposals that a world file writes out: held against the types that the runtime declares."""

from collections.abc import Callable, Mapping
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.metadata.compact import ScaleWrong
from secretariat.devnet.metadata.runtime import Runtimes
from secretariat.devnet.node.extrinsics import call_value
from secretariat.devnet.runtime.calls import takes
from secretariat.devnet.world.act_values import ActWrong

_RUNTIMES = Runtimes()


def check_call(chain: Chain, call: str, args: Mapping[str, Any], where: str) -> None:
    """Refuse arguments that the runtime could not read; a call that it does not have is the chain's to refuse.

    Raises ActWrong.
    """
    pallet, _, name = call.partition(".")
    told = (pallet, name, dict(args))
    _check(lambda: takes(told) and _encode(chain, "RuntimeCall", call_value(told)), call, where)


def check_details(chain: Chain, details: Mapping[str, Any], where: str) -> None:
    """Refuse a proposal's details that the runtime could not read. Raises ActWrong."""
    (kind,) = details
    _check(lambda: _encode(chain, "ProposalDetails", details), kind, where)


def _encode(chain: Chain, type_: str, value: Any) -> bytes:
    return _RUNTIMES.of(chain.spec).codec.encode(type_, value)


def _check(encoded: Callable[[], object], what: str, where: str) -> None:
    try:
        encoded()
    except ScaleWrong as error:
        raise ActWrong(f"{where}: {what} cannot be read: {error}"[:500]) from error
