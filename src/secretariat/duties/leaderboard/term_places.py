"""Where the figures of terms stand: a figure names its source, a problem needs the record and the field."""

import re
from collections.abc import Mapping

from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.terms import CouncilReport, TermFigures

TermPlaces = Mapping[tuple[str, str], AnyStated]
"""Records that state figures of terms, by source and kind."""

FIELDS_OF_KIND = {CouncilReport.KIND: {"proposals": "proposals_created", "proposals_approved": "approved"}}
"""Fields that have another name in a record than in a term."""


def term_places(snapshot: Snapshot) -> TermPlaces:
    """Index the records of reports on terms by file and line."""
    records: tuple[AnyStated, ...] = (*snapshot.of(TermFigures), *snapshot.of(CouncilReport))
    return {(record.source, record.kind): record for record in records}


def place_of(places: TermPlaces, source: str, figure: str) -> tuple[AnyStated, str] | tuple[None, None]:
    """Find the record at a source and the field that holds a term's figure; nothing where no field holds it."""
    for kind in (TermFigures.KIND, CouncilReport.KIND):
        record = places.get((source, kind))
        field = FIELDS_OF_KIND.get(kind, {}).get(figure, figure)
        if record is not None and hasattr(record.fact, field):
            return record, field
    return None, None


_LIVE = re.compile(r"((?:chain|query-node)/[^#]+)#.* at block ([0-9,]+)")


def file_and_line(source: str) -> tuple[str, int]:
    """Split a source into its file and its line, or list and block; of several sources the first."""
    first = source.split("; ", 1)[0]
    live = _LIVE.fullmatch(first)
    if live is not None:
        return live[1], int(live[2].replace(",", ""))
    file, _, line = first.rpartition(":")
    return (file, int(line)) if line.isdecimal() else (source, 0)
