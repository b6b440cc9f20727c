"""Events of the working groups: money and staff."""

from secretariat.facts.group_events import LEADER_UNSET as LEADER_UNSET_NAME
from secretariat.facts.group_events import GroupMoneyEvent, GroupStaffEvent
from secretariat.sources.query_node.parse.events import event
from secretariat.sources.query_node.shapes import Field, Shape
from secretariat.sources.query_node.values import amount, change, each, keyed, name, number, one_of, stated, whole

_GROUP = Field("groupId", "group", name, places=True)
_WORKER = Field("workerId", "worker", name, places=True)
_OPENING = Field("openingId", "opening", name)
_APPLICATION = Field("applicationId", "application", name)
_AMOUNT = Field("amount", "amount", amount)
_RATIONALE = Field("rationale", "with_rationale", stated, optional=True)
_PENALTY = Field("penalty", "amount", amount, optional=True)


def _money(event_name: str, *fields: Field) -> Shape:
    return event(GroupMoneyEvent, event_name, _GROUP, *fields)


def _staff(event_name: str, *fields: Field) -> Shape:
    return event(GroupStaffEvent, event_name, _GROUP, *fields)


REWARD_PAID = _money(
    "reward-paid",
    _WORKER,
    _AMOUNT,
    Field("rewardAccount", "account", name),
    Field("paymentType", "payment", one_of("REGULAR", "MISSED")),
)
BUDGET_SPENDING = _money("budget-spending", _AMOUNT, Field("reciever", "account", name), _RATIONALE)
VESTED_SPENDING = _money(
    "vested-budget-spending",
    _AMOUNT,
    Field("receiver", "account", name),
    Field("perBlock", "per_block", amount),
    Field("startingBlock", "starting_block", whole),
    _RATIONALE,
)
BUDGET_UPDATED = _money("budget-updated", Field("budgetChangeAmount", "amount", change, places=True))
BUDGET_SET = _money("budget-set", Field("newBudget", "amount", amount))
BUDGET_FUNDED = _money(
    "budget-funded", Field("memberId", "member_id", number), _AMOUNT, Field("rationale", "with_rationale", stated)
)

OPENING_ADDED = _staff("opening-added", _OPENING)
APPLIED = _staff("applied-on-opening", _OPENING, _APPLICATION)
APPLICATION_WITHDRAWN = _staff("application-withdrawn", _APPLICATION)
OPENING_CANCELED = _staff("opening-canceled", _OPENING)
OPENING_FILLED = _staff("opening-filled", _OPENING, Field("workersHired", "hired", each(keyed)))
LEADER_SET = _staff("leader-set", Field("workerId", "worker", name, optional=True))
LEADER_UNSET = _staff(LEADER_UNSET_NAME, Field("leaderId", "worker", name))
MISSED_REWARD = _staff("missed-reward-level", _WORKER, Field("newMissedRewardAmount", "amount", amount))
STAKE_DECREASED = _staff("stake-decreased", _WORKER, _AMOUNT)
STAKE_INCREASED = _staff("stake-increased", _WORKER, _AMOUNT)
STAKE_SLASHED = _staff(
    "stake-slashed",
    _WORKER,
    Field("slashedAmount", "amount", amount),
    Field("requestedAmount", "requested", amount),
    _RATIONALE,
)
LEADER_TERMINATED = _staff("leader-terminated", _WORKER, _PENALTY, _RATIONALE)
WORKER_TERMINATED = _staff("worker-terminated", _WORKER, _PENALTY, _RATIONALE)
WORKER_EXITED = _staff("worker-exited", _WORKER)
WORKER_LEAVING = _staff("worker-started-leaving", _WORKER, _RATIONALE)
REWARD_ACCOUNT = _staff("reward-account-updated", _WORKER, Field("newRewardAccount", "account", name))
REWARD_AMOUNT = _staff("reward-amount-updated", _WORKER, Field("newRewardPerBlock", "amount", amount))
