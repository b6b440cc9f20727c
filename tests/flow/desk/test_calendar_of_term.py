"""The published calendar of a real store: report deadlines in it, moved by what a person notes, kept while the council is not known."""

from dataclasses import replace

import icalendar
import pytest
import vobject

from secretariat.config import Config
from secretariat.facts.freshness import SourceState
from secretariat.facts.problems import Problem
from secretariat.facts.records import CHAIN, QUERY_NODE, AnyStated, Stated
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.flow.announced import announced
from secretariat.flow.decide import reports
from secretariat.sources.query_node.settings import QueryNodeSettings as QueryNode
from secretariat.sources.query_node.shapes import file_of
from secretariat.store.engine import writing
from secretariat.store.live import ListKnown, SourceKnown, forget_list, write_list, write_source
from secretariat.store.live_rows import put_problems, put_records
from tests.duties.elections.invented import GENESIS, chain
from tests.flow.desk.desk import HEAD, Desk, time_of
from tests.flow.desk.test_secretary import FIRST, TERM, made

__all__ = ["made"]


@pytest.fixture
def read(made: Desk) -> Desk:
    """Give the desk with a group that has a lead, one that has none, and lists that are of one block."""
    groups = [
        chain(StoredGroup(group="storageWorkingGroup", lead=2), "storageWorkingGroup", HEAD),
        chain(StoredGroup(group="appWorkingGroup"), "appWorkingGroup", HEAD),
    ]
    with writing(made.engine) as connection:
        put_records(connection, groups[0].file, groups[0].format, groups)
        for name in ("chain/council", "chain/proposals"):
            known = ListKnown(name=name, source="chain", count=1, height=HEAD, read_at=time_of(HEAD))
            write_list(connection, known)
    return made


def told(desk: Desk) -> dict[str, tuple[int, str, str]]:
    """Give sequence, status and description of each event, by its name; two parsers of different makers read the same ones."""
    made = dict(announced(desk.context, ()))["calendar.ics"]
    events = icalendar.Calendar.from_ical(made).walk("VEVENT")
    theirs = {each.uid.value: int(each.sequence.value) for each in vobject.readOne(made.decode()).vevent_list}
    assert theirs == {str(each["uid"]): int(str(each["sequence"])) for each in events}
    return {
        str(each["uid"]).split("@")[0]: (int(str(each["sequence"])), str(each["status"]), str(each["description"]))
        for each in events
    }


def test_a_noted_delay_moves_the_event_and_raises_its_sequence(read: Desk) -> None:
    before = told(read)
    assert {name for name in before if "report" in name or "plan" in name or "summaries" in name} == {
        "council-report-3", "council-plan-3", "group-plan-storageWorkingGroup-3", "term-summaries-2", "term-summaries-3",
    }  # fmt: skip
    assert before["council-report-3"][:2] == (0, "CONFIRMED")
    assert before["council-report-3"][2].startswith(f"Block {FIRST + 14_400:,}. Expected between ")
    assert before["term-summaries-3"][:2] == (0, "TENTATIVE")
    assert told(read) == before
    reports.note(read.context, "council-report", "late", until=FIRST + 20_000, why="The author is away.")
    reports.note(read.context, "council-plan", "excused", why="None is asked.")
    after = told(read)
    assert after["council-report-3"][:2] == (1, "CONFIRMED")
    assert after["council-report-3"][2].startswith(f"Block {FIRST + 20_000:,}.")
    assert "The author is away." not in after["council-report-3"][2]
    assert after["council-plan-3"][:2] == (1, "CANCELLED")
    changed = {"council-report-3", "council-plan-3"}
    assert {name for name in after if after[name] != before[name]} == changed


def test_while_the_council_in_office_is_not_known_what_was_told_stays(read: Desk) -> None:
    before = told(read)
    with writing(read.engine) as connection:
        put_records(connection, "query-node/elected-councils", "query-node", [])
    with writing(read.engine) as connection:
        connection.exec_driver_sql("DELETE FROM records WHERE kind = 'elected-council'")
    assert told(read) == before


LISTS = ("elected-councils", "council-seats", "election-cycles", "forum-threads")


def query_node_read(desk: Desk, height: int = HEAD, *, but: str = "", up_to: int | None = None) -> None:
    """Tell that the query node's lists were read whole at a block, one of them only up to an earlier one, or never."""
    with writing(desk.engine) as connection:
        state = SourceState(
            source=QUERY_NODE, address="http://x", height=height, height_at=time_of(height), read_at=time_of(height)
        )
        write_source(connection, SourceKnown(state=state, chain=GENESIS, spec_version=2004))
        for name in LISTS:
            known = ListKnown(name=file_of(name), source=QUERY_NODE, count=1, height=HEAD, read_at=time_of(HEAD))
            if name != but:
                write_list(connection, known)
            elif up_to is not None:
                write_list(connection, replace(known, height=up_to))
            else:
                forget_list(connection, known.name)


def without_the_newest_council(desk: Desk) -> None:
    """Put the next election under way, while the query node does not tell of the council in office."""
    world = replace(TERM, councils=TERM.councils[:2], stage="announcing", began=HEAD - 500)
    rows = [one for rows in world.snapshot().by_kind.values() for one in rows]
    with writing(desk.engine) as connection:
        connection.exec_driver_sql("DELETE FROM records WHERE kind IN ('elected-council', 'council-seat')")
        for kind, format_ in (("stored-council", CHAIN), ("elected-council", QUERY_NODE), ("council-seat", QUERY_NODE)):
            found = [one for one in rows if one.kind == kind]
            put_records(connection, found[0].file, format_, found)


def of_term(events: dict[str, tuple[int, str, str]]) -> dict[str, tuple[int, str]]:
    return {
        name: each[:2] for name, each in events.items() if name.endswith("-3") and ("report" in name or "plan" in name)
    }


@pytest.mark.parametrize(
    ("but", "up_to", "stale", "stay"),
    [
        ("elected-councils", HEAD - 5_000, False, True),
        ("council-seats", HEAD - 5_000, False, True),
        ("election-cycles", None, False, True),
        ("", None, True, True),
        ("forum-threads", HEAD - 5_000, False, False),
        ("", None, False, False),
    ],
    ids=["councils behind", "seats behind", "cycles never read", "stale", "threads behind", "all whole"],
)
def test_nothing_is_cancelled_by_a_council_that_a_missing_list_would_tell_of(
    read: Desk, but: str, up_to: int | None, *, stale: bool, stay: bool
) -> None:
    """Where all lists are whole the newest council they tell of counts, and the events of another one are taken away."""
    query_node_read(read)
    before = of_term(told(read))
    assert set(before.values()) == {(0, "CONFIRMED")}
    without_the_newest_council(read)
    query_node_read(read, HEAD - 5_000 * stale, but=but, up_to=up_to)
    if stale:
        on = {**read.settings.settings, "query_node": QueryNode(urls=("http://127.0.0.1:9",), lag_minutes=10)}
        read.settings = Config(settings=on)
    after = of_term(told(read))
    assert after == (before if stay else dict.fromkeys(before, (1, "CANCELLED")))


@pytest.mark.parametrize(("is_lead", "status"), [(None, "CONFIRMED"), (False, "CANCELLED")])
def test_a_group_whose_lead_could_not_be_read_keeps_its_events(read: Desk, is_lead: bool | None, status: str) -> None:
    before = told(read)["group-plan-storageWorkingGroup-3"]
    group = chain(StoredGroup(group="storageWorkingGroup"), "storageWorkingGroup", HEAD)
    other = chain(StoredGroup(group="appWorkingGroup"), "appWorkingGroup", HEAD)
    workers = [
        chain(StoredWorker(group=each, worker=2, is_lead=is_lead), f"{each}-2", HEAD)
        for each in ("storageWorkingGroup", "appWorkingGroup")
    ]
    with writing(read.engine) as connection:
        put_records(connection, group.file, group.format, [group, other])
        put_records(connection, workers[0].file, CHAIN, workers)
    after = told(read)
    assert after["group-plan-storageWorkingGroup-3"][1] == status
    assert (after["group-plan-storageWorkingGroup-3"] == before) == (is_lead is None)
    assert "group-plan-appWorkingGroup-3" not in after, "nothing was told of it before"


def test_a_report_that_came_after_it_was_announced_late_stays_where_it_was_told(read: Desk) -> None:
    reports.note(read.context, "council-report", "late", until=FIRST + 20_000, why="The author is away.")
    late = told(read)["council-report-3"]
    assert late[1] == "CONFIRMED"
    reports.note(read.context, "council-report", "received")
    assert told(read)["council-report-3"] == late


STORED = StoredProposal(
    number=7, status="active", activated_at=HEAD - 100, voting_period=43_200, grace_period=14_400, constitutionality=1
)


def in_list(fact: StoredProposal) -> AnyStated:
    """State a proposal in the chain's list of them."""
    return Stated(kind=fact.KIND, key="7", file="chain/proposals", format=CHAIN, line=HEAD, fact=fact)


@pytest.mark.parametrize(
    ("stored", "problem", "status"),
    [
        ((), False, "CANCELLED"),
        ((), True, "CONFIRMED"),
        ((replace(STORED, voting_period=None),), False, "CONFIRMED"),
        ((replace(STORED, status="pending-execution", approved_at=HEAD - 1),), False, "CANCELLED"),
    ],
    ids=["decided", "one entry not read", "its period not read", "approved"],
)
def test_a_vote_that_could_not_be_read_keeps_its_event(
    read: Desk, stored: tuple[StoredProposal, ...], status: str, *, problem: bool
) -> None:
    """What is not in the list was decided, unless some of the list could not be read."""
    path = in_list(STORED).file
    with writing(read.engine) as connection:
        put_records(connection, path, CHAIN, [in_list(STORED)])
    before = told(read)["last-proposal-vote-7"]
    assert before[:2] == (0, "CONFIRMED")
    entry = {"subject": "ProposalsEngine.Proposals 7", "what": "It cannot be read.", "refused": problem}
    problems = [Problem(code="storage-unreadable", file=path, line=HEAD, **entry)]  # type: ignore[arg-type]
    with writing(read.engine) as connection:
        records = [in_list(one) for one in stored]
        put_records(connection, path, CHAIN, records, [] if stored else [("stored-proposal", "7")])
        put_problems(connection, path, CHAIN, problems)
    after = told(read)["last-proposal-vote-7"]
    assert after[1] == status
    assert (after == before) == (status == "CONFIRMED")
