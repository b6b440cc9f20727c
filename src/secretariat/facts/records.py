"""Records: one fact as one place of one source states it."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

F = TypeVar("F")

CHAIN, QUERY_NODE, PRICES = "chain", "query-node", "prices"
"""The live sources, as the formats of their documents name them."""

REPAIRED = " repaired by "
"""What stands between a field and a person in the words of a source about a repair."""

AT_BLOCKS = (CHAIN, QUERY_NODE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated(Generic[F]):
    """A fact with where it is stated.

    ``key`` is unique for one kind within one document. Of an archive, ``file`` is the document's path in it, ``format``
    the parser's name, and ``line`` counts from 1. Of a live source, ``file`` is ``<source>/<list>``, ``format`` the
    source's name, and ``line`` the block at which the fact was first read as it is now (for prices 1).
    ``repaired`` says which fields a person set, who, and in which entry of the journal; empty where nobody did.
    """

    kind: str
    key: str
    file: str
    format: str
    line: int
    fact: F
    repaired: str = ""

    @property
    def source(self) -> str:
        """Name file and line, or list, key and block, as every published row does; then the decisions laid over it."""
        place = f"{self.file}:{self.line}"
        if self.format in AT_BLOCKS:
            place = f"{self.file}#{self.key} at block {self.line:,}"
        elif self.format == PRICES:
            place = f"{self.file}#{self.key}"
        return f"{place}; {self.repaired}" if self.repaired else place


AnyStated = Stated[Any]
