"""What every event row tells: its block and its moment."""

from collections.abc import Mapping
from typing import Any

from secretariat.sources.query_node.shapes import Field, Shape
from secretariat.sources.query_node.values import moment, whole

PLACE = (Field("inBlock", "block", whole, places=True), Field("createdAt", "at", moment))
CREATED_AT = Field("createdAt", "created_at", moment)
CREATED_BLOCK = Field("createdInEvent.inBlock", "created_block", whole)


def event(fact: type, name: str | None, *fields: Field) -> Shape:
    """Make the shape of an event; ``name`` is what the fact calls it, where one kind has several."""
    fixed: Mapping[str, Any] = {} if name is None else {"event": name}
    return Shape(fact=fact, fixed=fixed, fields=(*PLACE, *fields))


def ended(path: str) -> tuple[Field, Field]:
    """Read block and moment of the event that ended something, in the members of a union that have it."""
    return (
        Field(f"{path}.inBlock", "ended_block", whole, optional=True, partial=True),
        Field(f"{path}.createdAt", "ended_at", moment, optional=True, partial=True),
    )
