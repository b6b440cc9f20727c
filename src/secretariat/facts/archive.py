"""The archive's files: what each was taken for and what came of it."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchiveFile:
    """One file of the archive. ``format`` is the parser's name, or ``unknown``; ``size`` is in bytes."""

    KIND: ClassVar[str] = "archive-file"

    path: str
    format: str
    title: str
    size: int
    sha256: str
    records: int
    problems: int
