"""The duty's words, which stand apart from code in ``texts/``."""

from secretariat.desk.filling import Template
from secretariat.desk.texts import Holds, text_of

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

HOLDS: Holds = (("digest", ("line",)),)


def template(name: str) -> Template:
    """Give one of the texts."""
    return text_of(__package__ or "", NAMES, name, HOLDS)
