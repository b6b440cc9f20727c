"""JSON read one entry of its outermost list or object at a time: each with its line, whatever the document's size."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from secretariat.sources.archives.document import Reading

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
    """How far a text was read, and the line there."""

    text: str
    position: int = 0
    line: int = 1


def _move(cursor: _Cursor, position: int) -> None:
    """Go on to a position and past the white space there."""
    found = _BLANK.match(cursor.text, position)
    target = found.end() if found else position
    cursor.line += cursor.text.count("\n", cursor.position, target)
    cursor.position = target


def _here(cursor: _Cursor) -> str:
    """Give the character at the position; empty at the end."""
    return cursor.text[cursor.position : cursor.position + 1]


def items(text: str, reading: Reading, *, wrapped: bool = False) -> Iterator[Item]:
    """Give the entries of the outermost list or object in order; what stops the reading becomes a problem.

    With ``wrapped`` a list inside the outermost object is given entry by entry. Never raises; entries before the
    damage have been given.
    """
    cursor = _Cursor(text)
    try:
        yield from _document(cursor, wrapped=wrapped)
    except json.JSONDecodeError as error:
        _invalid(
            reading,
            error.lineno,
            "syntax",
            f"The file is not valid JSON at line {error.lineno}, column {error.colno}: {error.msg}.",
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
            value, end = _DECODER.raw_decode(cursor.text, cursor.position)
            yield Item(name, value, line)
            _move(cursor, end)
        separator = _here(cursor)
        if separator not in (",", closer):
            raise json.JSONDecodeError(f"Expecting ',' or '{closer}'", cursor.text, cursor.position)
        _move(cursor, cursor.position + 1)
        if separator == closer:
            return


def _name(cursor: _Cursor) -> str:
    if _here(cursor) != '"':
        raise json.JSONDecodeError("Expecting a name in double quotes", cursor.text, cursor.position)
    name, end = _DECODER.raw_decode(cursor.text, cursor.position)
    _move(cursor, end)
    if _here(cursor) != ":":
        raise json.JSONDecodeError("Expecting ':'", cursor.text, cursor.position)
    _move(cursor, cursor.position + 1)
    return str(name)


def _invalid(reading: Reading, line: int, subject: str, what: str, repair: str) -> None:
    reading.problem("json-invalid", line, subject=subject, what=what, repair=repair, refused=True)
