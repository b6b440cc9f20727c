"""Elections that are to fail do so whatever the size of the council; a world in which one cannot is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from secretariat.devnet.truth import truth
from secretariat.devnet.world.build import build
from secretariat.devnet.world.files import WorldFileError
from secretariat.devnet.world.world import World

SIZES = [(size, extra) for size in range(1, 6) for extra in (0, 1)]


def played(folder: Path, size: int, extra: int = 0, **other: Any) -> World:
    """Play a world file whose fourth election has just ended, or whose fourth announcing has."""
    settings = {
        "constants": {"Council.CouncilSize": size, "Council.MinNumberOfExtraCandidates": extra},
        "candidates": [size + extra, size + extra + 2],
        **other.pop("settings", {}),
    }
    file = folder / "world.json"
    start = {"stage": "announcing", "cycle": 4, "begins": 100}
    file.write_text(json.dumps({"world": 1, "title": "T", "start": start, "settings": settings, **other}), "utf-8")
    return build(file)


def election(world: World, cycle: int) -> dict[str, Any]:
    (found,) = (one for one in truth(world.chain)["elections"] if one["cycle"] == cycle)
    return dict(found)


@pytest.mark.parametrize(("size", "extra"), SIZES)
def test_too_few_stand_and_too_few_reveal_in_a_council_of_every_size(size: int, extra: int, tmp_path: Path) -> None:
    world = played(tmp_path, size, extra, settings={"failed_announcing": [2], "failed_reveal": [3]})
    assert election(world, 1)["outcome"] == "elected"
    stood, revealed = min(2, size + extra - 1), min(2, size - 1)
    announcing, reveal = election(world, 2), election(world, 3)
    assert (announcing["outcome"], announcing["why"]) == (
        "too-few-candidates",
        f"{stood} of {size + extra} stood when announcing ended",
    )
    assert (reveal["outcome"], reveal["why"]) == ("too-few-revealed", f"{revealed} of {size} had a revealed vote")
    assert truth(world.chain)["councils"][-1]["number"] == 1


STANDS = [
    {"block": {"stage": "announcing", "cycle": 2, "begins": 500 + place}, "actor": actor, "act": "announce"}
    for place, actor in enumerate(("dario", "edda", "hugo"))
]


@pytest.mark.parametrize(
    ("size", "settings", "acts", "words"),
    [
        (2, {"failed_announcing": [2], "candidacies_by_hand": [2]}, [], "cycle 2 is in candidacies_by_hand too"),
        (2, {"failed_reveal": [3], "votes_by_hand": [3]}, [], "cycle 3 is in votes_by_hand too"),
        (2, {"failed_reveal": [3], "failed_announcing": [3]}, [], "cycle 3 is in failed_announcing too"),
        (3, {"failed_reveal": [3], "candidacies_by_hand": [3]}, [], "cycle 3 came to no vote, for fewer stood"),
        (1, {"failed_announcing": [2]}, STANDS, "stood in cycle 2, and 1 are enough"),
    ],
)
def test_a_world_in_which_an_election_cannot_fail_so_is_refused(
    size: int, settings: dict[str, Any], acts: list[Any], words: str, tmp_path: Path
) -> None:
    with pytest.raises(WorldFileError, match=words):
        played(tmp_path, size, settings=settings, acts=acts)
