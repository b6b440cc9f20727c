"""OKR documents: objectives, key results, quarters, grades."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.kpis import KeyResult
from secretariat.facts.problems import CODES
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.kpis.okr import FORMAT
from tests.sources.archives.read_text import codes, facts, read

TEXT = """\
Proposal: https://example.org/9

## OKR Q3/2024

### O-3-1 Grow the garden.

- **KR-1.1** **Ten more [beds](https://example.org).**\x20\x20
*Initiatives:
Dig.*
- **KR-1.2** **Half the weeds.**

### O-3-2 Share the harvest.

- **KR-2.1** **Soup for 50 people.**

### **Evaluation**

KR 8th term: 20% more soup than in the term before.
"""


def _results(text: str, path: str = "okr/plan.md") -> list[KeyResult]:
    return [fact for fact in facts(read(FORMAT, text, path), KeyResult) if isinstance(fact, KeyResult)]


def _doc(body: str) -> Reading:
    return read(FORMAT, f"## OKR Q3/2024\n\n### O-3-1 Grow.\n\n{body}\n", "okr/plan.md")


def test_a_document_is_read() -> None:
    reading = read(FORMAT, TEXT, "okr/2024_Q3.md")
    assert codes(reading) == []
    assert _results(TEXT) == [
        KeyResult(
            period="2024-Q3",
            objective=objective,
            objective_title=title,
            key_result=number,
            text=text,
        )
        for objective, title, number, text in (
            ("O-3-1", "Grow the garden.", "KR-1.1", "Ten more beds."),
            ("O-3-1", "Grow the garden.", "KR-1.2", "Half the weeds."),
            ("O-3-2", "Share the harvest.", "KR-2.1", "Soup for 50 people."),
        )
    ]
    assert [(record.key, record.line) for record in reading.records.values()] == [
        ("2024-Q3/KR-1.1", 7),
        ("2024-Q3/KR-1.2", 10),
        ("2024-Q3/KR-2.1", 14),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- **KR-1.1** **Ten beds.**",
        "- **KR-1.1 Ten beds.**",
        "* KR 1.1: Ten beds.",
        "1. KR1.1 - Ten beds.",
        "**KR-1.1:** Ten beds.",
        "Key Result 1.1: Ten beds.",
        "- KR-1.1\n  Ten beds.",
    ],
)
def test_key_results_as_people_write_them(line: str) -> None:
    result = facts(_doc(line), KeyResult)[0]
    assert (result.key_result, result.text) == ("KR-1.1", "Ten beds.")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("heading", "name", "period", "found"),
    [
        ("OKR Q3/2024", "2024_Q3.md", "2024-Q3", []),
        ("OKR Q3 2024", "plan.md", "2024-Q3", []),
        ("2024/Q3 OKR", "plan.md", "2024-Q3", []),
        ("Plan", "2024_Q3.md", "2024-Q3", []),
        ("Plan", "Q3-2024-okr.md", "2024-Q3", []),
        ("OKR Q3/2024", "2024_Q2.md", "2024-Q3", ["header-contradiction"]),
        ("OKR Q3/2024", "2024_Q5.md", "2024-Q3", ["header-contradiction"]),
        ("OKR Q3/2024", "Q0-2024.md", "2024-Q3", ["header-contradiction"]),
        ("OKR Q6/2024", "2024_Q3.md", "2024-Q3", ["header-contradiction"]),
        ("Plan", "plan.md", "unknown", ["date-unparsable"]),
        ("OKR Q2/2024 and Q3/2024", "plan.md", "unknown", ["date-unparsable"]),
    ],
)
def test_periods(heading: str, name: str, period: str, found: list[str]) -> None:
    reading = read(FORMAT, f"# {heading}\n## O-1 Grow\n- KR-1.1 Beds\n", f"okr/{name}")
    assert facts(reading, KeyResult)[0].period == period  # type: ignore[attr-defined]
    assert codes(reading) == found


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("- **KR-1.1** **Beds.**\n*Status: done*", "done"),
        ("- **KR-1.1** **Beds.**\nGrade: 0.7", "0.7"),
        ("- KR-1.1 Beds. (Score: 0.85)", "0.85"),
        ("- KR-1.1 Beds.\n  - **Status:** on track", "on track"),
        ("- KR-1.1 Beds.\n\n| Key result | Grade |\n|--|--|\n| KR-1.1 | 0.4 |", "0.4"),
        ("- KR-1.1 Beds.\n\nStatus: of something else", None),
        ("- KR-1.1 Beds.\n*Initiatives: dig*", None),
    ],
)
def test_a_stated_status_is_kept(body: str, status: str | None) -> None:
    result = facts(_doc(body), KeyResult)[0]
    assert (result.status, result.text) == (status, "Beds.")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("- KR-1.1 Beds.\nGrade: 7", ["impossible-figure"]),
        ("- KR-1.1 Beds.\n- KR-1.1 Beds.", ["duplicate-key"]),
        ("- KR-1.1 Beds.\n- KR-1.1 Roofs.", ["duplicate-key"]),
        ("- KR-2.1 Beds.", ["header-contradiction"]),
        ("- KR-1.1", ["row-malformed"]),
        ("nothing", ["row-malformed"]),
        ("- KR-1.1 Beds.\n\n### O-3-1 Shrink.\n- KR-1.2 Weeds.", ["number-collision"]),
    ],
)
def test_damage(body: str, found: list[str]) -> None:
    assert codes(_doc(body)) == found


def test_key_results_differing_under_one_number_keep_the_first() -> None:
    reading = _doc("- KR-1.1 Beds.\n- KR-1.1 Roofs.")
    assert [result.text for result in facts(reading, KeyResult)] == ["Beds."]  # type: ignore[attr-defined]
    assert reading.problems[0].refused


def test_headings_without_a_number_are_objectives_by_name() -> None:
    reading = read(FORMAT, "# Group OKR Q1/2022\n## Speed\n- KR1 Be quick.\n- KR2 Be quiet.\n", "x.md")
    results = facts(reading, KeyResult)
    assert [(r.objective, r.objective_title, r.key_result) for r in results] == [  # type: ignore[attr-defined]
        ("Speed", "Speed", "KR-1"),
        ("Speed", "Speed", "KR-2"),
    ]
    assert codes(reading) == []


def test_a_key_result_before_any_heading_has_no_objective() -> None:
    assert codes(read(FORMAT, "- KR-1.1 Beds.\n", "okr/2024_Q3.md")) == ["row-malformed"]


@pytest.mark.parametrize(
    ("path", "head", "expected"),
    [
        ("okr/2024_Q3.md", TEXT, True),
        ("x.md", TEXT, True),
        ("x.md", "- KR-1.1 alone", False),
        ("okr/2024_Q3.md", "no results", False),
        ("okr/2024_Q3.json", TEXT, False),
    ],
)
def test_recognition(path: str, head: str, expected: bool) -> None:
    assert FORMAT.recognises(path, head) is expected


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    lines=st.lists(
        st.sampled_from([*TEXT.split("\n"), "| KR | Grade |", "|--|--|", "| KR-1.1 | 2 |", "Status: x", "- KR-1.1"])
        | st.text(max_size=30)
        | st.text(alphabet="KR-1.*#| :O", max_size=15),
        max_size=25,
    )
)
def test_any_lines_are_read_or_reported(lines: list[str]) -> None:
    text = "\n".join(lines)
    first, second = read(FORMAT, text, "okr/x.md"), read(FORMAT, text, "okr/x.md")
    assert (first.records, first.problems) == (second.records, second.problems)
    end = text.count("\n") + 1
    assert all(1 <= record.line <= end for record in first.records.values())
    assert all(p.code in CODES and 1 <= p.line <= end and p.id for p in first.problems)


def test_the_published_quarter(shared) -> None:  # type: ignore[no-untyped-def]
    file = shared("data/community-repo/council/okr/2023_Q2.md")
    text = file.read_text(encoding="utf-8")
    assert FORMAT.recognises("council/okr/2023_Q2.md", text)
    reading = read(FORMAT, text, "council/okr/2023_Q2.md")
    results = _results(text, "council/okr/2023_Q2.md")
    assert codes(reading) == []
    assert len(results) == 18
    assert {result.period for result in results} == {"2023-Q2"}
    assert {result.objective for result in results} == {"O-2-1", "O-2-2", "O-2-3", "O-2-4"}


def test_an_objective_without_hashes_is_read_as_the_heading_it_is() -> None:
    for line in ("O-3-2 Share the harvest.", "**O-3-2 Share the harvest.**"):
        reading = read(FORMAT, TEXT.replace("### O-3-2 Share the harvest.", line), "okr/2024_Q3.md")
        assert facts(reading, KeyResult) == _results(TEXT)
        assert [(one.code, one.line, one.applied) for one in reading.problems] == [("heading-lost", 12, True)]


def test_a_sentence_about_an_objective_is_no_heading() -> None:
    body = "Objective 1 is hard.\n\nObjective 9 is for next time.\n\n" + "Dig.\n\n" * 5 + "- KR-1.1 Beds."
    reading = read(FORMAT, f"## OKR Q3/2024\n\n### O-1 Grow.\n\n{body}\n", "okr/plan.md")
    assert (codes(reading), [one.objective for one in facts(reading, KeyResult)]) == ([], ["O-1"])  # type: ignore[attr-defined]


def test_key_results_of_another_number_under_an_objective_without_one_are_named() -> None:
    text = "## OKR Q3/2024\n\n### Grow\n\n- KR-1.1 Beds.\n- KR-1.2 Weeds.\n\n- KR-2.1 Soup.\n- KR-2.2 Salt.\n"
    (found,) = read(FORMAT, text, "okr/plan.md").problems
    assert (found.code, found.line) == ("header-contradiction", 8)
    assert found.target is not None
    assert (found.target.key, found.target.field) == ("2024-Q3/KR-2.1", "objective")
