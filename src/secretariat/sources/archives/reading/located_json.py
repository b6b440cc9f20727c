"""JSON read with the line every object and array starts on."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from json import decoder, scanner
from typing import Any

from secretariat.sources.archives.document import Document, Reading

MAX_PARTS = 300_000
"""Objects and lists of one document: each takes about half a kilobyte while it is read, however little it says."""


class LocatedDict(dict[str, Any]):
    """A JSON object that knows the line it starts on."""

    line: int = 0


class LocatedList(list[Any]):
    """A JSON array that knows the line it starts on."""

    line: int = 0


class NotANumber(str):
    """What a program wrote where it had no number: a text of a number's place, never one of a text's."""


def line_of(value: object, default: int = 1) -> int:
    """Give the line a located object or array starts on."""
    return getattr(value, "line", default) or default


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
    starts = [0]
    position = text.find("\n")
    while position != -1:
        starts.append(position + 1)
        position = text.find("\n", position + 1)

    def parse_object(state: tuple[str, int], *rest: Any) -> tuple[LocatedDict, int]:
        strict, scan_once, _, _, *memo = rest
        pairs, end = decoder.JSONObject(state, strict, scan_once, None, list, *memo)  # type: ignore[attr-defined]
        located = LocatedDict(pairs)
        located.line = bisect_right(starts, state[1] - 1)
        if len(located) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            repeated.extend((located.line, key) for key, count in counts.items() if count > 1)
        return located, end

    def parse_array(state: tuple[str, int], scan_once: Callable[..., Any]) -> tuple[LocatedList, int]:
        values, end = decoder.JSONArray(state, scan_once)  # type: ignore[attr-defined]
        located = LocatedList(values)
        located.line = bisect_right(starts, state[1] - 1)
        return located, end

    reader = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_constant)
    reader.parse_object = parse_object  # type: ignore[attr-defined]
    reader.parse_array = parse_array  # type: ignore[attr-defined]
    reader.scan_once = scanner.py_make_scanner(reader)  # type: ignore[attr-defined]
    return reader.decode(text)


def _no_constant(name: str) -> "NotANumber":
    """Keep NaN and Infinity, which are not JSON but are written by programs, as what no reader takes for a number."""
    return NotANumber(name)
