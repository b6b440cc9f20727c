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
        "## 1: Budget for the Term",
        "## № 2: Budget for the Term",
        "## 1 - Budget for the Term",
        "## 1 – Budget for the Term",
        "## 1.2: Budget for the Term",
        "## 1.- Budget for the Term",
        "## 1.) Budget for the Term",
        "## 1 | Budget for the Term",
        "## 1/ Budget for the Term",
        "## (1) Budget for the Term",
        "## (a) Budget for the Term",
        "## (ii) Budget for the Term",
        "## [1] Budget for the Term",
        "## 1\\. Budget for the Term",
        "1\\. Budget for the Term",
        "１．Budget for the Term\n---",
        "1: Budget for the Term",
        "(1) Budget for the Term",
        "1 - Budget for the Term",
        "1: **Budget for the Term**",
        "1 **Budget for the Term**",
        "**1.** Budget for the Term",
        "## **1.** Budget for the Term",
        "### **1. Budget for the Term**:",
        "### __1: Budget for the Term__ :",
        "Budget for the Term 💰",
        "💰 Budget for the Term",
        "- 💰 Budget for the Term",
        ":moneybag: Budget for the Term",
        "❶ Budget for the Term",
        "ℹ️ Budget for the Term",
        "ℹ️ **Budget for the Term** ℹ️",
        "**Budget for the Term** 💰",
        "**Budget for the Term** 💰:",
        "## 1. 💰 Budget for the Term",
        "## Budget for the Term {#money}",
        "## Budget for the Term {: .wide #money }",
        "## Budget for the Term ## {#money}",
        "**Budget for the Term** {#money}",
        "Budget for the Term {#money}\n===",
        "## Budget for the Term [¶](#money)",
        "## Budget for the Term [#](#money)",
        "## Budget for the Term [](#money)",
        "## Budget for the Term¶",
        "## § Budget for the Term",
        "**Budget for the Term** [¶](#money)",
        '## Budget for the Term <a name="money"></a>',
        '## <a id="money"></a>Budget for the Term',
        '<a name="money"></a>**Budget for the Term**',
        '<a name="money">**Budget for the Term**</a><br/>',
        "<center>**Budget for the Term**</center>",
        '<p align="center"><b>Budget for the Term</b></p>',
        "<i>Budget for the Term</i>",
        "<table><tr><th>Budget for the Term</th></tr></table>",
        "## ![icon](https://forum.invalid/1.png) Budget for the Term",
        "## Budget for the Term[^1]",
        "## Budget for the Term <!-- more -->",
        "## Budget for the Term.",
        "**Budget for the Term.** We kept it.",
        "**Budget for the Term**. We kept it.",
        "**— Budget for the Term —**",
        "## “Budget for the Term”",
        "## [ ] Budget for the Term",
        "##Budget for the Term",
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
        "12.5 JOY were paid",
        "12 people came",
        "Thanks to all. 🙏",
        "We met, 🙏 and went",
        "💰",
        "## 💰",
        "Part of it was late",
        "Part II",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert headings_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "## 1 Budget",
        "### 2.3 Budget",
        "**1 Budget**",
        "1 Budget\n---",
        "**1 Budget**: 12 JOY",
        "## 💰 1 Budget",
        "## 1 💰 Budget",
        "## 1 Budget 💰",
        "💰 1 Budget",
        "1 Budget:",
        "## 1-Budget",
        "## §1 Budget",
        "## ① Budget",
        "## II – Budget",
        "## A: Budget",
        "## Section 2: Budget",
        "## Section 2. Budget",
        "## SECTION 2 - BUDGET",
        "## Section 2 Budget",
        "Section 2: Budget",
        "### 2. Part II – Budget",
        "## Part One: Budget",
        "## Part A | Budget",
        "## Budget [to the top](#top)",
    ],
)
def test_what_stands_before_the_words_may_be_of_them_or_not(text: str) -> None:
    assert heading_digest("Budget") in headings_in(text)
    assert len(headings_in(text)) == 2


@pytest.mark.parametrize(
    "wanted", ["Section 2: Budget", "section 2 – budget", "Section 2 Budget", "**Section 2**. Budget"]
)
def test_a_part_that_is_looked_for_by_its_name_is_that_part_however_it_is_parted(wanted: str) -> None:
    assert heading_digest(wanted) in headings_in("## Section 2 - Budget")
    assert heading_digest(wanted) not in headings_in("## Section 3: Budget")
    assert heading_digest(wanted) not in headings_in("## Budget")


@pytest.mark.parametrize("name", ["Part II", "Plan B", "Section 3", "Term 7"])
@pytest.mark.parametrize("form", ["## {}", "*{}*", "{}:", "**{}** – said", "{} 💰", "{}\n---"])
def test_a_name_that_ends_with_a_number_is_found(name: str, form: str) -> None:
    assert heading_digest(name) in headings_in(form.format(name))


def test_a_part_in_bold_before_its_words_is_found_by_each_name() -> None:
    names = ("Section 2: Budget", "Budget", "Section 2")
    assert headings_in("**Section 2:** Budget") == tuple(heading_digest(name) for name in names)


def test_parts_are_not_one_another() -> None:
    assert headings_in("## Part II") == (heading_digest("Part II"),)
    names = ("Part I", "Part II", "Part II – Budget", "Part II – Plan", "Part I – Budget", "Part of it", "Civil: works")
    assert len({heading_digest(name) for name in names}) == len(names)
    assert heading_digest("works") not in headings_in("## Civil: works")
    assert heading_digest("of it") not in headings_in("## Part 3 of it")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Wins & losses", "Wins and losses"), ("Pre-proposals", "Pre‑proposals"), ("Council's work", "Council’s work")],
)
def test_what_is_typed_differently_and_read_alike_is_one(one: str, other: str) -> None:
    assert heading_digest(one) == heading_digest(other)


def test_a_template_of_twenty_numbered_sections_is_found_whole_among_lines_of_its_own() -> None:
    names = [f"Subject {'abcdefghijklmnopqrst'[number]} of it" for number in range(20)]
    lines = [
        f"## {number} {name}\n💰 item {name} {number} paid\n{number}. done {name}" for number, name in enumerate(names)
    ]
    assert {heading_digest(name) for name in names} <= set(headings_in("\n".join(lines)))


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
        "1 " * 10_000,
        "1:" * 10_000,
        "1-" * 10_000,
        "a - " * 5_000,
        "i" * 20_000,
        "ivx" * 6_600,
        "{#" * 10_000,
        "{#a}" * 5_000,
        "[](#" * 5_000,
        "x[a" * 6_600,
        "[¶](#a)" * 2_800,
        "<!--" * 5_000,
        "<a " * 6_600,
        '<a name="' * 2_200,
        "<a></a>" * 2_800,
        "[^" * 10_000,
        "![" * 10_000,
        "\\" * 20_000,
        "section 1: " * 1_800,
        "part i - " * 2_200,
        "#" * 20_000,
        "##a" * 6_600,
        "## 1 a\n" * 2_800,
        "1: a\n" * 4_000,
        "💰 a\n" * 5_000,
        "1️⃣" * 6_600,
        "&nbsp;" * 3_300,
        " " * 20_000,
        "(" * 20_000,
        "|a" * 10_000,
        "<th>" * 5_000,
        "_ " * 10_000,
        "．" * 20_000,
        "".join(f"{number}: a{number}\n" for number in range(2_000)),
    ],
)
@pytest.mark.parametrize("before", ["", "# ", "**", "1: ", "💰 "])
@pytest.mark.timeout(60)  # what grows with the square would take minutes
def test_a_long_text_is_read_to_its_end(odd: str, before: str) -> None:
    odd = before + odd
    headings_in(odd)
    heading_digest(odd)


def test_others_are_others() -> None:
    assert heading_digest("") != heading_digest("Budget")
    assert heading_digest("Civil works") != heading_digest("works")
    assert heading_digest("A budget") != heading_digest("budget")
    assert heading_digest("Budget") != heading_digest("Budgets")
