"""Which headings a text has, without keeping them: a short digest of each, that a heading somebody looks for can be held against.

People write headings in many ways: lines with hashes, in bold, with a line below, HTML, items of a list that begin in bold, numbered lines, the first row of a table, with emoji before them. All that
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

_FENCE = re.compile(r"[ \t>]{0,8}(?:(`{3,})[^`\n]*|(~{3,})[^\n]*)")
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_BOLD_TAG = re.compile(r"(?i)</?(?:b|strong)(?:\s[^<>\n]{0,100})?>")
_NUMERAL = r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[ivxlcIVXLC]{1,6}[.)]|[A-Za-z][.)])"
_ITEM = rf"\s{{0,8}}(?:(?:[-*+•]|{_NUMERAL})\s+)?(?:\[[ xX]\]\s+)?"
_SIGNS = r"[^\w\s*#<>|]{0,6}\s*"
"""Emoji or other signs before a heading's words."""
_HASHES = re.compile(_ITEM + r" {0,3}#{1,6}\s+(\S[^\n]{0,300}?)\s*#*\s*")
_BOLD = re.compile(_ITEM + _SIGNS + r"(?:\*{2,3}([^*\n]{1,200})\*{2,3}|_{2,3}([^_\n]{1,200})_{2,3})\s*[:：]?\s*")
_BOLD_BEGINS = re.compile(
    _ITEM + _SIGNS + r"(?:(?:\*\*|__)([^*_\n]{1,200}):(?:\*\*|__)|(?:\*\*|__)([^*_\n]{1,200})(?:\*\*|__)\s*[:–—-])\s.*"
)
_ITALIC = re.compile(r" {0,3}(?:\*([^*\n]{1,80})\*|_([^_\n]{1,80})_)\s*[:：]?\s*")
_SPACES = re.compile(r"[^\S\n]{3,}")
_HTML = re.compile(r"(?is)<(h[1-6]|summary)\b[^>]{0,200}>(.{0,300}?)</\1\s*>")
_NUMBERED = re.compile(rf"\s{{0,8}}(?:{_NUMERAL}|[0-9]\ufe0f?\u20e3)\s+(\S[^\n]{{0,100}})")
_WITH_COLON = re.compile(_ITEM + _SIGNS + r"(\w[^\n:：]{0,80})[:：]\s*")
_LINE_BELOW = re.compile(r" {0,3}(?:=+|-+)\s*")
_BARE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,5}\s+(?=[^\W\d])")
"""A number without a point before a heading's words; it may be of the words themselves, so that both count."""

_LINK = re.compile(r"!?\[([^\[\]]{0,300})\](?:\([^()]{0,500}\)|\[[^\[\]]{0,100}\])")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")
_SHORTCODE = re.compile(r":[a-z0-9_+-]{2,40}:")
_NUMBER = re.compile(rf"(?:\d{{1,3}}[.)])+\s*|{_NUMERAL}\s+")
_EMPHASIS = re.compile(r"[*_`~]+")
_ENDS = " \t#:"


def headings_in(text: str) -> tuple[str, ...]:
    """Give the digest of each heading of a text, in their order, each once; lines that may be one come after those that are."""
    lines = [_BOLD_TAG.sub("**", _QUOTE.sub("", line)) for line in _without_code(text[:LARGEST].splitlines())]
    found = dict.fromkeys(heading_digest(line) for read in (_headings, _perhaps) for line in read(lines))
    return tuple(found)[:MOST]


def _without_code(lines: list[str]) -> list[str]:
    """Leave out blocks of code. A fence that nothing closes begins none: it may be a slip, and would hide all that comes after it."""
    kept: list[str] = []
    begun, fence = 0, ""
    for line in lines:
        found = _FENCE.fullmatch(line)
        kept.append(line)
        if found is None:
            continue
        signs = found[1] or found[2]
        if not fence:
            begun, fence = len(kept) - 1, signs
        elif signs.startswith(fence) and line.strip(" \t>") == signs:
            del kept[begun:]
            fence = ""
    return kept


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
    if left.isascii():
        return left
    return "".join(_seen(letter) for letter in left)


def _seen(letter: str) -> str:
    """Give a letter as it is, a picture as a space; what has no width, or colours a picture, is nothing."""
    if unicodedata.category(letter) == "Cf" or letter == "\ufe0f" or "\U0001f3fb" <= letter <= "\U0001f3ff":
        return ""
    return " " if unicodedata.category(letter) == "So" else letter


def _headings(text: list[str]) -> Iterator[str]:
    """Give what is a heading by its form."""
    lines = [_SPACES.sub("  ", line) for line in text]  # many would be tried in every way to part them
    for place, line in enumerate(lines):
        found = _HASHES.fullmatch(line) or _BOLD.fullmatch(line)
        if found is not None:
            yield from _numbered_or_not(next(group for group in found.groups() if group is not None))
        elif line.strip() and place + 1 < len(lines) and _LINE_BELOW.fullmatch(lines[place + 1]):
            yield from _numbered_or_not(line)
        elif _is_row(line) and not (place and _is_row(lines[place - 1])):
            yield from (cell for cell in line.split("|") if cell.strip())
    yield from (found[2] for found in _HTML.finditer("\n".join(text)))


def _numbered_or_not(heading: str) -> Iterator[str]:
    yield heading
    bare = heading.lstrip(" *_")
    if number := _BARE_NUMBER.match(bare):
        yield bare[number.end() :]


def _is_row(line: str) -> bool:
    return line.lstrip().startswith("|")


def _perhaps(lines: list[str]) -> Iterator[str]:
    """Give what may be one: a line that begins in bold, is in italics or numbered, or ends with a colon."""
    for line in (_SPACES.sub("  ", line) for line in lines):
        for form in (_BOLD_BEGINS, _ITALIC, _NUMBERED, _WITH_COLON):
            found = form.fullmatch(line)
            if found is not None:
                yield next(group for group in found.groups() if group is not None)
                break
