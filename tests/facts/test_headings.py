"""Headings of a text as digests: what is a heading, what makes two of them one, and that no text stays."""

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
        "> # Budget",
        "\n---\n",
        "####### Budget",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert headings_in(text) == ()


def test_headings_come_in_order_and_once_and_nothing_of_their_words_stays() -> None:
    found = headings_in("# Kanarienvogel\n# 2. Summary\n# SUMMARY\n")
    assert found == (heading_digest("kanarienvogel"), heading_digest("Summary"))
    assert all(len(one) == 12 for one in found)
    assert "kanari" not in str(found).lower()
    assert len(headings_in("\n".join(f"# Part {number} of it" for number in range(500)))) == MOST


def test_others_are_others() -> None:
    assert heading_digest("Budget") != heading_digest("Budgets")
