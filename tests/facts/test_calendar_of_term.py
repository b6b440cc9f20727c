"""Reports, plans and summaries of a term in the public calendar: when each is due, and how it moves and keeps its name."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.facts.calendar import CalendarEvent, kept_up
from secretariat.facts.calendar_of_term import TermFacts, as_told, is_of_group, is_of_term, summaries_told, term_events
from secretariat.facts.council_in_office import InOffice
from secretariat.facts.council_state import CouncilState
from secretariat.facts.deadlines import outlook
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.moments import Moment
from secretariat.facts.reporting_cycle import ReportNoted
from tests.facts.council_states import HEAD, announcing, idle, revealing
from tests.facts.test_calendar import FIRST as EARLIER
from tests.facts.test_calendar import GENESIS, LATER

FIRST = HEAD - 100
FACTS = TermFacts(
    office=InOffice(number=7, first=FIRST),
    groups=["storageWorkingGroup", "forumWorkingGroup"],
    noted=[],
    summaries_after=28_800,
)


def noted(report: Any, how: Any, **given: Any) -> ReportNoted:
    taken = Taken(at=Moment("2026-01-01T00:00:00Z"), person="ada", seq=1)
    return replace(ReportNoted(taken=taken, council=7, report=report, how=how), **given)


def events(facts: TermFacts = FACTS, state: CouncilState | None = None) -> dict[str, CalendarEvent]:
    chosen = idle(HEAD + 200_000) if state is None else state
    found = term_events(facts, outlook(chosen), chosen.pace, GENESIS)
    assert [one.block for one in found] == sorted(one.block for one in found)
    return {one.uid.split("@")[0]: one for one in found}


def test_each_report_of_each_group_has_its_block_and_its_own_name() -> None:
    found = {name: one.block - FIRST for name, one in events().items() if not one.tentative}
    assert found == {
        "group-report-forumWorkingGroup-7": 7_200,
        "group-report-storageWorkingGroup-7": 7_200,
        "council-report-7": 14_400,
        "council-plan-7": 28_800,
        "term-summaries-6": 28_799,
        "group-plan-forumWorkingGroup-7": 43_200,
        "group-plan-storageWorkingGroup-7": 43_200,
    }
    titles = {name: one.title for name, one in events().items()}
    assert (
        titles["group-report-forumWorkingGroup-7"]
        == "The report of the forum working group on the term of council 6 is due"
    )
    assert titles["council-plan-7"] == "The plan of council 7 for its term is due"
    assert titles["term-summaries-6"] == "Term summaries of the members of council 6 are due"


def test_summaries_of_the_council_in_office_are_tentative_as_long_as_an_election_can_fail() -> None:
    state = revealing(HEAD + 1_000)
    one = events(state=replace(state, cycle=40))["term-summaries-7"]
    assert (one.block, one.tentative) == (HEAD + 1_000 - 1 + 28_800, True)
    assert "If enough candidates have a revealed vote" in one.note


@pytest.mark.parametrize(
    "state", [revealing(HEAD + 1, 2), announcing(HEAD + 1, 1)], ids=["failed reveal", "failed announcing"]
)
def test_an_election_that_is_void_moves_the_summaries_and_cancels_none(state: CouncilState) -> None:
    """Read in the last block of the stage, in which nothing can save the election any more."""
    before = kept_up((), events(state=replace(revealing(HEAD + 1_000), cycle=40)).values(), head=HEAD, at=EARLIER)
    after = kept_up(before, events(state=replace(state, cycle=40)).values(), head=HEAD, at=LATER)
    (one,) = (each for each in after if each.event.uid.startswith("term-summaries-7@"))
    election = HEAD + 1 + 86_400 + 57_600 + 57_600
    assert (one.sequence, one.status, one.event.block) == (1, "tentative", election - 1 + 28_800)
    assert "announcing begins anew" in one.event.note
    assert not any(each.cancelled for each in after)


def test_summaries_stay_as_they_were_told_where_no_election_says_when_the_term_ends() -> None:
    told = events(state=replace(revealing(HEAD + 1_000), cycle=40)).values()
    (kept,) = summaries_told(told, FACTS.office, (), GENESIS)
    assert kept.uid.startswith("term-summaries-7@")
    assert summaries_told(told, FACTS.office, told, GENESIS) == ()
    assert summaries_told(told, InOffice(number=9, first=FIRST), (), GENESIS) == ()


def test_the_end_of_the_term_confirms_its_summaries_under_the_same_name() -> None:
    before = kept_up((), events(state=replace(revealing(HEAD + 1_000), cycle=40)).values(), head=HEAD, at=EARLIER)
    facts = replace(FACTS, office=InOffice(number=8, first=HEAD))
    after = kept_up(before, events(facts).values(), head=HEAD, at=LATER)
    (one,) = (each for each in after if each.event.uid.startswith("term-summaries-7@"))
    assert (one.sequence, one.status, one.event.block) == (1, "confirmed", HEAD - 1 + 28_800)


@pytest.mark.parametrize(
    ("note", "block", "sequence", "cancelled"),
    [
        (None, 14_400, 0, False),
        (noted("council-report", "late", until=FIRST + 20_000), 20_000, 1, False),
        (noted("council-report", "late", until=FIRST + 20_000, told=FIRST + 14_401), 14_400, 0, False),
        (noted("council-report", "received", thread=5), 14_400, 0, False),
        (noted("council-report", "excused"), 14_400, 1, True),
        (noted("council-report", "late", until=FIRST + 20_000, council=6), 14_400, 0, False),
        (noted("council-plan", "late", until=FIRST + 30_000), 14_400, 0, False),
    ],
    ids=["none", "late", "not told in advance", "received", "excused", "of another term", "another report"],
)
def test_a_report_announced_late_moves_and_keeps_its_name(
    note: ReportNoted | None, block: int, sequence: int, *, cancelled: bool
) -> None:
    before = kept_up((), events().values(), head=HEAD, at=EARLIER)
    facts = replace(FACTS, noted=[] if note is None else [note])
    after = kept_up(before, events(facts).values(), head=HEAD, at=LATER)
    (one,) = (each for each in after if each.event.uid.startswith("council-report-7@"))
    assert (one.event.block - FIRST, one.sequence, one.cancelled) == (block, sequence, cancelled)
    if block == 20_000:
        assert one.event.note == f"It was announced late; it was due in block {FIRST + 14_400:,}."


def test_one_group_late_moves_its_own_event_alone_even_after_it_was_due() -> None:
    late = noted("group-report", "late", until=FIRST + 21_600, group="forumWorkingGroup")
    before = kept_up((), events().values(), head=HEAD, at=EARLIER)
    state = idle(HEAD + 200_000, head=FIRST + 8_000)
    found = events(replace(FACTS, noted=[late]), state)
    assert "group-report-storageWorkingGroup-7" not in found  # past: the calendar keeps it as it was told
    after = {one.event.uid.split("@")[0]: one for one in kept_up(before, found.values(), head=FIRST + 8_000, at=LATER)}
    moved, stayed = after["group-report-forumWorkingGroup-7"], after["group-report-storageWorkingGroup-7"]
    assert (moved.event.block, moved.sequence, moved.status) == (FIRST + 21_600, 1, "confirmed")
    assert (stayed.event.block, stayed.sequence, stayed.status) == (FIRST + 7_200, 0, "confirmed")


def test_one_that_is_received_after_it_was_announced_late_is_not_moved_back() -> None:
    """Whole or not: its deadline was the later one, and an event that is still to come is none that will not happen."""
    late = noted("council-report", "late", until=FIRST + 20_000)
    received = noted("council-report", "received", thread=5)
    before = kept_up((), events(replace(FACTS, noted=[late])).values(), head=HEAD, at=EARLIER)
    state = idle(HEAD + 200_000, head=FIRST + 16_000)
    found = events(replace(FACTS, noted=[late, received]), state)
    after = {one.event.uid.split("@")[0]: one for one in kept_up(before, found.values(), head=FIRST + 16_000, at=LATER)}
    one = after["council-report-7"]
    assert (one.event.block, one.status) == (FIRST + 20_000, "confirmed")


def test_events_of_a_group_are_told_by_their_names() -> None:
    found = {name for name, one in events().items() if is_of_group(one.uid, "forumWorkingGroup")}
    assert found == {"group-report-forumWorkingGroup-7", "group-plan-forumWorkingGroup-7"}


def test_a_first_council_reports_on_no_term_before_and_without_a_council_there_is_nothing() -> None:
    first = events(replace(FACTS, office=InOffice(number=1, first=FIRST)))
    assert sorted(first) == [
        "council-plan-1", "group-plan-forumWorkingGroup-1", "group-plan-storageWorkingGroup-1", "term-summaries-1",
    ]  # fmt: skip
    assert events(replace(FACTS, office=InOffice(number=0, first=0))) == {}


def test_events_of_a_term_are_told_from_others_by_their_names() -> None:
    assert all(is_of_term(one.uid) for one in events().values())
    for other in ("last-vote-7@x", "election-7@x", "last-proposal-vote-7@x", "announcing-begins-7@x"):
        assert not is_of_term(other)
    found = tuple(events().values())
    assert as_told([*found, replace(found[0], uid="election-7@x")]) == found
