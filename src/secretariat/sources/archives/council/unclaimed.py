"""Lines of a council report that no reader takes where they stand: they are named.

Lines that only their own section reads come into another one where a heading is missing, misspelled, or in other words.
"""

import re
from collections.abc import Callable

from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.blocks import is_field
from secretariat.sources.archives.council.header import is_header_line
from secretariat.sources.archives.council.mint import is_mint_line, names_secretary
from secretariat.sources.archives.council.overview import counts_proposals, is_overview
from secretariat.sources.archives.council.unread import note_unread_figure
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.layout import Section, labelled, prints_figure, section_at

_PROPOSAL_KEY = re.compile(r"proposal\s+[0-9]", re.ASCII)
"""The key of a proposal's own heading, whose fields are read by ``blocks``."""

_Belongs = Callable[[list[str], int], bool]

_READ_BY_PLACE: tuple[tuple[str, Callable[[Section], bool], _Belongs], ...] = (
    ("Council Mint", lambda part: part.key.startswith("council mint"), is_mint_line),
    ("Council Roles", lambda part: part.key.startswith("council roles"), names_secretary),
    ("Proposal Overview", is_overview, counts_proposals),
)
"""Sections whose lines mean something only there: the name, which heading has it, and which lines are its own."""


def note_unclaimed(reading: Reading, lines: list[str], parts: list[Section]) -> None:
    """Report every run of such lines once for the section they stand in."""
    for name, is_own, belongs in _READ_BY_PLACE:
        found: dict[int, list[int]] = {}
        for index in range(len(lines)):
            if belongs(lines, index):
                part = section_at(parts, index + 1)
                if not is_own(part):
                    found.setdefault(part.line, []).append(index + 1)
        for numbers in found.values():
            _report(reading, name, section_at(parts, numbers[0]), lines, numbers)


def note_unread(reading: Reading, lines: list[str], parts: list[Section]) -> None:
    """Report every field with a figure in a section that no reader reads, such as the early reports' "Basic Budget"."""
    for part in parts:
        if _is_read(part):
            continue
        for number in range(part.line + 1, part.last_line + 1):
            line = labelled(lines[number - 1], number)
            known = line is None or is_header_line(line) or is_field(line.key)
            if line is not None and not known and prints_figure(line) and not _is_own_elsewhere(lines, number - 1):
                note_unread_figure(reading, line, f"section {part.key[:60]}")


def _is_read(part: Section) -> bool:
    """Say whether a section has a reader that names what it does not know."""
    owned = any(is_own(part) for _, is_own, _ in _READ_BY_PLACE)
    return owned or part.key == "council round overview" or _PROPOSAL_KEY.match(part.key) is not None


def _is_own_elsewhere(lines: list[str], index: int) -> bool:
    return any(belongs(lines, index) for _, _, belongs in _READ_BY_PLACE)


def _report(reading: Reading, name: str, part: Section, lines: list[str], numbers: list[int]) -> None:
    first, last = numbers[0], numbers[-1]
    where = f"under the heading {quoted(part.title)}" if part.title else "before any heading"
    others = "" if first == last else f", as do others down to line {last}"
    reading.problem(
        "heading-lost",
        first,
        subject=f"{name} in section {part.key[:80]}",
        what=f"The line {quoted(lines[first - 1].strip())} belongs into the section {name!r} and stands {where}{others}; "
        "there nobody reads it.",
        repair=f"Put the heading {name!r} before it and import the file again; until then its figures are unknown.",
        refused=True,
    )
