"""JSON read one entry of its outermost list or object at a time: each with its line, whatever the document's size."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from secretariat.sources.archives.document import LONGEST_LINE, Reading, TooDamaged

_BLANK = re.compile(r"[ \t\n\r]*")


class Repeating(dict[str, Any]):
    """A JSON object in which some names stand more than once; the last value of each is kept."""

    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: its name in an object (None in a list), its value, and the line it starts on."""

    name: str | None
    value: Any
    line: int


def repeated_names(value: object) -> frozenset[str]:
    """Name the fields that stand more than once in an object read by ``items``."""
    return value.names if isinstance(value, Repeating) else frozenset()


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found = Repeating()
    twice = set()
    for name, value in pairs:
        if name in found:
            twice.add(name)
        found[name] = value
    if not twice:
        return dict(found)
    found.names = frozenset(twice)
    return found


def _no_constant(name: str) -> None:
    """Read NaN and Infinity, which are not JSON, as unknown."""


_DECODER = json.JSONDecoder(strict=False, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_object)


@dataclass(slots=True)
class _Cursor:
    """How far a text in pieces was read: the part at hand, the position in it, the line there.

    ``first_line`` and ``before`` are the line that the part begins in, and how many characters of it stand before.
    """

    pieces: Iterator[str]
    text: str = ""
    position: int = 0
    line: int = 1
    first_line: int = 1
    before: int = 0


def _more(cursor: _Cursor) -> bool:
    """Read on, letting go what was read; False at the end. Raises TooDamaged when an entry takes more than any does."""
    piece = next(cursor.pieces, None)
    if piece is None:
        return False
    if len(cursor.text) - cursor.position > LONGEST_LINE:
        raise TooDamaged(
            f"The entry at line {cursor.line} has more than {LONGEST_LINE:,} characters, or no end; it was read up to there."
        )
    gone = cursor.text.rfind("\n", 0, cursor.position) + 1
    cursor.before = cursor.position - gone + (0 if gone else cursor.before)
    cursor.first_line += cursor.text.count("\n", 0, cursor.position)
    cursor.text = cursor.text[cursor.position :] + piece
    cursor.position = 0
    return True


def _move(cursor: _Cursor, position: int) -> None:
    """Go on to a position and past the white space there."""
    while True:
        found = _BLANK.match(cursor.text, position)
        target = found.end() if found else position
        cursor.line += cursor.text.count("\n", cursor.position, target)
        cursor.position = target
        if target < len(cursor.text) or not _more(cursor):
            return
        position = 0


def _here(cursor: _Cursor) -> str:
    """Give the character at the position, to which ``_move`` went; empty at the end."""
    return cursor.text[cursor.position : cursor.position + 1]


def _value(cursor: _Cursor) -> Any:
    """Read the value at the position and go on behind it; one that the text at hand cuts is read with the next piece."""
    while True:
        try:
            value, end = _DECODER.raw_decode(cursor.text, cursor.position)
        except json.JSONDecodeError:
            if not _more(cursor):
                raise
            continue
        if end < len(cursor.text) or not _more(cursor):  # a number that ends with the text at hand may go on
            _move(cursor, end)
            return value


def items(pieces: Iterable[str], reading: Reading, *, wrapped: bool = False) -> Iterator[Item]:
    """Give the entries of the outermost list or object in order; what stops the reading becomes a problem.

    The text comes in pieces, whose ends make no difference. With ``wrapped`` a list inside the outermost object is
    given entry by entry. Entries before the damage have been given. Raises TooDamaged alone, and that only for a text
    of several pieces of which an entry takes many.
    """
    cursor = _Cursor(iter(pieces))
    try:
        yield from _document(cursor, wrapped=wrapped)
    except json.JSONDecodeError as error:
        line = cursor.first_line + error.lineno - 1
        column = error.colno + (cursor.before if error.lineno == 1 else 0)
        _invalid(
            reading,
            line,
            "syntax",
            f"The file is not valid JSON at line {line}, column {column}: {error.msg}.",
            "Mend the file at that place and import it again; what stands before it was read.",
        )
    except RecursionError:
        what = f"The entry at line {cursor.line} is nested more deeply than any document of this kind."
        _invalid(reading, cursor.line, "depth", what, "Check that the file is what its name says.")
    except ValueError:
        what = f"The entry at line {cursor.line} holds a number too long to be one."
        _invalid(reading, cursor.line, "value", what, "Mend the file and import it again.")


def _document(cursor: _Cursor, *, wrapped: bool) -> Iterator[Item]:
    _move(cursor, 0)
    if _here(cursor) not in ("[", "{"):
        raise json.JSONDecodeError("Expecting a list or an object", cursor.text, cursor.position)
    yield from _entries(cursor, wrapped=wrapped)
    if _here(cursor):
        raise json.JSONDecodeError("Extra data after the end", cursor.text, cursor.position)


def _entries(cursor: _Cursor, *, wrapped: bool) -> Iterator[Item]:
    closer = "]" if _here(cursor) == "[" else "}"
    _move(cursor, cursor.position + 1)
    if _here(cursor) == closer:
        _move(cursor, cursor.position + 1)
        return
    while True:
        line = cursor.line
        name = _name(cursor) if closer == "}" else None
        if wrapped and name is not None and _here(cursor) == "[":
            yield from _entries(cursor, wrapped=False)
        else:
            yield Item(name, _value(cursor), line)
        separator = _here(cursor)
        if separator not in (",", closer):
            raise json.JSONDecodeError(f"Expecting ',' or '{closer}'", cursor.text, cursor.position)
        _move(cursor, cursor.position + 1)
        if separator == closer:
            return


def _name(cursor: _Cursor) -> str:
    if _here(cursor) != '"':
        raise json.JSONDecodeError("Expecting a name in double quotes", cursor.text, cursor.position)
    name = _value(cursor)
    if _here(cursor) != ":":
        raise json.JSONDecodeError("Expecting ':'", cursor.text, cursor.position)
    _move(cursor, cursor.position + 1)
    return str(name)


def _invalid(reading: Reading, line: int, subject: str, what: str, repair: str) -> None:
    reading.problem("json-invalid", line, subject=subject, what=what, repair=repair, refused=True)
