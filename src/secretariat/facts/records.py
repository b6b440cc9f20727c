"""Records: one fact as one place of one source states it."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

F = TypeVar("F")


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated(Generic[F]):
    """A fact with where it is stated.

    ``key`` is unique for one kind within one document. ``file`` is the document's path inside the archive, ``format``
    the parser's name, ``line`` counts from 1.
    """

    kind: str
    key: str
    file: str
    format: str
    line: int
    fact: F

    @property
    def source(self) -> str:
        """Name file and line, as every published row does."""
        return f"{self.file}:{self.line}"


AnyStated = Stated[Any]
