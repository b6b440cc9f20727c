"""The published calendar of a real store: report deadlines in it, moved by what a person notes, kept while the council is not known."""

import icalendar
import pytest
import vobject

from secretariat.facts.stored_groups import StoredGroup
from secretariat.flow.announced import announced
from secretariat.flow.decide import reports
from secretariat.store.engine import writing
from secretariat.store.live import ListKnown, write_list
from secretariat.store.live_rows import put_records
from tests.duties.elections.invented import chain
from tests.flow.desk.desk import HEAD, Desk, time_of
from tests.flow.desk.test_secretary import FIRST, made

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
