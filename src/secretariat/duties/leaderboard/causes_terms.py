"""Why two sources may differ about a figure of a term."""

from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.duties.leaderboard.causes import Cause, CauseValue, Rule
from secretariat.facts.proposal_view import ProposalView
from secretariat.facts.proposals import APPROVED
from secretariat.facts.term_view import Term

FLOWS = (
    "applicant_stake",
    "burned",
    "spending_executed",
    "bounties_paid",
    "validator_rewards",
    "council_rewards",
)
"""Amounts of one term alone: that two of them are equal to the last digit is no coincidence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What the rules look at beside the two values.

    ``approved`` counts the dumped proposals finalised as approved in the term, ``own_executed`` those of them that were
    made in the term and executed. ``listed_executed`` counts the proposals that the term's council report lists as
    executed. Each is None where no source says it.
    """

    term: Term
    before: Term | None
    approved: int | None
    own_executed: int | None
    listed_executed: int | None


def around_of(term: Term, before: Term | None, views: Sequence[ProposalView]) -> Around:
    """Count what the rules about approvals need."""
    start, end = term.start_block, term.end_block
    dumped = [view for view in views if view.chain == term.chain and view.dumps]
    listed = [
        stated.fact.outcome
        for view in views
        if view.chain == term.chain
        for stated in view.reports
        if stated.fact.term == term.term
    ]
    approved = own = None
    if dumped and start is not None and end is not None:
        ended = [view for view in dumped if view.finalised_block is not None and start <= view.finalised_block <= end]
        approved = sum(view.outcome in APPROVED for view in ended)
        own = sum(view.outcome == "executed" and (view.created_block or 0) >= start for view in ended)
    return Around(
        term=term,
        before=before,
        approved=approved,
        own_executed=own,
        listed_executed=listed.count("executed") if listed else None,
    )


def rules_for(figure: str, around: Around) -> tuple[Rule, ...]:
    """List the rules for one figure of one term, in the order they are asked."""
    if figure == "end_block":
        return (_shared_block,)
    if figure == "proposals_approved":
        return (_proven_own(around), _listed_own(around), _carried_over(figure, around))
    return (_copied(figure, around), _carried_over(figure, around))


def between(earlier: Term, term: Term, stem: str) -> Rule:
    """Explain a start that lies between the two ends: it was read at another block than the first."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        start, end = earlier.figures.get(f"{stem}_start"), term.figures.get(f"{stem}_end")
        if start is not None and start.value == found:
            words = f"carried over: it is what term {earlier.term} started with"
            return Cause(rule="carried-over", words=words)
        if end is None or isinstance(end.value, str) or isinstance(expected, str | None):
            return None
        if isinstance(found, str | None):
            return None
        low, high = sorted((expected, end.value))
        if found != high and low < found < high:
            return Cause(rule="other-block", words="printed at another block: it lies between both ends", harmless=True)
        return None

    return rule


def _shared_block(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
    """Explain last blocks that differ by one: one source names the block with which the next term starts."""
    if not isinstance(expected, int) or not isinstance(found, int) or abs(expected - found) != 1:
        return None
    words = "one source gives as the last block the one with which the next term starts"
    repair = "That block is counted to the next term."
    return Cause(rule="shared-block", words=words, systematic=True, repair=repair)


def _copied(figure: str, around: Around) -> Rule:
    """Explain an amount that is another amount of the same term to the last digit."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        for name in FLOWS if figure in FLOWS else ():
            other = around.term.figures.get(name)
            if other is not None and name != figure and other.value != 0 and other.value in (expected, found):
                return Cause(rule="copied", words=f"copied: it equals {name.replace('_', ' ')} of the same term")
        return None

    return rule


def _carried_over(figure: str, around: Around) -> Rule:
    """Explain a figure that is the one of the term before."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        before = around.before
        earlier = before.figures.get(figure) if before else None
        if before is None or earlier is None or earlier.value == 0 or earlier.value not in (expected, found):
            return None
        return Cause(rule="carried-over", words=f"carried over: it is the figure of term {before.term}")

    return rule


def _proven_own(around: Around) -> Rule:
    """Explain approvals where the dump has both counts: all of the term, and the executed ones made in it."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if around.approved is None or {expected, found} != {around.approved, around.own_executed}:
            return None
        words = (
            "one source counts every approval of the term, the other only what was also made in it and executed; the dump"
            " gives both counts"
        )
        return Cause(rule="own-proposals", words=words, harmless=True)

    return rule


def _listed_own(around: Around) -> Rule:
    """Explain approvals where the smaller count is that of the executed proposals which the council report lists."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if not isinstance(expected, int) or not isinstance(found, int):
            return None
        if around.listed_executed is None or min(expected, found) != around.listed_executed:
            return None
        words = (
            "the council report counts the executed proposals that it lists; the other source also approvals of proposals"
            " made in an earlier term or whose execution failed"
        )
        return Cause(rule="listed-proposals", words=words, systematic=True)

    return rule
