"""The spending ledger as CSV: ``spending_proposal_categories.csv``, both historic headers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading, check_count
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.delimited import Record, records
from secretariat.sources.archives.reading.numbers import read_integer
from secretariat.sources.archives.reading.texts import clean
from secretariat.sources.archives.spending.cells import habits_of, read_row
from secretariat.sources.archives.spending.columns import COLUMNS, column_of, is_ledger
from secretariat.sources.archives.spending.numbers import commas_group
from secretariat.sources.archives.spending.rows import ReadRow, add_rows
from secretariat.sources.archives.spending.rules import Finding
from secretariat.sources.archives.spending.slips import FIGURES, Placed, place
from secretariat.sources.archives.spending.words import read_network

_DELIMITERS = (",", ";", "\t")
_LINES_BEFORE_HEADER = 20
_NAME = re.compile(r"spending.?proposal.?categor[^/]*\.(csv|tsv)$", re.IGNORECASE)
_OPTIONAL = ("group",)


@dataclass(frozen=True, slots=True)
class _Header:
    """The heading line: its delimiter, its columns (an unknown one as ``?n``) and its line."""

    delimiter: str
    columns: tuple[str, ...]
    line: int
    unknown: tuple[str, ...]


def _knows_name(path: str) -> bool:
    return bool(_NAME.search(path))


def _recognises(path: str, head: str) -> bool:
    return _header(head.split("\n", _LINES_BEFORE_HEADER)[:_LINES_BEFORE_HEADER]) is not None


def _header(lines: Sequence[str]) -> _Header | None:
    """Find the heading line under the first title lines, and the delimiter under which it is one."""
    for delimiter in _DELIMITERS:
        for record in islice(records(lines, delimiter, lambda line: True), _LINES_BEFORE_HEADER):
            if is_ledger(record.cells):
                return _columns(record, delimiter)
    return None


def _columns(record: Record, delimiter: str) -> _Header:
    names = list(record.cells)
    while names and not names[-1].strip():
        names.pop()
    columns: list[str] = []
    for index, name in enumerate(names):
        column = column_of(name)
        columns.append(column if column and column not in columns else f"?{index + 1}")
    unknown = tuple(name for name, column in zip(names, columns, strict=True) if column.startswith("?"))
    return _Header(delimiter, tuple(columns), record.line, unknown)


def _parse(document: Document, reading: Reading) -> None:
    header = _header([line.removeprefix("\ufeff") for line in islice(document.each_line(), _LINES_BEFORE_HEADER)])
    if header is None:
        reading.problem(
            "file-unreadable",
            1,
            subject="header",
            what="The file has the name of the spending ledger but no line with the ledger's column names.",
            repair="Put the heading line back (Testnet, Proposal #, Title, Status, ...) and import the file again.",
            refused=True,
        )
        return
    _check_header(header, reading)
    grouped = _grouped(document, header)
    habits = habits_of(
        (row.cells for _, row in _placed(document, header, grouped=grouped) if row), grouped=header.delimiter != ";"
    )
    rows: list[ReadRow] = []
    for record, row in _placed(document, header, grouped=grouped):
        if row is None:
            _repeated_heading(record, len(rows), reading)
            continue
        fact, findings = read_row(row.cells, habits, row.unknown)
        if fact is not None:
            findings = [*_slipped(record, row), *findings]
        elif record.note:
            findings = [replace(finding, what=f"{record.note} {finding.what}") for finding in findings]
        rows.append(ReadRow(line=record.line, fact=fact, findings=tuple(findings)))
    add_rows(rows, reading)


def _check_header(header: _Header, reading: Reading) -> None:
    for name in header.unknown:
        reading.problem(
            "value-unknown-label",
            header.line,
            subject=f"column {clean(name).text[:60]}",
            what=f"The column {quoted(name)} is not one of the ledger's; its cells were not read.",
            repair="Take the column out of the file, or give it one of the ledger's names.",
        )
    for column in COLUMNS:
        if column not in header.columns and column not in _OPTIONAL:
            reading.problem(
                "row-malformed",
                header.line,
                subject=f"no column {column}",
                what=f"The heading line has no column for {column}; it is unknown on every row.",
                repair="Put the column's name back and import the file again.",
            )


def _records(document: Document, header: _Header) -> Iterator[Record]:
    """Give the records below the heading. They are split anew each time: all at once take more memory than what is read."""
    lines = (
        "" if number <= header.line else line.removeprefix("\ufeff")
        for number, line in enumerate(document.each_line(), start=1)
    )
    return records(lines, header.delimiter, lambda line: _starts_row(line, header.delimiter))


def _grouped(document: Document, header: _Header) -> bool:
    """Tell whether the file's figures group thousands by commas. Raises TooLarge for more rows than are read."""
    places = [index for index, column in enumerate(header.columns) if column in FIGURES]

    def figures() -> Iterator[str]:
        for count, record in enumerate(_records(document, header), start=1):
            check_count(count)
            if len(record.cells) == len(header.columns):
                yield from (record.cells[index] for index in places)

    return commas_group(figures(), expected=header.delimiter != ";")


def _placed(document: Document, header: _Header, *, grouped: bool) -> Iterator[tuple[Record, Placed | None]]:
    """Put every record's cells under the columns; None for the heading again. Empty records are passed over."""
    for record in _records(document, header):
        if is_ledger(record.cells):
            yield record, None
        elif any(cell.strip() for cell in record.cells):
            yield record, place(record.cells, header.columns, header.delimiter, grouped=grouped)
        elif record.note:
            yield record, Placed(cells={})


def _repeated_heading(record: Record, rows_before: int, reading: Reading) -> None:
    reading.problem(
        "section-repeated",
        record.line,
        subject=f"heading {rows_before}",
        what="The heading line stands again here.",
        repair="Passed over.",
        applied=True,
    )


def _starts_row(line: str, delimiter: str) -> bool:
    """Tell whether a line by itself begins like a row: a known network, then a number."""
    first, _, rest = line.partition(delimiter)
    second = rest.partition(delimiter)[0].strip().strip('"#')
    return read_network(first.strip().strip('"')).value is not None and read_integer(second).value is not None


def _slipped(record: Record, row: Placed) -> list[Finding]:
    """Say what was wrong with the row's cells as a whole, and which of them stay unknown for it."""
    found = []
    if record.note:
        repair = "The line was read without that quote."
        found.append(Finding(code="row-malformed", field="", what=record.note, repair=repair, applied=True))
    code = "field-shifted"
    if row.lost:
        repair = "No single repair explains the row; only its network and number were read. Mend it in the file."
        found.append(Finding(code=code, field="", what=row.note, repair=repair, fixable=False))
    of_ledger = [column for column in row.unknown if not column.startswith("?")]
    if row.note and not row.lost and not of_ledger:
        repair = "Read in the only way in which every cell fits its column."
        found.append(Finding(code=code, field="", what=row.note, repair=repair, applied=True))
    for column in of_ledger:
        what = f"{row.note} The cell of {column} cannot be told."
        found.append(Finding(code=code, field=column, what=what, repair="Look the row up and set the field."))
    return found


FORMAT = Format(
    name="spending-csv",
    title="spending ledger (CSV)",
    recognises=_recognises,
    parse=_parse,
    knows_name=_knows_name,
    streams=True,
)
