"""Playing a world: build it, sync it, compare, let time pass, and so on."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from secretariat.devnet.world.world import World
from tests.devnet.synced.compared import differences
from tests.devnet.synced.desk import Desk, Seen, desk


def played(source: str | Path | World, folder: Path, steps: Sequence[int]) -> Iterator[tuple[Desk, Seen]]:
    """Sync a world at its beginning and after each step of so many blocks; what is seen must be the truth."""
    with desk(source, folder) as one:
        yield one, compared(one)
        for blocks in steps:
            one.network.advance(blocks)
            yield one, compared(one)


def compared(one: Desk) -> Seen:
    """Sync, and hold everything that is seen against the truth."""
    seen = one.sync()
    assert differences(seen) == []
    assert one.network.refused == []
    unexplained = [row for row in seen.rows("checks") if row["agrees"] is False and not row["likely_cause"]]
    assert unexplained == []
    return seen


def problems(seen: Seen) -> list[str]:
    """List the kinds of problems that are open."""
    return sorted(str(row["code"]) for row in seen.rows("problems"))


def outcomes(seen: Seen, last: int) -> list[Any]:
    """List how the last elections ended, by the truth."""
    return [one["outcome"] for one in seen.truth["elections"]][-last:] if last else []
