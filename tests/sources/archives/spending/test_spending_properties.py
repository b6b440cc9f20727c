"""What holds for every text that the parsers of spending and bounties may meet."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.problems import CODES
from secretariat.sources.archives import jsg_requests
from secretariat.sources.archives.bounties import notes as bounty_notes
from secretariat.sources.archives.bounties import register as bounty_register
from secretariat.sources.archives.bounties import schema as bounty_schema
from secretariat.sources.archives.bounties import table as bounty_table
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.spending import csv_ledger as spending_csv
from secretariat.sources.archives.spending import json_ledger as spending_json
from tests.sources.archives.read_text import read

FORMATS = [
    module.FORMAT
    for module in (
        spending_csv,
        spending_json,
        bounty_register,
        bounty_schema,
        bounty_table,
        bounty_notes,
        jsg_requests,
    )
]
KNOWN_CELLS = [
    "Antioch",
    "babylon",
    "7",
    "8",
    "Approved",
    "ExecutionFailed",
    "Y",
    "5000000",
    "0,5",
    "1,234",
    "Jan-44",
    "#REF!",
    "$400",
    "0.00003",
    "Bounties",
    '"open',
    "ada_l",
    "NA",
    "[1](/threads/2)",
    "\\-",
    "01.02.2031",
    "1e9999",
    "-5",
    "�",
    "٣",
    "https://example.org",
    "2031-02-01",
]
CELLS = st.one_of(st.sampled_from([*KNOWN_CELLS, "", "\x97", '"a, b"', "Closed ($5 - 01.02.31)"]), st.text(max_size=6))
HEADERS = {
    "spending-csv": "Testnet,Proposal #,Title,Status,Amount Asked,Amount Minted,Exchange Rate,$ amount,Category,Bounty,WG,Reimbursed",
    "bounty-table": "|ID|Title|Issue|Opened|Reward|Forum Thread|Status/Grading|PR|Proposal|\n|-|-|-|-|-|-|-|-|-|",
    "bounty-note": "# Weekly Bounty Report\n|Bounty|Title|Status|\n|-|-|-|",
    "jsg-requests": "|Date|Proposal Link|Proposal Title|JSG response|Date closed|\n|-|-|-|-|-|",
}
LEDGER_NAMES = [*HEADERS["spending-csv"].split(","), "Mood"]
BOUNTY_NAMES = [
    "id",
    "title",
    "description",
    "openedDate",
    "closedDate",
    "links",
    "reward",
    "tags",
    "status",
    "format",
    "notes",
]
NAMES = [*LEDGER_NAMES, *BOUNTY_NAMES, "activeBounties", "closedBounties", "$schema", "type", "properties"]
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**30),
    st.floats(),
    CELLS,
    st.text(st.characters(exclude_categories=()), max_size=3),
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)),
    max_leaves=20,
)
LEDGERS = st.lists(
    st.fixed_dictionaries(
        {"Testnet": st.sampled_from(["Antioch", "Babylon", "Mu"]), "Proposal #": st.sampled_from([1, 2, "3"])},
        optional={name: st.one_of(LEAVES, JSON) for name in LEDGER_NAMES[2:]},
    ),
    max_size=6,
)
REGISTERS = st.dictionaries(
    st.sampled_from(["activeBounties", "closedBounties", "Mood"]),
    st.lists(
        st.fixed_dictionaries(
            {"id": st.sampled_from([1, 2, "3"])}, optional={name: st.one_of(LEAVES, JSON) for name in BOUNTY_NAMES[1:]}
        ),
        max_size=4,
    ),
)


def check(format_: Format, text: str) -> Reading:
    """Read twice; whatever is in the text, what comes out can be stored, shown and found again."""
    reading = read(format_, text, "folder/example.txt")
    last = text.count("\n") + 1
    for record in reading.records.values():
        assert 1 <= record.line <= last
        assert record.key.encode()
        repr(record.fact).encode()
    for problem in reading.problems:
        assert problem.code in CODES
        assert 0 <= problem.line <= last
        assert problem.id
        assert (problem.what + problem.repair).encode()
        assert len(problem.what) < 1000
        if problem.target is not None:
            assert (problem.target.kind, problem.target.key) in reading.records
            record = reading.records[problem.target.kind, problem.target.key]
            assert hasattr(record.fact, problem.target.field)
    assert len({problem.id for problem in reading.problems}) == len(reading.problems)
    again = read(format_, text, "folder/example.txt")
    assert (again.records, again.problems) == (reading.records, reading.problems)
    assert isinstance(format_.recognises("folder/example.txt", text), bool)
    return reading


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
@settings(derandomize=True, deadline=None, max_examples=60)
@given(text=st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text(format_: Format, text: str) -> None:
    check(format_, text)


@pytest.mark.parametrize("format_", [f for f in FORMATS if f.name in HEADERS], ids=lambda format_: format_.name)
@settings(derandomize=True, deadline=None, max_examples=100)
@given(rows=st.lists(st.lists(CELLS, max_size=14), max_size=8), rest=st.text(max_size=20))
def test_any_rows_under_the_heading(format_: Format, rows: list[list[str]], rest: str) -> None:
    mark = "," if format_.name == "spending-csv" else "|"
    check(format_, "\n".join([HEADERS[format_.name], *(mark.join(row) for row in rows), rest]))


@pytest.mark.parametrize("format_", FORMATS[1:4], ids=lambda format_: format_.name)
@settings(derandomize=True, deadline=None, max_examples=100)
@given(data=JSON, cut=st.integers(0, 400))
def test_any_json(format_: Format, data: Any, cut: int) -> None:
    text = json.dumps(data, indent=1)
    check(format_, text)
    check(format_, text[:cut])


@settings(derandomize=True, deadline=None, max_examples=100)
@given(data=LEDGERS)
def test_any_values_in_a_ledger(data: Any) -> None:
    reading = check(spending_json.FORMAT, json.dumps(data, indent=1))
    assert bool(reading.records) == bool(data)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(data=REGISTERS)
def test_any_values_in_a_register(data: Any) -> None:
    reading = check(bounty_register.FORMAT, json.dumps(data, indent=1))
    listed = [*data.get("activeBounties", []), *data.get("closedBounties", [])]
    assert bool(reading.records) == bool(listed)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["Antioch", "Alexandria"]),
            st.integers(1, 10**6),
            st.integers(0, 10**12),
            st.sampled_from(["Approved", "Expired"]),
            st.text(st.characters(categories=["L", "N", "P"]), max_size=12),
        ),
        max_size=12,
        unique_by=lambda row: row[:2],
    )
)
def test_a_sound_file_is_read_without_loss(rows: list[tuple[str, int, int, str, str]]) -> None:
    lines = [HEADERS["spending-csv"]]
    for network, number, amount, status, title in rows:
        quoted = title.replace('"', '""')
        minted = amount if status == "Approved" else 0
        lines.append(f'{network},{number},"x {quoted}",{status},{amount},{minted},,,Tools,,,')
    reading = check(spending_csv.FORMAT, "\n".join(lines))
    facts = [record.fact for record in reading.records.values()]
    assert [(f.network.title(), f.number, f.amount_asked) for f in facts] == [
        (network, number, amount * 10**10) for network, number, amount, _, _ in rows
    ]
    assert [p for p in reading.problems if p.code != "mojibake"] == []
