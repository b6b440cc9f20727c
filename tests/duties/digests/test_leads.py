"""Leads of working groups: their reports, budget and its end, when something of it is new."""

from dataclasses import replace

import pytest

from secretariat.desk.neutrality.gate import concerns
from secretariat.duties.digests.groups import DueReport, Group, first_short
from secretariat.duties.digests.review import review
from secretariat.duties.digests.rules_leads import low_told
from secretariat.duties.digests.settings import Settings
from secretariat.facts.amounts import Amount
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_groups import StoredGroup
from tests.duties.digests.invented import (
    DAY,
    FORUM,
    SETTINGS,
    Staffed,
    concluded,
    noted,
    report_thread,
    required,
    to,
)
from tests.duties.proposals.invented import BEGAN, JOY, World, node

KEY = "digests/leads/council-1"
PLAN = BEGAN + 28_800
"""From this block on a group's plan can come; it is due 14,400 blocks later."""
DUE = BEGAN + 43_200
RICH = Staffed(budget=100_000 * JOY)
A_DAY = 2 * (JOY // 1_000) * DAY


@pytest.mark.parametrize(
    ("since", "head", "told"),
    [
        (DUE, DUE, True),
        (DUE, DUE + 1, True),
        (DUE + 1, DUE + 1, False),
        (DUE + 150, DUE + 200, False),
        (None, DUE, True),
        (None, DUE + 1, False),  # as with incidents: it is not known that they led then
    ],
)
def test_a_lead_hired_after_a_plan_was_due_does_not_owe_it(since: int | None, head: int, told: bool) -> None:
    found = concluded(World(head=head, filed=[]), groups=[replace(RICH, since=since)])
    assert (KEY in found) == told
    poor = concluded(World(head=head, filed=[]), groups=[Staffed(budget=2 * A_DAY, since=since)])[KEY]
    assert ("group-plan" in poor.why) == told


@pytest.mark.parametrize(
    ("since", "head", "told"),
    [
        (DUE + 100, DUE + 200, "announced late, due by"),
        (None, DUE + 200, "announced late, due by"),
        (DUE + 100, DUE + 5_001, "overdue since"),
        (DUE + 5_000, DUE + 5_001, "overdue since"),
        (DUE + 5_001, DUE + 5_002, None),
        (None, DUE + 5_001, None),
    ],
)
def test_a_lead_owes_what_was_announced_late_until_a_block_at_which_they_led(
    since: int | None, head: int, told: str | None
) -> None:
    late = noted("group-plan", "late", until=DUE + 5_000)
    wanted = to(World(head=head, filed=[], more=[late]), 41, groups=[replace(RICH, since=since)])
    assert len(wanted) == (told is not None)
    for one in wanted:
        assert f"- Plan for the term of council 1: {told} block {DUE + 5_000:,}" in one.text


@pytest.mark.parametrize(
    ("head", "more", "told"),
    [
        (PLAN - 1, (), None),
        (PLAN, (), f"due by block {DUE:,}"),
        (DUE, (), f"due by block {DUE:,}"),
        (DUE + 1, (), f"overdue since block {DUE:,}"),
        (PLAN, (noted("group-plan", "late", until=DUE + 5_000),), f"announced late, due by block {DUE + 5_000:,}"),
        (DUE + 5_001, (noted("group-plan", "late", until=DUE + 5_000),), f"overdue since block {DUE + 5_000:,}"),
        (PLAN, (noted("group-plan", "received"),), None),
        (PLAN, (noted("group-plan", "excused"),), None),
        (PLAN, (noted("group-plan", "received", group="storageWorkingGroup"),), f"due by block {DUE:,}"),
        (DUE + 7 * DAY + 2, (), None),
    ],
)
def test_a_lead_is_told_of_a_report_that_is_missing(head: int, more: tuple[object, ...], told: str | None) -> None:
    wanted = to(World(head=head, filed=[], more=more), 41, groups=[RICH])  # type: ignore[arg-type]
    assert len(wanted) == (told is not None)
    for one in wanted:
        assert f"- Plan for the term of council 1: {told}" in one.text
        assert (f"[[time {DUE}]]" in one.text) == (told == f"due by block {DUE:,}"), (
            "a passed block has no time to come"
        )
        assert "**The forum working group: reports and budget**" in one.text
        assert "is the first that the budget does not cover" not in one.text
        assert concerns(one) == ()


@pytest.mark.parametrize(
    ("first_read", "came", "told"),
    [(None, None, True), (DUE, None, True), (DUE + 1, None, False), (DUE + 1, BEGAN, True), (None, DUE + 1, False)],
)
def test_nobody_is_told_of_a_report_that_was_due_before_the_first_sync(
    first_read: int | None, came: int | None, *, told: bool
) -> None:
    world = World(head=DUE + 9, filed=[])
    now = replace(world.now, first_read=first_read, came=came)
    found = review(snapshot_of([*world.records(), *RICH.records(world.head)]), now, SETTINGS)
    assert any(one.key.startswith("digests/leads/") for one in found) == told


def test_a_report_on_the_term_before_is_asked_of_groups_where_there_was_one() -> None:
    before = node(ElectedCouncil(elected_block=BEGAN - 403_200), "council-0", BEGAN - 403_200)
    world = World(head=BEGAN + 10, filed=[], more=[before])
    (finding,) = (one for key, one in concluded(world, groups=[RICH]).items() if key.startswith("digests/leads/"))
    assert "group-report due, block 1,007,200" in finding.why
    assert KEY not in concluded(World(head=BEGAN + 10, filed=[]), groups=[RICH])


@pytest.mark.parametrize(
    ("head", "part"), [(PLAN, PLAN), (PLAN + 5_000, PLAN), (DUE + 1, DUE + 1), (DUE + DAY, DUE + 1)]
)
def test_it_is_told_anew_only_when_something_became_new(head: int, part: int) -> None:
    (one,) = to(World(head=head, filed=[]), 41, groups=[RICH])
    assert one.part == f"forum-day-{part // DAY}"
    assert one.part not in one.says_too
    assert (f"forum-day-{PLAN // DAY}" in one.says_too) == (part != PLAN)


@pytest.mark.parametrize(
    ("head", "days", "part"),
    [
        (DUE + 2, 30, f"forum-day-{(DUE + 1) // DAY}"),
        (DUE + 2, 10, f"forum-day-{(DUE + 1) // DAY}-low"),
        (DUE + DAY, 30, f"forum-day-{(DUE + 1) // DAY}"),
        (DUE + DAY, 10, f"forum-day-{(DUE + 1) // DAY}-low"),
        (DUE + 2 * DAY, 2, f"forum-day-{(DUE + 1) // DAY + 2}-last"),
    ],
)
def test_a_budget_that_became_low_after_the_last_digest_is_told(head: int, days: int, part: str) -> None:
    """What a group spends can make its budget low long after fourteen days before what it does not cover any more."""
    (one,) = to(World(head=head, filed=[]), 41, groups=[Staffed(budget=days * A_DAY)])
    assert one.part == part
    assert part not in one.says_too
    assert ("is the first that the budget does not cover" in one.text) == part.endswith(("-low", "-last"))
    plain = part.removesuffix("-low").removesuffix("-last")
    assert (plain in one.says_too) == (plain != part)
    assert f"forum-day-{PLAN // DAY}-last" in one.says_too, "what was told of an earlier day is over"


def test_a_budget_that_becomes_low_on_the_day_of_a_report_is_told_on_the_next() -> None:
    day = (DUE + 1) // DAY
    low_from = (day + 1) * DAY - 1_000  # the last hours of the day on which the plan is overdue
    short = low_from + 14 * DAY
    assert low_from // DAY == (DUE + 1) // DAY
    parts = {}
    for head in (DUE + 2, low_from + 1, (day + 1) * DAY):
        group = Group(
            record=node(StoredGroup(group=FORUM, lead=1), FORUM, head),
            lead=41,
            reports=(DueReport(report="group-plan", state="overdue", block=DUE, moments=(PLAN, DUE + 1)),),
            workers=1,
            per_period=Amount(1),
            owed=Amount(0),
            short_block=short,
            head=head,
        )
        parts[head] = low_told(group, day, head, DAY)
    assert list(parts.values()) == [0, 0, 1]


@pytest.mark.parametrize(
    ("budget", "low"),
    [(0, True), (A_DAY * 3, True), (A_DAY * 12, True), (A_DAY * 14, False), (A_DAY * 30, False), (None, False)],
)
def test_a_budget_that_runs_out_is_told_with_the_payment_that_it_does_not_cover(budget: int | None, low: bool) -> None:
    head = BEGAN + 8_100
    (*wanted,) = to(World(head=head, filed=[]), 41, groups=[Staffed(budget=budget)])
    assert len(wanted) == low
    for one in wanted:
        short = (head // DAY + 1 + int(budget or 0) // A_DAY) * DAY
        assert f"block {short:,} ([[time {short}]]), in [[left {short}]], is the first" in one.text
        assert "The rewards of its 2 workers take 28.8 JOY every 14,400 blocks." in one.text
        why = concluded(World(head=head, filed=[]), groups=[Staffed(budget=budget)])[KEY].why
        assert f"the payment of rewards in block {short:,} is the first that its budget does not cover." in why
        assert concerns(one) == ()


@pytest.mark.parametrize(
    ("budget", "per_period", "period", "head", "block"),
    [
        (0, 10, 100, 1_000, 1_100),
        (9, 10, 100, 1_099, 1_100),
        (10, 10, 100, 1_000, 1_200),
        (25, 10, 100, 1_050, 1_300),
        (10, 0, 100, 1_000, None),
        (10, None, 100, 1_000, None),
        (None, 10, 100, 1_000, None),
        (10, 10, None, 1_000, None),
    ],
)
def test_the_first_payment_that_is_not_covered(
    budget: int | None, per_period: int | None, period: int | None, head: int, block: int | None
) -> None:
    group = StoredGroup(group=FORUM, budget=None if budget is None else Amount(budget), reward_period=period)
    assert first_short(group, None if per_period is None else Amount(per_period), head) == block


def test_what_is_owed_is_paid_first_and_is_told() -> None:
    """A group's new budget went to rewards of before at once, when its lead had been told that it lasts for days."""
    head = BEGAN + 8_100
    (one,) = to(World(head=head, filed=[]), 41, groups=[Staffed(budget=5 * A_DAY, owed=A_DAY)])
    short = (head // DAY + 1 + 3) * DAY
    assert f"block {short:,} ([[time {short}]])" in one.text
    assert "Rewards that were due and are not paid yet: 57.6 JOY. The next payment pays them too." in one.text
    assert concerns(one) == ()
    (none,) = to(World(head=head, filed=[]), 41, groups=[Staffed(budget=5 * A_DAY, owed=3 * A_DAY)])
    assert f"block {(head // DAY + 1) * DAY:,} (" in none.text
    (paid,) = to(World(head=head, filed=[]), 41, groups=[Staffed(budget=5 * A_DAY, owed=0)])
    assert "not paid yet" not in paid.text


def test_what_is_not_known_is_not_said() -> None:
    """A worker that was not read, a group without a lead, a lead whose membership is not known."""
    (one,) = to(World(head=PLAN, filed=[]), 41, groups=[Staffed(missing=1, budget=0)])
    assert "in the group's budget" not in one.text
    assert "rewards" not in one.text
    assert KEY not in concluded(World(head=PLAN, filed=[]), groups=[Staffed(lead=None, budget=0)])
    unknown = concluded(World(head=PLAN, filed=[]), groups=[Staffed(lead=9, budget=0)])[KEY]
    assert unknown.wanted == ()
    assert "the lead's membership is not known" in unknown.why


def test_a_lead_with_something_due_is_asked_so_that_no_contact_is_no_silence() -> None:
    world = World(head=PLAN, filed=[])
    finding = concluded(world, groups=[RICH, Staffed(group="storageWorkingGroup", rewards={3: None}, lead=3)])[KEY]
    assert finding.asks == (41, 43)
    assert {one.member: one.says for one in finding.asked} == {
        41: f"from the forum working group's lead: Plan for the term of council 1 due, block {DUE:,}",
        43: f"from the storage working group's lead: Plan for the term of council 1 due, block {DUE:,}",
    }
    assert [one.evidence[0].source for one in finding.asked] == [one.source for one in finding.evidence]
    assert finding.audience == "desk"
    assert finding.title == "Digests to leads: 2 working groups with something to do"
    assert KEY not in concluded(world, Settings(leads=False), groups=[RICH])
    assert SETTINGS.leads


AFTER_DUE = DUE + 2_000
NEXT_DAY = (AFTER_DUE // DAY + 1) * DAY
SECTIONS = required("group-plan", "Budget", "Summary")


def received(text: str | None, *more: AnyStated, block: int | None = AFTER_DUE) -> list[AnyStated]:
    """State that the plan was noted as received in a thread with such a first post, 2,000 blocks after it was due."""
    return [noted("group-plan", "received", thread=60, block=block), *report_thread(60, text), *SECTIONS, *more]


@pytest.mark.parametrize(
    ("records", "lacks"),
    [
        (received("# Summary"), "Budget"),
        (received("Budget, Summary"), "Budget; Summary"),
        (received("# Budget\n## Summary"), None),
        (received(None), None),
        ([noted("group-plan", "received", thread=60, block=AFTER_DUE), *SECTIONS], None),
        ([noted("group-plan", "received", thread=60, block=AFTER_DUE), *report_thread(60, "")], None),
        ([noted("group-plan", "excused"), *report_thread(60, ""), *SECTIONS], None),
    ],
    ids=["one", "two", "none", "not read", "list not read", "none required", "excused"],
)
def test_a_lead_is_told_which_sections_a_report_lacks(records: list[AnyStated], lacks: str | None) -> None:
    """Where its posts, or their headings, were not read nothing is said to be missing, and nothing is asked for."""
    world = World(head=NEXT_DAY, filed=[], more=records)
    wanted = to(world, 41, groups=[RICH])
    assert len(wanted) == (lacks is not None)
    assert (KEY in concluded(world, groups=[RICH])) == (lacks is not None)
    for one in wanted:
        assert "Reports to come or to complete: 1" in one.text
        assert (
            f"- Plan for the term of council 1: received in thread 60. Required sections that were not recognised in it: {lacks}."
            in one.text
        )
        assert "overdue" not in one.text
        assert concerns(one) == ()


@pytest.mark.parametrize("since", [BEGAN, DUE + 100, NEXT_DAY, None])
def test_whoever_leads_can_add_the_sections_that_a_report_lacks(since: int | None) -> None:
    world = World(head=NEXT_DAY, filed=[], more=received("# Summary"))
    (one,) = to(world, 41, groups=[replace(RICH, since=since)])
    assert "sections that were not recognised in it: Budget." in one.text


@pytest.mark.parametrize(
    ("head", "noted_at", "part"),
    [
        (AFTER_DUE, AFTER_DUE, DUE + 1),
        (NEXT_DAY - 1, AFTER_DUE, DUE + 1),
        (NEXT_DAY, AFTER_DUE, NEXT_DAY),
        (NEXT_DAY + 3 * DAY, AFTER_DUE, NEXT_DAY),
        (AFTER_DUE, None, DUE + 1),
    ],
)
def test_that_it_is_incomplete_is_new_on_the_day_after_it_was_noted(head: int, noted_at: int | None, part: int) -> None:
    """The digest on the overdue one is out on the day of the note; on no day are there two."""
    (one,) = to(World(head=head, filed=[], more=received("", block=noted_at)), 41, groups=[RICH])
    assert one.part == f"forum-day-{part // DAY}"
    assert f"forum-day-{PLAN // DAY}" in one.says_too


def test_what_was_due_before_the_desk_began_does_not_take_all_digests_off_it() -> None:
    world = World(head=NEXT_DAY, filed=[], more=received("# Summary"))
    now = replace(world.now, since=NEXT_DAY - 1)
    found = {one.key: one for one in review(snapshot_of([*world.records(), *RICH.records(world.head)]), now, SETTINGS)}
    due = found[KEY].due
    assert due is not None
    assert due.block == NEXT_DAY - 1


def test_with_a_report_nothing_is_concluded_without_the_query_node_and_of_budgets_it_is() -> None:
    world = World(head=PLAN, filed=[])
    assert concluded(world, groups=[Staffed(budget=0)])[KEY].needs == ("chain", "query-node")
    there = World(head=PLAN, filed=[], more=[noted("group-plan", "excused")])
    assert concluded(there, groups=[Staffed(budget=0)])[KEY].needs == ("chain",)
    lacking = World(head=NEXT_DAY, filed=[], more=received("# Summary"))
    found = concluded(lacking, groups=[RICH])[KEY]
    assert found.needs == ("chain", "query-node")
    assert "group-plan incomplete, thread 60, sections not recognised in it: Budget." in found.why
