"""The page about the truth names every word and field by which truth and desk are compared."""

import re
from pathlib import Path

from secretariat.devnet.truth import truth
from secretariat.devnet.world.build import build
from tests.devnet.synced import elections, money, proposals

PAGE = (Path(__file__).parents[2] / "docs/contracts/practice-truth.md").read_text(encoding="utf-8")


def rows(of: str, where: str) -> dict[str, str]:
    """Give the words of the desk by those of the truth, from the page's table."""
    found = re.findall(rf"^\| {re.escape(of)} \| `([^`]+)` \| .*?{where} `([^`]+)` \|$", PAGE, re.MULTILINE)
    assert found
    return dict(found)


def test_the_words_are_those_by_which_every_scenario_is_compared() -> None:
    assert rows("proposals `status`", "outcome") == proposals.OUTCOMES
    assert rows("proposals `status`", "status") == proposals.STATUSES
    assert rows("proposals `rounds[].ended`", "ended_by") == proposals.ENDED
    assert rows("elections `outcome`", "failure_reason") == elections.FAILURES


def test_the_groups_are_those_by_which_every_scenario_is_compared() -> None:
    found = dict(re.findall(r"^\| `(\w+)` \| `(\w+)` \|$", PAGE, re.MULTILINE))
    assert found == {money.NAMES[query_node]: name for name, query_node in money.PEOPLES_NAMES.items()}


def test_every_field_is_told() -> None:
    told = truth(build("ordinary-term").chain)
    seat = told["councils"][0]["members"][0]
    fields = set(re.findall(r"`(\w+)`", PAGE))
    assert set(told) <= fields
    assert {name for name in seat if name.endswith("votes") or isinstance(seat[name], int)} - {"member"} <= fields
