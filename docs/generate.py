"""Write the documents that are made from the code, or check that they are what the code says.

Run as ``python -m docs.generate [--check]``.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path

from secretariat.desk.despite import despite_table
from secretariat.devnet.world.published import published as world_schema
from secretariat.duties.register import DUTIES
from secretariat.duties.role import ROLE
from secretariat.facts.problems import CODES
from secretariat.facts.tables import AnyTable
from secretariat.formats.role_text import role_markdown
from secretariat.sources import draft_post, guide_paragraphs, people_file, proposal_draft
from secretariat.sources.archives.register import FORMATS
from secretariat.sources.deadlines_state import schema_text

DOCS = Path(__file__).parent


def problem_codes() -> str:
    """List every problem code with its severity and meaning."""
    lines = [
        "# Problem codes",
        "",
        "Every problem in the table `problems` has one of these codes. A code is never renamed; new ones are added.",
        "",
        "| code | severity | meaning |",
        "| --- | --- | --- |",
    ]
    lines += [f"| `{code}` | {severity} | {meaning} |" for code, (severity, meaning) in sorted(CODES.items())]
    return "\n".join(lines) + "\n"


def tables() -> str:
    """List every published table with its columns: the data dictionary."""
    lines = [
        "# Published tables",
        "",
        "The data dictionary: every table and column that `secretariat table` prints and `secretariat publish` writes.",
        "Columns are added; none is renamed or removed without a new contract number and a line in the changelog.",
    ]
    for table in (table for duty in DUTIES for table in duty.tables):
        lines += _dictionary(table)
    lines += _dictionary(despite_table(()))
    lines += ["", "It is read from the journal as `publish` writes it, and by no other command."]
    return "\n".join(lines) + "\n"


def _dictionary(table: AnyTable) -> list[str]:
    """List the columns of one table under its name."""
    lines = ["", f"## {table.name}", "", f"{table.title}. {table.description}", ""]
    lines += ["| column | unit | type | description | source |", "| --- | --- | --- | --- | --- |"]
    for column in table.columns:
        cells = (f"`{column.name}`", column.unit.name, column.unit.type, column.description, column.source)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return lines


def formats() -> str:
    """List every file format that ``secretariat import`` knows."""
    lines = [
        "# Formats of the archive",
        "",
        "What `secretariat import` recognises, in the order in which a file is asked. A file of no known format is listed.",
        "",
        "| format | what it is |",
        "| --- | --- |",
    ]
    lines += [f"| `{known.name}` | {known.title} |" for known in FORMATS]
    return "\n".join(lines) + "\n"


def fault_schema() -> str:
    """Give the schema of fault files as it stands beside their reader."""
    return files("secretariat.devnet").joinpath("faults.schema.json").read_text(encoding="utf-8")


DOCUMENTS: dict[str, Callable[[], str]] = {
    "role.md": lambda: role_markdown([asdict(row) for row in ROLE]),
    "contracts/problem-codes.md": problem_codes,
    "contracts/tables.md": tables,
    "contracts/formats.md": formats,
    "contracts/deadlines-state.schema.json": schema_text,
    "contracts/people-file.schema.json": people_file.schema_text,
    "contracts/draft-post.schema.json": draft_post.schema_text,
    "contracts/guide-paragraphs.schema.json": guide_paragraphs.schema_text,
    "contracts/proposal-draft.schema.json": proposal_draft.schema_text,
    "contracts/faults.schema.json": fault_schema,
    "contracts/world.schema.json": lambda: json.dumps(world_schema(), indent=1) + "\n",
}


def main() -> int:
    """Write or check every generated document; gives the exit code."""
    check = "--check" in sys.argv[1:]
    stale = []
    for name, make in DOCUMENTS.items():
        path = DOCS / name
        text = make()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if check and stale:
        print(f"Not what the code says: {', '.join(stale)}. Run: make docs")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
