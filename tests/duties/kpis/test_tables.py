"""The KPI tables: sums, order, sources, and what stays unknown."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from secretariat.duties.kpis import DUTY
from secretariat.facts.kinds import KINDS
from secretariat.facts.kpis import KeyResult, Kpi, KpiEarning, KpiGrading, KpiLeader, KpiRound, KpiTermEarnings
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.tables import Value, build

TOKEN = 10**10


def stated(fact: Any, key: str, line: int = 1, file: str = "a.json") -> AnyStated:
    return Stated(kind=fact.KIND, key=key, file=file, format="x", line=line, fact=fact)


def earning(kpi_round: int, member: int | None, usd: int | None, handle: str = "ada_l", tokens: int | None = 5) -> Any:
    return KpiEarning(
        kpi_round=kpi_round,
        member_id=member,
        handle=handle,
        usd=None if usd is None else Decimal(usd),  # type: ignore[arg-type]
        tokens=None if tokens is None else tokens * TOKEN,  # type: ignore[arg-type]
    )


def grading(kpi_round: int, number: int, member: int, usd: int | None) -> Any:
    return KpiGrading(
        kpi_round=kpi_round,
        section="I",
        number=number,
        member_id=member,
        handle="ada_l",
        reward_usd=None if usd is None else Decimal(usd),  # type: ignore[arg-type]
    )


def rows(name: str, *records: AnyStated) -> list[dict[str, Value]]:
    table = next(table for table in DUTY.tables if table.name == name)
    built = build(table, snapshot_of(records))
    names = [heading.name for heading in built.headings]
    return [dict(zip(names, cells, strict=True)) for cells in built.rows]


def test_the_duty_names_kinds_that_exist() -> None:
    assert set(DUTY.needs) <= set(KINDS)
    assert [table.name for table in DUTY.tables] == ["kpi-rounds", "kpis", "kpi-earnings", "kpi-members", "key-results"]


def test_every_table_is_empty_without_facts() -> None:
    assert all(not build(table, snapshot_of([])).rows for table in DUTY.tables)
    assert DUTY.problems(snapshot_of([])) == ()


def test_every_column_is_public_described_and_sourced() -> None:
    for table in DUTY.tables:
        for column in table.columns:
            assert column.description.endswith(".")
            assert column.source
            assert column.audience == "public"


def test_rounds_join_document_gradings_and_earnings() -> None:
    head = KpiRound(kpi_round=4, election_round=6, start_block=1, end_block=9, reward_usd=Decimal(500))  # type: ignore[arg-type]
    totals = KpiTermEarnings(kpi_round=3, possible_usd=Decimal(70), total_usd=None, total_tokens=None)  # type: ignore[arg-type]
    found = rows(
        "kpi-rounds",
        stated(head, "4", 1, "kpi_4.json"),
        stated(grading(4, 1, 11, 30), "4/I/1/11", 9),
        stated(grading(4, 1, 12, 20), "4/I/1/12", 10),
        stated(earning(4, 11, 35), "4/11", 20),
        stated(earning(4, 12, 20), "4/12", 21),
        stated(totals, "3", 30),
    )
    assert [row["kpi_round"] for row in found] == [3, 4]
    assert found[0] == {
        **dict.fromkeys(found[0]),
        "kpi_round": 3,
        "possible_usd": Decimal(70),
        "source": "a.json:30",
    }
    last = found[1]
    assert (last["election_round"], last["start_block"], last["end_block"]) == (6, 1, 9)
    assert (last["possible_usd"], last["graded_usd"], last["earned_usd"], last["difference_usd"]) == (500, 50, 55, 5)
    assert last["earned_tokens"] == 10 * TOKEN
    assert last["source"] == "kpi_4.json:1"


def test_one_unknown_part_makes_the_sum_unknown() -> None:
    found = rows("kpi-rounds", stated(earning(4, 11, None), "4/11"), stated(earning(4, 12, 20, tokens=None), "4/12"))
    assert (found[0]["earned_usd"], found[0]["earned_tokens"], found[0]["graded_usd"]) == (None, None, None)


def test_kpis_carry_annihilation_and_grants() -> None:
    kpi = Kpi(kpi_round=4, section="I", number=1, title="Votes", reward_printed="$90", annihilation="All is lost.")
    found = rows(
        "kpis",
        stated(replace(kpi, number=2, title="Minutes", annihilation=None), "4/I/2", 8),
        stated(kpi, "4/I/1", 4),
        stated(grading(4, 1, 11, 30), "4/I/1/11", 5),
        stated(grading(4, 1, 12, 25), "4/I/1/12", 6),
    )
    assert [(row["title"], row["has_annihilation"], row["annihilation"]) for row in found] == [
        ("Votes", True, "All is lost."),
        ("Minutes", False, None),
    ]
    assert [(row["grants"], row["granted_usd"], row["source"]) for row in found] == [
        (2, 55, "a.json:4"),
        (None, None, "a.json:8"),
    ]


def test_earnings_are_ordered_by_round_and_member_and_count_once() -> None:
    found = rows(
        "kpi-earnings",
        stated(earning(5, 11, 1), "5/11", 1),
        stated(earning(4, 30, 900), "4/30", 2),
        stated(earning(4, None, 3, "nobody"), "4/row 3", 3),
        stated(earning(4, 4, 2), "4/4", 4),
        stated(earning(4, 4, 2), "4/4", 4, "copy.json"),
    )
    assert [(row["kpi_round"], row["member_id"], row["usd"]) for row in found] == [
        (4, 4, 2),
        (4, 30, 900),
        (4, None, 3),
        (5, 11, 1),
    ]


def test_members_are_added_up_and_not_ranked() -> None:
    leader = KpiLeader(
        member_id=11,
        handle="ada_l",
        total_usd=Decimal(99),  # type: ignore[arg-type]
        total_tokens=None,
        times_elected=2,
    )
    found = rows(
        "kpi-members",
        stated(earning(5, 30, 900, "bert"), "5/30", 1),
        stated(earning(6, 11, 7, "ada"), "6/11", 2),
        stated(earning(4, 11, 10**20), "4/11", 3),
        stated(earning(4, 12, None, "cleo"), "4/12", 4),
        stated(leader, "11", 5),
    )
    assert [(row["member_id"], row["handle"], row["usd"], row["terms"]) for row in found] == [
        (11, "ada", 10**20 + 7, 2),
        (12, "cleo", None, 1),
        (30, "bert", 900, 1),
    ]
    assert (found[0]["first_round"], found[0]["last_round"], found[0]["tokens"]) == (4, 6, 10 * TOKEN)
    assert (found[0]["published_usd"], found[0]["published_tokens"]) == (99, None)
    assert found[0]["source"] == "a.json:3; a.json:2"


def test_a_member_only_on_the_published_leaderboard_has_a_row_without_sums() -> None:
    leader = KpiLeader(
        member_id=20,
        handle="dmitri_77",
        total_usd=Decimal(40),  # type: ignore[arg-type]
        total_tokens=3 * TOKEN,  # type: ignore[arg-type]
        times_elected=4,
        usd_per_election=Decimal(10),  # type: ignore[arg-type]
        tokens_per_election=Decimal("0.75"),
    )
    found = rows(
        "kpi-members",
        stated(earning(5, 30, 900, "bert"), "5/30", 1),
        stated(leader, "20", 7, "leaders.json"),
        stated(leader, "20", 7, "later_copy.json"),
    )
    assert [row["member_id"] for row in found] == [20, 30]
    assert found[0] == {
        **dict.fromkeys(found[0]),
        "member_id": 20,
        "handle": "dmitri_77",
        "published_usd": Decimal(40),
        "published_tokens": 3 * TOKEN,
        "published_times_elected": 4,
        "published_usd_per_election": Decimal(10),
        "published_tokens_per_election": Decimal("0.75"),
        "source": "later_copy.json:7",
    }


def test_sums_are_exact_to_the_last_digit() -> None:
    big = Decimal("123456789012345678901234567890.123456789")
    small = Decimal("0.000000001")
    facts = [replace(earning(4, 11, 1), usd=big), replace(earning(5, 11, 1), usd=small)]
    found = rows("kpi-members", *(stated(fact, f"{fact.kpi_round}/11") for fact in facts))
    assert found[0]["usd"] == Decimal("123456789012345678901234567890.123456790")


def test_key_results_are_ordered_by_number_and_keep_a_status() -> None:
    plain = KeyResult(period="2024-Q3", objective="O-3-1", objective_title="Grow", key_result="KR-1.10", text="Beds")
    found = rows(
        "key-results",
        stated(plain, "a", 1),
        stated(replace(plain, key_result="KR-1.9", text="Weeds"), "b", 2),
        stated(replace(plain, status="0.7"), "a", 1, "later.md"),
    )
    assert [(row["key_result"], row["status"], row["source"]) for row in found] == [
        ("KR-1.9", None, "a.json:2"),
        ("KR-1.10", "0.7", "later.md:1"),
    ]
