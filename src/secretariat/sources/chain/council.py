"""Council and referendum: stage with its stored end, seats, candidates of the present cycle, budget."""

from collections.abc import Mapping
from typing import Any, get_args

from secretariat.facts.stored_council import (
    CouncilStageName,
    ReferendumStageName,
    StoredCandidate,
    StoredCouncil,
    StoredSeat,
    Winner,
)
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.fields import (
    Fields,
    account,
    amount,
    fields_of,
    item_number,
    odd,
    variant,
    variant_of,
    whole,
)
from secretariat.sources.chain.state import StateAt, at_least, entries, plain

STAGE, REFERENDUM, CYCLE = "Council.Stage", "Referendum.Stage", "Council.AnnouncementPeriodNr"
SEATS, CANDIDATES = "Council.CouncilMembers", "Council.Candidates"

NUMBERS = {
    "budget": "Council.Budget",
    "budget_increment": "Council.BudgetIncrement",
    "next_budget_refill": "Council.NextBudgetRefill",
    "councilor_reward": "Council.CouncilorReward",
    "next_reward_payments": "Council.NextRewardPayments",
    "era_payout_damping_percent": "Council.EraPayoutDampingFactor",
    "cycle": CYCLE,
}
"""Fields of the fact by the item each is read from."""


ITEMS = (STAGE, REFERENDUM, *NUMBERS.values())
"""What ``council_of`` needs."""


def council_of(at: StateAt, reading: Reading, found: Mapping[str, Any]) -> StoredCouncil:
    """Give stages and money of the council out of the items read."""
    held: dict[str, Any] = {field: item_number(at, reading, found, item) for field, item in NUMBERS.items()}
    held |= _stage(at, reading, found[STAGE]) if STAGE in found else {}
    held |= _referendum(at, reading, found[REFERENDUM]) if REFERENDUM in found else {}
    return StoredCouncil(**held)


def read_council(at: StateAt, reading: Reading) -> None:
    """Read the council's stages, money and seats, and the candidates of the present cycle."""
    found = plain(at, reading, [*ITEMS, SEATS])
    council = council_of(at, reading, found)
    if found:
        reading.add("council", at.block, council)
    for seat in _list(at, reading, SEATS, found.get(SEATS, [])):
        _add_seat(at, reading, seat)
    read_candidates(at, reading, council)


def _list(at: StateAt, reading: Reading, item: str, value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    odd(fields_of(at, reading, item, None), "the list", "is something else")
    return []


def _stage(at: StateAt, reading: Reading, value: Any) -> dict[str, Any]:
    outer = fields_of(at, reading, STAGE, value)
    name, content = variant(outer, "stage")
    known = _known(outer, name, get_args(CouncilStageName))
    inner = fields_of(at, reading, f"{STAGE} {name}", content)
    return {
        "stage": known,
        "stage_changed_at": whole(outer, "changed_at"),
        "stage_ends_at": whole(inner, "ends_at") if known in ("announcing", "idle") else None,
        "candidates_count": whole(inner, "candidates_count") if known in ("announcing", "election") else None,
    }


def _referendum(at: StateAt, reading: Reading, value: Any) -> dict[str, Any]:
    name, content = variant_of(value)
    outer = fields_of(at, reading, REFERENDUM, {"stage": value})
    known = _known(outer, name, get_args(ReferendumStageName))
    if known not in ("voting", "revealing"):
        return {"referendum": known}
    inner = fields_of(at, reading, f"{REFERENDUM} {name}", content)
    winners = _winners(inner) if known == "revealing" else ()
    return {
        "referendum": known,
        "referendum_started": whole(inner, "started"),
        "referendum_ends_at": whole(inner, "ends_at"),
        "referendum_cycle": whole(inner, "current_cycle_id"),
        "winning_target_count": whole(inner, "winning_target_count"),
        "intermediate_winners": winners,
    }


def _known(fields: Fields, name: str | None, names: tuple[str, ...]) -> str | None:
    if name is not None and name.lower() in names:
        return name.lower()
    odd(fields, "stage", f"is {name!r}, which is none of {', '.join(names)}")
    return None


def _winners(inner: Fields) -> tuple[Winner, ...]:
    value = inner.values.get("intermediate_winners")
    found: list[Winner] = []
    for each in _list(inner.at, inner.reading, f"{inner.subject} intermediate_winners", value):
        fields = fields_of(inner.at, inner.reading, f"{inner.subject} winner {len(found) + 1}", each)
        found.append(Winner(member_id=whole(fields, "option_id"), vote_power=amount(fields, "vote_power")))
    return tuple(found)


def _add_seat(at: StateAt, reading: Reading, value: Any) -> None:
    member = value.get("membership_id") if isinstance(value, Mapping) else None
    fields = fields_of(at, reading, f"council member {member}", value)
    if type(member) is not int:
        odd(fields, "membership_id", "is no number")
        return
    reading.add(
        str(member),
        at.block,
        StoredSeat(
            member_id=member,
            staking_account=account(fields, "staking_account_id"),
            reward_account=account(fields, "reward_account_id"),
            stake=amount(fields, "stake"),
            last_payment_block=whole(fields, "last_payment_block"),
            unpaid_reward=amount(fields, "unpaid_reward"),
        ),
    )


def read_candidates(at: StateAt, reading: Reading, council: StoredCouncil) -> None:
    """Keep the candidates of the present cycle; the map holds those of old cycles until they take their stake back."""
    count = 0
    for (member,), value in entries(at, reading, [CANDIDATES]).get(CANDIDATES, {}).items():
        fields = fields_of(at, reading, f"candidate {member}", value)
        cycle = whole(fields, "cycle_id")
        if cycle is None or cycle != council.cycle:
            continue
        count += 1
        reading.add(
            str(member),
            at.block,
            StoredCandidate(
                member_id=member,
                cycle=cycle,
                staking_account=account(fields, "staking_account_id"),
                reward_account=account(fields, "reward_account_id"),
                stake=amount(fields, "stake"),
                vote_power=amount(fields, "vote_power"),
                note_hash=account(fields, "note_hash"),
            ),
        )
    _compare_candidates(at, reading, council, count)


def _compare_candidates(at: StateAt, reading: Reading, council: StoredCouncil, count: int) -> None:
    """Report a stage that counts fewer candidates than are stored; outside an election it counts none.

    Raises ListShort when it counts more.
    """
    if council.candidates_count is None or council.cycle is None or council.candidates_count == count:
        return
    unread = any(problem.subject.startswith((CANDIDATES, "candidate ")) for problem in reading.problems)
    at_least(None if unread else council.candidates_count, count, f"candidates of cycle {council.cycle}")
    reading.problem(
        "contradiction",
        at.block,
        subject="candidates",
        what=f"The stage counts {council.candidates_count} candidates and {count} of cycle {council.cycle} are stored.",
        repair="The chain itself goes by the count in its stage; compare with the query node.",
    )
