"""Working groups and workers of the main network in each council term."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import CouncilTerm, council_terms
from secretariat.facts.empty_lists import EmptyList, empty
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.staffing import Worker, WorkingGroup
from secretariat.facts.term_borders import States, group_budgets, missing_states, states_by_block
from secretariat.facts.totals import GroupMoneyTotal, WorkerRewardTotal

GROUP_NAMES: Mapping[str, str] = {
    "forumWorkingGroup": "forum",
    "storageWorkingGroup": "storage",
    "contentWorkingGroup": "content",
    "operationsWorkingGroupAlpha": "builders",
    "appWorkingGroup": "apps",
    "membershipWorkingGroup": "membership",
    "operationsWorkingGroupBeta": "hr",
    "operationsWorkingGroupGamma": "marketing",
    "distributionWorkingGroup": "distribution",
}
"""What people call the chain's groups; a group that is not here keeps the chain's name."""

GROUP_WORDS: Mapping[str, str] = {
    "forumWorkingGroup": "Forum",
    "storageWorkingGroup": "Storage",
    "contentWorkingGroup": "Content",
    "operationsWorkingGroupAlpha": "OperationsAlpha",
    "appWorkingGroup": "App",
    "distributionWorkingGroup": "Distribution",
    "operationsWorkingGroupBeta": "OperationsBeta",
    "operationsWorkingGroupGamma": "OperationsGamma",
    "membershipWorkingGroup": "Membership",
}
"""What the chain's type ``WorkingGroup`` calls them, as proposals have it."""

REWARDS, SPENDING, VESTED = "reward-paid", "budget-spending", "vested-budget-spending"
UPDATED, FUNDED = "budget-updated", "budget-funded"

LIST_OF: Mapping[str, str] = {
    REWARDS: "rewards-paid",
    SPENDING: "budget-spendings",
    VESTED: "vested-budget-spendings",
    UPDATED: "budgets-updated",
    FUNDED: "budgets-funded",
}
"""The list that holds the events of a name; an empty one proves that there was none."""

ENDED = ("left", "terminated")


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveGroupTerm:
    """One group in one term. Workers at the start are those before the term's first block.

    Money is what the group's events add up to, by the event's name; what is not there is not known. Budgets are those the
    chain stored at both ends; ``missing`` tells of an end why its state is not known.
    """

    term: CouncilTerm
    group: str
    record: Stated[WorkingGroup]
    workers_start: int | None
    workers_end: int | None
    hired: int | None
    left: int | None
    money: Mapping[str, Amount]
    budgets: Mapping[str, Amount]
    missing: Mapping[str, str]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveWorkerTerm:
    """One worker in one term in which the worker was in office. ``status`` is that at the end of the term, or now."""

    term: CouncilTerm
    record: Stated[Worker]
    status: str | None
    paid: Amount | None
    paid_until: Amount | None


def live_group_terms(snapshot: Snapshot) -> tuple[LiveGroupTerm, ...]:
    """List every group in every term since it was made, in the order of terms and of the chain's names."""
    workers = _by_group(snapshot.of(Worker))
    read = bool(workers) or empty(snapshot, "workers") is not None
    money = _money(snapshot)
    told: dict[str, Stated[EmptyList] | None] = {one.fact.event: None for one in snapshot.of(GroupMoneyTotal)}
    told |= {event: none for event, name in LIST_OF.items() if (none := empty(snapshot, name)) is not None}
    states = states_by_block(snapshot)
    return tuple(
        _group_term(term, group, workers.get(group.key, []) if read else None, money, told, states)
        for term in council_terms(snapshot)
        for group in sorted(snapshot.of(WorkingGroup), key=lambda group: group.key)
        if not _began_after(group.fact.created_at, term)
    )


def live_worker_terms(snapshot: Snapshot) -> tuple[LiveWorkerTerm, ...]:
    """List every worker in every term in which the worker surely was in office for a block at least."""
    rewards = {one.fact.worker: one.fact for one in snapshot.of(WorkerRewardTotal)}
    read = bool(rewards) or empty(snapshot, LIST_OF[REWARDS]) is not None
    found = []
    for term in council_terms(snapshot):
        for worker in sorted(snapshot.of(Worker), key=lambda w: (w.fact.group or "", w.fact.runtime_id or 0, w.key)):
            if _in_office(worker.fact, term):
                paid, until = _paid(rewards.get(worker.key), term.term) if read else (None, None)
                found.append(
                    LiveWorkerTerm(
                        term=term, record=worker, status=_status(worker.fact, term), paid=paid, paid_until=until
                    )
                )
    return tuple(found)


def name_of_group(key: str | None) -> str:
    """Give what people call a group, by the chain's name for it."""
    return GROUP_NAMES.get(key or "", key or "unknown")


def _group_term(
    term: CouncilTerm,
    group: Stated[WorkingGroup],
    workers: Sequence[Stated[Worker]] | None,
    money: Mapping[tuple[str, str, int], Sequence[Stated[GroupMoneyTotal]]],
    told: Mapping[str, Stated[EmptyList] | None],
    states: States,
) -> LiveGroupTerm:
    facts = [worker.fact for worker in workers] if workers is not None else None
    dated = facts is not None and all(_is_dated(fact) for fact in facts)
    own = {event: money.get((group.key, event, term.term), ()) for event in told}
    amounts = {
        event: Amount(sum(one.fact.amount for one in found))
        for event, found in own.items()
        if not any(one.fact.unread for one in found) and not money.get((group.key, event, -1))
    }
    sources = [one.source for found in own.values() for one in found]
    sources += [none.source for none in told.values() if none is not None]
    ends = {end: states[block] for end, block in term.borders.items() if block in states}
    budgets = {end: group_budgets(states, state.line).get(group.key) for end, state in ends.items()}
    sources += [ends[end].source for end, budget in budgets.items() if budget is not None]
    return LiveGroupTerm(
        term=term,
        group=name_of_group(group.key),
        record=group,
        workers_start=_in_office_at(facts, term.started_at) if facts is not None and dated else None,
        workers_end=_in_office_at(facts, term.ended_at) if facts is not None and dated else None,
        hired=_between([fact.created_at for fact in facts], term) if facts is not None and dated else None,
        left=_between([fact.ended_at for fact in facts], term) if facts is not None and dated else None,
        money=amounts,
        budgets={end: budget for end, budget in budgets.items() if budget is not None},
        missing=missing_states(term, states),
        sources=(group.source, *([workers[0].source] if workers else []), *sorted(sources)),
    )


def _by_group(workers: Iterable[Stated[Worker]]) -> dict[str, list[Stated[Worker]]]:
    found: dict[str, list[Stated[Worker]]] = {}
    for worker in workers:
        if worker.fact.group is not None:
            found.setdefault(worker.fact.group, []).append(worker)
    return found


def _money(snapshot: Snapshot) -> dict[tuple[str, str, int], list[Stated[GroupMoneyTotal]]]:
    """Gather totals by group, event and term; what has no known block stands under the term -1."""
    found: dict[tuple[str, str, int], list[Stated[GroupMoneyTotal]]] = {}
    for one in snapshot.of(GroupMoneyTotal):
        term = -1 if one.fact.term is None else one.fact.term
        found.setdefault((one.fact.group or "", one.fact.event, term), []).append(one)
    return found


def _is_dated(worker: Worker) -> bool:
    """Tell whether it is known from when to when a worker was in office."""
    gone = worker.status in ENDED
    return worker.created_at is not None and worker.status is not None and gone == (worker.ended_at is not None)


def _in_office_at(workers: Iterable[Worker], moment: str | None) -> int | None:
    """Count who was in office just before a block of that moment."""
    if moment is None:
        return None
    return sum(
        (worker.created_at or "") < moment and (worker.ended_at is None or worker.ended_at >= moment)
        for worker in workers
    )


def _between(moments: Iterable[str | None], term: CouncilTerm) -> int | None:
    """Count the moments within a term; for the sitting council so far."""
    if term.started_at is None or (term.ended_at is None and not term.sitting):
        return None
    return sum(
        moment is not None and moment >= term.started_at and (term.ended_at is None or moment < term.ended_at)
        for moment in moments
    )


def _began_after(created: str | None, term: CouncilTerm) -> bool:
    return created is not None and term.ended_at is not None and created >= term.ended_at


def _in_office(worker: Worker, term: CouncilTerm) -> bool:
    if worker.created_at is None or term.started_at is None or _began_after(worker.created_at, term):
        return False
    if worker.status in ENDED and worker.ended_at is None:
        return False
    return worker.ended_at is None or worker.ended_at >= term.started_at


def _status(worker: Worker, term: CouncilTerm) -> str | None:
    """Tell the status at the end of a term, or now. Since when one is leaving, or was before going, is not known."""
    gone = worker.ended_at is not None and term.ended_at is not None and worker.ended_at < term.ended_at
    return worker.status if term.sitting or gone or worker.status == "active" else None


def _paid(total: WorkerRewardTotal | None, term: int) -> tuple[Amount | None, Amount | None]:
    """Give what a worker was paid in a term and until its end; nothing where a reward cannot be read or placed."""
    if total is None:
        return Amount(0), Amount(0)
    if total.doubtful:
        return None, None
    return (
        Amount(sum(amount for number, amount in total.by_term if number == term)),
        Amount(sum(amount for number, amount in total.by_term if number <= term)),
    )
