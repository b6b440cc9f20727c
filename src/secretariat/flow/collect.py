"""Collect: read an archive, tell what it would change, and commit it in one transaction."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from secretariat.errors import SecretariatError
from secretariat.facts.archive import ArchiveFile
from secretariat.facts.changes import DocumentChange
from secretariat.flow.context import Context
from secretariat.flow.gone import Gone, check_droppable, digest_read, drop, gone_documents, gone_paths, incomplete
from secretariat.flow.materialise import materialise
from secretariat.flow.naming import names_of
from secretariat.flow.room import check_room
from secretariat.flow.spool import Spool
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.walk import UNKNOWN, Place, digest_of, places, read_place
from secretariat.store import facts as store_facts
from secretariat.store.changes import compare
from secretariat.store.engine import reading, writing

Progress = Callable[[int, int, str], None]


class NothingRecognised(SecretariatError):
    """No file of a known format was found."""


@dataclass(frozen=True, kw_only=True)
class Import:
    """What an archive holds and what importing it changes; readings and changes stand in the same order.

    The readings have their problems and the entry of the file itself, not the other records. ``gone`` lists the
    documents known from before that a whole checkout does not have any more. What was read from them is kept unless
    ``dropping``; those held by a place that could not be read are kept even then. ``open_in_all`` counts the open problems
    of the store as it now is, those between files too; ``waits`` says why the tables stay as they are all the same.
    """

    readings: tuple[Reading, ...]
    changes: tuple[DocumentChange, ...]
    committed: bool
    open_in_all: int = 0
    waits: str = ""
    gone: tuple[Gone, ...] = ()
    dropping: bool = False

    @property
    def recognised(self) -> int:
        """Count the files of a known format."""
        return sum(1 for found in self.readings if found.format != UNKNOWN)


def import_archive(
    context: Context, root: Path, *, dry_run: bool, drop_gone: bool = False, progress: Progress | None = None
) -> Import:
    """Read the archive at ``root`` and, unless it is a dry run, commit it and rebuild every table.

    ``drop_gone`` forgets the documents that the checkout does not have any more. Raises ArchiveNotFound for a missing
    or empty path, NothingRecognised when no file has a known format, and DropRefused when ``root`` cannot tell what is
    gone, and TooMuch when tables cannot be made of so much; then nothing is written.
    """
    with Spool() as spool:
        read = _read(context, root, spool, progress)
        readings = tuple(spool.readings.values())
        if all(one.format == UNKNOWN for one in readings):
            raise _nothing_recognised(root, readings)
        if drop_gone:
            check_droppable(root, read.known, read.here)
        gone_now = gone_paths(root, read.known, read.here)
        leaving = {*read.moved.values(), *(gone_now if drop_gone else ())}
        open_in_all, waits = 0, ""
        if dry_run:
            with reading(context.engine) as connection:
                check_room(connection, spool.sizes, leaving)
                changes = tuple(_compare(connection, one, read.moved.get(one.path, one.path)) for one in spool)
                gone = gone_documents(connection, gone_now, readings)
        else:
            with writing(context.engine) as connection:
                check_room(connection, spool.sizes, leaving)
                gone = gone_documents(connection, gone_now, readings)
                changes = tuple(_commit(connection, spool, read.moved))
                if drop_gone:
                    drop(connection, gone)
                made = materialise(connection, context.machine_now())
                open_in_all = sum(1 for _, state in made.snapshot.problems if state == "open")
                waits = made.waits
    return Import(
        readings=readings,
        changes=changes,
        committed=not dry_run,
        open_in_all=open_in_all,
        waits=waits,
        gone=gone,
        dropping=drop_gone,
    )


def _nothing_recognised(root: Path, found: Sequence[Reading]) -> NothingRecognised:
    few = ", ".join(read.path for read in found[:5]) + (", …" if len(found) > 5 else "")
    return NothingRecognised(
        f"No file of a known format among {len(found)} in {root} ({few}). "
        "Give a checkout of the community repository, or a part of it."
    )


@dataclass(frozen=True, kw_only=True)
class _Read:
    """What the store knew, which of its documents have another path by now, and all paths that are here."""

    known: Collection[str]
    moved: Mapping[str, str]
    here: Collection[str]


def _read(context: Context, root: Path, spool: Spool, progress: Progress | None) -> _Read:
    """Read every file under the path its document is known by; of two that come out under one path the last counts."""
    with reading(context.engine) as connection:
        known = store_facts.documents_known(connection)
    files = {place.relative: place for place in _without_store(context, places(root))}
    digests = {path: document.sha256 for path, document in known.items()}
    names = names_of(root, files, digests, lambda relative: _digest(files[relative]))
    for done, (relative, place) in enumerate(files.items(), start=1):
        path = names.paths[relative]
        before = known.get(names.moved.get(path, path))
        spool.put(_still_known(read_place(place, path), before.format if before else UNKNOWN))
        if progress is not None:
            progress(done, len(files), path)
    return _Read(known=known, moved=names.moved, here={*names.paths.values(), *names.moved.values()})


def _digest(place: Place) -> str | None:
    return None if place.outside else digest_of(place.absolute)


def _commit(connection: Connection, readings: Iterable[Reading], moved: Mapping[str, str]) -> Iterator[DocumentChange]:
    """Write every reading into the store; gives what that changes."""
    for path, before_path in moved.items():
        store_facts.move_document(connection, before_path, path)
    for read in readings:
        yield _compare(connection, read, read.path)
        _write(connection, read)


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
    changed = Reading(read.path, format_before, records=read.records, problems=read.problems)
    if incomplete(changed):
        return changed
    changed.problem(
        "file-unreadable",
        1,
        subject="content",
        what=f"The file was read as {format_before} before; now its content is something else.",
        repair="Replace it with a readable copy and import again; what was known from it before is kept.",
        refused=True,
    )
    return changed


def _compare(connection: Connection, read: Reading, known_as: str) -> DocumentChange:
    kept = [record for record in read.records.values() if not isinstance(record.fact, ArchiveFile)]
    change = compare(
        connection, known_as, read.format, digest_read(read), kept, read.problems, keep_missing=incomplete(read)
    )
    return replace(change, path=read.path)


def _write(connection: Connection, read: Reading) -> None:
    store_facts.write(
        connection,
        read.path,
        read.format,
        digest_read(read),
        read.records.values(),
        read.problems,
        keep_missing=incomplete(read),
    )
