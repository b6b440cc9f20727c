"""Visible: signs that hide in a text or turn its direction, written as their numbers, so that people see what they approve."""

import unicodedata

_JOINERS = frozenset("\u200c\u200d")
"""They join signs of scripts and pictures, and hide nothing."""

_LINES = frozenset("\n\t")


def visible(text: str) -> str:
    """Give a text in which every control, format or unassigned character stands as ``[U+202E]``; line ends and tabs stay."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def _shown(sign: str) -> str:
    if sign in _LINES or sign in _JOINERS or sign == "\r":
        return "" if sign == "\r" else sign
    hides = unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
    return f"[U+{ord(sign):04X}]" if hides else sign
