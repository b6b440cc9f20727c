"""The state of live sources in the store: their heights, the proof of their lists, the metadata of runtimes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, RowMapping, Table, delete, func, insert, select

from secretariat.facts.freshness import SourceState
from secretariat.facts.moments import Moment
from secretariat.store.schema import live_lists, live_sources, runtimes


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceKnown:
    """A live source as the store knows it. ``chain`` is the genesis hash its facts are of."""

    state: SourceState
    chain: str | None = None
    spec_version: int | None = None
    failed_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ListKnown:
    """A complete list as the store knows it.

    ``count`` rows were proven complete at ``height``. ``newest_cursor`` is where new rows begin. Settled rows are compared
    in rounds: this one ``turn_began_at`` and has come to ``turn_cursor`` with ``turn_compared`` rows; ``whole_at`` is when
    the last round ended. ``failure`` tells why a later reading was refused.
    """

    name: str
    source: str
    count: int
    height: int | None
    read_at: Moment
    newest_cursor: str | None = None
    turn_cursor: str | None = None
    turn_began_at: Moment | None = None
    turn_compared: int = 0
    whole_at: Moment | None = None
    failure: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RuntimeKnown:
    """The metadata of one spec version of one chain, as the node's hex text."""

    chain: str
    spec_version: int
    transaction_version: int
    seen_at_block: int
    metadata: str


def sources_known(connection: Connection) -> Mapping[str, SourceKnown]:
    """Give every live source that was ever tried, by name."""
    found = {}
    for row in connection.execute(select(live_sources).order_by(live_sources.c.source)):
        state = SourceState(
            source=row.source,
            address=row.address,
            height=row.height,
            height_at=row.height_at,
            read_at=row.read_at,
            lower_bound=bool(row.lower_bound),
            failure=row.failure,
        )
        found[row.source] = SourceKnown(
            state=state, chain=row.chain, spec_version=row.spec_version, failed_at=row.failed_at
        )
    return found


def write_source(connection: Connection, known: SourceKnown) -> None:
    """Remember a source after a reading."""
    row = {**asdict(known.state), "lower_bound": int(known.state.lower_bound)}
    row.update(chain=known.chain, spec_version=known.spec_version, failed_at=known.failed_at)
    _put(connection, live_sources, {"source": known.state.source}, row)


def write_failure(connection: Connection, source: str, address: str, failure: str, at: Moment) -> None:
    """Remember that a source failed; what was read from it before stays."""
    before = sources_known(connection).get(source)
    state = before.state if before else SourceState(source=source, address=address)
    known = replace(before or SourceKnown(state=state), state=replace(state, failure=failure), failed_at=at)
    write_source(connection, known)


def lists_known(connection: Connection) -> Mapping[str, ListKnown]:
    """Give every list that was ever complete, by name."""
    query = select(live_lists).order_by(live_lists.c.list)
    return {row["list"]: _list(row) for row in connection.execute(query).mappings()}


def list_known(connection: Connection, name: str) -> ListKnown | None:
    """Give one list, or None when it was never complete."""
    row = connection.execute(select(live_lists).where(live_lists.c.list == name)).mappings().first()
    return None if row is None else _list(row)


def _list(row: RowMapping) -> ListKnown:
    return ListKnown(name=row["list"], **{key: value for key, value in row.items() if key != "list"})


def write_list(connection: Connection, known: ListKnown) -> None:
    """Remember a complete list and how far comparing it has come."""
    row = asdict(known)
    row["list"] = row.pop("name")
    _put(connection, live_lists, {"list": known.name}, row)


def empty_lists(connection: Connection, source: str) -> dict[str, int]:
    """Give the lists of a source that were proven to hold nothing, with the block at which they were read."""
    held = (live_lists.c.source == source) & (live_lists.c.count == 0) & live_lists.c.height.is_not(None)
    query = select(live_lists.c.list, live_lists.c.height).where(held).order_by(live_lists.c.list)
    return {row[0]: row[1] for row in connection.execute(query)}


def forget_list(connection: Connection, name: str) -> None:
    """Forget that a list was complete."""
    connection.execute(delete(live_lists).where(live_lists.c.list == name))


def runtime_known(connection: Connection, chain: str, spec_version: int) -> RuntimeKnown | None:
    """Give the metadata of a spec version, or None when it was never fetched."""
    query = select(runtimes).where((runtimes.c.chain == chain) & (runtimes.c.spec_version == spec_version))
    row = connection.execute(query).mappings().first()
    return None if row is None else RuntimeKnown(**row)


def runtime_texts(connection: Connection, chain: str) -> dict[int, str]:
    """Give the metadata of every spec version of a chain that was met, as hex text."""
    query = select(runtimes.c.spec_version, runtimes.c.metadata).where(runtimes.c.chain == chain)
    return {row.spec_version: row.metadata for row in connection.execute(query)}


def first_read(connection: Connection, chain: str) -> int | None:
    """Give the finalised head as a chain was read for the first time: a sync remembers it with the first runtime it meets."""
    query = select(func.min(runtimes.c.seen_at_block)).where(runtimes.c.chain == chain)
    found: int | None = connection.execute(query).scalar()
    return found


def write_runtime(connection: Connection, known: RuntimeKnown) -> None:
    """Remember the metadata of a spec version."""
    place = {"chain": known.chain, "spec_version": known.spec_version}
    _put(connection, runtimes, place, asdict(known))


def _put(connection: Connection, table: Table, place: Mapping[str, object], row: Mapping[str, object]) -> None:
    """Write a row in the place of the one with the same key."""
    here = [table.c[name] == value for name, value in place.items()]
    connection.execute(delete(table).where(*here))
    connection.execute(insert(table).values(**row))
