"""Headlines: up to when figures reach, and the first row of a marked view as labelled key figures."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.facts.perspectives import Perspective
from secretariat.facts.tables import Built, Heading, Value
from secretariat.formats.chart_data import words

_SOURCE = "source"


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyFigure:
    """One figure with its column and the words before it; None where it is not known."""

    label: str
    heading: Heading
    value: Value


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyFigures:
    """The key figures of one view and where they come from."""

    view: str
    title: str
    description: str
    figures: tuple[KeyFigure, ...]
    source: str


def key_figures(perspectives: Iterable[Perspective]) -> tuple[KeyFigures, ...]:
    """Take the first row of every headline view that has one; its column ``source`` names where it comes from."""
    found = []
    for perspective in perspectives:
        built = perspective.built
        if not perspective.view.headline or not built.rows:
            continue
        pairs = list(zip(built.headings, built.rows[0], strict=True))
        found.append(
            KeyFigures(
                view=built.name,
                title=built.title,
                description=built.description,
                figures=tuple(
                    KeyFigure(label=label(heading), heading=heading, value=value)
                    for heading, value in pairs
                    if heading.name != _SOURCE
                ),
                source=next((str(value) for heading, value in pairs if heading.name == _SOURCE and value), ""),
            )
        )
    return tuple(found)


def label(heading: Heading) -> str:
    """Name a column in words, with its unit where a number needs one."""
    name, unit = words(heading.name), heading.unit
    plain = unit.type in ("text", "boolean") or unit.name in ("count", "number") or unit.name in name.split()
    return name if plain else f"{name} ({unit.name})"


def as_of_line(builts: Iterable[Built]) -> str:
    """Say up to when the newest figures reach."""
    newest = max((built.as_of for built in builts if built.as_of is not None), default=None)
    shown = newest.replace("T", " ").removesuffix("Z") if newest else ""
    return f"Figures up to {shown} UTC." if newest else "No figure says up to when it reaches."
