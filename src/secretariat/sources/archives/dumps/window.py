"""The part of a dump that is looked at: whole lines, of which more are read when the next entry lies beyond them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secretariat.sources.archives.document import LONGEST_LINE, TooDamaged

MOST = 4 * LONGEST_LINE
"""Characters in which the next entry begins; where none does, the file is something else."""

_LINES_OF_A_START = 12


@dataclass(slots=True)
class Window:
    """Text from some line of a dump on, and whether it goes to the dump's end.

    An entry that begins before ``sure`` is the first one there: all lines that tell are in the text.
    """

    pieces: Iterator[str]
    text: str = ""
    ended: bool = False
    sure: int = 0

    def more(self, kept_from: int) -> bool:
        """Read on, letting go what stands before a position (the beginning of a line); False at the end.

        Raises TooDamaged when so much was read already that an entry should have been there.
        """
        if self.ended:
            return False
        if len(self.text) - kept_from > MOST:
            raise TooDamaged(f"Of the dump, {MOST:,} characters have no entry in them; it was read up to there.")
        kept = self.text[kept_from:]
        piece = next(self.pieces, None)
        self.ended = piece is None
        self.text = kept + (piece or "")
        self.sure = len(self.text) + 1 if self.ended else _before_lines(self.text, _LINES_OF_A_START)
        return not self.ended


def opened(pieces: Iterable[str], least: int) -> Window:
    """Look at the beginning of a dump: at so many characters at least, if it has them."""
    window = Window(_whole_lines(pieces))
    while len(window.text) < least and window.more(0):
        pass
    return window


def _before_lines(text: str, count: int) -> int:
    """Give the position before which so many whole lines follow; 0 when there are not so many."""
    at = len(text)
    for _ in range(count):
        at = text.rfind("\n", 0, max(at, 0))
    return max(at, 0)


def _whole_lines(pieces: Iterable[str]) -> Iterator[str]:
    """Give pieces that end at the end of a line. Raises TooDamaged for a line of a later piece that is too long."""
    rest = ""
    for piece in pieces:
        text = rest + piece
        end = text.rfind("\n") + 1
        rest = text[end:]
        if len(text) > len(piece) and len(rest) > LONGEST_LINE:
            raise TooDamaged(f"A line has more than {LONGEST_LINE:,} characters; no line of a dump is so long.")
        if end:
            yield text[:end]
    if rest:
        yield rest
