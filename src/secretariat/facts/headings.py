"""Which headings a text has, without keeping them: a short digest of each, that a heading somebody looks for can be held against.

People write headings in many ways: lines with hashes, in bold, with a line below, HTML, items of a list that begin in bold, numbered lines. All that
may be one counts, since a section that is there and not found would be held against somebody.
"""

import re
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from html import unescape

LARGEST = 20_000
"""Characters of a text that are looked at: more than three times what one post of the forum holds."""
MOST = 60
"""Headings of a text that are kept; a report's template has twenty."""

_CODE = re.compile(r"(?s:```.*?(?:```|\Z))")
_NUMERAL = r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[ivxlcIVXLC]{1,6}[.)]|[A-Za-z][.)])"
_ITEM = rf"\s{{0,8}}(?:(?:[-*+•]|{_NUMERAL})\s+)?"
_HASHES = re.compile(_ITEM + r" {0,3}#{1,6}\s+(\S[^\n]{0,300}?)\s*#*\s*")
_BOLD = re.compile(_ITEM + r"[^\w\s*]{0,4}\s*(?:\*\*([^*\n]{1,200})\*\*|__([^_\n]{1,200})__)\s*:?\s*")
_BOLD_BEGINS = re.compile(
    _ITEM
    + r"[^\w\s*]{0,4}\s*(?:(?:\*\*|__)([^*_\n]{1,200}):(?:\*\*|__)|(?:\*\*|__)([^*_\n]{1,200})(?:\*\*|__)\s*[:–—-])\s.*"
)
_SPACES = re.compile(r"[^\S\n]{3,}")
_HTML = re.compile(r"(?is)<h([1-6])\b[^>]{0,200}>(.{0,300}?)</h\1\s*>")
_HTML_BOLD = re.compile(r"(?i)\s*<(b|strong)>(.{1,200}?)</\1>\s*:?\s*")
_NUMBERED = re.compile(rf"\s{{0,8}}{_NUMERAL}\s+(\S[^\n]{{0,100}})")
_WITH_COLON = re.compile(r" {0,3}(\w[^\n:]{0,80}):\s*")
_LINE_BELOW = re.compile(r" {0,3}(?:=+|-+)\s*")

_LINK = re.compile(r"!?\[([^\[\]]{0,300})\](?:\([^()]{0,500}\)|\[[^\[\]]{0,100}\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")
_SHORTCODE = re.compile(r":[a-z0-9_+-]{2,40}:")
_NUMBER = re.compile(rf"(?:\d{{1,3}}[.)])+\s*|{_NUMERAL}\s+")
_EMPHASIS = re.compile(r"[*_`~]+")
_ENDS = " \t#:"


def headings_in(text: str) -> tuple[str, ...]:
    """Give the digest of each heading of a text, in their order, each once; lines that may be one come after those that are."""
    lines = _CODE.sub("", text[:LARGEST])
    found = dict.fromkeys(heading_digest(line) for read in (_headings, _perhaps) for line in read(lines))
    return tuple(found)[:MOST]


def heading_digest(heading: str) -> str:
    """Name a heading in 12 hexadecimal digits.

    Case, spaces, numbers and letters that count before it, emphasis, a colon after it, emoji, a link and HTML make no other one.
    """
    plain = _TAG.sub("", _LINK.sub(r"\1", unescape(heading)))
    plain = unicodedata.normalize("NFKC", _without_pictures(plain))
    plain = _EMPHASIS.sub("", plain).strip(_ENDS)
    words = " ".join(_NUMBER.sub("", plain, count=1).strip(_ENDS).casefold().split())
    return blake2b(words.encode(), digest_size=6).hexdigest()


def _without_pictures(text: str) -> str:
    """Take emoji away, whole: with their joiners, colours and the digit of a keycap."""
    left = _SHORTCODE.sub(" ", _KEYCAP.sub(" ", text))
    return "".join(" " if _is_picture(letter) else letter for letter in left)


def _is_picture(letter: str) -> bool:
    return unicodedata.category(letter) in ("So", "Cf") or letter == "\ufe0f" or "\U0001f3fb" <= letter <= "\U0001f3ff"


def _headings(text: str) -> Iterator[str]:
    """Give what is a heading by its form."""
    lines = [_SPACES.sub("  ", line) for line in text.splitlines()]  # many would be tried in every way to part them
    for place, line in enumerate(lines):
        found = _HASHES.fullmatch(line) or _BOLD.fullmatch(line)
        if found is not None:
            yield next(group for group in found.groups() if group is not None)
        elif line.strip() and place + 1 < len(lines) and _LINE_BELOW.fullmatch(lines[place + 1]):
            yield line
    yield from (found[2] for found in _HTML.finditer(text))


def _perhaps(text: str) -> Iterator[str]:
    """Give what may be one: a line that begins in bold, is numbered, or ends with a colon."""
    for line in text.splitlines():
        begins = _BOLD_BEGINS.fullmatch(line)
        html, other = _HTML_BOLD.fullmatch(line), _NUMBERED.fullmatch(line) or _WITH_COLON.fullmatch(line)
        if begins is not None:
            yield begins[1] or begins[2]
        elif html is not None:
            yield html[2]
        elif other is not None:
            yield other[1]
