"""What the desk itself holds when the office is handed over: items that may have arrived, yeses given ahead, and secrets by name."""

from dataclasses import dataclass
from typing import ClassVar, Literal

DESK = "desk"
"""The format of a fact that the desk's own store or settings hold."""

What = Literal["unconfirmed", "standing", "secret"]


@dataclass(frozen=True, kw_only=True, slots=True)
class AtDesk:
    """One such thing: the name it is asked for by, and what it is. Of a secret the name alone, never the value.

    ``until`` is the last block at which a yes given ahead holds.
    """

    KIND: ClassVar[str] = "at-desk"

    what: What
    name: str
    says: str
    until: int | None = None
