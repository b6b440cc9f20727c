"""The ledger as one list, and where the CSV and its older copy differ."""

from decimal import Decimal

from secretariat.facts.amounts import Usd, tokens
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.spending_ledger import differences, ledger, usd_recomputed

PAID = SpendingRow(
    network="antioch",
    chain="antioch",
    number=7,
    title="Paint",
    status="approved",
    amount_asked=tokens(5),
    amount_minted=tokens("5.25"),
    exchange_rate=Decimal("0.00003"),
    usd=Usd(Decimal(150)),
    group="Curators",
    reimbursed=True,
)


def stated(fact: SpendingRow, file: str = "a.csv", line: int = 2) -> Stated[SpendingRow]:
    kind = "spending-json" if file.endswith(".json") else "spending-csv"
    key = f"{fact.chain or fact.network}/{fact.number}"
    return Stated(kind=fact.KIND, key=key, file=file, format=kind, line=line, fact=fact)


def row(number: int, network: str = "antioch", chain: str | None = "antioch", title: str | None = "T") -> SpendingRow:
    return SpendingRow(network=network, chain=chain, number=number, title=title)


def snapshot(*records: Stated[SpendingRow]) -> Snapshot:
    return snapshot_of(records)


def test_the_copy_adds_only_what_the_csv_lacks() -> None:
    found = ledger(
        snapshot(stated(row(7, title=None)), stated(row(7), "a.json"), stated(row(8), "a.json"), stated(row(3)))
    )
    assert [(r.fact.number, r.source) for r in found] == [(3, "a.csv:2"), (7, "a.csv:2"), (8, "a.json:2")]


def test_chains_in_the_order_in_which_they_ran_and_unknown_networks_last() -> None:
    found = ledger(
        snapshot(
            stated(row(9, "mu", None)),
            stated(row(9)),
            stated(row(10)),
            stated(row(2, "babylon", "alexandria")),
            stated(row(1, "alexandria", "alexandria")),
        )
    )
    assert [r.key for r in found] == ["alexandria/1", "alexandria/2", "antioch/9", "antioch/10", "mu/9"]


def test_of_two_csv_files_the_filled_row_counts_then_the_first() -> None:
    found = ledger(
        snapshot(
            stated(row(7, title=None), "a.csv"),
            stated(row(7), "b.csv"),
            stated(row(8, title="first"), "a.csv"),
            stated(row(8, title="second"), "b.csv"),
        )
    )
    assert [(r.fact.title, r.file) for r in found] == [("T", "b.csv"), ("first", "a.csv")]


def test_differences_name_field_values_and_places() -> None:
    older = SpendingRow(
        network="antioch",
        chain="antioch",
        number=7,
        title="Paint",
        status="approved",
        amount_asked=tokens(5),
        amount_minted=tokens(5),
        reimbursed=False,
    )
    found = differences(snapshot(stated(PAID), stated(older, "a.json", 9)))
    assert [(d.key, d.field, d.csv_text, d.json_text) for d in found] == [
        ("antioch/7", "amount_minted", "5.25", "5"),
        ("antioch/7", "reimbursed", "yes", "no"),
    ]
    assert (found[0].csv, found[0].json) == (tokens("5.25"), tokens(5))
    assert (found[0].csv_source, found[0].json_source) == ("a.csv:2", "a.json:9")


def test_a_row_the_copy_does_not_fill_differs_in_every_column_it_has() -> None:
    empty = row(7, title=None)
    filled = stated(row(8), "a.json")
    found = differences(snapshot(stated(PAID), stated(empty, "a.json"), filled))
    assert [(d.field, d.csv_text, d.json_text) for d in found] == [("title", "Paint", "")]


def test_nothing_to_compare() -> None:
    assert differences(snapshot(stated(PAID))) == ()
    assert differences(snapshot(stated(PAID, "a.json"))) == ()
    assert differences(snapshot(stated(PAID), stated(PAID, "a.json"))) == ()


def test_dollars_worked_out_exactly() -> None:
    assert usd_recomputed(PAID) == Decimal("0.0001575")
    big = SpendingRow(
        network="mainnet",
        chain="mainnet",
        number=1,
        amount_minted=tokens("12345678901234567890.0123456789"),
        exchange_rate=Decimal("0.1234567891"),
    )
    assert str(usd_recomputed(big)) == "1524157876406035777.62688615687625361999"
    assert usd_recomputed(row(7)) is None
