"""The table of the archive's files: what each was taken for."""

from secretariat.facts.archive import ArchiveFile
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BYTES, COUNT, LONG_TEXT, TEXT, Column, Table


def _rows(snapshot: Snapshot) -> tuple[Stated[ArchiveFile], ...]:
    return tuple(sorted(snapshot.of(ArchiveFile), key=lambda stated: stated.fact.path))


_WALK = "the walk over the archive"

TABLE = Table(
    name="files",
    title="Files of the archive",
    description="Every file of the archive: what it was taken for, and how many records and problems came of it.",
    rows=_rows,
    columns=(
        Column(
            name="path",
            description="Where the file stands in the archive.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.path,
            source=_WALK,
        ),
        Column(
            name="format",
            description="The reader's name; unknown when none fits.",
            unit=TEXT,
            value=lambda row: row.fact.format,
            source=_WALK,
        ),
        Column(
            name="title",
            description="What the file is, in words.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.title,
            source=_WALK,
        ),
        Column(name="size", description="Size of the file.", unit=BYTES, value=lambda row: row.fact.size, source=_WALK),
        Column(
            name="records",
            description="Facts read from it.",
            unit=COUNT,
            value=lambda row: row.fact.records,
            source=_WALK,
        ),
        Column(
            name="problems",
            description="Problems found while reading it.",
            unit=COUNT,
            value=lambda row: row.fact.problems,
            source=_WALK,
        ),
        Column(
            name="sha256",
            description="Digest of the bytes that were read.",
            unit=TEXT,
            value=lambda row: row.fact.sha256,
            source=_WALK,
        ),
    ),
)
