"""CSV: a table with exact digits, in which a stranger's text is never a formula."""

import csv
import io
from collections.abc import Callable

from secretariat.facts.tables import Built, Unit, Value
from secretariat.formats.cells import clean, exact_writer, harmless


def as_csv(built: Built) -> str:
    """Write a table as RFC 4180 text: a header row, CRLF, empty cells for what is not known.

    Amounts are exact tokens. A text that a spreadsheet would take for a formula has an apostrophe before it; numbers we
    write ourselves, negative ones too, are no texts and stay as they are.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([heading.name for heading in built.headings])
    writers = [_cell_writer(heading.unit) for heading in built.headings]
    alone = len(writers) == 1
    for row in built.rows:
        cells = ["" if value is None else write(value) for write, value in zip(writers, row, strict=True)]
        if alone and not cells[0]:
            out.write('""\r\n')
            continue
        writer.writerow(cells)
    return out.getvalue()


def render(built: Built) -> bytes:
    """Give the bytes of a table's CSV file, in UTF-8 without a byte order mark."""
    return as_csv(built).encode("utf-8")


def _cell_writer(unit: Unit) -> Callable[[Value], str]:
    """Give the function that writes a column's known values."""
    if unit.type not in ("text", "moment"):
        return exact_writer(unit)
    return lambda value: harmless(clean(str(value)))
