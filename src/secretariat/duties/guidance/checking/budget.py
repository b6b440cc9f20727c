"""The rule about money: whether the budget that it takes from, the council's or a working group's, covers it when it is carried out."""

from collections.abc import Iterator

from secretariat.desk.saying import joy
from secretariat.duties.guidance.checking.periods import Course, course_of
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.facts.budget_ahead import Execution, Expected, Periods, budget_ahead
from secretariat.facts.chain_proposals import Destination, Proposal
from secretariat.facts.executions_ahead import (
    REFILL_PERIOD,
    REWARD_PERIOD,
    effect_of,
    execution_of,
    pending_executions,
)
from secretariat.facts.group_budgets import group_funds
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.records import QUERY_NODE
from secretariat.facts.stored_council import StoredSeat
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from secretariat.facts.stored_proposals import StoredProposal

ERRORS = {
    "funding-request": "InsufficientFundsForFundingRequest",
    "update-working-group-budget": "InsufficientFundsForBudgetUpdate",
    "decrease-council-budget": "ReductionAmountTooLarge",
}
NOT_FORESEEN = (
    "What its lead spends, members give, and hiring, dismissals and changed rewards do to it until then is not known."
)
NOT_FILED = 2**32 - 1
"""The number that the draft goes by among proposals: none has it."""


def budget(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Reckon the budget of the council, or of the group that gives back, when the draft is carried out."""
    if draft.type.name not in ERRORS:
        return
    course = course_of(draft, seen)
    own = execution_of(NOT_FILED, 0 if isinstance(course, str) else course.latest, _asked(draft))
    if own is None or own.amount <= 0 or any((one.amount or 0) <= 0 for one in draft.payees):
        return  # nothing that can be filed: the rule about the amount says so
    whose = "council's" if own.from_group is None and own.effect == "pays" else "group's"
    reason = f"An execution that the {whose} budget does not cover fails, moves nothing and is not tried again ({ERRORS[draft.type.name]})."
    if isinstance(course, str):
        yield unknown("budget", course, reason)
        return
    expected = _expected(seen, course, own)
    if expected is None:
        yield unknown("budget", _why(own), reason)
        return
    words = _of_group(seen, expected) if own.effect == "brings" else _of_council(seen, expected)
    yield judged("budget", not expected.short, words, reason, _source(seen, own))


def _asked(draft: ProposalDraft) -> Proposal:
    destinations = tuple(Destination(account=one.account, amount=one.amount) for one in draft.payees)
    return Proposal(type=draft.type.name, destinations=destinations, amount=draft.amount, group=draft.group)


def _why(own: Execution) -> str:
    if own.effect == "brings":
        return "the group's budget, its workers or what they earn are not known, or its execution is too far ahead"
    return "the budget, its refills or the seats are not known, or its execution is too far ahead"


def _expected(seen: Seen, course: Course, own: Execution) -> Expected | None:
    refill, reward = seen.runtime.number(REFILL_PERIOD), seen.runtime.number(REWARD_PERIOD)
    if seen.council is None or seen.now.head is None or refill is None or reward is None:
        return None
    found = budget_ahead(
        seen.council.fact,
        (one.fact for one in seen.snapshot.of(StoredSeat)),
        seen.now.head,
        Periods(refill=refill, reward=reward),
        (*pending_executions(seen.snapshot.of(StoredProposal), seen.told), own),
        course.change,
        group_funds(
            (one.fact for one in seen.snapshot.of(StoredGroup)), (one.fact for one in seen.snapshot.of(StoredWorker))
        ),
    )
    return next((one for one in found or () if one.execution is own), None)


def _of_council(seen: Seen, expected: Expected) -> str:
    own = expected.execution
    covered = (
        f"{joy(expected.budget)} are expected in the budget then, by refills, rewards and approved proposals as stored"
    )
    return (
        f"It takes {joy(own.amount)} in block {own.block:,}. {covered}{_short(expected)}.{_asked_by_others(seen, own)}"
    )


def _of_group(seen: Seen, expected: Expected) -> str:
    own, name = expected.execution, name_of_group(expected.execution.group)
    covered = (
        f"{joy(expected.budget)} are expected in its budget then, by its workers' rewards ({joy(expected.rewards)} until then) "
        f"and approved proposals as stored"
    )
    return (
        f"It takes {joy(own.amount)} from the {name} group in block {own.block:,}. {covered}{_short(expected)}. "
        f"{NOT_FORESEEN}{_asked_by_others(seen, own)}"
    )


def _short(expected: Expected) -> str:
    return f": {joy(expected.short)} too little" if expected.short else ""


def _source(seen: Seen, own: Execution) -> str:
    if own.effect != "brings":
        return "" if seen.council is None else seen.council.source
    return next((one.source for one in seen.snapshot.of(StoredGroup) if one.fact.group == own.group), "")


def _asked_by_others(seen: Seen, own: Execution) -> str:
    """Say what the proposals being voted on would take from the same budget; they are not in the reckoning."""
    if seen.silent.get(QUERY_NODE):
        return " What proposals being voted on would take besides is not known."
    active = {one.fact.number for one in seen.snapshot.of(StoredProposal) if one.fact.status == "active"}
    told = [one.fact for number, one in seen.told.items() if number in active]
    same = [one for one in told if own.effect == "pays" or one.group == own.group]
    effects = [effect_of(one) for one in same]
    takes = sum(effect[1] for effect in effects if effect is not None and effect[0] == own.effect)
    return f" Proposals being voted on would take {joy(takes)} besides, if they are approved." if takes else ""
