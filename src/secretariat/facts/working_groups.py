"""Working groups and their workers, term by term."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from secretariat.facts.amounts import Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupTerm:
    """One working group in one term, as a tokenomics report prints it. ``label`` is the report's own name for it."""

    KIND: ClassVar[str] = "group-term"

    network: str | None
    chain: str | None
    term: int
    group: str
    label: str
    workers_start: int | None = None
    workers_end: int | None = None
    stake_start: Amount | None = None
    stake_end: Amount | None = None
    minted_start: Amount | None = None
    minted_end: Amount | None = None
    spent: Amount | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkerTerm:
    """One worker in one term. Rewards are as printed: tokens per block, and millions of tokens to 0.1.

    ``worker_id`` is None where a report lists handle and ``account`` only, which is the account of the role.
    """

    KIND: ClassVar[str] = "worker-term"

    network: str | None
    chain: str | None
    term: int
    group: str
    worker_id: int | None = None
    handle: str
    account: str | None = None
    status: str | None = None
    tokens_per_block: Decimal | None = None
    millions_in_term: Decimal | None = None
    millions_total: Decimal | None = None
