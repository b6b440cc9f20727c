"""How a template of a report is told from a report: by the places it leaves to be filled in."""

import re

_PLACEHOLDERS = re.compile(
    r"DD/MM/YYYY|MM/DD/YYYY|\{[A-Za-z][A-Za-z0-9]*\}|#\s*XX?\b|:\s*XX\b|\[(number|block|block hash|link|LeadName)\](?!\()",
    re.IGNORECASE,
)
_ENOUGH = 2


def has_placeholders(text: str) -> bool:
    """Say whether a text is a form to fill in; one stray placeholder may be left in a real report."""
    return len({match.start() for match in _PLACEHOLDERS.finditer(text)}) >= _ENOUGH
