"""Measuring short commands against the least that Python needs for the same."""

from pathlib import Path

from bench.side_by_side import PYTHON, pair, print_pair, run_counted

FLOOR_TABLE = """
import typer
from sqlalchemy import create_engine, text
def main(url: str) -> None:
    with create_engine(url).connect() as connection:
        for row in connection.execute(text("SELECT * FROM table_terms ORDER BY row_position")):
            print("|".join("" if cell is None else str(cell) for cell in row))
typer.run(main)
"""


def measure(folder: Path) -> None:
    """Start the program, and print a table of the store in the folder."""
    times = pair(
        lambda: run_counted([PYTHON, "-m", "secretariat", "--version"], folder),
        lambda: run_counted([PYTHON, "-c", "pass"], folder),
        runs=15,
    )
    print_pair("secretariat --version, against python -c pass", times, "at most 0.05 s above")
    url = f"sqlite:///{folder}/secretariat.db"
    times = pair(
        lambda: run_counted([PYTHON, "-m", "secretariat", "table", "terms"], folder),
        lambda: run_counted([PYTHON, "-c", FLOOR_TABLE, url], folder),
        runs=9,
    )
    print_pair("table terms, against typer and SQLAlchemy", times, "at most 0.25 s above")
