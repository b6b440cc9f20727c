"""Letters: a text as an eye reads it, so that a name is met however it is written; each letter with its place in the text."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_ALIKE = str.maketrans(
    "аеорсхуіјѕԁһӏкмнтвгԛԝьοαρνυικχτεηβωσıłøđɡɑǀl10",
    "aeopcxyijsdhikmhtbrqwboapvuikxtenbwoiiodgaiiio",
)
"""Letters that look like Latin ones, after small letters were made of them; ``l``, ``1``, ``i`` and ``0``, ``o`` are one each."""

_UNSEEN = frozenset("*`~|")
"""Signs that Markdown takes for emphasis, and that do not show."""

_PIECE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,12});|\\(?=[^\w\s])|.", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Letters:
    """``text`` has small letters, digits and signs as they are read; ``at`` start and end of each of them in the text it was made of."""

    text: str
    at: tuple[tuple[int, int], ...]

    @property
    def alike(self) -> str:
        """Give the text with letters that look alike as one letter, place for place."""
        return alike(self.text)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the original of the characters from ``start`` to ``end`` (not included), of which there is at least one."""
        return self.at[start][0], self.at[end - 1][1]


def alike(text: str) -> str:
    """Make one letter of those that look alike, in a text of small letters."""
    return text.translate(_ALIKE)


def letters(text: str) -> Letters:
    """Read a text: compatible forms, accents and case are dropped, so are escapes, emphasis and characters that do not show."""
    found = [(sign, piece.span()) for piece in _PIECE.finditer(text) for sign in _read(piece[0])]
    return Letters(text="".join(sign for sign, _ in found), at=tuple(place for _, place in found))


def _read(piece: str) -> Iterator[str]:
    if piece == "\\" or piece in _UNSEEN:
        return
    for sign in unicodedata.normalize("NFKD", html.unescape(piece) if len(piece) > 1 else piece):
        if unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc", "Co", "Cs", "Cn") and not sign.isspace():
            continue
        yield from sign.casefold()
