"""Council reports: the template's variants, each damage, and the real reports."""

from decimal import Decimal

import pytest

from secretariat.facts.elections import ReportedSeat
from secretariat.facts.problems import Problem
from secretariat.facts.proposals import ReportedProposal
from secretariat.facts.terms import CouncilReport
from secretariat.sources.archives.council.report import FORMAT
from secretariat.sources.archives.document import Reading
from tests.sources.archives.read_text import codes, facts, read

REPORT = """# Giza - Council Election Round #93  - Performance Review and Minutes
## 1 - Basic Information
### 1.1 - Introduction
Usernames referenced are usernames.
All times are calculated based on 6.00 second blocktimes and not actual blocktimes.

### 1.2 - Council Round Overview
* Council Election Round: #93
* Council Term: 91
* Start Block: #7,000,200
* End Block: #7100999
* Forum thread for round feedback: https://example.org/#/forum/threads/612

### 1.3 - Council members & vote participation
* All usernames are listed in order.

| Username             | Member ID | Prop. Votes Cast | CM Own Stake | CM Voter Stake |
|----------------------|-----------|------------------|--------------|----------------|
| @ada_l | 11 | 3 | 4,000 | 500 |
| @bert | 12 | 2 | 6000 | 0 |
| @cleo | 13 | 0 | | |
| | | Subtotal: | | |
| | | Total: | | |

### 1.4 - Council Roles
* Council Secretary
    * @bert
* Council Deputy Secretary
    * None

### 1.5 - Council Mint & Budget Status
* Start minted: 1000 tokens
* End minted: 1250
* Total minted during council round: 250 tokens (+25% from start)
    * Minted from Spending proposals: 200 tokens
    * Minted for CM payments: 50 tokens

* Budget proposal link: N/A

## 2 - Minutes
### 2.1 - Proposal Overview
Proposal Types
- 5 Proposals Created
    - 1 Text Proposals
    - 3 Spending Proposals
    - 1 SetValidatorCount
    - 0 RuntimeUpgrade

Proposal States
- 2 Approved & executed proposals
- 1 Canceled proposals
- 0 Rejected proposals
- 0 Slashed proposals
- 0 Expired proposals
- 1 proposals passed to next council
    - These proposals didn't gather enough quorum.

Failed Proposals
- 0 NotEnoughCapacity failures
- 1 ExecutionFailed

- Total time for proposals to finalize: 34.00 hours
- Average time for proposals to finalize: 11.33 hours
    - This average is calculated from all proposals.

### 2.2 - Proposal Breakdown

#### Proposal 801 - Council minutes - a first try
- Proposal Link: https://example.org/#/proposals/801
- Proposal Type: Text
- Status: Approved & Executed
\t- Time to finalize: 6,000 blocks (10.00h)
- Created by: @ada_l
- Participants: @ada_l, @bert

#### Proposal 802  - Pay the bee keeper
- Proposal Link: https://example.org/#/proposals/802
- Proposal Type: Spending
        - Amount: 1,234,567
        - Destination member: dmitri_77
- Status: Executed
        - Time to finalize: 7200 blocks (12 hours)
- Created by: @dmitri_77
- Participants: @ada_l, @bert

#### Proposal 803- More validators
- Proposal Link: https://example.org/#/proposals/803
- Proposal Type: SetValidatorCount
\t- Amount: N/A
- Status: Execution failed (NotEnoughCapacity)
\t- Time to finalize: 7200 blocks (12.00h)
- Created by: @bert
- Participants: @ada_l

#### Proposal 804 - Paint the hall
- Proposal Link: https://example.org/#/proposals/804
- Proposal Type: Spending
- Status: Canceled
\t- Time to finalize: N/A
- Created by: @cleo
- Participants:

#### Proposal 805 - Paint the hall again
- Proposal Link: https://example.org/#/proposals/805
- Proposal Type: Spending
\t- Amount: 5000 JOY
- Status: Passed to next council
- Created by: @cleo
- Participants: (next council)

### 2.4 - Select threads & events
- [Summaries](https://example.org/#/forum/threads/613)

## 3 - Review
* @ada_l
\t* Status: a fine term, 12 proposals created.

## 4 - Obligations
### 4.2 - Regular Payments
- Council Mint
\t- Amount: one spoon
"""

PATH = "reports/giza/Giza_Council91_Report.md"
BASE = 10**10

EARLY = """# Council Performance Review and Minutes
## 1 - Basic Information
Council #7 blocks: 1,139,000-1,240,000 (second council)
The council is expected to produce reports.

## 2 - Minutes
### 2.1 - Proposals Created
- A wish list (https://example.org/#/proposals/12)
     - Forum thread: https://example.org/#/forum/threads/44
\t - Status: Passed (execution failed, the mint was empty)
\t - Created by: @ada_l
\t - Participants: (nobody can be seen)
- v6: Enable discussions (https://example.org/#/proposals/13)
     - Status: Approved
     - Crated by: @bert
     - Voters: @ada_l, @bert
 - Without any link
 \t- Status: Approved
\t- Created by: @cleo

### 2.2 - Issues
- Participants: @ada_l
"""

MIDDLE = """# Council Round #17 - Performance Review and Minutes
## 1 - Basic Information
### 1.2 - Council Round Overview
Council Round: #17
Start Block: #2046000
End Block: #2147000
Start time/date: 07.08.2020 ~18:00 GMT

### 1.3 - Council members
Council Members (Member name, Key)
@ada_l - 5Cm5sPqHbFnTLBRxLYwFGvyq1BwtsYiUed1wKrfc92pjND4D
@bert - 5CtJTw9gT3gVKPYUryz8bWu5M1tWfdXrejbxvpDkfydrMERE

## 2 - Minutes
### 2.1 - Proposal Overview
- 1 Proposals Created
\t- 1 FillWorkingGroupLeaderOpening Proposal

- 1 Approved & executed proposals
- 0 NotEnoughCapacity failure
- 0 canceled

Total time for proposals to finalize: 11.58 hours

### 2.3 - Proposal Breakdown
#### Proposal 49 - Fill storage lead
- Proposal Link: https://example.org/#/proposals/44
- Proposal Type: FillWorkingGroupLeaderOpening
\t- Candidate: @cleo
- Status: Approved & executed successfully
\t- Time to finalize: 6,951 blocks (11.58 hours)
- Created by: @ada_l
- Participants: @ada_l, @bert
"""


def report(reading: Reading) -> CouncilReport:
    (found,) = facts(reading, CouncilReport)
    assert isinstance(found, CouncilReport)
    return found


def proposal(reading: Reading, number: int) -> ReportedProposal:
    found = [fact for fact in facts(reading, ReportedProposal) if isinstance(fact, ReportedProposal)]
    return next(fact for fact in found if fact.number == number)


def seats(reading: Reading) -> list[ReportedSeat]:
    return [fact for fact in facts(reading, ReportedSeat) if isinstance(fact, ReportedSeat)]


def only(reading: Reading, code: str) -> Problem:
    (found,) = [problem for problem in reading.problems if problem.code == code]
    return found


def changed(*pairs: tuple[str, str], path: str = PATH) -> Reading:
    text = REPORT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return read(FORMAT, text, path)


def test_a_whole_report_is_read_without_a_problem() -> None:
    reading = read(FORMAT, REPORT, PATH)
    assert codes(reading) == []
    found = report(reading)
    assert (found.network, found.chain, found.term) == ("giza", "antioch", 91)
    assert (found.election_round, found.title_round) == (93, 93)
    assert (found.start_block, found.end_block, found.feedback_thread) == (7000200, 7100999, 612)
    assert (found.secretaries, found.deputies) == (("bert",), ())
    assert (found.council_minted_start, found.council_minted_end) == (1000 * BASE, 1250 * BASE)
    assert found.proposals_created == 5
    assert found.proposals_by_type == (("Text", 1), ("Spending", 3), ("SetValidatorCount", 1), ("RuntimeUpgrade", 0))
    assert (found.approved, found.canceled, found.rejected, found.slashed, found.expired) == (2, 1, 0, 0, 0)
    assert (found.passed_on, found.failed_capacity, found.failed_execution) == (1, 0, 1)
    assert found.finalise_hours == Decimal("34.00")
    assert (found.stake_total, found.stake_subtotal_own) == (None, None)


def test_the_seats_are_in_order_and_empty_stakes_stay_unknown() -> None:
    reading = read(FORMAT, REPORT, PATH)
    ada, bert, cleo = seats(reading)
    assert (ada.position, ada.handle, ada.member_id, ada.votes_cast) == (1, "ada_l", 11, 3)
    assert (ada.own_stake, ada.backers_stake) == (4000 * BASE, 500 * BASE)
    assert (bert.backers_stake, bert.election_round, bert.term) == (0, 93, 91)
    assert (cleo.votes_cast, cleo.own_stake, cleo.backers_stake) == (0, None, None)
    assert ("reported-seat", "antioch/91/11") in reading.records


def test_the_proposals_are_read() -> None:
    reading = read(FORMAT, REPORT, PATH)
    first, second, failed = (proposal(reading, number) for number in (801, 802, 803))
    assert (first.title, first.type, first.outcome) == ("Council minutes - a first try", "Text", "executed")
    assert (first.blocks_to_finalise, first.proposer, first.participants) == (6000, "ada_l", ("ada_l", "bert"))
    assert (second.amount_printed, second.amount) == ("1,234,567", 1234567 * BASE)
    assert (second.destination, second.outcome) == ("dmitri_77", "executed")
    assert (failed.outcome, failed.failure, failed.amount) == ("execution-failed", "NotEnoughCapacity", None)
    assert (proposal(reading, 804).outcome, proposal(reading, 804).participants) == ("canceled", ())
    assert (proposal(reading, 805).amount, proposal(reading, 805).outcome) == (5000 * BASE, "passed-on")
    assert ("reported-proposal", "antioch/91/805") in reading.records


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("Giza - Council Election Round #93", "Giza - Council Election Round #7", "header-contradiction", None),
        ("# Giza - Council", "# Sumer - Council", None, None),
        ("# Giza - Council", "# Babylon - Council", "header-contradiction", None),
        ("* Council Term: 91", "* Council Term: 90", "header-contradiction", None),
        ("* Council Election Round: #93", "* Council Election Round: the last", "header-contradiction", None),
        ("* End Block: #7100999", "* End Block: soon", "amount-unparsable", "end_block"),
        ("* End Block: #7100999", "* End Block: #7", "impossible-figure", "end_block"),
        ("* End Block: #7100999", "* End Block: #7100999\n* End Block: #9", "header-contradiction", "end_block"),
        ("* Council Term: 91", "* Council Term: 91\n* Weather: mild", "value-unknown-label", None),
        ("* Council Term: 91", "* Council Term: 91\n* Date range: 1/2/2021 - soon", "date-unparsable", "started_at"),
        ("Prop. Votes Cast", "Backers", "value-unknown-label", None),
        ("| @ada_l | 11 | 3 |", "| @ada_l | 11 | three |", "amount-unparsable", "votes_cast"),
        ("| @ada_l | 11 | 3 |", "| @ada_l | 11 | 7 |", "contradiction", "votes_cast"),
        ("| 4,000 | 500 |", "| 4.000k | 500 |", "amount-unparsable", "own_stake"),
        ("round: 250 tokens (+25%", "round: 520 tokens (+25%", "total-not-sum", None),
        ("(+25% from", "(+52% from", "contradiction", None),
        ("payments: 50 tokens", "payments: 55 tokens", "total-not-sum", None),
        ("Start minted: 1000", "Start minted: plenty", "amount-unparsable", "council_minted_start"),
        ("- 5 Proposals Created", "- 6 Proposals Created", "total-not-sum", None),
        ("- 1 Text Proposals", "- 2 Text Proposals", "total-not-sum", None),
        ("- 1 Canceled", "- 2 Canceled", "total-not-sum", None),
        ("- 0 Rejected proposals", "- 0 Rejected proposals\n- 3 bee hives", "value-unknown-label", None),
        ("finalize: 34.00 hours", "finalize: 340 hours", "total-not-sum", None),
        ("6,000 blocks (10.00h)", "6,000 blocks (100.00h)", "contradiction", "blocks_to_finalise"),
        ("6,000 blocks (10.00h)", "10 hours", "amount-unparsable", "blocks_to_finalise"),
        ("proposals/802", "proposals/801", "link-contradiction", None),
        ("Amount: 1,234,567", "Amount: 2.000M", "amount-unparsable", "amount"),
        ("Amount: 1,234,567", "Amount: From 63 to 58", "amount-unparsable", "amount"),
        ("Amount: 1,234,567", "Amount: 1.000.000k", "amount-unparsable", "amount"),
        ("Amount: 1,234,567", "Amount: dmitri_77", "amount-unparsable", "amount"),
        ("Amount: 1,234,567", "Amount: @bert", "amount-unparsable", "amount"),
        ("Amount: 1,234,567", "Amount: 123k", "alias", "amount"),
        ("Amount: 1,234,567", "Amount: 1.234.567", "spreadsheet-damage", "amount"),
        ("Amount: 1,234,567", "Amount: 7\n- Amount: 8", "contradiction", "amount"),
        ("Amount: N/A", "Amount: 75", "field-shifted", "amount"),
        ("Status: Canceled", "Status: Cancelled", "alias", None),
        ("Status: Canceled", "Status: banana", "alias", "outcome"),
        ("Status: Canceled", "Status: Approved", "alias", "outcome"),
        ("- Created by: @dmitri_77", "- Crated by: @dmitri_77", "label-drift", None),
        ("- Created by: @dmitri_77", "- Created by: @dmitri_77\n- Mood: fine", "value-unknown-label", None),
        ("#### Proposal 803- More", "#### Proposal n - More", "row-malformed", None),
    ],
)
def test_each_damage_is_a_problem(old: str, new: str, code: str | None, field: str | None) -> None:
    reading = changed((old, new))
    if code is None:
        assert codes(reading) == []
        return
    found = [problem for problem in reading.problems if problem.code == code]
    assert found
    fields = [problem.target.field for problem in found if problem.target]
    assert field is None or field in fields


def test_an_unsure_amount_is_unknown_and_a_repaired_one_is_taken() -> None:
    assert proposal(changed(("Amount: 1,234,567", "Amount: 2.000M")), 802).amount is None
    assert proposal(changed(("Amount: 1,234,567", "Amount: dmitri_77")), 802).amount is None
    assert proposal(changed(("Amount: 1,234,567", "Amount: 7\n- Amount: 8")), 802).amount is None
    repaired = changed(("Amount: 1,234,567", "Amount: 1.5M"))
    assert proposal(repaired, 802).amount == 1500000 * BASE
    assert only(repaired, "alias").applied


def test_approved_alone_is_executed_only_when_the_overview_counts_it_so() -> None:
    counted = changed(("Status: Approved & Executed", "Status: Approved"))
    assert proposal(counted, 801).outcome == "executed"
    assert only(counted, "alias").applied
    uncounted = changed(("Status: Approved & Executed", "Status: Approved"), ("- 2 Approved", "- 1 Approved"))
    assert proposal(uncounted, 801).outcome is None
    assert not only(uncounted, "alias").applied


@pytest.mark.parametrize("printed", ["abc", "1O3", "12 or 13", "-4"])
def test_a_member_id_that_is_no_number_is_a_problem_and_the_handle_stays(printed: str) -> None:
    reading = changed(("| @bert | 12 |", f"| @bert | {printed} |"))
    found = only(reading, "amount-unparsable")
    assert repr(printed) in found.what
    assert (found.line, found.applied) == (20, False)
    assert found.target is not None
    assert found.target.field == "member_id"
    seat = next(seat for seat in seats(reading) if seat.handle == "bert")
    assert (seat.member_id, seat.votes_cast) == (None, 2)
    assert ("reported-seat", found.target.key) in reading.records


def test_of_a_row_that_lost_a_column_only_the_handle_is_known() -> None:
    reading = changed(("| @bert | 12 | 2 | 6000 | 0 |", "| @bert | 12 | 2 | 6000 |"))
    assert (only(reading, "spreadsheet-damage").line, only(reading, "spreadsheet-damage").refused) == (20, False)
    seat = next(seat for seat in seats(reading) if seat.handle == "bert")
    assert (seat.member_id, seat.votes_cast, seat.own_stake, seat.backers_stake) == (None, None, None, None)
    unknown = {p.target.field for p in reading.problems if p.target and p.target.key.endswith("/bert")}
    assert unknown == {"member_id", "votes_cast", "own_stake", "backers_stake"}


@pytest.mark.parametrize("row", ["| bert | 12 | 2 | 6000 |", "| | | Total: | 7 |", "| Total: |"])
def test_a_short_row_that_names_nobody_is_left_out_with_a_problem(row: str) -> None:
    reading = changed(("| @bert | 12 | 2 | 6000 | 0 |", row))
    assert only(reading, "spreadsheet-damage").refused
    assert [seat.handle for seat in seats(reading)] == ["ada_l", "cleo"]


def test_a_missing_pipe_at_the_end_is_no_lost_column() -> None:
    assert codes(changed(("| @bert | 12 | 2 | 6000 | 0 |", "| @bert | 12 | 2 | 6000 | 0"))) == []


def test_totals_of_stakes() -> None:
    members = ("| @cleo | 13 | 0 | | |\n| | | Subtotal: | | |\n| | | Total: | | |",)
    right = (members[0], "| | | Subtotal: | 10,000 | 500 |\n| | | Total: | 10500 | |")
    assert codes(changed(right)) == []
    assert report(changed(right)).stake_total == 10500 * BASE
    assert report(changed(right)).stake_subtotal_voters == 500 * BASE
    wrong = changed((members[0], "| | | Subtotal: | 10,001 | 500 |\n| | | Total: | | 10501 |"))
    assert codes(wrong) == ["total-not-sum", "total-not-sum"]
    assert report(wrong).stake_total == 10501 * BASE
    single = changed((members[0], "| | | | | |\n| Total Stake | | | | 10500 |"))
    assert (codes(single), report(single).stake_total) == ([], 10500 * BASE)
    column = changed((members[0], "| Total Stake | | | | 500 |"))
    assert (codes(column), report(column).stake_total) == (["label-drift"], None)
    assert report(column).stake_subtotal_voters == 500 * BASE
    both = changed((members[0], "| Total Stake | | | 10,000 | 500 |"))
    assert (codes(both), report(both).stake_subtotal_own) == ([], 10000 * BASE)


@pytest.mark.parametrize(
    ("title", "election", "stated", "name", "expected"),
    [
        ("#4", "#4", None, "Alexandria_Council4_Report_1-1-2021.md", (4, 4, 4, [])),
        ("#0", "#1", None, "Antioch_Council0_Report_1-1-2021.md", (0, 1, 0, [])),
        ("#2", "#5", None, "Antioch_Council2_Report_1-1-2021.md", (2, 5, 2, [])),
        ("#2", "#5", None, "Antioch_Council5_Report_1-1-2021.md", (5, 5, 2, [])),
        ("#2", "#5", None, "report.md", (2, 5, 2, [])),
        ("#2", "#5", None, "Antioch_Council9_Report_1-1-2021.md", (2, 5, 2, ["header-contradiction"])),
        ("#10", "#12", "10", "Sumer_Council10_Report_1_1_2021.md", (10, 12, 10, [])),
        ("#27", "#27", "24", "Sumer_Council24_Report_1_1_2021.md", (24, 27, 27, [])),
        ("#20/21", "#20/21", None, "Council Round #21 - Council Report.md", (21, 21, 21, ["alias"])),
        ("#x", "#", None, "Antioch_Council7_Report_1-1-2021.md", (7, None, None, [])),
    ],
)
def test_which_number_is_the_term(
    title: str, election: str, stated: str | None, name: str, expected: tuple[object, ...]
) -> None:
    text = f"# Council Election Round {title} - Performance Review and Minutes\n## 1.2 - Council Round Overview\n"
    text += f"* Council Election Round: {election}\n" + (f"* Council Term: {stated}\n" if stated else "")
    text += "### 1.3 - Council members\n### 2.1 - Proposal Overview\n### 2.2 - Proposal Breakdown\n"
    reading = read(FORMAT, text, f"antioch/{name}")
    found = report(reading)
    assert (found.term, found.election_round, found.title_round, codes(reading)) == expected


def test_without_any_number_the_report_is_refused() -> None:
    reading = read(FORMAT, "# Council Election Round - Performance Review and Minutes\n", "antioch/x.md")
    assert (codes(reading), reading.records) == (["file-unreadable"], {})


def test_the_earliest_form_has_proposals_as_items() -> None:
    assert FORMAT.recognises("x.md", EARLY)
    reading = read(FORMAT, EARLY, "constantinople/Council Round #7 - 12-06-2020 - Council Report.md")
    found = report(reading)
    assert (found.term, found.start_block, found.end_block) == (7, 1139000, 1240000)
    twelve, thirteen = proposal(reading, 12), proposal(reading, 13)
    assert (twelve.title, twelve.outcome, twelve.proposer) == ("A wish list", "execution-failed", "ada_l")
    assert (thirteen.title, thirteen.proposer) == ("v6: Enable discussions", "bert")
    assert (thirteen.outcome, thirteen.participants) == (None, ("ada_l", "bert"))
    assert sorted(set(codes(reading))) == ["alias", "label-drift", "row-malformed", "value-unknown-label"]


def test_an_early_form_lists_members_with_their_keys() -> None:
    assert FORMAT.recognises("x.md", MIDDLE)
    reading = read(FORMAT, MIDDLE, "constantinople/Council Round #17 - 07-08-2020 - Council Report.md")
    found = report(reading)
    assert (found.chain, found.term, found.election_round) == ("constantinople", 17, 17)
    assert (found.started_at, found.ended_at) == ("2020-08-07T18:00:00Z", None)
    assert [(seat.handle, seat.member_id, seat.votes_cast) for seat in seats(reading)] == [
        ("ada_l", None, None),
        ("bert", None, None),
    ]
    assert ("reported-seat", "constantinople/17/ada_l") in reading.records
    assert sorted(codes(reading)) == ["alias", "link-contradiction", "value-unknown-label"]


def test_a_block_printed_twice_is_counted_once() -> None:
    start, end = REPORT.index("#### Proposal 804"), REPORT.index("#### Proposal 805")
    again = REPORT[:end] + REPORT[start:end] + REPORT[end:]
    reading = read(FORMAT, again, PATH)
    assert only(reading, "duplicate-key").applied
    other = read(FORMAT, again.replace("Paint the hall\n", "Paint the wall\n", 1), PATH)
    assert only(other, "duplicate-key").refused


def test_a_section_printed_twice_is_noted() -> None:
    start, end = REPORT.index("### 1.5"), REPORT.index("## 2 - Minutes")
    reading = read(FORMAT, REPORT[:end] + REPORT[start:end] + REPORT[end:], PATH)
    assert [problem.applied for problem in reading.problems if problem.code == "section-repeated"] == [True]


def test_a_figure_stated_with_two_values_is_unknown() -> None:
    reading = changed(("* End minted: 1250", "* End minted: 1250\n* End minted: 1520"))
    assert report(reading).council_minted_end is None
    assert only(reading, "contradiction").target is not None


def test_a_report_of_no_network_is_an_open_problem() -> None:
    reading = read(FORMAT, REPORT.replace("# Giza - ", "# "), "Council91_Report.md")
    assert only(reading, "network-unknown").target is not None
    assert ("council-report", "?/91") in reading.records


def test_templates_are_not_reports() -> None:
    template = """# Council Election Round #x - Performance Review and Minutes
### 1.2 - Council Round Overview
* Council Election Round: #
* Start Block: #
### 1.3 - Council members & vote participation
| Username    | Member ID | Prop. Votes Cast | CM Own Stake | CM Voter Stake |
|-------------|-----------|------------------|--------------|----------------|
| @           |           |                  |              |                |
### 2.1 - Proposal Overview
-  Proposals Created
#### Proposal `n` -
"""
    term = "# Council Term Report Template\n- Start block: [block] [block hash]\n- Channels: [number]\n- Videos: [number]\n"
    assert not FORMAT.recognises("x.md", template)
    assert not FORMAT.recognises("council/templates/Council_Report.md", term)
    assert FORMAT.recognises("x.md", REPORT)
    assert FORMAT.knows_name(PATH)
    assert not FORMAT.knows_name("council/templates/Council_Report.md")
    assert not FORMAT.knows_name("Council_Round7_1-2_Tokenomics_Report.md")


@pytest.mark.parametrize(
    "heading",
    [
        "| Member | ID | Votes Cast | Own Stake | Voter Stake |",
        "| **Member** | Member Id: | Prop Votes Cast | own stake | Voters' Stake |",
        "| Handle | Member ID | Proposal votes cast | CM own stake | CM Backers Stake |",
    ],
)
def test_variants_of_the_members_heading_are_read_alike(heading: str) -> None:
    usual = "| Username             | Member ID | Prop. Votes Cast | CM Own Stake | CM Voter Stake |"
    reading = changed((usual, heading))
    assert reading.problems == []
    assert seats(reading) == seats(changed())


def test_what_was_minted_for_members_and_for_spending_is_kept() -> None:
    found = report(read(FORMAT, REPORT, PATH))
    assert (found.minted_for_spending, found.minted_for_members) == (200 * 10**10, 50 * 10**10)
    empty = REPORT.replace("proposals: 200 tokens", "proposals:  tokens").replace(
        "payments: 50 tokens", "payments:  tokens"
    )
    reading = read(FORMAT, empty, PATH)
    assert (report(reading).minted_for_spending, report(reading).minted_for_members) == (None, None)
    assert "amount-unparsable" not in codes(reading)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("* KPI Round: 17", (17, [])),
        ("KPI Round: #17", (17, [])),
        ("* KPI Round: ", (None, [])),
        ("* KPI Round: the next", (None, ["amount-unparsable"])),
        ("* KPI Round: 17\n* KPI Round: 18", (None, ["header-contradiction"])),
    ],
)
def test_the_kpi_round_is_kept_as_printed(printed: str, expected: tuple[int | None, list[str]]) -> None:
    reading = changed(("* Council Term: 91", f"* Council Term: 91\n{printed}"))
    before = codes(read(FORMAT, REPORT, PATH))
    found = codes(reading)
    for code in before:
        found.remove(code)
    assert (report(reading).kpi_round, found) == expected
    assert all(problem.target for problem in reading.problems if problem.subject.endswith("kpi round again"))


@pytest.mark.parametrize(
    ("old", "new", "printed"),
    [
        (
            "- 2 Approved & executed proposals",
            "- 2 Approved & executed proposals\n\t- Token value: 100 tokens",
            "100 tokens",
        ),
        (
            "- 2 Approved & executed proposals",
            "- 2 Approved & executed proposals\n- 9 of these proposals",
            "of these proposals",
        ),
        ("* Budget proposal link: N/A", "* Total budget: 5,000 tokens", "5,000 tokens"),
        ("* Budget proposal link: N/A", "Votes revealed: 12", "12"),
        ("* Council Term: 91", "* Council Term: 91\nVotes revealed: 12", "Votes revealed"),
        ("### 2.2 -", "### 2.15 - Basic Budget\n- Total amount paid out: 868 tJOY\n### 2.2 -", "868 tJOY"),
    ],
)
def test_a_figure_that_no_column_holds_is_told(old: str, new: str, printed: str) -> None:
    known = {problem.subject for problem in read(FORMAT, REPORT, PATH).problems}
    told = [problem for problem in changed((old, new)).problems if problem.subject not in known]
    assert [problem.code for problem in told] == ["value-unknown-label"]
    assert printed in told[0].what


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("* Budget proposal link: N/A", "* Total budget: "),
        ("* Budget proposal link: N/A", "* Budget proposal link: https://example.org/#/proposals/813"),
        ("- 2 Approved & executed proposals", "- 2 Approved & executed proposals\n\t- Token value: N/A tokens"),
    ],
)
def test_words_of_the_template_without_a_figure_are_no_problem(old: str, new: str) -> None:
    assert codes(changed((old, new))) == codes(read(FORMAT, REPORT, PATH))


def test_the_blocks_of_the_earliest_form_are_read_and_not_told_as_unread() -> None:
    reading = read(FORMAT, EARLY, "constantinople/Council Round #7 - 12-06-2020 - Council Report.md")
    assert not [problem for problem in reading.problems if "no column holds" in problem.what]


@pytest.mark.parametrize(
    ("title", "election", "stated", "name", "expected"),
    [
        ("#10", "#12", "10", "Sumer_Council10_Report_1_1_2021.md", "council term"),
        ("#2", "#5", None, "Antioch_Council2_Report_1-1-2021.md", "council term"),
        ("#2", "#5", None, "Antioch_Council5_Report_1-1-2021.md", "election round"),
        ("#22", "#22", None, "Constantinople_Council22_Report.md", "election round"),
        ("#x", "#22", None, "report.md", "election round"),
        ("#22", "#", None, "report.md", "council number"),
        ("#x", "#", None, "Antioch_Council7_Report_1-1-2021.md", "council number"),
    ],
)
def test_what_the_number_is(title: str, election: str, stated: str | None, name: str, expected: str) -> None:
    text = f"# Council Election Round {title} - Performance Review and Minutes\n## 1.2 - Council Round Overview\n"
    text += f"* Council Election Round: {election}\n" + (f"* Council Term: {stated}\n" if stated else "")
    assert report(read(FORMAT, text, f"antioch/{name}")).numbering == expected


def test_the_number_of_the_earliest_form_is_not_said_to_be_a_round() -> None:
    reading = read(FORMAT, EARLY, "constantinople/Council Round #7 - 12-06-2020 - Council Report.md")
    assert (report(reading).numbering, report(reading).election_round) == ("council number", None)
