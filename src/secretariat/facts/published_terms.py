"""Ended council terms as the published table of terms has them: the figures that a term is compared by, each with its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

PUBLISHED = "published-table"
"""The format of a fact that is a row of a published table."""

Unit = Literal["count", "tokens", "bytes"]
Kind = Literal["made", "stands"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """One figure of the council as a whole or of the network: what it is, in which unit, and how two terms are told.

    What is ``made`` was counted within the term; what ``stands`` is as it was at the term's last block.
    """

    what: str
    unit: Unit
    kind: Kind


FIGURES: Mapping[str, Measured] = {
    "applicants": Measured(what="Candidates in the election of the council", unit="count", kind="made"),
    "votes": Measured(what="Votes in the election of the council", unit="count", kind="made"),
    "proposals": Measured(what="Proposals made", unit="count", kind="made"),
    "proposals_approved": Measured(what="Proposals approved", unit="count", kind="made"),
    "spending_executed": Measured(what="Paid by executed spending proposals", unit="tokens", kind="made"),
    "council_rewards": Measured(what="Paid to the council for its seats", unit="tokens", kind="made"),
    "validator_rewards": Measured(what="Paid to validators", unit="tokens", kind="made"),
    "council_budget_end": Measured(what="Budget of the council", unit="tokens", kind="stands"),
    "issuance_end": Measured(what="Total issuance", unit="tokens", kind="stands"),
    "validators_end": Measured(what="Validators", unit="count", kind="stands"),
    "validator_stake_end": Measured(what="Stake of all validators", unit="tokens", kind="stands"),
    "members_end": Measured(what="Members of the network", unit="count", kind="stands"),
    "channels_end": Measured(what="Channels", unit="count", kind="stands"),
    "uploads_end": Measured(what="Uploads", unit="count", kind="stands"),
    "content_bytes_end": Measured(what="Size of all content", unit="bytes", kind="stands"),
    "threads_end": Measured(what="Forum threads", unit="count", kind="stands"),
    "posts_end": Measured(what="Forum posts", unit="count", kind="stands"),
}
"""The columns of the table ``terms`` that are compared, in the order of the table. None is about one person."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedFigure:
    """One figure: a count, base units or bytes, and the place that states it."""

    value: int
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedTerm:
    """An ended term of the live chain: its blocks, and those of ``FIGURES`` that some source states."""

    KIND: ClassVar[str] = "published-term"

    term: int
    start_block: int | None
    end_block: int
    figures: Mapping[str, PublishedFigure]

    @property
    def blocks(self) -> int | None:
        """Give the term's length in blocks; None where its start is not known."""
        return None if self.start_block is None else self.end_block - self.start_block + 1
