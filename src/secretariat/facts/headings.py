"""Which headings a text has, without keeping them: a short digest of each, that a heading somebody looks for can be held against."""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b

LARGEST = 20_000
"""Characters of a text that are looked at: more than three times what one post of the forum holds."""
MOST = 60
"""Headings of a text that are kept; a report's template has twenty."""

_CODE = re.compile(r"(?s:```.*?(?:```|\Z))")
_HASHES = re.compile(r" {0,3}#{1,6}\s+(\S[^\n]{0,300}?)\s*#*\s*")
_BOLD = re.compile(r"\s*(?:\*\*([^*\n]{1,200})\*\*|__([^_\n]{1,200})__)\s*:?\s*")
_LINE_BELOW = re.compile(r" {0,3}(?:=+|-+)\s*")
_NUMBER = re.compile(r"(?:\d{1,3}[.)])+\s*")
_EMPHASIS = re.compile(r"[*_`~]+")


def headings_in(text: str) -> tuple[str, ...]:
    """Give the digest of each heading of a text, in their order, each once: lines with hashes, lines in bold, lines with a line below."""
    found = dict.fromkeys(heading_digest(line) for line in _headings(text))
    return tuple(found)[:MOST]


def heading_digest(heading: str) -> str:
    """Name a heading in 12 hexadecimal digits; case, spaces, numbers before it, emphasis and a colon after it make no other one."""
    plain = _EMPHASIS.sub("", unicodedata.normalize("NFKC", heading)).strip(" \t#:")
    words = " ".join(_NUMBER.sub("", plain, count=1).casefold().split())
    return blake2b(words.encode(), digest_size=6).hexdigest()


def _headings(text: str) -> Iterator[str]:
    lines = _CODE.sub("", text[:LARGEST]).splitlines()
    for place, line in enumerate(lines):
        found = _HASHES.fullmatch(line) or _BOLD.fullmatch(line)
        if found is not None:
            yield next(group for group in found.groups() if group is not None)
        elif line.strip() and place + 1 < len(lines) and _LINE_BELOW.fullmatch(lines[place + 1]):
            yield line
