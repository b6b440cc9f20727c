"""Measuring the workbook of all public tables against XlsxWriter writing the same cells, in processor time."""

import os
import pickle
from pathlib import Path
from statistics import median

from bench.side_by_side import PYTHON, print_pair, run

WORKBOOK = """
import io, pickle, sys, time
from pathlib import Path
builts, views = pickle.loads(Path(sys.argv[1]).read_bytes())
start = time.process_time()
if sys.argv[2] == "ours":
    from secretariat.formats import xlsx
    start = time.process_time()
    xlsx.render(builts, views, title="Leaderboard")
else:
    import xlsxwriter
    from decimal import Decimal
    start = time.process_time()
    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    legend = book.add_worksheet("legend")
    shown = [*builts, *(view.built for view in views)]
    lines = [(b.name, h.name, h.unit.name, h.description, h.source) for b in shown for h in b.headings]
    for row, texts in enumerate(lines):
        legend.write_row(row, 0, texts)
    for number, built in enumerate(shown):
        sheet = book.add_worksheet(f"t{number}")
        sheet.write_row(0, 0, [heading.name for heading in built.headings])
        for row, cells in enumerate(built.rows, start=1):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(row, column, cell)
                elif cell is not None:
                    sheet.write_number(row, column, float(cell))
    book.close()
print(time.process_time() - start)
"""


def measure(folder: Path) -> None:
    """Write the workbook of the store in the folder, both ways alternately."""
    from secretariat.facts.perspectives import perspectives
    from secretariat.flow.context import open_context
    from secretariat.flow.publish import public_tables, saved_views

    os.chdir(folder)
    builts = public_tables(open_context())
    views = perspectives(saved_views(), builts)
    shown = [*builts, *(view.built for view in views)]
    cells = sum(cell is not None for built in shown for row in built.rows for cell in row)
    path = folder / "tables.pickle"
    path.write_bytes(pickle.dumps((builts, views)))
    ours, floor = [], []
    for _ in range(9):
        for kind, times in (("ours", ours), ("bare", floor)):
            times.append(float(run([PYTHON, "-c", WORKBOOK, str(path), kind], folder)))
    print_pair(f"workbook, {cells:,} cells, against XlsxWriter", (median(ours), median(floor)), "at most 1.5 times")
