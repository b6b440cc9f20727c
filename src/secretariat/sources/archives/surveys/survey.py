"""Surveys in Markdown: bold questions with a table of answers and shares under each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath

from secretariat.facts.feedback import SurveyAnswer
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import markdown
from secretariat.sources.archives.reading.numbers import read_number
from secretariat.sources.archives.reading.texts import clean
from secretariat.sources.archives.surveys.checks import check_answer, check_sum
from secretariat.sources.archives.surveys.head import Head, read_head, responses_in

_SHARE = re.compile(r"share|percent(age)?|%", re.IGNORECASE)
_ANSWER = re.compile(r"answers?", re.IGNORECASE)
_SEVERAL = re.compile(r"multiple|as\s+many\s+as|several\s+answers|all\s+that\s+apply|more\s+than\s+one", re.IGNORECASE)
_NEXT = re.compile(r"\bnext\s+question\b", re.IGNORECASE)
_LABEL = re.compile(r"question(\s+title)?\s*:\s*", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
MAX_TEXT = 1000
MAX_LINE = 2000
"""No header of a table is longer."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive lines of text outside tables, joined, and the line they start on."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its number, its line, and how many people it was put to."""

    number: int
    text: str
    line: int
    several: bool
    responses: int | None


def recognises(path: str, head: str) -> bool:
    """Tell a survey by a table of shares and the word survey, in the text or the path."""
    if not path.lower().endswith((".md", ".markdown", ".txt")):
        return False
    if "survey" not in path.lower() and "survey" not in head.lower():
        return False
    lines = (line for line in head.split("\n") if "|" in line and len(line) < MAX_LINE)
    return any(_is_share(cell) for line in lines for cell in markdown.cells_of(line)[1:])


def knows_name(path: str) -> bool:
    """Tell a survey by its name or folder."""
    place = PurePosixPath(path.lower())
    return place.suffix == ".md" and any("survey" in part for part in place.parts[-3:])


def parse(document: Document, reading: Reading) -> None:
    """Read every question in order. The survey's name, days and responses stand above the first."""
    lines = document.lines
    tables = [table for table in markdown.tables(lines) if table.header.line]
    paragraphs = list(_paragraphs(lines, tables))
    head = read_head(document, reading, [(p.text, p.line) for p in _introduction(paragraphs, tables)])
    number = 0
    after = 0
    seen: dict[str, tuple[tuple[str, ...], ...]] = {}
    for table in tables:
        column = _share_column(table, reading)
        before = [p for p in paragraphs if after < p.line < table.header.line]
        after = table.rows[-1].line if table.rows else table.header.line
        if column is None:
            continue
        number += 1
        question = _question(number, before, table, head, reading)
        rows = tuple(row.cells for row in table.rows)
        if question.text in seen and _repeated(reading, question, same=seen[question.text] == rows):
            number -= 1
            continue
        seen.setdefault(question.text, rows)
        _read_answers(reading, head, question, table, column)
    _note_unanswered(reading, [p for p in paragraphs if p.line > after and _is_question(p.text)])
    if number == 0:
        reading.problem(
            "row-malformed",
            1,
            subject="questions",
            what="The survey has no question with a table of answers and shares.",
            repair="Check that the file is what its name says.",
            refused=True,
        )


def _paragraphs(lines: list[str], tables: list[markdown.PipeTable]) -> Iterator[Paragraph]:
    taken = {
        line
        for table in tables
        for line in range(table.header.line, (table.rows[-1].line if table.rows else table.header.line + 1) + 1)
    }
    held: list[str] = []
    start = 0
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip() and number not in taken:
            start = start if held else number
            held.append(line.strip())
        elif held:
            yield Paragraph(" ".join(held)[:MAX_TEXT], start)
            held = []


def _introduction(paragraphs: list[Paragraph], tables: list[markdown.PipeTable]) -> list[Paragraph]:
    """Give the paragraphs above the first question; only those about the survey as a whole."""
    first_table = tables[0].header.line if tables else None
    found = []
    for paragraph in paragraphs:
        if _is_question(paragraph.text) or (first_table is not None and paragraph.line > first_table):
            break
        found.append(paragraph)
    return [paragraph for paragraph in found if not _NEXT.search(paragraph.text)]


def _is_question(text: str) -> bool:
    """Tell a question: a paragraph that starts in bold type, or a heading that asks."""
    return text.startswith("**") or (text.startswith("#") and text.rstrip(" #").endswith("?"))


def _share_column(table: markdown.PipeTable, reading: Reading) -> int | None:
    """Find the column of shares by its label, or the second of two columns of numbers; None for another table."""
    labelled = [place for place, cell in enumerate(table.header.cells) if place and _is_share(cell)]
    if labelled:
        return labelled[0]
    shares = [row.cells[1] for row in table.rows if len(row.cells) == 2]
    if len(table.header.cells) == 2 and shares and all(_share(cell) is not None for cell in shares):
        reading.problem(
            "label-drift",
            table.header.line,
            subject=f"share column {quoted(table.header.cells)}",
            what=f"The column of shares is headed {quoted(table.header.cells[1])}.",
            repair="Read as the share.",
            applied=True,
        )
        return 1
    reading.problem(
        "value-unknown-label",
        table.header.line,
        subject=f"table {quoted(table.header.cells)}",
        what=f"The table headed {quoted(' | '.join(table.header.cells))} has no column of shares; it was left out.",
        repair="Name the column Share if it holds shares.",
    )
    return None


def _question(
    number: int, before: list[Paragraph], table: markdown.PipeTable, head: Head, reading: Reading
) -> Question:
    """Find the question of a table: the bold paragraph above it, else its heading or the table's first label."""
    bold = [p for p in before if _is_question(p.text)]
    _note_unanswered(reading, bold[:-1])
    label = table.header.cells[0]
    if bold:
        text, line = _plain(bold[-1].text.lstrip("# ")), bold[-1].line
    elif _ANSWER.fullmatch(label.strip("* ")) and table.under is not None:
        text, line = _plain(table.under.text), table.under.line
    else:
        text, line = _plain(label), table.header.line
    match = _LABEL.match(text)
    if match or (bold and not _ANSWER.fullmatch(label.strip("* "))):
        printed = match[0].strip() if match else label
        reading.problem(
            "label-drift",
            line if match else table.header.line,
            subject=f"question {number} label",
            what=f"Question {number} is labelled {quoted(printed)}, unlike the other surveys' Answer and Share.",
            repair="Read as a question with its answers.",
            applied=True,
        )
    asked = [found for p in before if _NEXT.search(p.text) and (found := responses_in(p.text)) is not None]
    several = any(_SEVERAL.search(p.text) for p in before) or _SEVERAL.search(label) is not None
    return Question(number, text[match.end() if match else 0 :], line, several, asked[-1] if asked else head.responses)


def _repeated(reading: Reading, question: Question, *, same: bool) -> bool:
    """Note a question that stands twice; gives whether it is left out because its answers are the same."""
    reading.problem(
        "section-repeated",
        question.line,
        subject=f"question {quoted(question.text)} {'again' if same else 'with other answers'} {question.number}",
        what=f"The question {quoted(question.text)} stands in the survey twice, with "
        + ("the same answers." if same else "different answers."),
        repair="Count it once." if same else "Both are kept; remove the wrong one.",
        applied=same,
    )
    return same


def _note_unanswered(reading: Reading, questions: list[Paragraph]) -> None:
    for question in questions:
        reading.problem(
            "row-malformed",
            question.line,
            subject=f"unanswered {quoted(_plain(question.text))}",
            what=f"The question {quoted(_plain(question.text))} has no table of answers.",
            repair="Add its answers, or remove the question.",
            refused=True,
        )


def _read_answers(reading: Reading, head: Head, question: Question, table: markdown.PipeTable, column: int) -> None:
    answers: list[SurveyAnswer] = []
    bare: list[str] = []
    refused = 0
    for row in table.rows:
        if not any(row.cells):
            continue
        if len(row.cells) <= column or any(row.cells[len(table.header.cells) :]) or not row.cells[0]:
            _malformed(reading, question, row)
            refused += 1
            continue
        key = f"{head.survey}/{question.number}/{len(answers) + 1}"
        cell = row.cells[column]
        fact = SurveyAnswer(
            survey=head.survey,
            question_number=question.number,
            question=question.text,
            answer_number=len(answers) + 1,
            answer=_plain(row.cells[0]),
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
        answers.append(fact)
    _note_bare(reading, question, bare, len(answers))
    if not refused:
        check_sum(reading, question.line, answers)


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
    share = _share(cell)
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


def _share(cell: str) -> Decimal | None:
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


def _is_share(cell: str) -> bool:
    return _SHARE.fullmatch(cell.strip("* ")) is not None


def _plain(text: str) -> str:
    """Take bold type, code marks and addresses of links off a text."""
    return clean(_LINK.sub(r"\1", text).replace("**", "").replace("`", "")).text[:MAX_TEXT]


FORMAT = Format(
    name="survey",
    title="a survey",
    recognises=recognises,
    parse=parse,
    knows_name=knows_name,
)
