"""What can be wrong between us and a node, in words for a person."""

import re

from secretariat.clients.failures import AnswerWrong, CallFailed
from secretariat.errors import SecretariatError

_HEX = re.compile(r"0x(?:[0-9a-fA-F]{2})*")


class MetadataWrong(SecretariatError):
    """The metadata is not that of a runtime (version 14)."""


class ItemMissing(SecretariatError):
    """The runtime has no such pallet, storage item, constant or call."""


class ValueWrong(SecretariatError):
    """A value does not have the shape the metadata promises."""


class NodeRefused(CallFailed):
    """The node answered with an error of its own; ``code`` is that of JSON-RPC, ``said`` its message and data on one line."""

    def __init__(self, address: str, what: str, *, code: int, remedy: str, said: str = "") -> None:
        super().__init__(address, what, remedy=remedy)
        self.code = code
        self.said = said


class AnswerUnfit(AnswerWrong):
    """An answer came that is none to what was asked: another id, too few values, a value of another shape. It may pass."""

    def __init__(self, address: str, what: str, *, tried: int = 1, remedy: str) -> None:
        super().__init__(address, what, tried=tried, remedy=remedy)
        self.what = what
        self.remedy = remedy

    def after(self, tried: int) -> "AnswerUnfit":
        """Give the same with how often was asked."""
        return AnswerUnfit(self.address, self.what, tried=tried, remedy=self.remedy)


class StateGone(NodeRefused):
    """The node does not have that block, or its state (any more)."""


def bytes_of(hexadecimal: object) -> bytes:
    """Read ``0x`` hex as a node writes it. Raises ValueWrong for anything else."""
    if not isinstance(hexadecimal, str) or not _HEX.fullmatch(hexadecimal):
        raise ValueWrong(f"not hexadecimal: {str(hexadecimal)[:80]!r}")
    return bytes.fromhex(hexadecimal[2:])
