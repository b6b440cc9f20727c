"""The rows of every table of the bundled example, by digest: facts of live sources must not move what archives say."""

import hashlib
import json
from pathlib import Path
from typing import Any

from secretariat.config import Config
from secretariat.flow.ask import table, tables
from secretariat.flow.context import Context, open_store_at
from secretariat.formats.table_text import as_json

PATH = Path(__file__).parent / "golden" / "archive-rows.json"
EXAMPLE = Path(__file__).parents[2] / "src" / "secretariat" / "demo" / "archive"


def digest_of(rows: list[dict[str, Any]], columns: list[str]) -> str:
    """Name the values that some columns have in some rows."""
    words = json.dumps([[row[name] for name in columns] for row in rows], ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()


def tables_in(folder: Path) -> dict[str, tuple[list[str], list[dict[str, Any]]]]:
    """Give the columns and rows of every table of the store in a folder."""
    context = Context(config=Config(), engine=open_store_at(f"sqlite:///{folder}/secretariat.db"))
    try:
        told = {str(row["name"]): json.loads(as_json(table(context, str(row["name"])))) for row in tables(context)}
    finally:
        context.engine.dispose()
    return {name: ([column["name"] for column in one["columns"]], one["rows"]) for name, one in told.items()}
