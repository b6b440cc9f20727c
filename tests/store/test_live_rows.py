"""Rows of live lists: what changes is put in place, what stays keeps the block it was first read at."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.problems import problem
from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.facts import documents_known, load_records, problems_coded
from secretariat.store.live_rows import (
    RowsChanged,
    digests_of,
    keys_of,
    known_places,
    mark_open,
    put_problems,
    put_records,
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


def test_problems_are_found_by_their_code(store_url: str) -> None:
    engine = open_store(store_url)
    codes = ("field-shifted", "field-unreadable", "file-unreadable", "row-without-id")
    with writing(engine) as connection:
        put_problems(
            connection, PATH, QUERY_NODE, [problem(code, file=PATH, line=1, subject="a", what="w") for code in codes]
        )
    with reading(engine) as connection:
        assert [one.code for one in problems_coded(connection, "field-unreadable")] == ["field-unreadable"]
        assert problems_coded(connection, "field") == ()


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
        digests = {one.key: "x" for one in many}
        assert put_records(connection, PATH, QUERY_NODE, many, digests=digests) == RowsChanged(added=1_234)
    with writing(engine) as connection:
        again = [one._replace(line=9) for one in many]
        assert put_records(connection, PATH, QUERY_NODE, again, digests=digests) == RowsChanged()
        assert digests_of(connection, PATH, ElectedCouncil.KIND, [one.key for one in many]) == digests


def test_another_content_that_makes_the_same_fact_changes_the_digest_alone(store_url: str) -> None:
    engine = open_store(store_url)
    for block, digest in ((100, "1"), (200, "2")):
        with writing(engine) as connection:
            found = [council("a", block, 1)]
            added = put_records(connection, PATH, QUERY_NODE, found, digests={"a": digest})
            assert added == (RowsChanged(added=1) if block == 100 else RowsChanged())
    with reading(engine) as connection:
        assert [one.line for one in load_records(connection)] == [100]
        assert digests_of(connection, PATH, ElectedCouncil.KIND, ["a", "b"]) == {"a": "2"}
        assert digests_of(connection, "query-node/workers", ElectedCouncil.KIND, ["a"]) == {}


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
            _put(connection, PATH, digests, open_now, left)
            _put(connection, "query-node/workers", {"z": "9"}, {"z"}, set())
            assert digests_of(connection, PATH, ElectedCouncil.KIND, list("abcdef")) == known
            assert keys_of(connection, PATH) == set(known)
            assert keys_of(connection, PATH, only_open=True) == open_now
            assert keys_of(connection, "query-node/workers", only_open=True) == {"z"}


def _put(connection: Connection, path: str, digests: dict[str, str], open_keys: set[str], gone: set[str]) -> None:
    kind = ElectedCouncil.KIND
    found = [council(key, 1, 1) for key in digests]
    put_records(connection, path, QUERY_NODE, found, [(kind, key) for key in sorted(gone)], digests=digests)
    mark_open(connection, path, kind, open_keys)
