"""Budgets, groups, workers and totals: what the truth tells, and what the product's tables and facts say."""

from itertools import pairwise

from secretariat.facts.accounts import key_of
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil, StoredSeat
from secretariat.facts.stored_counts import Issuance, StoredCounter
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from secretariat.facts.stored_validators import StoredEra, StoredValidator
from tests.devnet.synced.desk import Seen
from tests.devnet.synced.elections import Told

COUNCIL = "council"
GROUPS = {
    "ForumWorkingGroup": "forumWorkingGroup",
    "StorageWorkingGroup": "storageWorkingGroup",
    "ContentWorkingGroup": "contentWorkingGroup",
    "OperationsWorkingGroupAlpha": "operationsWorkingGroupAlpha",
    "AppWorkingGroup": "appWorkingGroup",
    "DistributionWorkingGroup": "distributionWorkingGroup",
    "OperationsWorkingGroupBeta": "operationsWorkingGroupBeta",
    "OperationsWorkingGroupGamma": "operationsWorkingGroupGamma",
    "MembershipWorkingGroup": "membershipWorkingGroup",
}
"""The query node's name of each group, by its pallet."""

NAMES = {query_node: pallet for pallet, query_node in GROUPS.items()}

PEOPLES_NAMES = {
    "forum": "forumWorkingGroup",
    "storage": "storageWorkingGroup",
    "content": "contentWorkingGroup",
    "builders": "operationsWorkingGroupAlpha",
    "apps": "appWorkingGroup",
    "distribution": "distributionWorkingGroup",
    "hr": "operationsWorkingGroupBeta",
    "marketing": "operationsWorkingGroupGamma",
    "membership": "membershipWorkingGroup",
}
"""The query node's name of each group, by what people call it."""

COUNCIL_FLOWS = {
    "refills": ("budget-refill",),
    "rewards": ("council-reward",),
    "funding_requests": ("request-funded",),
    "gifts": ("council-budget-funded",),
    "decreases": ("council-budget-decreased",),
    "to_groups": ("granted-to-groups",),
    "from_groups": ("taken-from-groups",),
    "set": ("budget-set",),
}
GROUP_FLOWS = {
    "rewards": ("reward-paid",),
    "spending": ("budget-spending", "vested-budget-spending"),
    "gifts": ("budget-funded",),
    "from_council": ("budget-updated",),
    "to_council": ("budget-updated",),
    "set": ("budget-set",),
    "invitations": ("unexplained",),
}
"""By the truth's flow: the product's parts of a budget that tell of it. No event of a budget tells of invitations."""


def _budget(seen: Seen, budget: str, block: int) -> Told:
    money = seen.truth_at(block)["budgets"]
    found: Told = money["council"] if budget == COUNCIL else money["groups"][NAMES[budget]]
    return found


def _true_reckoning(seen: Seen, budget: str, begin: int, end: int) -> Told:
    """Give both ends of a stretch, and what each part of it adds."""
    before, after = _budget(seen, budget, begin), _budget(seen, budget, end)
    parts: dict[str, int] = {}
    for flow, names in (COUNCIL_FLOWS if budget == COUNCIL else GROUP_FLOWS).items():
        change = int(after["flows"].get(flow, 0)) - int(before["flows"].get(flow, 0))
        parts[names[0]] = parts.get(names[0], 0) + change
    unexplained = parts.pop("unexplained", 0)
    told = {name: amount for name, amount in parts.items() if amount}
    return {
        "opening": int(before["budget"]) if begin else 0,
        "closing": int(after["budget"]),
        "parts": told,
        "unexplained": unexplained,
    }


def true_budgets(seen: Seen) -> Told:
    """Give every budget between the terms' borders and to the height, to the base unit."""
    borders = [0, *(council["elected"] - 1 for council in seen.truth["councils"]), seen.height]
    return {
        (budget, begin, end): _true_reckoning(seen, budget, begin, end)
        for budget in (COUNCIL, *GROUPS.values())
        for begin, end in pairwise(borders)
    }


def found_budgets(seen: Seen) -> Told:
    """Give the rows of the table of budgets, put together for each stretch."""
    found: Told = {}
    for row in seen.rows("budgets"):
        budget = PEOPLES_NAMES.get(row["budget"], row["budget"])
        one = found.setdefault((budget, row["from_block"], row["to_block"]), {"parts": {}})
        part, amount = row["part"], int(row["amount"])
        if part in ("opening", "closing", "unexplained"):
            one[part] = amount
        elif amount:
            part = {"vested-budget-spending": "budget-spending"}.get(part, part)
            one["parts"][part] = one["parts"].get(part, 0) + amount
    return found


def true_stored_council(seen: Seen) -> Told:
    """Give what storage says of the council at the finalised head."""
    told = seen.truth_at(seen.final)
    council, running = told["budgets"]["council"], told["elections"][-1]
    idle = running["outcome"] != "running"
    standing = [one for one in running["candidacies"] if one["withdrawn"] is None]
    found: Told = {
        "cycle": running["cycle"],
        "budget": int(council["budget"]),
        "increment": int(council["increment"]),
        "reward": int(council["councilor_reward"]),
        "next_refill": council["next_refill"],
        "next_rewards": council["next_rewards"],
        "seats": {
            seat["member"]: int(seat["stake"]) for council in told["councils"][-1:] for seat in council["members"]
        },
    }
    if not idle:
        stage = running["stage"]
        found["stage"] = stage["name"]
        found["ends_at"] = stage["ends_at"]
        found["candidates"] = {
            one["member"]: (int(one["stake"]), one["staking_account"], int(one["vote_stake"])) for one in standing
        }
    return found


def found_stored_council(seen: Seen) -> Told:
    """Give what the product read of it."""
    (one,) = seen.facts(StoredCouncil)
    found: Told = {
        "cycle": one.cycle,
        "budget": one.budget,
        "increment": one.budget_increment,
        "reward": one.councilor_reward,
        "next_refill": one.next_budget_refill,
        "next_rewards": one.next_reward_payments,
        "seats": {seat.member_id: seat.stake for seat in seen.facts(StoredSeat)},
    }
    if one.stage != "idle":
        found["stage"] = one.stage if one.stage == "announcing" else one.referendum
        found["ends_at"] = one.stage_ends_at if one.stage == "announcing" else one.referendum_ends_at
        found["candidates"] = {
            each.member_id: (each.stake, each.staking_account, each.vote_power) for each in seen.facts(StoredCandidate)
        }
    return found


def true_groups(seen: Seen) -> Told:
    """Give every group at the finalised head with its workers, and what each was ever paid by the height."""
    told = seen.truth_at(seen.final)
    return {
        GROUPS[pallet]: {
            "budget": int(told["budgets"]["groups"][pallet]["budget"]),
            "lead": group["lead"],
            "workers": {
                worker["id"]: (
                    worker["member"],
                    None if worker["reward_per_block"] is None else int(worker["reward_per_block"]),
                    int(worker["missed_reward"]),
                    worker["leaving_since"],
                    worker["hired"],
                )
                for worker in group["workers"]
            },
            "ever": group["workers_ever"] or 0,
            "paid": _paid(seen.truth, pallet),
        }
        for pallet, group in told["groups"].items()
    }


def _paid(told: Told, pallet: str) -> dict[int, int | None]:
    """Give what each worker was paid; tables tell of workers by council terms, so of none before the first."""
    return {one["id"]: int(one["paid"]) if told["councils"] else None for one in told["groups"][pallet]["workers"]}


def found_groups(seen: Seen) -> Told:
    """Give what the product read of them."""
    workers: Told = {}
    for one in seen.facts(StoredWorker):
        workers.setdefault(one.group, {})[one.worker] = (
            one.member_id,
            one.reward_per_block,
            one.missed_reward or 0,
            one.leaving_since,
            one.created_block,
        )
    paid: Told = {}
    for row in sorted(seen.rows("workers"), key=lambda row: row["term"]):
        paid.setdefault(PEOPLES_NAMES[row["group"]], {})[row["worker_id"]] = row["paid_total"]
    in_office = {group: set(one["paid"]) for group, one in true_groups(seen).items()}
    return {
        one.group: {
            "budget": one.budget,
            "lead": one.lead,
            "workers": workers.get(one.group, {}),
            "ever": one.next_worker or 0,
            "paid": {worker: paid.get(one.group, {}).get(worker) for worker in in_office[one.group]},
        }
        for one in seen.facts(StoredGroup)
    }


FIRST = {"Content.NextChannelId": 1, "Content.NextVideoId": 1, "Forum.NextThreadId": 1, "Forum.NextPostId": 1,
         "Forum.NextCategoryId": 1}  # fmt: skip
COUNTERS = {
    "Members.NextMemberId": "members",
    "Content.NextChannelId": "channels",
    "Content.NextVideoId": "videos",
    "Storage.NextDataObjectId": "data_objects",
    "Forum.NextThreadId": "threads",
    "Forum.NextPostId": "posts",
    "Forum.NextCategoryId": "categories",
    "ProposalsEngine.ProposalCount": "proposals",
}


def _newest(seen: Seen) -> Told:
    """Give the newest totals: they are counted once a day."""
    found: Told = seen.rows("growth-snapshots")[-1]
    return found


def true_counts(seen: Seen) -> Told:
    """Give issuance and everything ever made, at the finalised head, and what is never removed, when last counted."""
    told, made = seen.truth_at(seen.final), seen.truth_at(_newest(seen)["block"])["made"]
    return {
        "issuance": int(told["issuance"]),
        **{counter: told["made"][name] for counter, name in COUNTERS.items()},
        "snapshot": {name: made[name] for name in ("members", "proposals", "channels")},
        "borders": {
            council["elected"] - 1: int(seen.truth_at(council["elected"] - 1)["issuance"])
            for council in seen.truth["councils"]
        },
    }


def found_counts(seen: Seen) -> Told:
    """Give what the product read of them."""
    counters = {one.name: one.value - FIRST.get(one.name, 0) for one in seen.facts(StoredCounter)}
    (issuance,) = seen.facts(Issuance)
    newest = _newest(seen)
    assert seen.height - 14_400 < newest["block"] <= seen.height
    return {
        "issuance": issuance.total,
        **{counter: counters.get(counter) for counter in COUNTERS},
        "snapshot": {name: newest[name] for name in ("members", "proposals", "channels")},
        "borders": {row["block"]: row["issuance"] for row in seen.rows("past-states")},
    }


def true_validators(seen: Seen) -> Told:
    """Give who validates and the points of the newest eras."""
    told = seen.truth_at(seen.final)["validators"]
    return {
        "validators": set(told["validators"]),
        "points": {int(era): dict(points) for era, points in told["points"].items()},
        "rewards": {int(era): int(amount) for era, amount in told["rewards"].items()},
    }


def found_validators(seen: Seen) -> Told:
    """Give what the product read of them."""
    eras = {one.era: one for one in seen.facts(StoredEra)}
    truth = true_validators(seen)
    return {
        "validators": {key_of(one.account) for one in seen.facts(StoredValidator)},
        "points": {
            era: {one.account: one.points for one in eras[era].points} for era in truth["points"] if era in eras
        },
        "rewards": {era: one.payout for era, one in eras.items() if one.payout is not None and era in truth["rewards"]},
    }
