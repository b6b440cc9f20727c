"""The page of the term: mandate and clock, threads, reports, summaries, incidents; and a person's yes or no to one of these."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.stored_groups import StoredGroup
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import writing
from secretariat.store.live import RuntimeKnown, write_runtime
from secretariat.store.live_rows import put_records
from tests.duties.elections.invented import chain
from tests.duties.terms.invented import BEGAN, COUNCIL, ELECTION, SETTINGS, World, reply, taken, thread, told
from tests.flow.desk.desk import GENESIS, read_chain
from tests.web.desk_here import ROLES, Served, served_desk

NAME = f"council-{COUNCIL}/expired-12"
GROUP = chain(StoredGroup(group="storageWorkingGroup", lead=2), "storageWorkingGroup")
WORLD = World(
    head=BEGAN + 20_000,
    handles={22: "<b>bert</b>"},
    more=[
        GROUP,
        told(12, "expired", title="A <b>plan</b>"),
        thread("Council 7: feedback on the round"),
        thread("Council 6: term summaries", 56, block=BEGAN - 9),
        reply(91, 21, thread=56, block=BEGAN + 5),
    ],
)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with served_desk(f"sqlite:///{tmp_path}/store.db", terms=SETTINGS) as made:
        yield made


def put(served: Served, world: World = WORLD) -> None:
    """Put an invented term into the store, and the desk's clock to its head."""
    every = [one for rows in world.snapshot().by_kind.values() for one in rows]
    with writing(served.context.engine) as connection:
        for source in (CHAIN, QUERY_NODE):
            put_records(connection, f"{source}/invented", source, [one for one in every if one.format == source])
    served.desk.block = world.head
    read_chain(served.context, world.head)


@pytest.mark.parametrize("name", sorted(ROLES))
def test_everybody_of_the_desk_sees_the_term(served: Served, name: str) -> None:
    put(served)
    page = served.browser(name).get("/term")
    assert page.status_code == 200
    assert '<a href="/term" aria-current="page">Term</a>' in page.text
    for there in (
        f"ends with block {ELECTION - 1:,}",
        "No proposal elects the secretary of council 7, and the time for it is over",
        "No mandate is recorded",
        "Council 7: feedback on the round",
        "not opened yet",
        "report of council 6 on its term",
        f"{BEGAN + 28_800:,}",
        "member 21",
        "post 91, block 1,000,005",
        "not posted",
        "its voting time ended without a decision",
    ):
        assert there in page.text, there
    assert "<b>" not in page.text
    assert " ± " in page.text
    assert page.text.count(">overdue<") == 2
    assert page.text.count(">to come<") == 1
    assert ('action="/term/incidents"' in page.text) == (name in ("ada", "dan"))


@pytest.mark.parametrize(("came", "overdue"), [(BEGAN + 15_000, 0), (BEGAN + 10_000, 1), (BEGAN + 100, 2)])
def test_what_was_due_before_the_desk_began_is_said_calmly(served: Served, came: int, overdue: int) -> None:
    """The group's report is due 7,200 blocks after the term began, the council's 14,400."""
    with writing(served.context.engine) as connection:
        write_runtime(
            connection,
            RuntimeKnown(chain=GENESIS, spec_version=1, transaction_version=1, seen_at_block=came, metadata="0x"),
        )
    put(served)
    page = served.browser("ada").get("/term").text
    assert (page.count(">overdue<"), page.count('class="overdue"')) == (overdue, overdue)
    assert page.count(">not noted here<") == page.count("it was due before this desk began") == 2 - overdue


def test_a_report_and_a_mandate_that_were_noted_stand_there(served: Served) -> None:
    put(served)
    note = ReportNoted(taken=taken(1), council=COUNCIL, report="council-report", how="received", thread=57)
    with writing(served.context.engine) as connection:
        append_decision(connection, replace(note, taken=replace(note.taken, why="Sent in time.")))
    page = served.browser("ada").get("/term").text
    assert ">received<" in page
    assert "thread 57; Sent in time." in page


def test_a_person_says_whether_an_incident_is_reported(served: Served) -> None:
    put(served)
    ada = served.browser("ada")
    refused = ada.send("/term/incidents", name=NAME, how="leave-out", why=" ")
    assert refused.status_code == 400
    assert "Say why" in refused.text
    assert 'href="/term"' in refused.text
    done = ada.send("/term/incidents", name=NAME, how="enter", why="They explain it.")
    assert (done.status_code, done.headers["location"]) == (303, "/term")
    page = ada.get("/term").text
    assert f"The incident {NAME} enters the report on the term of council 7." in page
    assert ">entered<" in page
    assert "ada, " in page
    assert "They explain it." in page
    assert ada.send("/term/incidents", name="council-7/expired-99", how="enter", why="").status_code == 400
    assert "decided on an incident" in ada.get("/journal").text


def test_nobody_else_sees_it_and_who_may_not_note_decides_nothing(served: Served) -> None:
    put(served)
    found = served.browser().get("/term")
    assert (found.status_code, found.headers["location"]) == (302, "/sign-in")
    assert served.browser("vic").send("/term/incidents", name=NAME, how="enter", why="").status_code == 403
    assert ">proposed<" in served.browser("vic").get("/term").text


def test_what_is_not_known_is_said(served: Served) -> None:
    assert "The term is not known." in served.browser("ada").get("/term").text


def test_before_the_first_election_there_is_none(served: Served) -> None:
    put(served, World(councils=(), seats={}, stage="announcing", cycle=1, head=BEGAN + 5))
    assert "No council has been elected yet." in served.browser("ada").get("/term").text
