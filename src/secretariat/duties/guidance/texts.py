"""The duty's words, which stand apart from code in ``texts/``; those about a type have its name."""

from secretariat.desk.filling import Template
from secretariat.desk.texts import text_of
from secretariat.facts.proposal_types import PROPOSAL_TYPES

NAMES: tuple[str, ...] = (
    "about-lost",
    "about-stake",
    "about-time",
    "about-votes",
    "bulletin",
    "councils-one",
    "councils-several",
    "runtime",
    *(f"type-{one.name}" for one in PROPOSAL_TYPES),
)


def template(name: str) -> Template:
    """Give one of the texts."""
    return text_of(__package__ or "", NAMES, name)
