"""Headings of a text as digests: what is a heading, what makes two of them one, and that no text stays."""

import time

import pytest

from secretariat.facts.headings import MOST, heading_digest, headings_in


@pytest.mark.parametrize(
    "text",
    [
        "# Budget for the Term",
        "intro\n\n## 2. Budget for the Term\nmore",
        "###  2) **Budget for the term:** ##",
        "**2. Budget for the Term**",
        "__Budget for the Term__:",
        "Budget for the Term\n===",
        "1.2. Budget  for the Term\n-----\nmore",
        "# 2. Ｂudget for the Term",
        "## 📊 Budget for the Term",
        "## 👩🏽‍💻 2. Budget for the Term 🎉",
        "## 2️⃣ Budget for the Term",
        "## :bar_chart: Budget for the Term",
        "📊 **Budget for the Term**",
        "### II. Budget for the Term",
        "### iv) Budget for the Term",
        "### B. Budget for the Term",
        "## [Budget for the Term](https://forum.invalid/1)",
        "## [2. Budget for the Term][1]",
        "- **Budget for the Term**: 12 JOY",
        "- **Budget for the Term:** 12 JOY",
        "**Budget for the Term** – 12 JOY",
        "* **2. Budget for the Term**",
        "1. ## Budget for the Term",
        "<h2>Budget for the Term</h2>",
        '<h3 id="a"><b>Budget for\nthe Term</b></h3> more',
        "<strong>Budget for the Term</strong>",
        "1. Budget for the Term",
        "II. Budget for the Term",
        "Budget for the Term:",
        "## Budget&nbsp;for the Term",
        "***Budget for the Term***",
        "***2. Budget for the Term***:",
        "💰 Budget for the Term:",
        "➡️ Budget for the Term:",
        "👩🏽‍💻 Budget for the Term:",
        "1️⃣ Budget for the Term",
        "* Budget for the Term:",
        "- 💰 Budget for the Term:",
        "- [x] **Budget for the Term**",
        "Budget for the Term：",
        "| Budget for the Term |",
        "text\n\n| Budget for the Term |\n| --- |\n| 3 JOY |",
        "> # Budget for the Term",
        "> > **Budget for the Term**",
        "a ``` b\n## Budget for the Term",
        "``` a ```\n## Budget for the Term",
        "```\n# Other\n```\n## Budget for the Term",
        "~~~\n# Other\n```\n# Other\n~~~\n## Budget for the Term",
        "```\n## Budget for the Term",
        "*Budget for the Term*",
        "_Budget for the Term_",
        "<b>Budget for the Term:</b> 12 JOY",
        "<details><summary>Budget for the Term</summary>",
        "## Bud\u200bget for the Term",
    ],
)
def test_a_heading_is_found_however_it_is_written(text: str) -> None:
    assert headings_in(text) == (heading_digest("Budget for the Term"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Budget for the Term",
        "#Budget",
        "The **budget** for the term",
        "```\n# Budget\n```",
        "- Budget for the Term",
        "\n---\n",
        "####### Budget",
        "**Budget** was kept",
        "2024 was good",
        "I met the lead.",
        "See the budget: https://forum.invalid",
        "```\n<h2>Budget</h2>\n```",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert headings_in(text) == ()


@pytest.mark.parametrize("text", ["## 1 Budget", "### 2.3 Budget", "**1 Budget**", "1 Budget\n---"])
def test_a_number_without_a_point_may_count_or_be_of_the_words(text: str) -> None:
    assert heading_digest("Budget") in headings_in(text)
    assert len(headings_in(text)) == 2


@pytest.mark.parametrize("number", ["24 hours", "3 JOY"])
def test_a_heading_that_begins_with_a_figure_is_found_as_it_is(number: str) -> None:
    assert heading_digest(number) in headings_in(f"## {number}")
    assert heading_digest(number) != heading_digest(number[3:])


def test_only_the_first_row_of_a_table_has_headings() -> None:
    assert headings_in("| A | B |\n|---|---|\n| Budget | Plan |") == (heading_digest("A"), heading_digest("B"))


def test_headings_come_in_order_and_once_and_nothing_of_their_words_stays() -> None:
    found = headings_in("# Kanarienvogel\n# 2. Summary\n# SUMMARY\n")
    assert found == (heading_digest("kanarienvogel"), heading_digest("Summary"))
    assert all(len(one) == 12 for one in found)
    assert "kanari" not in str(found).lower()
    assert len(headings_in("\n".join(f"# Part {number} of it" for number in range(500)))) == MOST


def test_what_is_a_heading_comes_before_what_may_be_one() -> None:
    text = "\n".join([*(f"{number}. thing {number}" for number in range(1, 100)), "# Summary"])
    found = headings_in(text)
    assert found[0] == heading_digest("Summary")
    assert len(found) == MOST


@pytest.mark.parametrize(
    "odd",
    [
        "```x\n" * 4_000,
        "> " * 10_000,
        "|" * 20_000,
        "|\n" * 10_000,
        "💰" * 9_000,
        "*a" * 9_000,
        "~~~\n```\n" * 2_000,
        "[" * 20_000,
        "<h1>" * 5_000,
        "**" * 10_000,
        "- " * 10_000,
        ":a" * 10_000,
        "1." * 10_000,
        "a:" * 9_000,
    ],
)
def test_no_text_takes_long(odd: str) -> None:
    began = time.process_time()
    headings_in(odd)
    heading_digest(odd)
    assert time.process_time() - began < 1


def test_others_are_others() -> None:
    assert heading_digest("") != heading_digest("Budget")
    assert heading_digest("Civil works") != heading_digest("works")
    assert heading_digest("A budget") != heading_digest("budget")
    assert heading_digest("Budget") != heading_digest("Budgets")
