"""What KPI sources contradict."""

from decimal import Decimal
from typing import Any

import pytest

from secretariat.duties.kpis import DUTY
from secretariat.facts.kpi_ledger import comparisons
from secretariat.facts.kpis import KpiLeader, KpiRound, KpiTermEarnings
from secretariat.facts.problems import Problem, Target
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import snapshot_of
from tests.duties.kpis.test_tables import earning, grading, stated


def problems(*records: AnyStated) -> tuple[Problem, ...]:
    return DUTY.problems(snapshot_of(records))


def leader(usd: int | None, tokens: int | None = None) -> Any:
    return KpiLeader(
        member_id=11,
        handle="ada_l",
        total_usd=None if usd is None else Decimal(usd),  # type: ignore[arg-type]
        total_tokens=tokens,  # type: ignore[arg-type]
        times_elected=1,
    )


def round_(number: int, start: int | None, end: int | None) -> AnyStated:
    return stated(KpiRound(kpi_round=number, start_block=start, end_block=end), str(number), 1, f"kpi_{number}.json")


def test_earnings_against_gradings() -> None:
    records = [
        stated(grading(4, 1, 11, 30), "4/I/1/11", 9, "kpi_4.json"),
        stated(grading(4, 2, 11, 12), "4/I/2/11", 19, "kpi_4.json"),
        stated(earning(4, 11, 40), "4/11", 20),
    ]
    (found,) = problems(*records)
    assert (found.code, found.file, found.line) == ("contradiction", "a.json", 20)
    assert found.target == Target(kind="kpi-earning", key="4/11", field="usd")
    assert "42 USD" in found.what
    assert "40 USD" in found.what
    assert "kpi_4.json:9 and 1 more" in found.what


@pytest.mark.parametrize(("granted", "earned"), [((30, 10), 40), ((30, None), 31), ((30,), None), ((), 30)])
def test_equal_or_unknown_earnings_contradict_nothing(granted: tuple[int | None, ...], earned: int | None) -> None:
    grants = [stated(grading(4, n, 11, usd), f"4/I/{n}/11", n) for n, usd in enumerate(granted, start=1)]
    assert problems(*grants, stated(earning(4, 11, earned), "4/11", 20)) == ()


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (leader(50, 10 * 10**10), []),
        (leader(51, 10 * 10**10), ["total_usd"]),
        (leader(51, 9 * 10**10), ["total_usd", "total_tokens"]),
        (leader(None, None), []),
    ],
)
def test_published_totals_against_earnings(row: Any, found: list[str]) -> None:
    own = [stated(earning(4, 11, 20), "4/11", 1), stated(earning(5, 11, 30), "5/11", 2)]
    targets = [problem.target for problem in problems(*own, stated(row, "11", 7, "board.json"))]
    assert [target.field for target in targets if target] == found


def test_a_leader_without_any_earning_is_not_compared() -> None:
    assert problems(stated(leader(50), "11")) == ()


def test_two_files_that_state_other_earnings() -> None:
    found = problems(stated(earning(4, 11, 20), "4/11", 1, "a.json"), stated(earning(4, 11, 21), "4/11", 1, "b.json"))
    assert [(problem.code, problem.file) for problem in found] == [("contradiction", "b.json")]


@pytest.mark.parametrize(("printed", "found"), [("$500", 1), ("$400+$100", 0)])
def test_possible_reward_of_document_and_earnings(printed: str, found: int) -> None:
    head = KpiRound(kpi_round=4, reward_printed=printed, reward_usd=Decimal(500))  # type: ignore[arg-type]
    totals = KpiTermEarnings(kpi_round=4, possible_usd=Decimal(400), total_usd=None, total_tokens=None)  # type: ignore[arg-type]
    assert len(problems(stated(head, "4"), stated(totals, "4"))) == found


@pytest.mark.parametrize(
    ("records", "codes"),
    [
        ((round_(4, 1, 100), round_(5, 100, 200)), []),
        ((round_(4, 1, 100), round_(5, 101, 200)), []),
        ((round_(4, 1, 100), round_(5, 102, 200)), ["round-gap"]),
        ((round_(4, 1, 100), round_(5, 99, 200)), ["round-overlap"]),
        ((round_(4, 1, 100), round_(6, 300, 400)), []),
        ((round_(4, 1, None), round_(5, 300, 400)), []),
    ],
)
def test_neighbouring_rounds(records: tuple[AnyStated, ...], codes: list[str]) -> None:
    assert [problem.code for problem in problems(*records)] == codes


def test_comparisons_hold_agreeing_figures_too() -> None:
    records = [stated(grading(4, 1, 11, 30), "4/I/1/11", 9), stated(earning(4, 11, 30), "4/11", 20)]
    (found,) = comparisons(snapshot_of(records))
    assert found.agrees
    assert (found.check, found.subject, found.kpi_round) == ("kpi-earned-and-granted", "member 11", 4)
    assert (found.expected, found.found, found.expected_source, found.found_source) == (30, 30, "a.json:9", "a.json:20")


def test_the_published_files_add_up(shared) -> None:  # type: ignore[no-untyped-def]
    from secretariat.facts.tables import build
    from secretariat.sources.archives.kpis import document as kpi_document
    from secretariat.sources.archives.kpis import earnings as kpi_earnings
    from tests.sources.archives.read_text import read

    folder = shared("data/community-repo/archives/council/kpi")
    records: list[AnyStated] = []
    for format_, name in (
        (kpi_document.FORMAT, "rounds/kpi_26.json"),
        (kpi_earnings.FORMAT, "docs/kpi_earnings_per_term.json"),
    ):
        records += read(format_, (folder / name).read_text(encoding="utf-8"), name).records.values()
    snapshot = snapshot_of(records)
    built = {table.name: build(table, snapshot) for table in DUTY.tables}
    names = [heading.name for heading in built["kpi-rounds"].headings]
    by_round = {row[0]: dict(zip(names, row, strict=True)) for row in built["kpi-rounds"].rows}
    assert by_round[9]["earned_usd"] == 1375
    assert by_round[26]["possible_usd"] == 3725
    assert len(built["kpi-earnings"].rows) == 145
    assert DUTY.problems(snapshot) == ()
