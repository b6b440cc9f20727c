"""Runtime upgrades: a new spec comes into force, its own constants and pallet numbers with it."""

from secretariat.devnet.chain.kernel import SPEC, Chain
from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.runtime.members import hash_of

KNOWN = ":runtimes"
"""The world's own: by the hash of a runtime's code, the spec that it is."""


def make_known(chain: Chain, code: bytes, spec: Spec) -> None:
    """Say which runtime a code is, so that it can be set."""
    chain.put(KNOWN, spec, hash_of(code))


def set_code(chain: Chain, code: bytes) -> None:
    """Put a runtime in force. Raises DispatchError for a code that is none, or no newer one."""
    spec: Spec | None = chain.get(KNOWN, hash_of(code))
    if spec is None:
        raise DispatchError("System", "FailedToExtractRuntimeVersion")
    if spec.version <= chain.spec.version:
        raise DispatchError("System", "SpecVersionNeedsToIncrease")
    chain.put(SPEC, spec)
    chain.emit("System.CodeUpdated")
