"""What a repaired value may be: possible in itself, and not at odds with what stands beside it."""

import dataclasses
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.decisions import ProblemDecision
from secretariat.facts.fields import field_types, value_from_text
from secretariat.facts.kinds import CLASSES, KINDS
from secretariat.facts.moments import Moment
from secretariat.facts.plausible import NEVER_ABOVE, impossible, repair_problems, word_of
from secretariat.facts.problems import Target, problem
from secretariat.facts.records import Stated
from secretariat.facts.terms import TermFigures


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("term-figures", "end_block", -1, "less than nothing"),
        ("term-figures", "term", None, "cannot be unknown"),
        ("term-figures", "block_time", Decimal("600"), "between 1 and 60"),
        ("spending-row", "status", "aproved", "write one of approved"),
        ("spending-row", "amount_minted", -1, "less than nothing"),
        ("reported-proposal", "outcome", "done", "write one of executed"),
        ("survey-answer", "share", Decimal("100.1"), "between 0 and 100"),
        ("key-result", "status", "1.2", "between 0 and 1"),
        ("term-figures", "network", "elsewhere", "write one of"),
    ],
)
def test_an_impossible_value_is_refused_in_words(kind: str, field: str, value: object, words: str) -> None:
    assert words in str(impossible(kind, field, value))


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("term-figures", "end_block", None),
        ("term-figures", "end_block", 0),
        ("kpi-round", "fiat_difference_usd", Decimal(-5)),
        ("key-result", "status", "half done"),
        ("spending-row", "status", "approved"),
        ("spending-row", "title", "-5"),
        ("spending-row", "reimbursed", False),
    ],
)
def test_a_possible_value_is_taken(kind: str, field: str, value: object) -> None:
    assert impossible(kind, field, value) is None


def test_words_of_which_there_are_few_may_be_typed_in_any_case() -> None:
    assert word_of("spending-row", "status", " Approved ") == "approved"
    assert word_of("spending-row", "title", "Approved") == "Approved"


def test_every_pair_stands_in_some_fact_and_holds_values_of_one_type() -> None:
    for low, high in NEVER_ABOVE:
        holders = [field_types(cls) for cls in CLASSES if {low, high} <= set(field_types(cls))]
        assert holders, (low, high)
        assert all(types[low] == types[high] != "other" for types in holders)


def _found(fact: TermFigures, field: str, value: str) -> list[str]:
    record: Stated[Any] = Stated(kind=fact.KIND, key="antioch/3", file="a.md", format="x", line=7, fact=fact)
    about = problem(
        "contradiction",
        file="a.md",
        line=7,
        subject="s",
        what="w",
        target=Target(kind=fact.KIND, key="antioch/3", field=field),
    )
    decision = ProblemDecision(problem=about, action="repair", person="ada", at="2022-01-01", why="x", value=value)
    return [f"{one.target.field}: {one.what}" for one in repair_problems([record], [decision]) if one.target]


def test_only_a_repaired_value_is_held_against_its_neighbours() -> None:
    fact = TermFigures(network="antioch", chain="antioch", term=3, start_block=9, end_block=5, proposals=4)
    (said,) = _found(fact, "end_block", "5")
    assert said.startswith("start_block: end_block of term-figures antioch/3 was repaired to 5, but start_block is 9")
    assert _found(fact, "proposals", "4") == []
    assert _found(dataclasses.replace(fact, start_block=None), "end_block", "5") == []


def test_a_day_is_not_before_an_hour_of_the_same_day() -> None:
    hour, day, before = Moment("2021-05-02T10:00:00Z"), Moment("2021-05-02"), Moment("2021-05-01")
    fact = TermFigures(network="antioch", chain="antioch", term=3, started_at=hour, ended_at=day)
    assert _found(fact, "ended_at", day) == []
    assert _found(dataclasses.replace(fact, ended_at=before), "ended_at", before)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.sampled_from(sorted(KINDS)), st.data(), st.text(max_size=12) | st.integers().map(str))
def test_any_typed_text_is_taken_or_refused_in_words(kind: str, data: st.DataObject, text: str) -> None:
    types = field_types(KINDS[kind])
    field = data.draw(st.sampled_from(sorted(types)))
    try:
        value = value_from_text(types[field], text)
    except ValueError:
        return
    why_not = impossible(kind, field, value)
    assert why_not is None or why_not
