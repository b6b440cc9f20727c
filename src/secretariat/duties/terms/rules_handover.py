"""The rule about the agenda of a handover: what is open at the desk when the council's term ends (row T1)."""

from collections.abc import Iterator
from dataclasses import replace

from secretariat.desk.filling import fill, joined
from secretariat.desk.findings import Due, Finding
from secretariat.desk.marks import time_of
from secretariat.desk.saying import count
from secretariat.desk.wanting import message
from secretariat.duties.terms.handing_over import SECTIONS
from secretariat.duties.terms.summing import is_prepared
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.view import View
from secretariat.facts.records import CHAIN, QUERY_NODE


def handover(view: View) -> Iterator[Finding]:
    """Want the agenda from when the end of the term is prepared until the term ends, for the desk alone.

    It is written anew while nobody said yes to it and something on it changes.
    """
    if not is_prepared(view):
        return
    listed = {name: tuple(section(view)) for name, section in SECTIONS.items()}
    values = {"council": str(view.council), "end": f"{view.earliest - 1:,}", "end_time": time_of(view.earliest - 1)}
    for name, entries in listed.items():
        values[name] = joined(fill(template("agenda-entry"), {"told": one.says}) for one in entries)
        values[f"{name}_count"] = str(len(entries)) if entries else ""
    last = max(view.elections.values()) - 1
    yield Finding(
        key=f"terms/handover/council-{view.council}",
        title=f"Prepare the handover at the end of the term of council {view.council}",
        why="Open at the desk: "
        + ", ".join(f"{words} {len(listed[name])}" for name, words in COUNTED.items())
        + f". Go through {count(sum(len(listed[name]) for name in COUNTED), 'entry', 'entries')} with whoever serves next.",
        due=Due(what="the last block of the term, at the earliest", block=view.earliest - 1),
        evidence=tuple(replace(one, says=str(one.says)) for entries in listed.values() for one in entries),
        wanted=message(view.settings.handover, template("handover"), values, until=last, part="agenda"),
        needs=(CHAIN, QUERY_NODE),
    )


COUNTED = {
    "proposals": "proposals",
    "reports": "reports not there",
    "notes": "notes",
    "unconfirmed": "items unconfirmed",
    "standing": "yeses given ahead",
    "secret": "secrets",
    "incidents": "incidents to report",
}
