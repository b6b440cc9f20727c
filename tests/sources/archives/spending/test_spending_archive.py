"""The real spending ledger and the real bounty files, where they are beside the checkout."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from secretariat.facts.amounts import token_text
from secretariat.sources.archives import jsg_requests
from secretariat.sources.archives.bounties import notes as bounty_notes
from secretariat.sources.archives.bounties import register as bounty_register
from secretariat.sources.archives.bounties import schema as bounty_schema
from secretariat.sources.archives.bounties import table as bounty_table
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.spending import csv_ledger as spending_csv
from secretariat.sources.archives.spending import json_ledger as spending_json
from secretariat.sources.archives.walk import read_file

Shared = Callable[[str], Path]
ARCHIVES = "data/community-repo/archives"


def reading_of(format_: Format, path: Path) -> Reading:
    reading = read_file(path, path.name, (format_,))
    assert reading.format == format_.name
    return reading


def kinds(reading: Reading) -> Counter[str]:
    return Counter(kind for kind, _ in reading.records if kind != "archive-file")


def found(reading: Reading) -> Counter[tuple[str, str]]:
    return Counter((problem.code, problem.state) for problem in reading.problems)


def test_the_csv(shared: Shared) -> None:
    reading = reading_of(spending_csv.FORMAT, shared(f"{ARCHIVES}/council/spending_proposal_categories.csv"))
    facts = [record.fact for (kind, _), record in reading.records.items() if kind == "spending-row"]
    duplicates = [problem for problem in reading.problems if problem.code == "duplicate-key"]
    assert [problem.applied for problem in duplicates] == [True]
    assert "/188" in duplicates[0].what
    assert len(facts) + len(duplicates) == 1171
    assert sum(fact.title is not None for fact in facts) == 261
    approved = [fact for fact in facts if fact.status == "approved"]
    assert len(approved) == 228
    assert token_text(sum(fact.amount_minted for fact in approved)) == "1096627684.48"
    of_alexandria = sum(fact.amount_minted for fact in approved if fact.network == "alexandria")
    assert token_text(of_alexandria) == "126761556"
    assert {problem.code for problem in reading.problems} <= {
        "alias",
        "amount-not-rate",
        "contradiction",
        "duplicate-key",
        "mojibake",
        "reimbursed-not-paid",
    }


def test_the_older_copy(shared: Shared) -> None:
    reading = reading_of(spending_json.FORMAT, shared(f"{ARCHIVES}/council/spending_proposal_categories.json"))
    assert kinds(reading) == {"spending-row": 407}
    assert set(found(reading)) == {("alias", "applied"), ("reimbursed-not-paid", "open")}


def test_the_register_and_its_schema(shared: Shared) -> None:
    folder = shared(f"{ARCHIVES}/bounties")
    assert kinds(reading_of(bounty_register.FORMAT, folder / "bounties-status.json")) == {"bounty": 29}
    schema = reading_of(bounty_schema.FORMAT, folder / "bounties.schema.json")
    assert (kinds(schema), schema.problems) == ({}, [])


def test_the_status_table(shared: Shared) -> None:
    reading = reading_of(bounty_table.FORMAT, shared(f"{ARCHIVES}/bounties/README.md"))
    assert kinds(reading) == {"bounty-table-row": 29}
    assert found(reading) == {
        ("impossible-figure", "open"): 1,
        ("value-unknown-label", "open"): 1,
        ("amount-unparsable", "open"): 1,
        ("field-shifted", "applied"): 1,
        ("link-contradiction", "open"): 1,
    }


def test_the_weekly_notes(shared: Shared) -> None:
    folder = shared(f"{ARCHIVES}/bounties/reports/weekly-bounty-report")
    readings = [reading_of(bounty_notes.FORMAT, path) for path in sorted(folder.iterdir())]
    assert sum((kinds(reading) for reading in readings), Counter()) == {"bounty-note": 15}
    assert [problem for reading in readings for problem in reading.problems] == []


def test_the_requests(shared: Shared) -> None:
    reading = reading_of(jsg_requests.FORMAT, shared(f"{ARCHIVES}/council/jsg_requests.md"))
    assert kinds(reading) == {"jsg-request": 4}
    assert reading.problems == []


def test_no_other_file_is_taken_for_one_of_these(shared: Shared) -> None:
    root = shared("data/community-repo")
    modules = (spending_csv, spending_json, bounty_register, bounty_schema, bounty_table, bounty_notes, jsg_requests)
    formats = tuple(module.FORMAT for module in modules)
    taken = Counter(
        reading.format
        for path in sorted(root.rglob("*"))
        if path.is_file()
        for reading in [read_file(path, path.relative_to(root).as_posix(), formats)]
        if reading.format != "unknown"
    )
    assert taken == {
        "spending-csv": 1,
        "spending-json": 1,
        "bounty-register": 1,
        "bounty-schema": 1,
        "bounty-table": 1,
        "bounty-note": 3,
        "jsg-requests": 1,
    }
