"""The duty's words, which stand apart from code in ``texts/``."""

from secretariat.desk.filling import Template
from secretariat.desk.texts import Holds, text_of

NAMES: tuple[str, ...] = (
    "age",
    "all-void",
    "announcing",
    "arrivals",
    "benefits",
    "benefits-heading",
    "candidates",
    "checklist",
    "earlier-announcing",
    "earlier-failed",
    "earlier-reveal",
    "elected",
    "failed",
    "introductions",
    "late-withdrawal",
    "low-candidacy",
    "nobody-stood",
    "order",
    "questions",
    "reminder-revealing",
    "reminder-voting",
    "revealing",
    "stakes-of-both",
    "stakes-of-candidacies",
    "thin-stake",
    "too-few-yet",
    "uncontested",
    "uncontested-voting",
    "unrevealed",
    "votes-for-each",
    "votes-to-spare",
    "voting",
    "why-announcing",
    "why-reveal",
)

HOLDS: Holds = (("failed", ("earlier-announcing", "earlier-failed", "earlier-reveal")),)


def template(name: str) -> Template:
    """Give one of the texts."""
    return text_of(__package__ or "", NAMES, name, HOLDS)
