"""The calendar file, read by two parsers of different makers."""

import icalendar
import vobject

from secretariat.facts.calendar import CalendarEvent, KeptEvent
from secretariat.facts.moments import Moment
from secretariat.formats.ical import render

HOSTILE = "a;b,c\\n\r\nEND:VEVENT\nüñ🗳 " + "x" * 300
KEPT = (
    KeptEvent(
        event=CalendarEvent(
            uid="last-vote-26@ab.secretariat",
            title="Council election 26: last block in which a vote can be cast",
            block=1_234_567,
            at=Moment("2026-01-05T12:00:00Z"),
            earliest=Moment("2026-01-05T11:00:00Z"),
            latest=Moment("2026-01-05T13:00:00Z"),
            tentative=True,
            note=HOSTILE,
        ),
        sequence=2,
        changed_at=Moment("2026-01-01T00:00:00Z"),
    ),
    KeptEvent(
        event=CalendarEvent(
            uid="gone@ab.secretariat",
            title=HOSTILE,
            block=9,
            at=Moment("2026-01-06T12:00:00Z"),
            earliest=Moment("2026-01-06T12:00:00Z"),
            latest=Moment("2026-01-06T12:00:00Z"),
        ),
        sequence=1,
        changed_at=Moment("2026-01-01T00:00:00Z"),
        cancelled=True,
    ),
)
MADE = render(KEPT, name="Joystream council", description="Times are expected.")


def test_two_parsers_read_the_same_events() -> None:
    """Both give each event its name, number, status, time and words, and find no third event in a hostile text."""
    ours = [
        (
            str(each["uid"]),
            int(str(each["sequence"])),
            str(each["status"]),
            each.decoded("dtstart"),
            str(each["summary"]),
        )
        for each in icalendar.Calendar.from_ical(MADE).walk("VEVENT")
    ]
    theirs = [
        (each.uid.value, int(each.sequence.value), each.status.value, each.dtstart.value, each.summary.value)
        for each in vobject.readOne(MADE.decode()).vevent_list
    ]
    assert [(uid, number, status, at.timestamp()) for uid, number, status, at, _ in ours] == [
        ("last-vote-26@ab.secretariat", 2, "TENTATIVE", 1_767_614_400),
        ("gone@ab.secretariat", 1, "CANCELLED", 1_767_700_800),
    ]
    assert [each[:3] for each in ours] == [each[:3] for each in theirs]
    assert [each[3].timestamp() for each in ours] == [each[3].timestamp() for each in theirs]
    assert ours[0][4] == theirs[0][4] == "Council election 26: last block in which a vote can be cast"


def test_the_band_and_the_block_are_told() -> None:
    """The description has what a person needs to judge how sure the time is."""
    first = icalendar.Calendar.from_ical(MADE).walk("VEVENT")[0]
    assert str(first["description"]).startswith(
        "Block 1,234,567. Expected between 2026-01-05 11:00 and 2026-01-05 13:00 UTC.\n"
    )


def test_lines_are_folded_and_equal_events_give_equal_bytes() -> None:
    """RFC 5545, 3.1: a line has at most 75 octets and ends with CR LF."""
    assert all(len(line) <= 75 for line in MADE.split(b"\r\n"))
    assert MADE.count(b"\n") == MADE.count(b"\r\n")
    assert render(KEPT, name="Joystream council", description="Times are expected.") == MADE
