"""Worlds with unlikely sequences, synced by the product on the way: what it says is what was true."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from secretariat.devnet.network import Network
from secretariat.devnet.world.build import build
from tests.devnet.synced.desk import Seen, desk
from tests.devnet.synced.elections import kept
from tests.devnet.synced.playing import compared, outcomes, played, problems

WORLDS = Path(__file__).parent / "worlds"

STEPS = {
    "three-failures": (90_000, 90_000, 210_000, 205_000),
    "again-after-withdrawal": (10_000, 76_400, 60_000, 70_000),
    "ties": (90_000, 115_000),
    "nobody": (90_000, 210_000, 210_000),
    "two-councils": (12_500, 75_000, 10_000),
    "one-block": (8_990, 20, 2_000),
    "veto": (1_000, 2_500),
    "two-requests": (2_000,),
    "leads": (2_000, 300_000),
    "unpaid": (25_000, 20_000, 290_000),
    "upgrade": (20_000, 60_000, 200_000),
    "crowded": (30_050, 2_000, 60_000),
}
"""Blocks between one sync and the next, by world file."""

PROBLEMS = {
    ("again-after-withdrawal", 1): ["candidates-contradiction"],
    ("two-councils", 2): ["spec-changed"],
    ("two-councils", 3): ["spec-changed"],
    ("upgrade", 1): ["spec-changed"],
    ("upgrade", 2): ["spec-changed"],
}
ENDED: Mapping[str, list[Any]] = {
    "three-failures": ["too-few-candidates", "too-few-candidates", "too-few-revealed", "elected"],
    "again-after-withdrawal": ["elected"],
    "nobody": ["too-few-candidates", "too-few-revealed", "too-few-revealed", "running"],
    "upgrade": ["elected", *["too-few-candidates"] * 3, "running"],
}
PROPOSED = {
    "two-councils": {
        "A smaller increment": ("executed", ["approved", "approved"]),
        "A new runtime": ("executed", ["approved", "approved"]),
        "Another reward": ("rejected", ["approved", "rejected"]),
        "More validators": ("rejected", ["council-change"]),
        "Cancelled by the runtime": ("canceled-by-runtime", ["canceled"]),
    },
    "one-block": {
        "Signal at E - 2": ("executed", ["approved"]),
        "Signal at E - 1": ("rejected", ["council-change"]),
        "Smallest sums": ("executed", ["approved"]),
        "Slashed at E - 2": ("slashed", ["slashed"]),
        "Slashed at E - 1": ("rejected", ["council-change"]),
        "Nobody votes": ("rejected", ["council-change"]),
    },
    "veto": {
        "Vetoed in grace": ("vetoed", ["approved"]),
        "Too late": ("execution-failed", ["approved"]),
        "Taken back": ("canceled", ["canceled"]),
        "Cannot be taken back": ("rejected", ["rejected"]),
    },
    "two-requests": {
        "The first": ("executed", ["approved"]),
        "One unit too much": ("execution-failed", ["approved"]),
        "All the rest": ("executed", ["approved"]),
    },
    "crowded": {
        "Request 4": ("rejected", ["rejected"]),
        "Request 5": ("expired", ["expired"]),
        "Request 10": ("executed", ["approved"]),
        "Request 11": ("expired", ["expired"]),
    },
}
"""What the files say that they play: how the last elections ended, and what became of some proposals."""


@pytest.mark.parametrize("name", STEPS)
def test_what_the_desk_says_is_what_was_true(name: str, tmp_path: Path) -> None:
    for step, (_, seen) in enumerate(played(WORLDS / f"{name}.json", tmp_path, STEPS[name])):
        assert problems(seen) == PROBLEMS.get((name, step), [])
    ended = ENDED.get(name, [])
    assert outcomes(seen, len(ended)) == ended
    made = {one["title"]: (one["status"], [each["ended"] for each in one["rounds"]]) for one in seen.truth["proposals"]}
    expected = PROPOSED.get(name, {})
    assert {title: made[title] for title in expected} == expected


def test_every_world_file_is_played() -> None:
    assert {path.stem for path in WORLDS.iterdir()} == set(STEPS)


def test_of_equal_stakes_the_one_that_came_last_is_not_seated(tmp_path: Path) -> None:
    network = Network(build(WORLDS / "ties.json"))
    network.advance(205_000)
    (tied,) = (one for one in network.truth()["elections"] if one["cycle"] == 5)
    assert {one["vote_stake"] for one in tied["candidacies"]} == {str(1_000 * 10**10)}
    revealed = sorted((vote["revealed"], vote["for"]) for vote in tied["votes"].values())
    assert tied["winners"] == [member for _, member in revealed[:3]]


def test_the_truth_says_of_how_many_too_few_stood_after_an_upgrade() -> None:
    network = Network(build(WORLDS / "upgrade.json"))
    network.advance(190_000)
    whys = [one["why"] for one in network.truth()["elections"][-3:-1]]
    assert whys == ["3 with the most revealed stake", "3 of 4 stood when announcing ended"]


LONG = 10_000


def long_texts(folder: Path) -> Path:
    """Write a world in which everything that has no bound is 10,000 letters long."""
    begins = {"stage": "announcing", "cycle": 5}
    acts: list[tuple[str, str, dict[str, Any]]] = [
        ("vera", "create_thread", {"category": 3, "title": "é" * LONG, "text": "Wie? " * 2_000, "tags": ["x" * LONG]}),
        ("vera", "post", {"thread": "made-0", "text": "𝔘" * LONG}),
        ("edda", "post", {"thread": "made-0", "text": "\n" * LONG, "replies_to": "made-1"}),
        ("vera", "propose", {"pays": {"vera": "1 JOY"}, "title": "\u200b" * 13, "description": "é" * 1_500}),
        ("councilor-1", "vote", {"proposal": "made-3", "vote": "Reject", "rationale": "Nein. " * 2_000}),
        ("vera", "discuss", {"proposal": "made-3", "text": "|" * LONG}),
        ("vera", "announce", {}),
    ]
    told = {
        "world": 1,
        "title": "Long texts",
        "start": {**begins, "begins": 31_000},
        "settings": {"quiet_cycles": [5], "candidacies_by_hand": [5]},
        "members": [{"name": "vera", "handle": "v" * LONG, "joins": 20_000}],
        "acts": [
            {
                "block": {**begins, "begins": 30_000 + place},
                "actor": actor,
                "act": act,
                "arguments": arguments | ({"votes": "by-hand"} if act == "propose" else {}),
                "label": f"made-{place}",
            }
            for place, (actor, act, arguments) in enumerate(acts)
        ],
    }
    path = folder / "long-texts.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_long_texts(tmp_path: Path) -> None:
    seen: Seen
    with desk(long_texts(tmp_path), tmp_path) as one:
        seen = compared(one)
    assert kept("é" * LONG) in {row["title"] for row in seen.rows("forum-threads")}
    assert kept("v" * LONG) in {row["handle"] for row in seen.rows("candidates")}


def test_a_world_that_begins_at_block_1_is_synced_from_there(tmp_path: Path) -> None:
    path = tmp_path / "first.json"
    path.write_text(json.dumps({"world": 1, "title": "From the first block", "start": 1}))
    with desk(path, tmp_path) as one:
        first = one.sync()
        assert (first.final, first.height) == (1, 0)
        for blocks in (20, 100_000):
            one.network.advance(blocks)
            compared(one)
