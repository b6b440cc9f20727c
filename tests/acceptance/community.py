"""A store that an archive was imported into by command, and all that is published of it."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secretariat.config import Config
from secretariat.flow.ask import table, tables
from secretariat.flow.context import Context, open_store_at
from secretariat.formats.table_text import as_json
from tests.cli_run import run

Row = dict[str, Any]
Published = dict[str, str]
"""Every table as ``secretariat table NAME --format json`` prints it, by its name."""

LEDGER = "archives/council/spending_proposal_categories.csv"


@dataclass(frozen=True)
class Community:
    """An imported archive: where it lies, the folder of the store, what the import said, and every table."""

    archive: Path
    folder: Path
    said: str
    published: Published

    def rows(self, name: str) -> list[Row]:
        """Give the rows of a table."""
        found: list[Row] = json.loads(self.published[name])["rows"]
        return found


def imported(archive: Path, folder: Path) -> Community:
    """Import an archive by command into the store in a folder, a new one unless there is one."""
    folder.mkdir(exist_ok=True)
    done = run("import", str(archive), folder=folder)
    assert "Traceback" not in done.stderr
    return Community(archive, folder, done.stdout, published(folder))


def published(folder: Path, url: str = "") -> Published:
    """Print every table of the store in a folder, or of the one at an address."""
    context = Context(config=Config(), engine=open_store_at(url or f"sqlite:///{folder}/secretariat.db"))
    try:
        return {str(row["name"]): as_json(table(context, str(row["name"]))) for row in tables(context)}
    finally:
        context.engine.dispose()


def copied(community: Community, folder: Path) -> Path:
    """Copy the store into another folder, so that a test may import into it."""
    folder.mkdir()
    for part in community.folder.glob("secretariat.db*"):
        shutil.copy(part, folder / part.name)
    return folder


def cells(rows: list[Row], key: tuple[str, ...], fields: tuple[str, ...]) -> dict[tuple[Any, ...], Row]:
    """Give the named fields of every row by its key."""
    found = {tuple(row[name] for name in key): {name: row[name] for name in fields} for row in rows}
    assert len(found) == len(rows)
    return found


def sources(row: Row) -> list[tuple[str, int]]:
    """Split what a row names as its source into files and lines; of a sum's rows only the first is named."""
    places = re.split(r"; ", re.sub(r" and [\d,]+ more lines?\b", "", row["source"] or ""))
    return [(place.rpartition(":")[0], int(place.rpartition(":")[2])) for place in places]


Shared = Callable[[str], Path]
