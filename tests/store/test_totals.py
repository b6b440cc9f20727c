"""Counting in the store: exactly, on both databases, with decisions laid over, and without loading what is many."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, text

from secretariat.facts.decisions import ProblemDecision
from secretariat.facts.empty_lists import EmptyList
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.live_forum import LivePost, LiveThread
from secretariat.facts.memberships import Membership
from secretariat.facts.moments import Moment
from secretariat.facts.problems import Target, problem
from secretariat.facts.records import CHAIN, QUERY_NODE, AnyStated
from secretariat.facts.totals import GroupMoneyTotal, MadeInTerm
from secretariat.flow.materialise import snapshot_now
from secretariat.flow.tables import kinds_needed
from secretariat.store import facts as store_facts
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.live import ListKnown, write_list
from secretariat.store.named import field_values
from secretariat.store.totals import CHOSEN, counted
from tests.build import build_tables
from tests.mainnet import COUNTED, at, live, mainnet, people, records

MOST_FACTS = 100_000


def written(connection: Connection, stated: Iterable[AnyStated]) -> None:
    """Write records into the store, each list as one document."""
    by_file: dict[str, list[AnyStated]] = {}
    for record in stated:
        by_file.setdefault(record.file, []).append(record)
    for file, found in by_file.items():
        store_facts.write(connection, file, found[0].format, "0" * 64, found, ())


def test_the_store_counts_what_the_facts_count(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        written(connection, records())
    with reading(engine) as connection:
        snapshot = snapshot_now(connection)
    named = {1, 2, 3, 4, 5, 6, 7}
    expected = {kind: found for kind, found in mainnet().by_kind.items() if kind in kinds_needed()}
    assert {k: v for k, v in snapshot.by_kind.items() if k != Membership.KIND} == {
        k: v for k, v in expected.items() if k != Membership.KIND
    }
    assert {record.fact.member_id for record in snapshot.of(Membership)} == named
    assert not set(COUNTED) & set(snapshot.by_kind)


def test_only_members_that_other_facts_name_are_loaded_and_all_are_counted(store_url: str) -> None:
    engine = open_store(store_url)
    strangers = [live(Membership(member_id=n, handle=f"m{n}", created_at=at(n)), str(n)) for n in range(100, 160)]
    with writing(engine) as connection:
        written(connection, [*records(), *strangers])
    with reading(engine) as connection:
        snapshot = snapshot_now(connection)
    assert {record.fact.member_id for record in snapshot.of(Membership)} == set(range(1, 8))
    (members,) = [one.fact for one in snapshot.of(MadeInTerm) if (one.fact.noun, one.fact.term) == ("members", 1)]
    assert (members.before, members.made) == (64, 2)


def test_a_repaired_amount_is_counted_as_repaired(store_url: str) -> None:
    engine = open_store(store_url)
    broken = live(
        GroupMoneyEvent(event="reward-paid", group="forumWorkingGroup", block=160_000), "g0", name="reward-paid"
    )
    found = problem(
        "amount-unparsable",
        file=broken.file,
        line=1,
        subject="g0",
        what="The amount cannot be read.",
        target=Target(kind=broken.kind, key="g0", field="amount"),
    )
    decision = ProblemDecision(problem=found, action="repair", person="ada", at=at(0), why="known", value="12")
    with writing(engine) as connection:
        written(
            connection, [broken, *(record for record in records() if (record.file, record.key) != (broken.file, "g0"))]
        )
    with reading(engine) as connection:
        loaded = tuple(store_facts.load_records(connection, kinds_needed() - CHOSEN))
        for decisions, unread, amount in (((), 1, 20), ((decision,), 0, 32)):
            (total,) = [
                one.fact
                for one in counted(connection, loaded, decisions)
                if isinstance(one.fact, GroupMoneyTotal)
                and (one.fact.group, one.fact.event, one.fact.term) == ("forumWorkingGroup", "reward-paid", 1)
            ]
            assert (total.unread, total.amount, total.events) == (unread, amount * 10**10, 2)


def test_a_store_of_archives_alone_counts_nothing(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine), reading(engine) as connection:
        assert counted(connection, (), ()) == ()


TEN_TIMES = {
    Membership.KIND: 100_000,
    LivePost.KIND: 80_000,
    GroupMoneyEvent.KIND: 150_000,
    LiveThread.KIND: 10_000,
    "proposal": 8_000,
    "proposal-vote": 24_000,
    "proposal-status-change": 16_000,
    "proposal-decision": 8_000,
    "cast-vote": 8_000,
    "candidacy": 2_500,
    "worker": 3_000,
}
"""About ten times what the main network holds after three years, by kind."""

_BODIES = {
    Membership.KIND: '{"member_id":1000000%d,"handle":"m","created_at":"2030-01-02T00:00:00Z"}',
    LivePost.KIND: '{"post_id":%d,"created_at":"2030-01-09T00:00:00Z"}',
    GroupMoneyEvent.KIND: '{"event":"reward-paid","group":"g","block":%d,"amount":10,"worker":"w"}',
}


def test_ten_times_the_network_stays_below_the_most_facts_that_are_held(tmp_path: object) -> None:
    engine = open_store(f"sqlite:///{tmp_path}/large.db")
    with writing(engine) as connection:
        written(connection, records())
        documents = {
            str(kind): identifier
            for kind, identifier in connection.execute(text("SELECT kind, max(document_id) FROM records GROUP BY kind"))
        }
        for kind, count in TEN_TIMES.items():
            body = _BODIES.get(kind, "{}").replace("%d", "' || n || '")
            connection.exec_driver_sql(
                "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?)"
                " INSERT INTO records (document_id, kind, key, line, body)"
                f" SELECT ?, ?, 'x' || n, 700000, '{body}' FROM c",
                (count, documents[kind], kind),
            )
    with reading(engine) as connection:
        loaded = tuple(store_facts.load_records(connection, kinds_needed() - CHOSEN))
        found = counted(connection, loaded, ())
    by_kind = Counter(record.kind for record in (*loaded, *found))
    assert sum(by_kind.values()) < MOST_FACTS, by_kind
    assert not set(COUNTED) & set(by_kind)
    made = {(one.fact.noun, one.fact.term): one.fact for one in found if isinstance(one.fact, MadeInTerm)}
    posts = sum(record.kind == LivePost.KIND for record in people())
    assert made["posts", 3].before + made["posts", 3].made == posts + TEN_TIMES[LivePost.KIND]
    rewards = [one.fact for one in found if isinstance(one.fact, GroupMoneyTotal) and one.fact.group == "g"]
    assert sum(one.events for one in rewards) == TEN_TIMES[GroupMoneyEvent.KIND]
    assert sum(one.amount for one in rewards) == 10 * TEN_TIMES[GroupMoneyEvent.KIND]


def test_tables_built_from_the_store_are_those_built_from_the_facts(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        written(connection, records())
    with reading(engine) as connection:
        from_store = build_tables(snapshot_now(connection))
    from_facts = build_tables(replace(mainnet(), problems=()))
    unlike = [one.name for one, other in zip(from_store, from_facts, strict=True) if one.rows != other.rows]
    assert unlike in ([], ["problems"])


def test_records_of_a_kind_are_streamed_all_or_by_key_and_their_fields_as_they_are(store_url: str) -> None:
    engine = open_store(store_url)
    threads = [live(LiveThread(title=f"t{n}", category_id=1, created_block=n or None), f"{n:04}") for n in range(12)]
    moved = threads[0]._replace(key="other", file="threads.json", format="forum-threads")
    with writing(engine) as connection:
        written(connection, [*threads, moved])
    with reading(engine) as connection:
        (whole,) = store_facts.records_in_parts(connection, LiveThread.KIND)
        (chosen,) = store_facts.records_in_parts(connection, LiveThread.KIND, ["0003", "other", "none"])
        fields = dict(field_values(connection, QUERY_NODE, LiveThread.KIND, ["created_block", "category_id", "title"]))
    assert {one.key: one for one in whole} == {one.key: one for one in (*threads, moved)}
    assert {one.key: one for one in chosen} == {one.key: one for one in (threads[3], moved)}
    assert fields == {f"{n:04}": {"created_block": n or None, "category_id": 1, "title": f"t{n}"} for n in range(12)}


def test_lists_that_are_proven_empty_are_facts_and_others_are_not(store_url: str) -> None:
    engine = open_store(store_url)
    known = {
        f"{QUERY_NODE}/forum-posts": (QUERY_NODE, 0, 700),
        f"{QUERY_NODE}/rewards-paid": (QUERY_NODE, 0, 650),
        f"{QUERY_NODE}/proposal-votes": (QUERY_NODE, 3, 700),
        "chain/council": (CHAIN, 0, 700),
        f"{QUERY_NODE}/budgets-set": (QUERY_NODE, 0, None),
    }
    with writing(engine) as connection:
        written(connection, records())
        for name, (source, count, height) in known.items():
            write_list(
                connection, ListKnown(name=name, source=source, count=count, height=height, read_at=Moment(at(700)))
            )
    with reading(engine) as connection:
        found = counted(connection, tuple(store_facts.load_records(connection, kinds_needed() - CHOSEN)), ())
    none = {one.fact.name: one.source for one in found if isinstance(one.fact, EmptyList)}
    assert none == {
        "forum-posts": "query-node/forum-posts#totalCount 0 at block 700",
        "rewards-paid": "query-node/rewards-paid#totalCount 0 at block 650",
    }
    proven = [one for one in found if isinstance(one.fact, MadeInTerm) and one.key == "totalCount 0"]
    assert [(one.fact.noun, one.fact.term, one.fact.before, one.fact.made) for one in proven] == [
        ("posts", term, 0, 0) for term in (1, 2, 3)
    ]
