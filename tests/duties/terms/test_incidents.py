"""Incidents of a term: what the facts prove, to whom each is proposed, and that a person's word ends it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from secretariat.desk.neutrality.gate import concerns
from secretariat.duties.terms.settings import Settings
from secretariat.facts.amounts import Amount
from secretariat.facts.at_desk import DESK
from secretariat.facts.council_budget import CouncilReward
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.incidents import IncidentKnown, IncidentNoted
from secretariat.facts.live_groups import GROUP_NAMES
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.stored_council import StoredSeat
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from tests.duties.elections.invented import chain, node
from tests.duties.terms.invented import (
    BEGAN,
    COUNCIL,
    ELECTION,
    SETTINGS,
    World,
    concluded,
    decided,
    keys,
    taken,
    the,
    thread,
    told,
    wanted,
)
from tests.duties.terms.test_handover import section
from tests.duties.terms.test_handover import world as ending

HEAD = BEGAN + 50_000
STORAGE = "storageWorkingGroup"
EXCUSED = [
    decided(ReportNoted(taken=taken(400), council=council, report=report, how="excused"))
    for council in (COUNCIL, COUNCIL - 1)
    for report in ("council-report", "council-plan")
]
"""Reports of the council that nobody waits for, so that a test sees its own incident alone."""


def group(lead_since: int = BEGAN - 9, **worker: Any) -> list[AnyStated]:
    """State the storage group, whose lead is member 50, worker 2."""
    fact = StoredWorker(group=STORAGE, worker=2, member_id=50, is_lead=True, created_block=lead_since)
    return [
        chain(StoredGroup(group=STORAGE, lead=2), STORAGE),
        chain(replace(fact, **worker), f"{STORAGE}-2"),
    ]


def noted(report: Any, how: Any, seq: int = 70, **given: Any) -> AnyStated:
    return decided(ReportNoted(taken=taken(seq), council=COUNCIL, report=report, how=how, **given))


def cycle(number: int, ended: int, **given: Any) -> AnyStated:
    return node(ElectionCycle(**{"cycle": number, "finished": True, "ended_block": ended, **given}), str(number), ended)


def reward(
    event: str = "reward-paid", payment: str = "missed", block: int = HEAD - 5, group: str = STORAGE
) -> AnyStated:
    fact = GroupMoneyEvent(event=event, group=group, payment=payment, block=block, amount=Amount(5))
    return node(fact, f"reward-{block}", block)


def paid(missing: int, block: int) -> AnyStated:
    return node(
        CouncilReward(seat="seat-7-31", paid=Amount(1), missing=Amount(missing), block=block), str(block), block
    )


def found(*more: AnyStated, head: int = HEAD, **given: Any) -> list[str]:
    return keys(World(head=head, more=[*EXCUSED, *more], **given), "incident")


CASES: dict[str, tuple[Sequence[AnyStated], list[str]]] = {
    "nothing": ([], []),
    "expired": ([told(12, "expired")], ["council-7/expired-12"]),
    "expired in the term before, long ago": ([told(12, "expired", block=BEGAN - 1)], []),
    "being voted on": ([told(12, "deciding")], []),
    "execution failed": ([told(13, "execution-failed")], ["council-7/failed-13"]),
    "rejected by votes": ([told(14, "rejected")], []),
    "began anew": ([cycle(6, BEGAN + 40_000)], ["council-7/election-6"]),
    "elected": ([cycle(6, BEGAN + 40_000, next_council="council-8")], []),
    "still going on": ([cycle(6, BEGAN + 40_000, finished=False)], []),
    "began anew in another term": ([cycle(5, BEGAN - 40_000)], []),
    "rewards paid in time": ([reward(payment="regular")], []),
    "rewards paid late": ([reward()], ["council-7/rewards-storage"]),
    "paid late in the term before": ([reward(block=BEGAN - 1)], []),
    "a spending": ([reward(event="budget-spending")], []),
    "the council's in full": ([paid(0, HEAD - 5)], []),
    "the council's not in full": ([paid(3, HEAD - 5)], ["council-7/rewards-council"]),
    "those of the council before": ([paid(3, BEGAN)], []),
    "the council's owed": ([chain(StoredSeat(member_id=31, unpaid_reward=Amount(1)), "31")], ["council-7/rewards-council"]),
    "the council's not owed": ([chain(StoredSeat(member_id=31, unpaid_reward=Amount(0)), "31")], []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_an_incident_is_what_the_facts_prove_of_this_term(case: str) -> None:
    more, names = CASES[case]
    assert found(*more) == names


def test_a_budget_that_does_not_cover_rewards_is_one_incident_with_both_sources() -> None:
    noticed = [noted(report, "excused", group=STORAGE) for report in ("group-report", "group-plan")]
    assert found(*group(missed_reward=Amount(0)), *noticed) == []
    more = [*EXCUSED, *group(missed_reward=Amount(7)), *noticed, reward()]
    one = the(World(head=HEAD, more=more), "incident")
    assert one.key == "terms/incident/council-7/rewards-storage"
    assert [each.says for each in one.evidence] == [
        "workers who are owed rewards: 1",
        "rewards paid later than due, 1 times",
    ]


@pytest.mark.parametrize("key", GROUP_NAMES)
def test_no_group_s_incident_waits_for_a_reason_at_the_neutrality_gate(key: str) -> None:
    more = [*EXCUSED, late := reward(group=key)]
    name = f"rewards-{GROUP_NAMES[key]}"
    one = the(World(head=HEAD, more=more), "incident")
    assert one.key == f"terms/incident/council-7/{name}"
    assert f"Rewards of the {GROUP_NAMES[key]} working group" in one.why
    assert one.wanted
    assert all(concerns(each, program=True) == () for each in one.wanted)
    entered = ending(late, yes(f"council-7/{name}", says=one.why.split(" It ")[0]))
    agenda = wanted(entered, "handover", "agenda")
    assert f"- Rewards of the {GROUP_NAMES[key]} working group" in agenda.text
    assert concerns(agenda, program=True) == ()
    assert all(type(each.says) is str for each in the(entered, "handover").evidence)


@pytest.mark.parametrize("error", ["", "ProposalsCodex.Insufficient_*Funds*"])
def test_what_failed_names_the_chain_s_error_where_it_is_known(error: str) -> None:
    world = World(head=HEAD, more=[*EXCUSED, told(13, "execution-failed", failure=error or None)])
    why, text = the(world, "incident").why, the(world, "incident").wanted[0].text
    assert (f"The chain's error: “{error}”." in why) == bool(error)
    assert ("error" in text) == bool(error)
    assert "*Funds*" not in text


PLAN = "council-7/report-group-plan-storage"
DUE = BEGAN + 43_200


@pytest.mark.parametrize(
    ("notes", "head", "names"),
    [
        ([], DUE, []),
        ([], DUE + 1, [PLAN]),
        ([noted("group-plan", "late", group=STORAGE, until=DUE + 5)], DUE + 5, []),
        ([noted("group-plan", "late", group=STORAGE, until=DUE + 5)], DUE + 6, [PLAN]),
        ([noted("group-plan", "excused", group=STORAGE)], DUE + 9, []),
        ([noted("group-plan", "received", group=STORAGE, thread=60), thread("P", 60, block=DUE)], DUE + 9, []),
        ([noted("group-plan", "received", group=STORAGE, thread=60), thread("P", 60, block=DUE + 1)], DUE + 9, [PLAN]),
        ([noted("group-plan", "received", group=STORAGE, thread=61)], DUE + 9, []),
        (
            [
                noted("group-plan", "late", group=STORAGE, until=DUE + 5),
                noted("group-plan", "received", 71, group=STORAGE, thread=60),
                thread("P", 60, block=DUE + 5),
            ],
            DUE + 9,
            [],
        ),
        ([noted("group-plan", "late", group=STORAGE, until=DUE + 5, told=DUE, block=DUE + 9)], DUE + 5, []),
        ([noted("group-plan", "late", group=STORAGE, until=DUE + 5, told=DUE + 1, block=DUE + 1)], DUE + 2, [PLAN]),
        ([noted("group-plan", "late", group=STORAGE, until=DUE + 5, block=DUE + 1)], DUE + 2, [PLAN]),
        (
            [
                noted("group-plan", "late", group=STORAGE, until=DUE + 5, block=DUE + 90),
                noted("group-plan", "received", 71, group=STORAGE, thread=60),
                thread("P", 60, block=DUE + 5),
            ],
            DUE + 99,
            [PLAN],
        ),
    ],
)
def test_a_report_is_one_that_is_overdue_or_came_late_and_was_not_announced(
    notes: list[AnyStated], head: int, names: list[str]
) -> None:
    report = noted("group-report", "excused", group=STORAGE)
    assert found(*group(), report, *notes, head=head) == names


LATE = noted("group-plan", "late", group=STORAGE, until=DUE + 50)
CAME = [noted("group-plan", "received", 71, group=STORAGE, thread=60), thread("P", 60, block=DUE + 51)]


@pytest.mark.parametrize(
    ("since", "notes", "names"),
    [
        (DUE + 50, [LATE], [PLAN]),
        (DUE + 51, [LATE], []),
        (None, [LATE], []),
        (DUE + 50, [LATE, *CAME], [PLAN]),
        (DUE + 51, [LATE, *CAME], []),
        (DUE, CAME, [PLAN]),
        (DUE + 50, CAME, []),
    ],
)
def test_a_report_is_explained_by_a_lead_of_the_block_by_which_it_was_to_be_there(
    since: int | None, notes: list[AnyStated], names: list[str]
) -> None:
    report = noted("group-report", "excused", group=STORAGE)
    assert found(*group(created_block=since), report, *notes, head=DUE + 99) == names


@pytest.mark.parametrize(
    ("first_read", "came", "there"),
    [(DUE, None, True), (DUE + 1, None, False), (DUE + 1, BEGAN, True), (BEGAN, DUE + 1, False), (None, None, True)],
)
def test_what_was_due_before_the_first_sync_is_no_incident_unless_a_person_says_since_when(
    first_read: int | None, came: int | None, *, there: bool
) -> None:
    report = noted("group-report", "excused", group=STORAGE)
    names = found(*group(), report, head=DUE + 9, first_read=first_read, came=came)
    assert names == ([PLAN] if there else [])


def test_a_desk_that_begins_in_mid_term_accuses_nobody() -> None:
    """Nothing is noted, and all reports of the term were due: the desk asks what came, and neither it nor a lead is alarmed."""
    head = BEGAN + 200_000
    world = World(head=head, more=group(), first_read=head - 9)
    assert keys(world, "incident") == []
    for report in ("group-report", "council-report", "council-plan", "group-plan"):
        told = concluded(world)[f"terms/report/council-7/{report}"]
        assert told.level == "task"
        assert "not noted here; it was due in block" in told.why
        assert "overdue" not in told.why
    assert len(keys(replace(world, first_read=None), "incident")) == 4


def test_no_report_is_missed_where_the_present_lead_came_later_or_there_was_no_desk() -> None:
    report = noted("group-report", "excused", group=STORAGE)
    assert found(*group(lead_since=DUE + 1), report, head=DUE + 9) == []
    assert found(*group(lead_since=DUE), report, head=DUE + 9) == [PLAN]
    world = World(head=DUE + 9, more=[*EXCUSED, *group(), report])
    assert "terms/incident/council-7/report-council-plan" not in concluded(world)
    late = World(head=BEGAN + 30_000)
    assert keys(late, "incident") == ["council-7/report-council-report", "council-7/report-council-plan"]


def test_the_first_council_has_no_term_before_it_to_report_on() -> None:
    world = World(head=HEAD, councils=(BEGAN,), seats={1: (31,)})
    assert keys(world, "incident") == ["council-1/report-council-plan"]


@pytest.mark.parametrize(("head", "there"), [(ELECTION, True), (ELECTION + 28_800, True), (ELECTION + 28_801, False)])
def test_those_of_the_term_before_stay_until_its_report_can_come_no_more(head: int, *, there: bool) -> None:
    councils = (100_000, 200_000, 300_000, 400_000, 500_000, 600_000, BEGAN, ELECTION)
    more = [
        *EXCUSED,
        told(12, "expired"),
        told(15, "rejected", block=ELECTION),
        told(16, "rejected", block=ELECTION - 1),
        paid(3, ELECTION),
        decided(ReportNoted(taken=taken(401), council=8, report="council-report", how="excused")),
        decided(ReportNoted(taken=taken(402), council=8, report="council-plan", how="excused")),
    ]
    world = World(head=head, began=ELECTION, cycle=7, councils=councils, more=more)
    names = ["council-7/expired-12", "council-7/lost-15", "council-7/rewards-council"]
    assert keys(world, "incident") == (names if there else [])
    if there:
        one = concluded(world)["terms/incident/council-7/lost-15"]
        assert one.due is not None
        assert one.due.block == ELECTION + 14_400
        together = concluded(world)["terms/incidents/council-7/expired-12"]
        assert (one.wanted, together.due) == ((), one.due)
        members = {each.destination.place for each in together.wanted}
        assert members == ({"member/31", "member/32", "member/33"} if head < one.due.block else set())


@pytest.mark.parametrize(("noted_in", "counts"), [(ELECTION + 100, True), (ELECTION + 14_401, False)])
def test_the_letter_tells_until_when_a_report_was_announced(noted_in: int, *, counts: bool) -> None:
    """Explanations may come until then; the draft is made anew, as its words are others."""
    councils = (100_000, 200_000, 300_000, 400_000, 500_000, 600_000, BEGAN, ELECTION)
    until = ELECTION + 20_000
    late = ReportNoted(taken=taken(401), council=8, report="council-report", how="late", until=until, block=noted_in)
    before = [
        *EXCUSED,
        decided(replace(late, taken=taken(400), how="excused", until=None)),
        told(15, "rejected", block=ELECTION),
    ]
    world = World(head=ELECTION + 200, began=ELECTION, cycle=7, councils=councils, more=before)
    delayed = replace(world, more=[*before, decided(late)])
    key, due = "terms/incident/council-7/lost-15", ELECTION + 14_400
    first, then = concluded(world)[key], concluded(delayed)[key]
    assert f"before block {due:,}" in first.wanted[0].text
    told_now = until if counts else due
    assert (then.due.block if then.due else None, then.wanted[0].until) == (told_now, told_now)
    assert f"before block {told_now:,} ([[time {told_now}]]), when the report" in " ".join(then.wanted[0].text.split())
    assert (first.wanted[0].digest != then.wanted[0].digest) is counts
    assert bool(concluded(replace(delayed, head=due + 5))[key].wanted) is counts


@pytest.mark.parametrize("proven", ["expired", "execution-failed", "election", "rewards", "council rewards"])
@pytest.mark.parametrize(("after", "there"), [(-1, False), (0, True)])
def test_what_happened_before_somebody_was_at_the_desk_is_not_asked_about(
    proven: str, after: int, *, there: bool
) -> None:
    came = BEGAN + 40_000
    facts = {
        "expired": told(12, "expired", block=came + after),
        "execution-failed": told(12, "execution-failed", block=came + after),
        "election": cycle(6, came + after),
        "rewards": reward(block=came + after),
        "council rewards": paid(3, came + after),
    }
    assert len(found(facts[proven], came=came)) == there
    assert (
        len(found(facts[proven])) == 1
    )  # without [desk] since a new term does not end the explaining of the one before


@pytest.mark.parametrize(("came", "there"), [(ELECTION, True), (ELECTION + 1, False)])
def test_what_a_change_of_councils_lost_before_somebody_was_there_is_not_asked_about(came: int, *, there: bool) -> None:
    councils = (100_000, 200_000, 300_000, 400_000, 500_000, 600_000, BEGAN, ELECTION)
    excused = [
        decided(ReportNoted(taken=taken(401), council=8, report="council-report", how="excused")),
        decided(ReportNoted(taken=taken(402), council=8, report="council-plan", how="excused")),
    ]
    more = [*EXCUSED, *excused, told(15, "rejected", block=ELECTION)]
    world = World(head=ELECTION + 9, began=ELECTION, cycle=7, councils=councils, more=more, came=came)
    assert keys(world, "incident") == (["council-7/lost-15"] if there else [])


def known(*names: str, together: int | None = None, **given: bool) -> list[AnyStated]:
    """State that incidents became known in one review, as the desk's store tells."""
    many = len(names) if together is None else together
    facts = [IncidentKnown(incident=name, first=min(names), together=many, **given) for name in names]
    return [
        Stated(kind=each.KIND, key=each.incident, file="desk", format=DESK, line=line, fact=each)
        for line, each in enumerate(facts, start=1)
    ]


ONE, TWO, NEW = (f"council-7/expired-{number}" for number in (12, 13, 14))
IN_PLACE = replace(SETTINGS, council="chamber")


def said(*more: AnyStated, settings: Settings = IN_PLACE) -> dict[str, list[str]]:
    """Give what is said in which finding, by the lines of each message that tell of an incident."""
    found = concluded(World(head=HEAD, more=[*EXCUSED, *more]), settings)
    return {
        key.removeprefix("terms/"): [
            f"{each.part}: {line}" for each in one.wanted for line in each.text.splitlines() if "expired" in line
        ]
        for key, one in found.items()
        if key.startswith("terms/incident")
    }


def line_of(number: int) -> str:
    return rf"Proposal {number} “Elect the Secretary” expired in block {BEGAN + 9_000:,}: its voting time ended without a decision\."


LINES = {number: line_of(number).replace("\\.", ".") for number in (12, 13, 14)}
EXPIRED = [told(number, "expired") for number in (12, 13)]


def test_what_becomes_known_in_one_review_is_told_in_one_message_and_each_keeps_its_own_row() -> None:
    assert said(*EXPIRED) == {
        f"incident/{ONE}": [],
        f"incident/{TWO}": [],
        f"incidents/{ONE}": [f"council: - {LINES[12]}", f"council: - {LINES[13]}"],
    }
    again = said(*EXPIRED, *known(ONE, TWO))
    assert again == said(*EXPIRED), "the next review says the same"


def test_what_comes_later_is_told_alone_and_changes_nothing_of_what_was_told() -> None:
    later = said(*EXPIRED, told(14, "expired"), *known(ONE, TWO))
    assert later == {**said(*EXPIRED), f"incident/{NEW}": [f"council: {LINES[14]}"]}
    once = said(*EXPIRED, told(14, "expired"), *known(ONE, TWO), *known(NEW))
    assert once == later


def test_two_that_come_later_are_told_together_and_apart_from_the_first() -> None:
    found = said(*EXPIRED, told(14, "expired"), *known(ONE))
    assert found[f"incident/{ONE}"] == [f"council: {LINES[12]}"]
    assert found[f"incidents/{TWO}"] == [f"council: - {LINES[13]}", f"council: - {LINES[14]}"]


def test_what_somebody_decided_about_leaves_the_list_and_the_message_stays_the_same_one() -> None:
    left = said(*EXPIRED, *known(ONE, TWO), yes(ONE))
    assert left == {f"incident/{TWO}": [], f"incidents/{ONE}": [f"council: {LINES[13]}"]}
    assert said(*EXPIRED, *known(ONE, TWO), yes(ONE), yes(TWO, 501)) == {}


def test_what_was_told_alone_before_stays_so_and_what_is_done_with_is_not_said_again() -> None:
    assert said(*EXPIRED, *known(ONE, TWO, alone=True)) == {
        f"incident/{ONE}": [f"council: {LINES[12]}"],
        f"incident/{TWO}": [f"council: {LINES[13]}"],
    }
    assert said(*EXPIRED, *known(ONE, TWO, over=True)) == {f"incident/{ONE}": [], f"incident/{TWO}": []}


def test_each_lead_gets_what_is_about_their_group_and_each_member_everything_once() -> None:
    world = World(
        head=HEAD,
        more=[*EXCUSED, *EXPIRED, *group(missed_reward=Amount(7)), noted("group-report", "excused", group=STORAGE)],
    )
    names = {ONE, TWO, PLAN, "council-7/rewards-storage"}
    assert set(keys(world, "incident")) == names
    one = the(world, "incidents")
    assert (one.key, one.audience, one.needs_nobody, one.asks) == (f"terms/incidents/{ONE}", "council", True, ())
    listed = {each.part: each.text.count("\n- ") for each in one.wanted}
    assert listed == {"member-31": 4, "member-32": 4, "member-33": 4, "lead-50": 2}
    assert [each.destination.place for each in one.wanted] == ["member/31", "member/32", "member/33", "member/50"]
    assert all(concerns(each, program=True) == () for each in one.wanted)
    member = chain(StoredSeat(member_id=50), "50")
    seated = the(replace(world, more=[*world.more, member]), "incidents")
    assert [each.part for each in seated.wanted] == ["member-31", "member-32", "member-33", "member-50"]
    place = the(world, "incidents", IN_PLACE)
    assert [each.part for each in place.wanted] == ["council", "lead-50"]
    assert "town" not in {each.destination.place for each in place.wanted}


def test_the_terms_of_two_councils_are_told_apart() -> None:
    councils = (100_000, 200_000, 300_000, 400_000, 500_000, 600_000, BEGAN, ELECTION)
    more = [*EXPIRED, *(told(number, "expired", block=ELECTION + 5) for number in (21, 22))]
    world = World(head=ELECTION + 9, began=ELECTION, cycle=7, councils=councils, more=[*EXCUSED, *more])
    assert keys(world, "incidents") == [ONE, "council-8/expired-21"]


HOSTILE = "Pay **the** [forum](x) {council} @everyone"


def test_the_council_reads_it_in_its_own_place_and_in_harmless_neutral_words() -> None:
    world = World(head=HEAD, more=[*EXCUSED, told(12, "expired", title=HOSTILE)])
    settings = replace(SETTINGS, council="chamber")
    one, words = the(world, "incident", settings), wanted(world, "incident", "council", settings)
    assert (one.audience, one.level, one.asks) == ("council", "task", ())
    assert "secretariat incident enter council-7/expired-12" in one.why
    assert HOSTILE in one.why
    assert [each.destination.place for each in one.wanted] == ["chamber"]
    assert concerns(words) == ()
    assert r"Pay \*\*the\*\* \[forum\]\(x\) \{council\} \@everyone" in words.text
    assert f"before block {ELECTION + 14_400:,} ([[time {ELECTION + 14_400}]])" in words.text
    assert "town" not in {each.destination.place for each in one.wanted}


def test_without_a_place_each_member_and_the_lead_hear_it_alone() -> None:
    excused = [noted(report, "excused", group=STORAGE) for report in ("group-report",)]
    world = World(head=HEAD, more=[*EXCUSED, *excused, *group()])
    one = the(world, "incident")
    assert one.key == f"terms/incident/{PLAN}"
    assert one.asks == (50,)
    places = {each.part: each.destination.place for each in one.wanted}
    assert places == {"member-31": "member/31", "member-32": "member/32", "member-33": "member/33", "lead": "member/50"}
    assert len({each.text for each in one.wanted}) == 1
    assert all(concerns(each) == () for each in one.wanted)
    with_place = the(world, "incident", replace(SETTINGS, council="chamber"))
    assert {each.part for each in with_place.wanted} == {"council", "lead"}


@pytest.mark.parametrize("group_name", GROUP_NAMES)
def test_words_about_any_group_pass_the_gate_for_neutral_words(group_name: str) -> None:
    """Rewards that were not covered could not be told without a public reason: the gate took the words for blame."""
    lead = StoredWorker(group=group_name, worker=2, member_id=50, is_lead=True, created_block=BEGAN - 9)
    more = [
        chain(StoredGroup(group=group_name, lead=2), group_name),
        chain(replace(lead, missed_reward=Amount(7)), f"{group_name}-2"),
    ]
    together = the(World(head=DUE + 9, more=[*EXCUSED, *more]), "incidents")
    assert together.wanted[0].text.count("\n- ") == 3, "report and plan that are not there, and the rewards"
    assert {concerns(each, program=program) for each in together.wanted for program in (True, False)} == {()}


def yes(name: str, seq: int = 500, *, entered: bool = True, says: str = "Proposal 12 expired.") -> AnyStated:
    fact = IncidentNoted(taken=taken(seq), council=COUNCIL, incident=name, entered=entered, says=says)
    return decided(fact)


@pytest.mark.parametrize("entered", [True, False])
def test_a_person_s_word_ends_it(*, entered: bool) -> None:
    assert found(told(12, "expired"), yes("council-7/expired-12", entered=entered)) == []


def test_the_agenda_of_a_handover_has_what_was_entered_and_nothing_else() -> None:
    other = decided(
        IncidentNoted(taken=taken(505), council=6, incident="council-6/expired-9", entered=True, says="Another.")
    )
    more = [
        told(12, "expired"),
        told(13, "expired"),
        yes("council-7/expired-12", entered=False),
        yes("council-7/expired-12", 501),
        yes("council-7/expired-13", 502),
        yes("council-7/expired-13", 503, entered=False),
        other,
    ]
    world = ending(*more)
    text = wanted(world, "handover", "agenda").text
    assert section(text, "Incidents that a person entered") == [r"- Proposal 12 expired\."]
    assert "journal 501" in {one.source for one in the(world, "handover").evidence}
    assert "incidents to report 1" in the(world, "handover").why
    assert "Incidents" not in wanted(ending(told(12, "expired")), "handover", "agenda").text
