"""The titles of a council report's sections in all its template variants."""

import re

from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.blocks import is_field
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.layout import Section, labelled

_LEVELS = (
    (1, r".{0,60}council.{0,60}performance review and minutes"),
    (2, r"basic information|minutes|review|obligations|report changelog"),
    (
        3,
        r"introduction|council round overview|council members( & vote participation)?|council roles"
        r"|council mint( & budget status)?|proposal overview|basic budget|proposal breakdown|proposals created"
        r"|community repo pull requests( & issues)?|select(ed)? (threads & )?events|working group spotchecks"
        r"|workflow, performance, challenge[sd] & (thinking|thoughts)|(current )?documents / processes|documents wip"
        r"|regular payments / proposals|bounties",
    ),
)
_TITLES = tuple((level, re.compile(titles)) for level, titles in _LEVELS)
_PROPOSAL = re.compile(r"proposal `?[0-9]{1,9}`?(\s*[-\u2013:].*)?", re.ASCII)
_PROPOSAL_LEVEL = 4

_EARLIEST = "proposals created"
"""The section in which the first reports listed their proposals; they had no members and no overview."""


def level_of(title: str, below: list[str]) -> int | None:
    """Give the level of a section's heading by its folded title; a proposal's only where its fields stand below."""
    if _PROPOSAL.fullmatch(title):
        given = (labelled(text, 1) for text in below if text.strip())
        return _PROPOSAL_LEVEL if any(line is not None and is_field(line.key) for line in given) else None
    return next((level for level, titles in _TITLES if titles.fullmatch(title)), None)


def note_missing(reading: Reading, parts: list[Section], section: str, without: str) -> None:
    """Report that a section has no heading, so that nothing of it is read; the earliest reports were without it."""
    if any(part.key.startswith((section, _EARLIEST)) for part in parts):
        return
    reading.problem(
        "heading-lost",
        1,
        subject=f"no section {section}",
        what=f"The report has no section {quoted(section.capitalize())}, as such reports have: {without}",
        repair="Write its heading as in the other reports and import the file again; until then it is unknown.",
    )
