"""Materialise: work out every published table from what the store holds, and put it into the store."""

from sqlalchemy import Connection

from secretariat.facts.empty_lists import missing_list
from secretariat.facts.records import QUERY_NODE, AnyStated
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.decided import decisions_now
from secretariat.flow.tables import flow_tables, kinds_needed, worked_out
from secretariat.sources.query_node import growth
from secretariat.sources.query_node.lists import LISTS
from secretariat.sources.query_node.shapes import file_of
from secretariat.store import facts as store_facts
from secretariat.store.live import lists_known, sources_known
from secretariat.store.tables import replace_tables
from secretariat.store.totals import CHOSEN, counted


def snapshot_now(connection: Connection) -> Snapshot:
    """Review what the store holds: the facts that the duties need, repaired as people decided, and all problems.

    What is too many to load comes as totals.
    """
    decisions = decisions_now(connection)
    loaded = tuple(store_facts.load_records(connection, kinds_needed() - CHOSEN))
    totals = counted(connection, loaded, decisions)
    return worked_out((*loaded, *totals, *never_read(connection)), store_facts.load_problems(connection), decisions)


def never_read(connection: Connection) -> tuple[AnyStated, ...]:
    """Name the lists of the query node that were never read whole; none where no query node was ever asked."""
    if QUERY_NODE not in sources_known(connection):
        return ()
    known = lists_known(connection)
    names = [*(listed.name for listed in LISTS), growth.NAME]
    return tuple(missing_list(name) for name in names if file_of(name) not in known)


def materialise(connection: Connection) -> Snapshot:
    """Work out every published table from the records and decisions in the store, and put them in the store.

    Gives the snapshot that they were built from.
    """
    snapshot = snapshot_now(connection)
    replace_tables(connection, flow_tables(snapshot))
    return snapshot
