"""Count and sum streams of records for each council term, exactly and in one pass."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from secretariat.facts.amounts import Amount
from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.facts.council_terms import CouncilTerm, first_blocks, term_number_at
from secretariat.facts.empty_lists import EmptyList
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.live_forum import LiveCategory, LivePost, LiveThread
from secretariat.facts.memberships import Membership
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.totals import (
    CouncilMoneyTotal,
    GroupMoneyTotal,
    MadeInTerm,
    SeatRewardTotal,
    WorkerRewardTotal,
)

NOUNS: dict[str, str] = {
    Membership.KIND: "members",
    LiveCategory.KIND: "categories",
    LiveThread.KIND: "threads",
    LivePost.KIND: "posts",
}
"""What is counted by the moment it was made, by kind."""

EMPTY_NOUNS: dict[str, str] = {
    "memberships": "members",
    "forum-categories": "categories",
    "forum-threads": "threads",
    "forum-posts": "posts",
}
"""What is counted by the moment it was made, by the list that holds it."""

REWARD = "reward-paid"

_Places = dict[tuple[Any, ...], list[int]]
"""By what is told apart: events, sum, those without an amount, newest block of reading."""


def group_totals(records: Iterable[Stated[GroupMoneyEvent]], terms: Sequence[CouncilTerm]) -> list[AnyStated]:
    """Sum the money events of the working groups by group, event and term, and the rewards by worker and term."""
    starts = first_blocks(terms)
    money: dict[str, _Places] = {}
    paid: dict[str, dict[int, int]] = {}
    seen: dict[str, list[Any]] = {}
    for record in records:
        fact = record.fact
        term = term_number_at(starts, fact.block)
        _count(money.setdefault(record.file, {}), (fact.group, fact.event, term), fact.amount, record.line)
        if fact.event == REWARD and fact.worker is not None:
            about = seen.setdefault(fact.worker, [record.file, 0, 0])
            about[1] = max(about[1], record.line)
            if fact.amount is None or term is None:
                about[2] += 1
            else:
                by_term = paid.setdefault(fact.worker, {})
                by_term[term] = by_term.get(term, 0) + fact.amount
    groups = [
        _stated(
            GroupMoneyTotal(
                group=group, event=event, term=term, events=count, amount=Amount(amount), unread=unread
            ),
            f"{group or 'unknown'} {event} {_named(term)}",
            file,
            line,
        )
        for file, places in money.items()
        for (group, event, term), (count, amount, unread, line) in places.items()
    ]  # fmt: skip
    workers = [
        _stated(
            WorkerRewardTotal(
                worker=worker,
                by_term=tuple((term, Amount(amount)) for term, amount in sorted(paid.get(worker, {}).items())),
                doubtful=doubtful,
            ),
            f"worker {worker}",
            file,
            line,
        )
        for worker, (file, line, doubtful) in seen.items()
    ]
    return [*groups, *workers]


def council_totals(records: Iterable[Stated[CouncilBudgetEvent]], terms: Sequence[CouncilTerm]) -> list[AnyStated]:
    """Sum the events of the council's budget by event and term."""
    starts = first_blocks(terms)
    money: dict[str, _Places] = {}
    for record in records:
        fact = record.fact
        place = (fact.event, term_number_at(starts, fact.block))
        _count(money.setdefault(record.file, {}), place, fact.amount, record.line)
    return [
        _stated(
            CouncilMoneyTotal(event=event, term=term, events=count, amount=Amount(amount), unread=unread),
            f"{event} {_named(term)}",
            file,
            line,
        )
        for file, places in money.items()
        for (event, term), (count, amount, unread, line) in places.items()
    ]


def seat_totals(records: Iterable[Stated[CouncilReward]], terms: Sequence[CouncilTerm]) -> list[AnyStated]:
    """Sum the rewards of council members by seat: those paid in the block of an election belong to the old seats."""
    money: dict[str, _Places] = {}
    for record in records:
        if record.fact.seat is not None:
            _count(money.setdefault(record.file, {}), (record.fact.seat,), record.fact.paid, record.line)
    return [
        _stated(
            SeatRewardTotal(seat=seat, payments=count, paid=Amount(paid), unread=unread), f"seat {seat}", file, line
        )
        for file, places in money.items()
        for (seat,), (count, paid, unread, line) in places.items()
    ]


def made_totals(records: Iterable[AnyStated], terms: Sequence[CouncilTerm]) -> list[AnyStated]:
    """Count records of one kind by the term they were made in, its first block included.

    Gives nothing without records, and nothing where the moment of an election is not known: then no count is exact.
    """
    starts = [term.started_at for term in terms if term.started_at is not None]
    made = [0] * (len(starts) + 1)
    undated, newest, place = 0, 0, None
    for record in records:
        place = record if place is None else place
        newest = max(newest, record.line)
        if record.fact.created_at is None:
            undated += 1
        else:
            made[bisect_right(starts, record.fact.created_at)] += 1
    if place is None or len(starts) < len(terms):
        return []
    noun = NOUNS[place.kind]
    return [
        _stated(
            MadeInTerm(
                noun=noun, term=term.term, before=sum(made[: term.term]), made=made[term.term], undated=undated
            ),
            f"{noun} {_named(term.term)}",
            place.file,
            newest,
        )
        for term in terms
    ]  # fmt: skip


def made_nothing(none: Stated[EmptyList], terms: Sequence[CouncilTerm]) -> list[AnyStated]:
    """Count 0 in every term of what a list proves that there never was any of; the list is the source."""
    noun = EMPTY_NOUNS[none.fact.name]
    return [
        Stated(
            kind=MadeInTerm.KIND,
            key=none.key,
            file=none.file,
            format=none.format,
            line=none.line,
            fact=MadeInTerm(noun=noun, term=term.term, before=0, made=0),
        )
        for term in terms
    ]


def _count(places: _Places, place: tuple[Any, ...], amount: int | None, line: int) -> None:
    if (known := places.get(place)) is None:
        known = places[place] = [0, 0, 0, 0]
    known[0] += 1
    if amount is None:
        known[2] += 1
    else:
        known[1] += amount
    known[3] = max(known[3], line)


def _named(term: int | None) -> str:
    return "at unknown blocks" if term is None else f"term {term}"


def _stated(fact: Any, key: str, file: str, line: int) -> AnyStated:
    return Stated(kind=fact.KIND, key=key, file=file, format=file.partition("/")[0], line=line, fact=fact)
