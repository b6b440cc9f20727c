"""Records: one fact as one place of one source states it."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

F = TypeVar("F")

CHAIN, QUERY_NODE, PRICES = "chain", "query-node", "prices"
"""The live sources, as the formats of their documents name them."""

AT_BLOCKS = (CHAIN, QUERY_NODE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated(Generic[F]):
    """A fact with where it is stated.

    ``key`` is unique for one kind within one document. Of an archive, ``file`` is the document's path in it, ``format``
    the parser's name, and ``line`` counts from 1. Of a live source, ``file`` is ``<source>/<list>``, ``format`` the
    source's name, and ``line`` the block at which the fact was first read as it is now (for prices 1).
    """

    kind: str
    key: str
    file: str
    format: str
    line: int
    fact: F

    @property
    def source(self) -> str:
        """Name file and line, or list, key and block, as every published row does."""
        if self.format in AT_BLOCKS:
            return f"{self.file}#{self.key} at block {self.line:,}"
        return f"{self.file}#{self.key}" if self.format == PRICES else f"{self.file}:{self.line}"


AnyStated = Stated[Any]
