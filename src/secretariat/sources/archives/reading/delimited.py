"""Delimited text split into records, each with the physical line it starts on."""

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

LONGEST_CELL = 131_072
"""Characters in a cell. The csv module has the same limit, which any library in the process may change for all."""

LONGEST_RECORD = 20
"""Lines that one record may span; a quote that is open for longer was never meant to open."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its cells as written, the line it starts on, and what had to be put up with, in words.

    ``cells`` is empty when nothing could be made of the line.
    """

    cells: tuple[str, ...]
    line: int
    note: str = ""


def records(lines: Iterable[str], delimiter: str, starts_row: Callable[[str], bool]) -> Iterator[Record]:
    """Give every record in order; lines of white space are passed over.

    A quoted cell may hold line breaks. A quote that is still open where the next line starts a row of its own, or at
    the end, is taken for a character of its cell: the rows after it are not swallowed.
    """
    source = iter(lines)
    ahead: deque[str] = deque(islice(source, 1))
    line = 1
    while ahead:
        text = ahead[0].replace("\r", " ")
        taken = 1
        if text.strip():
            cells = _split(text, delimiter)
            while cells is None and taken < LONGEST_RECORD and _there(ahead, taken, source):
                if starts_row(ahead[taken]):
                    break
                text = f"{text}\n{ahead[taken]}".replace("\r", " ")
                taken += 1
                cells = None if text.count('"') % 2 else _split(text, delimiter)
            if cells is None:
                taken = 1
                yield _unquoted(ahead[0].replace("\r", " "), delimiter, line)
            else:
                yield Record(cells, line, "" if cells else "The line is longer than any cell of its kind.")
        for _ in range(taken):
            ahead.popleft()
        line += taken
        _there(ahead, 0, source)


def _there(ahead: deque[str], place: int, source: Iterator[str]) -> bool:
    """Tell whether there is a line so far ahead, after reading on to it."""
    ahead.extend(islice(source, max(0, place + 1 - len(ahead))))
    return len(ahead) > place


def _split(text: str, delimiter: str) -> tuple[str, ...] | None:
    """Split one record; None while a quoted cell is open, nothing when a cell is too long to be one."""
    if text.count('"') % 2:
        try:
            return _cells(text, delimiter, strict=True)
        except csv.Error as error:
            if "unexpected end of data" in str(error):
                return None
    try:
        return _cells(text, delimiter, strict=False)
    except csv.Error:
        return ()


def _cells(text: str, delimiter: str, *, strict: bool) -> tuple[str, ...]:
    pieces = [f"{piece}\n" for piece in text.split("\n")]
    cells = next(csv.reader(pieces, delimiter=delimiter, strict=strict))
    return () if any(len(cell) > LONGEST_CELL for cell in cells) else tuple(cells)


def _unquoted(text: str, delimiter: str, line: int) -> Record:
    cells = tuple(cell.removeprefix('"') for cell in text.split(delimiter))
    return Record(cells, line, "A quote is opened on this line and never closed.")
