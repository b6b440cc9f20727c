"""Executions that the budget does not cover: which, with which figures, and what is left out."""

from typing import Any

import pytest

from secretariat.desk.findings import Finding
from secretariat.facts.amounts import Amount
from secretariat.facts.records import AnyStated
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from tests.duties.proposals.invented import BEGAN, JOY, REFILL, Filed, World, chain, of_rule

APPROVED_AT = BEGAN + 1_900
EXECUTED = APPROVED_AT + 1_200


def approved(number: int = 7, **given: object) -> Filed:
    return Filed(number=number, approved_at=APPROVED_AT, **given)  # type: ignore[arg-type]


def short(*filed: Filed, **given: object) -> dict[str, Finding]:
    return of_rule(World(filed=filed, **given), "budget")  # type: ignore[arg-type]


def test_what_is_approved_and_not_covered_is_an_alert_with_its_figures() -> None:
    found = short(approved(pays=(8_000 * JOY, 3_000 * JOY)))
    one = found[f"7/{APPROVED_AT}"]
    assert one.level == "alert"
    assert one.title == "The council's budget does not cover proposal 7: 1,000 JOY too little"
    assert one.due is not None
    assert one.due.block == EXECUTED - 1
    assert one.needs == ("chain", "query-node")
    (told,) = one.wanted
    assert f"It is approved and is carried out in block {EXECUTED:,}" in told.text
    assert "10,000 JOY is in the budget then: 1,000 JOY too little" in told.text
    assert "- Refills until then: 0 JOY" in told.text
    assert short(approved(pays=(10_000 * JOY,))) == {}


def test_refills_before_count_and_so_do_rewards_and_other_executions() -> None:
    late = approved(exact=BEGAN + REFILL, pays=(10_501 * JOY,))
    (told,) = short(late)[f"7/{APPROVED_AT}"].wanted
    assert "- Refills until then: 500 JOY" in told.text
    assert "1 JOY too little" in told.text
    (told,) = short(late, reward=10**6, seats=(11,))[f"7/{APPROVED_AT}"].wanted
    assert "- Council rewards until then: -1.44 JOY" in told.text
    before = approved(6, pays=(4_000 * JOY,))
    (told,) = short(late, before)[f"7/{APPROVED_AT}"].wanted
    assert "- Other proposals until then: -4,000 JOY" in told.text


@pytest.mark.parametrize(
    ("filed", "found"),
    [
        (approved(type="update-working-group-budget", told={"amount": Amount(10_001 * JOY)}), True),
        (approved(type="update-working-group-budget", told={"amount": Amount(-10_001 * JOY)}), False),
        (approved(type="decrease-council-budget", told={"amount": Amount(10_001 * JOY)}), True),
        (approved(type="set-membership-price", told={"amount": Amount(10_001 * JOY)}), False),
        (approved(type="signal"), False),
        (approved(pays=(20_000 * JOY, None)), False),
        (approved(told=None), False),
    ],
)
def test_which_types_take_from_the_budget(filed: Filed, *, found: bool) -> None:
    assert bool(short(filed)) == found


@pytest.mark.parametrize(("has", "covered"), [(2_000, True), (1_999, False), (None, False)])
def test_what_a_group_gives_back_counts_where_the_group_has_it(has: int | None, *, covered: bool) -> None:
    back = approved(
        6, type="update-working-group-budget", told={"amount": Amount(-2_000 * JOY), "group": "forumWorkingGroup"}
    )
    late = Filed(approved_at=APPROVED_AT, grace=1_300, pays=(12_000 * JOY,))
    assert (f"7/{APPROVED_AT}" not in short(back, late, more=[forum(has)])) == covered


def forum(has: int | None, workers: int = 0) -> AnyStated:
    budget = None if has is None else Amount(has * JOY)
    group = StoredGroup(group="forumWorkingGroup", budget=budget, active_workers=workers, reward_period=1_000)
    return chain(group, "forumWorkingGroup", BEGAN)


@pytest.mark.parametrize(
    ("filed", "level"),
    [
        ({"approved_at": APPROVED_AT}, "alert"),
        ({"votes": {11: "A"}}, "task"),
        ({"votes": {11: "R"}}, ""),
        ({"approved_at": APPROVED_AT, "told": {"amount": Amount(-1_999 * JOY), "group": "forumWorkingGroup"}}, ""),
        ({"approved_at": APPROVED_AT, "told": {"amount": Amount(-2_000 * JOY), "group": "otherWorkingGroup"}}, ""),
    ],
)
def test_what_a_group_is_to_give_back_and_will_not_have_is_told(filed: dict[str, Any], level: str) -> None:
    told = {"amount": Amount(-2_000 * JOY), "group": "forumWorkingGroup"}
    found = short(Filed(**{"type": "update-working-group-budget", "told": told, **filed}), more=[forum(1_999)])
    assert [one.level for one in found.values()] == [level] * bool(level)
    for one in found.values():
        assert one.title == "The forum group's budget does not cover proposal 7: 1 JOY too little"
        (said,) = one.wanted
        assert "It brings 2,000 JOY from the forum group's budget back to the council's." in said.text
        assert "1,999 JOY is in the group's budget then: 1 JOY too little" in said.text


def test_the_rewards_of_a_group_s_workers_until_then_are_taken_off() -> None:
    told = {"amount": Amount(-1_999 * JOY), "group": "forumWorkingGroup"}
    back = approved(type="update-working-group-budget", told=told)
    worker = StoredWorker(group="forumWorkingGroup", worker=1, created_block=BEGAN, reward_per_block=Amount(JOY))
    more = [forum(1_999, workers=1), chain(worker, "forumWorkingGroup-1", BEGAN)]
    (said,) = short(back, more=more)[f"7/{APPROVED_AT}"].wanted
    assert "- Rewards of its workers until then: -1,000 JOY" in said.text  # once between the head and its execution
    assert "1,000 JOY too little" in said.text


@pytest.mark.parametrize(
    ("votes", "told"),
    [({}, False), ({11: "A"}, True), ({11: "R"}, False), ({11: "A", 12: "R"}, False), ({11: "A", 12: "A"}, True)],
)
def test_before_it_is_approved_it_is_told_when_more_than_half_of_the_votes_approve(
    votes: dict[int, str], *, told: bool
) -> None:
    """After two approvals the next block's count decides: from then on it is told as approved."""
    found = short(Filed(votes=votes, pays=(20_000 * JOY,)))
    decided = len(votes) == 2 and told
    assert bool(found) == (told and not decided)


def test_votes_that_are_covered_alone_and_not_together_are_told_of() -> None:
    """In the order in which they are carried out: of two that begin in one block the budget is left to the first."""
    one, other = (Filed(number=number, votes={11: "A"}, pays=(9_000 * JOY,)) for number in (7, 8))
    assert short(one, increment=0) == {}
    (found,) = short(one, other, increment=0).values()
    assert "does not cover proposal 8" in found.title
    assert found.level == "task"
    assert found.why.startswith("Approved by the last vote that counts, as the others are")
    (said,) = found.wanted
    assert "- Other proposals until then: -9,000 JOY" in said.text
    rejected = Filed(number=7, votes={11: "R"}, pays=(9_000 * JOY,))
    assert short(rejected, other, increment=0) == {}


def test_what_is_approved_and_comes_behind_a_vote_that_may_take_its_money_is_told_of() -> None:
    late = BEGAN + 100_000
    sure = Filed(number=7, approved_at=APPROVED_AT, exact=late, pays=(9_000 * JOY,))
    vote = Filed(number=8, votes={11: "A"}, pays=(9_000 * JOY,))
    assert short(sure, increment=0) == {}
    (found,) = short(sure, vote, increment=0).values()
    assert "does not cover proposal 7" in found.title
    assert (found.level, found.due and found.due.block) == ("task", late - 1)
    assert found.why.startswith("It is approved; if the proposals are approved too")


def test_what_is_not_covered_alone_is_told_as_alone_beside_another() -> None:
    small, large = Filed(number=7, votes={11: "A"}, pays=(JOY,)), Filed(number=8, votes={11: "A"}, pays=(20_000 * JOY,))
    (found,) = short(small, large, increment=0).values()
    assert "does not cover proposal 8" in found.title
    assert found.why.startswith("Approved by the last vote that counts, it is carried out")


@pytest.mark.parametrize(("confirmations", "told"), [(0, False), (1, True)])
def test_what_another_council_must_still_approve_is_not_carried_out_by_this_one(
    confirmations: int, *, told: bool
) -> None:
    filed = Filed(votes={11: "A"}, pays=(20_000 * JOY,), constitutionality=2, confirmations=confirmations)
    assert bool(short(filed)) == told


def test_the_block_of_execution_is_that_after_the_last_vote_or_before_the_next_refill() -> None:
    activated, last = BEGAN + 1_000, BEGAN + 1_000 + 43_199
    never = short(Filed(votes={11: "A"}, pays=(20_000 * JOY,)))[f"7/{activated}"]
    assert never.level == "task"
    assert never.why.startswith(
        f"Approved by the last vote that counts, it is carried out in block {last + 1 + 1_200:,}."
    )
    assert never.due is not None
    assert never.due.block == last + 1_200
    soon = short(Filed(votes={11: "A"}, pays=(10_300 * JOY,)))[f"7/{activated}"]
    assert f"before the next refill, it is carried out by block {BEGAN + REFILL - 1:,}." in soon.why
    (said,) = soon.wanted
    later = f"it is carried out in block {last + 1 + 1_200:,} ([[time {last + 1 + 1_200}]]), after the refill, and the budget covers it then"
    assert later in said.text
    (said,) = never.wanted
    assert "after the refill" not in said.text
    near = World(filed=[Filed(votes={11: "A"}, pays=(10_300 * JOY,))], head=BEGAN + REFILL - 1_202)
    assert of_rule(near, "budget") == {}


def test_that_the_last_vote_covers_it_is_said_only_where_all_that_is_likely_together_leaves_it_so() -> None:
    soon = Filed(number=8, votes={11: "A"}, pays=(10_300 * JOY,))
    for other, says in (({11: "A"}, False), ({11: "R"}, True)):
        found = short(Filed(number=7, votes=other, pays=(9_900 * JOY,)), soon)
        (said,) = found[f"8/{BEGAN + 1_000}"].wanted
        assert "before the next refill" in said.text
        assert ("after the refill" in said.text) == says


@pytest.mark.parametrize("missing", ["Council.BudgetRefillPeriod", "Council.ElectedMemberRewardPeriod"])
def test_without_a_figure_nothing_is_said(missing: str) -> None:
    world = World(filed=[approved(pays=(20_000 * JOY,))])
    constants = {name: value for name, value in world.constants.items() if name != missing}
    assert short(approved(pays=(20_000 * JOY,)), constants=constants) == {}
    assert short(approved(pays=(20_000 * JOY,)), budget=None) == {}
