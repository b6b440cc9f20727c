"""Why the chain's own figures and the query node's may differ at one block."""

from collections.abc import Sequence
from dataclasses import replace

from secretariat.duties.leaderboard.causes import Cause, CauseValue, Rule
from secretariat.facts.amounts import Amount, token_text
from secretariat.facts.budget_moves import GROUP_SET
from secretariat.facts.budget_reckoning import COUNCIL, BudgetReckoning
from secretariat.facts.past_states import ComparedUpTo
from secretariat.facts.stages_agree import StagePair

MEMBERSHIP = "membershipWorkingGroup"


def counted_events(number: int) -> str:
    """Say how many events."""
    return "1 event" if number == 1 else f"{number} events"


def unread_events(reckoning: BudgetReckoning) -> Rule:
    """Explain a sum that lacks amounts or events."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if reckoning.unread:
            return Cause(rule="unreadable", words=f"the amount of {counted_events(reckoning.unread)} cannot be read")
        if reckoning.unplaced:
            return Cause(
                rule="unreadable", words=f"the block of {counted_events(reckoning.unplaced)} of it cannot be read"
            )
        return None

    return rule


def whole_refills(reckoning: BudgetReckoning, increment: Amount | None) -> Rule:
    """Explain a difference of whole budget refills of the council's budget: such events are missing, or there twice."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if reckoning.budget != COUNCIL or not increment or reckoning.unexplained % increment:
            return None
        times = abs(reckoning.unexplained) // increment
        what = "are missing in" if reckoning.unexplained > 0 else "are too many in"
        return Cause(
            rule="budget-refills",
            words=f"it is exactly {times} times the budget refill: so many events {what} the query node{_where(reckoning)}",
        )

    return rule


def no_event(reckoning: BudgetReckoning) -> Rule:
    """Explain what no event of a budget covers, by whether the chain has more or less than the events add up to."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if not reckoning.unexplained:
            return None
        where = _where(reckoning)
        if reckoning.budget == COUNCIL and reckoning.unexplained > 0:
            words = (
                "the council's budget has income that no event of it tells: platform fees of NFT sales and auctions, and of "
                f"creator tokens{where}"
            )
            return Cause(rule="income-without-event", words=words, systematic=True)
        if reckoning.budget == MEMBERSHIP and reckoning.unexplained < 0:
            words = f"invitations are paid from this group's budget without an event of the group{where}"
            return Cause(rule="invitations", words=words, systematic=True)
        what = "an event of income" if reckoning.unexplained > 0 else "an event of spending"
        return Cause(rule="event-missing", words=f"{what} is missing in the query node, or one is there twice{where}")

    return rule


def _where(reckoning: BudgetReckoning) -> str:
    """Tell between which blocks it arose, where balances in between tell that better than both ends do."""
    closer = [
        one for one in reckoning.gaps if (one.from_block, one.to_block) != (reckoning.from_block, reckoning.to_block)
    ]
    told = [
        f"{token_text(gap.amount)} after block {gap.from_block:,} and not after block {gap.to_block:,}"
        for gap in closer[:3]
    ]
    more = f" and {len(closer) - 3} times more" if len(closer) > 3 else ""
    return f" ({'; '.join(told)}{more})" if told else ""


def own_sum(reckoning: BudgetReckoning | None, kept: int) -> Rule:
    """Explain a group's budget that the query node keeps by what its own events add up to."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if reckoning is None:
            return None
        if any(part.event == GROUP_SET for part in reckoning.parts):
            return Cause(rule="budget-set", words="the budget was set, which the query node may add instead")
        if not reckoning.unexplained:
            words = "the events add up to the chain's figure: the query node's own running sum is off"
            return Cause(rule="running-sum", words=words)
        if kept == reckoning.reckoned:
            words = "the query node's sum is that of its events, which do not tell all: see the sum of events"
            return Cause(rule="event-missing", words=words)
        return None

    return rule


def withdrawals(withdrawn: int, *, harmless: bool) -> Rule:
    """Explain a count that has exactly those who withdrew too many: the query node does not take them off its stage.

    ``harmless`` where nobody goes by that count, as of an election that is over.
    """

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if (
            not isinstance(expected, int)
            or not isinstance(found, int)
            or not withdrawn
            or found - expected != withdrawn
        ):
            return None
        words = (
            f"{withdrawn} withdrew, and the query node does not take withdrawn candidacies off the count of its stage"
        )
        return Cause(rule="withdrawn", words=words, harmless=harmless, systematic=harmless)

    return rule


def members_apart(stored: Sequence[int], listed: Sequence[int | None], withdrawn: Sequence[int | None]) -> Rule:
    """Explain two lists of candidates by who is in only one of them."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        wrongly_gone = [member for member in stored if member not in listed and member in withdrawn]
        lacking = [member for member in stored if member not in listed and member not in withdrawn]
        still_there = [member for member in listed if member not in stored]
        told: list[tuple[Sequence[int | None], str]] = [
            (
                wrongly_gone,
                "withdrew in the query node and not on the chain, or announced again without the query node",
            ),
            (lacking, "stand on the chain and were never announced in the query node"),
            (still_there, "stand in the query node and not on the chain: their withdrawal is missing there"),
        ]
        words = [f"members {', '.join(str(member) for member in members)} {what}" for members, what in told if members]
        return Cause(rule="event-missing", words="; ".join(words)) if words else None

    return rule


EXACT = ("withdrawn", "budget-refills", "unreadable", "worked-out", "budget-set")
"""Causes that the figures themselves show; what else may be stands after them."""


def or_another_height(rules: Sequence[Rule], row_at: int, state_at: int, covered: ComparedUpTo) -> Rule:
    """Name the first cause, and beside it that the two may not be of one block after all.

    A query node that does not say how far it has come may be behind, of which nothing up to its newest event is touched.
    And a row that is as it is since this very reading may be of a block or two later: the query node goes on meanwhile. Where
    it is far ahead the row is of its block, and not of the node's.
    """
    behind = f"the query node is behind: it does not say how far it has come, and its newest event is of block {covered.surely:,}"
    later = "it changed while it was read: then the next sync finds no difference"
    is_behind = max(row_at, state_at) > covered.surely
    lags = _node_lags(covered) if max(row_at, state_at) >= covered.block else None
    also = lags or (behind if is_behind else later if row_at >= covered.block else None)

    def with_it(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        cause = next((told for rule in rules if (told := rule(expected, found, unit)) is not None), None)
        if also is None:
            return cause
        name = "node-lags" if lags else "behind" if is_behind else "just-read"
        if cause is None:
            return Cause(rule=name, words=also)
        if not (is_behind or lags) or cause.rule in EXACT:
            return replace(cause, words=f"{cause.words}; or {also}")
        return Cause(rule=name, words=f"{also}; or {cause.words}")

    return with_it


def _node_lags(covered: ComparedUpTo) -> str | None:
    """Say that the node is behind the query node, where what the latter keeps is of a later block than the former knows."""
    if covered.ahead is None:
        return None
    return (
        f"the node lags: its finalised head is block {covered.block:,}, and the query node is at block {covered.ahead:,}, of which "
        "is what it keeps"
    )


def stages_apart(pair: StagePair) -> Rule:
    """Explain two stages by which of them is the newer one."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        (stage, begun, ends), (other, other_begun, other_ends) = pair.chain, pair.query_node
        if begun is not None and other_begun is not None and other_begun < begun:
            words = f"the query node has come further and lacks the change in block {begun:,}: an event was passed over"
            return Cause(rule="event-missing", words=words)
        if begun is not None and other_begun is not None and other_begun > begun:
            words = f"the query node tells of a change in block {other_begun:,} that the chain does not know: another chain or fork"
            return Cause(rule="other-chain", words=words)
        if (stage, begun) == (other, other_begun) and ends != other_ends:
            words = "the query node works the end out by a duration; the chain stored it when the stage began, and that counts"
            return Cause(rule="worked-out", words=words)
        return None

    return rule
