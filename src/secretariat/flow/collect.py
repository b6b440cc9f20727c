"""Collect: read an archive, tell what it would change, and commit it in one transaction."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection

from secretariat.errors import SecretariatError
from secretariat.facts.archive import ArchiveFile
from secretariat.flow.context import Context
from secretariat.flow.publish import materialise
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.walk import UNKNOWN, read_all
from secretariat.store import facts as store_facts
from secretariat.store.engine import reading, writing
from secretariat.store.facts import DocumentChange

WHOLE_FILE_CODES = {"file-unreadable", "file-too-large", "json-invalid", "yaml-invalid", "reader-failed"}

Progress = Callable[[int, int, str], None]


class NothingRecognised(SecretariatError):
    """No file of a known format was found."""


@dataclass(frozen=True, kw_only=True)
class Import:
    """What an archive holds and what importing it changes; readings and changes stand in the same order."""

    readings: tuple[Reading, ...]
    changes: tuple[DocumentChange, ...]
    committed: bool

    @property
    def recognised(self) -> int:
        """Count the files of a known format."""
        return sum(1 for found in self.readings if found.format != UNKNOWN)


def import_archive(context: Context, root: Path, *, dry_run: bool, progress: Progress | None = None) -> Import:
    """Read the archive at ``root`` and, unless it is a dry run, commit it and rebuild every table.

    Raises ArchiveNotFound for a missing or empty path and NothingRecognised when no file has a known format; then
    nothing is written.
    """
    with reading(context.engine) as connection:
        known = store_facts.document_formats(connection)
    found = []
    for done, total, read in read_all(root, _Names(tuple(known)).path_of):
        found.append(_still_known(read, known.get(read.path, UNKNOWN)))
        if progress is not None:
            progress(done, total, read.path)
    if all(read.format == UNKNOWN for read in found):
        names = ", ".join(read.path for read in found[:5]) + (", …" if len(found) > 5 else "")
        raise NothingRecognised(
            f"No file of a known format among {len(found)} in {root} ({names}). "
            "Give a checkout of the community repository, or a part of it."
        )
    readings = _once_each(found)
    if dry_run:
        with reading(context.engine) as connection:
            changes = tuple(_compare(connection, readings))
        return Import(readings=readings, changes=changes, committed=False)
    with writing(context.engine) as connection:
        changes = tuple(_compare(connection, readings))
        for read in readings:
            _write(connection, read)
        materialise(connection)
    return Import(readings=readings, changes=changes, committed=True)


class _Names:
    """Find the path a file is known by, when only a part of the archive is imported.

    A file is the stored document whose path ends in its own; when several do, it is a new document.
    """

    def __init__(self, known: tuple[str, ...]) -> None:
        self._known = frozenset(known)
        self._by_name: dict[str, list[str]] = {}
        for path in known:
            self._by_name.setdefault(PurePosixPath(path).name, []).append(path)

    def path_of(self, relative: str) -> str:
        if relative in self._known:
            return relative
        name = PurePosixPath(relative).name
        ends = [path for path in self._by_name.get(name, []) if path.endswith("/" + relative)]
        return ends[0] if len(ends) == 1 else relative


def _still_known(read: Reading, format_before: str) -> Reading:
    """Report a file that was of a known format at the last import and is not any more; its records are kept."""
    if read.format != UNKNOWN or format_before == UNKNOWN:
        return read
    changed = Reading(read.path, format_before, records=read.records)
    changed.problem(
        "file-unreadable",
        1,
        subject="content",
        what=f"The file was read as {format_before} before; now its content is something else.",
        repair="Replace it with a readable copy and import again; what was known from it before is kept.",
        refused=True,
    )
    return changed


def _incomplete(read: Reading) -> bool:
    """Tell whether a file could not be read to its end, so that missing rows say nothing."""
    return any(problem.code in WHOLE_FILE_CODES for problem in read.problems)


def _once_each(found: list[Reading]) -> tuple[Reading, ...]:
    """Keep the last reading where two files came out under one path."""
    return tuple({read.path: read for read in found}.values())


def _compare(connection: Connection, readings: tuple[Reading, ...]) -> Iterator[DocumentChange]:
    for read in readings:
        kept = [record for record in read.records.values() if not isinstance(record.fact, ArchiveFile)]
        yield store_facts.compare(connection, read.path, read.format, kept, keep_missing=_incomplete(read))


def _write(connection: Connection, read: Reading) -> None:
    digest = next(r.fact.sha256 for r in read.records.values() if isinstance(r.fact, ArchiveFile))
    store_facts.write(
        connection,
        read.path,
        read.format,
        digest,
        read.records.values(),
        read.problems,
        keep_missing=_incomplete(read),
    )
