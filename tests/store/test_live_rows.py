"""Rows of live lists: what changes is put in place, what stays keeps the block it was first read at."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.facts import documents_known, load_records
from secretariat.store.live_rows import (
    RowsChanged,
    digests_of,
    keys_of,
    known_places,
    put_records,
    write_digests,
)

PATH = "query-node/elected-councils"


def council(key: str, block: int, elected: int) -> Stated[ElectedCouncil]:
    return Stated(
        kind=ElectedCouncil.KIND,
        key=key,
        file=PATH,
        format=QUERY_NODE,
        line=block,
        fact=ElectedCouncil(elected_block=elected),
    )


def test_a_row_keeps_its_block_until_its_content_changes(store_url: str) -> None:
    engine = open_store(store_url)
    runs = [
        ([council("a", 100, 1), council("b", 100, 2)], (), RowsChanged(added=2)),
        ([council("a", 200, 1), council("b", 200, 3), council("c", 200, 4)], (), RowsChanged(added=1, changed=1)),
        ([], [("elected-council", "a")], RowsChanged(removed=1)),
    ]
    for found, gone, expected in runs:
        with writing(engine) as connection:
            assert put_records(connection, PATH, QUERY_NODE, found, gone) == expected
    with reading(engine) as connection:
        kept = [(one.key, one.line, one.fact.elected_block, one.source) for one in load_records(connection)]
        assert known_places(connection, PATH) == {("elected-council", "b"), ("elected-council", "c")}
        assert documents_known(connection) == {}
        assert list(documents_known(connection, live=True)) == [PATH]
    assert kept == [
        ("b", 200, 3, "query-node/elected-councils#b at block 200"),
        ("c", 200, 4, "query-node/elected-councils#c at block 200"),
    ]


def test_more_rows_than_one_query_takes(store_url: str) -> None:
    engine = open_store(store_url)
    many = [council(f"{number:05d}", 7, number) for number in range(1_234)]
    with writing(engine) as connection:
        assert put_records(connection, PATH, QUERY_NODE, many) == RowsChanged(added=1_234)
        write_digests(connection, "elected-councils", {one.key: "x" for one in many}, {"00003"}, ())
    with writing(engine) as connection:
        again = [replace(one, line=9) for one in many]
        assert put_records(connection, PATH, QUERY_NODE, again) == RowsChanged()
        assert len(digests_of(connection, "elected-councils", [one.key for one in many])) == 1_234


@settings(derandomize=True, deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("123"), max_size=6),
            st.sets(st.sampled_from("abcdef")),
            st.sets(st.sampled_from("abcdef")),
        ),
        max_size=5,
    )
)
def test_digests_and_open_rows_are_those_of_the_last_run(runs: list[tuple[dict[str, str], set[str], set[str]]]) -> None:
    engine = open_store("sqlite://")
    known: dict[str, str] = {}
    open_now: set[str] = set()
    with writing(engine) as connection:
        for digests, open_keys, gone in runs:
            left = gone - set(digests)
            known = {key: digest for key, digest in {**known, **digests}.items() if key not in left}
            open_now = open_keys & set(known)
            write_digests(connection, "proposals", digests, open_now, left)
            write_digests(connection, "workers", {"z": "9"}, {"z"}, ())
            assert digests_of(connection, "proposals", list("abcdef")) == known
            assert keys_of(connection, "proposals") == set(known)
            assert keys_of(connection, "proposals", only_open=True) == open_now
            assert keys_of(connection, "workers", only_open=True) == {"z"}
