"""The truth about working groups: who leads and works, for how much, what was paid and missed, which roles are open."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain, Event
from secretariat.devnet.chain.specs import GROUPS
from secretariat.devnet.truth_forum import message_text


def working_groups(chain: Chain, events: list[Event], block: int, names: dict[int, str]) -> dict[str, Any]:
    """Tell every group as it stands at a block."""
    return {pallet: _group(chain, events, block, names, pallet) for pallet in GROUPS}


def _group(chain: Chain, events: list[Event], block: int, names: dict[int, str], pallet: str) -> dict[str, Any]:
    lead = chain.get_at(block, f"{pallet}.CurrentLead")
    own = [event for event in events if event.name.startswith(f"{pallet}.")]
    paid: dict[int, int] = {}
    for event in own:
        if event.name.endswith(".RewardPaid"):
            paid[event.values[0]] = paid.get(event.values[0], 0) + event.values[2]
    numbers = sorted(number for (number,) in chain.keys(f"{pallet}.WorkerById", at=block))
    workers = [_worker(chain, block, pallet, number, paid, names) for number in numbers]
    openings = {
        str(number): _opening(chain, block, pallet, number)
        for (number,) in chain.keys(f"{pallet}.OpeningById", at=block)
    }
    return {
        "lead": lead,
        "workers": workers,
        "openings": openings,
        "openings_ever": _openings(own),
        "staffed": _staffed(chain, own, pallet),
        "reward_period": chain.constant(f"{pallet}.RewardPeriod"),
        "workers_ever": chain.get_at(block, f"{pallet}.NextWorkerId"),
        "rewards_paid": str(sum(paid.values())),
        "exited": sum(1 for event in own if event.name.endswith(".WorkerExited")),
        "terminated": sum(1 for event in own if event.name.endswith((".TerminatedWorker", ".TerminatedLeader"))),
    }


def _worker(
    chain: Chain, block: int, pallet: str, number: int, paid: dict[int, int], names: dict[int, str]
) -> dict[str, Any]:
    worker = chain.get_at(block, f"{pallet}.WorkerById", number)
    reward, missed = worker["reward_per_block"], worker["missed_reward"]
    return {
        "id": number,
        "member": worker["member_id"],
        "handle": names.get(worker["member_id"]),
        "reward_per_block": None if reward is None else str(reward),
        "missed_reward": str(missed or 0),
        "paid": str(paid.get(number, 0)),
        "hired": worker["created_at"],
        "leaving_since": worker["started_leaving_at"],
    }


_STAFF = frozenset(
    {"LeaderSet", "LeaderUnset", "OpeningFilled", "WorkerExited", "TerminatedWorker", "TerminatedLeader", "WorkerRewardAmountUpdated",
     "NewMissedRewardLevelReached"}
)  # fmt: skip


def _staffed(chain: Chain, own: list[Event], pallet: str) -> list[list[Any]]:
    """Tell who led and worked after each block that changed it, oldest first.

    Each has its block, the lead's member, how many work, what they get a block, and what they are owed.
    """
    told: list[list[Any]] = []
    for block in sorted({0, *(event.block for event in own if event.name.partition(".")[2] in _STAFF)}):
        numbers = [number for (number,) in chain.keys(f"{pallet}.WorkerById", at=block)]
        workers = {number: chain.get_at(block, f"{pallet}.WorkerById", number) for number in numbers}
        lead = workers.get(chain.get_at(block, f"{pallet}.CurrentLead"))
        pay = sum(worker["reward_per_block"] or 0 for worker in workers.values())
        owed = sum(worker["missed_reward"] or 0 for worker in workers.values())
        told.append([block, None if lead is None else lead["member_id"], len(workers), str(pay), str(owed)])
    return told


def _openings(own: list[Event]) -> list[dict[str, Any]]:
    """Tell every opening that ever was: its title, and the blocks in which it was opened and filled or taken back (None: neither)."""
    found: dict[int, dict[str, Any]] = {}
    for event in own:
        name = event.name.partition(".")[2]
        if name == "OpeningAdded":
            number, description = event.values[:2]
            title = message_text(description, TITLE)
            found[number] = {"id": number, "title": title, "opened": event.block, "closed": None}
        elif name in ("OpeningFilled", "OpeningCanceled") and event.values[0] in found:
            found[event.values[0]]["closed"] = event.block
    return [found[number] for number in sorted(found)]


TITLE = 7
"""The field of an opening's metadata that has its title."""


def _opening(chain: Chain, block: int, pallet: str, number: int) -> dict[str, Any]:
    opening = chain.get_at(block, f"{pallet}.OpeningById", number)
    standing = [
        key[0]
        for key in chain.keys(f"{pallet}.ApplicationById", at=block)
        if chain.get_at(block, f"{pallet}.ApplicationById", *key)["opening_id"] == number
    ]
    return {"type": opening["opening_type"], "created": opening["created"], "applications": sorted(standing)}
