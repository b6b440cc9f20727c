"""Materialise: work out every published table from what the store holds, and put it into the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection

from secretariat.facts.decisions import ProblemDecision
from secretariat.facts.empty_lists import MissingList, missing_list
from secretariat.facts.freshness import seconds_between
from secretariat.facts.moments import Moment
from secretariat.facts.problems import Problem
from secretariat.facts.records import QUERY_NODE, AnyStated
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.decided import decisions_now
from secretariat.flow.lists_behind import documents_of, forget, lists_behind, told
from secretariat.flow.rows_unplaced import rows_unplaced, told_unplaced
from secretariat.flow.steps import TABLES
from secretariat.flow.tables import flow_tables, kinds_needed, worked_out
from secretariat.sources.query_node import growth
from secretariat.sources.query_node.lists import LISTS
from secretariat.sources.query_node.shapes import file_of
from secretariat.store import facts as store_facts
from secretariat.store.live import lists_known, sources_known
from secretariat.store.steps import steps_known, write_step
from secretariat.store.tables import replace_tables
from secretariat.store.totals import CHOSEN, counted

WAITS_SECONDS = 3_600
"""So long tables stay as they are for a list that is behind; then they are worked out without it."""


def snapshot_now(connection: Connection) -> Snapshot:
    """Review what the store holds: the facts that the duties need, repaired as people decided, and all problems.

    What is too many to load comes as totals. A list that is behind the others is taken as one that was never read, and so is one
    with a row that cannot be placed; its problems stay, so that people can decide about them.
    """
    behind, unplaced = lists_behind(connection), rows_unplaced(connection)
    if not behind and not unplaced:
        return _snapshot(connection)
    without = {name: MissingList(name=name, unplaced=told_unplaced(found)) for name, found in unplaced.items()}
    without |= {name: MissingList(name=name, up_to=one.height or 0) for name, one in behind.items()}
    kept = _kept(connection, frozenset(path for name in unplaced for path in documents_of(name)))
    apart = connection.begin_nested()
    try:
        for name in without:
            forget(connection, name)
        return _snapshot(connection, without, kept)
    finally:
        apart.rollback()


def snapshot_told(connection: Connection, now: Moment) -> Snapshot:
    """Give what the published tables tell of: while they wait, the lists that are behind too. ``now`` is the machine's time."""
    return _snapshot(connection) if tables_wait(connection, now) else snapshot_now(connection)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Kept:
    """Problems of lists that are left out, and decisions, as they were before those were."""

    problems: tuple[Problem, ...] = ()
    decisions: tuple[ProblemDecision, ...] = ()


_ALL_THERE: Mapping[str, MissingList] = MappingProxyType({})
_NOTHING = _Kept()


def _kept(connection: Connection, files: frozenset[str]) -> _Kept:
    """Keep what belongs to some documents."""
    return _Kept(
        problems=tuple(one for file in sorted(files) for one in store_facts.known_problems(connection, file)),
        decisions=tuple(one for one in decisions_now(connection) if one.problem.file in files) if files else (),
    )


def _snapshot(
    connection: Connection, without: Mapping[str, MissingList] = _ALL_THERE, kept: _Kept = _NOTHING
) -> Snapshot:
    decisions = (*decisions_now(connection), *kept.decisions)
    loaded = tuple(store_facts.load_records(connection, kinds_needed() - CHOSEN))
    totals = counted(connection, loaded, decisions)
    problems = (*store_facts.load_problems(connection), *kept.problems)
    return worked_out((*loaded, *totals, *missing_lists(connection, without)), problems, decisions)


def missing_lists(connection: Connection, without: Mapping[str, MissingList]) -> tuple[AnyStated, ...]:
    """Name the lists of the query node that were never read whole, or are taken so: ``without`` tells why, by their names.

    None where no query node was ever asked.
    """
    if QUERY_NODE not in sources_known(connection):
        return ()
    known = lists_known(connection)
    names = [*(listed.name for listed in LISTS), growth.NAME]
    return tuple(
        missing_list(without.get(name, MissingList(name=name))) for name in names if file_of(name) not in known
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Materialised:
    """The snapshot that the published tables tell of, and why they stay as they are (``tables_wait``); empty where they were built."""

    snapshot: Snapshot
    waits: str


def materialise(connection: Connection, now: Moment) -> Materialised:
    """Work out every published table from the records and decisions in the store, and put them in the store.

    Tables that wait for a list stay as they are. ``now`` is the machine's time.
    """
    waits, snapshot = tables_wait(connection, now), snapshot_told(connection, now)
    if not waits:
        replace_tables(connection, flow_tables(snapshot))
        write_step(connection, TABLES, now)
    return Materialised(snapshot=snapshot, waits=waits)


def tables_wait(connection: Connection, now: Moment) -> str:
    """Say why the published tables stay as they are: a list is behind, and not for long yet. Empty when they need not.

    They are of one moment then, which is more than new ones with holes would be. However the lists take turns in being
    behind, tables that were built an hour ago wait no longer.
    """
    behind = lists_behind(connection)
    built = steps_known(connection).get(TABLES)
    if not behind or built is None or built.succeeded_at is None:
        return ""
    if any(
        seconds_between(at, now) > WAITS_SECONDS
        for at in (built.succeeded_at, *(one.read_at for one in behind.values()))
    ):
        return ""
    return f"The tables stay as they are until the next `secretariat sync`: {told(behind)}."
