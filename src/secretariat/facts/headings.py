"""Which headings a text has, without keeping them: a short digest of each, that a heading somebody looks for can be held against.

People write headings in many ways: lines with hashes, in bold, with a line below, HTML, items of a list that begin in bold, numbered lines, the first row of a table, lines
with emoji. All that may be one counts, since a section that is there and not found would be held against somebody.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b

from secretariat.facts.heading_words import has_picture, is_number, is_numbered, without_pictures, words_of

LARGEST = 20_000
"""Characters of a text that are looked at: more than three times what one post of the forum holds."""
MOST = 100
"""Digests of a text that are kept; a report's template has twenty headings, and one may be called in two ways or three."""

_FENCE = re.compile(r"[ \t>]{0,8}(?:(`{3,})[^`\n]*|(~{3,})[^\n]*)")
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_BOLD_TAG = re.compile(r"(?i)</?(?:b|strong)(?:\s[^<>\n]{0,100})?>")
_ITALIC_TAG = re.compile(r"(?i)</?(?:i|em)(?:\s[^<>\n]{0,100})?>")
_AROUND = re.compile(
    r"(?i)</?(?:a|br|big|center|div|font|img|ins|mark|p|small|span|sub|sup|u)(?:\s[^<>\n]{0,200})?/?>|<!--[^<>\n]{0,200}-->"
    r"|\[[^\w\[\]\n]{0,10}\]\(#[^()\s]{0,100}\)|\{:?[^\S\n]?[#.][^{}\n]{0,200}\}|\[\^[^\[\]\n]{1,20}\]|(?<=\d)\\(?=[.)])"
)
"""What makes no heading and may stand before or after one: tags, comments, anchors, attributes, footnotes, a backslash after a number."""
_NUMERAL = r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[ivxlcIVXLC]{1,6}[.)]|[A-Za-z][.)])"
_ITEM = rf"\s{{0,8}}(?:(?:[-*+•]|{_NUMERAL})\s+)?(?:\[[ xX]\]\s+)?"
_BULLET = re.compile(rf"^{_ITEM}")
_COUNTED = _ITEM + r"(?:\d{1,3}\s?[:–—-]?\s+)?"
_SIGNS = r"[^\w\s*#<>|]{0,6}\s*"
"""Signs before a heading's words."""
_HASHES = re.compile(_ITEM + r" {0,3}#{1,6}\s+(\S[^\n]{0,300}?)\s*#*\s*")
_BOLD = re.compile(_COUNTED + _SIGNS + r"(?:\*{2,3}([^*\n]{1,200})\*{2,3}|_{2,3}([^_\n]{1,200})_{2,3})\s*[:：]?\s*")
_BOLD_BEGINS = re.compile(
    _COUNTED
    + _SIGNS
    + r"(?:(?:\*\*|__)([^*_\n]{1,200}[:：.])(?:\*\*|__)|(?:\*\*|__)([^*_\n]{1,200})(?:\*\*|__)\s*[:：–—.-])\s.*"
)
_ITALIC = re.compile(r" {0,3}(?:\*([^*\n]{1,80})\*|_([^_\n]{1,80})_)\s*[:：]?\s*")
_SPACES = re.compile(r"[^\S\n]{3,}")
_HTML = re.compile(r"(?is)<(h[1-6]|summary|caption|th|dt)\b[^>]{0,200}>(.{0,300}?)</\1\s*>")
_WITH_COLON = re.compile(_ITEM + _SIGNS + r"(\w[^\n:：]{0,80})[:：]\s*")
_TIGHT = re.compile(r" {0,3}#{2,6}([^\s#][^\n]{0,100})")
"""Hashes without a space: the forum shows them as they are, and whoever wrote them meant a heading."""
_FORMS = (_BOLD_BEGINS, _ITALIC, _WITH_COLON, _TIGHT)
_LINE_BELOW = re.compile(r" {0,3}(?:=+|-+)\s*")
_LONGEST_LINE = 110
_LONGEST_PICTURED = 80
_SENTENCE_ENDS = tuple(".!?…,;。！？")


def headings_in(text: str) -> tuple[str, ...]:
    """Give the digests of each heading of a text, in their order, each once; lines that may be one come after those that are.

    A heading has more than one where what stands before its words may be of them or not: “1 Money”, “Section 2: Money”.
    """
    decorated = [_plainer(line) for line in _without_code(text[:LARGEST].splitlines())]
    lines = [_SPACES.sub("  ", without_pictures(line)) for line in decorated]  # many would be tried in every way
    found: dict[str, None] = {}
    for heading in dict.fromkeys((*_headings(lines), *_perhaps(lines), *_pictured(decorated))):
        found.update(dict.fromkeys(_digest(words) for words in words_of(heading) if words))
        if len(found) >= MOST:
            break
    return tuple(found)[:MOST]


def heading_digest(heading: str) -> str:
    """Name a heading in 12 hexadecimal digits.

    Case, spaces, numbers and letters that count before it, emphasis, signs around it, emoji, a link, an anchor and HTML make no other one.
    """
    return _digest(next(words_of(heading)))


def _digest(words: str) -> str:
    return blake2b(words.encode(), digest_size=6).hexdigest()


def _plainer(line: str) -> str:
    return _AROUND.sub("", _ITALIC_TAG.sub("*", _BOLD_TAG.sub("**", _QUOTE.sub("", line))))


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


def _headings(lines: list[str]) -> Iterator[str]:
    """Give what is a heading by its form."""
    for place, line in enumerate(lines):
        found = _HASHES.fullmatch(line) or _BOLD.fullmatch(line)
        if found is not None:
            yield next(group for group in found.groups() if group is not None)
        elif line.strip() and place + 1 < len(lines) and _LINE_BELOW.fullmatch(lines[place + 1]):
            yield line
        elif _is_row(line) and not (place and _is_row(lines[place - 1])):
            yield from (cell for cell in line.split("|") if cell.strip())
    yield from (found[2] for found in _HTML.finditer("\n".join(lines)))


def _is_row(line: str) -> bool:
    return line.lstrip().startswith("|")


def _perhaps(lines: list[str]) -> Iterator[str]:
    """Give what may be one: a line that begins in bold, is in italics or numbered, ends with a colon, or has hashes without a space."""
    for line in lines:
        numbered = len(line) <= _LONGEST_LINE and not _is_row(line) and is_numbered(line)
        found = next((found for form in _FORMS if (found := form.fullmatch(line)) is not None), None)
        one = line if found is None else next(group for group in found.groups() if group is not None)
        if numbered and (found is None or is_number(one)):  # of “**1.** Budget” the number alone is in bold
            yield line
        if found is not None and any(map(str.isalpha, one)):
            yield one


def _pictured(lines: list[str]) -> Iterator[str]:
    """Give short lines that begin or end with a picture and are no sentence."""
    for line in (_BULLET.sub("", line) for line in lines):
        if len(line) <= _LONGEST_PICTURED and has_picture(line):
            words = without_pictures(line).strip()
            if words and not words.endswith(_SENTENCE_ENDS):
                yield words
