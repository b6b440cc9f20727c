"""Walk a checkout of the community repository: find every file, decode it, recognise it, read it."""

import errno
import hashlib
import logging
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secretariat.errors import SecretariatError
from secretariat.facts.archive import ArchiveFile
from secretariat.facts.problems import problem
from secretariat.sources.archives.decode import Undecodable, decode
from secretariat.sources.archives.document import Document, Reading, TooDamaged, TooLarge
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.large import looked_over, pieces_of
from secretariat.sources.archives.reading.subjects import say_once, tell_apart
from secretariat.sources.archives.register import FORMATS

MAX_BYTES = 32 * 1024 * 1024
"""A file is taken into memory whole up to this size; a larger one is read in pieces or not at all."""

MAX_STREAMED_BYTES = 256 * 1024 * 1024
"""A file in UTF-8, of a format that streams, is read up to this size; what it takes depends on its records."""

STREAMED_FROM = 4 * 1024 * 1024
"""Bytes from which a file is read in pieces where its format can; below, the whole text is quicker."""

HEAD_CHARACTERS = 64 * 1024
UNKNOWN = "unknown"
_LOG = logging.getLogger(__name__)
_BLANK_LINES = re.compile(r"\n\s*\n")
"""Formats are recognised by what stands in lines: thousands of empty ones would only make them search long."""

_SKIPPED_FOLDERS = {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv"}


class ArchiveNotFound(SecretariatError):
    """The path given to import is missing, empty, or cannot be listed."""


@dataclass(frozen=True, slots=True)
class Place:
    """One file to read: its absolute path, its path inside the archive, and whether it is a link that leads out of it."""

    absolute: Path
    relative: str
    outside: bool = False


def places(root: Path) -> list[Place]:
    """List the files below a folder (or the one file) in a stable order; version control's own files are left out.

    Raises ArchiveNotFound when the path does not exist or holds no file.
    """
    if root.is_file():
        return [Place(root, _path_text(Path(root.name)))]
    if not root.is_dir():
        raise ArchiveNotFound(
            f"There is no file or folder {root}. Give the path of a checkout of the community repository."
        )
    found = []
    inside = Path(os.path.realpath(root))
    for folder, names, files in os.walk(root, onerror=_cannot_list):
        names[:] = sorted(name for name in names if name not in _SKIPPED_FOLDERS)
        links = [name for name in names if Path(folder, name).is_symlink()]  # listed, not followed: they may lead back
        for name in sorted([*files, *links]):
            absolute = Path(folder, name)
            outside = absolute.is_symlink() and not Path(os.path.realpath(absolute)).is_relative_to(inside)
            found.append(Place(absolute, _path_text(absolute.relative_to(root)), outside))
    if not found:
        raise ArchiveNotFound(f"{root} holds no file. Give the path of a checkout of the community repository.")
    return sorted(found, key=lambda place: place.relative)


def _path_text(path: Path) -> str:
    """Write a path with slashes; bytes of a name that are not UTF-8, which no store can hold, as escapes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _cannot_list(error: OSError) -> None:
    raise ArchiveNotFound(f"The folder {error.filename} cannot be listed: {error.strerror}.") from error


def read_all(root: Path, formats: tuple[Format, ...] = FORMATS) -> Iterator[tuple[int, int, Reading]]:
    """Read every file below ``root``; gives (files done, files in all, what was read)."""
    todo = places(root)
    for done, place in enumerate(todo, start=1):
        yield done, len(todo), read_place(place, place.relative, formats)


def digest_of(absolute: Path) -> str | None:
    """Give the digest that ``read_file`` notes for a file; None for an empty or unreadable one, which says nothing."""
    try:
        if MAX_BYTES < _size(absolute) <= MAX_STREAMED_BYTES:
            return looked_over(absolute)[0]
        _, raw = _content(absolute)
    except OSError:
        return None
    return hashlib.sha256(raw).hexdigest() if raw else None


def _size(absolute: Path) -> int:
    """Give a file's size. Raises OSError, also for what is no file."""
    state = absolute.stat()
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "it is not a regular file")
    return state.st_size


def _content(absolute: Path) -> tuple[int, bytes]:
    """Give a file's size and its bytes, of one that is too large its head. Raises OSError, also for what is no file."""
    size = _size(absolute)
    with absolute.open("rb") as stream:
        return size, stream.read(HEAD_CHARACTERS if size > MAX_BYTES else MAX_BYTES + 1)


def read_place(place: Place, path: str, formats: tuple[Format, ...] = FORMATS) -> Reading:
    """Read one file under the path it is known by; a link out of the archive is refused, and nothing of its target is looked at."""
    return _leads_out(path) if place.outside else read_file(place.absolute, path, formats)


def read_file(absolute: Path, path: str, formats: tuple[Format, ...] = FORMATS) -> Reading:
    """Read one file. Whatever is wrong with it becomes a problem of the reading; nothing is raised."""
    try:
        streamed = _read_streamed(absolute, path, formats)
        if streamed is not None:
            return streamed
        size, raw = _content(absolute)
        digest = (digest_of(absolute) or "") if size > MAX_BYTES else hashlib.sha256(raw).hexdigest()
    except OSError as error:
        return _unreadable(path, 0, "", f"The file cannot be opened: {error.strerror}.", formats)
    try:
        decoded = decode(raw, whole=size <= MAX_BYTES)
    except Undecodable as error:
        return _unreadable(path, size, digest, str(error), formats)
    format_ = _format_of(path, decoded.text, formats)
    if format_ is None:
        return _unknown(path, size, digest, formats, empty=not decoded.text.strip())
    reading = Reading(path, format_.name)
    if size > MAX_BYTES:
        _too_large(reading, format_, size)
    else:
        if decoded.note:
            reading.problem(
                "encoding-guessed",
                decoded.line,
                subject="encoding",
                what=decoded.note,
                repair="Save the file as UTF-8 and import it again." if not decoded.sure else "",
                applied=decoded.sure,
            )
        _parse(format_, Document(path=path, text=decoded.text), reading)
    return _with_file(reading, format_.title, size, digest)


def _read_streamed(absolute: Path, path: str, formats: tuple[Format, ...]) -> Reading | None:
    """Read a large file in pieces; None when it is none, of a format that does not stream, or not in UTF-8."""
    size = _size(absolute)
    if not STREAMED_FROM < size <= MAX_STREAMED_BYTES:
        return None
    with absolute.open("rb") as stream:
        raw = stream.read(4 * HEAD_CHARACTERS)
    try:
        format_ = _format_of(path, decode(raw, whole=False).text, formats)
    except Undecodable:
        return None
    if format_ is None or not format_.streams:
        return None
    digest, is_text = looked_over(absolute)
    if not is_text:
        return None
    reading = Reading(path, format_.name)
    _parse(format_, Document(path=path, source=pieces_of(absolute)), reading)
    return _with_file(reading, format_.title, size, digest)


def _too_large(reading: Reading, format_: Format, size: int) -> None:
    if format_.streams and size <= MAX_STREAMED_BYTES:
        what = f"The file has {size:,} bytes, and not all are UTF-8; such a file is read up to {MAX_BYTES:,}."
        repair = "Save it as UTF-8 and import it again."
    else:
        most = MAX_STREAMED_BYTES if format_.streams else MAX_BYTES
        what = f"The file has {size:,} bytes; {format_.title} never has more than {most:,}. It was not read."
        repair = "Check that it is the right file; split it if it is."
    reading.problem("file-too-large", 1, subject="size", what=what, repair=repair, refused=True)


def _format_of(path: str, text: str, formats: tuple[Format, ...]) -> Format | None:
    head = _BLANK_LINES.sub("\n\n", text[:HEAD_CHARACTERS])
    return next((known for known in formats if _says_yes(known, path, head)), None)


def _says_yes(known: Format, path: str, head: str) -> bool:
    try:
        return known.recognises(path, head)
    except (ValueError, TypeError, LookupError, RecursionError):
        _LOG.debug("%s could not be held against %s", path, known.name, exc_info=True)
        return False  # a text that a format cannot even look at is not of that format


def _parse(format_: Format, document: Document, reading: Reading) -> None:
    """Let a format's parser read. A failure of the parser itself becomes a problem; its traceback is logged (debug)."""
    try:
        format_.parse(document, reading)
    except TooLarge as size:
        reading.records.clear()
        reading.problems.clear()
        repair = "Check that it is the right file; split it if it is. Nothing of it was taken."
        _stopped(reading, "file-too-large", "records", str(size), repair, refused=True)
    except TooDamaged as damage:
        repair = "Replace it with a good copy and import again; what was read before that place is kept."
        _stopped(reading, "file-unreadable", "problems", str(damage), repair, refused=True)
    except Exception as error:
        _LOG.debug("the reader of %s failed on %s", reading.format, reading.path, exc_info=True)
        what = f"The reader of {reading.format} stopped on this file with {type(error).__name__}: {str(error)[:200]}."
        repair = "Report it with the file and what import --dry-run --debug prints; what was read before is kept."
        _stopped(reading, "reader-failed", "reader", what, repair)
    say_once(reading)
    tell_apart(reading)


def _stopped(reading: Reading, code: str, subject: str, what: str, repair: str, *, refused: bool = False) -> None:
    """Note that reading ended early; unlike any other problem, also in a file that is full of them."""
    reading.problems.append(
        problem(code, file=reading.path, line=1, subject=subject, what=what, repair=repair, refused=refused)
    )


def _unknown(path: str, size: int, digest: str, formats: tuple[Format, ...], *, empty: bool) -> Reading:
    known_name = next((known for known in formats if known.knows_name(path)), None)
    if known_name is not None:
        what = f"The file is named like {known_name.title} but " + (
            "the file is empty." if empty else "its content is something else."
        )
        return _unreadable(path, size, digest, what, formats)
    return _with_file(Reading(path, UNKNOWN), "a file of no known format", size, digest)


def _unreadable(path: str, size: int, digest: str, what: str, formats: tuple[Format, ...]) -> Reading:
    """Report a file whose name is known; list any other as unknown."""
    known_name = next((known for known in formats if known.knows_name(path)), None)
    if known_name is None:
        return _with_file(Reading(path, UNKNOWN), "a file of no known format", size, digest)
    reading = Reading(path, known_name.name)
    reading.problem(
        "file-unreadable",
        1,
        subject="content",
        what=what,
        repair="Replace it with a readable copy and import again; what was known from it before is kept.",
        refused=True,
    )
    return _with_file(reading, known_name.title, size, digest)


def _leads_out(path: str) -> Reading:
    reading = Reading(path, UNKNOWN)
    reading.problem(
        "link-outside",
        1,
        subject="link",
        what="This is a link to something outside of the archive. It was not followed.",
        repair="Put the file itself in its place and import again, or remove the link; what was known from it before is kept.",
        refused=True,
    )
    return _with_file(reading, "a link that leads out of the archive", 0, "")


def _with_file(reading: Reading, title: str, size: int, digest: str) -> Reading:
    reading.add(
        reading.path,
        1,
        ArchiveFile(
            path=reading.path,
            format=reading.format,
            title=title,
            size=size,
            sha256=digest,
            records=len(reading.records),
            problems=len(reading.problems),
        ),
    )
    return reading
