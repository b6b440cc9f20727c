"""The table of surveys: every answer with its share, and the people behind it where the share leaves one number."""

from collections.abc import Iterable
from decimal import Decimal

from secretariat.facts.feedback import SurveyAnswer
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, LONG_TEXT, MOMENT, NUMBER, PERCENT, TEXT, YES_NO, Column, Table

MOST_RESPONSES = 10_000
"""Above so many responses a printed share never leaves one number of people."""


def people_of(share: Decimal | None, responses: int | None) -> int | None:
    """Count the people whose share was printed, or None when no number or more than one fits.

    ``share`` is a percentage with the digits as printed, rounded or cut by its author: a number fits when its exact
    share is less than one unit of the last printed digit away.
    """
    if share is None or responses is None or not 0 < responses <= MOST_RESPONSES or not 0 <= share <= 100:
        return None
    exponent = share.as_tuple().exponent
    unit = Decimal(1).scaleb(min(int(exponent), 0))
    nearest = int(share * responses / 100)
    fitting = [
        count
        for count in range(max(nearest - 1, 0), min(nearest + 2, responses) + 1)
        if abs(Decimal(count * 100) - share * responses) < unit * responses
    ]
    return fitting[0] if len(fitting) == 1 else None


def _rows(snapshot: Snapshot) -> Iterable[Stated[SurveyAnswer]]:
    return sorted(
        snapshot.of(SurveyAnswer),
        key=lambda stated: (
            stated.fact.survey,
            stated.fact.question_number,
            stated.fact.answer_number,
            stated.file,
            stated.line,
        ),
    )


_FILE = "the survey's file in archives/council/council-survey"

TABLE: Table[Stated[SurveyAnswer]] = Table(
    name="surveys",
    title="Surveys",
    description="What members answered in the community's surveys: each answer with its share as published.",
    columns=(
        Column(
            name="survey", description="Name of the survey.", unit=TEXT, value=lambda row: row.fact.survey, source=_FILE
        ),
        Column(
            name="question_number",
            description="Place of the question in the survey, from 1.",
            unit=NUMBER,
            value=lambda row: row.fact.question_number,
            source=_FILE,
        ),
        Column(
            name="question",
            description="The question as asked.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.question,
            source=_FILE,
        ),
        Column(
            name="answer_number",
            description="Place of the answer under its question, from 1.",
            unit=NUMBER,
            value=lambda row: row.fact.answer_number,
            source=_FILE,
        ),
        Column(
            name="answer",
            description="The answer as offered.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.answer,
            source=_FILE,
        ),
        Column(
            name="share",
            description="Share of the people asked who gave this answer, as printed. Empty when it is not a number.",
            unit=PERCENT,
            value=lambda row: row.fact.share,
            source=_FILE,
        ),
        Column(
            name="people",
            description="Number of people behind the share: the one whole number whose share of all responses is less than one"
            " unit of the last printed digit away. Empty when none or several fit.",
            unit=COUNT,
            value=lambda row: people_of(row.fact.share, row.fact.responses),
            source="share and responses",
        ),
        Column(
            name="responses",
            description="Number of people who took the survey.",
            unit=COUNT,
            value=lambda row: row.fact.responses,
            source=_FILE,
        ),
        Column(
            name="several_answers",
            description="Whether one person could give several answers, so that shares add up to more than 100.",
            unit=YES_NO,
            value=lambda row: row.fact.several_answers,
            source=_FILE,
        ),
        Column(
            name="from_day",
            description="First day of the survey.",
            unit=MOMENT,
            value=lambda row: row.fact.from_day,
            source=_FILE,
        ),
        Column(
            name="to_day",
            description="Last day of the survey.",
            unit=MOMENT,
            value=lambda row: row.fact.to_day,
            source=_FILE,
        ),
        Column(
            name="source",
            description="File and line of the answer.",
            unit=TEXT,
            value=lambda row: row.source,
            source=_FILE,
        ),
    ),
    rows=_rows,
)
