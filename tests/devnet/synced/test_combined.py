"""Worlds that combine rules, synced by the product on the way, and held against what the rules' text says of them.

Blocks and outcomes here are reckoned from the periods and rules of the production runtime alone; nothing of them is asked of
the network.
"""

from pathlib import Path
from typing import Any

import pytest

from secretariat.devnet.network import Network
from secretariat.devnet.world.build import build
from tests.devnet.synced.playing import played, problems

WORLDS = Path(__file__).parent / "combined"
JOY = 10**10

ANNOUNCING, VOTING, REVEALING, IDLE = 86_400, 57_600, 57_600, 201_600
FIFTH = 1 + 4 * (ANNOUNCING + VOTING + REVEALING + IDLE)
"""The first announcing begins in block 1; four councils were elected without a failure: here the fifth cycle begins."""

E = FIFTH + ANNOUNCING + VOTING + REVEALING
"""The block in which the fifth election is decided."""

GRACE = 1_200
AMENDED, AMENDING = 14_400, 72_200
"""Grace and voting period of an amendment."""

STEPS = {
    "twice-too-few": (85_910, 86_400, 203_000),
    "nobody-votes": (115_101, 202_900),
    "half-paid": (411, 14_400, 15_701),
    "upgrades-at-edges": (1_010, 20_010, 37_010),
    "replaced-change": (100, 23, 115_200),
    "late-over-changes": (200, 300, 57_300, 1_100),
    "constitution": (117_500, 75_500),
    "over-the-election": (57_540, 1_320),
}
"""Blocks between one sync and the next, by world file."""

PROBLEMS = {
    ("upgrades-at-edges", 1): ["spec-changed"],
    ("upgrades-at-edges", 2): ["spec-changed"] * 2,
    ("upgrades-at-edges", 3): ["spec-changed"] * 2,
}

ELECTIONS: dict[str, list[tuple[Any, ...]]] = {
    "twice-too-few": [
        (5, "too-few-candidates", FIFTH, None, None, FIFTH + ANNOUNCING),
        (6, "too-few-candidates", FIFTH + ANNOUNCING, None, None, FIFTH + 2 * ANNOUNCING),
        (
            7,
            "elected",
            FIFTH + 2 * ANNOUNCING,
            FIFTH + 3 * ANNOUNCING,
            FIFTH + 3 * ANNOUNCING + VOTING,
            E + 2 * ANNOUNCING,
        ),
    ],
    "nobody-votes": [
        (5, "too-few-revealed", FIFTH, FIFTH + ANNOUNCING, E - REVEALING, E),
        (6, "elected", E, E + ANNOUNCING, E + ANNOUNCING + VOTING, E + ANNOUNCING + VOTING + REVEALING),
    ],
    "upgrades-at-edges": [
        (5, "elected", FIFTH, FIFTH + ANNOUNCING, E - REVEALING, E - REVEALING + 20_000),
        (6, "running", E - REVEALING + 50_000, E - REVEALING + 57_000, None, None),
    ],
    "replaced-change": [(5, "elected", FIFTH, FIFTH + ANNOUNCING, E - REVEALING, E)],
    "late-over-changes": [(5, "running", FIFTH, FIFTH + ANNOUNCING, E - REVEALING, None)],
}
"""How the last elections went: cycle, outcome, and the blocks in which each stage began and the cycle ended."""

PROPOSED: dict[str, dict[str, tuple[Any, ...]]] = {
    "twice-too-few": {
        "Decided at E - 2": ("executed", E + 2 * ANNOUNCING - 1 + GRACE, ("approved", E + 2 * ANNOUNCING - 1)),
        "Decided at E - 1": ("rejected", None, ("council-change", E + 2 * ANNOUNCING)),
    },
    "nobody-votes": {
        "Saved by the failure": ("executed", E + GRACE, ("approved", E)),
        "Nobody looks at it": ("expired", None, ("expired", E - 100 + 43_200)),
    },
    "half-paid": {
        "One unit more than there is": ("execution-failed", E - 403_200 + 30_001 + GRACE, ("approved", E - 373_199)),
        "All that there is": ("executed", E - 403_200 + 30_002 + GRACE, ("approved", E - 373_198)),
        "One unit of nothing": ("execution-failed", E - 403_200 + 30_003 + GRACE, ("approved", E - 373_197)),
    },
    "late-over-changes": {"Not seen for a while": ("rejected", None, ("rejected", FIFTH + ANNOUNCING + 21))},
    "constitution": {
        "A alone": ("expired", None, ("expired", FIFTH + ANNOUNCING + 200 + AMENDING)),
        "S alone": ("expired", None, ("expired", FIFTH + ANNOUNCING + 201 + AMENDING)),
        "SS": ("slashed", None, ("slashed", E - REVEALING + 2_101)),
        "SA": ("rejected", None, ("rejected", E - REVEALING + 2_101)),
        "R": ("rejected", None, ("rejected", E - REVEALING + 2_001)),
        "AAR": ("rejected", None, ("rejected", E - REVEALING + 2_201)),
        "AAA then AAA": ("executed", E + 1_201 + AMENDED, ("approved", E - REVEALING + 2_201), ("approved", E + 1_201)),
        "AAA then R": ("rejected", None, ("approved", E - REVEALING + 2_201), ("rejected", E + 1_001)),
        "AAA then SS": ("slashed", None, ("approved", E - REVEALING + 2_201), ("slashed", E + 1_101)),
        "AAA then SA": ("rejected", None, ("approved", E - REVEALING + 2_201), ("rejected", E + 1_101)),
        "AAA then nothing": ("expired", None, ("approved", E - REVEALING + 2_201), ("expired", E + AMENDING)),
    },
    "over-the-election": {
        "In an exact block": ("executed", E + 1, ("approved", E - REVEALING + 401)),
        "Survives in its grace": ("executed", E - 1 + GRACE, ("approved", E - 1)),
        "Vetoed by the next council": ("vetoed", None, ("approved", E - 1)),
        "All three at E - 2": ("executed", E - 1 + GRACE, ("approved", E - 1)),
        "Stop the other": ("executed", E + 21, ("approved", E + 21)),
    },
}
"""What became of proposals: status, block of execution, and how and in which block each round of votes was closed."""


@pytest.mark.parametrize("name", STEPS)
def test_the_desk_says_what_was_true_and_the_truth_is_what_the_rules_say(name: str, tmp_path: Path) -> None:
    for step, (_, seen) in enumerate(played(WORLDS / f"{name}.json", tmp_path, STEPS[name])):
        assert problems(seen) == PROBLEMS.get((name, step), [])
    stages = ("cycle", "outcome", "announcing_from", "voting_from", "revealing_from", "ended")
    held = [tuple(one[stage] for stage in stages) for one in seen.truth["elections"]]
    expected = ELECTIONS.get(name, [])
    assert held[len(held) - len(expected) :] == expected
    made = {
        one["title"]: (one["status"], one["executed"], *((each["ended"], each["closed"]) for each in one["rounds"]))
        for one in seen.truth["proposals"]
    }
    proposed = PROPOSED.get(name, {})
    assert {title: made[title] for title in proposed} == proposed


def test_every_world_file_is_played() -> None:
    assert {path.stem for path in WORLDS.iterdir()} == set(STEPS)


def after(name: str, blocks: int) -> Network:
    network = Network(build(WORLDS / f"{name}.json"))
    network.advance(blocks)
    return network


def test_of_three_equal_stakes_the_last_revealed_is_not_seated_and_who_announced_in_the_restart_stands_anew() -> None:
    truth = after("twice-too-few", 374_000).truth()
    fifth, sixth, seventh = (
        {one["handle"].split("_")[0]: one for one in each["candidacies"]} for each in truth["elections"][-3:]
    )
    assert {name: one["withdrawn"] for name, one in fifth.items()} == {
        "edda": None, "hugo": None, "jaro": FIFTH + ANNOUNCING - 1
    }  # fmt: skip
    assert sixth["kira"]["announced"] == FIFTH + ANNOUNCING
    assert sixth["mira"]["withdrawn"] == FIFTH + 2 * ANNOUNCING - 1
    stakes = {name: (int(one["vote_stake"]) // JOY, one["elected"]) for name, one in seventh.items()}
    assert stakes == {"yara": (1_000, True), "nils": (500, True), "edda": (500, True), "mira": (500, False)}
    assert [seat["handle"].split("_")[0] for seat in truth["councils"][-1]["members"]] == ["yara", "nils", "edda"]
    assert "yara" in {seat["handle"].split("_")[0] for seat in truth["councils"][-2]["members"]}


def test_rewards_are_paid_in_the_order_of_the_seats_as_far_as_the_budget_goes() -> None:
    network = Network(build(WORLDS / "half-paid.json"))
    owed = 10_000 * 166_666_666_666 // 432_000 * 14_400  # 10,000 dollars in 30 days, by the block
    budget = 10_000 * JOY + 1 + 100 * JOY
    for blocks, paid, rest in (
        (411, [owed, budget - owed, 0], 0),
        (14_400, [owed + 100 * JOY, budget - owed, 0], 0),
        (2_800, [owed + 100 * JOY, budget - owed, 0], 0),
    ):
        network.advance(blocks)
        truth = network.truth()
        assert [int(seat["rewards_paid"]) for seat in truth["councils"][-1]["members"]] == paid
        assert int(truth["budgets"]["council"]["budget"]) == rest


def test_a_withdrawal_of_the_last_block_that_is_replaced_comes_too_late() -> None:
    network = after("replaced-change", 101)
    assert network.state()["stage"] == "announcing"
    assert [one["outcome"] for one in network.truth()["elections"][-2:]] == ["too-few-candidates", "running"]
    network.advance(1)
    assert network.state()["stage"] == "voting"
    network.advance(4)
    withdrawal = network.truth()["acts"][-1]
    assert (withdrawal["block"], withdrawal["error"]) == (FIFTH + ANNOUNCING + 3, "Council.CantWithdrawCandidacyNow")
    assert network.refused == []
