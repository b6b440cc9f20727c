"""The words of a heading, without what people put around them: numbers, emoji, emphasis, links, anchors, signs."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

LONGEST = 600
"""Characters of a heading that are looked at; what is longer is cut, and is none that somebody looks for."""

_ROMAN = r"(?=[ivxlcIVXLC])(?:[xX][cC]|[xX][lL]|[lL]?[xX]{0,3})(?:[iI][xX]|[iI][vV]|[vV]?[iI]{0,3})(?![^\W\d])"
_DIGITS = r"\d{1,3}(?:\.\d{1,3}){0,5}"
_COUNT = rf"(?:{_DIGITS}|{_ROMAN}|[A-Za-z](?![^\W\d]))"
_SEPARATED = r"(?:\s?[.):]{1,2}\s?[-–—|/·]?\s|\s?[-–—|/·]{1,2}\s)"
"""What parts a number from the words after it."""
_NUMBER = re.compile(
    rf"{_DIGITS}{_SEPARATED}(?=[^\W\d])|"
    r"(?:\d{1,3}[.)])+\s*|(?:\d{1,3}(?:\.\d{1,3})*[.)]|[ivxlcIVXLC]{1,6}[.)]|[A-Za-z][.)])\s+"
    rf"|[(\[]{_COUNT}[)\]]\s*(?=[^\W\d])"
)
"""A number before a heading's words that can be nothing else."""
_LETTERED = re.compile(rf"(?:{_ROMAN}|[A-Za-z]){_SEPARATED}(?=\w)")
_PERHAPS_NUMBER = re.compile(rf"{_DIGITS}(?:\s|[:–—-])(?=[^\W\d])|{_LETTERED.pattern}")
"""One that may be of the words themselves."""
_PART = r"(?i:section|sec|part|chapter|point|item|topic|appendix|annex|no|nr)\b\.?\s?#?"
_PART_COUNT = rf"(?:{_COUNT}|(?i:one|two|three|four|five|six|seven|eight|nine|ten))"
_LABEL = re.compile(rf"{_PART}{_PART_COUNT}(?:{_SEPARATED}|(?<=\d)\s(?=[A-Z]))(?=\w)")
"""“Section 2:” before a heading's words. Two sections may be called the same but for it, so that it stays of them as well."""
_BEGINS_WITH_A_WORD = re.compile(rf"(?![ivxlcIVXLC]+\b)(?!{_PART})[A-Za-z]{{2}}")
"""Most lines do, and need no closer look: a word that is no Roman number and no part's name."""
_ONLY_NUMBER = re.compile(rf"(?:{_PART})?{_PART_COUNT}")

_HIDDEN = re.compile(r"<!--[^<>]{0,200}-->|</?[A-Za-z][^<>]{0,200}>|\[\^[^\[\]]{1,20}\]")
"""Comments, tags and footnotes."""
_ATTRIBUTES = re.compile(r"\{:?\s?[#.][^{}]{0,200}\}")
"""A list of attributes, as some programs put one after a heading."""
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\](?:\([^()]{0,500}\)|\[[^\[\]]{0,100}\])")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\](?:\([^()]{0,500}\)|\[[^\[\]]{0,100}\])")
_LINK_WITHIN = re.compile(r"(?<=.)\[[^\[\]\n]{0,40}\]\(#[^()\s]{0,100}\)")
"""A link to a place of the same page, after something else: “to the top”."""
_KEYCAP = r"[0-9#*]\ufe0f?\u20e3"
_PICTURE = re.compile(rf"{_KEYCAP}|[^\w\s]\ufe0f|\u2139\ufe0f?|[\u2776-\u2793]|(?<!\w):[a-z0-9_+-]{{2,40}}:(?!\w)")
"""Pictures that are more than a symbol: digits with a frame or in a circle, signs that are shown as one, and those that are written with a name."""
_ESCAPED = re.compile(r"\\([^\w\s]|_)")
_EMPHASIS = re.compile(r"[*_`~]+")
_TICKED = re.compile(r"\A\s?\[[ xX]?\]\s")
_SIMPLE = re.compile(rf"[A-Za-z0-9 .,;()*_'\"/#-]{{0,{LONGEST}}}")
_SAME = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("‘’`´", "'"), "&": " and "})
_AROUND = " \t#:：¶§•·→←↑↓»«›‹►=|–—-\"'“”„‘’`.,;!?…。"
"""Signs around a heading's words; one of them alone makes no other heading."""


def words_of(heading: str) -> Iterator[str]:
    """Give what a heading may be called, the likeliest first: without its number, and without what may be one."""
    yield from _called(_plain(heading))
    short = _LINK_WITHIN.sub(" ", heading[:LONGEST])
    if short != heading[:LONGEST] and any(map(str.isalpha, plain := _plain(short))):
        yield from _called(plain)


def is_numbered(line: str) -> bool:
    """Tell whether a line begins with a number, or a part's name, that is set apart from its words."""
    if _BEGINS_WITH_A_WORD.match(line):
        return False
    plain = _plain(line)
    found = _NUMBER.match(plain) or _LETTERED.match(plain) or _LABEL.match(plain)
    return found is not None and plain[found.end() : found.end() + 1].isalpha()


def is_number(heading: str) -> bool:
    """Tell whether a heading is nothing but a number, or a part's name with one."""
    return _ONLY_NUMBER.fullmatch(_plain(heading)) is not None


def has_picture(line: str) -> bool:
    """Tell whether a line begins or ends with a picture."""
    if line.isascii() and ":" not in line:
        return False
    seen = without_pictures(line.strip())
    return seen[:1].isspace() or seen[-1:].isspace()


def without_pictures(text: str) -> str:
    """Take emoji away, whole, each for a space: with their joiners, colours and the digit of a keycap."""
    if text.isascii() and ":" not in text:  # a name of a picture stands between colons
        return text
    left = _PICTURE.sub(" ", text)
    if left.isascii():
        return left
    return "".join(_seen(letter) for letter in left)


def _called(plain: str) -> Iterator[str]:
    number = _NUMBER.match(plain)
    sure = plain[number.end() :] if number else plain
    label = _LABEL.match(sure)
    yield _same(sure if label is None else f"{label[0].strip(_AROUND)} {sure[label.end() :]}")
    for found in (_PERHAPS_NUMBER.match(sure), label):
        if found is not None:
            yield _same(sure[found.end() :])


def _plain(heading: str) -> str:
    if _SIMPLE.fullmatch(heading):  # most are: nothing of what follows is in them
        return " ".join(_EMPHASIS.sub("", heading).split()).strip(_AROUND)
    bare = _ATTRIBUTES.sub(" ", _HIDDEN.sub("", unescape(heading[:LONGEST])))
    without_images = _IMAGE.sub(" ", bare)
    if any(map(str.isalpha, without_images)):
        bare = without_images
    plain = unicodedata.normalize("NFKC", without_pictures(_LINK.sub(r"\1", bare)))
    plain = _TICKED.sub("", _EMPHASIS.sub("", _ESCAPED.sub(r"\1", plain)))
    return " ".join(plain.split()).strip(_AROUND)


def _same(words: str) -> str:
    return " ".join(words.translate(_SAME).strip(_AROUND).casefold().split())


def _seen(letter: str) -> str:
    """Give a letter as it is, a picture as a space; what has no width, or colours a picture, is nothing."""
    if unicodedata.category(letter) == "Cf" or letter == "\ufe0f" or "\U0001f3fb" <= letter <= "\U0001f3ff":
        return ""
    return " " if unicodedata.category(letter) == "So" else letter
