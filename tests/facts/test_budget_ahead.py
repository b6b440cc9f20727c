"""The budget ahead: by hand, and against the practice network's chain carried on to each execution."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime.budget import plan
from secretariat.devnet.runtime.genesis import JOY
from secretariat.facts.amounts import Amount
from secretariat.facts.budget_ahead import FARTHEST, Effect, Execution, Expected, Periods, budget_ahead
from secretariat.facts.group_budgets import Earning, GroupFunds, group_funds
from secretariat.facts.stored_council import StoredCouncil, StoredSeat
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from tests.devnet.runtime.town import FUNDING, elect, events, propose, to_the_second_count, town, vote

HEAD = 1_000
PERIODS = Periods(refill=100, reward=100)


def council(**given: Any) -> StoredCouncil:
    return StoredCouncil(
        **{
            "budget": Amount(500),
            "budget_increment": Amount(50),
            "councilor_reward": Amount(0),
            "next_budget_refill": HEAD + 10,
            "next_reward_payments": HEAD + 20,
            **given,
        }
    )


def seat(last: int = HEAD, unpaid: int = 0) -> StoredSeat:
    return StoredSeat(member_id=1, last_payment_block=last, unpaid_reward=Amount(unpaid))


def at(block: int, amount: int, effect: Effect = "pays", proposal: int = 1, group: str | None = None) -> Execution:
    return Execution(proposal=proposal, block=block, effect=effect, amount=amount, group=group)


def funds(budget: int, *earnings: Earning) -> GroupFunds:
    return GroupFunds(group="g", budget=budget, period=10, earnings=earnings)


def ahead(
    *executions: Execution,
    seats: tuple[StoredSeat, ...] = (),
    election: int | None = None,
    group: GroupFunds | None = None,
    **given: Any,
) -> Any:
    groups = {} if group is None else {"g": group}
    found = budget_ahead(council(**given), seats, HEAD, PERIODS, executions, election, groups)
    return found if found is None else [(one.execution.block - HEAD, one.budget, one.short) for one in found]


@pytest.mark.parametrize(
    ("executions", "expected"),
    [
        ([at(HEAD + 9, 501)], [(9, 500, 1)]),
        ([at(HEAD + 10, 551)], [(10, 550, 1)]),
        ([at(HEAD + 10, 550)], [(10, 550, 0)]),
        ([at(HEAD + 210, 1)], [(210, 650, 0)]),
        ([at(HEAD + 5, 400), at(HEAD + 6, 101, proposal=2)], [(5, 500, 0), (6, 100, 1)]),
        ([at(HEAD + 5, 500), at(HEAD + 6, 1, proposal=2)], [(5, 500, 0), (6, 0, 1)]),
        ([at(HEAD + 5, 600), at(HEAD + 6, 500, proposal=2)], [(5, 500, 100), (6, 500, 0)]),
        ([at(HEAD + 5, 70, "brings", group="g"), at(HEAD + 6, 600, proposal=2)], [(6, 500, 100)]),
        ([at(HEAD + 5, 7, "sets-increment"), at(HEAD + 10, 1, proposal=2)], [(10, 507, 0)]),
        ([at(HEAD, 1), at(HEAD + FARTHEST + 1, 1, proposal=2)], []),
    ],
)
def test_refills_and_executions_in_their_order(
    executions: list[Execution], expected: list[tuple[int, int, int]]
) -> None:
    assert ahead(*executions) == expected


def test_rewards_are_paid_as_far_as_the_budget_goes_and_at_an_election() -> None:
    paid: dict[str, Any] = {"councilor_reward": Amount(2), "budget_increment": Amount(0)}
    two = (seat(HEAD - 80), seat(HEAD - 80, unpaid=5))
    assert ahead(at(HEAD + 20, 1), seats=two, **paid) == [(20, 500 - 200 - 205, 0)]
    assert ahead(at(HEAD + 20, 1), seats=two, budget=Amount(210), **paid) == [(20, 0, 1)]
    assert ahead(at(HEAD + 19, 1), seats=two, **paid) == [(19, 500, 0)]
    assert ahead(at(HEAD + 19, 1), seats=two, election=HEAD + 15, **paid) == [(19, 500 - 190 - 195, 0)]
    assert ahead(at(HEAD + 114, 1), seats=two, election=HEAD + 15, **paid) == [(114, 115, 0)]
    assert ahead(at(HEAD + 115, 1), seats=two, election=HEAD + 15, budget=Amount(900), **paid) == [(115, 115, 0)]
    more = (at(HEAD + 20, 7, "sets-reward"), at(HEAD + 130, 1, proposal=2))
    assert ahead(*more, seats=(seat(),), budget=Amount(900), **paid) == [(130, 900 - 40 - 700, 0)]


def test_what_could_not_be_paid_is_owed_and_paid_when_there_is_something() -> None:
    """The second seat is owed 205 and gets 10; with the next payment it gets the rest and what came since."""
    two = (seat(HEAD - 80), seat(HEAD - 80, unpaid=5))
    more = (at(HEAD + 30, 10_000, "brings", group="g"), at(HEAD + 121, 1, proposal=2))
    given: dict[str, Any] = {"councilor_reward": Amount(2), "budget_increment": Amount(0), "budget": Amount(210)}
    found = ahead(*more, seats=two, group=funds(10_000), **given)
    assert found == [(30, 10_000, 0), (121, 10_000 - 200 - (195 + 200), 0)]


def earning(each: int | None, missed: int = 0, since: int = 0, until: int | None = None) -> Earning:
    return Earning(each=each, missed=missed, since=since, until=until)


@pytest.mark.parametrize(
    ("group", "block", "expected"),
    [
        (funds(500), 5, 500),
        (funds(500, earning(3)), 10, 500),  # the engine comes before the groups
        (funds(500, earning(3)), 11, 470),
        (funds(500, earning(3), earning(1)), 21, 420),
        (funds(500, earning(3, since=HEAD + 4)), 11, 482),
        (funds(500, earning(3, missed=7)), 21, 433),
        (funds(500, earning(None, missed=7)), 21, 500),
        (funds(500, earning(None, missed=7, until=HEAD + 15)), 21, 493),
        (funds(500, earning(3, until=HEAD + 15)), 41, 470),
        (funds(500, earning(3, until=HEAD + 20)), 41, 470),  # who has left in the block is not paid for the period
        (funds(50, earning(3)), 21, 0),
        (funds(500, earning(0, missed=5)), 11, 495),
    ],
)
def test_a_group_s_budget_is_less_what_its_workers_earn_until_then(
    group: GroupFunds, block: int, expected: int
) -> None:
    assert ahead(at(HEAD + block, 1, "brings", group="g"), group=group) == [(block, expected, int(not expected))]


def test_what_is_moved_between_council_and_group_before_is_reckoned_on_both_sides() -> None:
    gives = at(HEAD + 5, 400, group="g")
    back = at(HEAD + 6, 450, "brings", proposal=2, group="g")
    more = at(HEAD + 7, 551, proposal=3)
    assert ahead(gives, back, more, group=funds(50)) == [(5, 500, 0), (6, 450, 0), (7, 550, 1)]
    assert ahead(gives, back, more, group=funds(49)) == [(5, 500, 0), (6, 449, 1), (7, 100, 451)]
    nothing = at(HEAD + 5, 501, group="g")
    assert ahead(nothing, back, group=funds(50)) == [(5, 500, 1), (6, 50, 400)]


def test_a_group_is_known_where_each_of_its_figures_is() -> None:
    group = StoredGroup(group="g", budget=Amount(5), active_workers=1, reward_period=10)
    worker = StoredWorker(group="g", worker=1, created_block=3, reward_per_block=Amount(2), missed_reward=Amount(1))
    leaving = replace(worker, leaving_since=HEAD, unstaking_period=7)
    assert group_funds([group], [worker]) == {
        "g": GroupFunds(group="g", budget=5, period=10, earnings=(earning(2, 1, 3),))
    }
    assert group_funds([group], [leaving])["g"].earnings == (earning(2, 1, 3, until=HEAD + 7),)
    for lacking in ({"budget": None}, {"active_workers": None}, {"active_workers": 2}, {"reward_period": None}):
        assert group_funds([replace(group, **lacking)], [worker]) == {}, lacking
    for unknown in ({"created_block": None}, {"leaving_since": HEAD}):
        assert group_funds([group], [replace(worker, **unknown)]) == {}, unknown


@pytest.mark.parametrize(
    "unknown",
    ["budget", "budget_increment", "councilor_reward", "next_budget_refill", "next_reward_payments"],
)
def test_an_unknown_figure_is_no_reckoning(unknown: str) -> None:
    given: dict[str, Any] = {unknown: None}
    assert ahead(at(HEAD + 5, 1), **given) is None


def test_an_unknown_seat_a_passed_refill_and_a_period_of_nothing_are_no_reckoning() -> None:
    assert ahead(at(HEAD + 5, 1), seats=(StoredSeat(member_id=1),)) is None
    assert ahead(at(HEAD + 5, 1), next_budget_refill=HEAD) is None
    assert budget_ahead(council(), (), HEAD, Periods(refill=0, reward=1), (at(HEAD + 5, 1),)) is None


def test_amounts_beyond_every_double_stay_exact() -> None:
    large = 10**30 + 1
    assert ahead(at(HEAD + 5, large), budget=Amount(10**30)) == [(5, 10**30, 1)]


# ------------------------------------------------------------------ on the practice network


def reckoned(chain: Chain, executions: list[Execution], election: int | None) -> tuple[Expected, ...]:
    stored = StoredCouncil(
        budget=chain.get("Council.Budget"),
        budget_increment=chain.get("Council.BudgetIncrement"),
        councilor_reward=chain.get("Council.CouncilorReward"),
        next_budget_refill=chain.get("Council.NextBudgetRefill"),
        next_reward_payments=chain.get("Council.NextRewardPayments"),
    )
    seats = [
        StoredSeat(
            member_id=one["membership_id"],
            last_payment_block=one["last_payment_block"],
            unpaid_reward=one["unpaid_reward"],
        )
        for one in chain.get("Council.CouncilMembers")
    ]
    periods = Periods(
        refill=chain.constant("Council.BudgetRefillPeriod"), reward=chain.constant("Council.ElectedMemberRewardPeriod")
    )
    found = budget_ahead(stored, seats, chain.now, periods, executions, election)
    assert found is not None
    return found


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("election", [False, True])
def test_each_execution_meets_the_budget_that_was_reckoned(seed: int, *, election: bool) -> None:
    chance = Random(seed)
    chain = town(budget_increment=chance.randrange(400) * JOY, councilor_reward=chance.randrange(10**8))
    block = to_the_second_count(chain, 3, 4, 5) if election else None
    if not election:
        elect(chain, 0, 1, 2)
    chain.put("Council.Budget", chance.randrange(600) * JOY)
    for item in ("Council.NextBudgetRefill", "Council.NextRewardPayments"):
        chain.put(item, chain.now + chance.randrange(1, 1_500))
    plan(chain)
    executions = []
    for member in range(3, 8):
        amount = chance.randrange(1, 500) * JOY
        number = propose(chain, member, {"FundingRequest": ({"account": bytes([9]) * 32, "amount": amount},)})
        for voter in (0, 1):
            vote(chain, voter, number, "Approve")
        executions.append(Execution(proposal=number, block=chain.now + 1 + 1_200, effect="pays", amount=amount))
        chain.advance(chain.now + chance.randrange(3))
    found = reckoned(chain, executions, block)
    assert len(found) == len(executions)
    chain.advance(max(one.block for one in executions) + 1)
    truth = {values[0]: values[1] for _, *values in events(chain, "ProposalsEngine.ProposalExecuted")}
    assert {one.execution.proposal: one.short == 0 for one in found} == {
        number: status == "Executed" for number, status in truth.items()
    }
    paid = sum(one.execution.amount for one in found if not one.short)
    last = found[-1]
    rest = last.budget - (0 if last.short else last.execution.amount)
    assert chain.get("Council.Budget") == rest
    assert last.others + (0 if last.short else last.execution.amount) == paid


@pytest.mark.parametrize("enough", range(6))
def test_proposals_of_one_block_are_carried_out_in_the_engine_s_order(enough: int) -> None:
    """Five ask for 100 JOY each in one block; the budget covers some of them."""
    chain = town(budget_increment=0, councilor_reward=0)
    elect(chain, 0, 1, 2)
    chain.put("Council.Budget", enough * 100 * JOY)
    numbers = [propose(chain, member, FUNDING) for member in range(3, 8)]
    for number in numbers:
        for voter in (0, 1):
            vote(chain, voter, number, "Approve")
    block = chain.now + 1 + 1_200
    found = reckoned(
        chain, [Execution(proposal=one, block=block, effect="pays", amount=100 * JOY) for one in numbers], None
    )
    chain.advance(block)
    truth = {values[0]: values[1] for _, *values in events(chain, "ProposalsEngine.ProposalExecuted")}
    assert [one.execution.proposal for one in found] == list(truth)
    assert [one.short == 0 for one in found] == [status == "Executed" for status in truth.values()]
