"""Checks of what the query node lists against what the chain stores now: seats, candidates, budgets of groups."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.causes import Cause, CauseValue, Rule
from secretariat.duties.leaderboard.check import Check, check
from secretariat.facts.council_terms import MAINNET, CouncilTerm
from secretariat.facts.live_elections import LiveElection
from secretariat.facts.live_groups import FUNDED, REWARDS, SPENDING, UPDATED, VESTED, name_of_group
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.staffing import WorkingGroup
from secretariat.facts.stored_council import StoredCandidate, StoredSeat
from secretariat.facts.stored_groups import StoredGroup
from secretariat.facts.totals import GroupMoneyTotal

SIGNS = {UPDATED: 1, FUNDED: 1, REWARDS: -1, SPENDING: -1, VESTED: -1}
"""How each event changes the budget of its group."""

BUDGET_SET = "budget-set"
MEMBERSHIP = "membershipWorkingGroup"


def stored_checks(
    snapshot: Snapshot, terms: Sequence[CouncilTerm], elections: Sequence[LiveElection]
) -> Iterable[Check]:
    """Compare both sources."""
    yield from _seats(snapshot, terms)
    yield from _candidates(snapshot, elections)
    yield from _budgets(snapshot)


def ids_of(members: Iterable[int | None]) -> str:
    """Write member ids in rising order, unknown ones last as question marks."""
    known = list(members)
    told = [str(member) for member in sorted(member for member in known if member is not None)]
    return ", ".join([*told, *["?"] * (len(known) - len(told))])


def _seats(snapshot: Snapshot, terms: Sequence[CouncilTerm]) -> Iterable[Check]:
    stored, sitting = snapshot.of(StoredSeat), terms[-1] if terms else None
    if stored and sitting is not None and sitting.seats:
        yield check(
            "stored-seats",
            figure="seats",
            chain=MAINNET,
            term=sitting.term,
            subject="members of the sitting council: chain and query node",
            expected=ids_of(seat.fact.member_id for seat in stored),
            found=ids_of(seat.fact.member_id for seat in sitting.seats),
            unit="member ids",
            expected_source=stored[0].source,
            found_source=sitting.seats[0].source,
            rules=(_other_block(stored[0].line, sitting.seats[0].line),),
        )


def _candidates(snapshot: Snapshot, elections: Sequence[LiveElection]) -> Iterable[Check]:
    """Compare who stands in the running election; candidacies of older cycles stay in storage until unstaked."""
    for election in elections:
        number = election.record.fact.cycle
        stored = [one for one in snapshot.of(StoredCandidate) if one.fact.cycle == number]
        if election.outcome == "running" and stored and election.standing:
            listed = election.standing[0].record
            yield check(
                "stored-candidates",
                figure="candidates",
                chain=MAINNET,
                term=None,
                subject=f"candidates of election cycle {number}: chain and query node",
                expected=ids_of(one.fact.member_id for one in stored),
                found=ids_of(one.record.fact.member_id for one in election.standing),
                unit="member ids",
                expected_source=stored[0].source,
                found_source=listed.source,
                rules=(_other_block(max(one.line for one in stored), listed.line),),
            )


def _budgets(snapshot: Snapshot) -> Iterable[Check]:
    """Compare the budget of each group on the chain with the query node's, and with the sum of the group's events."""
    kept = {group.key: group for group in snapshot.of(WorkingGroup)}
    events: dict[str | None, list[Stated[GroupMoneyTotal]]] = {}
    for total in snapshot.of(GroupMoneyTotal):
        events.setdefault(total.fact.group, []).append(total)
    for stored in sorted(snapshot.of(StoredGroup), key=lambda group: group.key):
        group, budget = stored.fact.group, stored.fact.budget
        other = kept.get(group)
        if budget is not None and other is not None and other.fact.budget is not None:
            yield _budget("group-budget", stored, "query node", other.fact.budget, other.source, other.line)
        own = events.get(group, [])
        if budget is not None and own and not any(one.fact.event == BUDGET_SET for one in own):
            moved = sum(SIGNS.get(one.fact.event, 0) * one.fact.amount for one in own)
            yield _budget("group-events", stored, "sum of its events", moved, own[0].source, max(o.line for o in own))


def _budget(name: str, stored: Stated[StoredGroup], what: str, found: int, source: str, line: int) -> Check:
    return check(
        name,
        figure="budget",
        chain=MAINNET,
        term=None,
        subject=f"budget of the group {name_of_group(stored.fact.group)}: chain and {what}",
        expected=stored.fact.budget,
        found=found,
        unit="tokens",
        expected_source=stored.source,
        found_source=source,
        rules=(_invitations(stored.fact.group), _other_block(stored.line, line)),
    )


def _invitations(group: str) -> Rule:
    """Explain a budget that is lower than its events say: invited members are paid from it without one."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if group != MEMBERSHIP or not isinstance(expected, int) or not isinstance(found, int) or found <= expected:
            return None
        return Cause(
            rule="invitations", words="invitations are paid from this group's budget without an event of the group"
        )

    return rule


def _other_block(chain: int, query_node: int) -> Rule:
    """Explain what changed between two blocks of reading."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if chain == query_node:
            return None
        words = f"one was read at block {chain:,}, the other at block {query_node:,}: it may have changed in between"
        return Cause(rule="other-block", words=words)

    return rule
