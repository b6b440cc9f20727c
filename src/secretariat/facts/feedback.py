"""Surveys: questions, answers and shares as published."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class SurveyAnswer:
    """One answer of one question. ``share`` is a percentage as printed; ``responses`` the number of people asked."""

    KIND: ClassVar[str] = "survey-answer"

    survey: str
    question_number: int
    question: str
    answer_number: int
    answer: str
    share: Decimal | None
    several_answers: bool = False
    responses: int | None = None
    from_day: Moment | None = None
    to_day: Moment | None = None
