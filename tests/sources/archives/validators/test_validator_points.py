"""Validator points: accounts, eras, printed sums, and what cannot be read."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.problems import CODES
from secretariat.facts.validators import ValidatorEras
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.validators.points import FORMAT
from tests.sources.archives.dumps.dump_pages import ACCOUNT, OTHER_ACCOUNT
from tests.sources.archives.read_text import codes, read

PATH = "contributions/research/validators/Sumer/points.json"
POINTS: dict[str, Any] = {
    "Total": {"11": [300, 7], "12": [180, 0]},
    ACCOUNT: {"12": [80, 0], "11": [200, 5]},
    OTHER_ACCOUNT: {"11": [100, 2], "12": [100, 0]},
}


def points(**changes: Any) -> Reading:
    return read(FORMAT, json.dumps(POINTS | changes, indent=1), PATH)


def eras(reading: Reading, account: str) -> tuple[tuple[int, int, int], ...]:
    fact = reading.records[ValidatorEras.KIND, account].fact
    assert isinstance(fact, ValidatorEras)
    return fact.eras


def test_accounts_with_their_eras_in_order() -> None:
    reading = points()
    assert reading.records[ValidatorEras.KIND, ACCOUNT].fact == ValidatorEras(
        network="sumer", chain="antioch", account=ACCOUNT, eras=((11, 200, 5), (12, 80, 0))
    )
    assert eras(reading, "Total") == ((11, 300, 7), (12, 180, 0))
    assert [record.line for record in reading.records.values()] == [2, 12, 22]
    assert reading.problems == []


def test_a_file_on_one_line() -> None:
    reading = read(FORMAT, json.dumps(POINTS), PATH)
    assert {record.line for record in reading.records.values()} == {1}
    assert len(reading.records) == 3


@pytest.mark.parametrize(
    ("total", "words"),
    [
        ({"11": [301, 7], "12": [180, 0]}, "era 11 prints 301 and 7, the accounts add up to 300 and 7"),
        ({"11": [300, 7], "12": [180, 1]}, "era 12"),
        ({"11": [300, 7]}, "prints nothing"),
        ({"11": [300, 7], "12": [180, 0], "13": [5, 5]}, "add up to nothing"),
    ],
)
def test_a_sum_that_is_none(total: dict[str, list[int]], words: str) -> None:
    reading = points(Total=total)
    (problem,) = reading.problems
    assert (problem.code, problem.state, problem.line) == ("total-not-sum", "open", 2)
    assert words in problem.what
    assert len(reading.records) == 3


@pytest.mark.parametrize(
    "figures", [[1], [1, 2, 3], "1", None, {}, [1, "x"], [-1, 2], [1.5, 2], [True, 2], [10**30, 1]]
)
def test_figures_that_cannot_be_read_are_told_once_for_the_account(figures: Any) -> None:
    reading = points(**{ACCOUNT: {"11": figures, "12": figures, "13": [1, 1]}})
    assert eras(reading, ACCOUNT) == ((13, 1, 1),)
    assert codes(reading)[0] == "row-malformed"
    assert "2 eras" in reading.problems[0].what
    assert [problem.what for problem in reading.problems[1:] if "era 11" in problem.what] == []


def test_figures_as_texts() -> None:
    assert eras(points(**{ACCOUNT: {"11": ["200", "5"], "12": ["80", "0"]}}), ACCOUNT) == ((11, 200, 5), (12, 80, 0))


@pytest.mark.parametrize(
    ("name", "value"),
    [(ACCOUNT, None), (ACCOUNT, [1, 2]), ("somebody", {"11": [1, 2]}), ("0" + ACCOUNT[1:], {"11": [1, 2]})],
)
def test_what_is_no_account_is_refused_and_the_sums_are_not_compared(name: str, value: Any) -> None:
    reading = points(**{name: value})
    assert (ValidatorEras.KIND, name) not in reading.records
    assert [(problem.code, problem.refused) for problem in reading.problems] == [("row-malformed", True)]


def test_an_era_or_an_account_that_stands_twice() -> None:
    twice = json.dumps(POINTS).replace('"12": [80, 0]', '"12": [80, 0], "12": [90, 0]')
    reading = read(FORMAT, twice, PATH)
    assert eras(reading, ACCOUNT) == ((11, 200, 5),)
    assert codes(reading) == ["row-malformed"]
    again = json.dumps(POINTS).removesuffix("}") + f', "{ACCOUNT}": {{"11": [1, 1]}}}}'
    reading = read(FORMAT, again, PATH)
    assert eras(reading, ACCOUNT) == ((11, 200, 5), (12, 80, 0))
    assert codes(reading) == ["duplicate-key"]


def test_damage_keeps_the_accounts_before_it() -> None:
    text = json.dumps(POINTS, indent=1)
    reading = read(FORMAT, text[: text.rindex(OTHER_ACCOUNT) + 60], PATH)
    assert [record.key for record in reading.records.values()] == ["Total", ACCOUNT]
    assert codes(reading) == ["json-invalid"]
    deep = '{"Total": {"11": ' + "[" * 100000
    assert FORMAT.recognises("x.json", deep)
    assert codes(read(FORMAT, deep, PATH)) == ["json-invalid"]


def test_an_unknown_network() -> None:
    reading = read(FORMAT, json.dumps(POINTS), "points.json")
    assert codes(reading) == ["network-unknown"]
    assert {record.fact.network for record in reading.records.values()} == {None}


def test_recognition() -> None:
    assert FORMAT.recognises("anything", json.dumps(POINTS, indent=2))
    assert FORMAT.recognises("anything", json.dumps({ACCOUNT: {}}))
    assert FORMAT.recognises("a/points.json", json.dumps({ACCOUNT: None}))
    assert FORMAT.recognises("a/points.json", "{}")
    assert not FORMAT.recognises("a/other.json", json.dumps({ACCOUNT: None}))
    assert not FORMAT.recognises("a/points.json", json.dumps({"team": 3}))
    assert FORMAT.knows_name("a/points.json")


figures = st.one_of(st.lists(st.integers(-5, 500), max_size=3), st.none(), st.text(max_size=3))
accounts = st.dictionaries(
    st.sampled_from(["Total", ACCOUNT, OTHER_ACCOUNT, "x"]),
    st.one_of(figures, st.dictionaries(st.one_of(st.text(max_size=3), st.integers(0, 30).map(str)), figures)),
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(accounts, st.integers(0, 400))
def test_any_content_is_read_without_an_error(value: dict[str, Any], cut: int) -> None:
    text = json.dumps(value, indent=1)[: 400 - cut]
    reading = read(FORMAT, text, PATH)
    assert all(1 <= record.line <= text.count("\n") + 1 for record in reading.records.values())
    assert all(problem.code in CODES for problem in reading.problems)
    assert len({problem.id for problem in reading.problems}) == len(reading.problems)
    assert read(FORMAT, text, PATH).problems == reading.problems


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.text(max_size=100))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read(FORMAT, text, PATH)
    FORMAT.recognises(PATH, text)
