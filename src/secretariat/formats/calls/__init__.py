"""Calls for the chain: from acts to the exact bytes that a wallet signs, and from bytes to words for a person."""
