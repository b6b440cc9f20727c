"""The tables of spending and bounties on the real archive, where it is beside the checkout."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from secretariat.duties.bounties import DUTY as BOUNTIES
from secretariat.duties.spending import DUTY as SPENDING
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.spending_ledger import differences
from secretariat.facts.tables import build
from secretariat.sources.archives.bounties import register as bounty_register
from secretariat.sources.archives.bounties import table as bounty_table
from secretariat.sources.archives.spending import csv_ledger as spending_csv
from secretariat.sources.archives.spending import json_ledger as spending_json
from secretariat.sources.archives.walk import read_all


def read_snapshot(root: Path) -> Snapshot:
    modules = (spending_csv, spending_json, bounty_register, bounty_table)
    readings = read_all(root, formats=tuple(module.FORMAT for module in modules))
    return snapshot_of(record for _, _, reading in readings for record in reading.records.values())


def rows(duty: Any, name: str, snapshot: Snapshot) -> list[dict[str, Any]]:
    table = next(table for table in duty.tables if table.name == name)
    built = build(table, snapshot)
    return [dict(zip((h.name for h in built.headings), cells, strict=True)) for cells in built.rows]


def test_tables_of_the_real_archive(shared: Callable[[str], Path]) -> None:
    snapshot = read_snapshot(shared("data/community-repo/archives"))
    spending = rows(SPENDING, "spending", snapshot)
    assert len(spending) == len({(row["chain"], row["number"]) for row in spending}) == 1170
    assert sum(row["amount_minted"] or 0 for row in spending if row["status"] == "approved") == 109662768448 * 10**8
    categories = rows(SPENDING, "spending-by-category", snapshot)
    assert sum(row["approved"] for row in categories) == 228
    assert sum(row["minted"] or 0 for row in categories) == 109662768448 * 10**8
    pending = rows(BOUNTIES, "unreimbursed", snapshot)
    assert len(pending) == 12
    assert {row["marked"] for row in pending} == {"no"}
    assert len(rows(BOUNTIES, "bounty-payments", snapshot)) == 105
    assert [row["bounty"] for row in rows(BOUNTIES, "bounties", snapshot)] == list(range(1, 30))
    found = differences(snapshot)
    assert {difference.field for difference in found} >= {"reimbursed", "title"}
    assert all(difference.csv != difference.json for difference in found)
