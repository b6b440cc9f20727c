"""Every named scenario, synced by the product as it begins and as time passes: what it says is what was true."""

from pathlib import Path

import pytest

from secretariat.devnet.world.files import SCENARIOS
from tests.devnet.synced.desk import desk
from tests.devnet.synced.playing import compared, played, problems

STEPS = {
    "ordinary-term": (500_000,),
    "low-candidacy": (11_998, 40, 120_000),
    "failed-announcing": (500_000,),
    "failed-reveal": (500_000,),
    "proposal-lost-to-new-council": (21_599, 10, 4_000),
    "budget-runs-out": (9_000, 60_000),
    "validator-outage": (14_400,),
    "spec-upgrade": (2_000, 500_000),
    "hostile-texts": (60_000,),
    "growth-burst": (9_000,),
    "demo": (12_200,),
}
"""Blocks between one sync and the next, by scenario; the others have tests of their own below."""

PROBLEMS = {
    ("demo", 0): ["candidates-contradiction"],
    ("low-candidacy", 0): ["candidates-contradiction"],
    ("low-candidacy", 1): ["candidates-contradiction"],
    ("spec-upgrade", 1): ["spec-changed"],
}
"""The problems that are true, by scenario and step: in all other steps there are none."""


@pytest.mark.parametrize("name", STEPS)
def test_what_the_desk_says_is_what_was_true(name: str, tmp_path: Path) -> None:
    for step, (_, seen) in enumerate(played(name, tmp_path, STEPS[name])):
        assert problems(seen) == PROBLEMS.get((name, step), [])


def test_a_late_withdrawal_is_told_as_the_cause_of_what_the_query_node_counts(tmp_path: Path) -> None:
    with desk("late-withdrawal", tmp_path) as one:
        one.network.advance(900)
        seen = compared(one)
        (problem,) = (row["what"] for row in seen.rows("problems"))
        assert "2 in chain/compared-state" in problem
        assert "but 3 in query-node/stage-updates" in problem
        assert "1 withdrew, and the query node does not take withdrawn candidacies off" in problem
        one.network.advance(2_000)
        assert problems(compared(one)) == []


def test_a_query_node_that_stands_still_is_told_and_its_facts_are_those_of_its_height(tmp_path: Path) -> None:
    with desk("stale-query-node", tmp_path) as one:
        stood = one.network.now - 400
        for blocks, verdict in ((1, "fresh"), (600, "stale"), (14_000, "fresh")):
            one.network.advance(blocks)
            seen = compared(one)
            assert seen.freshness == {"chain": "fresh", "query-node": verdict}
            assert seen.height == (stood if blocks < 14_000 else seen.final - 2)
            assert problems(seen) == []


def test_every_scenario_is_held_against_its_truth() -> None:
    assert {*STEPS, "late-withdrawal", "stale-query-node", "reorganisation"} == set(SCENARIOS)
