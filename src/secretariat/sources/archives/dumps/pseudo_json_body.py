"""The fields of one entry of a chain dump: nested mappings and lists whose structure is their indentation."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

FIELD_NAME = re.compile(r"^[ \t]+([A-Za-z_][A-Za-z0-9_]*):(?: |$)", re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z_][A-Za-z0-9_]*):(?: (.*))?")
_CLOSERS = {"}": dict, "},": dict, "]": list, "],": list}
_OPENERS: dict[str, type] = {"{": dict, "[": list}
_EMPTY: dict[str, type] = {"{}": dict, "{},": dict, "[]": list, "[],": list}
MAX_DEPTH = 32
"""No storage item is nested more deeply; deeper brackets are lines that do not belong there."""


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Write a field's name as all runtimes share it: ``created_at`` and ``createdAt`` are one field."""
    return name.replace("_", "").lower()


@dataclass(frozen=True, slots=True)
class Body:
    """What an entry's lines say.

    ``lines`` has the line of each (folded) name at any depth, ``repeated`` the names that stand twice, ``strays`` the
    lines that are no field.
    """

    fields: dict[str, Any]
    lines: dict[str, int]
    repeated: frozenset[str]
    strays: tuple[int, ...]


@dataclass(slots=True)
class _Value:
    """A plain value whose end is not yet seen: where it goes, its lines so far, and whether it is free text."""

    holder: dict[str, Any] | list[Any]
    name: str
    level: int
    lines: list[str]
    free: bool


@dataclass(slots=True)
class _State:
    """Where the reading stands: open mappings and lists with the level of their content, and the value being read."""

    frames: list[tuple[dict[str, Any] | list[Any], int]]
    value: _Value | None = None
    lines: dict[str, int] = field(default_factory=dict)
    repeated: set[str] = field(default_factory=set)
    strays: list[int] = field(default_factory=list)


def read_body(body: str, first_line: int, indent: str, unit: str, texts: frozenset[str], names: frozenset[str]) -> Body:
    """Read the lines between an entry's braces. Never raises; what fits nowhere is a stray line.

    Free text (``texts``, folded names) goes on until a line that, at its own indentation, begins another field
    (``names``) that has not been seen, or closes what it stands in.
    """
    root: dict[str, Any] = {}
    state = _State([(root, 0)])
    for number, line in enumerate(body.removesuffix("\n").split("\n"), first_line):
        level, rest = _level(line, indent, unit)
        if state.value is not None and state.value.free and not _ends_text(state, level, rest, names):
            state.value.lines.append(line)
        elif rest.strip():
            _take(state, number, level, rest, texts)
    _finish(state, last=True)
    return Body(root, state.lines, frozenset(state.repeated), tuple(state.strays))


def _level(line: str, indent: str, unit: str) -> tuple[int | None, str]:
    """Give a line's level (0: a field of the entry itself) and its content; None for an indentation between levels."""
    rest = line.lstrip(" \t")
    ahead = len(line) - len(rest)
    level, odd = divmod(ahead - len(indent), len(unit))
    return (None if odd or not line.startswith(indent[:ahead]) else level), rest


def _ends_text(state: _State, level: int | None, rest: str, names: frozenset[str]) -> bool:
    value = state.value
    if value is None or level is None:
        return False
    if level == value.level - 1:
        return len(state.frames) > 1 and _CLOSERS.get(rest.rstrip()) is type(value.holder)
    found = _FIELD.fullmatch(rest) if level == value.level else None
    return found is not None and folded(found[1]) in names and found[1] not in value.holder


def _take(state: _State, number: int, level: int | None, rest: str, texts: frozenset[str]) -> None:
    """Put one structural line where it belongs, or among the strays."""
    bare = rest.rstrip()
    if bare in _CLOSERS:
        _close(state, number, level, _CLOSERS[bare])
        return
    depth = len(state.frames) - 1
    while depth > 0 and level is not None and state.frames[depth][1] > level:
        depth -= 1
    holder, holder_level = state.frames[depth]
    found = _FIELD.fullmatch(rest) if isinstance(holder, dict) else None
    if level != holder_level or (isinstance(holder, dict) and found is None):
        state.strays.append(number)
        return
    if depth < len(state.frames) - 1:
        state.strays.append(number)
        _finish(state, last=True)
        del state.frames[depth + 1 :]
    if found is None:
        _open_or_hold(state, number, "", rest, free=False)
        return
    name = folded(found[1])
    if found[1] in holder:
        state.repeated.add(name)
    state.lines.setdefault(name, number)
    _open_or_hold(state, number, found[1], found[2] or "", free=name in texts)


def _close(state: _State, number: int, level: int | None, shape: type) -> None:
    """Close the innermost open mapping or list at a level; without one the bracket is a stray line."""
    depth = len(state.frames) - 1
    while depth > 0 and level is not None and state.frames[depth][1] - 1 > level:
        depth -= 1
    if depth == 0 or state.frames[depth][1] - 1 != level or type(state.frames[depth][0]) is not shape:
        state.strays.append(number)
        return
    _finish(state, last=True)
    if depth < len(state.frames) - 1:
        state.strays.append(number)
    del state.frames[depth:]


def _open_or_hold(state: _State, number: int, name: str, printed: str, *, free: bool) -> None:
    """Open a mapping or list, or hold a plain value until the next line tells where it ends."""
    _finish(state, last=False)
    holder, level = state.frames[-1]
    bare = printed.rstrip()
    shape = None if free else _OPENERS.get(bare) or _EMPTY.get(bare)
    if shape is None:
        state.value = _Value(holder, name, level, [printed], free)
        _put(holder, name, "")
        return
    if len(state.frames) >= MAX_DEPTH:
        state.strays.append(number)
        return
    opened = shape()
    _put(holder, name, opened)
    if bare in _OPENERS:
        state.frames.append((opened, level + 1))


def _finish(state: _State, *, last: bool) -> None:
    """Store the value being read. The comma before the next field is not part of it; the last has none."""
    value = state.value
    state.value = None
    if value is None:
        return
    text = "\n".join(value.lines)
    text = text if last else text.removesuffix(",")
    if isinstance(value.holder, list):
        value.holder[-1] = text
    else:
        value.holder[value.name] = text


def _put(holder: dict[str, Any] | list[Any], name: str, value: Any) -> None:
    if isinstance(holder, list):
        holder.append(value)
    else:
        holder[name] = value
