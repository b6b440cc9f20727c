"""Threads that this desk opened, by the receipts of its transactions: known before the query node tells of them."""

from dataclasses import dataclass
from typing import ClassVar

RECEIPT = "receipt"
"""The format of a fact that the receipt of an act of this desk holds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenedThread:
    """One thread, as the final block tells that opened it: its number, that block, and what was signed.

    That it has not been locked or removed since nobody knows but the query node, whose word counts where it has one.
    """

    KIND: ClassVar[str] = "opened-thread"

    thread_id: int
    title: str
    category_id: int | None
    author_id: int | None
    created_block: int
