"""Tokenomics reports: three generations of the template, each damage, and the real reports."""

from decimal import Decimal

import pytest

from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.terms import Refill, TermFigures
from secretariat.facts.working_groups import GroupTerm, WorkerTerm
from secretariat.sources.archives.tokenomics.report import FORMAT
from tests.sources.archives.read_text import codes, facts, read
from tests.sources.archives.tokenomics.report_texts import (
    BASE,
    FIRST,
    FIRST_PATH,
    THIRD,
    THIRD_PATH,
    changed,
    group,
    only,
    term,
)


def test_the_first_generation_is_read_whole() -> None:
    reading = read(FORMAT, FIRST, FIRST_PATH)
    found = term(reading)
    assert next(iter(reading.records)) == ("term-figures", "alexandria/3")
    assert (found.network, found.chain, found.term) == ("alexandria", "alexandria", 3)
    assert (found.start_block, found.end_block) == (1000, 202600)
    assert (found.started_at, found.ended_at) == ("2019-10-09", "2019-10-23")
    assert (found.issuance_start, found.issuance_end, found.burned) == (1000000 * BASE, 1100000 * BASE, 7000 * BASE)
    assert (found.council_rewards, found.validator_rewards) == (44000 * BASE, 2600 * BASE)
    assert (found.council_minted_start, found.council_minted_end) == (60000 * BASE, 75000 * BASE)
    assert (found.seats, found.proposals, found.proposals_approved) == (6, 13, 11)
    assert (found.applicants, found.applicant_stake, found.votes) == (21, 8123456 * BASE, 33)
    assert (found.validators_start, found.validators_end, found.validator_limit_end) == (40, 50, None)
    assert (found.members_start, found.members_end, found.uploads_end) == (600, 612, 130)
    assert (found.content_bytes_start, found.content_bytes_end) == (35000000001, 36000000002)
    assert found.content_bytes_rounded is False
    assert (found.channels_end, found.categories_end, found.threads_end, found.posts_end) == (44, 22, 110, 550)
    assert (found.usd_pool_start, found.rate_start, found.seconds) == (None, None, None)
    assert found.block_time == Decimal("6.07")
    assert group(reading, "storage").workers_end == 5
    assert group(reading, "storage").stake_end == 250000 * BASE
    assert (group(reading, "storage").spent, group(reading, "storage").minted_end) == (5000 * BASE, 15000 * BASE)
    assert group(reading, "curators").label == "Content Curator"
    assert codes(reading) == ["percentage-zero-base", "percentage-zero-base", "label-drift"]


def test_the_third_generation_is_read_whole() -> None:
    reading = read(FORMAT, THIRD, THIRD_PATH)
    found = term(reading)
    assert (found.network, found.chain, found.term) == ("giza", "antioch", 91)
    assert (found.started_at, found.ended_at) == ("2021-03-02T20:00:00Z", "2021-03-09T20:03:18Z")
    assert (found.seconds, found.block_time) == (604998, Decimal("6.002"))
    assert (found.usd_pool_start, found.usd_pool_end) == (Decimal("733.40"), Decimal("728.30"))
    assert (found.rate_start, found.rate_end) == (Decimal("31.42"), Decimal("30.86"))
    assert (found.spending_executed, found.bounties_paid, found.council_rewards) == (300 * BASE, 200 * BASE, None)
    assert (found.validators_start, found.validators_end) == (41, 45)
    assert (found.validator_limit_start, found.validator_limit_end) == (64, 64)
    assert (found.content_bytes_start, found.content_bytes_end) == (524288, 1059062)
    assert found.content_bytes_rounded is True
    curators = group(reading, "curators")
    assert (curators.workers_start, curators.workers_end, curators.spent) == (8, 9, 149 * BASE)
    assert (curators.minted_start, curators.minted_end) == (300 * BASE, 449 * BASE)
    assert (group(reading, "hr").label, group(reading, "hr").workers_end) == ("Gamma", 1)


def test_workers_are_recorded_and_a_division_by_zero_is_unknown() -> None:
    reading = read(FORMAT, THIRD, THIRD_PATH)
    ada, bert = (fact for fact in facts(reading, WorkerTerm) if isinstance(fact, WorkerTerm))
    assert (ada.worker_id, ada.handle, ada.status, ada.group) == (7, "ada_l", "active", "curators")
    assert (ada.tokens_per_block, ada.millions_total) == (Decimal(0), Decimal("11.8"))
    assert (bert.tokens_per_block, bert.millions_in_term, bert.status) == (None, Decimal("1.3"), "active")
    problem = only(reading, "amount-unparsable")
    assert problem.target is not None
    assert (problem.target.key, problem.target.field) == ("antioch/91/curators/16", "tokens_per_block")
    assert not problem.applied


def test_two_refills_of_one_block_and_one_without_a_block_stay_apart() -> None:
    reading = read(FORMAT, THIRD, THIRD_PATH)
    refills = {key: record.fact for (kind, key), record in reading.records.items() if kind == Refill.KIND}
    assert {key: (fact.usd, fact.block, fact.reason) for key, fact in refills.items()} == {
        "antioch/91/7090001": (Decimal(100), 7090001, "kpi-example-1"),
        "antioch/91/7090001.2": (Decimal("50.5"), 7090001, "recurring"),
        "antioch/91/row-3": (Decimal(7), None, None),
    }


def test_a_row_without_its_groups_name_is_noted_once() -> None:
    reading = read(FORMAT, THIRD, THIRD_PATH)
    drift = [problem for problem in reading.problems if problem.code == "label-drift"]
    assert sorted(problem.subject for problem in drift) == ["gamma", "number of workers", "total stake"]
    assert all(problem.applied for problem in drift)


@pytest.mark.parametrize(
    ("old", "new", "code", "applied", "field"),
    [
        ("Council session #: 91\n* Term", "Council session #: 90\n* Term", "header-contradiction", False, None),
        ("* Block range: 7000200", "* Block range: 7000201", "block-range-contradiction", False, "start_block"),
        ("* Block range: 7000200 - 7100999", "* Block range: around 4.7M", "amount-unparsable", False, "start_block"),
        ("03/02/2021 20:00:00", "yesterday", "date-unparsable", False, "started_at"),
        ("Average Block Time: 6.002s", "Average Block Time: 6.5s", "contradiction", False, None),
        ("Difference: 204s", "Difference: 304s", "contradiction", False, None),
        ("| 5 |\n| USD", "| 50 |\n| USD", "contradiction", False, None),
        ("| 330 | 33 |", "| 303 | 33 |", "total-not-sum", False, None),
        ("| Curators | 149 |", "| Curators | 194 |", "contradiction", False, "spent"),
        ("| Council | 330 |", "| Council | 303 |", "contradiction", False, None),
        ("Approved proposals: 12", "Approved proposals: 17", "impossible-figure", False, "proposals_approved"),
        ("45 / 64 | 9.76", "80 / 64 | 95.12", "impossible-figure", False, "validators_end"),
        ("Applicants            | 18", "Applicants            | 1 8 x", "amount-unparsable", False, "applicants"),
        ("Applicants            | 18", "Applicants            | -18", "impossible-figure", False, "applicants"),
        ("Burned | 40", "Burned | 1.5M", "alias", True, "burned"),
        ("Burned | 40", "Burned | 2.000M", "amount-unparsable", False, "burned"),
        ("Burned | 40", "Burned | 1.234.567", "spreadsheet-damage", True, "burned"),
        ("Inflation, %: 1.80", "Inflation, %: 8.10", "contradiction", False, None),
        ("| 50.5 | recurring | 7090001 |", "| 50.5 | recurring | 9 |", "block-range-contradiction", False, "block"),
        ("| Total Votes ", "| Total Bananas ", "value-unknown-label", False, None),
        ("* Number of council members", "* Number of bananas", "value-unknown-label", False, None),
        ("| 7 | [@ada_l]", "| seven | [@ada_l]", "row-malformed", False, None),
        ("| Total Votes                 | 19 |", "| Total Votes | 19 | 20 | 21 |", "row-malformed", False, None),
        (
            "* Number of council members",
            "Number of bananas in all the shops of the town: 5\n* Number of council members",
            "value-unknown-label",
            False,
            None,
        ),
        (
            "* Number of council members",
            "Starting block: 5\n* Number of council members",
            "value-unknown-label",
            False,
            None,
        ),
        (
            "* Number of council members",
            "* KPI Round: the next\n* Number of council members",
            "amount-unparsable",
            False,
            "kpi_round",
        ),
        ("## 5.0 User", "| Foo | Bar |\n|--|--|\n| 1 | 2 |\n\n## 5.0 User", "value-unknown-label", False, None),
    ],
)
def test_each_damage_is_a_problem(old: str, new: str, code: str, applied: bool, field: str | None) -> None:
    known = {problem.id for problem in read(FORMAT, THIRD, THIRD_PATH).problems}
    reading = changed(old, new)
    found = [problem for problem in reading.problems if problem.id not in known]
    assert code in [problem.code for problem in found]
    if field is not None:
        problem = next(problem for problem in found if problem.code == code)
        assert problem.target is not None
        assert problem.target.field == field
        assert problem.applied is applied


@pytest.mark.parametrize(
    ("row", "short", "fields"),
    [
        ("| Total Votes                 | 19 |", "| Total Votes |", {"votes"}),
        (
            "| USD Pool |  733.40 | 728.30 | -0.7 |",
            "| USD Pool | 733.40 | 728.30 |",
            {"usd_pool_start", "usd_pool_end"},
        ),
        ("| 50.5 | recurring | 7090001 |", "| 50.5 | recurring |", {"usd", "block"}),
    ],
)
def test_of_a_row_that_lost_a_column_every_value_is_unknown(row: str, short: str, fields: set[str]) -> None:
    text = THIRD.replace(row, short)
    assert text != THIRD
    reading = read(FORMAT, text, THIRD_PATH)
    lost = [problem for problem in reading.problems if problem.code == "spreadsheet-damage"]
    assert {text.split("\n")[problem.line - 1] for problem in lost} == {short}
    assert not any(problem.applied or problem.refused for problem in lost)
    open_ = {
        p.target for p in reading.problems if p.target and p.code == "amount-unparsable" and p.target.field in fields
    }
    assert {target.field for target in open_} == fields
    for target in open_:
        assert getattr(reading.records[target.kind, target.key].fact, target.field) is None


def test_a_worker_whose_row_lost_a_column_is_left_out_with_a_problem() -> None:
    reading = changed("| 16 | @bert | Active |", "| 16 | @bert |")
    assert only(reading, "spreadsheet-damage").refused
    assert [fact.handle for fact in facts(reading, WorkerTerm) if isinstance(fact, WorkerTerm)] == ["ada_l"]


def test_a_missing_pipe_at_the_end_of_a_row_is_no_lost_column() -> None:
    reading = changed("| Total Votes                 | 19 |", "| Total Votes | 19")
    assert term(reading).votes == 19
    assert codes(reading) == codes(read(FORMAT, THIRD, THIRD_PATH))


def test_an_unreadable_figure_is_unknown_and_a_repaired_one_is_taken() -> None:
    assert term(changed("Burned | 40", "Burned | 2.000M")).burned is None
    assert term(changed("Burned | 40", "Burned | 1.5M")).burned == 1500000 * BASE
    assert term(changed("Burned | 40", "Burned | 1.234.567")).burned == 1234567 * BASE
    assert term(changed("Burned | 40", "Burned |")).burned is None


@pytest.mark.parametrize(
    ("printed", "said", "not_said"),
    [
        ("29.000.000,5k", "not one number", "may be"),
        ("1.2.3k", "not one number", "may be"),
        ("500000k", "may be 500,000 or 500,000,000", "not one"),
        ("undefined", "where it has no number", "division"),
        ("NaN", "where it has no number", "division"),
        ("Infinity", "division by zero", "program"),
        ("\u0661\u0662", "not one number", "may be"),
    ],
)
def test_what_is_said_of_an_unreadable_figure_is_true_of_it(printed: str, said: str, not_said: str) -> None:
    reading = changed("Burned | 40", f"Burned | {printed}")
    (problem,) = [p for p in reading.problems if p.target and p.target.field == "burned"]
    assert said in problem.what
    assert not_said not in problem.what
    assert (term(reading).burned, problem.applied) == (None, False)


def test_days_that_do_not_fit_the_blocks_are_unknown_and_give_no_date_to_the_tables() -> None:
    reading = changed("03/02/2021 20:00:00 - 03/09/2021 20:03:18", "13/02/2021 - 28/05/2031")
    assert (term(reading).started_at, term(reading).ended_at) == (None, None)
    found = [p for p in reading.problems if p.target and p.target.field in ("started_at", "ended_at")]
    assert [(p.code, p.applied, p.line) for p in found] == [("block-range-contradiction", False, 6)] * 2
    assert snapshot_of(reading.records.values()).as_of is None


@pytest.mark.parametrize(
    ("label", "field", "value"),
    [("Validator Rolle", "validator_rewards", 50), ("Vaildator Role", "validator_rewards", 50)],
)
def test_a_label_one_letter_off_is_read_as_the_known_one(label: str, field: str, value: int) -> None:
    reading = changed("| Validator Role      | 50 |", f"| {label} | 50 |")
    assert getattr(term(reading), field) == value * BASE
    (found,) = [p for p in reading.problems if p.code == "label-drift" and repr(label) in p.what]
    assert found.applied
    assert {fact.group for fact in facts(reading, GroupTerm)} == {"curators", "hr"}  # type: ignore[attr-defined]


def test_a_group_one_letter_off_is_that_group() -> None:
    reading = changed("| Curators | 149 |", "| Curatros | 149 |")
    assert group(reading, "curators").spent == 149 * BASE


@pytest.mark.parametrize("label", ["Bananas", "Validator Bonus", "Miscellaneous", "Operations Delta", "Rest"])
def test_a_label_of_no_group_in_a_table_of_roles_makes_no_group(label: str) -> None:
    reading = changed("| Curators | 149 |", f"| {label} | 149 |")
    assert {fact.group for fact in facts(reading, GroupTerm)} == {"curators", "hr"}  # type: ignore[attr-defined]
    assert label in only(reading, "value-unknown-label").what


@pytest.mark.parametrize(
    ("label", "slug"),
    [("Gardeners WG", "gardeners"), ("Gardener Role", "gardener"), ("Builders", "builders"), ("Apps", "apps")],
)
def test_a_group_is_known_by_its_name_or_its_form(label: str, slug: str) -> None:
    reading = changed("| Gamma | 0 |", f"| Gamma | 0 |\n| {label} | 5 |")
    assert group(reading, slug).spent == 5 * BASE


def test_a_figure_below_zero_is_unknown() -> None:
    reading = changed("Applicants            | 18", "Applicants            | -18")
    assert term(reading).applicants is None
    assert (only(reading, "impossible-figure").applied, only(reading, "impossible-figure").line) == (False, 71)


def test_an_impossible_figure_stays_as_printed() -> None:
    assert term(changed("Approved proposals: 12", "Approved proposals: 17")).proposals_approved == 17


def test_the_pool_printed_with_two_values_is_unknown() -> None:
    twice = "USD Pool |  733.40 | 728.30 | -0.7 |\n\n| Refill"
    reading = changed(twice, twice.replace("728.30 | -0.7", "782.30 | 6.67"))
    problem = only(reading, "contradiction")
    assert problem.target is not None
    assert problem.target.field == "usd_pool_end"
    assert "'782.30'" in problem.what
    assert "'728.30'" in problem.what
    assert (term(reading).usd_pool_start, term(reading).usd_pool_end) == (Decimal("733.40"), None)


def test_a_section_printed_twice_is_counted_once() -> None:
    start, end = THIRD.index("### 2.2"), THIRD.index("### 2.3")
    reading = read(FORMAT, THIRD[:end] + THIRD[start:end] + THIRD[end:], THIRD_PATH)
    assert only(reading, "section-repeated").applied
    assert len([key for kind, key in reading.records if kind == Refill.KIND]) == 3


def test_the_first_sections_session_goes_before_the_others() -> None:
    reading = changed("* Council session #: 91\n* Number", "* Council session #: -1\n* Number")
    assert term(reading).term == 91
    assert "'-1'" in only(reading, "header-contradiction").what


def test_a_session_that_is_no_number_is_told_and_passed_over() -> None:
    reading = changed("* Council session #: 91\n* Term", "* Council session #: -1\n* Term")
    assert term(reading).term == 91
    assert "'-1'" in only(reading, "header-contradiction").what
    words = changed("* Council session #: 91\n* Term", "* Council session #: the last\n* Term")
    assert term(words).term == 91
    assert "'the last'" in only(words, "header-contradiction").what


def test_without_a_session_the_file_name_gives_the_term() -> None:
    reading = read(FORMAT, THIRD.replace("* Council session #: 91\n", ""), THIRD_PATH)
    assert term(reading).term == 91
    assert only(reading, "header-contradiction").applied
    nameless = read(FORMAT, THIRD.replace("* Council session #: 91\n", ""), "giza/report.md")
    assert (codes(nameless), nameless.records) == (["file-unreadable"], {})


def test_an_unknown_network_is_an_open_problem() -> None:
    reading = read(FORMAT, THIRD, "reports/Council Round #91 - #7000200-#7100999 - Tokenomics Report.md")
    assert term(reading).network is None
    assert only(reading, "network-unknown").target is not None
    assert ("term-figures", "?/91") in reading.records


def test_a_repeated_block_range_with_other_numbers_leaves_what_differs_unknown() -> None:
    reading = changed("* Date Range", "* Block range: 7000200 - 7101000\n* Date Range")
    assert (term(reading).start_block, term(reading).end_block) == (7000200, None)


def test_size_of_content_without_a_unit() -> None:
    whole = changed("Size of content (MB)    |  0.5 | 1.01", "Size of content |  5 | 10")
    assert term(whole).content_bytes_end == 10
    assert term(whole).content_bytes_rounded is False
    broken = changed("Size of content (MB)    |  0.5 | 1.01 | 102", "Size of content |  0.5 | 1.01 | 102")
    assert term(broken).content_bytes_end is None
    unit = changed("Size of content (MB)    |  0.5 | 1.01 | 102", "Size of content |  1 MB | 2 MB | 100")
    assert term(unit).content_bytes_end == 2 * 1024 * 1024


@pytest.mark.parametrize("printed", ["0", "100", "Infinity", "NaN", "∞"])
def test_a_percentage_of_a_zero_base_is_noted(printed: str) -> None:
    reading = changed("Stake | 0 | 0 | 0 |", f"Stake | 0 | 5 | {printed} |")
    subjects = [problem.subject for problem in reading.problems if problem.code == "percentage-zero-base"]
    assert "antioch/91/hr stake" in subjects


def test_nothing_that_stayed_nothing_is_no_problem() -> None:
    reading = read(FORMAT, THIRD, THIRD_PATH)
    assert "antioch/91/hr stake" not in [problem.subject for problem in reading.problems]


@pytest.mark.parametrize("printed", ["1.78", "1.81", "1.77", "1.84"])
def test_both_definitions_of_inflation_are_known(printed: str) -> None:
    assert "contradiction" not in codes(changed("Inflation, %: 1.80", f"Inflation, %: {printed}"))


def test_templates_and_other_texts_are_not_reports() -> None:
    for template in (
        THIRD.replace("7000200 - 7100999", "{startBlock} - {endBlock}").replace(": 91\n", ": {councilRound}\n"),
        FIRST.replace("10/9/2019 - 10/23/2019", "DD/MM/YYYY - DD/MM/YYYY").replace("#: 3", "#: XX"),
        "# Notes\nTotal Tokens Minted are many.",
        "",
    ):
        assert not FORMAT.recognises("x.md", template)
    assert FORMAT.recognises("x.md", FIRST)
    assert FORMAT.recognises("x.md", THIRD)
    assert FORMAT.knows_name(THIRD_PATH)
    assert not FORMAT.knows_name("Tokenomics_Network_Report_Template.md")
    assert not FORMAT.knows_name("tokenomics/README.md")


KEY = "5FnXBHfcDE6nQrwHjZqHYYpnzCLap2b9d3eQHt2Jt9eBG6mv"
OCCUPANTS = f"""\
# Tokenomics + Network Report
## 1.0 Basic Information
* Block range: 277200 - 378000
* Council session #: 2
## 4 Roles
### 4.2 Storage Role
| Property | Start Block | End Block | % Change |
|--|--|--|--|
| Number of Storage Workers | 2 | 3 | 50 |

Role occupants:\x20\x20
@ada_l | ({KEY})\x20\x20
@desk | ({KEY})\x20\x20
@desk | ({KEY})\x20\x20
@nobody

@bob | ({KEY})
## 5.0 User Generated Content
"""


def test_those_who_hold_a_role_are_read_from_a_list_without_numbers() -> None:
    reading = read(FORMAT, OCCUPANTS, "tokenomics/antioch/Council_Round2_277200_378000_Tokenomics.md")
    listed = [one for one in reading.records.values() if isinstance(one.fact, WorkerTerm)]
    assert [(one.key, one.line, one.fact.handle) for one in listed] == [
        ("antioch/2/storage/@ada_l", 12, "ada_l"),
        ("antioch/2/storage/@desk", 13, "desk"),
        ("antioch/2/storage/@desk.2", 14, "desk"),
    ]
    assert {(one.fact.worker_id, one.fact.account) for one in listed} == {(None, KEY)}
    refused = [(one.code, one.line) for one in reading.problems if one.refused]
    assert refused == [("row-malformed", 15)]


def test_what_the_council_cost_is_not_what_its_members_were_paid() -> None:
    table = "### 2.1 Token generation breakdown\n| Role | Value |\n|--|--|\n| Council | 500 |\n"
    reading = read(
        FORMAT, f"# Tokenomics\n* Council session #: 47\n{table}", "tokenomics/giza/Council_Round47_1-2_Tokenomics.md"
    )
    (term,) = facts(reading, TermFigures)
    assert isinstance(term, TermFigures)
    assert (term.council_spent, term.council_rewards) == (500 * 10**10, None)


def test_the_kpi_round_is_kept_as_printed() -> None:
    known = {problem.id for problem in read(FORMAT, THIRD, THIRD_PATH).problems}
    reading = changed("* Number of council members", "* KPI Round: 41\n* Number of council members")
    assert [problem for problem in reading.problems if problem.id not in known] == []
    assert [found.kpi_round for found in facts(reading, TermFigures)] == [41]  # type: ignore[attr-defined]
