"""Blocks as world files write them: a number, or so many blocks from a stage or from what another act made."""

from dataclasses import dataclass
from typing import Any

STAGES = ("announcing", "voting", "revealing", "idle")


@dataclass(frozen=True, kw_only=True)
class When:
    """A block. Either ``block``; or ``offset`` from the beginning or the end of a stage; or from the act ``label``.

    A stage that comes more than once in a cycle number does not exist: a restart has a number of its own.
    """

    block: int | None = None
    stage: str | None = None
    cycle: int | None = None
    ends: bool = False
    label: str | None = None
    offset: int = 0

    def told(self) -> str:
        """Say it in words, for errors."""
        if self.block is not None:
            return f"block {self.block}"
        if self.label is not None:
            return f"{self.offset} blocks after {self.label!r}"
        edge = "end" if self.ends else "beginning"
        return f"{self.offset:+} blocks from the {edge} of {self.stage} in cycle {self.cycle}"


def when_of(value: Any) -> When:
    """Read a block of a world file that fits the schema."""
    if isinstance(value, int):
        return When(block=value)
    if "after" in value:
        return When(label=value["after"], offset=value.get("blocks", 1))
    ends = "ends" in value
    offset = value["ends"] if ends else value["begins"]
    return When(stage=value["stage"], cycle=value["cycle"], ends=ends, offset=offset)
