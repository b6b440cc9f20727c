"""Events of the council's budget and rewards of its members."""

from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.sources.query_node.parse.events import event
from secretariat.sources.query_node.shapes import Field, Shape
from secretariat.sources.query_node.values import amount, name, number, stated, whole

_AMOUNT = Field("amount", "amount", amount)


def _budget(event_name: str, *fields: Field) -> Shape:
    return event(CouncilBudgetEvent, event_name, *fields)


REFILL = _budget("budget-refill", Field("balance", "amount", amount, places=True))
REFILL_PLANNED = _budget("budget-refill-planned", Field("nextRefillInBlock", "next_block", whole))
BALANCE_SET = _budget("budget-balance-set", Field("balance", "amount", amount, places=True))
INCREMENT_UPDATED = _budget("budget-increment-updated", _AMOUNT)
REWARD_UPDATED = _budget("councilor-reward-updated", Field("rewardAmount", "amount", amount))
REQUEST_FUNDED = _budget("request-funded", Field("account", "account", name), _AMOUNT)
BUDGET_FUNDED = _budget(
    "council-budget-funded",
    Field("memberId", "member_id", number),
    _AMOUNT,
    Field("rationale", "with_rationale", stated),
)
BUDGET_DECREASED = _budget("council-budget-decreased", _AMOUNT)
CHANNEL_REWARD = _budget("channel-reward-claimed", Field("channelId", "channel", name), _AMOUNT)
CHANNEL_REWARD_WITHDRAWN = _budget(
    "channel-reward-claimed-and-withdrawn",
    Field("channelId", "channel", name),
    _AMOUNT,
    Field("account", "account", name, optional=True),
)
REWARD = event(
    CouncilReward,
    None,
    Field("councilMemberId", "seat", name, places=True),
    Field("rewardAccount", "account", name),
    Field("paidBalance", "paid", amount),
    Field("missingBalance", "missing", amount),
)
