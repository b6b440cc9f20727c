"""The duty's words, which stand apart from code in ``texts/``."""

from dataclasses import replace
from functools import cache
from importlib.resources import files

from secretariat.desk.filling import Template

NAMES: tuple[str, ...] = (
    "age",
    "announcing",
    "arrivals",
    "benefits",
    "candidates",
    "checklist",
    "elected",
    "failed",
    "introductions",
    "late-withdrawal",
    "low-candidacy",
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


@cache
def template(name: str) -> Template:
    """Give one of the texts, which are part of the program; a place named like another text is filled with that one."""
    text = files(__package__).joinpath("texts", f"{name}.md").read_text(encoding="utf-8")
    own = Template(name=f"elections/{name}", text=text)
    parts = sorted(place.replace("_", "-") for place in own.places)
    return replace(own, parts=tuple(template(part) for part in parts if part in NAMES))
