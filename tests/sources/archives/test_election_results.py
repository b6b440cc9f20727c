"""The published election results: rounds, seats, stakes."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.elections import Backer, ElectedSeat, ElectionResult
from secretariat.facts.problems import CODES, Target
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.election_results import FORMAT
from tests.sources.archives.read_text import codes, facts, read

TOKEN = 10**10
SEAT = {
    "member": {"id": 11, "rootAccount": "5Root11", "handle": "ada_l"},
    "ownStake": 1000,
    "backers": [
        {"member": {"id": 12, "handle": "bert", "rootAccount": "5Root12"}, "stake": 300},
        {"member": {"id": 12, "handle": "bert", "rootAccount": "5Root12"}, "stake": "200"},
    ],
    "backersStake": 500,
    "jsgStake": 200,
    "totalStake": 1500,
}
BARE = {"member": {"id": "13", "handle": "cleo"}, "ownStake": 5, "backers": [], "backersStake": 0, "totalStake": 5}
ROUND = {"round": 3, "termEndsAt": 7000, "seats": [SEAT, BARE]}


def _read(document: object) -> Reading:
    return read(FORMAT, json.dumps(document, indent=1), "results.json")


def _with(**change: object) -> dict[str, object]:
    made = copy.deepcopy(ROUND)
    made["seats"][0] |= change  # type: ignore[index]
    return {"rounds": [made]}


@pytest.mark.parametrize(
    "document",
    [{"rounds": [ROUND]}, [ROUND], ROUND, {"rounds": ROUND}, {"data": {"rounds": [ROUND]}}, [{"rounds": [ROUND]}]],
)
def test_rounds_and_seats_are_read(document: object) -> None:
    reading = _read(document)
    assert codes(reading) == []
    assert facts(reading, ElectionResult) == [ElectionResult(results_round=3, term_ends_at=7000, seats=2)]
    backers = tuple(
        Backer(member_id=12, handle="bert", root_account="5Root12", stake=stake * TOKEN)  # type: ignore[arg-type]
        for stake in (300, 200)
    )
    first, second = facts(reading, ElectedSeat)
    assert first == ElectedSeat(
        results_round=3,
        member_id=11,
        handle="ada_l",
        root_account="5Root11",
        own_stake=1000 * TOKEN,  # type: ignore[arg-type]
        backers=backers,
        backers_stake=500 * TOKEN,  # type: ignore[arg-type]
        jsg_stake=200 * TOKEN,  # type: ignore[arg-type]
        total_stake=1500 * TOKEN,  # type: ignore[arg-type]
    )
    assert (second.member_id, second.root_account, second.jsg_stake) == (13, None, None)  # type: ignore[attr-defined]
    assert [key for kind, key in reading.records if kind == "elected-seat"] == ["3/11", "3/13"]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"backersStake": 501, "totalStake": 1501}, "total-not-sum", "backers_stake"),
        ({"totalStake": 1499}, "total-not-sum", "total_stake"),
        ({"jsgStake": 501}, "impossible-figure", "jsg_stake"),
        ({"ownStake": -1, "totalStake": 499}, "impossible-figure", "own_stake"),
        ({"ownStake": "much"}, "amount-unparsable", "own_stake"),
        ({"ownStake": 1.00000000001}, "amount-unparsable", "own_stake"),
    ],
)
def test_stakes_that_cannot_be(change: dict[str, object], code: str, field: str) -> None:
    found = [(p.code, p.target) for p in _read(_with(**change)).problems]
    assert found[0] == (code, Target(kind="elected-seat", key="3/11", field=field))


@pytest.mark.parametrize(
    ("member", "handle"), [(None, None), ({}, None), ([], None), ("ada_l", "ada_l"), ({"handle": "ada_l"}, "ada_l")]
)
def test_a_seat_without_a_member_number_is_kept(member: object, handle: str | None) -> None:
    reading = _read(_with(member=member))
    seat = facts(reading, ElectedSeat)[0]
    assert (seat.member_id, seat.handle) == (None, handle)  # type: ignore[attr-defined]
    assert [(p.code, p.target) for p in reading.problems] == [
        ("row-malformed", Target(kind="elected-seat", key="3/seat 1", field="member_id"))
    ]


def test_a_bare_number_names_the_member() -> None:
    assert facts(_read(_with(member=11)), ElectedSeat)[0].member_id == 11  # type: ignore[attr-defined]


@pytest.mark.parametrize("backers", [None, 7, [7], [{"member": {"id": 1}, "stake": None}], [{"stake": "x"}]])
def test_unreadable_backers_leave_the_sum_unchecked(backers: object) -> None:
    found = codes(_read(_with(backers=backers)))
    assert "total-not-sum" not in found
    assert "row-malformed" in found


@pytest.mark.parametrize("backers", ["missing", None, 7, "x"])
def test_backers_that_are_not_listed_are_unknown_and_an_empty_list_is_nobody(backers: object) -> None:
    document = _with(backers=backers, backersStake=0, totalStake=1000)
    if backers == "missing":
        del document["rounds"][0]["seats"][0]["backers"]  # type: ignore[index]
    reading = _read(document)
    assert [seat.backers for seat in facts(reading, ElectedSeat)] == [None, ()]  # type: ignore[attr-defined]
    (found,) = [problem for problem in reading.problems if problem.code == "row-malformed"]
    assert (found.applied, found.target) == (False, Target(kind="elected-seat", key="3/11", field="backers"))


def test_a_vote_that_cannot_be_read_is_still_counted() -> None:
    reading = _read(_with(backers=[*SEAT["backers"], 7]))  # type: ignore[misc]
    assert len(facts(reading, ElectedSeat)[0].backers) == 3  # type: ignore[attr-defined]


def test_an_unknown_vote_is_unknown_not_zero() -> None:
    reading = _read(_with(backers=[{"member": {"id": 12}, "stake": "x"}]))
    assert facts(reading, ElectedSeat)[0].backers[0].stake is None  # type: ignore[attr-defined]


def test_stakes_below_zero_are_unknown() -> None:
    reading = _read(_with(ownStake=-1, backers=[{"member": {"id": 12}, "stake": -3}], backersStake=None, totalStake=-4))
    assert codes(reading).count("impossible-figure") == 3
    seat = facts(reading, ElectedSeat)[0]
    assert (seat.own_stake, seat.total_stake, seat.backers[0].stake) == (None, None, None)  # type: ignore[attr-defined]


def test_a_member_with_two_seats_is_refused() -> None:
    reading = _read({"rounds": [{**ROUND, "seats": [SEAT, {**SEAT, "jsgStake": 0}]}]})
    assert [(p.code, p.refused) for p in reading.problems] == [("duplicate-key", True)]


def test_a_round_twice_keeps_the_first() -> None:
    reading = _read({"rounds": [ROUND, {**ROUND, "seats": [BARE]}]})
    assert codes(reading) == ["duplicate-key", "row-malformed"]
    assert "its 1 seat was left out" in reading.problems[1].what
    assert len(facts(reading, ElectedSeat)) == 2
    again = _read({"rounds": [ROUND, ROUND]})
    assert [(p.code, p.applied) for p in again.problems] == [("duplicate-key", True)]


@pytest.mark.parametrize(("ends", "found"), [(8000, []), (7000, ["block-range-contradiction"])])
def test_a_later_round_ends_later(ends: int, found: list[str]) -> None:
    assert codes(_read({"rounds": [{**ROUND, "round": 4, "termEndsAt": ends}, ROUND]})) == found


@pytest.mark.parametrize(
    "document",
    [
        7,
        [7],
        {},
        {"rounds": [{}]},
        [{"round": 1, "seats": 7}],
        [{"round": "x", "seats": []}],
        [{"round": 1, "seats": []}],
    ],
)
def test_what_is_no_election_is_a_problem(document: object) -> None:
    assert codes(_read(document)) == ["row-malformed"]


def test_recognition() -> None:
    assert FORMAT.recognises("any.json", json.dumps({"rounds": [ROUND]}))
    assert FORMAT.recognises("any.json", json.dumps([{"round": 3, "seats": [{"ownStake": 1}]}]))
    assert not FORMAT.recognises("any.json", '{"seats": 3}')
    assert not FORMAT.recognises("any.md", json.dumps(ROUND))
    assert FORMAT.knows_name("x/22.10_KPIs_Overview_report.json")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(10**25, 10**45) | st.text(max_size=8) | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "stake", "member", "x"]), inner),
    max_leaves=5,
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(name=st.sampled_from(list(SEAT)), value=VALUES, cut=st.none() | st.integers(0, 700))
def test_anything_is_read_or_reported(name: str, value: object, cut: int | None) -> None:
    text = json.dumps(_with(**{name: value}), indent=1)[:cut]
    first, second = read(FORMAT, text), read(FORMAT, text)
    assert (first.records, first.problems) == (second.records, second.problems)
    lines = text.count("\n") + 1
    assert all(1 <= record.line <= lines for record in first.records.values())
    assert all(p.code in CODES and 1 <= p.line <= lines and p.id for p in first.problems)


def test_the_published_results(shared) -> None:  # type: ignore[no-untyped-def]
    file = shared(
        "data/community-repo/archives/council/kpi/Section-II-Community-Management/22.10_KPIs_Overview_report.json"
    )
    text = file.read_text(encoding="utf-8")
    assert FORMAT.recognises(file.name, text[:65536])
    reading = read(FORMAT, text)
    results = facts(reading, ElectionResult)
    assert [result.seats for result in results] == [16] * 12  # type: ignore[attr-defined]
    assert len(facts(reading, ElectedSeat)) == 192
    assert codes(reading) == []


@pytest.mark.parametrize("member_id", ["abc", -5, 1.5, "1,5", [], True])
def test_a_backer_whose_id_is_no_number_is_named(member_id: object) -> None:
    reading = _read(_with(backers=[{"member": {"id": member_id, "handle": "bert"}, "stake": 500}]))
    assert codes(reading) == ["row-malformed"]
    assert "backer 1" in reading.problems[0].what
    seat = facts(reading, ElectedSeat)[0]
    assert isinstance(seat, ElectedSeat)
    assert seat.backers == (Backer(member_id=None, handle="bert", root_account=None, stake=500 * TOKEN),)  # type: ignore[arg-type]


@pytest.mark.parametrize("handle", [["ada_l"], {"name": "ada_l"}, True, 1.5])
def test_a_handle_that_is_no_text_is_named(handle: object) -> None:
    reading = _read(_with(member={"id": 11, "handle": handle}))
    assert codes(reading) == ["row-malformed"]
    assert reading.problems[0].target == Target(kind=ElectedSeat.KIND, key="3/11", field="handle")
