"""OKR documents in Markdown: objectives as headings, key results as bullets under them, one quarter per document."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from secretariat.facts.kpis import KeyResult
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.kpis.okr_checks import Found, check_families, check_grade, check_number
from secretariat.sources.archives.reading import markdown
from secretariat.sources.archives.reading.lost_rows import naming_lost_rows
from secretariat.sources.archives.reading.texts import clean
from secretariat.sources.archives.reports.lost_headings import with_headings

NO_PERIOD = "unknown"
"""Stands for the quarter where neither a heading nor the file's name tells it."""

_OBJECTIVE = re.compile(r"(?:objective|O)[-. ]?\s?(\d+(?:[.-]\d+)*)(?![\w.])\s*[:.)-]?\s*(.*)", re.IGNORECASE)
_KEY_RESULT = re.compile(
    r"\s{0,12}(?:[-*+]\s+|\d+[.)]\s+)?[*_]{0,3}(?:key\s+result|KR)[-. ]?\s?(\d+(?:[.-]\d+)*)(?![\w])[*_]{0,3}"
    r"\s*[:.)-]?\s*[*_]{0,3}:?\s*(.*)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s{0,12}([-*+]|\d+[.)]|#{1,6})\s")
_STATED = re.compile(
    r"[\s*_>(-]*(?:status|grade|score|final\s+grade|final\s+score)[\s*_]*[:=][\s*_]*([^*_]{1,80})", re.IGNORECASE
)
_INLINE = re.compile(
    r"[\s*_(\[,;-]{0,9}\b(?:status|grade|score)[\s*_]*[:=][\s*_]*([^*_()\[\]]{1,80}?)[\s*_)\].]*$", re.IGNORECASE
)
_QUARTER = re.compile(r"\bQ\s?([1-4])[\s/_.,-]{0,3}(\d{4})\b|\b(\d{4})[\s/_.,-]{0,3}Q\s?([1-4])\b", re.IGNORECASE)
_NO_QUARTER = re.compile(
    r"\bQ\s?(?![1-4]\b)\d{1,2}[\s/_.,-]{0,3}\d{4}\b|\b\d{4}[\s/_.,-]{0,3}Q\s?(?![1-4]\b)\d{1,2}\b", re.IGNORECASE
)
_RESULT_COLUMN = re.compile(r"(key\s+results?|KRs?)", re.IGNORECASE)
_STATUS_COLUMN = re.compile(r"((final\s+)?(grade|score)|status)s?", re.IGNORECASE)
_LEVEL = 3
MAX_TEXT = 1000
MAX_LINE = 4000


def recognises(path: str, head: str) -> bool:
    """Tell an OKR document by its key results."""
    if not path.lower().endswith((".md", ".markdown")):
        return False
    named = knows_name(path) or re.search(r"\bokrs?\b|key\s+results?", head, re.IGNORECASE) is not None
    return named and any(_KEY_RESULT.match(line) for line in head.split("\n") if len(line) <= MAX_LINE)


def knows_name(path: str) -> bool:
    """Tell an OKR document by its name or folder: ``okr/2023_Q2.md``."""
    place = PurePosixPath(path.lower())
    return place.suffix == ".md" and any(re.search(r"(?<![a-z])okrs?(?![a-z])", part) for part in place.parts[-2:])


def parse(document: Document, reading: Reading) -> None:
    """Read every key result with its objective; initiatives are examples and are not kept."""
    document = with_headings(document, reading, _levels(document))
    lines = document.lines
    period = _period(document, reading)
    found = _key_results(lines, reading)
    graded = _graded_in_tables(lines)
    check_families(reading, period, found)
    for result in found:
        result.status = result.status or graded.get(result.number)
        _add(reading, period, result)
    if not found:
        reading.problem(
            "row-malformed",
            1,
            subject="key results",
            what="The document holds no key result.",
            repair="Check that the file is what its name says.",
            refused=True,
        )


def _levels(document: Document) -> Callable[[str, list[str]], int | None]:
    """Tell what a line has to say to be an objective's heading: its number, which no heading has, above a key result."""
    headed = {
        match[1] for one in markdown.headings(document.lines) if (match := _OBJECTIVE.fullmatch(_plain(one.text)))
    }

    def level_of(title: str, below: list[str]) -> int | None:
        match = _OBJECTIVE.fullmatch(title)
        above = any(_KEY_RESULT.match(line[:MAX_LINE]) for line in below)
        return _LEVEL if match and above and match[1] not in headed else None

    return level_of


def _period(document: Document, reading: Reading) -> str:
    """Find the quarter: in a heading, else in the file's name. Both must agree."""
    named = _quarters(document.name)
    headed: dict[str, int] = {}
    _check_quarters(document, reading)
    for heading in markdown.headings(document.lines):
        for quarter in _quarters(heading.text):
            headed.setdefault(quarter, heading.line)
    if len(headed) == 1:
        quarter, line = next(iter(headed.items()))
        if named and quarter not in named:
            reading.problem(
                "header-contradiction",
                line,
                subject=f"quarter {quarter}",
                what=f"The heading says {quarter}, the file's name {', '.join(sorted(named))}.",
                repair="Rename the file or mend the heading; until then the heading counts.",
            )
        return quarter
    if len(named) == 1:
        return named.pop()
    reading.problem(
        "date-unparsable",
        next(iter(headed.values()), 1),
        subject="quarter",
        what="The document does not tell one quarter, in its headings or in the file's name.",
        repair="Write the quarter into the heading, as in OKR Q2/2023.",
    )
    return NO_PERIOD


def _check_quarters(document: Document, reading: Reading) -> None:
    """Report a quarter that no year has, in the file's name or a heading."""
    places = [("The file's name", document.name, 1)]
    places += [("The heading", heading.text, heading.line) for heading in markdown.headings(document.lines)]
    for place, text, line in places:
        for match in _NO_QUARTER.finditer(text[:200].replace("_", " ")):
            reading.problem(
                "header-contradiction",
                line,
                subject=f"no quarter {place} {match[0]}",
                what=f"{place} {quoted(text[:200])} names {quoted(match[0])}, and a year has only the quarters Q1 to Q4.",
                repair="Rename the file or mend the heading; until then the other one counts.",
            )


def _quarters(text: str) -> set[str]:
    spaced = text[:200].replace("_", " ")
    return {f"{m[2] or m[3]}-Q{m[1] or m[4]}" for m in _QUARTER.finditer(spaced)}


def _key_results(lines: list[str], reading: Reading) -> list[Found]:
    found: list[Found] = []
    objective, title = "", ""
    objectives: dict[str, str] = {}
    open_: Found | None = None
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE:
            continue
        heading = next(markdown.headings([line]), None)
        if heading is not None:
            open_ = None
            objective, title = _objective(heading.text, number, objectives, reading)
        elif match := _KEY_RESULT.match(line):
            open_ = Found(match[1], objective, title, *_text_and_status(match[2], number))
            found.append(open_)
        elif open_ is not None:
            open_ = _continue(open_, line)
    return found


def _objective(text: str, line: int, known: dict[str, str], reading: Reading) -> tuple[str, str]:
    """Read a heading as an objective: its number and title; a heading without a number is its own name."""
    plain = _plain(text)
    match = _OBJECTIVE.fullmatch(plain)
    if match is None:
        return plain, plain
    number, title = f"O-{match[1]}", match[2]
    if known.setdefault(number, title) != title:
        reading.problem(
            "number-collision",
            line,
            subject=f"objective {number} {quoted(title)}",
            what=f"Objective {number} stands twice: {quoted(known[number])} and {quoted(title)}.",
            repair="Give one of the two another number.",
        )
    return number, title


def _text_and_status(printed: str, line: int) -> tuple[str, int, str | None]:
    match = _INLINE.search(printed)
    status = _plain(match[1]) if match else None
    return _plain(printed[: match.start()] if match else printed), line, status


def _continue(result: Found, line: str) -> Found | None:
    """Take a line below a key result: its status, or its text where the label stood alone. Gives None at its end."""
    stated = _STATED.match(line)
    if stated and result.status is None:
        result.status = _plain(stated[1])
    elif not result.text and line.strip() and not _BULLET.match(line):
        result.text = _plain(line)
    return None if not line.strip() and result.text else result


def _graded_in_tables(lines: list[str]) -> dict[str, str]:
    """Read the grades of a table of key results: number to grade."""
    graded: dict[str, str] = {}
    for table in markdown.tables(lines):
        labels = [cell.strip("* ") for cell in table.header.cells]
        results = [place for place, label in enumerate(labels) if _RESULT_COLUMN.fullmatch(label)]
        statuses = [place for place, label in enumerate(labels) if _STATUS_COLUMN.fullmatch(label)]
        if not results or not statuses:
            continue
        for row in table.rows:
            if len(row.cells) <= max(results[0], statuses[0]):
                continue
            match = _KEY_RESULT.match(row.cells[results[0]][:MAX_LINE])
            status = _plain(row.cells[statuses[0]])
            if match and status:
                graded.setdefault(match[1], status)
    return graded


def _add(reading: Reading, period: str, result: Found) -> None:
    key = f"{period}/KR-{result.number}"
    target = Target(kind=KeyResult.KIND, key=key, field="text")
    if not result.objective:
        reading.problem(
            "row-malformed",
            result.line,
            subject=f"{key} objective",
            what=f"Key result KR-{result.number} stands under no objective.",
            repair="Set its objective.",
            target=Target(kind=KeyResult.KIND, key=key, field="objective"),
        )
    if not result.text:
        reading.problem(
            "row-malformed",
            result.line,
            subject=f"{key} text",
            what=f"Key result KR-{result.number} has no text.",
            repair="Set its text.",
            target=target,
        )
    check_number(reading, key, result)
    check_grade(reading, key, result)
    fact = KeyResult(
        period=period,
        objective=result.objective,
        objective_title=result.objective_title,
        key_result=f"KR-{result.number}",
        text=result.text,
        status=result.status,
    )
    reading.add(key, result.line, fact)


def _plain(text: str) -> str:
    """Take bold type, links and line breaks off a text."""
    unlinked = re.sub(r"\[([^\[\]]*)\]\([^()]*\)", r"\1", text)
    return clean(unlinked.replace("**", "").replace("`", "")).text.strip("* ")[:MAX_TEXT]


FORMAT = Format(
    name="okr",
    title="a document of objectives and key results",
    recognises=recognises,
    parse=naming_lost_rows(parse),
    knows_name=knows_name,
)
