"""Totals worked out in the store: what is too many to load whole is streamed, counted, and let go."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import Connection, func, select

from secretariat.facts.budget_moves import BudgetMoves, reckoned_budgets
from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.facts.council_terms import CouncilTerm, council_terms
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.decisions import ProblemDecision, lay_over
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.empty_lists import empty_list
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.live_forum import LiveCategory, LivePost, LiveThread
from secretariat.facts.live_members import members_named
from secretariat.facts.memberships import Membership
from secretariat.facts.records import QUERY_NODE, AnyStated
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.totalling import (
    EMPTY_NOUNS,
    council_totals,
    group_totals,
    made_nothing,
    made_totals,
    seat_totals,
)
from secretariat.store.facts import records_in_parts
from secretariat.store.live import empty_lists
from secretariat.store.schema import documents, records

CHOSEN = frozenset({Membership.KIND})
"""Kinds of which only the records that others name are loaded: ``counted`` brings them."""

_OF_TERMS = frozenset({ElectedCouncil.KIND, CouncilSeat.KIND, ElectionCycle.KIND})


def sizes_of_documents(connection: Connection, kinds: Collection[str]) -> dict[str, tuple[int, int]]:
    """Count the records of some kinds and the characters of their bodies, by the path of their document."""
    query = (
        select(documents.c.path, func.count(), func.sum(func.length(records.c.body)))
        .join(documents, documents.c.id == records.c.document_id)
        .where(records.c.kind.in_(sorted(kinds)))
        .group_by(documents.c.path)
    )
    return {path: (counted, int(characters)) for path, counted, characters in connection.execute(query)}


def counted(
    connection: Connection, loaded: Sequence[AnyStated], decisions: Collection[ProblemDecision]
) -> tuple[AnyStated, ...]:
    """Give the totals of what was not loaded, the memberships of the members that ``loaded`` names, and the empty lists.

    Decisions are laid over every record before it is counted, as over those that are loaded.
    """
    terms = council_terms(snapshot_of(lay_over((one for one in loaded if one.kind in _OF_TERMS), decisions)))
    wanted = members_named(loaded)
    kept: list[AnyStated] = []
    members = _keeping(_laid(connection, Membership.KIND, decisions), wanted, kept)
    threads = lay_over((one for one in loaded if one.kind == LiveThread.KIND), decisions)
    moved = BudgetMoves()
    found = [
        *group_totals(moved.noting_groups(_laid(connection, GroupMoneyEvent.KIND, decisions)), terms),
        *council_totals(moved.noting_council(_laid(connection, CouncilBudgetEvent.KIND, decisions)), terms),
        *seat_totals(moved.noting_rewards(_laid(connection, CouncilReward.KIND, decisions)), terms),
        *_made((members, threads), terms),
        *_made((_laid(connection, kind, decisions) for kind in (LiveCategory.KIND, LivePost.KIND)), terms),
    ]
    nothing = [
        empty_list(path.removeprefix(f"{QUERY_NODE}/"), height)
        for path, height in empty_lists(connection, QUERY_NODE).items()
    ]
    found += [one for none in nothing if none.fact.name in EMPTY_NOUNS for one in made_nothing(none, terms)]
    return (*found, *kept, *nothing, *reckoned_budgets(moved, loaded))


def _made(streams: Iterable[Iterable[AnyStated]], terms: Sequence[CouncilTerm]) -> Iterator[AnyStated]:
    for stream in streams:
        yield from made_totals(stream, terms)


def _keeping(stream: Iterable[AnyStated], wanted: Collection[int], kept: list[AnyStated]) -> Iterator[AnyStated]:
    """Pass memberships on, and put those of the wanted members aside."""
    for record in stream:
        if record.fact.member_id in wanted:
            kept.append(record)
        yield record


def _laid(connection: Connection, kind: str, decisions: Collection[ProblemDecision]) -> Iterator[AnyStated]:
    """Stream the records of one kind, a part at a time, with decisions laid over them."""
    for part in records_in_parts(connection, kind):
        yield from lay_over(part, decisions)
