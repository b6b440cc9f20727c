"""The duty's words, which stand apart from code in ``texts/``."""

from secretariat.desk.filling import Template
from secretariat.desk.texts import text_of

NAMES: tuple[str, ...] = (
    "age",
    "budget",
    "budget-group",
    "council-change",
    "digest",
    "line",
    "lost",
    "open",
    "reminder",
)


def template(name: str) -> Template:
    """Give one of the texts."""
    return text_of(__package__ or "", NAMES, name)
