"""The duty's words, which stand apart from code in ``texts/``."""

from secretariat.desk.filling import Template
from secretariat.desk.texts import text_of

NAMES: tuple[str, ...] = (
    "age",
    "agenda-entry",
    "call",
    "call-thread",
    "deadline",
    "eligibility",
    "feedback",
    "feedback-open",
    "handover",
    "incident",
    "nobody",
    "order",
    "signal",
    "summaries",
    "summaries-ahead",
    "summaries-open",
    "summaries-reminder",
    "willing",
)


def template(name: str) -> Template:
    """Give one of the texts."""
    return text_of(__package__ or "", NAMES, name)
