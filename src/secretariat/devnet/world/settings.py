"""What a world is like: the settings of a world file, or those that its size brings along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.world.sizes import SMALL, Size
from secretariat.devnet.world.when import When

if TYPE_CHECKING:
    from secretariat.devnet.world.scripted import Act


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How a world lives. Amounts in base units, lags in blocks.

    Cycles are election cycles' numbers: ``candidacies_by_hand`` and ``votes_by_hand`` are those in which only
    the world file's acts stand, or vote and reveal; ``quiet_cycles`` those in which nobody proposes by habit, ``failed_announcing`` those in which too few
    stand, ``failed_reveal`` those in which too few reveal. ``constants`` take the place of the runtime's. Without a
    ``first_spec`` a world whose first councils had short terms begins with 2001, and others with 2004.
    """

    title: str = "A practice world"
    size: Size = SMALL
    seed: int = 1
    council_budget: int = 4_000_000 * JOY
    budget_increment: int = 22_000 * 166_666_666_666
    councilor_reward: int = 10_000 * 166_666_666_666 // 432_000
    worker_reward: int = 44 * JOY // 100
    candidates: tuple[int, int] = (4, 7)
    proposals: bool = True
    forum: bool = True
    groups: bool = True
    candidacies_by_hand: frozenset[int] = frozenset()
    votes_by_hand: frozenset[int] = frozenset()
    quiet_cycles: frozenset[int] = frozenset()
    failed_announcing: frozenset[int] = frozenset()
    failed_reveal: frozenset[int] = frozenset()
    finality_lag: int = 3
    query_node_lag: int = 2
    first_spec: int | None = None
    start: When | None = None
    acts: tuple["Act", ...] = ()
    constants: Mapping[str, Any] = field(default_factory=dict)

    @property
    def first_runtime(self) -> int:
        """Give the spec version that the chain begins with."""
        return self.first_spec or (2001 if self.size.short_cycles else 2004)
