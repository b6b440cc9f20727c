"""Validator offences: eras with their counts, and what cannot be read."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.problems import CODES
from secretariat.facts.validators import EraOffences
from secretariat.sources.archives.validators.offences import FORMAT
from tests.sources.archives.read_text import codes, facts, read

PATH = "contributions/research/validators/Sumer/offences.json"


def offence(era: int, offences: int) -> EraOffences:
    return EraOffences(network="sumer", chain="antioch", era=era, offences=offences)


def test_eras_with_their_offences() -> None:
    text = json.dumps([{"era": "1511", "offences": 3}, {"era": 1512, "offences": "2"}], indent=1)
    reading = read(FORMAT, text, PATH)
    assert facts(reading, EraOffences) == [offence(1511, 3), offence(1512, 2)]
    assert [(record.key, record.line) for record in reading.records.values()] == [("1511", 2), ("1512", 6)]
    assert reading.problems == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"era": "1511"}, "no offences"),
        ({"offences": 1}, "no era"),
        ({"era": "x", "offences": 1}, "'x' as era"),
        ({"era": "1", "offences": -1}, "'-1' as offences"),
        ({"era": "1", "offences": None}, "as offences"),
        ({"era": 10**12, "offences": 1}, "as era"),
        ([1, 2], "not an era"),
        (None, "not an era"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused(row: Any, words: str) -> None:
    reading = read(FORMAT, json.dumps([row, {"era": "7", "offences": 2}]), PATH)
    assert facts(reading, EraOffences) == [offence(7, 2)]
    (problem,) = reading.problems
    assert (problem.code, problem.refused) == ("row-malformed", True)
    assert words in problem.what


def test_an_era_that_stands_twice() -> None:
    rows = [{"era": "7", "offences": 2}, {"era": "7", "offences": 2}, {"era": "7", "offences": 3}]
    reading = read(FORMAT, json.dumps(rows), PATH)
    assert facts(reading, EraOffences) == [offence(7, 2)]
    assert [(problem.code, problem.state) for problem in reading.problems] == [
        ("duplicate-key", "applied"),
        ("duplicate-key", "open"),
    ]
    doubled = read(FORMAT, '[{"era": "7", "era": "8", "offences": 2}]', PATH)
    assert [problem.what for problem in doubled.problems] == ["Row 1 has era more than once."]


def test_damage_and_place() -> None:
    assert codes(read(FORMAT, '[{"era": "7", "offences": 2}, {"era"', PATH)) == ["json-invalid"]
    assert codes(read(FORMAT, '[{"era": ' + "[" * 100000, PATH)) == ["json-invalid"]
    assert codes(read(FORMAT, '[{"era": "7", "offences": 2}]', "offences.json")) == ["network-unknown"]


def test_recognition() -> None:
    assert FORMAT.recognises("x", '\n[ {"era": "7"')
    assert FORMAT.recognises("x", '[{"offences": 7')
    assert FORMAT.recognises("a/offences.json", "[]")
    assert FORMAT.recognises("a/offences.json", '[null, {"era": 1, "offences": 2}]')
    assert not FORMAT.recognises("a/b.json", "[]")
    assert not FORMAT.recognises("a/b.json", '[{"id": 1}]')
    assert FORMAT.knows_name("a/offences.json")


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.lists(
        st.one_of(
            st.none(),
            st.dictionaries(st.sampled_from(["era", "offences", "x"]), st.one_of(st.integers(), st.text(max_size=4))),
        )
    ),
    st.integers(0, 60),
)
def test_any_content_is_read_without_an_error(rows: list[Any], cut: int) -> None:
    text = json.dumps(rows, indent=1)[: 60 - cut or None]
    reading = read(FORMAT, text, PATH)
    assert all(1 <= record.line <= text.count("\n") + 1 for record in reading.records.values())
    assert all(problem.code in CODES for problem in reading.problems)
    assert len({problem.id for problem in reading.problems}) == len(reading.problems)


def test_a_field_without_a_meaning_is_told_once() -> None:
    reading = read(FORMAT, json.dumps([{"era": era, "offences": 2, "slashed": 9} for era in (7, 8)], indent=1), PATH)
    assert facts(reading, EraOffences) == [offence(7, 2), offence(8, 2)]
    assert [(problem.code, problem.line) for problem in reading.problems] == [("value-unknown-label", 2)]
