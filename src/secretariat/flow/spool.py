"""Readings put aside on disk: an import holds the records of one file in memory, not those of the whole archive."""

import pickle
import tempfile
from collections.abc import Iterator
from itertools import islice
from types import TracebackType

from secretariat.errors import SecretariatError
from secretariat.facts.archive import ArchiveFile
from secretariat.facts.records import AnyStated, Stated
from secretariat.flow.room import Size, size_of
from secretariat.sources.archives.document import Reading

AT_ONCE = 1000
"""So many records are written together: what remembers that it wrote them grows with each."""

IN_MEMORY = 8 * 1024 * 1024
"""Bytes that are kept in memory; a file of the system's folder for temporary files takes what is more."""


class NoRoom(SecretariatError):
    """What was read cannot be put aside."""


class Spool:
    """The readings of one import, one for each path, in the order in which the paths came.

    ``readings`` have their problems and the entry of the file itself; iterating gives them whole, one after the other.
    ``sizes`` tell how much each takes where tables are made of it.
    """

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}
        self.sizes: dict[str, Size] = {}
        self._places: dict[str, int] = {}
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed with the spool

    def put(self, read: Reading) -> None:
        """Put a reading aside, in the place of one with the same path. Raises NoRoom when the disk is full."""
        try:
            self._places[read.path] = self._file.seek(0, 2)
            waiting = iter(read.records.values())
            while part := [(one.key, one.line, one.fact) for one in islice(waiting, AT_ONCE)]:
                pickle.dump(part, self._file, pickle.HIGHEST_PROTOCOL)
            pickle.dump((), self._file, pickle.HIGHEST_PROTOCOL)
            self._file.flush()
        except OSError as error:
            raise NoRoom(
                f"What was read cannot be put aside in {tempfile.gettempdir()} ({error.strerror}). Nothing was changed. "
                "Make room there, or set TMPDIR to a folder with more, and try again."
            ) from error
        self.sizes[read.path] = size_of(read)
        own = {place: one for place, one in read.records.items() if isinstance(one.fact, ArchiveFile)}
        self.readings[read.path] = Reading(read.path, read.format, records=own, problems=read.problems)

    def __iter__(self) -> Iterator[Reading]:
        for path, read in self.readings.items():
            self._file.seek(self._places[path])
            records = {(one.kind, one.key): one for one in self._records(read)}
            yield Reading(read.path, read.format, records=records, problems=read.problems)

    def _records(self, read: Reading) -> Iterator[AnyStated]:
        while part := pickle.load(self._file):  # noqa: S301 - written above, into a file that has no name
            for key, line, fact in part:
                yield Stated(kind=fact.KIND, key=key, file=read.path, format=read.format, line=line, fact=fact)

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
