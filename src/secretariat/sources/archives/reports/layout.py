"""The layout that all Markdown reports share: numbered sections, and lines that give a label its value."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from secretariat.sources.archives.reading.markdown import headings

_NUMBER = re.compile(r"^[0-9]+(\.[0-9]+)*\.?(?=[\s\-\u2013:)])[\s\-\u2013:)]*")
_LABELLED = re.compile(
    r"^(?P<indent>[ \t]*)(?P<bullet>(?:[-*+\u2022\u2013]|[0-9]{1,2}[.)])\s+)?(?P<label>[^:| \t][^:|]{0,89}?)\s*:(?P<value>.*)$"
)
_MARKUP = re.compile(r"[*`]+|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])")
_FIGURE = re.compile(r"[^A-Za-z0-9]{0,4}[0-9]", re.ASCII)
_LONGEST_LINE = 20_000
"""A list of participants may be long; a longer line is no field."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading's part of a report: from its own line to the line before the next heading, both counted from 1.

    ``title`` is the heading without its number; ``parents`` are the keys of the headings above it, outermost first.
    """

    level: int
    title: str
    key: str
    line: int
    last_line: int
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that reads ``label: value``, with the key of the label. Indent counts a tab as four."""

    label: str
    key: str
    value: str
    line: int
    indent: int
    bulleted: bool


def label_key(text: str) -> str:
    """Fold a label to what tells it from others: lower case, single spaces, no markup, no number sign, no colon."""
    plain = _MARKUP.sub(" ", text).replace("#", " ").replace("&amp;", "&")
    return " ".join(plain.lower().split()).rstrip(" :.")


def title_of(text: str) -> str:
    """Give a heading's text without its number: ``1.2 - Council Round Overview``."""
    return _NUMBER.sub("", text).strip()


def sections(lines: list[str]) -> list[Section]:
    """Split a report at its headings. What stands before the first one is a section of level 0 without a title."""
    found = list(headings(lines))
    result = [Section(0, "", "", 1, found[0].line - 1 if found else len(lines), ())]
    above: list[tuple[int, str]] = []
    for number, heading in enumerate(found):
        while above and above[-1][0] >= heading.level:
            above.pop()
        title = title_of(heading.text)
        key = label_key(title)
        last = found[number + 1].line - 1 if number + 1 < len(found) else len(lines)
        parents = tuple(name for _, name in above)
        result.append(Section(heading.level, title, key, heading.line, last, parents))
        above.append((heading.level, key))
    return result


def section_at(parts: list[Section], line: int) -> Section:
    """Give the section that a line stands in."""
    return parts[bisect_right(parts, line, lo=1, key=lambda part: part.line) - 1]


def section_text(part: Section, lines: list[str]) -> str:
    """Give a section's words below its heading, with spaces folded, to compare two printings."""
    return "\n".join(" ".join(line.split()) for line in lines[part.line : part.last_line] if line.strip())


def labelled(text: str, line: int) -> Labelled | None:
    """Read one line as ``label: value``; bullets and bold labels are allowed, links and addresses are not labels."""
    match = _LABELLED.match(text) if len(text) <= _LONGEST_LINE else None
    if match is None:
        return None
    label = match["label"].strip().strip("*_ ")
    if not label or "](" in label or label.lower() in ("http", "https"):
        return None
    indent = len(match["indent"].replace("\t", "    "))
    value = match["value"].strip().removeprefix("**").strip()
    return Labelled(label, label_key(label), value, line, indent, match["bullet"] is not None)


def prints_figure(line: Labelled) -> bool:
    """Say whether the value of a line begins with a number, also behind a sign: ``#17``, ``~ 5``, ``$ 3``."""
    return _FIGURE.match(line.value) is not None


def repeated_sections(parts: list[Section]) -> list[tuple[Section, Section]]:
    """Pair every section whose heading stood before under the same parents with its first printing."""
    first: dict[tuple[tuple[str, ...], int, str], Section] = {}
    pairs = []
    for part in parts[1:]:
        if not part.key:
            continue
        known = first.setdefault((part.parents, part.level, part.key), part)
        if known is not part:
            pairs.append((known, part))
    return pairs
