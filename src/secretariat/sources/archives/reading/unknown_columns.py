"""Columns of a table that no reader takes: they are named once, so that their cells are not lost without a word."""

from collections.abc import Collection

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.markdown import PipeTable


def note_unknown_columns(reading: Reading, table: PipeTable, known: Collection[int]) -> None:
    """Report every column beside the ``known`` ones (by index) in which any row has something."""
    for index, name in enumerate(table.header.cells):
        filled = next((row for row in table.rows if index < len(row.cells) and row.cells[index].strip(" -")), None)
        if index in known or filled is None:
            continue
        reading.problem(
            "value-unknown-label",
            table.header.line,
            subject=f"column {index + 1} {name[:80]}",
            what=f"The column {quoted(name)} has no known meaning and was left out; at line {filled.line} it holds "
            f"{quoted(filled.cells[index])}.",
            repair="Mend its heading if it is misspelled, or add it to the reader if it is wanted, and import the file again.",
        )
