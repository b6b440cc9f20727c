"""What can be wrong between us and a node, in words for a person."""

from secretariat.errors import SecretariatError


class MetadataWrong(SecretariatError):
    """The metadata is not that of a runtime (version 14)."""


class ItemMissing(SecretariatError):
    """The runtime has no such pallet, storage item, constant or call."""


class ValueWrong(SecretariatError):
    """A value does not have the shape the metadata promises."""


class AnswerWrong(SecretariatError):
    """The node's answer is not an answer to what was asked."""


class NodeRefused(SecretariatError):
    """The node answered with an error of its own; ``code`` is that of JSON-RPC."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class StateGone(NodeRefused):
    """The node does not have the state of that block (any more)."""
