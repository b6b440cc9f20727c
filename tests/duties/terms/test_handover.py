"""The agenda of a handover: what is open when the term ends, for the desk alone, from facts."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.notes import own_findings, own_of
from secretariat.facts.at_desk import DESK, AtDesk
from secretariat.facts.desk_decisions import NoteDone, OwnNote
from secretariat.facts.group_events import LEADER_UNSET, GroupStaffEvent
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.reporting_cycle import Report, ReportNoted
from secretariat.facts.stored_groups import StoredGroup
from secretariat.facts.stored_proposals import StoredProposal
from tests.duties.elections.invented import chain, node
from tests.duties.terms.invented import (
    BEGAN,
    COUNCIL,
    ELECTION,
    SETTINGS,
    World,
    decided,
    keys,
    taken,
    the,
    told,
    wanted,
)

HEAD = ELECTION - 20_000


def held(what: Any, name: str, says: str, until: int | None = None) -> AnyStated:
    fact = AtDesk(what=what, name=name, says=says, until=until)
    return Stated(kind=fact.KIND, key=name, file="desk", format=DESK, line=1, fact=fact)


def open_one(number: int, status: Any = "active", **given: Any) -> AnyStated:
    fact = StoredProposal(
        number=number, status=status, activated_at=HEAD - 100, voting_period=43_200, grace_period=0, constitutionality=1
    )
    return chain(replace(fact, **given), str(number), HEAD)


def note(number: int, text: str, **given: Any) -> AnyStated:
    return decided(OwnNote(taken=taken(200 + number), number=number, text=text, **given))


def world(*more: AnyStated, head: int = HEAD) -> World:
    return World(stage="revealing", began=ELECTION - 57_600, head=head, cycle=7, more=more)


def section(text: str, heading: str) -> list[str]:
    """Give the entries under the heading that begins so."""
    parts = text.split("\n\n")
    found = [place for place, part in enumerate(parts) if part.startswith(heading)]
    return parts[found[0] + 1].splitlines() if found else []


FULL = world(
    chain(StoredGroup(group="forumWorkingGroup", lead=1), "forumWorkingGroup"),
    open_one(12),
    open_one(11, voting_period=5_000),
    open_one(13, "pending-execution", approved_at=HEAD - 50),
    open_one(14, "pending-constitutionality", council_confirmations=1, constitutionality=2),
    open_one(15, None),
    told(12, "deciding", title="Pay **the** forum"),
    note(1, "Ask the lead about the server.\nMore words."),
    note(2, "Done already."),
    decided(NoteDone(taken=taken(300), number=2)),
    note(3, "Look at the budget.", due_block=HEAD + 5, owner="deputy"),
    decided(ReportNoted(taken=taken(301), council=COUNCIL, report="council-plan", how="received", thread=5)),
    decided(ReportNoted(taken=taken(302), council=COUNCIL, report="council-report", how="excused")),
    held("unconfirmed", "o7", "message by discord"),
    held("standing", "s81", "proposals/vote, discord, place town", ELECTION + 9),
    held("secret", "SECRETARIAT_DISCORD_WEBHOOK_TOWN", "the webhook of Discord's place town"),
)


def test_everything_open_is_listed_from_the_facts_with_its_last_block() -> None:
    text = wanted(FULL, "handover", "agenda").text
    last = ELECTION - 2
    assert section(text, "Open proposals (5)") == [
        f"- Proposal 11: block {HEAD + 4_899:,} ([[time {HEAD + 4_899}]])",
        rf"- Proposal 12 “Pay \*\*the\*\* forum”: block {last:,} ([[time {last}]])",
        "- Proposal 13: approved, waits for its execution",
        "- Proposal 14: approved, waits for the next council",
        "- Proposal 15: how it stands is not known",
    ]
    assert section(text, "Reports of this term that are not there (2)") == [
        f"- forum: reports of the working groups on the term of council 6: overdue, block {BEGAN + 7_200:,}",
        f"- forum: plans of the working groups for the term of council 7: overdue, block {BEGAN + 43_200:,}",
    ]
    assert section(text, "Open notes (2)") == [
        "- n1 “Ask the lead about the server\\. More words\\.” (secretary)",
        f"- n3 “Look at the budget\\.” (deputy, due in block {HEAD + 5:,})",
    ]
    assert section(text, "Sent, and not known") == ["- `o7`: message by discord"]
    assert section(text, "Yeses given ahead") == [
        f"- `s81`: proposals/vote, discord, place town, until block {ELECTION + 9:,} ([[time {ELECTION + 9}]])"
    ]
    assert section(text, "Secrets") == ["- `SECRETARIAT_DISCORD_WEBHOOK_TOWN`: the webhook of Discord's place town"]
    assert section(text, "Next deadlines")[:2] == [
        f"- reports of the working groups on the term of council 7: block {ELECTION + 7_200:,} ([[time {ELECTION + 7_200}]])",
        f"- the report of council 7 on its term: block {ELECTION + 14_400:,} ([[time {ELECTION + 14_400}]])",
    ]


def test_a_report_that_nobody_is_there_to_make_is_on_the_agenda() -> None:
    left = GroupStaffEvent(event=LEADER_UNSET, group="forumWorkingGroup", block=BEGAN + 7_201)
    unled = world(chain(StoredGroup(group="forumWorkingGroup"), "forumWorkingGroup"), node(left, "1", HEAD))
    assert (
        f"- forum: reports of the working groups on the term of council 6: overdue, block {BEGAN + 7_200:,}; no lead since block {BEGAN + 7_201:,}"
        in section(wanted(unled, "handover", "agenda").text, "Reports of this term")
    )


def test_a_note_that_comes_back_is_due_on_the_agenda_when_its_task_is() -> None:
    again = world(note(1, "Ask for the key rotation", each_term=True, blocks_into_term=385_000))
    (task,) = own_findings(own_of([one.fact for one in again.snapshot().of(OwnNote)], ()), BEGAN)
    assert task.due is not None
    assert task.due.block == BEGAN + 385_000
    assert section(wanted(again, "handover", "agenda").text, "Open notes (1)") == [
        f"- n1 “Ask for the key rotation” (secretary, due in block {BEGAN + 385_000:,})"
    ]


def test_the_desk_alone_reads_it_in_a_place_of_its_own() -> None:
    found, words = the(FULL, "handover"), wanted(FULL, "handover", "agenda")
    assert (found.key, found.audience, found.level) == ("terms/handover/council-7", "desk", "task")
    assert (words.kind, words.destination.place) == ("message", "office")
    assert words.until is not None
    assert words.until >= ELECTION - 1
    assert concerns(words) == ()
    assert {"journal 201", "the desk"} <= {one.source for one in found.evidence}
    assert "proposals 5, reports not there 2, notes 2, items unconfirmed 1" in found.why
    without = the(FULL, "handover", replace(SETTINGS, handover=""))
    assert (without.wanted, without.evidence) == ((), found.evidence)


def test_what_is_empty_is_left_out() -> None:
    reports: tuple[Report, ...] = ("council-plan", "council-report")
    noted = [
        decided(ReportNoted(taken=taken(300), council=COUNCIL, report=report, how="excused")) for report in reports
    ]
    text = wanted(world(*noted), "handover", "agenda").text
    for heading in ("Open", "Reports", "Sent", "Yeses", "Secrets"):
        assert f"\n{heading}" not in text
    assert section(text, "Next deadlines")


@pytest.mark.parametrize(("left", "there"), [(28_801, False), (28_800, True), (2, True)])
def test_it_is_prepared_from_when_summaries_are_wanted_and_not_for_the_next_council(left: int, *, there: bool) -> None:
    assert keys(world(head=ELECTION - left), "handover") == (["council-7"] if there else [])
    after = World(began=ELECTION, head=ELECTION + 1, cycle=7)
    assert keys(after, "handover") == []
