"""The tables and the rule of the spending ledger."""

from decimal import Decimal
from typing import Any

import pytest

from secretariat.duties.spending import DUTY
from secretariat.duties.spending.tables import BY_CATEGORY, SPENDING
from secretariat.facts.amounts import Usd, tokens
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.problems import Target
from secretariat.facts.proposals import DumpedProposal
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.tables import AnyTable, build


def ledger_row(number: int, line: int = 2, **fields: Any) -> AnyStated:
    every: dict[str, Any] = {"network": "antioch", "chain": "antioch", "number": number} | fields
    fact = SpendingRow(**every)
    key = f"{fact.chain or fact.network}/{number}"
    return Stated(kind=fact.KIND, key=key, file="a.csv", format="spending-csv", line=line, fact=fact)


def dumped(number: int, outcome: str | None, line: int = 1, chain: str | None = "antioch") -> AnyStated:
    fact = DumpedProposal(chain=chain, number=number, title="T", outcome=outcome)
    return Stated(kind=fact.KIND, key=f"{chain}/{number}/{line}", file="dump.txt", format="dump", line=line, fact=fact)


def rows(table: AnyTable, snapshot: Snapshot) -> list[dict[str, Any]]:
    built = build(table, snapshot)
    names = [heading.name for heading in built.headings]
    return [dict(zip(names, cells, strict=True)) for cells in built.rows]


def test_every_row_with_every_column() -> None:
    snapshot = snapshot_of(
        [
            ledger_row(
                8,
                title="Paint",
                status="approved",
                amount_asked=tokens(5),
                amount_minted=tokens("5.25"),
                exchange_rate=Decimal("0.00003"),
                usd=Usd(Decimal(150)),
                category="Bounties",
                bounty=3,
                group="Curators",
                reimbursed=False,
            ),
            ledger_row(2, 9),
            dumped(8, "pending"),
            dumped(8, "executed", 2),
        ]
    )
    first, second = rows(SPENDING, snapshot)
    assert first == dict.fromkeys(first) | {"network": "antioch", "chain": "antioch", "number": 2, "source": "a.csv:9"}
    assert second == {
        "network": "antioch",
        "chain": "antioch",
        "number": 8,
        "title": "Paint",
        "status": "approved",
        "status_chain": "executed",
        "amount_asked": 5 * 10**10,
        "amount_minted": 525 * 10**8,
        "exchange_rate": Decimal("0.00003"),
        "usd": Decimal(150),
        "category": "Bounties",
        "bounty": 3,
        "group": "Curators",
        "reimbursed": False,
        "destinations": None,
        "paid_block": None,
        "source": "a.csv:2",
    }


@pytest.mark.parametrize(
    ("status", "outcome", "wrong"),
    [
        ("approved", "executed", False),
        ("approved", "execution-failed", True),
        ("approved", "rejected", True),
        ("expired", "expired", False),
        ("canceled", "executed", True),
        ("execution-failed", "execution-failed", False),
        ("approved", "pending", False),
        ("approved", "active", False),
        (None, "executed", False),
        ("approved", None, False),
    ],
)
def test_a_status_against_the_chain(status: str | None, outcome: str | None, wrong: bool) -> None:
    found = DUTY.problems(snapshot_of([ledger_row(8, 4, status=status), dumped(8, outcome), dumped(9, "slashed")]))
    assert [(p.code, p.file, p.line, p.state) for p in found] == [("contradiction", "a.csv", 4, "open")] * wrong
    if wrong:
        assert found[0].target == Target(kind="spending-row", key="antioch/8", field="status")
        assert "dump.txt:1" in found[0].what


def test_numbers_of_other_chains_are_other_proposals() -> None:
    found = DUTY.problems(snapshot_of([ledger_row(8, status="approved"), dumped(8, "rejected", chain="mainnet")]))
    assert found == ()


def test_sums_by_category_never_turn_unknown_into_zero() -> None:
    paid: dict[str, Any] = {"status": "approved", "category": "Tools"}
    snapshot = snapshot_of(
        [
            ledger_row(1, title="a", amount_minted=tokens(30), usd=Usd(Decimal("1.5")), **paid),
            ledger_row(2, title="b", amount_minted=tokens(10), **paid),
            ledger_row(3, title="c", category="Tools", status="expired", amount_minted=0),
            ledger_row(4, title="d", status="approved", category="Media"),
            ledger_row(5, 7, title="e", status="approved", amount_minted=tokens(80)),
            ledger_row(6),
            ledger_row(7, network="mu", chain=None, title="f", status="expired"),
        ]
    )
    found = rows(BY_CATEGORY, snapshot)
    shown = [
        (r["chain"], r["category"], r["proposals"], r["approved"], r["minted"], r["usd"], r["share"]) for r in found
    ]
    assert shown == [
        ("antioch", "Media", 1, 1, None, None, None),
        ("antioch", "Tools", 3, 2, tokens(40), Decimal("1.5"), Decimal("33.33")),
        ("antioch", None, 1, 1, tokens(80), None, Decimal("66.67")),
        (None, None, 1, 0, 0, 0, None),
    ]
    assert [r["source"] for r in found] == ["a.csv:2", "a.csv:2 and 2 more lines", "a.csv:7", "a.csv:2"]
    assert [(r["minted_unknown"], r["usd_unknown"]) for r in found] == [(1, 1), (0, 1), (0, 1), (0, 0)]


def test_what_the_duty_declares() -> None:
    assert [table.name for table in DUTY.tables] == ["spending", "spending-by-category"]
    assert set(DUTY.needs) == {"spending-row", "dumped-proposal", "proposal", "day-rate"}
    assert all(column.description.endswith(".") for table in DUTY.tables for column in table.columns)
    assert build(SPENDING, Snapshot()).rows == build(BY_CATEGORY, Snapshot()).rows == ()
    assert DUTY.problems(Snapshot()) == ()
