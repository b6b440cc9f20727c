"""The text that the "chain state" page shows for a storage map: JSON that lost its quotes and backslashes.

The page prints ``[[[key], {field: value}], ...]`` with one value a line and removes every quote, so commas, colons and
brackets inside a text cannot be told from the format's own. What stays reliable is the indentation: one unit a level.
An entry looks like this, inside the ``[`` and ``]`` of its map::

    __[
    ____[
    ______1,345
    ____],
    ____{
    ______title: Fish, chips: a [pre-]proposal,
    ______created_at: 1,667,210
    ____}
    __],
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from secretariat.sources.archives.dumps.pseudo_json_body import FIELD_NAME, folded, read_body
from secretariat.sources.archives.dumps.window import Window, opened

START = re.compile(
    r"^([ \t]*)\[[ \t]*\n"  # the entry's bracket at its indentation
    r"\1([ \t]+)\[[ \t]*\n"  # the key's bracket, one unit further in
    r"((?:[^\n]*\n){1,8}?)"  # the key's parts, one a line
    r"\1\2\],[ \t]*\n"
    r"\1\2\{[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
"""How an entry begins. Every line is looked at a bounded number of times."""

HEADER = re.compile(r"^[ \t]*([a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*):[ \t][^\n]*\n[ \t\n]*[\[{]", re.MULTILINE)
"""The line above a map: ``proposalsEngine.proposals: ProposalOf``, and the bracket that opens the map."""

_CLOSER = re.compile(r"^([ \t]*)([}\]]),?[ \t]*$", re.MULTILINE)
_CONTENT = re.compile(r"\S")
_SAMPLE_CHARACTERS = 1024 * 1024

MAX_ENTRY_CHARACTERS = 2 * 1024 * 1024
"""No entry of a storage map comes near this; a longer one is damage."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One complete entry: the parts of its key, its fields, its line, and which paste of which storage map it is of.

    Fields are texts as printed, mappings and lists of them. ``repeated`` names (folded) the fields that stand more than
    once, ``lines`` tells where each stands. ``strays`` are lines inside the entry that are no field of it.
    """

    key: tuple[str, ...]
    fields: dict[str, Any]
    line: int
    paste: int
    storage: str | None
    repeated: frozenset[str] = frozenset()
    strays: tuple[int, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Damage:
    """Lines that make no entry: the dump is ``cut`` off, an ``entry`` has no end, or lines stand ``between`` entries."""

    kind: Literal["cut", "entry", "between"]
    line: int
    lines: int
    storage: str | None


@dataclass(slots=True)
class _Place:
    """How far the text was read: position, line there, which paste of which storage map, and whether it ended early."""

    position: int = 0
    line: int = 1
    paste: int = 0
    storage: str | None = None
    cut: bool = False


def entries(pieces: Iterable[str], texts: frozenset[str], known: frozenset[str]) -> Iterator[Entry | Damage]:
    """Give the entries of every map in a text that comes in pieces, and the damage between them, in order.

    ``texts`` are the (folded) names of fields that hold free text, which may run over several lines; ``known`` those of
    every field that may follow one. Time grows with the length of the text, memory with its longest entry. Where the
    pieces end makes no difference. Raises TooDamaged for a text of several pieces without an entry over many of them.
    """
    window = opened(pieces, _SAMPLE_CHARACTERS)
    names = known | _usual_names(window.text)
    place = _Place()
    indent = unit = ""
    for start, limit in _slices(window, place):
        text = window.text
        yield from _between(text, place, start.start(), indent, unit)
        indent, unit = start[1], start[2]
        body_end, end = _end_of(text, start.end(), limit, indent, unit)
        if end < 0 or end - start.end() > MAX_ENTRY_CHARACTERS:
            yield _unfinished(text, place, limit)
            continue
        line = place.line
        _advance(text, place, start.end())
        body = read_body(text[start.end() : body_end], place.line, indent + unit + unit, unit, texts, names)
        key = _key_of(start[3])
        yield Entry(key, body.fields, line, place.paste, place.storage, body.repeated, body.strays, body.lines)
        _advance(text, place, end)
    if place.paste and not place.cut:
        yield from _after_last(window.text, place, indent, unit)


def _slices(window: Window, place: _Place) -> Iterator[tuple[re.Match[str], int]]:
    """Give what ``slices`` does of a text in pieces; what is before ``place`` is let go when more has to be read."""
    start = _next_start(window, place, place.position)
    while start is not None:
        ahead = start.start() - place.position
        following = _next_start(window, place, start.end())
        begin = START.match(window.text, place.position + ahead)  # the text may have moved
        if begin is None:
            raise AssertionError("an entry that began here before does not any more")
        yield begin, following.start() if following else len(window.text)
        start = following


def _next_start(window: Window, place: _Place, position: int) -> re.Match[str] | None:
    """Find the next beginning of an entry from a position on, reading on for it."""
    found = START.search(window.text, position)
    while not window.ended and (found is None or found.start() >= window.sure):
        position, kept_from = position - place.position, place.position
        window.more(kept_from)
        place.position = 0
        found = START.search(window.text, position)
    return found


def _key_of(lines: str) -> tuple[str, ...]:
    parts = [part.strip() for part in lines.split("\n") if part.strip()]
    return (*(part.removesuffix(",") for part in parts[:-1]), *parts[-1:])


def slices(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Pair the beginning of every entry with the position where the next one begins, or the text ends."""
    start = START.search(text)
    while start is not None:
        following = START.search(text, start.end())
        yield start, following.start() if following else len(text)
        start = following


def _end_of(text: str, begin: int, limit: int, indent: str, unit: str) -> tuple[int, int]:
    """Find where an entry's fields end and where the entry ends; (-1, -1) when it has no end before ``limit``.

    A text may hold closing brackets of its own at the very indentation, so the pair of brackets counts that is followed
    by what follows an entry. One of the two missing is made good by the other.
    """
    brace, brace_end = -1, -1
    fallback = (-1, -1)
    for closer in _CLOSER.finditer(text, begin, limit):
        end = min(closer.end() + 1, limit)
        if closer[2] == "}" and closer[1] == indent + unit:
            brace, brace_end = closer.start(), end
            if _entry_may_end(text, end, limit, indent, unit):
                return brace, end
        elif closer[2] == "]" and closer[1] == indent:
            paired = brace >= 0 and _CONTENT.search(text, brace_end, closer.start()) is None
            found = (brace if paired else closer.start(), end)
            if _entry_may_end(text, end, limit, indent, unit):
                return found
            if paired and fallback[1] < 0:
                fallback = found
            brace = -1
    return fallback


def _entry_may_end(text: str, after: int, limit: int, indent: str, unit: str) -> bool:
    """Tell whether what follows a closing bracket is what follows an entry: another one, the map's end, or nothing."""
    content = _CONTENT.search(text, after, limit)
    if content is None:
        return True
    ahead = text[text.rfind("\n", 0, content.start()) + 1 : content.start()]
    opens = content[0] == "[" and ahead in (indent, indent + unit)
    return opens or (content[0] == "]" and ahead + unit == indent)


def _between(text: str, place: _Place, until: int, indent: str, unit: str) -> Iterator[Damage]:
    """Look at what stands before an entry: nothing, lines that do not belong there, or the seam of two pastes."""
    gap = text[place.position : until]
    header = _last_header(gap)
    if not place.paste:
        place.paste, place.storage = 1, header
    elif gap.strip():
        closed = _closes_map(gap, indent, unit)
        if closed or _opens_map(gap):
            if not closed:
                yield _damage("cut", gap, place)
            place.paste, place.storage = place.paste + 1, header
        else:
            yield _damage("between", gap, place)
    _advance(text, place, until)


def _after_last(text: str, place: _Place, indent: str, unit: str) -> Iterator[Damage]:
    """Look at what stands after the last entry: the end of its map, else the dump was cut off."""
    gap = text[place.position :]
    if not _closes_map(gap, indent, unit):
        yield _damage("cut", gap, place)


def _unfinished(text: str, place: _Place, limit: int) -> Damage:
    """Report an entry without an end and go on behind it; when a map opens there, the paste it was in was cut off."""
    rest = text[place.position : limit]
    new_paste = limit < len(text) and _opens_map(rest)
    place.cut = limit == len(text)
    damage = _damage("cut" if new_paste or place.cut else "entry", rest, place)
    if new_paste:
        place.paste, place.storage = place.paste + 1, _last_header(rest)
    _advance(text, place, limit)
    return damage


def _damage(kind: Literal["cut", "entry", "between"], gap: str, place: _Place) -> Damage:
    body = gap.strip()
    blank = gap[: len(gap) - len(gap.lstrip())].count("\n") if body else 0
    lines = body.count("\n") + 1 if body else 0
    return Damage(kind, place.line + blank, lines, place.storage)


def _closes_map(gap: str, indent: str, unit: str) -> bool:
    """Tell whether the first thing in a gap is the map's closing bracket; entries at the margin have no map around."""
    return not indent.startswith(unit) or gap.lstrip().partition("\n")[0].rstrip() == "]"


def _opens_map(gap: str) -> bool:
    return gap.rstrip().rpartition("\n")[2].strip() == "["


def _last_header(gap: str) -> str | None:
    headers = HEADER.findall(gap)
    return str(headers[-1]) if headers else None


def _advance(text: str, place: _Place, position: int) -> None:
    place.line += text.count("\n", place.position, position)
    place.position = position


def _usual_names(text: str) -> frozenset[str]:
    """Name the fields that stand in at least half the entries of the beginning, known or not."""
    sample = text[:_SAMPLE_CHARACTERS]
    often = max(3, sum(1 for _ in START.finditer(sample)) / 2)
    counted = Counter(folded(found[1]) for found in FIELD_NAME.finditer(sample))
    return frozenset(name for name, times in counted.items() if times >= often)
