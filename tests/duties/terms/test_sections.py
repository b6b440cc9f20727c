"""Required sections of reports: received is what has them, whatever the thread is called."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.duties.terms.settings import Settings
from secretariat.facts.headings import headings_in
from secretariat.facts.records import AnyStated
from secretariat.facts.reporting_cycle import ReportNoted
from tests.duties.terms.invented import (
    BEGAN,
    COUNCIL,
    ELECTION,
    SETTINGS,
    World,
    concluded,
    decided,
    reply,
    taken,
    thread,
    wanted,
)
from tests.duties.terms.test_handover import section
from tests.duties.terms.test_handover import world as ending

HEAD = BEGAN + 14_400
REPORT = "terms/report/council-7/council-report"
REQUIRED = replace(SETTINGS, council_report_sections=("General stats", "Summary"))
NOTED = decided(ReportNoted(taken=taken(70), council=COUNCIL, report="council-report", how="received", thread=60))
THREAD = thread("A nice title", 60, author_id=21, first_post=1)
BOTH = "# 1. General stats\n12\n## 2. Summary:\nAll went well."


def post(number: int, text: str | None, author: int = 21, **given: Any) -> AnyStated:
    headings = None if text is None else headings_in(text)
    return reply(number, author, thread=60, headings=headings, **given)


def lacks(*posts: AnyStated, settings: Settings = REQUIRED, there: AnyStated = THREAD) -> str | None:
    """Give what is said of the report; None where it is received."""
    found = concluded(World(head=HEAD, more=[NOTED, there, *posts]), settings).get(REPORT)
    return None if found is None else found.why.split(" Note what")[0]


def test_a_report_with_its_sections_is_received() -> None:
    assert lacks(post(1, BOTH, origin="thread-initial")) is None


@pytest.mark.parametrize(
    ("required", "text", "names"),
    [
        ("2 Money", "## 2. Money\n4 JOY", None),
        ("I – Introduction", "## 1. Introduction\nx", None),
        ("Section 2: Money", "## 2. Money\n4 JOY", None),
        ("Part II – Money", "## Part 2: Money\n4 JOY", None),
        ("Part II – Money", "## Part I: Thanks\nx", "Part II – Money"),
        ("Part I: Budget|Part II: Budget", "## Part I: Budget\nx\n## Part II: Budget\ny", None),
        ("Part I: Budget|Part II: Budget", "## Part I: Budget\nx", "Part II: Budget"),
        ("Part I: Budget|Part II: Budget", "## Part I: Budget\nx\n## Budget\ny", "Part II: Budget"),
        ("Part I: Budget|Part II: Budget", "## Budget\nx", None),
        ("Part I: Budget|Part II: Budget", "## Summary\nx", "Part I: Budget, Part II: Budget"),
        ("1 Money|2 Money", "## 1. Money\nx\n## 2. Money\ny", None),
        ("1 Budget|2 Budget", "## Section 1: Budget\nx", None),
        ("Money|2 Money", "## Money\nx\n## 2. Money\ny", None),
        ("—|2 Money", "## 2. Money\nx", "—"),
    ],
)
def test_a_section_that_is_asked_for_by_number_or_part_is_found_by_its_words(
    required: str, text: str, names: str | None
) -> None:
    asked = replace(SETTINGS, council_report_sections=tuple(required.split("|")))
    said = lacks(post(1, text, origin="thread-initial"), settings=asked)
    assert said is None if names is None else said and said.endswith(f"sections not recognised in it: {names}.")


@pytest.mark.parametrize(
    ("posts", "names"),
    [
        ([post(1, "# Summary\nx")], "General stats"),
        ([post(1, "General stats, Summary")], "General stats, Summary"),
        ([post(1, ""), post(2, BOTH, author=22)], "General stats, Summary"),
        ([post(1, ""), post(2, BOTH, status="moderated")], "General stats, Summary"),
    ],
)
def test_one_that_lacks_sections_is_incomplete_and_names_them(posts: list[AnyStated], names: str) -> None:
    assert (
        lacks(*posts)
        == f"The council: received in thread 60, opened in block {BEGAN + 5:,}; sections not recognised in it: {names}."
    )
    named = thread("General stats, Summary", 60, author_id=21, first_post=1)
    assert lacks(*posts, there=named) is not None, "a title is no section"


def test_it_may_go_on_in_further_posts_of_its_author() -> None:
    assert lacks(post(1, "# General stats"), post(2, "# Summary")) is None


@pytest.mark.parametrize("posts", [[], [post(2, "")], [post(1, None)], [post(1, ""), post(2, None)]])
def test_nothing_is_missing_where_it_was_not_read(posts: list[AnyStated]) -> None:
    assert lacks(*posts) is None


def test_nothing_is_looked_at_without_settings() -> None:
    assert lacks(post(1, ""), settings=SETTINGS) is None


def test_an_incomplete_one_is_a_task_that_rests_on_the_query_node_too() -> None:
    found = concluded(World(head=HEAD + 9, more=[NOTED, THREAD, post(1, "")]), REQUIRED)[REPORT]
    assert found.title == "Not complete yet: the report of council 6 on its term"
    assert (found.level, found.needs) == ("task", ("chain", "query-node"))


def test_the_agenda_of_a_handover_lists_it() -> None:
    text = wanted(ending(NOTED, THREAD, post(1, ""), head=ELECTION - 20_000), "handover", "agenda", REQUIRED).text
    assert "- the report of council 6 on its term: incomplete, block" in "\n".join(
        section(text, "Reports of this term")
    )
