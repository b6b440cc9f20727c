"""Plain words: a text without what shows otherwise than it stands."""

import re

_SOUND = re.compile(r"^-# .*$", re.MULTILINE)
"""Small print under a message: which text of the desk it was."""


def plain(text: str) -> str:
    """Give a text's words: without small print, and without the signs that make words bold."""
    return _SOUND.sub("", text).replace("**", "").strip()
