"""The rule about money: executions that the budget of the council, or of a working group, will not cover, from what the chain has stored."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.marks import time_of
from secretariat.desk.saying import joy
from secretariat.desk.votes import Vote
from secretariat.duties.proposals.saying import proposal_figures
from secretariat.duties.proposals.texts import template
from secretariat.duties.proposals.view import View
from secretariat.duties.proposals.wanting import to_council
from secretariat.facts.budget_ahead import Execution, Expected, Periods, budget_ahead
from secretariat.facts.executions_ahead import REFILL_PERIOD, REWARD_PERIOD, execution_of, pending_executions
from secretariat.facts.group_budgets import group_funds
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from secretariat.facts.stored_proposals import StoredProposal

APPROVED = "It is approved and is carried out in"
BY_LAST_VOTE = "Approved by the last vote that counts, it is carried out in"
APPROVED_BEHIND = "It is approved; if the proposals are approved too that have more approvals than other votes so far, it is carried out after one of them, in"
BEFORE_REFILL = "Approved early enough to be carried out before the next refill, it is carried out by"
TOGETHER = "Approved by the last vote that counts, as the others are that have more approvals than other votes so far, it is carried out in"


@dataclass(frozen=True, kw_only=True, slots=True)
class Short:
    """An execution that is not covered: how it comes to it, and the vote or approval that tells it from others.

    ``covered`` is the block after the last vote that counts in which it would be covered, of one that is not before the next refill; None where
    the figures do not say so.
    """

    expected: Expected
    when: str
    begun: int
    record: Stated[StoredProposal]
    covered: int | None = None


def not_covered(view: View) -> Iterator[Finding]:
    """Conclude each execution that its budget will not cover: of what is approved, and of what has more approvals than other votes."""
    for short in _short(view):
        yield _finding(view, short)


def _short(view: View) -> Iterator[Short]:
    certain = tuple(_pending(view))
    sure = {one.execution.proposal: one for one in _ahead(view, certain) if one.short}
    yield from (_approved(view, one, APPROVED) for one in sure.values())
    likely = tuple(vote for vote in view.voting if _likely(vote))
    alone = {vote.number: found for vote in likely if (found := _alone(view, vote, likely, certain))}
    yield from alone.values()
    for found in _together(view, likely, certain):
        if found.expected.execution.proposal not in {*sure, *alone}:
            yield found


def _approved(view: View, expected: Expected, when: str) -> Short:
    record = next(one for one in view.snapshot.of(StoredProposal) if one.fact.number == expected.execution.proposal)
    return Short(expected=expected, when=when, begun=record.fact.approved_at or 0, record=record)


def _alone(view: View, vote: Vote, likely: tuple[Vote, ...], certain: tuple[Execution, ...]) -> Short | None:
    """Reckon one vote as approved beside what is, first for the last block in which it can be."""
    for when, block in _blocks(view, vote):
        execution = _execution(view, vote, block)
        if execution is None or (execution.from_group is not None and when == BEFORE_REFILL):
            continue  # a group has no refills
        found = next((one for one in _ahead(view, (*certain, execution)) if one.execution is execution), None)
        if found is not None and found.short:
            covered = _covered(view, vote, likely, certain) if when == BEFORE_REFILL else None
            return Short(expected=found, when=when, begun=vote.open.activated_at, record=vote.record, covered=covered)
    return None


def _covered(view: View, vote: Vote, likely: tuple[Vote, ...], certain: tuple[Execution, ...]) -> int | None:
    """Give the block in which the last vote that counts has it carried out; None where it is not covered then, alone or with all that is likely."""
    for votes in ((vote,), likely):
        executions = tuple(found for one in votes if (found := _execution(view, one, _latest(one))))
        ahead = _ahead(view, (*certain, *executions))
        if not any(one.execution.proposal == vote.number and not one.short for one in ahead):
            return None
    return _latest(vote)


def _together(view: View, likely: tuple[Vote, ...], certain: tuple[Execution, ...]) -> Iterator[Short]:
    """Reckon all votes as approved by the last vote of each: each may be covered, and not all of them, or not what is approved already."""
    votes = {vote.number: vote for vote in likely}
    executions = tuple(found for vote in likely if (found := _execution(view, vote, _latest(vote))))
    for one in _ahead(view, (*certain, *executions)):
        vote = votes.get(one.execution.proposal)
        if one.short and vote is not None:
            yield Short(expected=one, when=TOGETHER, begun=vote.open.activated_at, record=vote.record)
        elif one.short:
            yield _approved(view, one, APPROVED_BEHIND)


def _execution(view: View, vote: Vote, block: int) -> Execution | None:
    told = view.told.get(vote.number)
    return execution_of(vote.number, block, None if told is None else told.fact)


def _likely(vote: Vote) -> bool:
    """Tell whether approval is possible, and more than half of the votes so far approve."""
    tally = vote.tally
    if tally is None or "approved" not in (vote.outcomes or ()):
        return False
    confirmed = vote.open.council_confirmations + 1 >= vote.open.constitutionality
    return confirmed and 2 * tally.approvals > tally.cast


def _blocks(view: View, vote: Vote) -> Iterator[tuple[str, int]]:
    """Give the blocks of execution that are looked at: after the last vote that counts, and just before the council's next refill."""
    exact, grace, latest = vote.open.exact_execution_block or 0, vote.open.grace_period, _latest(vote)
    yield BY_LAST_VOTE, latest
    refill = view.stored.fact.next_budget_refill
    if refill is not None and max(view.head + 2 + grace, exact) <= refill - 1 < latest:
        yield BEFORE_REFILL, refill - 1


def _latest(vote: Vote) -> int:
    return max(vote.last + 1 + vote.open.grace_period, vote.open.exact_execution_block or 0)


def _pending(view: View) -> Iterator[Execution]:
    return pending_executions(view.snapshot.of(StoredProposal), view.told)


def _ahead(view: View, executions: tuple[Execution, ...]) -> tuple[Expected, ...]:
    refill, reward = view.number(REFILL_PERIOD), view.number(REWARD_PERIOD)
    if refill is None or reward is None:
        return ()
    found = budget_ahead(
        view.stored.fact,
        (one.fact for one in view.seats),
        view.head,
        Periods(refill=refill, reward=reward),
        executions,
        min(view.elections.values()),
        group_funds(
            (one.fact for one in view.snapshot.of(StoredGroup)), (one.fact for one in view.snapshot.of(StoredWorker))
        ),
    )
    return found or ()


def _finding(view: View, short: Short) -> Finding:
    expected = short.expected
    execution, group = expected.execution, expected.execution.from_group
    number, block = execution.proposal, execution.block
    whose = "council's" if group is None else f"{name_of_group(group)} group's"
    source, text = (
        (view.stored.source, "budget") if group is None else (_stored_group(view, group).source, "budget-group")
    )
    return Finding(
        key=f"proposals/budget/{number}/{short.begun}",
        title=f"The {whose} budget does not cover proposal {number}: {joy(expected.short)} too little",
        why=f"{short.when} block {block:,}. It takes {joy(execution.amount)}, and {joy(expected.budget)} is in the {whose} budget then by "
        "what the chain has stored. The execution then fails and is not tried again.",
        level="alert" if short.when == APPROVED else "task",
        audience="public",
        due=Due(what="the last block in which the budget can be filled up", block=block - 1),
        evidence=(
            Evidence(says="budget, refills and rewards, as stored", source=source),
            Evidence(says="the proposal, as stored", source=short.record.source),
            *(Evidence(says="its amount", source=view.told[number].source) for _ in range(number in view.told)),
        ),
        wanted=to_council(view, template(text), _values(view, short), until=block - 1),
        needs=(CHAIN, QUERY_NODE),
    )


def _values(view: View, short: Short) -> dict[str, str]:
    """Give the figures of the words: those of the budget that is taken from."""
    expected, execution = short.expected, short.expected.execution
    group = execution.from_group
    has = view.stored.fact.budget if group is None else _stored_group(view, group).fact.budget
    values = {
        **proposal_figures(view, execution.proposal, short.record.fact.proposer_id),
        "amount": joy(execution.amount),
        "when": short.when,
        "block": f"{execution.block:,}",
        "block_time": time_of(execution.block),
        "expected": joy(expected.budget),
        "short": joy(expected.short),
        "now": joy(int(has or 0)),
        "rewards": joy(-expected.rewards),
        "others": joy(-expected.others),
    }
    if group is not None:
        return {**values, "group": name_of_group(group)}
    covered = short.covered
    return {
        **values,
        "refills": joy(expected.refills),
        "covered": "" if covered is None else f"{covered:,}",
        "covered_time": "" if covered is None else time_of(covered),
    }


def _stored_group(view: View, group: str) -> Stated[StoredGroup]:
    return next(one for one in view.snapshot.of(StoredGroup) if one.fact.group == group)
