"""``docs/role.md`` from the rows of the role."""

from collections.abc import Mapping, Sequence

_HEAD = """# The role, and what Secretariat does about it

Every sentence of the council secretary's role has a row. Made by `make docs` from `src/secretariat/duties/role.py`;
`secretariat role` prints the same.

States: **works** (proof: the test, the practice-network run and its date), **partly** (what is missing), **planned**.
"""


def role_markdown(rows: Sequence[Mapping[str, str]]) -> str:
    """Render the rows, a table for each section."""
    lines = [_HEAD]
    section = ""
    for row in rows:
        if row["section"] != section:
            section = row["section"]
            lines += [
                f"\n## {section}\n",
                "| id | the role asks | the desk | duty | state |",
                "| --- | --- | --- | --- | --- |",
            ]
        state = f"**{row['state']}**" + (f": {row['proof']}" if row["proof"] else "")
        lines.append(f"| {row['id']} | {row['asks']} | {row['does']} | {row['duty']} | {state} |")
    return "\n".join(lines) + "\n"
