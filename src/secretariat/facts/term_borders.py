"""What the chain stored before the first block of a term and after its last one, as figures of the term."""

from collections.abc import Iterable, Iterator, Mapping

from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import CouncilTerm
from secretariat.facts.past_states import PastState, WhyMissing
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_validators import StoredEra
from secretariat.facts.term_dumps import FigureValue

States = Mapping[int, Stated[PastState]]
"""States of the chain by block, those that are missing among them."""

Payouts = Mapping[int, Amount]
"""What each era pays, by its number."""

MADE: Mapping[str, str] = {
    "members": "Members.NextMemberId",
    "channels": "Content.NextChannelId",
    "videos": "Content.NextVideoId",
    "uploads": "Storage.NextDataObjectId",
    "categories": "Forum.NextCategoryId",
    "threads": "Forum.NextThreadId",
    "posts": "Forum.NextPostId",
}
"""What is numbered as it is made, and the number that the next one will have."""

Figures = Iterator[tuple[str, FigureValue | None, AnyStated | None]]


def states_by_block(snapshot: Snapshot) -> States:
    """Give the states of the past by their blocks."""
    return {one.line: one for one in snapshot.of(PastState)}


def payouts_by_era(snapshot: Snapshot) -> Payouts:
    """Gather what eras pay: from every state that still had them, and from the eras that were read as they ended."""
    found: dict[int, Amount] = {}
    for state in snapshot.of(PastState):
        found.update((one.era, one.payout) for one in state.fact.payouts)
    for era in snapshot.of(StoredEra):
        if era.fact.ended and era.fact.payout is not None:
            found[era.fact.era] = era.fact.payout
    return found


def known_state(states: States, block: int | None) -> Stated[PastState] | None:
    """Give the state after a block; None where it is missing."""
    state = None if block is None else states.get(block)
    return None if state is None or state.fact.missing is not None else state


def missing_states(term: CouncilTerm, states: States) -> dict[str, WhyMissing]:
    """Tell of the start and the end of a term why the chain's state there is missing; nothing of what is known."""
    return {
        end: state.fact.missing
        for end, block in term.borders.items()
        if (state := states.get(block)) is not None and state.fact.missing is not None
    }


def figures_of_states(term: CouncilTerm, states: States, payouts: Payouts) -> Figures:
    """Give the figures of both ends, and what the numbers given out and the eras ended in between tell of the term."""
    ends = {end: known_state(states, block) for end, block in term.borders.items()}
    for end, state in ends.items():
        if state is not None:
            yield from ((f"{name}_{end}", value, state) for name, value in _figures_at(state.fact))
    start, end_state = ends.get("start"), ends.get("end")
    if start is not None and end_state is not None:
        yield from ((f"{name}_made", value, end_state) for name, value in _made(start.fact, end_state.fact))
        yield "validator_rewards", _paid(start.fact, end_state.fact, payouts), end_state


def _figures_at(state: PastState) -> Iterable[tuple[str, FigureValue | None]]:
    council, validators = state.council, state.validators
    return (
        ("issuance", state.issuance),
        ("council_budget", None if council is None else council.budget),
        ("validators", None if validators is None else validators.validators),
        ("validator_limit", None if validators is None else validators.wanted),
        ("validator_stake", state.validator_stake),
    )


def _made(start: PastState, end: PastState) -> Iterable[tuple[str, int]]:
    """Count the numbers that were given out in between; what was deleted since stays counted."""
    first, last = counters(start), counters(end)
    for name, item in MADE.items():
        if item in first and item in last and last[item] >= first[item]:
            yield name, last[item] - first[item]


def counters(state: PastState) -> dict[str, int]:
    """Give the counters of a state by the names of their storage items."""
    return {one.name: one.value for one in state.counters}


def _paid(start: PastState, end: PastState, payouts: Payouts) -> Amount | None:
    """Sum what the eras pay that ended in between: those active from the start on, up to the one still active at the end.

    None where one of them is not known.
    """
    first = None if start.validators is None else start.validators.era
    last = None if end.validators is None else end.validators.era
    if first is None or last is None or last < first:
        return None
    paid = [payouts.get(era) for era in range(first, last)]
    known = [amount for amount in paid if amount is not None]
    return Amount(sum(known)) if len(known) == len(paid) else None


def group_budgets(states: States, block: int | None) -> dict[str, Amount]:
    """Give the budgets of the groups after a block, by the chain's names; nothing where the state is missing."""
    state = known_state(states, block)
    groups: Iterable[tuple[str, Amount | None]] = (
        () if state is None else ((group.group, group.budget) for group in state.fact.groups)
    )
    return {group: budget for group, budget in groups if budget is not None}
