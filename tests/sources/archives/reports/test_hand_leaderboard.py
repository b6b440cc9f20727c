"""The hand-made leaderboard: its cells, its averages and totals, and the real file."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.problems import CODES
from secretariat.facts.terms import LeaderboardFigure
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.hand_leaderboard import FORMAT
from tests.sources.archives.read_text import codes, facts, read

BOARD = """All data is taken from:
* Council reports: https://example.org/alexandria-testnet

## Council + Tokenomics Overview

| Council   # | 1 | 2 | 3 |  |  |
|-|:-:|:-:|:-:|-|-|
| Block range | #57-#259 | #259-#460 | #460-#662 |  |  |
|  |  |  |  |  |  |
| **Proposals** |  |  |  |  | Averages |
| Proposals Submitted | 14 | 13 | 14 |  | 13.66666667 |
| Valid proposals | 10 | 10 | 8 |  |  |
| Total Applicant Stake   (JOY) | 35,000,000 | 7,000,000 | 6,000,000 |  | 16,000,000 |
| KPI payout | $190.50 | $300.00 | -$4.50 |  | $162 |
| Stake : Issuance Ratio | 9.95% | 16.86% | 17.88% |  | 15% |

## Council Member Leaderboard

| ## Council Member   leaderboard |         |        |         |   | Total voting rate + payout |
|---------------------------------|---------|--------|---------|---|----------------------------|
| @ada_l                          |      10 |      7 |       x |   |                            |
| Vote %                          | 100.00% | 70.00% |         |   | 85.00%                     |
| KPI Bonus                       |  $16.29 | $25.00 |         |   | $41.29                     |
|                                 |         |        |         |   |                            |
| @bert                           |       x |      x |       2 |   |                            |
| Vote %                          |         |        |  25.00% |   | 25.00%                     |
"""
PATH = "reports/alexandria-testnet/Alexandria-Council-Leaderboard.md"


def figures(reading: Reading) -> dict[str, LeaderboardFigure]:
    return {key: record.fact for (_, key), record in reading.records.items()}


def test_every_cell_is_a_figure_with_what_was_printed() -> None:
    reading = read(FORMAT, BOARD, PATH)
    assert codes(reading) == []
    found = figures(reading)
    assert found["Proposals Submitted/2"].number == 13
    assert found["Total Applicant Stake (JOY)/1"].number == 35000000
    assert found["Total Applicant Stake (JOY)/1"].printed == "35,000,000"
    assert (found["KPI payout/3"].number, found["KPI payout/3"].printed) == (Decimal("-4.50"), "-$4.50")
    assert (found["Block range/1"].number, found["Block range/1"].printed) == (None, "#57-#259")
    assert found["Stake : Issuance Ratio/1"].number == Decimal("9.95")
    assert (found["ada_l/Votes/1"].number, found["ada_l/Votes/1"].member) == (Decimal(10), "ada_l")
    assert found["bert/Vote %/3"].number == Decimal("25.00")
    assert "ada_l/Votes/3" not in found
    assert {fact.network for fact in found.values()} == {"alexandria"}
    assert not [key for key in found if "Proposals/" in key]


def test_an_average_or_total_that_does_not_follow_is_a_problem() -> None:
    average = read(FORMAT, BOARD.replace("13.66666667", "14.66666667"), PATH)
    assert codes(average) == ["total-not-sum"]
    total = read(FORMAT, BOARD.replace("$41.29", "$42.29"), PATH)
    assert codes(total) == ["total-not-sum"]
    rate = read(FORMAT, BOARD.replace("| 85.00%", "| 58.00%"), PATH)
    assert codes(rate) == ["total-not-sum"]


def test_a_share_that_cannot_be_or_does_not_follow_is_a_problem() -> None:
    assert "impossible-figure" in codes(read(FORMAT, BOARD.replace("17.88%", "178.8%"), PATH))
    assert codes(read(FORMAT, BOARD.replace("| 70.00% |", "| 77.00% |").replace("85.00%", "88.50%"), PATH)) == [
        "contradiction"
    ]


def test_a_cell_that_is_no_number_is_unknown() -> None:
    reading = read(FORMAT, BOARD.replace("|      10 |", "|  many  |"), PATH)
    assert figures(reading)["ada_l/Votes/1"].number is None
    (problem,) = reading.problems
    assert (problem.code, problem.target is not None) == ("amount-unparsable", True)


def test_without_a_network_nothing_is_taken() -> None:
    reading = read(FORMAT, BOARD.replace("alexandria", "somewhere"), "Leaderboard.md")
    assert (codes(reading), facts(reading, LeaderboardFigure)) == (["network-unknown"], [])


def test_recognition() -> None:
    assert FORMAT.recognises("x.md", BOARD)
    assert FORMAT.knows_name(PATH)
    assert not FORMAT.recognises("x.md", "# A leaderboard\n| a | b |\n|--|--|\n| 1 | 2 |")
    assert not FORMAT.recognises("x.md", "")
    assert not FORMAT.knows_name("leaderboard.md")


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.data())
def test_any_damage_is_read_without_raising(data: st.DataObject) -> None:
    lines = BOARD.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        lines[at] = data.draw(
            st.one_of(
                st.just(""),
                st.just(lines[at] + "\n" + lines[at]),
                st.text(alphabet="|@$%#-x0123456789., ²٣", max_size=40),
                st.just(lines[at][: at % 17]),
            )
        )
    text = "\n".join(lines)
    one, two = read(FORMAT, text, PATH), read(FORMAT, text, PATH)
    assert (one.records, one.problems) == (two.records, two.problems)
    last = text.count("\n") + 1
    assert all(1 <= record.line <= last for record in one.records.values())
    assert all(problem.code in CODES and 0 <= problem.line <= last for problem in one.problems)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.text(max_size=300))
def test_any_text_is_read_without_raising(text: str) -> None:
    read(FORMAT, text, PATH)
    FORMAT.recognises(PATH, text)


def test_the_real_leaderboard(shared: Callable[[str], Path]) -> None:
    root = shared("data/community-repo")
    (path,) = root.glob("archives/council/reports/archived/*/*Leaderboard.md")
    name, text = path.relative_to(root).as_posix(), path.read_text("utf-8")
    assert FORMAT.recognises(name, text)
    assert FORMAT.knows_name(name)
    reading = read(FORMAT, text, name)
    found = figures(reading)
    assert {fact.term for fact in found.values()} == {1, 2, 3, 4, 5, 6}
    assert len({fact.member for fact in found.values() if fact.member}) == 9
    assert set(codes(reading)) == {"total-not-sum"}
