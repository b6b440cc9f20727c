"""What a proposal of each type says: details that make sense on the chain as it stands."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import PALLET_OF, TYPES_SINCE
from secretariat.devnet.runtime import budget, groups, groups_hiring, proposals
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.runtime.group_names import GROUP_OF
from secretariat.devnet.world import protobuf, words
from secretariat.devnet.world.world import World

Place = tuple[object, ...]
"""What a proposal is called while it is made: chance is drawn by it."""

WEIGHTS: tuple[tuple[str, int, float], ...] = (
    ("FundingRequest", 40, 0.80),
    ("Signal", 12, 0.66),
    ("UpdateWorkingGroupBudget", 8, 0.85),
    ("SetWorkingGroupLeadReward", 5, 0.65),
    ("CreateWorkingGroupLeadOpening", 3, 0.7),
    ("UpdateChannelPayouts", 3, 0.6),
    ("SetCouncilBudgetIncrement", 2, 0.35),
    ("SetCouncilorReward", 2, 0.35),
    ("CancelWorkingGroupLeadOpening", 2, 0.3),
    ("FillWorkingGroupLeadOpening", 2, 0.7),
    ("TerminateWorkingGroupLead", 1, 0.25),
    ("SlashWorkingGroupLead", 1, 0.2),
    ("DecreaseWorkingGroupLeadStake", 1, 0.3),
    ("SetMaxValidatorCount", 1, 0.45),
    ("RuntimeUpgrade", 1, 0.0),
    ("AmendConstitution", 1, 0.5),
    ("SetMembershipPrice", 1, 0.5),
    ("SetInitialInvitationBalance", 1, 0.5),
    ("SetInitialInvitationCount", 1, 0.5),
    ("SetMembershipLeadInvitationQuota", 1, 0.6),
    ("SetReferralCut", 1, 0.5),
    ("VetoProposal", 1, 0.12),
    ("SetPalletFozenStatus", 1, 0.3),
    ("UpdateTokenPalletTokenConstraints", 1, 0.5),
    ("UpdateArgoBridgeConstraints", 1, 0.5),
    ("SetEraPayoutDampingFactor", 1, 0.3),
    ("DecreaseCouncilBudget", 1, 0.2),
)
"""The 27 types that can be created: how often each comes among a hundred or so, and how readily it is approved."""

LIKED = {kind: liked for kind, _, liked in WEIGHTS}
_SLOTS = tuple(kind for kind, often, _ in WEIGHTS for _ in range(often))


def kind_of_turn(world: World, turn: int) -> str:
    """Give the type of the world's n-th proposal by habit: each comes as often as its weight, in an order of chance."""
    lap, place = divmod(turn, len(_SLOTS))
    return _SLOTS[_order(world.seed, lap)[place]]


@lru_cache(maxsize=8)
def _order(seed: int, lap: int) -> tuple[int, ...]:
    return tuple(chance.sample(range(len(_SLOTS)), len(_SLOTS), seed, "turn", lap))


def details_of(chain: Chain, world: World, kind: str, *place: object) -> Any:
    """Give details of a type; None where the chain has nothing that such a proposal could be about."""
    if TYPES_SINCE.get(kind, 0) > chain.spec.version:
        return None
    content = _MAKERS[kind](chain, world, place)
    return None if content is None else {kind: content}


def amount(world: World, low: int, high: int, *place: object) -> int:
    """Give an amount between two numbers of JOY, in steps of 50; small ones are more frequent."""
    part = chance.share(world.seed, "amount", *place) ** 2
    return (low + int((high - low) * part)) // 50 * 50 * JOY


def _funding(_chain: Chain, world: World, place: Place) -> Any:
    people = world.joined()
    count = chance.weighted(((1, 80.0), (2, 12.0), (3, 8.0)), world.seed, "payees", *place)
    payees = chance.sample(people, count, world.seed, "payee", *place)
    return tuple(
        {"account": person.controller, "amount": amount(world, 500, 60_000, *place, index)}
        for index, person in enumerate(payees)
    )


def _signal(_chain: Chain, world: World, place: Place) -> Any:
    return words.paragraph(world.seed, "signal", *place).encode()


def _some_group(world: World, place: Place) -> str:
    return chance.pick(tuple(PALLET_OF), world.seed, "group", *place)


def _led_group(chain: Chain, world: World, place: Place) -> tuple[str, int] | None:
    led = [(group, groups.lead_of(chain, pallet)) for group, pallet in PALLET_OF.items()]
    known = [(group, lead) for group, lead in led if lead is not None]
    return chance.pick(known, world.seed, "group", *place) if known else None


def _group_budget(chain: Chain, world: World, place: Place) -> Any:
    group = _some_group(world, place)
    have = groups.budget_of(chain, PALLET_OF[group])
    back = chance.happens(0.25, world.seed, "back", *place)
    if back and have >= 1_000 * JOY:
        return (have // 4 // JOY * JOY, group, "Negative")
    return (amount(world, 2_000, 30_000, *place), group, "Positive")


def pay(chain: Chain, world: World, pallet: str) -> int:
    """Give what a group's workers earn together in each block; at least one worker's pay."""
    workers = [chain.get(f"{pallet}.WorkerById", one) for one in groups.workers_of(chain, pallet)]
    return max(sum(worker["reward_per_block"] or 0 for worker in workers), world.settings.worker_reward)


def refill(chain: Chain, world: World, pallet: str, blocks: int) -> Any:
    """Give the details of a refill for a bit more than so many blocks twice, as far as the council can afford it."""
    needed = pay(chain, world, pallet) * blocks * 22 // 10
    affordable = min(needed, budget.budget(chain) * 4 // 10)
    return {"UpdateWorkingGroupBudget": (affordable // (100 * JOY) * 100 * JOY, GROUP_OF[pallet], "Positive")}


def _lead_reward(chain: Chain, world: World, place: Place) -> Any:
    found = _led_group(chain, world, place)
    if found is None:
        return None
    part = 70 + chance.below(61, world.seed, "reward", *place)
    return (found[1], world.settings.worker_reward * 3 * part // 200, found[0])


def lead_opening(chain: Chain, world: World, pallet: str, *place: object) -> Any:
    """Give the details of an opening for a group's lead."""
    group = GROUP_OF[pallet]
    until = chain.milliseconds // 1000 + 7 * 86_400
    text = words.paragraph(world.seed, "lead", *place)
    return {
        "description": protobuf.opening(f"Lead of {group}", f"{group} needs a lead", text, 1, until),
        "stake_policy": {
            "stake_amount": chain.constant(f"{pallet}.LeaderOpeningStake"),
            "leaving_unstaking_period": 288_001,
        },
        "reward_per_block": world.settings.worker_reward * 3 // 2,
        "group": group,
    }


def _lead_openings(chain: Chain, world: World, place: Place) -> Any:
    return lead_opening(chain, world, PALLET_OF[_some_group(world, place)], *place)


def open_lead_openings(chain: Chain) -> list[tuple[str, int]]:
    """Give the openings for leads that stand open, as (pallet, id)."""
    return [
        (pallet, opening)
        for pallet in PALLET_OF.values()
        for (opening,) in chain.keys(f"{pallet}.OpeningById")
        if chain.get(f"{pallet}.OpeningById", opening)["opening_type"] == "Leader"
    ]


def _fill(chain: Chain, world: World, place: Place) -> Any:
    ready = [(pallet, one) for pallet, one in open_lead_openings(chain) if groups_hiring.standing(chain, pallet, one)]
    if not ready:
        return None
    pallet, opening = chance.pick(ready, world.seed, "fill", *place)
    applicants = groups_hiring.standing(chain, pallet, opening)
    return {
        "opening_id": opening,
        "application_id": chance.pick(applicants, world.seed, "applicant", *place),
        "working_group": GROUP_OF[pallet],
    }


def _cancel_opening(chain: Chain, world: World, place: Place) -> Any:
    found = open_lead_openings(chain)
    if not found:
        return None
    pallet, opening = chance.pick(found, world.seed, "cancel", *place)
    return (opening, GROUP_OF[pallet])


def _of_lead(low: int, high: int) -> Callable[[Chain, World, Place], Any]:
    def make(chain: Chain, world: World, place: Place) -> Any:
        found = _led_group(chain, world, place)
        return None if found is None else (found[1], amount(world, low, high, *place), found[0])

    return make


def _terminate(chain: Chain, world: World, place: Place) -> Any:
    found = _led_group(chain, world, place)
    if found is None:
        return None
    penalty = 100 * JOY if chance.happens(0.4, world.seed, "penalty", *place) else None
    return {"worker_id": found[1], "slashing_amount": penalty, "group": found[0]}


def _veto(chain: Chain, world: World, place: Place) -> Any:
    found = proposals.open_proposals(chain)
    return chance.pick(found, world.seed, "veto", *place) if found else None


def _payouts(_chain: Chain, world: World, place: Place) -> Any:
    return {
        "commitment": chance.key_of(world.seed, "payouts", *place),
        "payload": None,
        "min_cashout_allowed": 1_000 * JOY,
        "max_cashout_allowed": 500_000 * JOY,
        "channel_cashouts_enabled": True,
    }


def _token_constraints(_chain: Chain, _world: World, _place: Place) -> Any:
    names = "max_yearly_rate min_amm_slope min_sale_duration min_revenue_split_duration min_revenue_split_time_to_start"
    more = "sale_platform_fee amm_buy_tx_fees amm_sell_tx_fees bloat_bond"
    return {**dict.fromkeys(f"{names} {more}".split()), "sale_platform_fee": 20_000, "bloat_bond": 2_000_000_000}


def _bridge(_chain: Chain, world: World, place: Place) -> Any:
    return {
        "operator_account": chance.key_of(world.seed, "operator", *place),
        "pauser_accounts": None,
        "bridging_fee": 10 * JOY,
        "thawn_duration": None,
        "remote_chains": None,
    }


def _number(choices: tuple[int, ...]) -> Callable[[Chain, World, Place], Any]:
    return lambda _chain, world, place: chance.pick(choices, world.seed, "number", *place)


_MAKERS: dict[str, Callable[[Chain, World, Place], Any]] = {
    "FundingRequest": _funding,
    "Signal": _signal,
    "UpdateWorkingGroupBudget": _group_budget,
    "SetWorkingGroupLeadReward": _lead_reward,
    "CreateWorkingGroupLeadOpening": _lead_openings,
    "UpdateChannelPayouts": _payouts,
    "SetCouncilBudgetIncrement": _number((3_500_000_000_000_000, 3_800_000_000_000_000)),
    "SetCouncilorReward": _number((3_700_000_000, 4_000_000_000, 4_100_000_000)),
    "CancelWorkingGroupLeadOpening": _cancel_opening,
    "FillWorkingGroupLeadOpening": _fill,
    "TerminateWorkingGroupLead": _terminate,
    "SlashWorkingGroupLead": _of_lead(50, 300),
    "DecreaseWorkingGroupLeadStake": _of_lead(50, 400),
    "SetMaxValidatorCount": _number((80, 90, 100)),
    "RuntimeUpgrade": lambda _chain, world, place: b"\0asm" + chance.key_of(world.seed, "code", *place) * 8,
    "AmendConstitution": _signal,
    "SetMembershipPrice": _number((15 * JOY, 20 * JOY, 25 * JOY)),
    "SetInitialInvitationBalance": _number((5 * JOY, 8 * JOY, 10 * JOY)),
    "SetInitialInvitationCount": _number((3, 5, 8)),
    "SetMembershipLeadInvitationQuota": _number((50, 100, 200)),
    "SetReferralCut": _number((0, 5, 10, 60)),
    "VetoProposal": _veto,
    "SetPalletFozenStatus": lambda _chain, _world, _place: (True, "ProjectToken"),
    "UpdateTokenPalletTokenConstraints": _token_constraints,
    "UpdateArgoBridgeConstraints": _bridge,
    "SetEraPayoutDampingFactor": _number((90, 95, 100)),
    "DecreaseCouncilBudget": lambda _chain, world, place: amount(world, 1_000, 20_000, *place),
    "UpdateGlobalNftLimit": lambda _chain, _world, _place: ("Daily", 100),
}
"""All types that the chain declares; nobody files the last one by habit, since the runtime refuses it."""
