"""Checks of the chain's own figures against the query node's, both at one block: budgets, stages, candidates.

Nothing is compared unless both sources know it at the block of ``compared-up-to``: a row of the query node that was first
read, or last changed, at a later block says nothing of that one.
"""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.causes import Rule
from secretariat.duties.leaderboard.causes_compared import (
    counted_events,
    members_apart,
    no_event,
    or_another_height,
    own_sum,
    stages_apart,
    unread_events,
    whole_refills,
    withdrawals,
)
from secretariat.duties.leaderboard.check import Check, check
from secretariat.facts.amounts import Amount, token_text
from secretariat.facts.budget_reckoning import COUNCIL, BudgetReckoning
from secretariat.facts.council_terms import MAINNET, CouncilTerm, first_blocks, term_number_at
from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import Candidacy, ElectionCycle, ReferendumStage
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.past_states import ComparedState, ComparedUpTo, PastState
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.staffing import WorkingGroup
from secretariat.facts.stages_agree import StagePair, ToldStage, council_stages, referendum_stages

BUDGETS, STAGES, CANDIDATES = "budget-contradiction", "stage-contradiction", "candidates-contradiction"
STANDING = ("announcing", "election")
"""Stages in which there are candidates; afterwards those of the last election stay in storage until they unstake."""


def compared_checks(snapshot: Snapshot, terms: Sequence[CouncilTerm]) -> Iterable[Check]:
    """Compare both sources; nothing where no state of the chain was read at a block that the query node has come to."""
    state = next(iter(snapshot.of(ComparedState)), None)
    covered = next((one.fact for one in snapshot.of(ComparedUpTo)), None)
    if state is not None and covered is not None:
        yield from _reckoned(snapshot, terms, covered)
        yield from _kept_budgets(snapshot, state, covered)
        yield from _stages(snapshot, state, covered)
        yield from _candidates(snapshot, state, covered)


def as_of(records: Sequence[AnyStated], covered: int) -> bool:
    """Tell whether records are as they were at a block: there are some, and none is of a later reading."""
    return bool(records) and all(record.line <= covered for record in records)


def _reckoned(snapshot: Snapshot, terms: Sequence[CouncilTerm], covered: ComparedUpTo) -> Iterable[Check]:
    """Compare each budget that the chain stored with the one before it and the sum of the events since."""
    increments = _increments(snapshot)
    for one in snapshot.of(BudgetReckoning):
        fact = one.fact
        yield check(
            "council-budget" if fact.budget == COUNCIL else "group-events",
            figure="budget",
            chain=MAINNET,
            term=term_number_at(first_blocks(terms), fact.to_block) or None,
            subject=f"{budget_name(fact.budget)} {_when(fact.to_block, terms)}: chain, and the budget before with its events",
            expected=fact.closing,
            found=fact.reckoned,
            unit="tokens",
            expected_source=fact.closing_source,
            found_source=f"{fact.opening_source}; {parts_told(fact)}",
            rules=(_of_events(fact, increments.get(fact.to_block), covered),),
            code=BUDGETS,
        )


def _of_events(fact: BudgetReckoning, increment: Amount | None, covered: ComparedUpTo) -> Rule:
    """Explain a sum of events: those of a block do not change while the query node goes on, but it may not have them yet."""
    rules = (unread_events(fact), whole_refills(fact, increment), no_event(fact))
    return or_another_height(rules, 0, fact.to_block, covered)


def budget_name(budget: str) -> str:
    """Name a budget in words."""
    return "budget of the council" if budget == COUNCIL else f"budget of the group {name_of_group(budget)}"


def parts_told(fact: BudgetReckoning) -> str:
    """List what a budget began with and what its events added or took."""
    parts = [f"{part.event} {token_text(part.amount)} in {counted_events(part.events)}" for part in fact.parts]
    return f"{token_text(fact.opening)} at block {fact.from_block:,}, then {', '.join(parts) or 'no event'}"


def _when(block: int, terms: Sequence[CouncilTerm]) -> str:
    ended = next((term for term in terms if term.end_block == block), None)
    if ended is not None:
        return f"at the end of term {ended.term}"
    return "before the first term" if terms and terms[0].start_block == block + 1 else "as last compared"


def _increments(snapshot: Snapshot) -> dict[int, Amount]:
    """Give the refill by block of the states in which it is known."""
    states: tuple[AnyStated, ...] = (*snapshot.of(PastState), *snapshot.of(ComparedState))
    return {
        one.line: one.fact.council.budget_increment
        for one in states
        if one.fact.council is not None and one.fact.council.budget_increment
    }


def _kept_budgets(snapshot: Snapshot, state: Stated[ComparedState], covered: ComparedUpTo) -> Iterable[Check]:
    """Compare the budget of each group with the sum that the query node keeps."""
    kept = {group.key: group for group in snapshot.of(WorkingGroup)}
    reckoned = {one.fact.budget: one.fact for one in snapshot.of(BudgetReckoning) if one.fact.to_block == state.line}
    for stored in state.fact.groups:
        other = kept.get(stored.group)
        if stored.budget is None or other is None or other.fact.budget is None or other.line > covered.block:
            continue
        yield check(
            "group-budget",
            figure="budget",
            chain=MAINNET,
            term=None,
            subject=f"{budget_name(stored.group)}: chain and the sum that the query node keeps",
            expected=stored.budget,
            found=other.fact.budget,
            unit="tokens",
            expected_source=state.source,
            found_source=other.source,
            rules=(
                or_another_height(
                    [own_sum(reckoned.get(stored.group), other.fact.budget)], other.line, state.line, covered
                ),
            ),
            code=BUDGETS,
        )


def _stages(snapshot: Snapshot, state: Stated[ComparedState], covered: ComparedUpTo) -> Iterable[Check]:
    updates, referendums = snapshot.of(StageUpdate), snapshot.of(ReferendumStage)
    if as_of(updates, covered.block):
        pair = council_stages(state.fact.council, [one.fact for one in updates])
        newest = max(updates, key=lambda one: one.fact.changed_block or -1)
        yield from _stage(pair, state, newest, covered)
    if as_of(referendums, covered.block):
        pair = referendum_stages(state.fact.council, [one.fact for one in referendums])
        yield from _stage(pair, state, max(referendums, key=lambda one: one.fact.started_block or -1), covered)


def _stage(
    pair: StagePair | None, state: Stated[ComparedState], newest: AnyStated, covered: ComparedUpTo
) -> Iterable[Check]:
    if pair is None:
        return
    yield check(
        f"stage-{pair.of}",
        figure="stage",
        chain=MAINNET,
        term=None,
        subject=f"stage of the {pair.of}: chain and query node",
        expected=_stage_told(pair.chain),
        found=_stage_told(pair.chain if pair.agrees else pair.query_node),
        unit="stage",
        expected_source=state.source,
        found_source=newest.source,
        rules=(or_another_height([stages_apart(pair)], newest.line, state.line, covered),),
        code=STAGES,
    )


def _stage_told(stage: ToldStage) -> str:
    name, begun, ends = stage
    since = "" if begun is None else f" since block {begun:,}"
    until = "" if ends is None else f", ends in block {ends:,}"
    return f"{name or 'unknown'}{since}{until}"


def _candidates(snapshot: Snapshot, state: Stated[ComparedState], covered: ComparedUpTo) -> Iterable[Check]:
    """Compare the candidates of the running election: the chain's count and members, and the query node's."""
    council = state.fact.council
    cycle = next((one for one in snapshot.of(ElectionCycle) if council and one.fact.cycle == council.cycle), None)
    if (
        council is None
        or council.stage not in STANDING
        or cycle is None
        or not as_of(snapshot.of(Candidacy), covered.block)
    ):
        return
    own = [one for one in snapshot.of(Candidacy) if one.fact.election == cycle.key]
    active = [one for one in own if one.fact.status == "active"]
    withdrawn = [one.fact.member_id for one in own if one.fact.status == "withdrawn"]
    place = (own[0] if own else cycle).source
    newest = max((one.line for one in own), default=cycle.line)
    if council.candidates_count is not None:
        yield from _stage_count(snapshot, state, covered, len(withdrawn))
    if state.fact.candidates is None:
        return
    listed = sorted((one.fact.member_id for one in active), key=lambda member: -1 if member is None else member)
    yield check(
        "candidates-stored",
        figure="candidates",
        chain=MAINNET,
        term=None,
        subject="candidates of the running election: chain and active ones of the query node",
        expected=_ids(state.fact.candidates),
        found=_ids(listed),
        unit="member ids",
        expected_source=state.source,
        found_source=place,
        rules=(
            or_another_height([members_apart(state.fact.candidates, listed, withdrawn)], newest, state.line, covered),
        ),
        code=CANDIDATES,
    )


def _stage_count(
    snapshot: Snapshot, state: Stated[ComparedState], covered: ComparedUpTo, withdrawn: int
) -> Iterable[Check]:
    council, updates = state.fact.council, snapshot.of(StageUpdate)
    if council is None or not as_of(updates, covered.block):
        return
    newest = max(updates, key=lambda one: one.fact.changed_block or -1)
    if (newest.fact.stage, newest.fact.changed_block) != (council.stage, council.stage_changed_at):
        return  # the counts of two stages; that they differ is said by the check of stages
    yield check(
        "candidates-of-stage",
        figure="candidates",
        chain=MAINNET,
        term=None,
        subject="candidates of the running election: count of the chain's stage and of the query node's",
        expected=council.candidates_count,
        found=newest.fact.candidates,
        unit="count",
        expected_source=state.source,
        found_source=newest.source,
        rules=(or_another_height([withdrawals(withdrawn, harmless=False)], newest.line, state.line, covered),),
        code=CANDIDATES,
    )


def _ids(members: Sequence[int | None]) -> str:
    """Write member ids in the order given; nobody is ``none``, which is known."""
    return ", ".join("?" if member is None else str(member) for member in members) or "none"
