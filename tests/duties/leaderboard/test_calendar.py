"""The calendar: four duties in every term, with evidence, and nothing guessed."""

from typing import Any

import pytest

from secretariat.duties.leaderboard.calendar_threads import (
    names_feedback,
    names_kpi_thread,
    names_secretary,
    names_summaries,
)
from secretariat.duties.leaderboard.duty_calendar import TABLE
from tests.build import (
    council_report,
    dumped_proposal,
    forum_thread,
    kpi_round,
    reported_proposal,
    stated,
    table_rows,
    term_figures,
)

START, END = 100_000, 200_799
TERM = term_figures(3, start_block=START, end_block=END)


def entry(duty: Any, *facts: Any, term: Any = 3, network: Any = "antioch") -> Any:
    rows = [r for r in table_rows(TABLE, *facts) if (r["term"], r["network"], r["duty"]) == (term, network, duty)]
    assert len(rows) == 1
    return rows[0]


def told(row: Any) -> Any:
    return row["done_block"], row["due_block"], row["in_time"]


@pytest.mark.parametrize(
    ("title", "yes"),
    [
        ("Sumer - KPI 7.2 - Council Secretary", True),
        ("Elect @ada_l as COUNCIL SECRETARY", True),
        ("Council Secretary - KPI 7B", True),
        ("Appoint new secretary", True),
        ("KPI 7.3 - Deputy Council Secretary", False),
        ("Council Secretary Workflow", False),
        ("Payment for the council secretary", False),
        ("Remove the council secretary", False),
        ("Secretariat", False),
        ("Refill the storage mint", False),
        ("", False),
    ],
)
def test_titles_of_secretary_elections(title: str, yes: bool) -> None:
    assert names_secretary(title) is yes


@pytest.mark.parametrize(
    ("title", "yes"),
    [
        ("Sumer - KPI 17.x Discussion", True),
        ("17.x KPI discussion", True),
        ("KPIs of this round: discussion", True),
        ("Alexandria - KPI 2.6 discussion", False),
        ("KPI 17.x - Budget", False),
        ("Discussion of bounties", False),
    ],
)
def test_titles_of_kpi_threads(title: str, yes: bool) -> None:
    assert names_kpi_thread(title) is yes


@pytest.mark.parametrize(
    ("title", "yes"),
    [
        ("KPI 7.x - Term Summaries", True),
        ("KPI 8.x -  Term  Summary", True),
        ("Summary", False),
        ("Long term plans", False),
    ],
)
def test_titles_of_summaries(title: str, yes: bool) -> None:
    assert names_summaries(title) is yes


@pytest.mark.parametrize(
    ("title", "yes"), [("Antioch - Council 9 Feedback", True), ("Feedback on videos", False), ("Council plan", False)]
)
def test_titles_of_feedback(title: str, yes: bool) -> None:
    assert names_feedback(title) is yes


def test_every_term_has_four_rows_and_unknown_is_empty() -> None:
    rows = table_rows(TABLE, TERM)
    assert [(r["duty"], *told(r), r["evidence"], r["source"]) for r in rows] == [
        ("secretary proposal", None, START + 14_400, None, None, "tokenomics-report.txt:1"),
        ("KPI thread", None, START + 14_400, None, None, "tokenomics-report.txt:1"),
        ("term summaries thread", None, END + 28_800, None, None, "tokenomics-report.txt:1"),
        ("round feedback thread", None, None, None, None, "tokenomics-report.txt:1"),
    ]


def test_a_row_without_evidence_names_every_document_on_its_term() -> None:
    row = entry("KPI thread", TERM, council_report(3))
    assert (row["evidence"], row["source"]) == (None, "tokenomics-report.txt:1; council-report.txt:2")


@pytest.mark.parametrize(("finalised", "in_time"), [(114_400, True), (114_401, False), (100_500, True)])
def test_the_secretary_is_in_time_when_approved_within_a_day(finalised: int, in_time: bool) -> None:
    row = entry(
        "secretary proposal",
        TERM,
        stated(
            dumped_proposal(
                5, START, title="KPI 3.2 - Council Secretary", finalised_block=finalised, outcome="executed"
            ),
            file="p.txt",
            line=8,
        ),
    )
    assert told(row) == (finalised, 114_400, in_time)
    assert row["evidence"] == "proposal 5: KPI 3.2 - Council Secretary (executed)"
    assert row["source"] == "p.txt:8"


def test_the_first_approved_proposal_counts() -> None:
    def proposal(number: Any, created: Any, finalised: Any, outcome: Any, title: Any = "Council Secretary") -> Any:
        return dumped_proposal(number, created, title=title, finalised_block=finalised, outcome=outcome)

    row = entry(
        "secretary proposal",
        TERM,
        proposal(1, START - 1, START + 5, "executed"),  # the term before's
        proposal(2, START + 10, START + 20, "canceled"),
        proposal(3, START + 11, START + 90, "executed"),
        proposal(4, START + 12, START + 30, "executed", "Deputy Council Secretary"),
        proposal(5, START + 13, START + 80, "executed"),
        proposal(6, END + 1, END + 2, "executed"),
    )
    assert (row["done_block"], row["evidence"][:10]) == (START + 80, "proposal 5")


def test_a_proposal_that_was_not_approved_is_evidence_and_no_date() -> None:
    row = entry(
        "secretary proposal",
        TERM,
        dumped_proposal(2, START + 10, title="Council Secretary", finalised_block=START + 20, outcome="expired"),
    )
    assert told(row) == (None, 114_400, None)
    assert row["evidence"] == "proposal 2: Council Secretary (expired)"


def test_a_proposal_that_only_a_report_tells_has_no_block() -> None:
    row = entry("secretary proposal", TERM, reported_proposal(3, 9, "Council Secretary", outcome="executed"))
    assert (row["done_block"], row["in_time"]) == (None, None)
    assert row["evidence"] == "proposal 9: Council Secretary (executed)"


@pytest.mark.parametrize(
    ("created", "found"),
    [
        (START - 14_401, False),  # the last term's
        (START - 14_400, True),
        (START, True),
        (END - 14_400, True),
        (END - 14_399, False),  # the next term's
        (1, False),
        (0, False),
        (None, False),
    ],
)
def test_a_kpi_thread_is_the_terms_from_a_day_before_it(created: Any, found: bool) -> None:
    row = entry("KPI thread", TERM, forum_thread(77, "KPI 3.x Discussion", created))
    assert (row["evidence"] is not None) is found
    assert row["done_block"] == (created if found else None)


@pytest.mark.parametrize(("created", "in_time"), [(START - 10, True), (114_400, True), (114_401, False)])
def test_a_kpi_thread_is_due_within_a_day(created: Any, in_time: bool) -> None:
    row = entry("KPI thread", TERM, forum_thread(77, "KPI 3.x Discussion", created, created_at="2021-05-01T10:00:00Z"))
    assert row["in_time"] is in_time
    assert (row["done_at"], row["evidence"]) == ("2021-05-01T10:00:00Z", "thread 77: KPI 3.x Discussion")


@pytest.mark.parametrize(
    ("created", "found"), [(150_398, False), (150_399, True), (END, True), (END + 28_800, True), (END + 28_801, False)]
)
def test_summaries_are_opened_from_the_middle_of_the_term_to_two_days_after_it(created: Any, found: bool) -> None:
    row = entry("term summaries thread", TERM, forum_thread(78, "Term Summaries", created))
    assert told(row) == ((created if found else None), END + 28_800, True if found else None)


@pytest.mark.parametrize(("created", "found"), [(START - 1, False), (START, True), (END, True), (END + 1, False)])
def test_feedback_is_opened_in_the_term_and_has_no_deadline(created: Any, found: bool) -> None:
    row = entry("round feedback thread", TERM, forum_thread(79, "Council 3 feedback", created))
    assert told(row) == ((created if found else None), None, None)


def test_the_thread_that_a_document_names_counts_before_any_title() -> None:
    named = stated(kpi_round(8, start_block=START, discussion_thread=60, summaries_thread=61), file="k.json", line=2)
    facts = (
        TERM,
        named,
        stated(forum_thread(60, "Let us talk", START + 15_000), file="f.txt", line=9),
        forum_thread(77, "KPI 3.x Discussion", START + 1),
        forum_thread(78, "Term Summaries", END),
    )
    row = entry("KPI thread", *facts)
    assert (row["evidence"], row["in_time"], row["source"]) == ("thread 60: Let us talk", False, "f.txt:9; k.json:2")
    row = entry("term summaries thread", *facts)
    assert (row["evidence"], row["done_block"], row["source"]) == ("thread 61, not in a dump", None, "k.json:2")


def test_the_council_report_names_its_feedback_thread() -> None:
    row = entry(
        "round feedback thread", TERM, council_report(3, feedback_thread=12), forum_thread(12, "Thoughts", START)
    )
    assert (row["done_block"], row["evidence"]) == (START, "thread 12: Thoughts")


def test_a_thread_of_another_chain_is_no_evidence() -> None:
    assert entry("KPI thread", TERM, forum_thread(77, "KPI 3.x Discussion", START, "mainnet"))["evidence"] is None
    assert entry("KPI thread", TERM, forum_thread(77, "KPI 3.x Discussion", START, None))["evidence"] is None


OLD_TERM = term_figures(3, "alexandria", start_block=10, end_block=900, started_at="2020-10-09", ended_at="2020-10-24")


@pytest.mark.parametrize(
    ("duty", "title", "day", "found"),
    [
        ("KPI thread", "KPI 3.x discussion", "2020-10-08", False),  # sure only from the first day on
        ("KPI thread", "KPI 3.x discussion", "2020-10-09", True),
        ("KPI thread", "KPI 3.x discussion", "2020-10-22", True),
        ("KPI thread", "KPI 3.x discussion", "2020-10-23", False),
        ("term summaries thread", "Term summaries", "2020-10-12", False),
        ("term summaries thread", "Term summaries", "2020-10-25", True),
        ("term summaries thread", "Term summaries", "2020-10-26", False),
        ("round feedback thread", "Council 3 feedback", "2020-10-09", False),
        ("round feedback thread", "Council 3 feedback", "2020-10-10", True),
        ("round feedback thread", "Council 3 feedback", "2020-10-24", False),
        ("round feedback thread", "Council 3 feedback", "soon", False),
    ],
)
def test_threads_carried_over_from_an_older_chain_are_placed_by_day_only_where_that_is_sure(
    duty: str, title: str, day: str, found: bool
) -> None:
    row = entry(duty, OLD_TERM, forum_thread(5, title, 1, created_at=day), network="alexandria")
    assert (row["evidence"] is not None) is found
    assert (row["done_block"], row["in_time"]) == (None, None)
    assert row["done_at"] == (day if found else None)


def test_a_carried_over_thread_is_found_by_the_number_an_old_report_names() -> None:
    row = entry(
        "round feedback thread",
        OLD_TERM,
        council_report(3, "alexandria", feedback_thread=12),
        forum_thread(12, "Thoughts", 1, created_at="2020-10-11T08:00:00Z"),
        network="alexandria",
    )
    assert (row["evidence"], row["done_at"], row["done_block"]) == ("thread 12: Thoughts", "2020-10-11T08:00:00Z", None)
    assert (
        entry(
            "round feedback thread",
            OLD_TERM,
            council_report(3, "alexandria", feedback_thread=12),
            forum_thread(12, "Another thread of that number", 500),
            network="alexandria",
        )["evidence"]
        == "thread 12, not in a dump"
    )
