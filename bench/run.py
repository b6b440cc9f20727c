"""Measure the goals in one run, each beside its floor, and print them.

Every pair is run alternately, so that a busy machine slows both. Median of the runs, in seconds; memory in MB.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared")).resolve()
ARCHIVE = SHARED / "data" / "community-repo"
EXAMPLE = ROOT / "src" / "secretariat" / "demo" / "archive"

FLOOR_TABLE = """
import typer
from sqlalchemy import create_engine, text
def main(url: str) -> None:
    with create_engine(url).connect() as connection:
        for row in connection.execute(text("SELECT * FROM table_terms ORDER BY row_position")):
            print("|".join("" if cell is None else str(cell) for cell in row))
typer.run(main)
"""

FLOOR_READ = """
import json, sys
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*")):
    if path.is_file():
        text = path.read_bytes().decode("utf-8", "replace")
        try:
            json.loads(text.lstrip("\\ufeff"))
        except ValueError:
            json.loads(json.dumps(text))
"""

WORKBOOK = """
import io, pickle, sys, time
from pathlib import Path
builts, views = pickle.loads(Path(sys.argv[1]).read_bytes())
start = time.perf_counter()
if sys.argv[2] == "ours":
    from secretariat.formats import xlsx
    start = time.perf_counter()
    xlsx.render(builts, views, title="Leaderboard")
else:
    import xlsxwriter
    from decimal import Decimal
    start = time.perf_counter()
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
print(time.perf_counter() - start)
"""


def main() -> None:
    """Run every measurement and print one line for each."""
    archive = ARCHIVE if ARCHIVE.is_dir() else EXAMPLE
    print(f"archive: {'the community repository beside the checkout' if archive == ARCHIVE else 'the bundled example'}")
    print(f"machine: {os.cpu_count()} cores, Python {sys.version.split()[0]}\n")
    print(f"{'what':<44}{'ours':>9}{'floor':>9}{'ratio':>8}{'above':>9}  goal")
    with tempfile.TemporaryDirectory() as folder:
        _imports(Path(folder), archive)
        _commands(Path(folder))
        _workbook(Path(folder))


def _imports(folder: Path, archive: Path) -> None:
    python = sys.executable

    def ours() -> None:
        (folder / "secretariat.db").unlink(missing_ok=True)
        _run([python, "-m", "secretariat", "import", str(archive)], folder)

    times = _pair(ours, lambda: _run([python, "-c", FLOOR_READ, str(archive)], folder), runs=3)
    _print("import, against reading and json.loads", times, "")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{'import, peak memory (MB)':<44}{peak:>9.0f}{'':>26}  below 500")


def _commands(folder: Path) -> None:
    python = sys.executable
    times = _pair(
        lambda: _run([python, "-m", "secretariat", "--version"], folder),
        lambda: _run([python, "-c", "pass"], folder),
        runs=15,
    )
    _print("secretariat --version, against python -c pass", times, "at most 0.05 s above")
    url = f"sqlite:///{folder}/secretariat.db"
    times = _pair(
        lambda: _run([python, "-m", "secretariat", "table", "terms"], folder),
        lambda: _run([python, "-c", FLOOR_TABLE, url], folder),
        runs=9,
    )
    _print("table terms, against typer and SQLAlchemy", times, "at most 0.25 s above")


def _workbook(folder: Path) -> None:
    import pickle

    from secretariat.facts.perspectives import perspectives
    from secretariat.flow.publish import public_tables, saved_views

    os.chdir(folder)
    from secretariat.flow.context import open_context

    builts = public_tables(open_context())
    views = perspectives(saved_views(), builts)
    shown = [*builts, *(view.built for view in views)]
    cells = sum(cell is not None for built in shown for row in built.rows for cell in row)
    path = folder / "tables.pickle"
    path.write_bytes(pickle.dumps((builts, views)))
    ours, floor = [], []
    for _ in range(9):
        for kind, times in (("ours", ours), ("bare", floor)):
            times.append(float(_run([sys.executable, "-c", WORKBOOK, str(path), kind], folder)))
    _print(f"workbook, {cells:,} cells, against XlsxWriter", (median(ours), median(floor)), "at most 1.5 times")


def _pair(ours: Callable[[], object], floor: Callable[[], object], *, runs: int) -> tuple[float, float]:
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for call, times in zip((ours, floor), taken, strict=True):
            start = time.perf_counter()
            call()
            times.append(time.perf_counter() - start)
    return median(taken[0]), median(taken[1])


def _print(what: str, times: tuple[float, float], goal: str) -> None:
    ours, floor = times
    print(f"{what:<44}{ours:>9.3f}{floor:>9.3f}{ours / floor:>8.2f}{ours - floor:>9.3f}  {goal}", flush=True)


def _run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    main()
