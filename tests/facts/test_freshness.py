"""Freshness: which lag is too much, whose clock counts, and what is said."""

from dataclasses import replace
from fractions import Fraction

import pytest

from secretariat.facts.councils import StageUpdate
from secretariat.facts.freshness import SourceState, banner, council_time, duration, freshness, seconds_between
from secretariat.facts.moments import Moment
from secretariat.facts.stages_agree import began_untold
from secretariat.facts.stored_council import StoredCouncil

NODE = SourceState(
    source="chain",
    address="https://node.example",
    height=1_000,
    height_at=Moment("2026-05-01T10:00:00Z"),
    read_at=Moment("2026-05-01T10:00:20Z"),
)
INDEX = replace(NODE, source="query-node", height=990, height_at=Moment("2026-05-01T09:59:00Z"))
LIMITS = {"chain": 600, "query-node": 3600}


def verdicts(at: str, *states: SourceState, stages_agree: bool | None = True) -> dict[str, str]:
    found = freshness({one.source: one for one in states}, LIMITS, Moment(at), stages_agree=stages_agree)
    return {one.source: one.verdict for one in found}


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-05-01T10:00:20Z", {"chain": "fresh", "query-node": "fresh"}),
        ("2026-05-01T10:10:00Z", {"chain": "fresh", "query-node": "fresh"}),
        ("2026-05-01T10:10:01Z", {"chain": "stale", "query-node": "fresh"}),
        ("2026-05-01T10:59:00Z", {"chain": "stale", "query-node": "fresh"}),
        ("2026-05-01T10:59:01Z", {"chain": "stale", "query-node": "stale"}),
        ("2026-05-01T09:00:00Z", {"chain": "fresh", "query-node": "fresh"}),
    ],
)
def test_a_source_is_stale_from_one_second_over_its_limit(at: str, expected: dict[str, str]) -> None:
    assert verdicts(at, NODE, INDEX) == expected


def test_a_source_never_read_is_unknown_and_says_so() -> None:
    found = freshness({"chain": NODE}, LIMITS, Moment("2026-05-01T10:00:20Z"), stages_agree=None)
    assert [(one.source, one.verdict, one.lag) for one in found] == [
        ("chain", "fresh", 20),
        ("query-node", "unknown", None),
    ]
    assert banner(found) == "The facts are not up to date: query-node was never read."


@pytest.mark.parametrize(
    ("stages_agree", "at", "expected"),
    [
        (True, "2026-05-01T10:30:00Z", "fresh"),
        (False, "2026-05-01T10:30:00Z", "stale"),
        (None, "2026-05-01T10:30:00Z", "stale"),
        (True, "2026-05-01T11:30:00Z", "stale"),
    ],
)
def test_a_lower_bound_is_fresh_only_while_the_stages_agree(stages_agree: bool | None, at: str, expected: str) -> None:
    old = replace(INDEX, height_at=Moment("2026-04-30T20:00:00Z"), lower_bound=True)
    assert verdicts(at, NODE, old, stages_agree=stages_agree)["query-node"] == expected


def test_the_reason_names_height_lag_limit_and_failure() -> None:
    failed = replace(NODE, failure="connection refused")
    (one,) = freshness({"chain": failed}, {"chain": 600}, Moment("2026-05-02T04:00:00Z"), stages_agree=None)
    assert one.reason == (
        "chain is at block 1,000, 18 h 00 min behind, more than 10 min; the last attempt failed: connection refused"
    )
    assert not one.fresh


def test_council_time_is_the_head_carried_forward() -> None:
    now = Moment("2026-05-01T10:05:00Z")
    assert council_time(NODE, now, machine_clock=True) == now
    assert council_time(NODE, now, machine_clock=False) == "2026-05-01T10:04:40Z"
    assert council_time(replace(NODE, height_at=Moment("2026-05-01T10:06:00Z")), now, machine_clock=True) == (
        "2026-05-01T10:06:00Z"
    )
    assert council_time(replace(NODE, height_at=None), now, machine_clock=False) == now


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (119, "119 s"), (120, "2 min"), (7199, "119 min"), (7200, "2 h 00 min"), (187_200, "2 d 4 h")],
)
def test_durations_are_written_for_readers(seconds: int, text: str) -> None:
    assert duration(seconds) == text


def test_seconds_are_counted_across_days() -> None:
    assert seconds_between(Moment("2026-02-28T23:59:59Z"), Moment("2026-03-01T00:00:01Z")) == 2


@pytest.mark.parametrize(
    ("ahead", "pace", "expected"),
    [
        (100, 6_000, ("fresh", 600)),
        (101, 6_000, ("stale", 606)),
        (101, 5_000, ("fresh", 505)),
        (-50, 6_000, ("fresh", 20)),
    ],
)
def test_a_node_lags_by_what_the_query_node_is_ahead_of_it(ahead: int, pace: int, expected: tuple[str, int]) -> None:
    other = replace(INDEX, height=NODE.height + ahead if NODE.height else None, height_at=NODE.height_at)
    states = {"chain": NODE, "query-node": other}
    at = Moment("2026-05-01T10:00:20Z")
    node, query_node = freshness(states, LIMITS, at, stages_agree=True, pace=Fraction(pace))
    assert (node.verdict, node.lag) == expected
    assert (query_node.verdict, query_node.height_told) == ("fresh", True)
    if not node.fresh:
        assert node.reason == (
            "chain is at block 1,000, 10 min behind, more than 10 min: the query node is ahead of it by as much"
        )


@pytest.mark.parametrize(("clock", "node"), [(True, "fresh"), (False, "stale")])
def test_a_newest_event_that_cannot_be_yet_is_no_height(*, clock: bool, node: str) -> None:
    beyond = replace(INDEX, height=501_000, height_at=NODE.height_at, lower_bound=True)
    states = {"chain": NODE, "query-node": beyond}
    at = Moment("2026-05-01T10:00:20Z")
    found = {one.source: one for one in freshness(states, LIMITS, at, stages_agree=True, machine_clock=clock)}
    assert (found["chain"].verdict, found["query-node"].verdict) == (node, "stale")
    assert (found["query-node"].lag, found["query-node"].height_told) == (None, False)
    assert found["query-node"].reason.startswith("query-node cannot be used: its newest event is 500,000 blocks after")
    close = replace(beyond, height=1_100)
    assert freshness({"chain": NODE, "query-node": close}, LIMITS, at, stages_agree=True)[1].fresh


STORED = StoredCouncil(cycle=9, stage="election", stage_changed_at=5_000, stage_ends_at=None)
TOLD: list[tuple[str, StoredCouncil | None, tuple[int | None, ...], int | None, int | None]] = [
    ("it tells of another stage that began then", replace(STORED, stage="announcing"), (4_000, 5_000), 6_000, 5_000),
    ("it tells of the stage", STORED, (4_000, 5_000), 6_000, None),
    ("it tells of a later one too, as the node lags", STORED, (5_000, 5_900), 6_000, None),
    ("it has not come to it yet", STORED, (4_000,), 5_000, None),
    ("it was read past it and tells of none", STORED, (4_000, 5_001), 5_001, 5_000),
    ("a block of its stages cannot be read", STORED, (4_000, None), 6_000, None),
    ("its stages were never read", STORED, (), None, None),
    ("it has no stage at all", STORED, (), 6_000, None),
    ("no stage began yet", StoredCouncil(cycle=0, stage="idle", stage_changed_at=0), (4_000,), 6_000, None),
    ("the node was never read", None, (4_000,), 6_000, None),
]


@pytest.mark.parametrize(
    ("stored", "told", "read_to", "untold"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD]
)
def test_a_stage_that_a_query_node_should_tell_of_is_of_another_chain(
    stored: StoredCouncil | None, told: tuple[int | None, ...], read_to: int | None, untold: int | None
) -> None:
    updates = [StageUpdate(stage="election", changed_block=block) for block in told]
    assert began_untold(stored, updates, read_to) == untold


def test_a_query_node_that_the_node_contradicts_is_stale_whatever_height_it_says() -> None:
    states = {one.source: one for one in (NODE, INDEX)}
    found = freshness(states, LIMITS, Moment("2026-05-01T10:00:20Z"), stages_agree=False, stage_untold=900)
    assert [(one.source, one.verdict) for one in found] == [("chain", "fresh"), ("query-node", "stale")]
    assert "began in block 900, and query-node does not tell of it" in found[1].reason
