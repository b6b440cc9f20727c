"""The answers to a survey's question: a row of its table each, with a share in percent."""

from dataclasses import dataclass
from decimal import Decimal

from secretariat.facts.feedback import SurveyAnswer
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading import markdown
from secretariat.sources.archives.reading.numbers import read_number
from secretariat.sources.archives.surveys.checks import check_answer, check_sum
from secretariat.sources.archives.surveys.head import Head
from secretariat.sources.archives.surveys.questions import Question, plain


@dataclass(frozen=True, slots=True)
class Columns:
    """The places of answers and shares in the rows of a question's table."""

    answers: int
    shares: int


def read_answers(reading: Reading, head: Head, question: Question, table: markdown.PipeTable, columns: Columns) -> None:
    """Read every row of a question's table. The sum of the shares is checked when no row is refused."""
    answers: list[SurveyAnswer] = []
    bare: list[str] = []
    first: dict[str, int] = {}
    refused = 0
    for row in table.rows:
        if not any(row.cells):
            continue
        if len(row.cells) <= max(columns.answers, columns.shares) or any(row.cells[len(table.header.cells) :]):
            printed, cell = "", ""
        else:
            printed, cell = _in_place(reading, question, row, columns)
        if not printed:
            _malformed(reading, question, row)
            refused += 1
            continue
        key = f"{head.survey}/{question.number}/{len(answers) + 1}"
        fact = SurveyAnswer(
            survey=head.survey,
            question_number=question.number,
            question=question.text,
            answer_number=len(answers) + 1,
            answer=plain(printed),
            share=_read_share(reading, key, cell, row.line),
            several_answers=question.several,
            responses=question.responses,
            from_day=head.from_day,
            to_day=head.to_day,
        )
        if fact.share is not None and "%" not in cell:
            bare.append(cell)
        reading.add(key, row.line, fact)
        check_answer(reading, key, fact, row.line)
        _check_again(reading, fact, row.line, first)
        answers.append(fact)
    _note_bare(reading, question, bare, len(answers))
    if not refused:
        check_sum(reading, question.line, answers)


def _in_place(reading: Reading, question: Question, row: markdown.Row, columns: Columns) -> tuple[str, str]:
    """Give a row's answer and share; exchanged, with a problem, where only the cell of the answer is a percentage."""
    answer, share = row.cells[columns.answers], row.cells[columns.shares]
    if share_of(share) is not None or not share.strip("% -") or "%" not in answer or share_of(answer) is None:
        return answer, share
    reading.problem(
        "field-shifted",
        row.line,
        subject=f"question {question.number} row {quoted(' | '.join(row.cells))}",
        what=f"The share {quoted(answer)} stands in the column of the answers, and {quoted(share)} in that of the shares.",
        repair=f"Read as the answer {quoted(share)} with the share {quoted(answer)}.",
        applied=True,
    )
    return share, answer


def _check_again(reading: Reading, fact: SurveyAnswer, line: int, first: dict[str, int]) -> None:
    """Note an answer that stands twice under one question."""
    known = first.setdefault(fact.answer.casefold(), line)
    if known != line:
        reading.problem(
            "duplicate-key",
            line,
            subject=f"question {fact.question_number} answer {fact.answer_number} again",
            what=f"The answer {quoted(fact.answer)} stands again under question {fact.question_number}; the first is at line "
            f"{known}.",
            repair="Both are kept; mend the answer that is wrong, or remove the row that is too many.",
        )


def _note_bare(reading: Reading, question: Question, bare: list[str], answers: int) -> None:
    if bare:
        reading.problem(
            "alias",
            question.line,
            subject=f"question {question.number} percent sign",
            what=f"{len(bare)} of the {answers} shares of question {question.number} have no percent sign:"
            f" {quoted(', '.join(bare))}.",
            repair="Read as percent.",
            applied=True,
        )


def _read_share(reading: Reading, key: str, cell: str, line: int) -> Decimal | None:
    share = share_of(cell)
    if share is None:
        empty = cell.strip("% ") in ("", "-")
        reading.problem(
            "row-malformed" if empty else "amount-unparsable",
            line,
            subject=f"{key} share",
            what="The answer has no share." if empty else f"The share {quoted(cell)} is not one percentage.",
            repair="Set the share; until then it is unknown.",
            target=Target(kind=SurveyAnswer.KIND, key=key, field="share"),
        )
    return share


def share_of(cell: str) -> Decimal | None:
    """Read ``54.5%``, ``25`` or ``54,5 %`` with the digits as printed."""
    value = read_number(cell.strip("* ").removesuffix("%").rstrip()).value
    return value if value is not None and abs(value) < 10**9 else None


def _malformed(reading: Reading, question: Question, row: markdown.Row) -> None:
    reading.problem(
        "row-malformed",
        row.line,
        subject=f"question {question.number} row {quoted(' | '.join(row.cells))}",
        what=f"The row {quoted(' | '.join(row.cells))} has not one answer and one share.",
        repair="Mend the row and import it again.",
        refused=True,
    )
