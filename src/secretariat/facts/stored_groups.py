"""Working groups and their workers as the chain stores them at one block."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount
from secretariat.facts.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredGroup:
    """One working group; its key is its name, which is that of the query node. ``lead`` is a worker's number.

    ``active_workers`` is the chain's own count.
    """

    KIND: ClassVar[str] = "stored-group"

    group: str
    instance: int | None = None
    budget: Amount | None = None
    lead: int | None = None
    active_workers: int | None = None
    next_worker: int | None = None
    reward_period: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredWorker:
    """One worker in office; its key is ``<group>-<number>``, as in the query node. Accounts are public keys.

    ``leaving_since`` is the block in which the worker began to leave; ``missed_reward`` is owed.
    """

    KIND: ClassVar[str] = "stored-worker"

    group: str
    worker: int
    member_id: int | None = None
    is_lead: bool | None = None
    role_account: str | None = None
    staking_account: str | None = None
    reward_account: str | None = None
    reward_per_block: Amount | None = None
    missed_reward: Amount | None = None
    unstaking_period: int | None = None
    leaving_since: int | None = None
    created_block: int | None = None


def led_since(snapshot: Snapshot, group: str) -> int | None:
    """Give the block in which a group's present lead was hired; None where it has none, or that is not known."""
    leads = {one.fact.lead for one in snapshot.of(StoredGroup) if one.fact.group == group}
    workers = (one.fact for one in snapshot.of(StoredWorker) if one.fact.group == group)
    return next((one.created_block for one in workers if one.worker in leads), None)


def was_led(snapshot: Snapshot, group: str, block: int) -> bool:
    """Tell whether a group's present lead led it at a block already: what was due before is not theirs to explain.

    Of a lead of whom it is not known since when they lead it is not told either.
    """
    since = led_since(snapshot, group)
    return since is not None and since <= block
