"""Records: one fact as one place of one source states it."""

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

F = TypeVar("F")

CHAIN, QUERY_NODE, PRICES = "chain", "query-node", "prices"
"""The live sources, as the formats of their documents name them."""

REPAIRED = " repaired by "
"""What stands between a field and a person in the words of a source about a repair."""

AT_BLOCKS = (CHAIN, QUERY_NODE)
BY_KEY = (PRICES, "guide-paragraphs", "published-table")
"""Formats whose records are told by their key, not by a line."""


class Stated(NamedTuple, Generic[F]):
    """A fact with where it is stated. A named tuple, as a first sync makes hundreds of thousands of them.

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
        """Name the place, as every published row does, then the decisions laid over the record."""
        return f"{self.place}; {self.repaired}" if self.repaired else self.place

    @property
    def place(self) -> str:
        """Name file and line, or list, key and block."""
        if self.format in AT_BLOCKS:
            return f"{self.file}#{self.key} at block {self.line:,}"
        return f"{self.file}#{self.key}" if self.format in BY_KEY else f"{self.file}:{self.line}"


AnyStated = Stated[Any]


def is_unreadable(fact: Any, name: str) -> bool:
    """Tell whether a field that may be none has no value because the source's could not be read, and nobody repaired it.

    For facts whose field ``unreadable`` names such fields: there, no value alone does not mean none.
    """
    return getattr(fact, name) is None and name in fact.unreadable


def first_and_more(records: Sequence[AnyStated]) -> str:
    """Name the first place of many records and how many more lines there are, then every decision laid over them."""
    more = len(records) - 1
    counted = f" and {more:,} more line{'' if more == 1 else 's'}" if more else ""
    return "; ".join([f"{records[0].place}{counted}", *(record.repaired for record in records if record.repaired)])
