"""Surveys: questions, answers, shares, and what cannot be true of them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.feedback import SurveyAnswer
from secretariat.facts.problems import CODES, Target
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.surveys.survey import FORMAT
from tests.sources.archives.read_text import codes, facts, read

HEAD = (
    "These are the results for the ** Garden Survey**. The survey ran from May 3, 2021 to May 8, 2021."
    " The survey had 8 responses.\n\n"
)
TABLE = """\
**Do you like [tea](https://example.org/tea)** (round 1)?

| Answer | Share |
|:-------|:------|
| Yes    | 62.5% |
| No     | 37.5% |
"""


def _answers(reading: Reading) -> list[SurveyAnswer]:
    return [fact for fact in facts(reading, SurveyAnswer) if isinstance(fact, SurveyAnswer)]


def _survey(rows: str, question: str = "**Tea?**", header: str = "| Answer | Share |") -> Reading:
    return read(FORMAT, f"{HEAD}{question}\n\n{header}\n|--|--|\n{rows}\n", "survey.md")


def test_a_survey_is_read() -> None:
    reading = read(FORMAT, HEAD + TABLE, "survey.md")
    assert codes(reading) == []
    assert _answers(reading) == [
        SurveyAnswer(
            survey="Garden Survey",
            question_number=1,
            question="Do you like tea (round 1)?",
            answer_number=place,
            answer=answer,
            share=Decimal(share),
            several_answers=False,
            responses=8,
            from_day="2021-05-03",  # type: ignore[arg-type]
            to_day="2021-05-08",  # type: ignore[arg-type]
        )
        for place, answer, share in ((1, "Yes", "62.5"), (2, "No", "37.5"))
    ]
    assert [(r.key, r.line) for r in reading.records.values()] == [("Garden Survey/1/1", 7), ("Garden Survey/1/2", 8)]


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        ("25%", "25"),
        ("25", "25"),
        ("0", "0"),
        ("62.5%", "62.5"),
        ("62,5%", "62.5"),
        ("37.50 %", "37.50"),
        ("**25%**", "25"),
    ],
)
def test_shares_as_people_write_them(cell: str, share: str) -> None:
    assert str(_answers(_survey(f"| a | {cell} |"))[0].share) == share


@pytest.mark.parametrize(
    "rows", ["a | 25%\nb | 75%", "|a|25%|\n|b|75%|", "|a|25%\n|b|75%", "| a | 25% | |\n| b | 75% |"]
)
def test_outer_pipes_are_optional(rows: str) -> None:
    reading = _survey(rows)
    assert [(a.answer, a.share) for a in _answers(reading)] == [("a", Decimal(25)), ("b", Decimal(75))]
    assert codes(reading) == []


def test_missing_percent_signs_are_noted_once_for_a_question() -> None:
    reading = _survey("| a | 25 |\n| b | 75 |")
    assert [(p.code, p.applied, p.line) for p in reading.problems] == [("alias", True, 3)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("| a | 25% |\n| b | 62.5% |", ["total-not-sum"]),
        ("| a | 75% |\n| b | 62.5% |", ["total-not-sum"]),
        ("| a | 12% |\n| b | 12% |\n| c | 75% |", []),
        ("| a | 13% |\n| b | 13% |\n| c | 75% |", []),
        ("| a | 12.4% |\n| b | 87.5% |", ["impossible-figure"]),
        ("| a | 130% |\n| b | -30% |", ["impossible-figure", "impossible-figure"]),
        ("| a | many |\n| b | 25% |", ["amount-unparsable"]),
        ("| a | |\n| b | 25% |", ["row-malformed"]),
        ("| a | 25% |\n| b |\n| c | 75% |", ["row-malformed"]),
        ("| a | 25% |\n| b | 75% | c | d |", ["row-malformed"]),
        ("| a | 25% |\n| | 75% |", ["row-malformed"]),
        ("| a | 25% |\n| | |\n| b | 75% |", []),
    ],
)
def test_shares_that_cannot_be(rows: str, found: list[str]) -> None:
    assert codes(_survey(rows)) == found


def test_a_share_no_number_of_people_gives_names_its_field() -> None:
    problem = _survey("| a | 12.4% |\n| b | 87.6% |").problems[0]
    assert problem.target == Target(kind="survey-answer", key="Garden Survey/1/1", field="share")
    assert "8 responses" in problem.what


@pytest.mark.parametrize(
    "question",
    ["**Tea? (Multiple answers allowed)**", "**Tea? (Choose as many as apply)**", "**Tea?** Several answers are fine."],
)
def test_several_answers_need_not_be_100_together(question: str) -> None:
    reading = _survey("| a | 100% |\n| b | 75% |", question)
    assert codes(reading) == []
    assert all(answer.several_answers for answer in _answers(reading))


def test_question_titles_and_other_labels_are_noted() -> None:
    reading = _survey("| a | 25% |\n| b | 75% |", "**Question title: Which tea?**", "| Tea | Share |")
    assert codes(reading) == ["label-drift"]
    assert _answers(reading)[0].question == "Which tea?"


def test_a_question_may_stand_in_the_header() -> None:
    reading = _survey("| a | 25% |\n| b | 75% |", "", "| Which tea? \t| Share \t|")
    assert _answers(reading)[0].question == "Which tea?"
    assert codes(reading) == []


def test_a_question_may_be_a_heading() -> None:
    reading = _survey("| a | 25% |\n| b | 75% |", "### Which tea?")
    assert _answers(reading)[0].question == "Which tea?"


def test_the_next_question_may_have_other_responses() -> None:
    text = HEAD + "For the next question, a total of 3 responses were given.\n\n" + TABLE
    reading = read(FORMAT, text.replace("62.5", "66.7").replace("37.5", "33.3"), "survey.md")
    assert [answer.responses for answer in _answers(reading)] == [3, 3]
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("intro", "responses"),
    [
        ("The survey had 8 responses.", 8),
        ("Overall, 1,281 garden community members took part.", 1281),
        ("With only 3 responses, it was short.", 3),
        ("Many people answered.", None),
        ("It had 8 responses from 7 people.", None),
    ],
)
def test_responses(intro: str, responses: int | None) -> None:
    assert _answers(read(FORMAT, f"A survey. {intro}\n\n{TABLE}", "survey.md"))[0].responses == responses


@pytest.mark.parametrize(
    ("intro", "days"),
    [
        ("It ran from May 3, 2021 to May 8, 2021.", ("2021-05-03", "2021-05-08")),
        ("It ran from 04 to 09 March 2021.", ("2021-03-04", "2021-03-09")),
        ("It ran from May 3 to June 8, 2021.", ("2021-05-03", "2021-06-08")),
        ("It ran from May 3-8, 2021.", ("2021-05-03", "2021-05-08")),
        ("It ran 2021-05-03 to 2021-05-08.", ("2021-05-03", "2021-05-08")),
        ("It ran in spring.", (None, None)),
    ],
)
def test_days(intro: str, days: tuple[str | None, str | None]) -> None:
    reading = read(FORMAT, f"A survey. {intro}\n\n{TABLE}", "survey.md")
    assert (_answers(reading)[0].from_day, _answers(reading)[0].to_day) == days
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("intro", "code"),
    [
        ("It ran from May 8, 2021 to May 3, 2021.", "header-contradiction"),
        ("It ran from Monday to Friday.", "date-unparsable"),
        ("It had 4 responses, or 5 responses.", "header-contradiction"),
    ],
)
def test_heads_that_cannot_be_read(intro: str, code: str) -> None:
    assert code in codes(read(FORMAT, f"A survey. {intro}\n\n{TABLE}", "survey.md"))


def test_questions_without_answers_are_named() -> None:
    text = HEAD + "**Cake?**\n\n" + TABLE + "\n**And why?**\n"
    problems = read(FORMAT, text, "survey.md").problems
    assert [(p.code, p.line) for p in problems] == [("row-malformed", 3), ("row-malformed", 12)]


@pytest.mark.parametrize(("share", "answers", "applied"), [("62.5%", 2, True), ("12.5%", 4, False)])
def test_a_question_standing_twice(share: str, answers: int, applied: bool) -> None:
    text = HEAD + TABLE + "\n" + TABLE.replace("62.5%", share)
    reading = read(FORMAT, text, "survey.md")
    problem = next(p for p in reading.problems if p.code == "section-repeated")
    assert (len(_answers(reading)), problem.applied) == (answers, applied)


def test_a_table_of_something_else_is_left_out_and_named() -> None:
    text = HEAD + TABLE + "\n| Tea | Colour |\n|--|--|\n| black | brown |\n"
    reading = read(FORMAT, text, "survey.md")
    assert codes(reading) == ["value-unknown-label"]
    assert len(_answers(reading)) == 2


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("council-survey/x.md", TABLE, True),
        ("x.md", HEAD + TABLE, True),
        ("x.md", "| Answer | Share | Count |\n|-|-|-|\na survey", True),
        ("x.md", TABLE, False),
        ("survey.md", "no table", False),
        ("survey.json", HEAD + TABLE, False),
    ],
)
def test_recognition(name: str, head: str, expected: bool) -> None:
    assert FORMAT.recognises(name, head) is expected


@pytest.mark.parametrize("text", ["", "|", "|--|--|", "**", "\x00", "| a | Share |\n|--|--|"])
def test_what_holds_no_question_never_stops_the_reader(text: str) -> None:
    assert not read(FORMAT, text, "survey.md").records


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    lines=st.lists(
        st.sampled_from(HEAD.split("\n") + TABLE.split("\n") + ["| x | 50 |", "| a | b | c |", "|", "**q?**", "# h?"])
        | st.text(max_size=30)
        | st.text(alphabet="|-:* %01259.", max_size=20),
        max_size=25,
    )
)
def test_any_lines_are_read_or_reported(lines: list[str]) -> None:
    text = "\n".join(lines)
    first, second = read(FORMAT, text, "survey.md"), read(FORMAT, text, "survey.md")
    assert (first.records, first.problems) == (second.records, second.problems)
    end = text.count("\n") + 1
    assert all(1 <= record.line <= end for record in first.records.values())
    assert all(p.code in CODES and 1 <= p.line <= end and p.id for p in first.problems)


def test_the_published_surveys(shared) -> None:  # type: ignore[no-untyped-def]
    folder = shared("data/community-repo/archives/council/council-survey")
    files = sorted(folder.rglob("*.md"))
    assert len(files) == 4
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert FORMAT.recognises(f"council-survey/{file.name}", text[:65536])
        answers = _answers(read(FORMAT, text, file.name))
        assert answers
        assert all(answer.share is not None and answer.responses for answer in answers)
        assert {(answer.from_day, answer.to_day) for answer in answers} == {("2021-05-03", "2021-05-08")}
