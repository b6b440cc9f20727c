"""Lines of a council report that only the section they belong to reads, and that stand in another one: they are named.

So does what stood below a heading that is missing, misspelled, or that somebody wrote in other words.
"""

from collections.abc import Callable

from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.mint import is_mint_line, names_secretary
from secretariat.sources.archives.council.overview import counts_proposals, is_overview
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.layout import Section, section_at

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
