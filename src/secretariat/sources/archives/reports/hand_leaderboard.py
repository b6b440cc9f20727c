"""The hand-made leaderboard of the Alexandria testnet: metrics by council, then what each member did and got."""

import re
from dataclasses import dataclass
from decimal import Decimal

from secretariat.facts.networks import chain_of
from secretariat.facts.problems import Target
from secretariat.facts.terms import LeaderboardFigure
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.lost_rows import naming_lost_rows
from secretariat.sources.archives.reading.markdown import PipeTable, Row, tables
from secretariat.sources.archives.reading.numbers import read_number
from secretariat.sources.archives.reading.places import network_in, network_of_path
from secretariat.sources.archives.reports.figures import half_unit
from secretariat.sources.archives.reports.layout import label_key
from secretariat.sources.archives.tokenomics.tables import is_short, note_lost_column

_TERM = re.compile(r"#?\s*([0-9]{1,4})", re.ASCII)
_MEMBER = re.compile(r"@([A-Za-z0-9_.\-]{1,60})", re.ASCII)
_UNITS = re.compile(r"[$%\s]|\b(?:joy|usd)\b", re.IGNORECASE)
_TEXTS = ("block range", "start date", "end date", "date")
_NOT_SEATED = frozenset({"x", "X", "-", ""})
_VOTES = "Votes"
_SHARE = "vote %"


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a row: its term, how it was printed, the number, and half of its last printed place."""

    term: int
    printed: str
    number: Decimal | None
    half: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its metric, whose it is, its cells by term, and what stands in the column of averages or totals."""

    metric: str
    member: str | None
    cells: tuple[Cell, ...]
    summary: str
    line: int


def _recognises(path: str, head: str) -> bool:
    return any(_terms(table) for table in tables(head.split("\n"))) and "leaderboard" in head.lower()


def _knows_name(path: str) -> bool:
    return bool(re.search(r"council[^/]*leaderboard[^/]*\.(md|markdown)$", path, re.IGNORECASE))


def _terms(table: PipeTable) -> dict[int, int]:
    """Give the column of each term when the header is ``Council # | 1 | 2 | ...``, else nothing."""
    if label_key(table.header.cells[0]) not in ("council", "councils", "council round", "council term"):
        return {}
    found = ((index, _TERM.fullmatch(cell)) for index, cell in enumerate(table.header.cells))
    return {index: int(match[1]) for index, match in found if index and match}


def _parse(document: Document, reading: Reading) -> None:
    network = network_of_path(document.path) or network_in(document.text[:4000])
    if network is None:
        reading.problem(
            "network-unknown",
            1,
            subject="network",
            what="Neither the file's folders nor its name nor its text say which network the leaderboard is of.",
            repair="Put the file into the folder of its network and import it again.",
            refused=True,
        )
        return
    terms: dict[int, int] = {}
    metrics: list[Line] = []
    members: list[Line] = []
    for found in tables(document.lines):
        own = _terms(found)
        terms = own or terms
        table = _whole_rows(reading, found) if terms else found
        if own:
            metrics += [line for row in table.rows if (line := _line(row, terms, _label(row.cells[0]), None))]
        elif terms:
            members += _member_lines(table, terms)
    for line in metrics + members:
        _record(reading, network, line)
    _check_metrics(reading, metrics)
    _check_members(reading, metrics, members)


def _whole_rows(reading: Reading, table: PipeTable) -> PipeTable:
    """Leave out the rows that lost a column, of which no figure is known to be its council's, and report them."""
    whole = []
    for row in table.rows:
        if is_short(table, row) and any(row.cells):
            note_lost_column(reading, table, row, left_out=True)
        else:
            whole.append(row)
    return PipeTable(table.header, tuple(whole), table.under)


def _label(cell: str) -> str:
    return " ".join(cell.replace("*", " ").replace("`", " ").split())


def _line(row: Row, terms: dict[int, int], metric: str, member: str | None) -> Line | None:
    """Read a row; None for a heading inside the table and for an empty row."""
    printed = {term: row.cells[index].strip() for index, term in terms.items() if index < len(row.cells)}
    cells = tuple(_cell(term, text) for term, text in printed.items() if text not in _NOT_SEATED)
    if not metric or not cells:
        return None
    beyond = max(terms)
    summary = next((cell for cell in reversed(row.cells[beyond + 1 :]) if cell), "")
    return Line(metric, member, cells, summary, row.line)


def _cell(term: int, printed: str) -> Cell:
    number = _number(printed)
    return Cell(term, printed, number, half_unit(number) if number is not None else Decimal(0))


def _number(printed: str) -> Decimal | None:
    """Read dollars, shares and amounts; the unit is in the metric's words or sign, the number is kept as printed."""
    if len(printed) > 60:
        return None
    text = _UNITS.sub("", printed)
    return read_number(text).value


def _member_lines(table: PipeTable, terms: dict[int, int]) -> list[Line]:
    """Read the blocks of members: ``@handle`` with the votes cast, then the rows about the same member."""
    member: str | None = None
    lines = []
    for row in table.rows:
        label = _label(row.cells[0])
        match = _MEMBER.fullmatch(label)
        if match:
            member = match[1]
        elif not label:
            member = None
        line = _line(row, terms, _VOTES if match else label, member)
        if line is not None and member is not None:
            lines.append(line)
    return lines


def _record(reading: Reading, network: str, line: Line) -> None:
    for cell in line.cells:
        key = f"{line.metric}/{cell.term}" if line.member is None else f"{line.member}/{line.metric}/{cell.term}"
        fact = LeaderboardFigure(
            network=network,
            chain=chain_of(network),
            term=cell.term,
            metric=line.metric,
            member=line.member,
            printed=cell.printed,
            number=cell.number,
        )
        added = reading.add(key, line.line, fact)
        if added and cell.number is None and label_key(line.metric) not in _TEXTS:
            reading.problem(
                "amount-unparsable",
                line.line,
                subject=key,
                what=f"{line.metric} of council {cell.term} is written {quoted(cell.printed)}: not one number.",
                repair="Give the value; until then it is unknown.",
                target=Target(kind=LeaderboardFigure.KIND, key=key, field="number"),
            )


def _check_metrics(reading: Reading, metrics: list[Line]) -> None:
    for line in metrics:
        _check_shares(reading, line)
        if line.summary and "averages" not in line.summary.lower():
            _check_summary(reading, line, average=True)


def _check_members(reading: Reading, metrics: list[Line], members: list[Line]) -> None:
    """Check the shares and totals of members. A share is of the council's valid proposals."""
    valid = next((line for line in metrics if label_key(line.metric) == "valid proposals"), None)
    votes = {line.member: line for line in members if line.metric == _VOTES}
    for line in members:
        _check_shares(reading, line)
        is_share = label_key(line.metric) == _SHARE
        if is_share and valid is not None and line.member in votes:
            _check_votes(reading, line, votes[line.member], valid)
        if line.summary:
            _check_summary(reading, line, average=is_share)


def _check_shares(reading: Reading, line: Line) -> None:
    for cell in line.cells:
        if "%" in cell.printed and cell.number is not None and not 0 <= cell.number <= 100:
            reading.problem(
                "impossible-figure",
                line.line,
                subject=f"{line.member} {line.metric} {cell.term} share",
                what=f"{line.metric}{_of(line)} for council {cell.term} is {quoted(cell.printed)}; a share is between 0 and "
                "100%.",
                repair="Check it against the reports; the printed value is kept.",
            )


def _of(line: Line) -> str:
    return f" of {line.member}" if line.member else ""


def _check_summary(reading: Reading, line: Line, *, average: bool) -> None:
    """Compare an average or a total with its cells, as exactly as all of them are printed."""
    stated = _number(line.summary)
    numbers = [cell.number for cell in line.cells if cell.number is not None]
    if stated is None or len(numbers) != len(line.cells):
        return
    total = sum(numbers, Decimal(0))
    slack = sum((cell.half for cell in line.cells), Decimal(0))
    expected, allowed = (total / len(numbers), slack / len(numbers)) if average else (total, slack)
    if abs(stated - expected) <= allowed + (half_unit(stated) or Decimal("0.5")) + Decimal("0.000001"):
        return
    word = "average" if average else "total"
    reading.problem(
        "total-not-sum",
        line.line,
        subject=f"{line.member} {line.metric} {word}",
        what=f"{line.metric}{_of(line)}: the {word} is written {quoted(line.summary)}; its cells give {expected:.2f}.",
        repair="Work it out anew; the cells are kept as printed.",
    )


def _check_votes(reading: Reading, line: Line, votes: Line, valid: Line) -> None:
    cast = {cell.term: cell.number for cell in votes.cells}
    made = {cell.term: cell.number for cell in valid.cells}
    for cell in line.cells:
        voted, of = cast.get(cell.term), made.get(cell.term)
        if cell.number is None or voted is None or not of:
            continue
        share = voted / of * 100
        if abs(cell.number - share) > 2 * cell.half + Decimal("0.01"):
            reading.problem(
                "contradiction",
                line.line,
                subject=f"{line.member} {line.metric} {cell.term}",
                what=f"{line.metric}{_of(line)} for council {cell.term} is {quoted(cell.printed)}; {voted:f} votes on {of:f} "
                f"valid proposals are {share:.2f}%.",
                repair="Check the votes; both are kept as printed, the share is worked out anew.",
            )


FORMAT = Format(
    name="hand-leaderboard",
    title="a hand-made council leaderboard",
    recognises=_recognises,
    parse=naming_lost_rows(_parse),
    knows_name=_knows_name,
)
