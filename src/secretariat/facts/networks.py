"""Networks as sources label them, and the chains under which numbers are unique."""

MAINNET = "mainnet"

CHAIN_OF_NETWORK = {
    "constantinople": "constantinople",
    "alexandria": "alexandria",
    "babylon": "alexandria",
    "antioch": "antioch",
    "sumer": "antioch",
    "giza": "antioch",
    "mainnet": "mainnet",
}
"""Babylon, Sumer and Giza were runtime upgrades: numbering went on. Constantinople, Alexandria and Antioch began anew."""


def chain_of(network: str | None) -> str | None:
    """Name the chain of a network label (any case), or None when the label is not known."""
    return CHAIN_OF_NETWORK.get((network or "").strip().lower())
