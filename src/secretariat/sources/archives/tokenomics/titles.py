"""The titles of a tokenomics report's sections in all its template generations."""

from dataclasses import replace

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.close_words import close_to
from secretariat.sources.archives.reports.layout import Section
from secretariat.sources.archives.tokenomics.labels import close_group, is_known_group, names_role

TITLES = {
    "tokenomics + network report": 1,
    "tokenomics report": 1,
    "basic information": 2,
    "tokenomics": 2,
    "council": 2,
    "roles": 2,
    "working groups": 2,
    "user generated content": 2,
    "token generation breakdown": 3,
    "fiat pool": 3,
    "mints": 3,
    "tjoy inflation": 3,
    "elections": 3,
    "validator information": 3,
    "membership information": 3,
    "media & uploads": 3,
    "forum activity": 3,
}
"""Every folded title without its number, with the level of its heading; those of working groups are not among them."""

_GROUP_LEVEL = 3
_SHORTEST_TITLE = 5
"""A heading is one of few, so that also a short one can be told from the others."""


def level_of(title: str, below: list[str]) -> int | None:
    """Give the level of a section's heading by its folded title; a group's only where a table or list stands below."""
    known = TITLES.get(title)
    if known is not None or not (is_known_group(title) or names_role(title) or close_group(title)):
        return known
    return _GROUP_LEVEL if any(text.lstrip().startswith("|") for text in below) else None


def with_known_titles(reading: Reading, parts: list[Section]) -> list[Section]:
    """Give the sections under the titles that misspelled headings stand for, and report each of these.

    A working group's heading stays as it is printed: the group itself is told by ``section_group``.
    """
    read_as: dict[str, str] = {}
    present = {part.key for part in parts}
    for part in parts:
        title = _meant(part.key)
        if title is not None and title not in present and part.key not in read_as:
            read_as[part.key] = title
            _note(reading, part, title)
    return [
        replace(
            part,
            key=read_as.get(part.key, part.key),
            parents=tuple(read_as.get(parent, parent) for parent in part.parents),
        )
        for part in parts
    ]


def _meant(key: str) -> str | None:
    if not key or key in TITLES or is_known_group(key):
        return None
    found = close_to(key, TITLES, _SHORTEST_TITLE)
    return found[0] if len(found) == 1 else None


def _note(reading: Reading, part: Section, title: str) -> None:
    reading.problem(
        "label-drift",
        part.line,
        subject=f"heading {part.key}",
        what=f"The heading {quoted(part.title)} is a misspelling of {title!r} and of no other heading.",
        repair=f"Read as {title!r}.",
        applied=True,
    )
