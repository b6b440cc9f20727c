"""Publish: materialise every table in the store, and write them out as files."""

from sqlalchemy import Connection

from secretariat.flow.review import build_tables, review
from secretariat.store import facts as store_facts
from secretariat.store.journal import problem_decisions
from secretariat.store.tables import replace_tables


def materialise(connection: Connection) -> None:
    """Work out every published table from the records and decisions in the store, and put them in the store."""
    snapshot = review(
        store_facts.load_records(connection),
        store_facts.load_problems(connection),
        problem_decisions(connection),
    )
    replace_tables(connection, build_tables(snapshot))
