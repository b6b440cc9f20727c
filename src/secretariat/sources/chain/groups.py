"""Working groups: every instance the metadata has, with budget, lead and workers in office."""

import re
from collections.abc import Mapping
from typing import Any

from secretariat.clients.substrate.codec import constant_of
from secretariat.clients.substrate.types import Runtime
from secretariat.clients.substrate.wrong import ItemMissing, ValueWrong
from secretariat.facts.amounts import Amount
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.fields import account, amount, fields_of, item_number, whole
from secretariat.sources.chain.state import StateAt, at_least, entries, missing, plain

ITEMS = ("Budget", "CurrentLead", "ActiveWorkerCount", "NextWorkerId")
WORKERS = "WorkerById"

_INSTANCE = re.compile(r"Instance([0-9]+)WorkingGroup")


def group_pallets(runtime: Runtime) -> dict[str, str]:
    """Name the working groups' pallets by the group's name in the query node: the pallet's with a small first letter."""
    return {
        name[0].lower() + name[1:]: name
        for name, pallet in runtime.pallets.items()
        if {WORKERS, "CurrentLead", "Budget"} <= set(pallet.storage)
    }


def items_of(pallets: Mapping[str, str]) -> list[str]:
    """Name the items that ``group_of`` needs of some groups."""
    return [f"{pallet}.{item}" for pallet in pallets.values() for item in ITEMS]


def group_of(at: StateAt, reading: Reading, found: Mapping[str, Any], group: str, pallet: str) -> StoredGroup:
    """Give one group out of the items read."""
    budget = item_number(at, reading, found, f"{pallet}.Budget")
    instance = _INSTANCE.fullmatch(at.runtime.pallets[pallet].storage[WORKERS].prefix)
    return StoredGroup(
        group=group,
        instance=int(instance[1]) if instance else None,
        budget=None if budget is None else Amount(budget),
        lead=item_number(at, reading, found, f"{pallet}.CurrentLead"),
        active_workers=item_number(at, reading, found, f"{pallet}.ActiveWorkerCount"),
        next_worker=item_number(at, reading, found, f"{pallet}.NextWorkerId"),
        reward_period=_reward_period(at, pallet),
    )


def read_groups(at: StateAt, reading: Reading) -> None:
    """Read every working group and its workers."""
    pallets = group_pallets(at.runtime)
    if not pallets:
        missing(at, reading, "working group pallets")
        return
    figures = plain(at, reading, items_of(pallets))
    workers = entries(at, reading, [f"{pallet}.{WORKERS}" for pallet in pallets.values()])
    for group, pallet in pallets.items():
        fact = group_of(at, reading, figures, group, pallet)
        reading.add(group, at.block, fact)
        in_office = workers.get(f"{pallet}.{WORKERS}", {})
        if not any(problem.subject.startswith(f"{pallet}.{WORKERS}") for problem in reading.problems):
            at_least(fact.active_workers, len(in_office), f"workers of {group}")
        lead_known = f"{pallet}.CurrentLead" in figures
        for (worker,), value in in_office.items():
            _add_worker(at, reading, group, worker, worker == fact.lead if lead_known else None, value)


def _add_worker(at: StateAt, reading: Reading, group: str, worker: int, is_lead: bool | None, value: Any) -> None:
    fields = fields_of(at, reading, f"worker {group}-{worker}", value)
    fact = StoredWorker(
        group=group,
        worker=worker,
        member_id=whole(fields, "member_id"),
        is_lead=is_lead,
        role_account=account(fields, "role_account_id"),
        staking_account=account(fields, "staking_account_id"),
        reward_account=account(fields, "reward_account_id"),
        reward_per_block=amount(fields, "reward_per_block"),
        missed_reward=amount(fields, "missed_reward"),
        unstaking_period=whole(fields, "job_unstaking_period"),
        leaving_since=whole(fields, "started_leaving_at"),
        created_block=whole(fields, "created_at"),
    )
    reading.add(f"{group}-{worker}", at.block, fact)


def _reward_period(at: StateAt, pallet: str) -> int | None:
    try:
        period = constant_of(at.runtime, pallet, "RewardPeriod")
    except (ItemMissing, ValueWrong):
        return None
    return period if type(period) is int else None
