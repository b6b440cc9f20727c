"""The state of live sources: written, replaced, failed, and read back as it was."""

from dataclasses import replace

from secretariat.facts.freshness import SourceState
from secretariat.facts.moments import Moment
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.live import (
    ListKnown,
    RuntimeKnown,
    SourceKnown,
    first_read,
    lists_known,
    runtime_known,
    sources_known,
    write_failure,
    write_list,
    write_runtime,
    write_source,
)

AT = Moment("2026-05-01T10:00:00Z")
SOURCE = SourceKnown(
    state=SourceState(
        source="chain", address="https://node.example", height=12_000_001, height_at=AT, read_at=AT, lower_bound=True
    ),
    chain="0xab",
    spec_version=2004,
)
LIST = ListKnown(
    name="query-node/proposals",
    source="query-node",
    count=823,
    height=12_000_000,
    read_at=AT,
    newest_cursor="WzFd",
    turn_cursor=None,
    turn_began_at=AT,
    whole_at=AT,
)


def test_a_source_is_read_back_and_replaced(store_url: str) -> None:
    engine = open_store(store_url)
    later = replace(SOURCE, spec_version=2005, state=replace(SOURCE.state, height=12_000_009, lower_bound=False))
    for known in (SOURCE, later):
        with writing(engine) as connection:
            write_source(connection, known)
        with reading(engine) as connection:
            assert sources_known(connection) == {"chain": known}


def test_a_failure_keeps_what_was_read_before(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        write_source(connection, SOURCE)
        write_failure(connection, "chain", "https://node.example", "no answer", Moment("2026-05-01T11:00:00Z"))
        write_failure(connection, "prices", "https://rates.example", "no answer", AT)
    with reading(engine) as connection:
        known = sources_known(connection)
    assert known["chain"].state == replace(SOURCE.state, failure="no answer")
    assert known["chain"].failed_at == "2026-05-01T11:00:00Z"
    assert known["prices"].state == SourceState(source="prices", address="https://rates.example", failure="no answer")


def test_a_list_is_read_back_and_replaced(store_url: str) -> None:
    engine = open_store(store_url)
    for known in (LIST, replace(LIST, count=824, turn_cursor="WzJd", whole_at=None)):
        with writing(engine) as connection:
            write_list(connection, known)
        with reading(engine) as connection:
            assert lists_known(connection) == {LIST.name: known}


def test_metadata_is_kept_for_each_spec_version_of_each_chain(store_url: str) -> None:
    engine = open_store(store_url)
    known = [
        RuntimeKnown(chain=chain, spec_version=spec, transaction_version=2, seen_at_block=5, metadata=f"0x{spec}")
        for chain, spec in (("0xab", 2003), ("0xab", 2004), ("0xcd", 2004))
    ]
    with writing(engine) as connection:
        for one in (*known, known[0]):
            write_runtime(connection, one)
    with reading(engine) as connection:
        assert [runtime_known(connection, one.chain, one.spec_version) for one in known] == known
        assert runtime_known(connection, "0xcd", 2003) is None


def test_the_first_reading_of_a_chain_is_that_of_its_first_runtime(store_url: str) -> None:
    runtime = RuntimeKnown(chain="0xab", spec_version=2004, transaction_version=0, seen_at_block=900, metadata="0x00")
    with writing(open_store(store_url)) as connection:
        assert first_read(connection, "0xab") is None
        write_runtime(connection, runtime)
        write_runtime(connection, replace(runtime, spec_version=2005, seen_at_block=1_500))
        write_runtime(connection, replace(runtime, chain="0xcd", seen_at_block=7))
        assert first_read(connection, "0xab") == 900
