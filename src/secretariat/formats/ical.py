"""The public calendar as an iCalendar file (RFC 5545, RFC 7986): equal events give equal bytes."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from secretariat.facts.calendar import CalendarEvent, KeptEvent
from secretariat.facts.moments import Moment

PRODUCT = "-//Secretariat//Council calendar//EN"
REFRESH = timedelta(hours=1)
"""How often a subscriber's program is asked to look again."""


def render(events: Iterable[KeptEvent], *, name: str, description: str) -> bytes:
    """Write the events. A cancelled one is written too, with its status, so that subscribers' programs take it away."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("description", description)
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for one in events:
        made.add_component(_event(one))
    return bytes(made.to_ical())


def _event(kept: KeptEvent) -> Event:
    event, made = kept.event, Event()
    made.add("uid", event.uid)
    made.add("dtstamp", _time(kept.changed_at))
    made.add("last-modified", _time(kept.changed_at))
    made.add("sequence", kept.sequence)
    made.add("dtstart", _time(event.at))
    made.add("summary", event.title)
    made.add("description", _description(event))
    made.add("status", kept.status.upper())
    made.add("transp", "TRANSPARENT")
    return made


def _description(event: CalendarEvent) -> str:
    lines = [f"Block {event.block:,}. Expected between {_words(event.earliest)} and {_words(event.latest)} UTC."]
    return "\n".join([*lines, *([event.note] if event.note else [])])


def _time(moment: Moment) -> datetime:
    return datetime.fromisoformat(moment)


def _words(moment: Moment) -> str:
    return moment[:16].replace("T", " ")
