"""Rows of Markdown tables that no reader sees, because the head of their table is damaged: they are named, not passed over."""

from collections.abc import Callable

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reading.markdown import Row, rows_without_table

_Parse = Callable[[Document, Reading], None]


def naming_lost_rows(parse: _Parse) -> _Parse:
    """Let a parser of Markdown read, and then report every run of rows that stands in no table."""

    def parse_all(document: Document, reading: Reading) -> None:
        parse(document, reading)
        for run in rows_without_table(document.lines):
            _report(reading, run)

    return parse_all


def _report(reading: Reading, run: tuple[Row, ...]) -> None:
    printed = next((row for row in run if any(any(sign.isalnum() for sign in cell) for cell in row.cells)), None)
    if printed is None:  # an empty frame holds nothing that could be lost
        return
    first, last = run[0].line, run[-1].line
    rows = f"The row at line {first} stands" if first == last else f"The rows at lines {first} to {last} stand"
    reading.problem(
        "row-malformed",
        first,
        subject=f"rows without a table {' | '.join(printed.cells)[:80]}",
        what=f"{rows} in no table: the header or the row of dashes above is damaged. They begin with "
        f"{quoted(' | '.join(printed.cells))}.",
        repair="Put header and row of dashes back and import the file again; until then their figures are unknown.",
        refused=True,
    )
