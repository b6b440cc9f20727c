"""Collect: read an archive, tell what it would change, and commit it in one transaction."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from secretariat.errors import SecretariatError
from secretariat.facts.archive import ArchiveFile
from secretariat.flow.context import Context
from secretariat.flow.naming import TOP_FOLDERS, names_of
from secretariat.flow.publish import materialise
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.walk import UNKNOWN, Place, digest_of, places, read_file
from secretariat.store import facts as store_facts
from secretariat.store.engine import reading, writing
from secretariat.store.facts import DocumentChange

WHOLE_FILE_CODES = {"file-unreadable", "file-too-large", "json-invalid", "yaml-invalid", "reader-failed"}

Progress = Callable[[int, int, str], None]


class NothingRecognised(SecretariatError):
    """No file of a known format was found."""


@dataclass(frozen=True, kw_only=True)
class Import:
    """What an archive holds and what importing it changes; readings and changes stand in the same order.

    The readings of a committed import keep their problems only; their records are in the store. ``gone`` lists the
    documents known from before that a whole checkout does not have any more; what was read from them is kept.
    """

    readings: tuple[Reading, ...]
    changes: tuple[DocumentChange, ...]
    committed: bool
    gone: tuple[str, ...] = ()

    @property
    def recognised(self) -> int:
        """Count the files of a known format."""
        return sum(1 for found in self.readings if found.format != UNKNOWN)


def import_archive(context: Context, root: Path, *, dry_run: bool, progress: Progress | None = None) -> Import:
    """Read the archive at ``root`` and, unless it is a dry run, commit it and rebuild every table.

    Raises ArchiveNotFound for a missing or empty path and NothingRecognised when no file has a known format; then
    nothing is written.
    """
    found, moved, gone = _read(context, root, progress)
    if all(read.format == UNKNOWN for read in found):
        few = ", ".join(read.path for read in found[:5]) + (", …" if len(found) > 5 else "")
        raise NothingRecognised(
            f"No file of a known format among {len(found)} in {root} ({few}). "
            "Give a checkout of the community repository, or a part of it."
        )
    readings = _once_each(found)
    if dry_run:
        with reading(context.engine) as connection:
            changes = [_compare(connection, read, moved.get(read.path, read.path)) for read in readings]
        return Import(readings=readings, changes=tuple(changes), committed=False, gone=gone)
    changes = []
    with writing(context.engine) as connection:
        for path, before_path in moved.items():
            store_facts.move_document(connection, before_path, path)
        for read in readings:
            changes.append(_compare(connection, read, read.path))
            _write(connection, read)
            read.records.clear()  # they are in the store now, and would stand in memory twice
        materialise(connection)
    return Import(readings=readings, changes=tuple(changes), committed=True, gone=gone)


def _read(
    context: Context, root: Path, progress: Progress | None
) -> tuple[list[Reading], Mapping[str, str], tuple[str, ...]]:
    """Read every file under the path its document is known by; also give the documents that change theirs or are gone."""
    with reading(context.engine) as connection:
        known = store_facts.documents_known(connection)
    files = {place.relative: place.absolute for place in _without_store(context, places(root))}
    digests = {path: document.sha256 for path, document in known.items()}
    names = names_of(root, files, digests, lambda relative: digest_of(files[relative]))
    found = []
    for done, (relative, absolute) in enumerate(files.items(), start=1):
        path = names.paths[relative]
        before = known.get(names.moved.get(path, path))
        found.append(_still_known(read_file(absolute, path), before.format if before else UNKNOWN))
        if progress is not None:
            progress(done, len(files), path)
    return found, names.moved, _gone(root, known, {*names.paths.values(), *names.moved.values()})


def _gone(root: Path, known: Iterable[str], here: Collection[str]) -> tuple[str, ...]:
    """List the known documents that a whole checkout lacks. Of a part nothing can be said: the others lie elsewhere."""
    if not (root / TOP_FOLDERS[0]).is_dir():
        return ()
    return tuple(sorted(path for path in known if path not in here))


def _without_store(context: Context, found: list[Place]) -> list[Place]:
    """Leave out the store's own files, which may lie in the folder that is imported."""
    store = context.engine.url.database if context.engine.dialect.name == "sqlite" else None
    if not store:
        return found
    own = {Path(f"{store}{ending}").absolute() for ending in ("", "-wal", "-shm", "-journal")}
    return [place for place in found if place.absolute.absolute() not in own]


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


def _compare(connection: Connection, read: Reading, known_as: str) -> DocumentChange:
    kept = [record for record in read.records.values() if not isinstance(record.fact, ArchiveFile)]
    change = store_facts.compare(connection, known_as, read.format, kept, keep_missing=_incomplete(read))
    return replace(change, path=read.path)


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
