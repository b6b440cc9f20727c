"""Folding: a text in plain small Latin letters, each with its place in the text it came from."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_LOOK_ALIKE_BIG = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧЅІЈАВЕКМНОРСТУХԌԚԜ", "abezhikmnoptyxsijabekmhopctyxgqw", strict=True))
_LOOK_ALIKE_SMALL = dict(
    zip(
        "αβεικνορτυχηωаԁеһіјкӏмнорԛѕтвуԝхсґгпиօհոսցɑɡıȷᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢøđłħŧ",
        "abeikvoptuxnwadehijklmhopqstbywxcrrnnohnugagijabcdefghijklmnoprstuvwyzodlht",
        strict=True,
    )
)
_SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "`": "`", "´": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "‒": "-"}
_ESCAPABLE = frozenset("\\`*_{}[]()<>#+-.!|~:@&=^$/")


@dataclass(frozen=True, kw_only=True, slots=True)
class Folded:
    """A folded text: ``text`` in small letters, ``cased`` as written, and ``at``, each character's place in the original.

    All three have the same length. ``length`` is that of the original.
    """

    text: str
    cased: str
    at: tuple[int, ...]
    length: int

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give the stretch of the original that folded characters ``start`` to ``end`` (not included) came from."""
        if start >= end:
            return (0, self.length)
        last = self.at[end] if end < len(self.at) else self.length
        return (
            self.at[start],
            max(last, self.at[end - 1] + 1) if last - self.at[end - 1] <= _TAIL else self.at[end - 1] + 1,
        )


_TAIL = 8
"""How many signs without width after a letter still belong to its place; more is other text that was left out."""


def folded(text: str) -> Folded:
    """Fold a text: accents, look-alike letters, letter styles and case are plain letters, signs without width are gone.

    A backslash that makes the sign after it harmless is gone too. Places still point into ``text``.
    """
    if text.isascii() and "\\" not in text:
        return Folded(text=text.lower(), cased=text, at=tuple(range(len(text))), length=len(text))
    small: list[str] = []
    cased: list[str] = []
    at: list[int] = []
    for place, sign in enumerate(text):
        if sign == "\\" and text[place + 1 : place + 2] in _ESCAPABLE:
            continue
        for plain in _plain(sign):
            small.append(plain.lower() if plain.isascii() else plain)
            cased.append(plain)
            at.append(place)
    return Folded(text="".join(small), cased="".join(cased), at=tuple(at), length=len(text))


def _plain(sign: str) -> str:
    """Give what a character is read as: none or more characters; a big letter stays big."""
    if sign.isascii():
        return sign
    found = []
    for part in unicodedata.normalize("NFKD", _SIGNS.get(sign, sign)):
        if unicodedata.category(part) in ("Mn", "Me", "Cf"):
            continue
        if part in _LOOK_ALIKE_BIG:
            found.append(_LOOK_ALIKE_BIG[part].upper())
            continue
        low = part.casefold()
        plain = "".join(_LOOK_ALIKE_SMALL.get(one, one) for one in low)
        found.append(plain.upper() if part != low and part.isupper() else plain)
    return "".join(found)


def without(whole: Folded, what: re.Pattern[str]) -> Folded:
    """Take out what a pattern finds; what is left moves together and keeps its places."""
    keep: list[int] = []
    last = 0
    for found in what.finditer(whole.text):
        keep.extend(range(last, found.start()))
        last = found.end()
    if not last:
        return whole
    keep.extend(range(last, len(whole.text)))
    return Folded(
        text="".join(whole.text[place] for place in keep),
        cased="".join(whole.cased[place] for place in keep),
        at=tuple(whole.at[place] for place in keep),
        length=whole.length,
    )


def covered(whole: Folded, what: re.Pattern[str], sign: str) -> Folded:
    """Cover what a pattern finds with a sign for each character, so that its words are not read."""
    return covered_places(whole, [found.span() for found in what.finditer(whole.text)], sign)


def covered_places(whole: Folded, places: Iterable[tuple[int, int]], sign: str) -> Folded:
    """Cover stretches (start, end) in order, none within another, with a sign for each character."""
    text: list[str] = []
    cased: list[str] = []
    last = 0
    for start, end in places:
        cover = sign * (end - start)
        text += (whole.text[last:start], cover)
        cased += (whole.cased[last:start], cover)
        last = end
    if not last:
        return whole
    text.append(whole.text[last:])
    cased.append(whole.cased[last:])
    return Folded(text="".join(text), cased="".join(cased), at=whole.at, length=whole.length)
