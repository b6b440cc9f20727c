"""Surveys whose questions are not marked, whose columns are in another order, or whose answers stand twice."""

from decimal import Decimal

import pytest

from secretariat.facts.feedback import SurveyAnswer
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.surveys.survey import FORMAT
from tests.sources.archives.read_text import codes, facts, read

HEAD = (
    "These are the results for the **Garden Survey**. The survey ran from May 3, 2021 to May 8, 2021."
    " The survey had 8 responses.\n\n"
)
ROWS = "| Yes | 62.5% |\n| No | 37.5% |\n"
TABLE = f"| Answer | Share |\n|--|--|\n{ROWS}"


def answers(reading: Reading) -> list[tuple[str, str, Decimal | None]]:
    found = [fact for fact in facts(reading, SurveyAnswer) if isinstance(fact, SurveyAnswer)]
    return [(fact.question, fact.answer, fact.share) for fact in found]


def survey(text: str) -> Reading:
    assert FORMAT.recognises("garden-survey.md", HEAD + text)
    return read(FORMAT, HEAD + text, "garden-survey.md")


@pytest.mark.parametrize(
    ("above", "question"),
    [
        ("Do you like tea?\n\n", "Do you like tea?"),
        ("Do you like tea?\n", "Do you like tea?"),
        ("_Do you like tea?_ (of any kind)\n\n", "_Do you like tea?_ (of any kind)"),
        ("Your view of tea\n\n", "Your view of tea"),
        ("How was this survey?\n\n", "How was this survey?"),
        ("## Drinks\n\nDo you like tea?\n\n", "Do you like tea?"),
        ("Do you like tea?\n\nTick one box.\n\n", "Do you like tea?"),
        ("- Do you like tea?\n\n", "- Do you like tea?"),
    ],
)
def test_an_unmarked_question_keeps_its_text(above: str, question: str) -> None:
    reading = survey(above + TABLE)
    assert answers(reading) == [(question, "Yes", Decimal("62.5")), (question, "No", Decimal("37.5"))]
    assert codes(reading) == ["label-drift"]
    (told,) = reading.problems
    assert told.applied
    assert HEAD.count("\n") + above[: above.index(question)].count("\n") + 1 == told.line


@pytest.mark.parametrize(
    ("above", "question", "found"),
    [
        ("**Tea?**\n\n", "Tea?", []),
        ("### Do you like tea?\n\n", "Do you like tea?", []),
        ("### Tea\n\nOf all kinds.\n\n", "Tea", []),
        ("", "Answer", ["row-malformed"]),
    ],
)
def test_a_marked_question_is_read_as_before_and_none_is_told(above: str, question: str, found: list[str]) -> None:
    reading = survey(above + TABLE)
    assert [each[0] for each in answers(reading)] == [question] * 2
    assert codes(reading) == found


def test_each_table_has_the_question_above_it() -> None:
    reading = survey(f"Tea?\n\n{TABLE}\nCoffee or cocoa\n\n{TABLE}\n**Milk?**\n\n{TABLE}")
    assert [each[0] for each in answers(reading)][::2] == ["Tea?", "Coffee or cocoa", "Milk?"]


@pytest.mark.parametrize(
    "table",
    [
        "| Share | Answer |\n|--|--|\n| 62.5% | Yes |\n| 37.5% | No |\n",
        "| Percentage | Answers |\n|--|--|\n| 62.5% | Yes |\n| 37.5% | No |\n",
        "| # | Answer | Share |\n|--|--|--|\n| 1 | Yes | 62.5% |\n| 2 | No | 37.5% |\n",
        "| Share | # | Answer |\n|--|--|--|\n| 62.5% | 1 | Yes |\n| 37.5% | 2 | No |\n",
    ],
)
def test_the_columns_are_found_by_their_headings_in_any_order(table: str) -> None:
    reading = survey(f"**Tea?**\n\n{table}")
    assert answers(reading) == [("Tea?", "Yes", Decimal("62.5")), ("Tea?", "No", Decimal("37.5"))]
    assert codes(reading) == []


def test_exchanged_cells_of_one_row_are_put_back() -> None:
    reading = survey(f"**Tea?**\n\n{TABLE.replace('| No | 37.5% |', '| 37.5% | No |')}")
    assert answers(reading)[1] == ("Tea?", "No", Decimal("37.5"))
    assert codes(reading) == ["field-shifted"]


def test_an_answer_that_stands_twice_is_told_and_both_are_kept() -> None:
    reading = survey(f"**Tea?**\n\n{TABLE.replace('| No |', '| yes |')}\n**Milk?**\n\n{TABLE}")
    assert [each[1] for each in answers(reading)] == ["Yes", "yes", "Yes", "No"]
    assert codes(reading) == ["duplicate-key"]
    (told,) = reading.problems
    assert not told.applied
    assert "line 7" in told.what
