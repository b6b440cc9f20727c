"""Quoting: texts of strangers (handles, titles, posts) as harmless letters within our own words."""

import re
import unicodedata

LONGEST = 80
"""Characters of a stranger's text that our words carry; the rest is cut, with a sign that says so."""

UNNAMED = "(no name)"

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:@&=^$/])")


def plain_line(text: str, longest: int = LONGEST) -> str:
    """Give a stranger's text as one line of visible characters: no controls, no direction marks, spaces as one.

    What is longer than ``longest`` characters is cut and ends with an ellipsis. Nothing left is ``UNNAMED``.
    """
    kept = "".join(" " if unicodedata.category(sign) in _SPACES else sign for sign in text if _visible(sign))
    line = " ".join(kept.split())
    if not shows(line):
        return UNNAMED
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and a sign that show nothing: Hangul fillers, and the Braille pattern without a dot."""


def shows(text: str) -> bool:
    """Tell whether a text has any sign that shows by itself: a letter, a digit, a sign of punctuation or a symbol that is not blank."""
    return any(unicodedata.category(sign)[0] in "LNPS" and sign not in _BLANKS for sign in text)


_SPACES = frozenset({"Zs", "Zl", "Zp", "Cc"})


def _visible(sign: str) -> bool:
    """Tell whether a character shows, or is a space: format characters turn the direction of a line or hide in it."""
    return unicodedata.category(sign) not in ("Cf", "Co", "Cs", "Cn")


def quoted(text: str, longest: int = LONGEST) -> str:
    """Give a stranger's text for Markdown and Discord: one line in which no sign means anything.

    Every sign that Markdown, a mention, a link or a formula may begin with has a backslash before it.
    """
    return _MARKDOWN.sub(r"\\\1", plain_line(text, longest))
