"""Budgets between two known balances: every event counted once, and what is left over told exactly and where it arose."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.amounts import Amount
from secretariat.facts.budget_moves import BudgetMoves, place_in_block, reckonings
from secretariat.facts.budget_reckoning import SET, BudgetGap, BudgetMove, KnownBudget, reckon
from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.records import AnyStated
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_groups import StoredGroup
from tests.mainnet import compared, joy, live, state


def known(block: int, amount: int) -> KnownBudget:
    return KnownBudget(block=block, amount=Amount(amount), source=f"state {block}")


def move(block: int, amount: int | None, event: str = "event", **more: Any) -> BudgetMove:
    return BudgetMove(block=block, event=event, amount=None if amount is None else Amount(amount), **more)


def told(*found: Any) -> list[tuple[int, int, int, int]]:
    return [(one.from_block, one.to_block, one.reckoned, one.unexplained) for one in found]


@pytest.mark.parametrize(
    ("moves", "unexplained", "gaps"),
    [
        ([move(11, 5), move(20, -3)], 0, []),
        ([move(10, 50), move(11, 2), move(21, 70)], 0, []),  # of the opening's own block, and after the closing
        ([move(15, 9)], -7, [(10, 20, -7)]),
        ([], 2, [(10, 20, 2)]),
        ([move(12, 90, sets=True)], 12, [(12, 20, 12)]),
        ([move(12, None), move(13, 2)], 0, []),
        ([move(12, 102, sets=True, place=1), move(12, 2, place=0)], 0, []),
        (
            [move(12, 1, place=0), move(12, 97, sets=True, place=4), move(12, -4, echoed=True, place=5), move(13, 5)],
            0,
            [],
        ),
        ([move(12, 99, sets=True, place=4), move(12, -4, echoed=True, place=5)], 6, [(10, 12, 3), (12, 20, 3)]),
        ([move(12, 99, sets=True), move(12, -4, echoed=True)], 6, [(10, 20, 6)]),  # in which order is not known
        ([move(12, None, sets=True), move(12, -4, echoed=True, place=1)], 6, [(10, 20, 6)]),
    ],
)
def test_a_budget_is_reckoned_from_one_known_balance_to_the_next(
    moves: list[BudgetMove], unexplained: int, gaps: list[tuple[int, int, int]]
) -> None:
    (found,) = reckon("council", [known(20, 102), known(10, 100)], moves)
    assert (found.opening, found.closing, found.unexplained) == (100, 102, unexplained)
    assert found.opening + sum(part.amount for part in found.parts) + found.unexplained == found.closing
    assert found.gaps == tuple(
        BudgetGap(from_block=first, to_block=last, amount=Amount(amount)) for first, last, amount in gaps
    )


def test_two_grants_of_one_block_are_each_set_against_its_own_balance() -> None:
    moves = [
        move(12, -10, "granted", echoed=True, place=3),
        move(12, 90, sets=True, place=2),
        move(12, 60, sets=True, place=6),
        move(12, -30, "granted", echoed=True, place=9),
        move(12, 5, "refill", place=0),
        move(12, -5, "paid", place=1),
    ]
    (found,) = reckon("council", [known(10, 100), known(20, 60)], moves)
    assert found.unexplained == 0
    assert {part.event: (part.events, part.amount) for part in found.parts} == {
        "granted": (2, -40),
        "refill": (1, 5),
        "paid": (1, -5),
    }


def test_a_balance_that_was_set_without_a_grant_is_a_part_of_its_own() -> None:
    (found,) = reckon("council", [known(10, 100), known(20, 508)], [move(12, 500, sets=True, place=1), move(13, 8)])
    assert [(part.event, part.amount) for part in found.parts] == [(SET, 400), ("event", 8)]
    assert found.unexplained == 0


def test_what_cannot_be_read_is_counted() -> None:
    (found,) = reckon("g", [known(1, 0), known(9, 0)], [move(3, None), move(4, None, sets=True)], unplaced=2)
    assert (found.unread, found.unplaced) == (2, 2)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    amounts=st.lists(st.tuples(st.integers(1, 30), st.integers(-9, 9), st.sampled_from("abc")), max_size=30),
    missing=st.sets(st.integers(0, 29)),
    points=st.sets(st.integers(1, 30), min_size=2),
)
def test_what_is_left_over_is_exactly_what_the_missing_events_moved(
    amounts: list[tuple[int, int, str]], missing: set[int], points: set[int]
) -> None:
    def balance(block: int) -> int:
        return sum(amount for at, amount, _ in amounts if at <= block)

    kept = [move(at, amount, event) for n, (at, amount, event) in enumerate(amounts) if n not in missing]
    found = reckon("council", [known(block, balance(block)) for block in points], kept)
    assert [(one.from_block, one.to_block) for one in found] == list(
        zip(sorted(points), sorted(points)[1:], strict=False)
    )
    for one in found:
        lost = sum(
            amount for n, (at, amount, _) in enumerate(amounts) if n in missing and one.from_block < at <= one.to_block
        )
        assert one.unexplained == lost
        assert one.reckoned == one.closing - lost


@pytest.mark.parametrize(
    ("key", "place"),
    [("OLYMPIA-12-3", 3), ("OLYMPIA-12-0", 0), ("OLYMPIA-13-3", None), ("7", None), ("A-B-12-3", None), ("", None)],
)
def test_the_place_of_an_event_in_its_block_is_in_its_id(key: str, place: int | None) -> None:
    assert place_in_block(key, 12) == place


def council(event: str, block: int | None, amount: int | None, place: int) -> AnyStated:
    fact = CouncilBudgetEvent(event=event, block=block, amount=None if amount is None else joy(amount))
    return live(fact, f"OLYMPIA-{block}-{place}", name=event)


def group(event: str, block: int, amount: int, place: int, name: str = "forumWorkingGroup") -> AnyStated:
    fact = GroupMoneyEvent(event=event, group=name, block=block, amount=joy(amount), worker="w")
    return live(fact, f"OLYMPIA-{block}-{place}", name=event)


EVENTS = [
    council("budget-refill", 20, 100, 0),
    council("budget-refill-planned", 20, None, 1),
    council("budget-increment-updated", 25, 7, 1),
    council("request-funded", 30, 12, 2),
    council("council-budget-funded", 31, 5, 0),
    council("channel-reward-claimed", 32, 3, 0),
    council("channel-reward-claimed-and-withdrawn", 33, 2, 0),
    council("council-budget-decreased", 34, 4, 0),
    council("budget-balance-set", 40, 54, 5),
    group("budget-updated", 40, 30, 6),
    group("reward-paid", 41, 3, 1),
    group("reward-paid", 41, 4, 2),
    group("budget-spending", 42, 5, 1),
    group("vested-budget-spending", 43, 1, 1),
    group("budget-funded", 44, 2, 1),
    council("budget-balance-set", 45, 64, 0),
    group("budget-updated", 45, -10, 1),
    live(CouncilReward(seat="s", block=46, paid=joy(6), missing=joy(9)), "OLYMPIA-46-1", name="rewards"),
]
BUDGETS = {"forumWorkingGroup": 9}


def reckoned(events: list[AnyStated], states: list[AnyStated]) -> dict[str, list[Any]]:
    moved = BudgetMoves()
    for noting, kind in (
        (moved.noting_groups, GroupMoneyEvent.KIND),
        (moved.noting_council, CouncilBudgetEvent.KIND),
        (moved.noting_rewards, CouncilReward.KIND),
    ):
        own: Any = [one for one in events if one.kind == kind]
        assert list(noting(own)) == own
    found: dict[str, list[Any]] = {}
    for one in reckonings(moved, states):
        found.setdefault(one.budget, []).append(one)
    return found


def now(budget: int = 58, groups: dict[str, int] | None = None, block: int = 50) -> list[AnyStated]:
    return compared(block, council=StoredCouncil(budget=joy(budget)), groups=BUDGETS if groups is None else groups)


def test_every_event_moves_the_budgets_that_it_should() -> None:
    found = reckoned(EVENTS, now())
    assert told(*found["council"]) == [(0, 50, joy(58), 0)]
    assert {part.event: (part.events, part.amount) for part in found["council"][0].parts} == {
        "budget-refill": (1, joy(100)),
        "channel-reward-claimed": (1, -joy(3)),
        "channel-reward-claimed-and-withdrawn": (1, -joy(2)),
        "council-budget-decreased": (1, -joy(4)),
        "council-budget-funded": (1, joy(5)),
        "council-reward": (1, -joy(6)),
        "granted-to-groups": (1, -joy(30)),
        "request-funded": (1, -joy(12)),
        "taken-from-groups": (1, joy(10)),
    }
    assert told(*found["forumWorkingGroup"]) == [(0, 50, joy(9), 0)]
    assert {part.event: (part.events, part.amount) for part in found["forumWorkingGroup"][0].parts} == {
        "budget-funded": (1, joy(2)),
        "budget-spending": (1, -joy(5)),
        "budget-updated": (2, joy(20)),
        "reward-paid": (2, -joy(7)),
        "vested-budget-spending": (1, -joy(1)),
    }


@pytest.mark.parametrize("place", range(len(EVENTS)))
def test_without_any_one_event_something_is_left_over_or_it_moved_nothing(place: int) -> None:
    lacking = reckoned(EVENTS[:place] + EVENTS[place + 1 :], now())
    event = EVENTS[place]
    moves = event.fact.event if not isinstance(event.fact, CouncilReward) else "council-reward"
    idle = moves in ("budget-refill-planned", "budget-increment-updated", "budget-balance-set")
    assert all(one.unexplained == 0 for stretches in lacking.values() for one in stretches) == idle


def test_a_checkpoint_tells_before_or_after_it_a_difference_arose() -> None:
    more = EVENTS[3]._replace(fact=replace(EVENTS[3].fact, amount=joy(11)))
    (found,) = reckoned([*EVENTS[:3], more, *EVENTS[4:]], now())["council"]
    assert (found.unexplained, [(gap.from_block, gap.to_block) for gap in found.gaps]) == (-joy(1), [(0, 40)])
    (found,) = reckoned(EVENTS, now(budget=59))["council"]
    assert (found.unexplained, [(gap.from_block, gap.to_block) for gap in found.gaps]) == (joy(1), [(45, 50)])


def test_states_at_borders_divide_the_whole_and_later_ones_than_the_query_node_s_are_left_out() -> None:
    states = [state(29, budget=100, groups={"forumWorkingGroup": 0}), state(43, budget=54), state(60, budget=1)]
    found = reckoned(EVENTS, [*states, *now()])
    assert told(*found["council"]) == [(0, 29, joy(100), 0), (29, 43, joy(54), 0), (43, 50, joy(58), 0)]
    assert told(*found["forumWorkingGroup"]) == [(0, 29, 0, 0), (29, 50, joy(9), 0)]


def test_nothing_is_reckoned_before_it_is_known_how_far_the_query_node_is() -> None:
    assert reckoned(EVENTS, [state(29, budget=100)]) == {}


def test_a_group_whose_budget_was_set_is_reckoned_from_there() -> None:
    found = reckoned([*EVENTS, group("budget-set", 43, 100, 9)], now(groups={"forumWorkingGroup": 92}))
    (one,) = found["forumWorkingGroup"]
    assert (one.unexplained, {part.event: part.amount for part in one.parts}[SET]) == (0, joy(83))


def test_states_without_a_budget_tell_none() -> None:
    bare = live(StoredGroup(group="g"), "g", source="chain", name="groups")
    assert reckoned(EVENTS, [bare, *compared(50, council=StoredCouncil(), groups={})]) == {}
