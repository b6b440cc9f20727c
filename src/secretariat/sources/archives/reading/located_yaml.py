"""YAML read with the line every mapping and sequence starts on: plain data only, without anchors, aliases or tags."""

import re
from decimal import Decimal
from typing import Any

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reading.located_json import LocatedDict, LocatedList

MAX_CHARACTERS = 400_000
"""The reader works through about 60,000 characters a second; no document written by hand comes near this."""

MAX_DEPTH = 60

MAX_DUPLICATES = 100
"""So many keys that stand twice are reported one by one; the others of the file are counted in one problem."""

_INTEGER = re.compile(r"[+-]?(0|[1-9]\d{0,60})")
_DECIMAL = re.compile(r"[+-]?\d{1,60}\.\d{1,60}")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}


class _Refused(Exception):
    """The document is no YAML, or holds something that is no plain data; carries the line from 0 and the reason."""


def load(document: Document, reading: Reading) -> Any:
    """Parse the first YAML document with lines. Plain whole numbers become int, with a point Decimal; dates stay text.

    Returns None, with a problem, when it is not YAML, too large, nested too deeply, or holds anchors, aliases or tags:
    a few lines of aliases can stand for gigabytes.
    """
    if len(document.text) > MAX_CHARACTERS:
        reading.problem(
            "file-too-large",
            1,
            subject="size",
            what=f"The YAML file has {len(document.text):,} characters; no document of this kind has more than "
            f"{MAX_CHARACTERS:,}. It was not read.",
            repair="Check that it is the right file.",
            refused=True,
        )
        return None
    repeated: list[tuple[int, str]] = []
    try:
        value = _parsed(document.text, repeated)
    except _Refused as refusal:
        line, reason = refusal.args
        reading.problem(
            "yaml-invalid",
            min(line + 1, len(document.lines)),
            subject="syntax",
            what=f"The file is not valid YAML at line {line + 1}: {reason}.",
            repair="Mend the file at that place and import it again.",
            refused=True,
        )
        return None
    _report(repeated, reading)
    return value


def _parsed(text: str, repeated: list[tuple[int, str]]) -> Any:
    """Parse a text and build its data. Raises _Refused, whatever the library finds wrong with it."""
    import yaml

    try:
        return _built(yaml.parse(text, Loader=yaml.SafeLoader), repeated)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "it cannot be parsed"
        raise _Refused(mark.line if mark else 0, reason) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        raise _Refused(line, "it holds a character that YAML does not allow") from error
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise _Refused(0, str(error)[:200] or type(error).__name__) from error


def _report(repeated: list[tuple[int, str]], reading: Reading) -> None:
    """Report keys that stand twice, one by one up to a number and the rest together."""
    for number, (line, name) in enumerate(repeated[:MAX_DUPLICATES], start=1):
        reading.problem(
            "duplicate-key",
            line,
            subject=f"yaml key {quoted(name)} {number}",
            what=f"The key {quoted(name)} stands twice in one mapping; the first value is kept.",
            repair="Remove one of the two.",
            refused=True,
        )
    rest = repeated[MAX_DUPLICATES:]
    if rest:
        reading.problem(
            "duplicate-key",
            rest[0][0],
            subject="yaml keys, the rest",
            what=f"From here on {len(rest):,} more keys stand twice in one mapping; the first value of each is kept.",
            repair="Check that the file is what its name says; remove one of each two.",
            refused=True,
        )


def _built(events: Any, repeated: list[tuple[int, str]]) -> Any:
    """Build plain data from parser events with a stack of its own, so that no nesting exhausts the interpreter's.

    Adds the line, from 1, and the name of every key that stands in its mapping already to ``repeated``.
    """
    import yaml

    root: list[Any] = []
    stack: list[tuple[Any, list[Any]]] = []
    for event in events:
        line = event.start_mark.line if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise _Refused(line, "anchors and aliases are not read")
        if isinstance(event, yaml.DocumentStartEvent) and root:
            raise _Refused(line, "there is more than one document in the file")
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(stack) >= MAX_DEPTH:
                raise _Refused(line, "it is nested more deeply than any document of this kind")
            holder: Any = LocatedDict() if isinstance(event, yaml.MappingStartEvent) else LocatedList()
            holder.line = line + 1
            stack.append((holder, []))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            holder, parts = stack.pop()
            _fill(holder, parts, repeated)
            (stack[-1][1] if stack else root).append((holder, line))
        elif isinstance(event, yaml.ScalarEvent):
            (stack[-1][1] if stack else root).append((_scalar(event, line), line))
    return root[0][0] if root else None


def _fill(holder: Any, parts: list[Any], repeated: list[tuple[int, str]]) -> None:
    if isinstance(holder, LocatedList):
        holder.extend(value for value, _ in parts)
        return
    lines: dict[str, int] = {}
    holder.place = lines
    for (key, line), (value, _) in zip(parts[::2], parts[1::2], strict=True):
        if isinstance(key, dict | list):
            raise _Refused(line, "a key is not a plain word")
        name = "" if key is None else str(key)
        if name in holder:
            repeated.append((line + 1, name))
        else:
            holder[name] = value
            lines[name] = line + 1


def _scalar(event: Any, line: int) -> Any:
    """Read a plain scalar as number, truth or nothing where it is written so; everything else is text."""
    text: str = event.value
    if event.tag is not None and event.tag != "!":
        raise _Refused(line, "tags are not read")
    if event.style is not None or event.tag == "!":
        return text
    if text.lower() in _CONSTANTS:
        return _CONSTANTS[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text
