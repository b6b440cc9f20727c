"""The spending ledger as CSV: layouts, repairs, refusals."""

from decimal import Decimal
from typing import Any

import pytest

from secretariat.facts.amounts import Usd, tokens
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.problems import Problem, Target
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.spending.csv_ledger import FORMAT
from tests.sources.archives.read_text import codes, read

WITH_GROUP = (
    "Testnet,Proposal #,Title,Status,Amount Asked,Amount Minted,Exchange Rate,$ amount,Category,Bounty,WG,Reimbursed"
)
WITHOUT_GROUP = (
    "Testnet,Proposal #,Title,Status,Amount Asked,Amount Minted,Exchange Rate,$ amount,Category,Bounty,Reimbursed"
)
PAID = "Antioch,7,Paint the shed,Approved,5000000,5000000,0.00003,150,Bounties,12,,Y"


def ledger(*rows: str, header: str = WITH_GROUP) -> Reading:
    return read(FORMAT, "\n".join([header, *rows]) + "\n", "ledger.csv")


def row(reading: Reading, key: str = "antioch/7") -> SpendingRow:
    fact = reading.records["spending-row", key].fact
    assert isinstance(fact, SpendingRow)
    return fact


def only(reading: Reading) -> Problem:
    assert len(reading.problems) == 1, reading.problems
    return reading.problems[0]


def test_every_field_of_a_row() -> None:
    reading = ledger("Antioch,7,Paint the shed,Approved,5000000,5000000.25,0.00003,150,OKR,12,Curators,N")
    assert row(reading) == SpendingRow(
        network="antioch",
        chain="antioch",
        number=7,
        title="Paint the shed",
        status="approved",
        amount_asked=tokens(5000000),
        amount_minted=tokens("5000000.25"),
        exchange_rate=Decimal("0.00003"),
        usd=Usd(Decimal(150)),
        category="OKR",
        bounty=12,
        group="Curators",
        reimbursed=False,
    )
    assert reading.records["spending-row", "antioch/7"].line == 2


def test_a_row_that_only_reserves_its_number() -> None:
    reading = ledger("Babylon,12,,,,,,,,,,")
    assert row(reading, "alexandria/12") == SpendingRow(network="babylon", chain="alexandria", number=12)
    assert not row(reading, "alexandria/12").filled
    assert reading.problems == []


def test_the_older_header_under_a_title_line() -> None:
    text = f"Spending Proposal Categories,,,\n{WITHOUT_GROUP}\nAntioch,7,Paint the shed,Expired,5,0,,,Bounties,12,N\n"
    reading = read(FORMAT, text)
    assert FORMAT.recognises("any.txt", text)
    assert row(reading).reimbursed is False
    assert row(reading).group is None
    assert reading.records["spending-row", "antioch/7"].line == 3
    assert reading.problems == []


@pytest.mark.parametrize(
    "header",
    [
        WITH_GROUP.replace("Testnet", "\ufeffNETWORK"),
        WITH_GROUP.replace("Proposal #", "proposal number").replace("$ amount", "Amount ($)"),
        WITH_GROUP.replace("Amount Asked", " amount  asked ").replace("WG", "Working Group"),
        WITH_GROUP.upper(),
    ],
)
def test_headings_are_matched_loosely(header: str) -> None:
    reading = ledger(PAID, header=header)
    assert FORMAT.recognises("x", header + "\n" + PAID)
    assert row(reading).usd == 150
    assert reading.problems == []


def test_columns_are_read_by_name() -> None:
    header = "Proposal #,Status,Title,Testnet,$ amount,Amount Asked,Amount Minted"
    reading = ledger("7,Approved,Paint the shed,Antioch,150,5,5", header=header)
    assert (row(reading).usd, row(reading).amount_asked) == (Decimal(150), tokens(5))
    assert {(p.code, p.line) for p in reading.problems} == {("row-malformed", 1)}
    assert len(reading.problems) == 4  # rate, category, bounty, reimbursed have no column


def test_semicolons_with_decimal_commas() -> None:
    text = f"{WITH_GROUP.replace(',', ';')}\nAntioch;7;Paint, and dry;Approved;5000000,5;5000000,5;0,00003;150;Bounties;12;;Y\n"
    reading = read(FORMAT, text)
    assert FORMAT.recognises("x", text)
    assert row(reading).amount_minted == tokens("5000000.5")
    assert row(reading).exchange_rate == Decimal("0.00003")
    assert row(reading).title == "Paint, and dry"
    assert [(p.code, p.state) for p in reading.problems] == [("spreadsheet-damage", "applied")] * 3


def test_windows_line_ends() -> None:
    reading = read(FORMAT, f"{WITH_GROUP}\r\n{PAID}\r\n")
    assert row(reading).reimbursed is True
    assert reading.problems == []


def test_quoted_cells_and_physical_line_numbers() -> None:
    rows = ['Antioch,7,"Paint, ""twice""\nand dry",Approved,5,5,,,Tools,,,', "Antioch,8,Second,Expired,5,0,,,,,,"]
    reading = ledger(*rows)
    assert row(reading).title == 'Paint, "twice" and dry'
    assert [record.line for record in reading.records.values()] == [2, 4]
    assert reading.problems == []


def test_a_stray_quote_does_not_swallow_the_rows_below() -> None:
    reading = ledger('Antioch,6,"Never closed,Expired,5,0,,,,,,', PAID, 'Antioch,8,Inch 5" pipe,Expired,5,0,,,,,,')
    assert row(reading, "antioch/6").title == "Never closed"
    assert row(reading).title == "Paint the shed"
    assert row(reading, "antioch/8").title == 'Inch 5" pipe'
    assert (only(reading).code, only(reading).line, only(reading).applied) == ("row-malformed", 2, True)


def test_a_heading_that_stands_again() -> None:
    reading = ledger("Antioch,6,,,,,,,,,,", WITH_GROUP, PAID)
    assert len(reading.records) == 2
    assert (only(reading).code, only(reading).line) == ("section-repeated", 3)


def test_a_thirteenth_column_without_meaning() -> None:
    reading = ledger(PAID + ",something", header=WITH_GROUP + ",Mood")
    assert row(reading).reimbursed is True
    assert (only(reading).code, only(reading).line) == ("value-unknown-label", 1)
    assert "'Mood'" in only(reading).what


def test_empty_cells_beyond_the_table_are_nothing() -> None:
    reading = ledger(PAID + ",,,", ",,,,,,,,,,,", "")
    assert len(reading.records) == 1
    assert reading.problems == []


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("Cancelled", "canceled"),
        ("ExecutionFailed", "execution-failed"),
        ("execution failed", "execution-failed"),
        ("Approved & Executed", "approved"),
        ("SLASHED", "slashed"),
    ],
)
def test_other_spellings_of_a_status(printed: str, status: str) -> None:
    reading = ledger(f"Antioch,7,T,{printed},5,{5 if status == 'approved' else 0},,,,,,")
    assert row(reading).status == status
    assert (only(reading).code, only(reading).applied, only(reading).line) == ("alias", True, 2)


@pytest.mark.parametrize("printed", ["Failed", "Perhaps"])
def test_a_status_without_meaning_stays_unknown(printed: str) -> None:
    reading = ledger(f"Antioch,7,T,{printed},5,5,,,,,,")
    assert row(reading).status is None
    assert only(reading).code == "value-unknown-label"
    assert only(reading).target == Target(kind="spending-row", key="antioch/7", field="status")


def test_other_spellings_of_a_category() -> None:
    rows = [
        f"Antioch,{n},T,Expired,5,0,,,{name},,,"
        for n, name in enumerate(["Bounty", "KPIs", "Sheds", "shed", "Sheds"], 1)
    ]
    reading = ledger(*rows)
    assert [r.fact.category for r in reading.records.values()] == ["Bounties", "KPI", "Sheds", "Sheds", "Sheds"]
    assert [(p.code, p.line) for p in reading.problems] == [("alias", 2), ("alias", 3), ("alias", 5)]


@pytest.mark.parametrize(
    ("printed", "title", "applied"),
    [
        ("Paint \x97 twice", "Paint \u2014 twice", True),
        ("Caf\u00c3\u00a9", "Caf\u00e9", True),
        ("Lost \ufffd byte", "Lost \ufffd byte", False),
        ("Odd \x81 byte", "Odd \ufffd byte", False),
    ],
)
def test_titles_read_in_the_wrong_encoding(printed: str, title: str, applied: bool) -> None:
    reading = ledger(f"Antioch,7,{printed},Expired,5,0,,,,,,")
    assert row(reading).title == title
    assert (only(reading).code, only(reading).applied) == ("mojibake", applied)
    assert (only(reading).target is None) == applied


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Jan-44", "spreadsheet-damage"),
        ("3-Mar", "spreadsheet-damage"),
        ("Mar-03", "spreadsheet-damage"),
        ("#REF!", "spreadsheet-damage"),
        ("1.2E+07", "spreadsheet-damage"),
        ("ada_l", "amount-unparsable"),
        ("2.000M", "amount-unparsable"),
        ("1.000.000k", "amount-unparsable"),
        ("From 500 to 400", "amount-unparsable"),
        ("$400", "amount-unparsable"),
        ("1.12345678901", "amount-unparsable"),
    ],
)
def test_an_amount_that_cannot_be_read_is_unknown_and_open(cell: str, code: str) -> None:
    reading = ledger(f"Antioch,7,T,Approved,{cell},5,,,,,,")
    assert row(reading).amount_asked is None
    assert row(reading).amount_minted == tokens(5)
    assert (only(reading).code, only(reading).state) == (code, "open")
    assert only(reading).target == Target(kind="spending-row", key="antioch/7", field="amount_asked")


@pytest.mark.parametrize(
    ("cell", "value"),
    [('"385,000"', 385000), ("385 000 JOY", 385000), ('"5,25"', "5.25"), ("1.2345678E+07", 12345678)],
)
def test_an_amount_with_one_reading_is_repaired(cell: str, value: Any) -> None:
    reading = ledger(f"Antioch,7,T,Expired,{cell},0,,,,,,")
    assert row(reading).amount_asked == tokens(value)
    assert (only(reading).code, only(reading).applied) == ("spreadsheet-damage", True)


@pytest.mark.parametrize(("cell", "usd"), [("$400", "400"), ("400 USD", "400"), ('"$1,250.50"', "1250.50")])
def test_dollars_with_their_sign(cell: str, usd: str) -> None:
    reading = ledger(f"Antioch,7,T,Expired,5,0,,{cell},,,,")
    assert row(reading).usd == Decimal(usd)


def test_a_cell_of_two_readings_is_settled_by_its_row_or_stays_open() -> None:
    header = WITH_GROUP.replace(",", ";")
    rows = [
        "Antioch;7;T;Approved;5000000;5000000;0,0000305;152,500;Tools;;;",
        "Antioch;8;T;Expired;385,000;0;;;Tools;;;",
    ]
    reading = read(FORMAT, "\n".join([header, *rows]))
    assert row(reading).usd == Decimal("152.5")
    assert row(reading, "antioch/8").amount_asked is None
    assert [p.target.field for p in reading.problems if p.target] == ["amount_asked"]


@pytest.mark.parametrize(
    ("cells", "code", "field"),
    [
        ("Expired,5,5,,,,,,", "minted-not-approved", "amount_minted"),
        ("Expired,5,0,,,Bounties,12,,Y", "reimbursed-not-paid", "reimbursed"),
        ("Approved,5000000,5000000,0.0000301,170,Tools,,,", "amount-not-rate", "usd"),
        ("Approved,5,5.25,,,Tools,,,", "contradiction", "amount_minted"),
    ],
)
def test_rules_of_one_row(cells: str, code: str, field: str) -> None:
    reading = ledger(f"Antioch,7,T,{cells}")
    assert (only(reading).code, only(reading).state, only(reading).line) == (code, "open", 2)
    assert only(reading).target == Target(kind="spending-row", key="antioch/7", field=field)
    assert row(reading).amount_asked is not None  # printed figures stay as they are


def test_a_rate_of_nothing_is_unknown() -> None:
    reading = ledger("Antioch,7,T,Approved,5000000,5000000,0,170,Tools,,,")
    assert (only(reading).code, only(reading).state) == ("rate-impossible", "open")
    assert only(reading).target == Target(kind="spending-row", key="antioch/7", field="exchange_rate")
    assert (row(reading).exchange_rate, row(reading).usd) == (None, Usd(Decimal(170)))


@pytest.mark.parametrize("printed", ["n/a", "N\\A", "-"])
def test_a_category_that_says_nothing_is_none(printed: str) -> None:
    assert row(ledger(f"Antioch,7,T,Approved,5,5,,,{printed},,,")).category is None


@pytest.mark.parametrize("printed", ["\u0661\u0662\u0663", "NaN", "Infinity"])
def test_what_is_no_number_in_plain_digits_is_reported(printed: str) -> None:
    reading = ledger(f"Antioch,7,T,Approved,5,{printed},,,Tools,,,")
    assert (only(reading).code, only(reading).state) == ("amount-unparsable", "open")
    assert row(reading).amount_minted is None


@pytest.mark.parametrize("printed", ["approved ", " Approved", "approved"])
def test_a_status_with_blanks_around_it_is_no_other_spelling(printed: str) -> None:
    reading = ledger(f"Antioch,7,T,{printed},5,5,,,Tools,,,")
    assert (reading.problems, row(reading).status) == ([], "approved")


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ("Expired,-5,0,,,Tools,,,", "amount_asked"),
        ("Approved,5,-5,,,Tools,,,", "amount_minted"),
        ("Approved,5,5,-30,,Tools,,,", "exchange_rate"),
        ("Approved,5,5,,-170,Tools,,,", "usd"),
    ],
)
def test_a_figure_below_zero_is_unknown_until_a_person_says_what_it_is(cells: str, field: str) -> None:
    reading = ledger(f"Antioch,7,T,{cells}")
    found = next(problem for problem in reading.problems if problem.code == "impossible-figure")
    assert (found.state, found.line) == ("open", 2)
    assert found.target == Target(kind="spending-row", key="antioch/7", field=field)
    assert getattr(row(reading), field) is None


@pytest.mark.parametrize(
    "cells",
    [
        "Approved,13793103,13793103,0.000029,400,Tools,,,",
        "Approved,5160000,5160000,0.00003,150,Tools,,,",
        "Approved,140845,140845,0.0000284,3.999998,Tools,,,",
        "Expired,,,,,Tools,,,",
        "Approved,5000000,5000000,,150,Tools,,,",
    ],
)
def test_what_rounding_explains_is_no_problem(cells: str) -> None:
    assert ledger(f"Antioch,7,T,{cells}").problems == []


def test_no_rule_uses_a_cell_that_was_not_read() -> None:
    assert codes(ledger("Antioch,7,T,Perhaps,5,5,,,,,,Y")) == ["value-unknown-label"]
    assert codes(ledger("Antioch,7,T,Expired,5,Jan-44,,,,,,Y")) == ["spreadsheet-damage"]


def test_an_unknown_network_is_kept_under_its_label() -> None:
    reading = ledger("Atlantis,7,T,Expired,5,0,,,,,,")
    assert row(reading, "atlantis/7").chain is None
    assert only(reading).code == "network-unknown"


@pytest.mark.parametrize(
    "cells", ["Antioch,,T,Expired,5,0,,,,,,", "Antioch,seven,T,Expired,5,0,,,,,,", ",7,T,Expired,5,0,,,,,,"]
)
def test_a_row_without_its_key_is_refused(cells: str) -> None:
    reading = ledger(cells, PAID)
    assert list(reading.records) == [("spending-row", "antioch/7")]
    assert (only(reading).code, only(reading).refused, only(reading).line) == ("row-malformed", True, 2)


def test_of_a_duplicate_key_the_filled_row_stays() -> None:
    reading = ledger("Antioch,7,,,,,,,,,,", PAID)
    assert row(reading).title == "Paint the shed"
    assert reading.records["spending-row", "antioch/7"].line == 3
    assert (only(reading).code, only(reading).applied, only(reading).line) == ("duplicate-key", True, 2)


def test_two_equal_rows_count_once() -> None:
    reading = ledger(PAID, PAID, PAID)
    assert len(reading.records) == 1
    assert [(p.code, p.applied, p.line) for p in reading.problems] == [
        ("duplicate-key", True, 3),
        ("duplicate-key", True, 4),
    ]
    assert len({p.id for p in reading.problems}) == 2


def test_two_filled_rows_that_differ_are_open() -> None:
    reading = ledger(PAID, PAID.replace("shed", "barn"))
    assert row(reading).title == "Paint the shed"
    assert (only(reading).code, only(reading).state, only(reading).refused) == ("duplicate-key", "open", True)
    assert only(reading).target == Target(kind="spending-row", key="antioch/7", field="title")


def test_networks_of_one_chain_share_their_numbers() -> None:
    reading = ledger("Alexandria,7,T,Expired,5,0,,,,,,", "Babylon,7,U,Expired,6,0,,,,,,")
    assert list(reading.records) == [("spending-row", "alexandria/7")]
    assert (only(reading).code, only(reading).state) == ("duplicate-key", "open")


@pytest.mark.parametrize(
    "cells",
    [
        "Antioch,7,Paint, and dry,Approved,5000000,5000000,0.00003,150,Bounties,12,,Y",
        "Antioch,7,,Paint the shed,Approved,5000000,5000000,0.00003,150,Bounties,12,,Y",
        "Antioch,7,Paint the shed,,Approved,5000000,5000000,0.00003,150,Bounties,12,Y",
        "Antioch,7,Paint the shed,Approved,5000000,5000000,0.00003,150,Bounties,12,Y",
    ],
)
def test_a_slip_with_one_explanation_is_repaired(cells: str) -> None:
    reading = ledger(cells)
    fact = row(reading)
    assert (fact.status, fact.amount_minted, fact.usd) == ("approved", tokens(5000000), Decimal(150))
    assert (fact.bounty, fact.reimbursed, fact.group) == (12, True, None)
    assert (only(reading).code, only(reading).applied) == ("field-shifted", True)


def test_an_unquoted_decimal_comma() -> None:
    reading = ledger("Antioch,7,T,Approved,5000000,25,5000000.25,,,Tools,,,")
    assert row(reading).amount_asked == tokens("5000000.25")
    assert [p.code for p in reading.problems] == ["field-shifted", "spreadsheet-damage"]


def test_a_status_in_the_amount_column() -> None:
    reading = ledger("Antioch,7,Paint the shed,,Approved,5000000,5000000,0.00003,Bounties,12,,Y")
    assert (row(reading).status, row(reading).amount_asked) == ("approved", tokens(5000000))
    assert (row(reading).amount_minted, row(reading).exchange_rate) == (tokens(5000000), Decimal("0.00003"))
    assert (only(reading).code, only(reading).applied) == ("field-shifted", True)


def test_a_slip_with_several_explanations_leaves_what_they_dispute_unknown() -> None:
    reading = ledger("Antioch,7,T,Expired,5000000,0,0.5,Bounties,12,Curators,")
    fact = row(reading)
    assert (fact.status, fact.amount_asked, fact.category, fact.bounty) == ("expired", tokens(5000000), "Bounties", 12)
    assert (fact.amount_minted, fact.exchange_rate, fact.usd) == (None, None, None)
    assert {(p.code, p.state) for p in reading.problems} == {("field-shifted", "open")}
    assert [p.target.field for p in reading.problems if p.target] == ["amount_minted", "exchange_rate", "usd"]


def test_a_slip_without_explanation_keeps_the_number_only() -> None:
    reading = ledger("Antioch,7,Approved,Y,Antioch,Expired,N,Approved,7,Y,N,Expired")
    assert row(reading) == SpendingRow(network="antioch", chain="antioch", number=7)
    assert (only(reading).code, only(reading).state) == ("field-shifted", "open")


def test_one_cell_of_another_column_is_unknown() -> None:
    reading = ledger("Antioch,7,T,Expired,Approved,0,,,Tools,,,N")
    assert row(reading).amount_asked is None
    assert (row(reading).status, row(reading).category) == ("expired", "Tools")
    assert only(reading).target == Target(kind="spending-row", key="antioch/7", field="amount_asked")


def test_a_row_that_ends_early() -> None:
    reading = ledger("Antioch,7,T,Expired,5,0", "Antioch,8")
    assert (row(reading).amount_minted, row(reading).reimbursed) == (0, None)
    assert not row(reading, "antioch/8").filled
    assert {p.code for p in reading.problems} == {"field-shifted"}
    assert all(p.applied for p in reading.problems)


def test_a_bounty_written_another_way() -> None:
    assert row(ledger("Antioch,7,T,Expired,5,0,,,,#12,,")).bounty == 12
    unknown = ledger('Antioch,7,T,Expired,5,0,,,,"12, 13",,')
    assert row(unknown).bounty is None
    assert only(unknown).target == Target(kind="spending-row", key="antioch/7", field="bounty")


def test_a_file_without_the_heading_is_reported() -> None:
    reading = read(FORMAT, "just,some\nother,words\n")
    assert not FORMAT.recognises("spending_proposal_categories.csv", "just,some\nother,words\n")
    assert FORMAT.knows_name("old/spending_proposal_categories.csv")
    assert (only(reading).code, only(reading).refused) == ("file-unreadable", True)


def test_what_a_problem_is_called_survives_moved_lines() -> None:
    first = ledger("Antioch,7,T,Expired,Jan-44,0,,,,,,")
    later = ledger(",,,,,,,,,,,", "Antioch,8,,,,,,,,,,", "Antioch,7,T,Expired,Jan-44,0,,,,,,")
    assert [p.id for p in first.problems] == [p.id for p in later.problems]


def _comma_ledger(count: int) -> Reading:
    rows = [
        f"Antioch;{number};Shed {number};Approved;540.000;2.540.000;0,00003;{number},5;;;;Y"
        for number in range(1, count + 1)
    ]
    return ledger(*rows, header=WITH_GROUP.replace(",", ";"))


def test_a_file_whose_commas_are_decimal_points_has_thousands_behind_its_points() -> None:
    reading = _comma_ledger(4)
    fact = row(reading, "antioch/3")
    assert (fact.amount_asked, fact.amount_minted) == (tokens(540_000), tokens(2_540_000))
    assert (fact.exchange_rate, fact.usd) == (Decimal("0.00003"), Usd(Decimal("3.5")))


def test_a_single_group_is_not_read_where_too_few_figures_show_the_decimal_point() -> None:
    assert row(_comma_ledger(1), "antioch/1").amount_asked is None


def test_a_way_of_writing_that_the_whole_file_has_is_one_problem_with_every_line() -> None:
    reading = _comma_ledger(25)
    written = [problem for problem in reading.problems if problem.code == "spreadsheet-damage"]
    assert sorted(problem.subject.split()[0] for problem in written) == [
        "amount_asked",
        "amount_minted",
        "exchange_rate",
        "usd",
    ]
    for problem in written:
        assert problem.applied
        assert problem.line == 2
        assert "25 cells" in problem.what
        assert "24, 25, 26" in problem.what
    assert {(found.line) for found in _comma_ledger(4).problems if found.code == "spreadsheet-damage"} == {2, 3, 4, 5}


def test_a_number_sign_before_the_number_is_no_damage() -> None:
    reading = ledger(PAID.replace(",7,", ",#7,", 1))
    assert row(reading).number == 7
    assert "alias" not in codes(reading)


@pytest.mark.parametrize("printed", ["NaN", "null", "None"])
@pytest.mark.parametrize("column", ["Title", "WG"])
def test_a_word_that_programs_write_for_nothing_leaves_a_text_empty_and_says_so(column: str, printed: str) -> None:
    cells = dict(zip(WITH_GROUP.split(","), PAID.split(","), strict=True)) | {column: printed}
    reading = ledger(",".join(cells.values()))
    field = {"Title": "title", "WG": "group"}[column]
    assert getattr(row(reading), field) is None
    told = only(reading)
    assert (told.code, told.applied, told.target and told.target.field) == ("value-unknown-label", False, field)
    assert printed in told.what


@pytest.mark.parametrize("printed", ["", "-", "n/a"])
def test_a_text_that_is_plainly_empty_is_no_problem(printed: str) -> None:
    assert ledger(PAID.replace("Paint the shed", printed)).problems == []


def test_an_approved_row_without_any_amount_is_told() -> None:
    bare = only(ledger("Giza,7,A shed,Approved,,,,,Tools,,,"))
    assert (bare.code, bare.target.field if bare.target else None, bare.state) == (
        "figure-missing",
        "amount_minted",
        "open",
    )
    assert ledger("Giza,7,A shed,Canceled,,,,,Tools,,,").problems == []
    assert ledger("Giza,7,A shed,Approved,5,,,,Tools,,,").problems == []
    assert "figure-missing" not in codes(ledger("Giza,7,A shed,Approved,soon,,,,Tools,,,"))


@pytest.mark.parametrize(
    ("asked", "minted", "usd", "value"),
    [
        ("1,500", "1,500", "750", None),
        ("1,500", "", "750", None),
        ("1,500", "1500", "", None),
        ("1,500", "1,500", "0,75", "1.5"),
        ("1,500", "1,500", "", "1.5"),
        ("1,500", "1,500", "40", "1.5"),
    ],
)
def test_the_way_of_a_file_does_not_decide_against_the_rows_own_figures(
    asked: str, minted: str, usd: str, value: str | None
) -> None:
    proving = "Giza;8;A;Approved;12,50;12,50;0,5;6,25;Tools;;;"
    line = f"Giza;7;A;Approved;{asked};{minted};0,5;{usd};Tools;;;"
    reading = ledger(line, proving, header=WITH_GROUP.replace(",", ";"))
    found = row(reading).amount_asked
    assert found == (None if value is None else tokens(value))
    told = [
        p for p in reading.problems if p.target and p.target.field == "amount_asked" and p.target.key == "antioch/7"
    ]
    assert bool(told) is (value is None)


def test_a_lost_cell_of_a_column_without_meaning_is_not_asked_for() -> None:
    reading = ledger("Giza,7,A shed,Approved,5,5,,,Tools,,,", header=f"{WITH_GROUP},Notes")
    assert not [problem for problem in reading.problems if "?13" in problem.what]
