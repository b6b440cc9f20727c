"""The sentences of a post, as people write them: without what decorates them, what quotes others, code and addresses."""

import re
import unicodedata
from collections.abc import Iterator

LARGEST = 20_000
"""Characters of a text that are looked at: more than three times what one post of the forum holds."""
MARKS = "?？؟\u037e፧⁇⁈⁉‽"
"""Signs that make a question. The Greek one is written as what it is: it looks like a semicolon, which makes none."""

_CODE = re.compile(r"(?s:```.*?(?:```|\Z))|`[^`\n]{0,500}`")
_STRUCK = re.compile(r"~~[^~\n]{1,500}~~")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\](?:\((?:[^()\n]|\([^()\n]{0,100}\)){0,500}\)|\[[^\[\]\n]{0,100}\])")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+")
_OF_THE_SENTENCE = re.compile(r"[\])}.,;:!?？؟。！…*_~|'\"’”»]{1,20}\Z")
"""Signs at the end of an address: they are of the sentence that it stands in."""
_HTML_HEADING = re.compile(r"(?is)<h([1-6])\b[^>]{0,200}>.{0,300}?</h\1\s*>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_NOT_OURS = re.compile(r"\s*(?:>|#)")
"""Lines that quote somebody, and headings: what stands under a heading that is a question answers it."""
_BOLD = re.compile(r"\s*(?:\*{2,3}[^*\n]{1,200}\*{2,3}|_{2,3}[^_\n]{1,200}_{2,3})\s*")
"""A line all in bold: a heading, where another line follows it."""
_ITEM = re.compile(r"^\s*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?")
_MARK_EMOJI = re.compile("(?<=\\w)\\s?[❓❔]\ufe0f?")
_EMPHASIS = re.compile(r"\*|(?<![^\W_])_+|_+(?![^\W_])")

_ENDS = re.escape(".!。！｡…" + MARKS)
_QUOTES = "'\"‘’“”„«»‹›「」『』"
_OPENS = re.compile("[\\s:(]['\"‘“„«‹]|[「『]")
_CLOSING = frozenset(")]}~）】" + _QUOTES)
_CLOSES = "".join(re.escape(sign) for sign in sorted(_CLOSING))
_END = re.compile(
    rf"(?<![{_ENDS}(\[{{（])(?:[{_ENDS}][{_ENDS}{_CLOSES}]{{0,30}}+(?=\s|$)|[。！｡？][{_ENDS}{_CLOSES}]{{0,30}}+)"
)
"""The end of a sentence: a full-width sign always, another where no letter follows it, as one does in a number or a name."""
_AROUND = " \t~()[]{}（）【】|-–—:" + _QUOTES
_LETTER = re.compile(r"[^\W_]")


def sentences_of(text: str) -> Iterator[str]:
    """Give each sentence that has a word, on one line; a question ends with its first mark."""
    for line in _lines(text):
        for sentence in _cut(line):
            plain = _undecorated(sentence)
            if _LETTER.search(plain):
                yield plain


def _lines(text: str) -> Iterator[str]:
    left = _LINK.sub(r"\1", _STRUCK.sub(" ", _CODE.sub(" ", text[:LARGEST])))
    left = _TAG.sub(" ", _HTML_HEADING.sub("\n", _ADDRESS.sub(_without_address, left)))
    lines = [line for line in left.splitlines() if line.strip()]
    for place, line in enumerate(lines):
        heads = _BOLD.fullmatch(line) and place + 1 < len(lines)
        if not heads and not _NOT_OURS.match(line):
            yield from _EMPHASIS.sub("", _without_pictures(_ITEM.sub("", line))).split("|")


def _without_address(found: re.Match[str]) -> str:
    after = _OF_THE_SENTENCE.search(found[0])
    return f" {after[0]}" if after is not None else " "


def _without_pictures(line: str) -> str:
    """Take emoji away; what joins or colours them has no width, and a question mark among them after a word is one."""
    if line.isascii():
        return line
    return "".join(_seen(sign) for sign in _MARK_EMOJI.sub("?", line))


def _seen(sign: str) -> str:
    if sign.isascii() or sign in MARKS:
        return sign
    if sign in _JOINERS or "\U0001f3fb" <= sign <= "\U0001f3ff":
        return ""
    return " " if unicodedata.category(sign) == "So" else sign


_JOINERS = frozenset("\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u20e3\u00ad")


def _cut(line: str) -> Iterator[str]:
    """Cut a line into sentences. What is in brackets or quotes within one that goes on ends none."""
    last = 0
    for found in _END.finditer(line):
        after = line[found.end() : found.end() + 9].lstrip()
        if found[0][-1] in _CLOSING and after[:1].islower():
            continue
        yield line[last : found.end()]
        last = found.end()
    yield line[last:]


def _undecorated(sentence: str) -> str:
    """Take away what stands around a sentence and what follows the first mark at its end.

    One that ends with a question in quotes which begin within it tells of that, and is left with the quote's end.
    """
    plain = " ".join(sentence.split())
    begins = plain.lstrip(_AROUND)
    ends = begins.rstrip(_AROUND + ".!。！｡…" + MARKS)
    tail = begins[len(ends) :]
    reported = any(sign in _QUOTES for sign in tail) and _OPENS.search(ends)
    mark = next((place for place, sign in enumerate(tail) if sign in MARKS), None)
    if mark is None or reported:
        return begins.strip()
    return begins[: len(ends) + mark + 1]
