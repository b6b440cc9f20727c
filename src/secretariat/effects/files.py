"""Files: write approved words into a folder, each text once under a name of its own, which is its receipt, and as the newest of a place."""

import errno
import hashlib
import os
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


_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}
"""What file systems answer on which a file has one name alone."""


@dataclass(frozen=True, kw_only=True)
class FileSender:
    """Writes each text once, under a name of its own; what stands under that name already is never written over.

    An act's place is the name under which readers find the text that was sent last: there it takes the place of the one before, whole or not
    at all.
    """

    settings: FilesSettings

    @property
    def longest_seconds(self) -> float:
        """Give the longest time that writing may take."""
        return 30.0

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        """Write one text whole or not at all: under its place first and its own name last, so that the receipt proves both.

        A text whose own name is there was written before: then nothing is done, as a newer one may have its place by now.
        """
        own, place = self._own(name, digest), act.destination.place
        if place and (wrong := why_no_name(place)):
            return Outcome(verdict="refused", why=f"{wrong}. Choose another name and approve again.")
        if own.exists():
            return Outcome(verdict="sent", receipt=str(own), why="the file was there already")
        content = (text if text.endswith("\n") else f"{text}\n").encode()
        try:
            own.parent.mkdir(parents=True, exist_ok=True)
            with _written(own, content) as beside:
                if place:
                    _replace(own.parent / place, content)
                return _put(beside, own)
        except OSError as error:
            return Outcome(
                verdict="refused", why=f"{own} cannot be written: {error.strerror}. Mend it and approve again."
            )

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        """Look whether the file is there."""
        own = self._own(name, digest)
        return Proof(receipt=str(own)) if own.is_file() else Proof(looked_until=moment_of(now))

    def _own(self, name: str, digest: str) -> Path:
        return Path(self.settings.folder) / f"{name}-{digest[:12]}.md"


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
    ours = any(one.read_bytes() == before for one in place.parent.glob("d*-*.md") if one.is_file())
    if place.is_file() and (ours or before == content):
        return
    kept = place.with_name(f"{place.name}.before-{hashlib.sha256(before).hexdigest()[:12]}")
    try:
        os.link(place, kept, follow_symlinks=False)
    except FileExistsError:
        return
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if place.is_symlink():
            kept.symlink_to(place.readlink())
        else:
            with _written(kept, before) as beside:
                beside.replace(kept)


def _put(beside: Path, own: Path) -> Outcome:
    """Give a written text its own name, unless that is there already. Raises OSError."""
    try:
        os.link(beside, own)
    except FileExistsError:
        return Outcome(verdict="sent", receipt=str(own), why="the file was there already")
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        beside.replace(own)  # whoever gave it this name meanwhile wrote the same: the name has the digest
    return Outcome(verdict="sent", receipt=str(own))


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
