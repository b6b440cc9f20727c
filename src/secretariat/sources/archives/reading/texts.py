"""Texts as strangers wrote them: white space, control characters and wrong encodings put right where that is certain."""

import re
from dataclasses import dataclass

import ftfy

_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DOUBTFUL = re.compile("[\x80-\x9f\ufffd]")


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text on one line. ``repair`` says in words what was put right; ``damaged`` that characters stay unreadable."""

    text: str
    repair: str = ""
    damaged: bool = False


def clean(text: str) -> CleanText:
    """Put a short text on one line, drop control characters, and undo a wrong encoding that has one right reading.

    A C1 control such as U+0097 is a byte of Windows-1252 read as Latin-1. Half of a surrogate pair cannot be stored and
    becomes U+FFFD, the mark of a lost character.
    """
    if text.isascii() and text.isprintable():
        return CleanText(" ".join(text.split()))
    whole = _NOT_TEXT.sub("", _SURROGATE.sub("\ufffd", text))
    repaired = whole if whole.isascii() else ftfy.fix_encoding(_out_of_cyrillic(whole))
    if _DOUBTFUL.search(repaired) or _NOT_TEXT.search(repaired):
        kept = " ".join(_DOUBTFUL.sub("\ufffd", _NOT_TEXT.sub("", whole)).split())
        return CleanText(kept, damaged=True)
    repair = ""
    if repaired != whole:
        repair = "read again in the right encoding"
    elif whole != text:
        repair = "control characters left out"
    return CleanText(" ".join(repaired.split()), repair)


def _out_of_cyrillic(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1251: every letter above ASCII is then the first half of a sign.

    A Russian word is never valid UTF-8 in that encoding, as its letters follow each other.
    """
    try:
        return text.encode("cp1251").decode("utf-8")
    except UnicodeError:
        return text
