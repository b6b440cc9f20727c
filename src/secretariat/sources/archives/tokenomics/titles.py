"""The titles of a tokenomics report's sections in all its template generations."""

import re

from secretariat.sources.archives.tokenomics.labels import is_known_group, names_role

_LEVELS = (
    (1, r"tokenomics( \+ network)? report"),
    (2, r"basic information|tokenomics|council|roles|working groups|user generated content"),
    (
        3,
        r"token generation breakdown|fiat pool|mints|tjoy inflation|elections|validator information"
        r"|membership information|media & uploads|forum activity",
    ),
)
_TITLES = tuple((level, re.compile(titles)) for level, titles in _LEVELS)
_GROUP_LEVEL = 3


def level_of(title: str, below: list[str]) -> int | None:
    """Give the level of a section's heading by its folded title; a group's only where a table or list stands below."""
    known = next((level for level, titles in _TITLES if titles.fullmatch(title)), None)
    if known is not None or not (is_known_group(title) or names_role(title)):
        return known
    return _GROUP_LEVEL if any(text.lstrip().startswith("|") for text in below) else None
