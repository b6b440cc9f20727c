"""The tables and rules of bounties."""

from decimal import Decimal
from typing import Any

import pytest

from secretariat.duties.bounties import DUTY
from secretariat.duties.bounties.payment_tables import PAYMENTS, REFILLS, UNREIMBURSED
from secretariat.duties.bounties.tables import BOUNTIES
from secretariat.facts.amounts import Usd, tokens
from secretariat.facts.bounties import Bounty, BountyNote, BountyTableRow, state_of
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.tables import AnyTable, build
from secretariat.facts.terms import Refill


def stated(fact: Any, key: str, file: str, line: int, format_: str = "any") -> AnyStated:
    return Stated(kind=fact.KIND, key=key, file=file, format=format_, line=line, fact=fact)


def listed(number: int, title: str = "Paint the shed", **fields: Any) -> AnyStated:
    every: dict[str, Any] = {"bounty": number, "title": title, "listed_as": "closed"} | fields
    return stated(Bounty(**every), str(number), "register.json", 3)


def printed(number: int, title: str = "Paint the shed", **fields: Any) -> AnyStated:
    return stated(BountyTableRow(bounty=number, title=title, **fields), str(number), "README.md", 7)


def paid(number: int, **fields: Any) -> AnyStated:
    plain: dict[str, Any] = {
        "network": "antioch",
        "chain": "antioch",
        "number": number,
        "title": "P",
        "status": "approved",
    }
    plain |= {"category": "Bounties", "amount_minted": tokens(1000)}
    return stated(SpendingRow(**(plain | fields)), f"antioch/{number}", "a.csv", number, "spending-csv")


def rows(table: AnyTable, *records: AnyStated) -> list[dict[str, Any]]:
    built = build(table, snapshot_of(records))
    names = [heading.name for heading in built.headings]
    return [dict(zip(names, cells, strict=True)) for cells in built.rows]


def test_the_register_counts_before_the_table() -> None:
    found = rows(
        BOUNTIES,
        listed(3, status="Closed ($5)", reward_usd=Usd(Decimal(9)), paid_usd=Usd(Decimal(5)), opened_on="2031-01-01"),
        printed(3, status="Open", reward_usd=Usd(Decimal(8)), reward_printed="$8", closed_on="2031-02-01", thread=4),
        printed(2, title="Mow", status="Open", issue=6, proposal=8),
    )
    assert [(r["bounty"], r["title"], r["listed_as"], r["status"]) for r in found] == [
        (2, "Mow", None, "Open"),
        (3, "Paint the shed", "closed", "Closed ($5)"),
    ]
    assert (found[1]["reward_usd"], found[1]["reward_in_table"], found[1]["status_in_table"]) == (9, "$8", "Open")
    assert (found[1]["opened_on"], found[1]["closed_on"], found[1]["paid_usd"]) == ("2031-01-01", "2031-02-01", 5)
    assert found[1]["source"] == "register.json:3; README.md:7"
    assert (found[0]["issue"], found[0]["proposal"], found[1]["thread"]) == (6, 8, 4)
    assert (found[0]["payments"], found[0]["tokens_paid"]) == (0, 0)


def test_sums_of_payments_keep_the_unknown_apart() -> None:
    rate: dict[str, Any] = {"exchange_rate": Decimal("0.03"), "usd": Usd(Decimal(31))}
    found = rows(
        BOUNTIES,
        listed(3),
        paid(1, bounty=3, **rate),
        paid(2, bounty=3, amount_minted=None),
        paid(4, bounty=3, status="expired"),
        paid(5, bounty=9, amount_minted=None),
    )
    assert [(r["bounty"], r["payments"], r["tokens_paid"], r["tokens_unknown"]) for r in found] == [
        (3, 2, tokens(1000), 1),
        (9, 1, None, 1),
    ]
    assert [(r["usd_paid_stated"], r["usd_paid_recomputed"], r["usd_unknown"]) for r in found] == [
        (Decimal(31), Decimal(30), 1),
        (None, None, 1),
    ]
    assert found[1]["source"] == "a.csv:5"


def test_what_is_a_payment_for_a_bounty() -> None:
    found = rows(
        PAYMENTS,
        paid(1, bounty=3, category="Tools"),
        paid(2, exchange_rate=Decimal("0.03")),
        paid(3, category="Bounty Managers"),
        paid(4, bounty=3, status="rejected"),
        paid(5, bounty=3, status=None),
    )
    assert [(r["number"], r["bounty"], r["usd_recomputed"]) for r in found] == [(1, 3, None), (2, None, Decimal(30))]
    assert found[0]["source"] == "a.csv:1"


def test_not_marked_is_not_the_same_as_marked_no() -> None:
    found = rows(
        UNREIMBURSED,
        paid(1, reimbursed=True),
        paid(2, reimbursed=False, usd=Usd(Decimal(31))),
        paid(3),
        paid(4, amount_minted=0),
        paid(5, amount_minted=None),
    )
    assert [(r["number"], r["marked"], r["tokens"], r["usd_stated"]) for r in found] == [
        (2, "no", tokens(1000), Decimal(31)),
        (3, "unmarked", tokens(1000), None),
        (5, "unmarked", None, None),
    ]


def test_refills_in_the_order_of_terms_and_blocks() -> None:
    def refill(term: int, block: int | None, chain: str = "antioch") -> AnyStated:
        fact = Refill(network=chain, chain=chain, term=term, usd=Usd(Decimal(5)), reason="KPI", block=block)
        return stated(fact, f"{chain}/{term}/{block}", "report.md", term)

    found = rows(REFILLS, refill(4, 90), refill(4, 80), refill(2, None), refill(1, 7, "alexandria"))
    assert [(r["network"], r["term"], r["block"]) for r in found] == [
        ("alexandria", 1, 7),
        ("antioch", 2, None),
        ("antioch", 4, 80),
        ("antioch", 4, 90),
    ]
    assert found[0]["source"] == "report.md:1"


def _refill(file: str, line: int, usd: int | None = 5, **fields: Any) -> AnyStated:
    plain: dict[str, Any] = {"network": "giza", "chain": "antioch", "term": 4, "reason": "KPI", "block": 80}
    fact = Refill(usd=None if usd is None else Usd(Decimal(usd)), **(plain | fields))
    return stated(fact, f"{line}", file, line)


def test_a_refill_stated_by_several_reports_is_listed_once() -> None:
    found = rows(REFILLS, _refill("b.md", 2, term=3), _refill("copy.md", 7), _refill("a.md", 9))
    assert [(r["term"], r["block"], r["source"]) for r in found] == [(4, 80, "a.md:9; b.md:2; copy.md:7")]


@pytest.mark.parametrize("other", [{"usd": 6}, {"usd": None}, {"reason": "Bounties"}, {"block": 81}, {"chain": "x"}])
def test_a_refill_with_anything_else_stays_a_row(other: dict[str, Any]) -> None:
    found = rows(REFILLS, _refill("a.md", 9), _refill("b.md", 2, **other))
    assert sorted(str(row["source"]) for row in found) == ["a.md:9", "b.md:2"]


def test_a_refill_of_an_unknown_block_is_the_same_only_in_another_file_of_the_term() -> None:
    found = rows(
        REFILLS,
        _refill("a.md", 1, block=None),
        _refill("a.md", 2, block=None),
        _refill("b.md", 1, block=None),
        _refill("c.md", 1, block=None, term=5),
    )
    assert [row["source"] for row in found] == ["a.md:1; b.md:1", "a.md:2", "c.md:1"]


@pytest.mark.parametrize(
    ("register", "table", "code"),
    [
        ({"reward_usd": Usd(Decimal(5))}, {"reward_usd": Usd(Decimal(6))}, "contradiction"),
        ({"paid_usd": Usd(Decimal(5))}, {"paid_usd": Usd(Decimal(6))}, "contradiction"),
        ({"closed_on": "2031-01-01"}, {"closed_on": "2031-01-02"}, "contradiction"),
        ({"status": "Closed"}, {"status": "Open"}, "contradiction"),
        ({"listed_as": "active"}, {"status": "Completed ($5)"}, "contradiction"),
        ({"links": ("https://e.org/threads/5",)}, {"thread": 6}, "link-contradiction"),
        ({"reward_usd": Usd(Decimal(5))}, {"reward_usd": Usd(Decimal("5.0"))}, None),
        ({"reward_usd": Usd(Decimal(5))}, {}, None),
        ({"status": "Closed ($5)"}, {"status": "Completed"}, None),
        ({"links": ("https://e.org/threads/5", "https://e.org/threads/6")}, {"thread": 6}, None),
        ({"links": ("https://e.org/issues/5",)}, {"thread": 6}, None),
    ],
)
def test_register_against_table(register: dict[str, Any], table: dict[str, Any], code: str | None) -> None:
    found = DUTY.problems(snapshot_of([listed(3, **register), printed(3, **table)]))
    assert [(p.code, p.file, p.line) for p in found] == ([(code, "README.md", 7)] if code else [])
    assert all("register.json:3" in p.what for p in found)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("paint THE shed!", None),
        ("The shed, painted and dried", "label-drift"),
        ("Mow a lawn", "number-collision"),
    ],
)
def test_one_number_with_two_titles(title: str, code: str | None) -> None:
    note = stated(BountyNote(bounty=3, title=title), "3/2031-01-01", "note.md", 9)
    found = DUTY.problems(snapshot_of([listed(3), note]))
    assert [(p.code, p.line) for p in found] == ([(code, 9)] if code else [])


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("Open", "open"),
        ("closed ($5)", "closed"),
        ("Completed", "closed"),
        ("Announced", "open"),
        ("?", None),
        (None, None),
    ],
)
def test_what_a_status_says(status: str | None, state: str | None) -> None:
    assert state_of(status) == state


def test_what_the_duty_declares() -> None:
    assert [table.name for table in DUTY.tables] == ["bounties", "bounty-payments", "unreimbursed", "refills"]
    assert all(build(table, Snapshot()).rows == () for table in DUTY.tables)
    assert DUTY.problems(Snapshot()) == ()
