"""The published KPI leaderboard: totals and figures per election."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.kpis import KpiLeader
from secretariat.facts.problems import CODES, Target
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.kpis.leaderboard import FORMAT
from tests.sources.archives.read_text import codes, facts, read

ROW = {
    "id": "11",
    "handle": "ada_l",
    "totalEarnedUsd": 677,
    "totalEarnedTjoy": 20400053,
    "timesElected": 8,
    "usdPerElection": 84.62,
    "tjoyPerElection": 2550006,
}


def _read(*rows: object) -> Reading:
    return read(FORMAT, json.dumps(list(rows), indent=1), "kpi_leaderboard.json")


def _leader(reading: Reading) -> KpiLeader:
    found = facts(reading, KpiLeader)[0]
    assert isinstance(found, KpiLeader)
    return found


def test_a_row_is_read() -> None:
    reading = _read(ROW)
    assert codes(reading) == []
    assert _leader(reading) == KpiLeader(
        member_id=11,
        handle="ada_l",
        total_usd=Decimal(677),  # type: ignore[arg-type]
        total_tokens=20400053 * 10**10,  # type: ignore[arg-type]
        times_elected=8,
        usd_per_election=Decimal("84.62"),  # type: ignore[arg-type]
        tokens_per_election=Decimal(2550006),
    )


@pytest.mark.parametrize("printed", [84.62, 84.63, 84.625, "84.62"])
def test_rounded_or_cut_figures_agree(printed: object) -> None:
    assert codes(_read({**ROW, "usdPerElection": printed})) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"usdPerElection": 84.6}, "usd_per_election"),
        ({"usdPerElection": 222}, "usd_per_election"),
        ({"tjoyPerElection": 2550005}, "tokens_per_election"),
    ],
)
def test_other_figures_are_contradicted(change: dict[str, object], field: str) -> None:
    problems = _read({**ROW, **change}).problems
    assert [(p.code, p.target) for p in problems] == [
        ("impossible-figure", Target(kind="kpi-leader", key="11", field=field))
    ]


def test_figures_of_many_digits_are_compared() -> None:
    reading = _read({**ROW, "totalEarnedUsd": 10**29, "totalEarnedTjoy": 10**27, "timesElected": 3})
    assert codes(reading) == ["impossible-figure", "impossible-figure"]


@pytest.mark.parametrize("printed", [0, 100, "Infinity", "NaN", "-inf"])
def test_nobody_earns_per_election_without_one(printed: object) -> None:
    reading = _read({**ROW, "timesElected": 0, "usdPerElection": printed, "tjoyPerElection": None})
    assert [(p.code, p.applied) for p in reading.problems] == [("percentage-zero-base", True)]
    assert _leader(reading).usd_per_election is None


def test_null_without_an_election_is_right() -> None:
    assert codes(_read({**ROW, "timesElected": 0, "usdPerElection": None, "tjoyPerElection": None})) == []


@pytest.mark.parametrize("token", ["NaN", "Infinity", "-Infinity"])
def test_bare_words_that_are_no_numbers_are_reported(token: str) -> None:
    text = json.dumps([ROW], indent=1).replace("84.62", token)
    reading = read(FORMAT, text)
    assert [(p.code, p.line) for p in reading.problems] == [("percentage-zero-base", 8)]
    assert _leader(reading).usd_per_election is None


def test_words_with_elections_are_unreadable_and_the_figure_is_proposed() -> None:
    problem = _read({**ROW, "usdPerElection": "NaN"}).problems[0]
    assert (problem.code, problem.applied, problem.repair) == ("amount-unparsable", False, "Set it to 84.62.")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": None}, "row-malformed"),
        ({"id": []}, "amount-unparsable"),
        ({"timesElected": "eight"}, "amount-unparsable"),
        ({"totalEarnedUsd": "x"}, "amount-unparsable"),
        ({"rank": 1}, "value-unknown-label"),
    ],
)
def test_damage(change: dict[str, object], code: str) -> None:
    assert codes(_read({**ROW, **change})) == [code]


def test_a_member_twice_is_refused() -> None:
    reading = _read(ROW, {**ROW, "handle": "ada"})
    assert codes(reading) == ["duplicate-key"]
    assert len(reading.records) == 1


@pytest.mark.parametrize("text", ["7", '"x"', "{}", '{"a": [], "b": []}', "[7]", "[null]"])
def test_what_is_no_leaderboard_is_a_problem(text: str) -> None:
    assert codes(read(FORMAT, text)) == ["row-malformed"]


def test_recognition() -> None:
    assert FORMAT.recognises("x.json", json.dumps([ROW]))
    assert FORMAT.recognises("docs/kpi_leaderboard.json", "[]")
    assert not FORMAT.recognises("x.json", '[{"totalRewardUsd": 1}]')


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    name=st.sampled_from(list(ROW)),
    value=st.none()
    | st.booleans()
    | st.integers()
    | st.integers(10**25, 10**40)
    | st.floats()
    | st.text(max_size=8)
    | st.lists(st.integers(), max_size=2),
    times=st.integers(-1, 3),
    cut=st.none() | st.integers(0, 300),
)
def test_anything_is_read_or_reported(name: str, value: object, times: int, cut: int | None) -> None:
    text = json.dumps([{**ROW, "timesElected": times, name: value}], indent=1)[:cut]
    first, second = read(FORMAT, text), read(FORMAT, text)
    assert (first.records, first.problems) == (second.records, second.problems)
    assert all(1 <= record.line <= text.count("\n") + 1 for record in first.records.values())
    assert all(p.code in CODES and p.id for p in first.problems)
