"""Working groups and workers of the main network by term."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.facts.live_groups import live_group_terms, live_worker_terms, name_of_group
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.staffing import Worker, WorkingGroup
from secretariat.facts.totals import GroupMoneyTotal, WorkerRewardTotal
from tests.mainnet import at, joy, live, mainnet


def changed(kind: str, **fields: Any) -> Snapshot:
    records = [record for found in mainnet().by_kind.values() for record in found]
    return snapshot_of(one._replace(fact=replace(one.fact, **fields)) if one.kind == kind else one for one in records)


def test_workers_are_counted_at_both_ends_and_between() -> None:
    assert [
        (g.term.term, g.group, g.workers_start, g.workers_end, g.hired, g.left) for g in live_group_terms(mainnet())
    ] == [
        (1, "forum", 0, 2, 2, 0),
        (1, "storage", 0, 0, 0, 0),
        (2, "forum", 2, 1, 0, 1),
        (2, "storage", 0, 2, 2, 0),
        (3, "forum", 1, None, 0, 0),
        (3, "storage", 2, None, 0, 1),
    ]


def test_the_end_of_a_term_is_the_start_of_the_next() -> None:
    by_place = {(g.term.term, g.group): g for g in live_group_terms(mainnet())}
    for (term, group), found in by_place.items():
        after = by_place.get((term + 1, group))
        assert after is None or found.workers_end == after.workers_start
        if found.workers_end is not None and found.workers_start is not None:
            assert found.workers_end - found.workers_start == (found.hired or 0) - (found.left or 0)


def test_money_is_what_the_events_of_the_term_add_up_to() -> None:
    forum = {g.term.term: g.money for g in live_group_terms(mainnet()) if g.group == "forum"}
    assert (forum[1]["reward-paid"], forum[2]["reward-paid"], forum[3]["reward-paid"]) == (joy(30), joy(5), 0)
    assert (forum[2]["budget-spending"], forum[2]["budget-updated"], forum[2]["budget-funded"]) == (
        joy(20),
        joy(400),
        0,
    )


@pytest.mark.parametrize(
    ("kind", "fields"),
    [(Worker.KIND, {"created_at": None}), (Worker.KIND, {"status": None}), (Worker.KIND, {"status": "left"})],
)
def test_a_worker_whose_time_is_not_known_makes_counts_unknown(kind: str, fields: dict[str, Any]) -> None:
    (found, *_) = live_group_terms(changed(kind, **fields))
    assert (found.workers_start, found.workers_end, found.hired, found.left) == (None, None, None, None)


def test_an_amount_that_cannot_be_read_or_placed_makes_the_sum_unknown() -> None:
    unread = [g.money for g in live_group_terms(changed(GroupMoneyTotal.KIND, unread=1)) if g.group == "forum"]
    assert "reward-paid" not in unread[0]
    assert unread[2] == {"reward-paid": 0, "budget-spending": 0, "budget-updated": 0, "budget-funded": 0}
    unplaced = live_group_terms(changed(GroupMoneyTotal.KIND, term=None))
    assert not any("reward-paid" in g.money for g in unplaced)


def test_a_group_is_listed_from_the_term_it_was_made_in() -> None:
    late = live(WorkingGroup(name="appWorkingGroup", created_at=at(400_000)), "appWorkingGroup")
    assert [g.term.term for g in live_group_terms(mainnet(late)) if g.group == "apps"] == [2, 3]
    assert name_of_group("newWorkingGroup") == "newWorkingGroup"


def test_workers_stand_in_every_term_they_were_in_office() -> None:
    assert [(w.term.term, w.record.key, w.status, w.paid, w.paid_until) for w in live_worker_terms(mainnet())] == [
        (1, "forumWorkingGroup-0", "active", joy(30), joy(30)),
        (1, "forumWorkingGroup-1", None, 0, 0),
        (2, "forumWorkingGroup-0", "active", 0, joy(30)),
        (2, "forumWorkingGroup-1", "left", joy(5), joy(5)),
        (2, "storageWorkingGroup-0", None, 0, 0),
        (2, "storageWorkingGroup-1", None, 0, 0),
        (3, "forumWorkingGroup-0", "active", 0, joy(30)),
        (3, "storageWorkingGroup-0", "leaving", joy(40), joy(40)),
        (3, "storageWorkingGroup-1", "terminated", 0, 0),
    ]


def test_a_reward_that_cannot_be_placed_makes_the_worker_s_pay_unknown() -> None:
    found = {w.record.key: w.paid for w in live_worker_terms(changed(WorkerRewardTotal.KIND, doubtful=1))}
    assert found["forumWorkingGroup-0"] is None
    assert found["storageWorkingGroup-1"] == 0
