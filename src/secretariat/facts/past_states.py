"""What the chain stored at a block of the past, and at the block to which the query node's lists are known."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from secretariat.facts.amounts import Amount
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_counts import StoredCounter
from secretariat.facts.stored_groups import StoredGroup
from secretariat.facts.stored_validators import ValidatorSet

WhyMissing = Literal["gone", "off", "later", "unreadable"]
"""Why a state is not known: no node has it any more, the configuration says not to ask, its turn comes, it is no such state."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EraPayout:
    """What one ended era pays to its validators and nominators together."""

    era: int
    payout: Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class PastState:
    """The chain after one block, by which terms begin and end; its key is the block. It never changes once read.

    ``missing`` tells why nothing of it is known, and then all else is empty. Of ``payouts`` there are those of the eras
    that storage still had, in rising order. ``validator_stake`` is that of the era the block lies in.
    """

    KIND: ClassVar[str] = "past-state"

    missing: WhyMissing | None = None
    spec_version: int | None = None
    issuance: Amount | None = None
    council: StoredCouncil | None = None
    groups: tuple[StoredGroup, ...] = ()
    validators: ValidatorSet | None = None
    validator_stake: Amount | None = None
    payouts: tuple[EraPayout, ...] = ()
    counters: tuple[StoredCounter, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ComparedState:
    """What of the chain is held against the query node, as it was at a block that both had come to.

    ``candidates`` are the member ids of the candidates of the present cycle; None where they were not read.
    """

    KIND: ClassVar[str] = "compared-state"

    council: StoredCouncil | None = None
    candidates: tuple[int, ...] | None = None
    groups: tuple[StoredGroup, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ComparedUpTo:
    """The block at which ``ComparedState`` is as it is, and up to which every list that it is held against is known.

    ``newest_event`` is set where the query node does not say how far it has come: the block of its newest event, after
    which it may be behind. ``ahead`` is set where it is further than the node's finalised head can let it be: the block it
    had come to.
    """

    KIND: ClassVar[str] = "compared-up-to"

    block: int
    newest_event: int | None = None
    ahead: int | None = None

    @property
    def surely(self) -> int:
        """Give the block up to which the query node is known to have come."""
        return self.block if self.newest_event is None else min(self.block, self.newest_event)
