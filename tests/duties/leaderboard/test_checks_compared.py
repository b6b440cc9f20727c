"""The chain's own figures against the query node's at one block: budgets, stages, candidates, with the likely cause."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.duties.leaderboard import checks
from secretariat.duties.leaderboard.rules import problems
from secretariat.facts.amounts import Amount, token_text
from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import Candidacy, ReferendumStage
from secretariat.facts.past_states import ComparedUpTo
from secretariat.facts.problems import CODES, Problem
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.stored_council import StoredCouncil
from tests.duties.leaderboard.test_mainnet import Row, rows
from tests.mainnet import COVERED, compared, counted, joy, live, mainnet, records, state

GROUPS = {"forumWorkingGroup": 345, "storageWorkingGroup": 10}
BUDGET = 2_000 - 500 - 400 - 23
"""What the invented council's budget is by its events: two refills, two payments, a grant, rewards."""

ANNOUNCING = StoredCouncil(
    cycle=6, stage="announcing", stage_changed_at=690_000, stage_ends_at=776_400, candidates_count=1, budget=joy(BUDGET)
)


def now(council: StoredCouncil = ANNOUNCING, block: int = COVERED, **more: Any) -> list[AnyStated]:
    return compared(block, council=council, **{"groups": GROUPS, "candidates": (7,), **more})


def told(found: Snapshot, *names: str) -> list[Row]:
    return [row for row in rows(checks.TABLE, found) if row["check"] in names]


def found_problems(found: Snapshot) -> list[Problem]:
    return [one for one in problems(found) if one.code != "contradiction"]


def without(found: list[AnyStated], *keys: str) -> Snapshot:
    return snapshot_of(counted(one for one in (*records(), *found) if one.key not in keys))


def changed(key: str, *, line: int = COVERED, **fields: Any) -> list[AnyStated]:
    return [
        one._replace(fact=replace(one.fact, **fields), line=line) if one.key == key else one
        for one in (*records(), *now())
    ]


def test_what_agrees_is_a_check_and_no_problem() -> None:
    found = mainnet(*now())
    names = (
        "council-budget",
        "group-budget",
        "group-events",
        "stage-council",
        "candidates-of-stage",
        "candidates-stored",
    )
    assert {row["check"]: row["agrees"] for row in told(found, *names)} == dict.fromkeys(names, True)
    assert problems(found) == ()
    (budget,) = told(found, "council-budget")
    assert (budget["expected"], budget["found"], budget["difference"]) == ("1077", "1077", "0")
    assert budget["found_source"] == (
        "genesis: every budget is 0 (council_config.rs); 0 at block 0, then budget-refill 2000 in 2 events, council-reward "
        "-23 in 4 events, granted-to-groups -400 in 1 event, request-funded -500 in 2 events"
    )


def test_at_every_border_the_budget_is_reckoned_from_the_one_before() -> None:
    found = mainnet(state(99_999, budget=0), state(299_999, budget=486), state(599_999, budget=1_077), *now())
    assert [
        (row["term"], row["expected"], row["difference"], row["agrees"]) for row in told(found, "council-budget")
    ] == [
        (1, "486", "0", True),
        (2, "1077", "0", True),
        (3, "1077", "0", True),
        (None, "0", "0", True),
    ]


@pytest.mark.parametrize(
    ("lacks", "more", "rule", "words"),
    [
        ("b2", 0, "budget-refills", "exactly 1 times the budget refill: so many events are missing"),
        ("b0", 0, "event-missing", "an event of spending is missing"),
        ("r0", 0, "event-missing", "an event of spending is missing"),
        ("g5", 0, "event-missing", "an event of spending is missing"),
        ("nothing", 17, "income-without-event", "platform fees of NFT sales"),
        ("nothing", 3_000, "budget-refills", "exactly 3 times the budget refill"),
    ],
)
def test_a_budget_that_its_events_do_not_explain_is_a_problem_with_the_exact_difference(
    lacks: str, more: int, rule: str, words: str
) -> None:
    council = replace(ANNOUNCING, budget=joy(BUDGET + more), budget_increment=joy(1_000))
    found = without(now(council), lacks)
    (row,) = told(found, "council-budget")
    assert row["cause_rule"] == rule
    assert words in row["likely_cause"]
    assert row["difference"] == token_text(Amount(joy(row["found"]) - joy(row["expected"])))
    (one,) = [each for each in found_problems(found) if "budget of the council" in each.subject]
    assert (one.code, one.file, one.line) == ("budget-contradiction", "chain/compared-state", COVERED)
    assert all(part in one.what for part in (words, "budget-refill", row["expected"], row["found"]))


def test_a_difference_of_one_base_unit_is_told() -> None:
    council = replace(ANNOUNCING, budget=Amount(joy(BUDGET) - 1))
    (row,) = told(mainnet(*now(council)), "council-budget")
    assert (row["agrees"], row["difference"]) == (False, "0.0000000001")


def test_an_amount_that_cannot_be_read_is_the_cause() -> None:
    lacking = [one._replace(fact=replace(one.fact, amount=None)) if one.key == "b1" else one for one in records()]
    (row,) = told(snapshot_of(counted([*lacking, *now()])), "council-budget")
    assert (row["cause_rule"], row["likely_cause"]) == ("unreadable", "the amount of 1 event cannot be read")


def test_income_without_events_in_many_terms_is_one_problem_that_tells_each_term() -> None:
    found = mainnet(state(99_999, budget=5), state(299_999, budget=500), state(599_999, budget=1_100), *now())
    rules = [row["cause_rule"] for row in told(found, "council-budget")]
    assert rules.count("income-without-event") == 3
    systematic = [one for one in found_problems(found) if "income-without-event" in one.subject]
    assert len(systematic) == 1
    assert "term 1: 500 and 491; term 2: 1100 and 1091; term None: 5 and 0" in systematic[0].what


def test_a_group_s_budget_is_held_against_the_sum_kept_and_the_sum_of_events() -> None:
    found = mainnet(*now(groups={**GROUPS, "forumWorkingGroup": 340}))
    assert [(row["check"], row["expected"], row["found"], row["cause_rule"]) for row in told(found, "group-budget", "group-events") if not row["agrees"]] == [
        ("group-events", "340", "345", "event-missing"),
        ("group-budget", "340", "345", "event-missing"),
    ]  # fmt: skip
    assert {one.code for one in found_problems(found)} == {"budget-contradiction"}
    off = [
        one._replace(fact=replace(one.fact, budget=joy(9))) if one.key == "forumWorkingGroup" else one
        for one in records()
    ]
    (row,) = [row for row in told(snapshot_of(counted([*off, *now()])), "group-budget") if not row["agrees"]]
    assert (row["found"], row["cause_rule"]) == ("9", "running-sum")


def test_a_query_node_far_ahead_names_the_node_that_lags() -> None:
    every = [
        one._replace(fact=replace(one.fact, ahead=800_000)) if isinstance(one.fact, ComparedUpTo) else one
        for one in (*records(), *now(groups={**GROUPS, "forumWorkingGroup": 340}))
    ]
    found = [row for row in told(snapshot_of(counted(every)), "group-budget", "group-events") if not row["agrees"]]
    assert {row["cause_rule"] for row in found} == {"node-lags"}
    assert found[0]["likely_cause"].startswith(
        "the node lags: its finalised head is block 700,000, and the query node is at"
    )


def test_invitations_explain_the_membership_group() -> None:
    extra = {"membershipWorkingGroup": 5}
    found = mainnet(state(99_999, groups={"membershipWorkingGroup": 8}), *now(groups={**GROUPS, **extra}))
    rules = {row["subject"]: row["cause_rule"] for row in told(found, "group-events") if not row["agrees"]}
    assert (
        rules["budget of the group membership as last compared: chain, and the budget before with its events"]
        == "invitations"
    )


STAGES: list[tuple[dict[str, Any], str, str]] = [
    ({"changed_block": 680_000}, "stage-council", "event-missing"),
    ({"changed_block": 695_000}, "stage-council", "other-chain"),
    ({"ends_at": 776_401}, "stage-council", "worked-out"),
    ({"stage": "idle"}, "stage-council", "just-read"),
]


@pytest.mark.parametrize(("fields", "check", "rule"), STAGES)
def test_stages_that_differ_are_a_problem(fields: dict[str, Any], check: str, rule: str) -> None:
    found = snapshot_of(counted(changed("s12", **fields)))
    (row,) = told(found, check)
    assert (row["agrees"], row["cause_rule"]) == (False, rule)
    assert row["expected"] == "announcing since block 690,000, ends in block 776,400"
    assert "stage-contradiction" in {one.code for one in found_problems(found)}


def test_the_stage_of_the_referendum_is_compared_in_an_election() -> None:
    council = replace(
        ANNOUNCING, stage="election", stage_ends_at=None, stage_changed_at=690_000, referendum="revealing",
        referendum_started=695_000, referendum_ends_at=699_000,
    )  # fmt: skip
    update = live(StageUpdate(stage="election", changed_block=690_000, candidates=1), "s12")
    late = live(ReferendumStage(stage="voting", election="e6", started_block=690_000, ends_at=695_000), "e6-voting")
    right = live(
        ReferendumStage(stage="revealing", election="e6", started_block=695_000, ends_at=699_000), "e6-revealing"
    )
    base = [one for one in records() if one.key != "s12"]
    found = snapshot_of(counted([*base, update, late, *now(council)]))
    (row,) = told(found, "stage-referendum")
    assert (row["found"], row["cause_rule"]) == ("voting since block 690,000, ends in block 695,000", "event-missing")
    (row,) = told(snapshot_of(counted([*base, update, late, right, *now(council)])), "stage-referendum")
    assert row["agrees"]


def candidacies(*statuses: str) -> list[AnyStated]:
    return [
        live(Candidacy(election="e6", member_id=20 + n, status=status, stake=joy(1)), f"x{n}")
        for n, status in enumerate(statuses)
    ]


@pytest.mark.parametrize(
    ("statuses", "counted_there", "stored", "cause"),
    [
        (("active", "withdrawn"), 3, (7, 20), "withdrawn"),
        (("active", "withdrawn", "withdrawn"), 4, (7, 20), "withdrawn"),
        (("active", "withdrawn", "withdrawn"), 3, (7, 20), "just-read"),  # one of two does not explain it exactly
        (("active",), 3, (7, 20), "just-read"),
    ],
)
def test_withdrawals_are_the_cause_where_they_explain_the_count_exactly(
    statuses: tuple[str, ...], counted_there: int, stored: tuple[int, ...], cause: str
) -> None:
    council = replace(ANNOUNCING, candidates_count=len(stored))
    base = [
        one._replace(fact=replace(one.fact, candidates=counted_there)) if one.key == "s12" else one for one in records()
    ]
    found = snapshot_of(counted([*base, *candidacies(*statuses), *now(council, candidates=stored)]))
    (row,) = told(found, "candidates-of-stage")
    assert (row["expected"], row["found"], row["cause_rule"]) == (str(len(stored)), str(counted_there), cause)
    (one,) = [each for each in found_problems(found) if each.code == "candidates-contradiction"]
    assert ("withdrew" in one.what) == (cause == "withdrawn")
    (row,) = told(found, "candidates-stored")
    assert row["agrees"]


@pytest.mark.parametrize(
    ("statuses", "stored", "words"),
    [
        (("active",), (7,), "members 20 stand in the query node and not on the chain"),
        (("withdrawn",), (7, 20), "members 20 withdrew in the query node and not on the chain"),
        ((), (7, 30, 31), "members 30, 31 stand on the chain and were never announced in the query node"),
    ],
)
def test_candidates_that_only_one_source_knows_are_named(
    statuses: tuple[str, ...], stored: tuple[int, ...], words: str
) -> None:
    found = mainnet(*candidacies(*statuses), *now(candidates=stored))
    (row,) = told(found, "candidates-stored")
    assert words in row["likely_cause"]
    assert any(words in one.what for one in found_problems(found))


def test_outside_an_election_candidates_of_the_last_one_are_not_compared() -> None:
    idle = replace(ANNOUNCING, stage="idle", candidates_count=None)
    assert told(mainnet(*now(idle, candidates=(1, 2))), "candidates-stored", "candidates-of-stage") == []


@pytest.mark.parametrize("key", ["s12", "forumWorkingGroup", "k18"])
def test_what_the_query_node_told_later_than_the_block_of_both_is_not_compared(key: str) -> None:
    later = {"s12": "stage-council", "forumWorkingGroup": "group-budget", "k18": "candidates-stored"}[key]
    fields: dict[str, dict[str, Any]] = {
        "s12": {"ends_at": 1},
        "forumWorkingGroup": {"budget": joy(1)},
        "k18": {"status": "withdrawn"},
    }
    then = snapshot_of(counted(changed(key, **fields[key])))
    assert [row for row in told(then, later) if not row["agrees"]]
    after = snapshot_of(counted(changed(key, line=COVERED + 1, **fields[key])))
    assert [row for row in told(after, later) if not row["agrees"]] == []


def test_a_row_that_is_so_since_this_reading_may_be_of_a_later_block() -> None:
    base = [one for one in records() if one.key != "forumWorkingGroup"]
    forum = next(one for one in records() if one.key == "forumWorkingGroup")
    wrong = forum._replace(fact=replace(forum.fact, budget=joy(9)))
    (row,) = [row for row in told(snapshot_of(counted([*base, wrong, *now()])), "group-budget") if not row["agrees"]]
    assert row["likely_cause"].endswith("or it changed while it was read: then the next sync finds no difference")
    before = wrong._replace(line=COVERED - 1)
    (row,) = [row for row in told(snapshot_of(counted([*base, before, *now()])), "group-budget") if not row["agrees"]]
    assert row["likely_cause"] == "the events add up to the chain's figure: the query node's own running sum is off"


def test_a_query_node_that_does_not_say_its_height_may_be_behind() -> None:
    def told_by(newest: int, *names: str, **more: Any) -> list[Row]:
        found = [
            one._replace(fact=ComparedUpTo(block=COVERED, newest_event=newest))
            if isinstance(one.fact, ComparedUpTo)
            else one
            for one in now(**more)
        ]
        return [row for row in told(mainnet(*found), *names) if not row["agrees"]]  # fmt: skip

    richer = replace(ANNOUNCING, budget=joy(BUDGET + 3))
    (row,) = told_by(690_000, "council-budget", council=richer)
    assert row["cause_rule"] == "behind"
    assert row["likely_cause"].startswith(
        "the query node is behind: it does not say how far it has come, and its newest event is"
    )
    assert "platform fees" in row["likely_cause"]
    (row,) = told_by(COVERED, "council-budget", council=richer)
    assert row["cause_rule"] == "income-without-event", "its newest event is of the block of both"
    (row,) = told_by(690_000, "stage-council", council=replace(ANNOUNCING, stage_changed_at=695_000))
    assert row["cause_rule"] == "behind"
    (row,) = told_by(
        690_000, "council-budget", council=replace(richer, budget=joy(BUDGET + 1_000), budget_increment=joy(1_000))
    )
    assert row["cause_rule"] == "budget-refills", "what the figures themselves show comes first"


def test_the_codes_are_in_the_register() -> None:
    assert {"budget-contradiction", "stage-contradiction", "candidates-contradiction"} <= set(CODES)
