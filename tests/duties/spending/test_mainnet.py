"""Funding requests of the main network in the spending tables, beside the ledger."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from secretariat.duties.spending.rules import problems
from secretariat.duties.spending.tables import BY_CATEGORY, SPENDING
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.moments import Moment
from secretariat.facts.rates import DayRate
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import AnyTable, build
from tests.mainnet import at, joy, live, mainnet


def rows(table: AnyTable, snapshot: Snapshot) -> list[dict[str, Any]]:
    built = build(table, snapshot)
    names = [heading.name for heading in built.headings]
    return [dict(zip(names, row, strict=True)) for row in built.rows]


def ledger_row(number: int, network: str = "mainnet", **fields: Any) -> AnyStated:
    fact = SpendingRow(network=network, chain=network, number=number, **fields)
    key = f"{network}/{number}"
    return Stated(kind=fact.KIND, key=key, file="a.csv", format="spending-csv", line=number, fact=fact)


def test_a_funding_request_has_a_row_without_a_category() -> None:
    assert [
        (r["number"], r["status"], r["status_chain"], r["amount_asked"], r["amount_minted"], r["category"])
        for r in rows(SPENDING, mainnet())
    ] == [
        (1, "approved", "executed", joy(500), joy(500), None),
        (3, "canceled", "canceled", joy(50), 0, None),
        (6, "rejected", "rejected", joy(70), 0, None),
        (7, "execution-failed", "execution-failed", joy(9_000), 0, None),
        (13, None, "pending", joy(25), None, None),
    ]
    first = rows(SPENDING, mainnet())[0]
    assert (first["destinations"], first["paid_block"]) == ("account-1-0: 300; account-1-1: 200", 113_200)
    assert first["source"] == "query-node/proposals#1 at block 700,000"


def test_dollars_are_those_of_the_day_of_payment() -> None:
    day = live(DayRate(day=Moment(at(113_200)[:10]), usd_per_token=Decimal("0.02")), "d", line=1, source="prices")
    first, second, *_ = rows(SPENDING, mainnet(day))
    assert (first["exchange_rate"], first["usd"]) == (Decimal("0.02"), Decimal(10))
    assert (second["exchange_rate"], second["usd"]) == (None, None)


def test_the_ledger_counts_where_it_has_the_number() -> None:
    own = ledger_row(1, title="Proposal 1", status="approved", amount_minted=joy(499), category="Tools")
    found = rows(SPENDING, mainnet(own, ledger_row(3)))
    assert [(r["number"], r["source"].split("#")[0].split(":")[0]) for r in found] == [
        (1, "a.csv"),
        (3, "query-node/proposals"),
        (6, "query-node/proposals"),
        (7, "query-node/proposals"),
        (13, "query-node/proposals"),
    ]
    assert (found[0]["amount_minted"], found[0]["category"], found[0]["status_chain"]) == (
        joy(499),
        "Tools",
        "executed",
    )


def test_a_ledger_that_contradicts_the_chain_is_a_problem() -> None:
    assert problems(mainnet(ledger_row(1, title="Proposal 1", status="approved"))) == ()
    (found,) = problems(mainnet(ledger_row(7, title="Proposal 7", status="approved")))
    assert "query-node/proposals#7 at block 700,000" in found.what


def test_requests_without_a_category_are_summed_for_a_person_to_sort() -> None:
    own = ledger_row(1, title="Proposal 1", status="approved", amount_minted=joy(500), category="Tools")
    assert [(r["category"], r["proposals"], r["minted"]) for r in rows(BY_CATEGORY, mainnet(own))] == [
        ("Tools", 1, joy(500)),
        (None, 4, 0),
    ]


def test_a_request_whose_destinations_cannot_be_read_has_no_amount() -> None:
    records = [
        one._replace(fact=replace(one.fact, destinations=())) if (one.kind, one.key) == ("proposal", "1") else one
        for found in mainnet().by_kind.values()
        for one in found
    ]
    from secretariat.facts.snapshot import snapshot_of

    first = rows(SPENDING, snapshot_of(records))[0]
    assert (first["amount_asked"], first["amount_minted"], first["destinations"]) == (None, None, None)


def test_older_networks_keep_their_places() -> None:
    other = ledger_row(9, network="antioch", title="Paint", status="approved", amount_minted=joy(1))
    assert [(r["chain"], r["number"]) for r in rows(SPENDING, mainnet(other))][:2] == [("antioch", 9), ("mainnet", 1)]
