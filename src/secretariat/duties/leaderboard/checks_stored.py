"""Checks of what the query node lists against what the chain stores now: the seats of the council."""

from collections.abc import Iterable, Sequence

from secretariat.duties.leaderboard.causes import Cause, CauseValue, Rule
from secretariat.duties.leaderboard.check import Check, check
from secretariat.facts.council_terms import MAINNET, CouncilTerm
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredSeat


def ids_of(members: Iterable[int | None]) -> str:
    """Write member ids in rising order, unknown ones last as question marks."""
    known = list(members)
    told = [str(member) for member in sorted(member for member in known if member is not None)]
    return ", ".join([*told, *["?"] * (len(known) - len(told))])


def stored_checks(snapshot: Snapshot, terms: Sequence[CouncilTerm]) -> Iterable[Check]:
    """Compare who sits."""
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


def _other_block(chain: int, query_node: int) -> Rule:
    """Explain what changed between two blocks of reading."""

    def rule(expected: CauseValue, found: CauseValue, unit: str) -> Cause | None:
        if chain == query_node:
            return None
        words = f"one was read at block {chain:,}, the other at block {query_node:,}: it may have changed in between"
        return Cause(rule="other-block", words=words)

    return rule
