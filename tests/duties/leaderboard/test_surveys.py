"""The table of surveys, and the people behind a share."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.duties.leaderboard.surveys import TABLE, people_of
from secretariat.facts.feedback import SurveyAnswer
from secretariat.facts.moments import Moment
from tests.build import table_rows


def answer(
    survey: str, question: int, number: int, share: str | None = None, responses: int | None = None
) -> SurveyAnswer:
    return SurveyAnswer(
        survey=survey,
        question_number=question,
        question=f"Question {question}?",
        answer_number=number,
        answer=f"Answer {number}",
        share=None if share is None else Decimal(share),
        responses=responses,
        from_day=Moment("2022-02-01"),
        to_day=Moment("2022-02-07"),
    )


@pytest.mark.parametrize(
    ("share", "responses", "people"),
    [
        ("25", 4, 1),
        ("0", 4, 0),
        ("100", 4, 4),
        ("66.7", 3, 2),
        ("66", 3, 2),
        ("67", 3, 2),
        ("33.3", 3, 1),
        ("12.5", 7, None),
        ("50", 3, None),
        ("3.1", 64, 2),
        ("18.7", 64, 12),
        ("18.6", 64, None),
        ("5", 1_000, None),
        ("5.0", 1_000, 50),
        ("1E+2", 4, 4),
        ("101", 4, None),
        ("-1", 4, None),
        ("25", 0, None),
        ("25", None, None),
        (None, 4, None),
        ("50", 10**12, None),
    ],
)
def test_people_are_the_one_number_that_fits_the_share(
    share: str | None, responses: int | None, people: int | None
) -> None:
    assert people_of(None if share is None else Decimal(share), responses) == people


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.integers(1, 300), st.data())
def test_a_share_rounded_to_hundredths_leads_back_to_its_people(responses: int, data: st.DataObject) -> None:
    people = data.draw(st.integers(0, responses))
    share = (Decimal(people * 100) / responses).quantize(Decimal("0.01"))
    assert people_of(share, responses) == people


def test_answers_stand_in_the_order_of_the_survey() -> None:
    rows = table_rows(
        TABLE, answer("B", 1, 1), answer("A", 2, 1), answer("A", 1, 2, "75", 4), answer("A", 1, 1, "25", 4)
    )
    assert [(row["survey"], row["question_number"], row["answer_number"]) for row in rows] == [
        ("A", 1, 1),
        ("A", 1, 2),
        ("A", 2, 1),
        ("B", 1, 1),
    ]
    assert (rows[1]["share"], rows[1]["people"], rows[1]["responses"]) == (Decimal(75), 3, 4)
    assert (rows[2]["share"], rows[2]["people"]) == (None, None)
    assert rows[0]["source"] == "survey-answer.txt:4"
    assert (rows[0]["from_day"], rows[0]["to_day"]) == ("2022-02-01", "2022-02-07")
