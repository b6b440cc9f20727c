"""Figures below zero: unknown with an open problem, wherever they enter, unless the field may be below zero."""

import json
from decimal import Decimal

import pytest

from secretariat.facts.amounts import Usd
from secretariat.facts.kpis import KpiEarning
from secretariat.facts.problems import Target
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.kpis import earnings, leaderboard
from tests.sources.archives.read_text import facts, read


def test_an_earning_below_zero_is_unknown() -> None:
    member = {"id": 7, "handle": "ada_l", "rewardUsd": -4, "rewardTjoy": 100}
    document = [{"kpi": 31, "totalPossibleRewardsUsd": 50, "councilMembers": [member]}]
    reading = read(earnings.FORMAT, json.dumps(document, indent=1), "kpi_earnings_per_term.json")
    (found,) = [problem for problem in reading.problems if problem.code == "impossible-figure"]
    assert (found.state, found.line) == ("open", 6)
    assert found.target == Target(kind="kpi-earning", key="31/7", field="usd")
    assert "-4" in found.what
    assert [fact.usd for fact in facts(reading, KpiEarning)] == [None]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("name", "field"), [("totalEarnedUsd", "total_usd"), ("totalEarnedTjoy", "total_tokens")])
def test_a_leaders_total_below_zero_is_unknown(name: str, field: str) -> None:
    row = {"id": "7", "handle": "ada_l", "totalEarnedUsd": 3, "totalEarnedTjoy": 5, "timesElected": 1, name: -3}
    reading = read(leaderboard.FORMAT, json.dumps([row]), "kpi_leaderboard.json")
    (found,) = [problem for problem in reading.problems if problem.code == "impossible-figure"]
    assert found.target == Target(kind="kpi-leader", key="7", field=field)
    assert getattr(reading.records["kpi-leader", "7"].fact, field) is None


def test_the_rule_stands_where_a_fact_enters() -> None:
    reading = Reading("example", "kpi-earnings")
    reading.add("1/2", 3, KpiEarning(kpi_round=1, member_id=2, handle=None, usd=Usd(Decimal("-0.5")), tokens=None))
    assert reading.records["kpi-earning", "1/2"].fact.usd is None
    assert not reading.add("1/-2", 4, KpiEarning(kpi_round=-1, member_id=2, handle=None, usd=None, tokens=None))
    assert [(problem.code, problem.refused) for problem in reading.problems] == [
        ("impossible-figure", False),
        ("impossible-figure", True),
    ]
