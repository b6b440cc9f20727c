"""Names of files that approved words are written under: plain ones, that stay within their folder."""

import re

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_TAKEN = re.compile(r"d\d+\.\d+-[0-9a-f]{12}\.md|.*\.(?:part|before-[0-9a-f]{12})", re.IGNORECASE)
"""Names that the desk gives by itself: of each text as it was sent, of one being written, and of what stood in its place."""


def why_no_name(name: str) -> str:
    """Say why words cannot be written under a name; empty where they can."""
    if not _PLAIN.fullmatch(name):
        return f"{name!r} is no plain file name: at most 100 letters, digits, dots, hyphens and underscores, the first a letter or digit"
    return f"{name!r} is a name that the desk gives by itself" if _TAKEN.fullmatch(name) else ""
