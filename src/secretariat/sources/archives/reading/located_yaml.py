"""YAML read with the line every mapping and sequence starts on: plain data only, without anchors, aliases or tags."""

import re
from decimal import Decimal
from typing import Any

from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reading.located_json import LocatedDict, LocatedList
from secretariat.sources.archives.reading.texts import short

MAX_CHARACTERS = 400_000
"""The reader works through about 60,000 characters a second; no document written by hand comes near this."""

MAX_DEPTH = 60
_INTEGER = re.compile(r"[+-]?(0|[1-9]\d{0,60})")
_DECIMAL = re.compile(r"[+-]?\d{1,60}\.\d{1,60}")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}


class _Refused(Exception):
    """The document holds something that is no plain data; carries the line from 0 and the reason."""


def load(document: Document, reading: Reading) -> Any:
    """Parse the first YAML document with lines. Plain whole numbers become int, with a point Decimal; dates stay text.

    Returns None, with a problem, when it is not YAML, too large, nested too deeply, or holds anchors, aliases or tags:
    a few lines of aliases can stand for gigabytes.
    """
    import yaml

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
    try:
        return _built(yaml.parse(document.text, Loader=yaml.SafeLoader), reading)
    except _Refused as refusal:
        line, reason = refusal.args
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, reason = mark.line if mark else 0, error.problem or error.context or "it cannot be parsed"
    except yaml.reader.ReaderError as error:
        line, reason = document.text.count("\n", 0, error.position), "it holds a character that YAML does not allow"
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        line, reason = 0, str(error)[:200] or type(error).__name__
    reading.problem(
        "yaml-invalid",
        min(line + 1, len(document.lines)),
        subject="syntax",
        what=f"The file is not valid YAML at line {line + 1}: {reason}.",
        repair="Mend the file at that place and import it again.",
        refused=True,
    )
    return None


def _built(events: Any, reading: Reading) -> Any:
    """Build plain data from parser events with a stack of its own, so that no nesting exhausts the interpreter's."""
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
            _fill(holder, parts, reading)
            (stack[-1][1] if stack else root).append((holder, line))
        elif isinstance(event, yaml.ScalarEvent):
            (stack[-1][1] if stack else root).append((_scalar(event, line), line))
    return root[0][0] if root else None


def _fill(holder: Any, parts: list[Any], reading: Reading) -> None:
    if isinstance(holder, LocatedList):
        holder.extend(value for value, _ in parts)
        return
    for (key, line), (value, _) in zip(parts[::2], parts[1::2], strict=True):
        if isinstance(key, dict | list):
            raise _Refused(line, "a key is not a plain word")
        name = "" if key is None else str(key)
        if name in holder:
            before = sum(problem.code == "duplicate-key" for problem in reading.problems)
            reading.problem(
                "duplicate-key",
                line + 1,
                subject=f"yaml key {short(name)} {before + 1}",
                what=f"The key {short(name)} stands twice in one mapping; the first value is kept.",
                repair="Remove one of the two.",
                refused=True,
            )
        else:
            holder[name] = value


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
