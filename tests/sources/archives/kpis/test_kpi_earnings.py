"""The KPI earnings file: rounds, members, totals."""

import copy
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.kpis import KpiEarning, KpiTermEarnings
from secretariat.facts.problems import CODES, Target
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.kpis.earnings import FORMAT
from tests.sources.archives.read_text import codes, facts, read

TOKEN = 10**10
ROUNDS = [
    {
        "kpi": 4,
        "totalPossibleRewardsUsd": 500,
        "councilMembers": [
            {"id": "11", "handle": "ada_l", "rewardUsd": 100, "rewardTjoy": 2500003},
            {"id": 12, "handle": "bert", "rewardUsd": 40, "rewardTjoy": 1000001},
            {"id": "13", "handle": "cleo", "rewardUsd": 10, "rewardTjoy": 250000},
            {"id": "14", "handle": "dmitri_77", "rewardUsd": 0, "rewardTjoy": 0},
        ],
        "totalRewardUsd": 150,
        "totalRewardTjoy": 3750004,
    }
]


def _read(document: object) -> Reading:
    return read(FORMAT, json.dumps(document, indent=1), "kpi_earnings_per_term.json")


def _with(row: int | None, name: str, value: object) -> list[dict[str, object]]:
    made: list[dict[str, object]] = copy.deepcopy(ROUNDS)
    holder = made[0] if row is None else made[0]["councilMembers"][row]  # type: ignore[index]
    holder[name] = value
    return made


def test_rounds_and_members_are_read() -> None:
    reading = _read(ROUNDS)
    assert codes(reading) == []
    assert facts(reading, KpiTermEarnings) == [
        KpiTermEarnings(
            kpi_round=4,
            possible_usd=Decimal(500),  # type: ignore[arg-type]
            total_usd=Decimal(150),  # type: ignore[arg-type]
            total_tokens=3750004 * TOKEN,  # type: ignore[arg-type]
        )
    ]
    assert [(e.member_id, e.handle, e.usd, e.tokens) for e in facts(reading, KpiEarning)] == [  # type: ignore[attr-defined]
        (11, "ada_l", 100, 2500003 * TOKEN),
        (12, "bert", 40, 1000001 * TOKEN),
        (13, "cleo", 10, 250000 * TOKEN),
        (14, "dmitri_77", 0, 0),
    ]
    assert [key for kind, key in reading.records if kind == "kpi-earning"] == ["4/11", "4/12", "4/13", "4/14"]
    assert [record.line for record in reading.records.values()] == [2, 6, 12, 18, 24]


def test_one_round_alone_is_read() -> None:
    assert len(facts(_read(ROUNDS[0]), KpiEarning)) == 4


@pytest.mark.parametrize(
    ("row", "name", "value", "code", "target"),
    [
        (None, "totalRewardUsd", 151, "total-not-sum", ("kpi-term-earnings", "4", "total_usd")),
        (None, "totalRewardTjoy", 1, "total-not-sum", ("kpi-term-earnings", "4", "total_tokens")),
        (None, "totalPossibleRewardsUsd", 149, "impossible-figure", ("kpi-term-earnings", "4", "total_usd")),
        (None, "totalPossibleRewardsUsd", "lots", "amount-unparsable", ("kpi-term-earnings", "4", "possible_usd")),
        (0, "rewardUsd", "1.000.000k", "amount-unparsable", ("kpi-earning", "4/11", "usd")),
        (0, "rewardTjoy", {"a": 1}, "amount-unparsable", ("kpi-earning", "4/11", "tokens")),
        (0, "id", None, "row-malformed", ("kpi-earning", "4/row 1", "member_id")),
        (0, "id", "ada_l", "amount-unparsable", ("kpi-earning", "4/row 1", "member_id")),
        (2, "rewardTjoy", 25000, "amount-not-rate", ("kpi-earning", "4/13", "tokens")),
    ],
)
def test_damage(row: int | None, name: str, value: object, code: str, target: tuple[str, str, str]) -> None:
    found = [(p.code, p.target) for p in _read(_with(row, name, value)).problems]
    assert (code, Target(kind=target[0], key=target[1], field=target[2])) in found


def test_an_unreadable_amount_stays_unknown_and_its_total_unchecked() -> None:
    reading = _read(_with(0, "rewardUsd", "many"))
    assert facts(reading, KpiEarning)[0].usd is None  # type: ignore[attr-defined]
    assert codes(reading) == ["amount-unparsable"]


def test_a_decimal_comma_is_repaired_and_said() -> None:
    reading = _read(_with(1, "rewardUsd", "40,00"))
    assert facts(reading, KpiEarning)[1].usd == 40  # type: ignore[attr-defined]
    assert [(p.code, p.applied) for p in reading.problems] == [("spreadsheet-damage", True)]


@pytest.mark.parametrize(("second", "refused"), [(100, False), (99, True)])
def test_the_same_member_twice(second: int, refused: bool) -> None:
    made = copy.deepcopy(ROUNDS)
    made[0]["councilMembers"].append({**made[0]["councilMembers"][0], "rewardUsd": second})  # type: ignore[index, attr-defined]
    reading = _read(made)
    problem = next(p for p in reading.problems if p.code == "duplicate-key")
    assert problem.refused is refused
    assert len(facts(reading, KpiEarning)) == 4


def test_the_same_round_twice_keeps_the_first() -> None:
    reading = _read([ROUNDS[0], {**ROUNDS[0], "totalRewardUsd": 1, "councilMembers": []}])
    assert "duplicate-key" in codes(reading)
    assert len(facts(reading, KpiEarning)) == 4


def test_swapped_token_amounts_are_found() -> None:
    made = copy.deepcopy(ROUNDS)
    rows = made[0]["councilMembers"]
    rows[0]["rewardTjoy"], rows[2]["rewardTjoy"] = rows[2]["rewardTjoy"], rows[0]["rewardTjoy"]  # type: ignore[index]
    rows.append({"id": 15, "handle": "eve", "rewardUsd": 20, "rewardTjoy": 500000})  # type: ignore[attr-defined]
    made[0] |= {"totalRewardUsd": 170, "totalRewardTjoy": 4250004}
    assert codes(_read(made)) == ["amount-not-rate", "amount-not-rate"]


@pytest.mark.parametrize(
    "document", [[], 7, [7], [None], [{}], [{"kpi": "x"}], [{"kpi": 1}], [{"kpi": 1, "councilMembers": [7]}], {"a": []}]
)
def test_what_is_no_round_is_a_problem(document: object) -> None:
    reading = _read(document)
    assert document == [] or "row-malformed" in codes(reading)


@pytest.mark.parametrize("document", [{"data": ROUNDS}, [ROUNDS], {"made": 7, "result": {"items": ROUNDS}}])
def test_what_is_wrapped_around_the_rounds_is_taken_off(document: object) -> None:
    assert facts(_read(document), KpiEarning) == facts(_read(ROUNDS), KpiEarning)


def test_recognition() -> None:
    assert FORMAT.recognises("a/b.json", json.dumps(ROUNDS))
    assert FORMAT.recognises("a/kpi_earnings_per_term.json", "[]")
    assert not FORMAT.recognises("a/b.json", '[{"totalEarnedUsd": 1}]')
    assert not FORMAT.recognises("a/b.md", json.dumps(ROUNDS))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(10**25, 10**45) | st.text(max_size=8) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    row=st.none() | st.integers(0, 3),
    name=st.sampled_from(["kpi", "councilMembers", "totalRewardUsd", "id", "handle", "rewardUsd", "rewardTjoy"]),
    value=VALUES,
    cut=st.none() | st.integers(0, 600),
)
def test_anything_is_read_or_reported(row: int | None, name: str, value: object, cut: int | None) -> None:
    text = json.dumps(_with(row, name, value), indent=1)[:cut]
    first, second = read(FORMAT, text), read(FORMAT, text)
    assert (first.records, first.problems) == (second.records, second.problems)
    lines = text.count("\n") + 1
    assert all(1 <= record.line <= lines for record in first.records.values())
    assert all(p.code in CODES and 1 <= p.line <= lines and p.id for p in first.problems)


def test_the_published_earnings(shared) -> None:  # type: ignore[no-untyped-def]
    file = shared("data/community-repo/archives/council/kpi/docs/kpi_earnings_per_term.json")
    reading = read(FORMAT, file.read_text(encoding="utf-8"))
    totals = facts(reading, KpiTermEarnings)
    earned = facts(reading, KpiEarning)
    assert len(totals) == len({total.kpi_round for total in totals})  # type: ignore[attr-defined]
    for total in totals:
        own = [e for e in earned if e.kpi_round == total.kpi_round]  # type: ignore[attr-defined]
        assert sum(e.usd for e in own) == total.total_usd  # type: ignore[attr-defined]
        assert sum(e.tokens for e in own) == total.total_tokens  # type: ignore[attr-defined]
    assert codes(reading) == []


@pytest.mark.parametrize("token", ["NaN", "Infinity", "-Infinity"])
def test_what_a_program_writes_for_no_number_is_reported(token: str) -> None:
    member = f'{{"id": 7, "handle": NaN, "rewardUsd": {token}, "rewardTjoy": 100}}'
    reading = read(FORMAT, f'[{{"kpi": 31, "councilMembers": [{member}]}}]', "kpi_earnings_per_term.json")
    (found,) = [problem for problem in reading.problems if problem.code == "amount-unparsable"]
    assert found.target == Target(kind="kpi-earning", key="31/7", field="usd")
    (earning,) = (record.fact for record in reading.records.values() if isinstance(record.fact, KpiEarning))
    assert (earning.usd, earning.handle) == (None, None)
