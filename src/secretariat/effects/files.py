"""Files: write approved words into a folder, each text once under a name of its own, which is its receipt, and as the newest of a place."""

import errno
import fcntl
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from secretariat.desk.acts import Act
from secretariat.desk.file_names import why_no_name
from secretariat.desk.outbox import Outcome, Proof
from secretariat.facts.moments import Moment, moment_of


@dataclass(frozen=True, kw_only=True)
class FilesSettings:
    """``[files]``: the folder that approved words of the channel ``file`` are written to."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    folder: str = "outgoing"


_OWN = re.compile(r"d(\d+)\.(\d+)-[0-9a-f]{12}\.md")
"""The name of a text as it was sent: its draft, its revision, and the digest of its act."""

_NONE = (-1, -1)

_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
"""What file systems answer on which a file has one name alone."""

_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.EBADF}
"""What file systems answer that lock nothing."""


@dataclass(frozen=True, kw_only=True)
class FileSender:
    """Writes each text once, under a name of its own; what stands under that name already is never written over.

    An act's place is the name under which readers find the newest text, whole or not at all: of two texts the one of the later draft, of
    one draft the later revision, whichever is sent last.
    """

    settings: FilesSettings

    @property
    def longest_seconds(self) -> float:
        """Give the longest time that writing may take."""
        return 30.0

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        """Write one text whole or not at all: under its own name, then in its place. Where the place cannot be written, neither is.

        A text whose own name is there was written before, and is put in its place if it is not: somebody stopped between the two.
        """
        own, place = self._own(name, digest), act.destination.place
        if place and (wrong := why_no_name(place)):
            return Outcome(verdict="refused", why=f"{wrong}. Choose another name and approve again.")
        content = (text if text.endswith("\n") else f"{text}\n").encode()
        try:
            own.parent.mkdir(parents=True, exist_ok=True)
            with _alone(own.parent):
                return _written_once(own, own.parent / place if place else None, content)
        except OSError as error:
            return Outcome(
                verdict="refused", why=f"{own} cannot be written: {error.strerror}. Mend it and approve again."
            )

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        """Look whether the file is there, and its place has it or a newer text; None where the folder cannot be read."""
        own, place = self._own(name, digest), act.destination.place
        try:
            there = own.is_file() and (not place or _held_by(own.parent / place) >= _order(own))
        except OSError:
            return None
        return Proof(receipt=str(own)) if there else Proof(looked_until=moment_of(now))

    def _own(self, name: str, digest: str) -> Path:
        return Path(self.settings.folder) / f"{name}-{digest[:12]}.md"


def _written_once(own: Path, place: Path | None, content: bytes) -> Outcome:
    """Write a text under its own name, unless that is there, and put it in its place, unless that has a newer one. Raises OSError."""
    was_there = own.exists()
    if not was_there:
        _name(own, content)
    held = None if place is None else _held_by(place)
    if place is not None and held is not None and held < _order(own):
        try:
            _replace(place, own.read_bytes())
        except OSError:
            if not was_there:  # nobody is to take it for a receipt
                own.unlink()
            raise
    newer = held is not None and held > _order(own)
    why = "the file was there already" if was_there else "its place has a newer text" if newer else ""
    return Outcome(verdict="sent", receipt=str(own), why=why)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Write into a folder while nobody else does, so that a text does not take the place of one that came meanwhile. Raises OSError.

    Where the file system locks nothing it goes on without: one desk has one `run`.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        yield
    finally:
        os.close(handle)


def _held_by(place: Path) -> tuple[int, int]:
    """Give the order of the text that a place has, by what stands in it: of two alike the newer; before all where it has none. Raises OSError."""
    if place.is_symlink() or not place.is_file():
        return _NONE
    return max(map(_order, _texts_like(place.read_bytes(), place.parent)), default=_NONE)


def _order(own: Path) -> tuple[int, int]:
    """Give a text's draft and revision, by which texts come one after another."""
    found = _OWN.fullmatch(own.name)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _texts_like(content: bytes, folder: Path) -> list[Path]:
    """Find our own texts with some content, each under the name of its own. Raises OSError."""
    return [one for one in folder.glob("d*-*.md") if _OWN.fullmatch(one.name) and _has(one, content)]


def _has(one: Path, content: bytes) -> bool:
    return one.is_file() and one.stat().st_size == len(content) and one.read_bytes() == content


def _replace(place: Path, content: bytes) -> None:
    """Put a text in the place of the one before, which readers have until then. Raises OSError.

    What stood there and is none of our texts, each of which has a name of its own, is kept beside it.
    """
    if place.is_file() or place.is_symlink():
        _keep(place, content)
    with _written(place, content) as beside:
        beside.replace(place)  # a link is replaced itself, and what it leads to is not touched


def _keep(place: Path, content: bytes) -> None:
    """Give what stands in a place another name beside it, unless it is a text of ours or the same as the new one. Raises OSError."""
    before = place.read_bytes() if place.is_file() else b""
    if place.is_file() and (before == content or _texts_like(before, place.parent)):
        return
    kept = place.with_name(f"{place.name}.before-{hashlib.sha256(before).hexdigest()[:12]}")
    if os.path.lexists(kept):
        return
    try:
        os.link(place, kept, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if place.is_symlink():
            kept.symlink_to(place.readlink())
        else:
            _name(kept, before)


def _name(own: Path, content: bytes) -> None:
    """Write a file under a name that is not there yet, whole or not at all. Raises OSError."""
    with _written(own, content) as beside:
        try:
            os.link(beside, own)
        except FileExistsError:
            return
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            beside.rename(own)  # no other name may be given here; who writes is alone


@contextmanager
def _written(place: Path, content: bytes) -> Iterator[Path]:
    """Have a text written beside its place, as long as it takes to put it there. Raises OSError."""
    beside = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        beside.unlink(missing_ok=True)
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield beside
    finally:
        with suppress(OSError):
            beside.unlink()
