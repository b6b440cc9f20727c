"""Surveys in Markdown: bold questions with a table of answers and shares under each."""

import re
from pathlib import PurePosixPath

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import markdown
from secretariat.sources.archives.reading.lost_rows import naming_lost_rows
from secretariat.sources.archives.surveys.answers import Columns, read_answers, share_of
from secretariat.sources.archives.surveys.head import read_head
from secretariat.sources.archives.surveys.questions import (
    introduction,
    is_answer,
    is_question,
    note_repeated,
    note_unanswered,
    paragraphs_of,
    question_of,
)

_SHARE = re.compile(r"share|percent(age)?|%", re.IGNORECASE)
MAX_LINE = 2000
"""No header of a table is longer."""


def recognises(path: str, head: str) -> bool:
    """Tell a survey by a table of shares and the word survey, in the text or the path."""
    if not path.lower().endswith((".md", ".markdown", ".txt")):
        return False
    if "survey" not in path.lower() and "survey" not in head.lower():
        return False
    lines = (line for line in head.split("\n") if "|" in line and len(line) < MAX_LINE)
    headings = (markdown.cells_of(line) for line in lines)
    return any(len(cells) > 1 and any(map(_is_share, cells)) for cells in headings)


def knows_name(path: str) -> bool:
    """Tell a survey by its name or folder."""
    place = PurePosixPath(path.lower())
    return place.suffix == ".md" and any("survey" in part for part in place.parts[-3:])


def parse(document: Document, reading: Reading) -> None:
    """Read every question in order. The survey's name, days and responses stand above the first."""
    lines = document.lines
    tables = [table for table in markdown.tables(lines) if table.header.line]
    paragraphs = list(paragraphs_of(lines, tables))
    head = read_head(document, reading, [(each.text, each.line) for each in introduction(paragraphs, tables)])
    number = 0
    after = 0
    seen: dict[str, tuple[tuple[str, ...], ...]] = {}
    for table in tables:
        columns = _columns(table, reading)
        before = [each for each in paragraphs if after < each.line < table.header.line]
        after = table.rows[-1].line if table.rows else table.header.line
        if columns is None:
            continue
        number += 1
        question = question_of(number, before, table, columns.answers, head, reading)
        rows = tuple(row.cells for row in table.rows)
        if question.text in seen and note_repeated(reading, question, same=seen[question.text] == rows):
            number -= 1
            continue
        seen.setdefault(question.text, rows)
        read_answers(reading, head, question, table, columns)
    note_unanswered(reading, [each for each in paragraphs if each.line > after and is_question(each.text)])
    if number == 0:
        reading.problem(
            "row-malformed",
            1,
            subject="questions",
            what="The survey has no question with a table of answers and shares.",
            repair="Check that the file is what its name says.",
            refused=True,
        )


def _columns(table: markdown.PipeTable, reading: Reading) -> Columns | None:
    """Find the columns of answers and shares by their labels, in any order; None for another table.

    Of two columns without the label of shares, the one that holds nothing but numbers is that of the shares.
    """
    headings = table.header.cells
    labelled = [place for place, cell in enumerate(headings) if _is_share(cell)]
    if labelled and len(headings) > 1:
        others = [place for place in range(len(headings)) if place not in labelled] or [1 - labelled[0]]
        return Columns(next((place for place in others if is_answer(headings[place])), others[0]), labelled[0])
    for share in (1, 0) if len(headings) == 2 else ():
        shares = [row.cells[share] for row in table.rows if len(row.cells) == 2]
        if shares and all(share_of(cell) is not None for cell in shares):
            reading.problem(
                "label-drift",
                table.header.line,
                subject=f"share column {quoted(headings)}",
                what=f"The column of shares is headed {quoted(headings[share])}.",
                repair="Read as the share.",
                applied=True,
            )
            return Columns(1 - share, share)
    reading.problem(
        "value-unknown-label",
        table.header.line,
        subject=f"table {quoted(headings)}",
        what=f"The table headed {quoted(' | '.join(headings))} has no column of shares; it was left out.",
        repair="Name the column Share if it holds shares.",
    )
    return None


def _is_share(cell: str) -> bool:
    return _SHARE.fullmatch(cell.strip("* ")) is not None


FORMAT = Format(
    name="survey",
    title="a survey",
    recognises=recognises,
    parse=naming_lost_rows(parse),
    knows_name=knows_name,
)
