"""The table of requests to Jsgenesis that the council approved."""

from collections.abc import Iterable

from secretariat.facts.records import Stated
from secretariat.facts.requests import JsgRequest
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import LONG_TEXT, MOMENT, NUMBER, TEXT, Column, Table


def rows(snapshot: Snapshot) -> Iterable[Stated[JsgRequest]]:
    """List the requests in the order of the file, which is that of their approval."""
    return sorted(snapshot.of(JsgRequest), key=lambda stated: (stated.file, stated.line, stated.key))


_FILE = "jsg_requests.md"

TABLE: Table[Stated[JsgRequest]] = Table(
    name="jsgenesis-requests",
    title="Requests to Jsgenesis",
    description="What the council asked Jsgenesis for by proposals it approved, and what was answered.",
    columns=(
        Column(
            name="number",
            description="Number of the proposal, as its link has it; empty where the link names none.",
            unit=NUMBER,
            value=lambda row: row.fact.number,
            source=_FILE,
        ),
        Column(
            name="title",
            description="Title of the proposal.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.title,
            source=_FILE,
        ),
        Column(
            name="on",
            description="Day of the request: that of the approval.",
            unit=MOMENT,
            value=lambda row: row.fact.on,
            source=_FILE,
        ),
        Column(
            name="link",
            description="Address of the proposal.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.link,
            source=_FILE,
        ),
        Column(
            name="response",
            description="What Jsgenesis answered, as printed; empty where no answer is listed.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.response,
            source=_FILE,
        ),
        Column(
            name="closed",
            description="When the request was closed, as printed; empty where the list does not say.",
            unit=TEXT,
            value=lambda row: row.fact.closed,
            source=_FILE,
        ),
        Column(
            name="source",
            description="File and line of the request.",
            unit=TEXT,
            value=lambda row: row.source,
            source=_FILE,
        ),
    ),
    rows=rows,
)
