"""Members as the earliest reports list them: a handle and an account on a line of their own."""

import re

_LISTED = re.compile(
    r"\s*(?:[-*+]\s+)?@?(?P<handle>[A-Za-z0-9_.\-]{1,40})\s*(?:\s[-\u2013]\s|[,;:|\t])\s*\(?(?P<account>[1-9A-HJ-NP-Za-km-z]{40,60})\)?\s*",
    re.ASCII,
)
"""``@handle - account``, ``* handle, account`` and ``@handle | (account)``: an account is known by its length."""


def listed_member(text: str) -> tuple[str, str] | None:
    """Give handle and account of a line that lists a member; None for any other line."""
    match = _LISTED.fullmatch(text) if len(text) <= 200 else None
    return (match["handle"], match["account"]) if match else None
