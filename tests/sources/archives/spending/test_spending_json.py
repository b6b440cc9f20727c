"""The spending ledger as JSON: the same fields by the same rules."""

import json
from decimal import Decimal
from typing import Any

import pytest

from secretariat.facts.amounts import Usd, tokens
from secretariat.facts.ledger import SpendingRow
from secretariat.sources.archives.spending.json_ledger import FORMAT
from tests.sources.archives.read_text import codes, facts, read

EMPTY: dict[str, Any] = {
    "Testnet": "Antioch",
    "Proposal #": 7,
    "Title": "",
    "Status": "",
    "Amount Asked": "",
    "Amount Minted": "",
    "Exchange Rate": "",
    "$ amount": "",
    "Category": "",
    "Bounty": "",
    "Reimbursed": "",
}


def test_numbers_texts_and_nothing() -> None:
    row = EMPTY | {
        "Title": "Paint",
        "Status": "Approved",
        "Amount Asked": 5000000,
        "Amount Minted": "5000000",
        "Exchange Rate": 3e-05,
        "$ amount": 150.5,
        "Category": "Bounty",
        "Bounty": 12,
        "Reimbursed": "N",
    }
    reading = read(FORMAT, json.dumps([EMPTY | {"Proposal #": "6"}, row], indent=4))
    paid = SpendingRow(
        network="antioch",
        chain="antioch",
        number=7,
        title="Paint",
        status="approved",
        amount_asked=tokens(5000000),
        amount_minted=tokens(5000000),
        exchange_rate=Decimal("0.00003"),
        usd=Usd(Decimal("150.5")),
        category="Bounties",
        bounty=12,
        reimbursed=False,
    )
    assert facts(reading, SpendingRow) == [SpendingRow(network="antioch", chain="antioch", number=6), paid]
    assert [record.line for record in reading.records.values()] == [2, 15]
    assert [(p.code, p.line) for p in reading.problems] == [("alias", 15)]


def test_recognised_by_its_names_not_by_its_path() -> None:
    assert FORMAT.recognises("x", "\ufeff" + json.dumps([EMPTY]))
    assert not FORMAT.recognises("spending_proposal_categories.json", '[{"id": 1}]')
    assert FORMAT.knows_name("a/spending_proposal_categories_2.json")


@pytest.mark.parametrize(
    ("value", "code"),
    [([5], "amount-unparsable"), ({"a": 1}, "amount-unparsable"), ("Jan-44", "spreadsheet-damage")],
)
def test_a_value_that_is_no_amount(value: Any, code: str) -> None:
    reading = read(FORMAT, json.dumps([EMPTY | {"Amount Asked": value}]))
    assert codes(reading) == [code]
    assert facts(reading, SpendingRow)[0].amount_asked is None  # type: ignore[attr-defined]


def test_a_number_far_too_large() -> None:
    text = json.dumps([EMPTY]).replace('"Amount Asked": ""', '"Amount Asked": 1e999999999')
    assert codes(read(FORMAT, text)) == ["amount-unparsable"]


def test_rows_that_are_none_and_fields_nobody_knows() -> None:
    reading = read(FORMAT, json.dumps([5, EMPTY | {"Mood": "x"}, "text", {"Testnet": "Antioch"}]))
    assert codes(reading) == ["row-malformed", "row-malformed", "value-unknown-label", "row-malformed"]
    assert len(reading.records) == 1


def test_a_list_wrapped_in_an_object() -> None:
    assert len(read(FORMAT, json.dumps({"rows": [EMPTY]})).records) == 1


@pytest.mark.parametrize("text", ["{}", "5", "null", '{"a": [], "b": []}'])
def test_another_document(text: str) -> None:
    assert codes(read(FORMAT, text)) == ["file-unreadable"]


def test_broken_json_names_the_line() -> None:
    reading = read(FORMAT, '[\n{"Testnet": "Antioch",\n')
    assert [(p.code, p.line) for p in reading.problems] == [("json-invalid", 3)]


def test_the_same_row_twice_and_half_a_surrogate_pair() -> None:
    reading = read(FORMAT, json.dumps([EMPTY, EMPTY | {"Title": "\ud800 odd"}]))
    assert codes(reading) == ["duplicate-key", "mojibake"]
    assert facts(reading, SpendingRow)[0].title == "\ufffd odd"  # type: ignore[attr-defined]
    assert all(problem.id for problem in reading.problems)
