"""The reporting cycle: what is due when, announced late, overdue, received, excused."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.facts.group_events import LEADER_UNSET, GroupStaffEvent
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.stored_groups import StoredGroup
from tests.duties.elections.invented import chain, node
from tests.duties.terms.invented import (
    BEGAN,
    COUNCIL,
    ELECTION,
    IDLE,
    World,
    concluded,
    decided,
    keys,
    taken,
    the,
    thread,
)

DUE = {"group-report": 7_200, "council-report": 14_400, "council-plan": 28_800, "group-plan": 43_200}
OPENS = {"group-report": 0, "council-report": 0, "council-plan": 14_400, "group-plan": 28_800}
GROUPS = [
    chain(StoredGroup(group="forumWorkingGroup", lead=1), "forumWorkingGroup"),
    chain(StoredGroup(group="storageWorkingGroup", lead=2), "storageWorkingGroup"),
    chain(StoredGroup(group="appWorkingGroup"), "appWorkingGroup"),
]


def said(report: Any, how: Any, seq: int = 70, why: str = "", **given: Any) -> Any:
    note = ReportNoted(taken=replace(taken(seq), why=why), council=COUNCIL, report=report, how=how)
    return decided(replace(note, **given))


@pytest.mark.parametrize("report", DUE)
def test_each_report_is_asked_for_from_when_it_can_come_and_an_alert_after_it_was_due(report: str) -> None:
    for head, level in (
        (BEGAN + OPENS[report] - 1, None),
        (BEGAN + OPENS[report], "task"),
        (BEGAN + DUE[report], "task"),
        (BEGAN + DUE[report] + 1, "alert"),
        (BEGAN + IDLE - 1, "alert"),
    ):
        found = concluded(World(head=head, more=GROUPS)).get(f"terms/report/council-7/{report}")
        assert (found.level if found else None) == level, head
        if found is not None:
            assert found.due is not None
            assert found.due.block == BEGAN + DUE[report]
            assert found.wanted == ()


@pytest.mark.parametrize(
    ("notes", "after", "level", "words"),
    [
        ([], 1, "alert", "The council: overdue, block 1,028,800."),
        ([said("council-plan", "received", thread=60)], 1, None, ""),
        ([said("council-plan", "received", thread=60, council=6)], 1, "alert", "overdue"),
        ([said("council-report", "received", thread=60)], 1, "alert", "overdue"),
        ([said("council-plan", "excused", why="No plan is asked.")], 1, None, ""),
        ([said("council-plan", "late", until=BEGAN + 40_000)], 1, "task", "announced late, block 1,040,000."),
        ([said("council-plan", "late", until=BEGAN + 40_000)], 11_200, "task", "announced late"),
        ([said("council-plan", "late", until=BEGAN + 40_000)], 11_201, "alert", "overdue, block 1,040,000."),
        ([said("council-plan", "late", until=BEGAN + 40_000), said("council-plan", "received", 71)], 20_000, None, ""),
        ([said("council-plan", "late", until=BEGAN + 40_000, block=BEGAN + 28_800)], 1, "task", "announced late"),
        ([said("council-plan", "late", until=BEGAN + 40_000, block=BEGAN + 28_801)], 1, "alert", "overdue, block 1,028,800."),
        ([said("council-plan", "late", until=BEGAN + 40_000, told=BEGAN, block=BEGAN + 28_801)], 1, "task", "announced"),
        ([said("council-plan", "excused"), said("council-plan", "late", 71, until=BEGAN + 40_000, told=BEGAN + 28_801)], 1, None, ""),
        ([said("council-plan", "received"), said("council-plan", "late", 71, until=BEGAN + 40_000)], 1, None, ""),
        ([said("council-plan", "excused"), said("council-plan", "late", 71, until=BEGAN + 40_000)], 20_000, None, ""),
        ([said("council-plan", "excused"), said("council-plan", "received", 71, thread=60)], 1, None, ""),
    ],
)  # fmt: skip
def test_what_a_person_noted_last_says_how_a_report_stands(
    notes: list[Any], after: int, level: str | None, words: str
) -> None:
    found = concluded(World(head=BEGAN + 28_800 + after, more=notes)).get("terms/report/council-7/council-plan")
    assert (found.level if found else None) == level
    if found is not None:
        assert words in found.why


def test_groups_are_told_each_those_with_a_lead_alone_and_late_threads_as_late() -> None:
    note = said("group-report", "received", thread=60, group="forumWorkingGroup")
    for block, late in ((BEGAN + 7_200, False), (BEGAN + 7_201, True)):
        world = World(head=BEGAN + 8_000, more=[*GROUPS, note, thread("A report", 60, block=block)])
        found = concluded(world)["terms/report/council-7/group-report"]
        assert found.title == "1 of 2 groups missing: reports of the working groups on the term of council 6"
        assert f"forum: received in thread 60, opened in block {block:,}{' (late)' if late else ''}." in found.why
        assert "storage: overdue, block 1,007,200." in found.why
        assert "apps" not in found.why


def left(group: str, block: int) -> Any:
    return node(GroupStaffEvent(event=LEADER_UNSET, group=group, block=block), f"{group}-{block}", block)


@pytest.mark.parametrize(
    ("events", "title", "words"),
    [
        ([7_201], "2 of 2 groups", "storage: overdue, block 1,007,200; no lead since block 1,007,201."),
        ([7_000, 7_300], "2 of 2 groups", "storage: overdue, block 1,007,200; no lead since block 1,007,300."),
        ([7_200], "1 of 1 group", None),  # nobody led it when the report was due
        ([], "1 of 1 group", None),
    ],
)
def test_what_is_overdue_does_not_vanish_as_the_lead_leaves(events: list[int], title: str, words: str | None) -> None:
    unled = chain(StoredGroup(group="storageWorkingGroup"), "storageWorkingGroup")
    more = [GROUPS[0], unled, *(left("storageWorkingGroup", BEGAN + at) for at in events)]
    found = concluded(World(head=BEGAN + 7_400, more=more))["terms/report/council-7/group-report"]
    assert found.title == f"{title} missing: reports of the working groups on the term of council 6"
    assert ("storage" in found.why) == (words is not None)
    assert (words or "") in found.why
    assert ("query-node" in found.needs) == (words is not None)
    alone = concluded(World(head=BEGAN + 7_400, more=more[1:])).get("terms/report/council-7/group-report")
    assert (alone.level if alone else None) == ("alert" if words else None)
    excused = said("group-report", "excused", group="storageWorkingGroup")
    assert "terms/report/council-7/group-report" not in concluded(World(head=BEGAN + 7_400, more=[*more[1:], excused]))


PLAN = "terms/report/council-7/council-plan"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"block": BEGAN}, None),
        ({"block": BEGAN - 1}, "opened in block 999,999, before the term began in block 1,000,000"),
        ({"block": BEGAN + 9, "status": "removed"}, "it was removed, and nobody can read it"),
        ({"block": BEGAN + 9, "status": "moderated"}, "it was removed"),
        ({"block": BEGAN + 9, "visible": False}, "it was removed"),
        ({"block": BEGAN + 9, "status": "locked"}, None),
    ],
)
def test_a_report_is_there_only_in_a_thread_of_its_term_that_can_be_read(given: Any, words: str | None) -> None:
    more = [said("council-plan", "received", thread=60), thread("The plan of council 7", 60, **given)]
    found = concluded(World(head=BEGAN + 28_801, more=more)).get(PLAN)
    assert (found.level if found else None) == (None if words is None else "alert")
    if found is not None and words is not None:
        assert "The council: overdue, block 1,028,800; thread 60 does not count: " in found.why
        assert words in found.why
        assert "query-node" in found.needs


def test_a_wrong_thread_leaves_what_was_noted_before() -> None:
    late = said("council-plan", "late", until=BEGAN + 40_000)
    more = [late, said("council-plan", "received", 71, thread=60), thread("The plan", 60, block=BEGAN - 1)]
    assert "announced late, block 1,040,000" in concluded(World(head=BEGAN + 28_801, more=more))[PLAN].why


def test_a_late_thread_is_told_apart_from_one_that_was_announced_late() -> None:
    note = said("group-report", "received", 71, thread=60, group="forumWorkingGroup")
    announced = said("group-report", "late", until=BEGAN + 9_000, group="forumWorkingGroup")
    for block, words in ((BEGAN + 9_000, "(late, as announced)"), (BEGAN + 9_001, "(late)")):
        more = [*GROUPS, announced, note, thread("A report", 60, block=block)]
        why = concluded(World(head=BEGAN + 9_500, more=more))["terms/report/council-7/group-report"].why
        assert f"opened in block {block:,} {words}." in why


def test_a_delay_told_of_after_the_report_was_due_makes_nothing_of_it_announced() -> None:
    note = said("group-report", "received", 71, thread=60, group="forumWorkingGroup")
    for told, words in ((BEGAN + 7_200, "(late, as announced)"), (BEGAN + 7_201, "(late)")):
        delay = said("group-report", "late", until=BEGAN + 9_000, told=told, group="forumWorkingGroup")
        more = [*GROUPS, delay, note, thread("A report", 60, block=BEGAN + 8_000)]
        why = concluded(World(head=BEGAN + 9_500, more=more))["terms/report/council-7/group-report"].why
        assert f"opened in block 1,008,000 {words}." in why


def test_a_first_council_has_no_term_before_it_to_report_on() -> None:
    world = World(councils=(BEGAN,), seats={1: (31,)}, head=BEGAN + 43_200, more=GROUPS)
    assert sorted(keys(world, "report")) == ["council-1/council-plan", "council-1/group-plan"]


def test_an_election_that_begins_anew_asks_for_nothing_anew() -> None:
    anew = World(stage="announcing", began=ELECTION, head=ELECTION + 10, cycle=8, more=GROUPS)
    assert {key.split("/")[0] for key in keys(anew, "report")} == {"council-7"}


def test_without_groups_nothing_is_asked_of_them() -> None:
    assert keys(World(head=BEGAN + 50_000), "report") == ["council-7/council-report", "council-7/council-plan"]
    assert the(World(head=BEGAN + 1), "report").title == "Not there yet: the report of council 6 on its term"
