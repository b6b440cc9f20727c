"""The questions of a survey: the paragraphs between its tables, and which of them asks what a table answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading import markdown
from secretariat.sources.archives.reading.texts import clean
from secretariat.sources.archives.surveys.head import Head, responses_in

_ANSWER = re.compile(r"answers?", re.IGNORECASE)
_SEVERAL = re.compile(r"multiple|as\s+many\s+as|several\s+answers|all\s+that\s+apply|more\s+than\s+one", re.IGNORECASE)
_NEXT = re.compile(r"\bnext\s+question\b", re.IGNORECASE)
_LABEL = re.compile(r"question(\s+title)?\s*:\s*", re.IGNORECASE)
_ASKS = re.compile(r"\?[\s*_]*(?:\([^()]*\)[\s*_.]*)?$")
_ABOUT = re.compile(r"\b(?:surveys?|respon(?:ses?|dents?)|results)\b", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
MAX_TEXT = 1000
"""So many characters of a question or an answer are kept."""


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


def paragraphs_of(lines: list[str], tables: list[markdown.PipeTable]) -> Iterator[Paragraph]:
    """Give the text outside the tables, a paragraph for each run of lines without an empty one."""
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


def introduction(paragraphs: list[Paragraph], tables: list[markdown.PipeTable]) -> list[Paragraph]:
    """Give the paragraphs above the first question; only those about the survey as a whole."""
    first_table = tables[0].header.line if tables else None
    found = []
    for paragraph in paragraphs:
        if (
            is_question(paragraph.text)
            or _ASKS.search(paragraph.text)
            or (first_table is not None and paragraph.line > first_table)
        ):
            break
        found.append(paragraph)
    return [paragraph for paragraph in found if not (_NEXT.search(paragraph.text) or _ASKS.search(paragraph.text))]


def is_question(text: str) -> bool:
    """Tell a question: a paragraph that starts in bold type, or a heading that asks."""
    return text.startswith("**") or (text.startswith("#") and text.rstrip(" #").endswith("?"))


def is_answer(label: str) -> bool:
    """Tell the usual label of the column of answers."""
    return _ANSWER.fullmatch(label.strip("* ")) is not None


def question_of(
    number: int, before: list[Paragraph], table: markdown.PipeTable, answers: int, head: Head, reading: Reading
) -> Question:
    """Find the question of a table whose answers stand in a column: the text above it, else its heading or first label."""
    bold = [paragraph for paragraph in before if is_question(paragraph.text)]
    note_unanswered(reading, bold[:-1])
    label = table.header.cells[answers]
    usual = is_answer(label)
    if bold:
        text, line = plain(bold[-1].text.lstrip("# ")), bold[-1].line
    else:
        text, line = _unmarked(number, before, table, label if not usual else "", reading)
    match = _LABEL.match(text)
    if match or (bold and not usual):
        printed = match[0].strip() if match else label
        reading.problem(
            "label-drift",
            line if match else table.header.line,
            subject=f"question {number} label",
            what=f"Question {number} is labelled {quoted(printed)}, unlike the other surveys' Answer and Share.",
            repair="Read as a question with its answers.",
            applied=True,
        )
    said = [paragraph.text for paragraph in before]
    asked = [found for each in said if _NEXT.search(each) and (found := responses_in(each)) is not None]
    several = any(_SEVERAL.search(each) for each in (*said, label))
    return Question(number, text[match.end() if match else 0 :], line, several, asked[-1] if asked else head.responses)


def _unmarked(
    number: int, before: list[Paragraph], table: markdown.PipeTable, label: str, reading: Reading
) -> tuple[str, int]:
    """Find a question that is neither bold nor a heading that asks, with its line.

    A paragraph that asks goes first; then the label of the table, if it is not the usual one; then its own heading; then
    the last paragraph above it that does not speak of the survey as a whole.
    """
    asking = [each for each in before if _ASKS.search(each.text)]
    others = [
        each for each in before if not (_ABOUT.search(each.text) or _NEXT.search(each.text) or each.text[0] == "#")
    ]
    under = table.under
    own = under is not None and any(each.line == under.line for each in before)
    if not asking and label:
        return plain(label), table.header.line
    if asking or (others and not own):
        found = (asking or others)[-1]
        _note_plain(number, found, reading)
        return plain(found.text), found.line
    if under is not None:
        return plain(under.text), under.line
    reading.problem(
        "row-malformed",
        table.header.line,
        subject=f"question {number} without text",
        what=f"The table of question {number} has no question above it.",
        repair="Write the question in bold above its table and import the file again; its answers are kept.",
    )
    return plain(table.header.cells[0]), table.header.line


def _note_plain(number: int, question: Paragraph, reading: Reading) -> None:
    reading.problem(
        "label-drift",
        question.line,
        subject=f"question {number} unmarked",
        what=f"The text {quoted(plain(question.text))} above the table of question {number} is neither bold nor a heading.",
        repair="Read as the question.",
        applied=True,
    )


def note_repeated(reading: Reading, question: Question, *, same: bool) -> bool:
    """Report a question that stands twice; tells whether it is left out because its answers are the same."""
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


def note_unanswered(reading: Reading, questions: list[Paragraph]) -> None:
    """Report questions that no table answers."""
    for question in questions:
        reading.problem(
            "row-malformed",
            question.line,
            subject=f"unanswered {quoted(plain(question.text))}",
            what=f"The question {quoted(plain(question.text))} has no table of answers.",
            repair="Add its answers, or remove the question.",
            refused=True,
        )


def plain(text: str) -> str:
    """Take bold type, code marks and addresses of links off a text."""
    return clean(_LINK.sub(r"\1", text).replace("**", "").replace("`", "")).text[:MAX_TEXT]
