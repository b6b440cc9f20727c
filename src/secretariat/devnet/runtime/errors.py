"""What a call is refused with, in the runtime's own names; numbers are the metadata's, of the runtime that made the block."""

from typing import Any

from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.pallets import PALLETS, numbers_of

NUMBERS: dict[str, dict[str, int]] = {
    pallet.name: {error.name: error.index for error in pallet.errors} for pallet in PALLETS
}
"""Errors by their pallet's name, and the number of each."""


class DispatchError(Exception):
    """A call that fails, as the runtime says it: ``pallet`` and the ``name`` of its error.

    The pallet is empty for the errors that belong to none, as BadOrigin does.
    """

    def __init__(self, pallet: str, name: str) -> None:
        super().__init__(f"{pallet}.{name}" if pallet else name)
        self.pallet = pallet
        self.name = name

    def value(self, spec: Spec) -> Any:
        """Give the error as a value of the runtime's type DispatchError; ``spec`` is the one that made the block.

        Raises KeyError for an error that the pallet does not have.
        """
        if not self.pallet:
            return self.name
        number = NUMBERS[self.pallet][self.name]
        return {"Module": {"index": numbers_of(spec)[self.pallet], "error": number.to_bytes(4, "little")}}


def ensure(condition: object, pallet: str, name: str) -> None:
    """Let the call fail unless the condition holds. Raises DispatchError."""
    if not condition:
        raise DispatchError(pallet, name)


BAD_ORIGIN = ("", "BadOrigin")
