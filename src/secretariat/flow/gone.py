"""Documents that a checkout does not have any more: which they are, and which of them a person may drop."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection

from secretariat.errors import SecretariatError
from secretariat.facts.archive import ArchiveFile
from secretariat.flow.naming import TOP_FOLDERS
from secretariat.sources.archives.document import Reading
from secretariat.store import facts as store_facts
from secretariat.store.facts import Contents

WHOLE_FILE_CODES = {
    "file-unreadable",
    "file-too-large",
    "json-invalid",
    "link-outside",
    "yaml-invalid",
    "reader-failed",
}


class DropRefused(SecretariatError):
    """Nothing can be dropped by this import; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gone:
    """A document the checkout lacks, and what the store holds from it.

    ``held_by`` names the place of this import that could not be read, where the document may well be; such a one is
    never dropped.
    """

    contents: Contents
    held_by: str = ""


def incomplete(read: Reading) -> bool:
    """Tell whether a file could not be read to its end, so that missing rows say nothing."""
    return any(problem.code in WHOLE_FILE_CODES for problem in read.problems)


def gone_paths(root: Path, known: Iterable[str], here: Collection[str]) -> tuple[str, ...]:
    """List the known documents that a whole checkout lacks. Of a part nothing can be said: the others lie elsewhere."""
    return tuple(sorted(path for path in known if path not in here)) if _is_checkout(root) else ()


def _is_checkout(root: Path) -> bool:
    return (root / TOP_FOLDERS[0]).is_dir()


def check_droppable(root: Path, known: Collection[str], here: Collection[str]) -> None:
    """Raise DropRefused unless ``root`` is a whole checkout of which the store knows at least one file."""
    if not _is_checkout(root):
        raise DropRefused(
            f"Only a whole checkout can tell what is gone, and {root} has no folder {TOP_FOLDERS[0]}. "
            "Give the checkout's own folder, or leave --drop-gone out."
        )
    if known and not set(known) & set(here):
        raise DropRefused(
            f"The store knows no file of {root}, so that it cannot tell what is gone from there. "
            "Give the checkout that was imported before, or leave --drop-gone out."
        )


def gone_documents(connection: Connection, paths: Iterable[str], readings: Collection[Reading]) -> tuple[Gone, ...]:
    """Count what the store holds from each document that is gone, and tell which of them may still be there."""
    unread = _unread(readings)
    counted = ((path, store_facts.contents_of(connection, path)) for path in paths)
    return tuple(Gone(contents=found, held_by=_held_by(path, unread)) for path, found in counted if found is not None)


def drop(connection: Connection, gone: Iterable[Gone]) -> None:
    """Forget the documents that are gone and held by nothing. What was decided about them stays in the journal."""
    for one in gone:
        if not one.held_by:
            store_facts.drop(connection, one.contents.path)


def _unread(readings: Iterable[Reading]) -> Mapping[str, bool]:
    """Give the places that could not be read to their end, and whether they could not even be opened."""
    opened = {read.path: bool(digest_read(read)) for read in readings if incomplete(read) or not digest_read(read)}
    return {path: not was_opened for path, was_opened in opened.items()}


def digest_read(read: Reading) -> str:
    """Give the digest of the bytes that were read; empty when the file could not be opened."""
    return next((one.fact.sha256 for one in read.records.values() if isinstance(one.fact, ArchiveFile)), "")


def _held_by(path: str, unread: Mapping[str, bool]) -> str:
    """Find what may hide a document: a folder above it that was not entered, or a damaged file of its name elsewhere."""
    name = PurePosixPath(path).name
    for place, closed in unread.items():
        if (closed and path.startswith(f"{place}/")) or PurePosixPath(place).name == name:
            return place
    return ""
