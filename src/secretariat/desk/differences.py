"""Differences between two texts, word by word, as pieces that a page or a terminal can show."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOST_WORDS = 3_000
"""Within one changed passage so many words are compared; a longer one is shown as gone and new as a whole."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A stretch of text that stands in both, only in the old one (``gone``), or only in the new one."""

    kind: Literal["same", "gone", "new"]
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Compare two texts: lines first, then the words of lines that differ. Same and new pieces together are the new text."""
    return tuple(_joined(_compared(old.splitlines(keepends=True), new.splitlines(keepends=True), by_words=True)))


def _compared(old: Sequence[str], new: Sequence[str], *, by_words: bool) -> Iterator[Piece]:
    for what, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = "".join(old[first:last]), "".join(new[start:end])
        if what == "equal":
            yield Piece(kind="same", text=came)
        elif by_words and gone and came:
            yield from _of_words(gone, came)
        else:
            yield Piece(kind="gone", text=gone)
            yield Piece(kind="new", text=came)


def _of_words(old: str, new: str) -> Iterator[Piece]:
    before, after = re.findall(r"\s+|\S+", old), re.findall(r"\s+|\S+", new)
    if len(before) > MOST_WORDS or len(after) > MOST_WORDS:
        yield Piece(kind="gone", text=old)
        yield Piece(kind="new", text=new)
        return
    yield from _compared(before, after, by_words=False)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Leave empty pieces out and put neighbours of one kind together."""
    held: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if held is not None and held.kind == piece.kind:
            held = Piece(kind=held.kind, text=held.text + piece.text)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held
