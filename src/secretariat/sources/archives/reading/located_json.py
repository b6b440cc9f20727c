"""JSON read with the line every object and array starts on."""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from json import decoder, scanner
from typing import Any

from secretariat.sources.archives.document import Document, Reading

_TOKENS = re.compile(r'(?P<key>"(?:[^"\\]|\\.)*+")(?P<colon>\s*+:)?|[{}\[\]]')

MAX_PARTS = 300_000
"""Objects and lists of one document: each takes about half a kilobyte while it is read, however little it says."""


class Source:
    """A JSON text as it was read, to find the line of one field in it when there is something to say about that field."""

    __slots__ = ("starts", "text")

    def __init__(self, text: str) -> None:
        """Note where every line begins."""
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def line_at(self, position: int) -> int:
        """Give the line of a position, from 1."""
        return bisect_right(self.starts, position)

    def line_of(self, position: int, name: str) -> int | None:
        """Give the line on which the object that begins at a position has a field; the last one of that name counts."""
        depth, found, wanted = 0, None, json.dumps(name)
        for token in _TOKENS.finditer(self.text, position):
            sign = token[0]
            if sign in "{[":
                depth += 1
            elif sign in "}]":
                depth -= 1
                if not depth:
                    break
            elif depth == 1 and token["colon"] and (token["key"] == wanted or _plain(token["key"]) == name):
                found = self.line_at(token.start())
        return found


class LocatedDict(dict[str, Any]):
    """An object that knows the line it starts on, and how to find the lines of its fields."""

    __slots__ = ("line", "place")
    line: int
    place: tuple[Source, int] | dict[str, int]


class LocatedList(list[Any]):
    """A JSON array that knows the line it starts on."""

    __slots__ = ("line",)
    line: int


class NotANumber(str):
    """What a program wrote where it had no number: a text of a number's place, never one of a text's."""


def line_of(value: object, default: int = 1) -> int:
    """Give the line a located object or array starts on."""
    return getattr(value, "line", default) or default


def line_of_field(values: object, name: str) -> int:
    """Give the line on which a located object has a field, or, where it has none, the line the object starts on."""
    place = getattr(values, "place", None)
    if isinstance(place, dict):
        return int(place.get(name, line_of(values)))
    return (place[0].line_of(place[1], name) if place else None) or line_of(values)


def _plain(quoted_key: str) -> str:
    """Read a key with its escapes."""
    return str(json.loads(quoted_key)) if "\\" in quoted_key else quoted_key[1:-1]


def load(document: Document, reading: Reading) -> Any:
    """Parse the document as JSON with lines; numbers with a point become Decimal.

    Returns None, with a problem, when it is not JSON, too large or nested too deeply to be data.
    """
    parts = document.text.count("{") + document.text.count("[")
    if parts > MAX_PARTS:
        reading.problem(
            "file-too-large",
            1,
            subject="parts",
            what=f"The file holds about {parts:,} objects and lists; no document of this kind has more than "
            f"{MAX_PARTS:,}. It was not read.",
            repair="Check that it is the right file; split it if it is.",
            refused=True,
        )
        return None
    repeated: list[tuple[int, str]] = []
    try:
        value = _located(document.text, repeated)
    except (ValueError, RecursionError) as error:
        line, subject, what, repair = _why_invalid(error)
        reading.problem("json-invalid", line, subject=subject, what=what, repair=repair, refused=True)
        return None
    _report_repeated(repeated, reading)
    return value


def _why_invalid(error: ValueError | RecursionError) -> tuple[int, str, str, str]:
    """Give the line, the subject, what is wrong and what to do."""
    if isinstance(error, json.JSONDecodeError):
        place = f"line {error.lineno}, column {error.colno}"
        what = f"The file is not valid JSON at {place}: {error.msg}."
        return error.lineno, "syntax", what, "Mend the file at that place and import it again."
    if isinstance(error, RecursionError):
        what = "The file is nested more deeply than any document of this kind."
        return 1, "depth", what, "Check that the file is what its name says."
    return 1, "value", f"The file holds a value that cannot be read: {error}.", "Mend the file and import it again."


def _report_repeated(repeated: list[tuple[int, str]], reading: Reading) -> None:
    """Report objects that have a key more than once, by their line and the key."""
    for line, key in repeated:
        reading.problem(
            "duplicate-key",
            line,
            subject=f"object {key}",
            what=f"The object that starts here has the key {key[:60]!r} more than once; JSON keeps only the last.",
            repair="Make each of them an object of its own in the file, and import it again.",
            refused=True,
        )


def _located(text: str, repeated: list[tuple[int, str]]) -> Any:
    source = Source(text)

    def parse_object(state: tuple[str, int], *rest: Any) -> tuple[LocatedDict, int]:
        strict, scan_once, _, _, *memo = rest
        pairs, end = decoder.JSONObject(state, strict, scan_once, None, list, *memo)  # type: ignore[attr-defined]
        located = LocatedDict(pairs)
        located.line = source.line_at(state[1] - 1)
        located.place = (source, state[1] - 1)
        if len(located) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            repeated.extend((located.line, key) for key, count in counts.items() if count > 1)
        return located, end

    def parse_array(state: tuple[str, int], scan_once: Callable[..., Any]) -> tuple[LocatedList, int]:
        values, end = decoder.JSONArray(state, scan_once)  # type: ignore[attr-defined]
        located = LocatedList(values)
        located.line = source.line_at(state[1] - 1)
        return located, end

    reader = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_constant)
    reader.parse_object = parse_object  # type: ignore[attr-defined]
    reader.parse_array = parse_array  # type: ignore[attr-defined]
    reader.scan_once = scanner.py_make_scanner(reader)  # type: ignore[attr-defined]
    return reader.decode(text)


def _no_constant(name: str) -> "NotANumber":
    """Keep NaN and Infinity, which are not JSON but are written by programs, as what no reader takes for a number."""
    return NotANumber(name)
