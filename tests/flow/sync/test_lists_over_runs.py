"""Runs of sync one after the other: what stays, what comes, what changes, what goes."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from graphql import GraphQLSchema

from secretariat.facts.problems import Problem
from secretariat.flow.sync import query_node
from secretariat.sources.query_node.lists import BY_NAME, LISTS
from secretariat.store.engine import reading
from secretariat.store.facts import known_problems, load_record
from tests.flow.sync.live import Live, digest, done_of, facts, live, moved, problems_of, published
from tests.query_node.invented import changes, invented_world, node_of
from tests.query_node.world import Entity, World

HALF_A_DAY = timedelta(hours=12)


def problems(desk: Live, name: str) -> list[Problem]:
    with reading(desk.context.engine) as connection:
        return list(known_problems(connection, f"query-node/{name}"))


def block_of(desk: Live, name: str, kind: str, key: str) -> int:
    with reading(desk.context.engine) as connection:
        found = load_record(connection, f"query-node/{name}", kind, key)
        assert found is not None
        return found.line


def another(desk: Live, name: str, key: str) -> Entity:
    """Give a row of a list again, with another id."""
    type_, _ = node_of(desk.graph.schema, BY_NAME[name])
    return {**desk.world.of(type_.name)["1"], "id": key}


def test_an_unchanged_sync_changes_nothing_at_all(desk: Live) -> None:
    first = desk.sync()
    assert first.complete
    assert {one.name for one in first.lists} >= {f"query-node/{listed.name}" for listed in LISTS}
    assert not [one.name for one in first.lists if one.way != "whole"]
    before, tables = facts(desk.context), published(desk.context)
    for later in (timedelta(seconds=40), timedelta(days=1), timedelta(days=9)):
        again = desk.sync(later=later)
        assert (again.complete, again.moved, moved(again)) == (True, False, {})
        assert facts(desk.context) == before
        assert published(desk.context) == tables
    whole = desk.sync(later=timedelta(days=10), full=True)
    assert {one.way for one in whole.lists} == {"whole"}
    assert not whole.moved
    assert (facts(desk.context), published(desk.context)) == (before, tables)
    assert not desk.graph.errors


def test_an_unchanged_sync_at_a_later_head_keeps_the_blocks_of_first_reading(desk: Live) -> None:
    desk.sync()
    before = [row for row in facts(desk.context)["records"] if row[0].startswith("query-node/")]
    desk.node.seal(30)
    desk.sync(full=True)
    after = [row for row in facts(desk.context)["records"] if row[0].startswith("query-node/")]
    assert [row for row in after if row[1] != "growth-totals"] == [row for row in before if row[1] != "growth-totals"]


def test_threads_with_new_posts_are_read_again(desk: Live) -> None:
    assert desk.sync().complete
    desk.node.seal(10)
    desk.world.put(
        "ForumPost", **{**another(desk, "forum-posts", "77"), "threadId": "3", "createdAt": "2025-06-10T00:00:00.000Z"}
    )
    desk.world.of("ForumThread")["3"]["visiblePostsCount"] = 4_711
    done = done_of(desk.sync())
    assert (done["query-node/forum-threads"].way, done["query-node/forum-threads"].changed) == ("changes", 1)
    rows = json.loads(published(desk.context)["forum-threads"])["rows"]
    assert 4_711 in {row["posts"] for row in rows}
    desk.node.seal(10)
    assert not done_of(desk.sync(full=True))["query-node/forum-threads"].changed


def test_a_sync_that_ended_between_posts_and_threads_is_made_up_for(
    desk: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.sync().complete
    desk.node.seal(10)
    desk.world.put(
        "ForumPost", **{**another(desk, "forum-posts", "77"), "threadId": "3", "createdAt": "2025-06-10T00:00:00.000Z"}
    )
    with monkeypatch.context() as short:
        short.setattr(query_node, "LISTS", [BY_NAME["forum-posts"]])
        desk.sync()
    desk.world.of("ForumThread")["3"]["visiblePostsCount"] = 4_711
    desk.node.seal(10)
    assert done_of(desk.sync())["query-node/forum-threads"].changed == 1


def test_new_rows_come_by_the_cursor_and_only_they_are_written(small: Live) -> None:
    small.sync()
    head = small.node.final
    small.node.seal(10)
    small.world.put("RewardPaidEvent", **{**another(small, "rewards-paid", "77"), "inBlock": 5_081})
    small.world.put("Membership", **{**another(small, "memberships", "78"), "createdAt": "2025-06-10T00:00:00.000Z"})
    done = small.sync()
    new = {name: found for name, found in moved(done).items() if name.startswith("query-node/")}
    assert new == {"query-node/rewards-paid": (1, 0, 0), "query-node/memberships": (1, 0, 0)}
    assert done_of(done)["query-node/rewards-paid"].way == "changes"
    assert block_of(small, "rewards-paid", "group-money-event", "77") == small.node.final
    assert block_of(small, "rewards-paid", "group-money-event", "1") == head
    assert small.sync().moved is False


def test_totals_are_read_once_a_day_and_by_full(small: Live) -> None:
    def totals() -> list[str]:
        return [row[2] for row in facts(small.context)["records"] if row[1] == "growth-totals"]

    small.sync()
    assert len(totals()) == 1
    small.node.seal(10)
    assert "query-node/growth-totals" not in moved(small.sync())
    assert moved(small.sync(full=True))["query-node/growth-totals"] == (0, 1, 0)
    small.node.block_milliseconds, small.node.born = 12_000, small.node.born - 86_400_000
    before = len(totals())
    small.node.born += 2 * 86_400_000
    small.node.seal(10)
    assert moved(small.sync())["query-node/growth-totals"] == (1, 0, 0)
    assert len(totals()) == before + 1


def requests(desk: Live) -> tuple[int, int]:
    return len(desk.chain_wire.log), len(desk.graph_wire.log)


def test_a_sync_takes_few_requests(desk: Live) -> None:
    assert desk.sync().complete
    chain, graph = requests(desk)
    assert (chain <= 12, graph <= 25) == (True, True), (chain, graph)
    desk.node.seal(10)
    done = desk.sync(later=timedelta(minutes=10))
    assert done.complete
    again = tuple(now - before for now, before in zip(requests(desk), (chain, graph), strict=True))
    assert done.requests == sum(again)
    assert sum(again) <= 12, again


def test_a_server_that_takes_no_queries_together_is_asked_list_by_list(desk: Live) -> None:
    desk.graph.takes_together = False
    done = desk.sync()
    assert done.complete
    assert [error.partition(":")[0] for error in desk.graph.errors] == ["the query is too complex"]
    assert done.requests > len(LISTS)
    assert desk.sync().complete


def test_one_wrong_list_among_those_that_come_together_is_refused_alone(desk: Live) -> None:
    desk.world.of("Worker")["1"]["id"] = {"no": "id"}  # the server cannot write it: an error and no data for all
    done = desk.sync()
    assert [one.name for one in done.lists if one.way == "refused"] == ["query-node/workers"]


def test_rows_after_the_finalised_head_wait_for_the_run_that_reaches_them(small: Live) -> None:
    final = small.node.final
    for n, block in enumerate((final, final + 1, final + 20)):
        small.world.put("RewardPaidEvent", **{**another(small, "rewards-paid", f"9{n}"), "inBlock": block})
    seat = small.world.of("CouncilMember")["2"]
    seat["lastPaymentBlock"] = final + 5
    assert done_of(small.sync())["query-node/rewards-paid"].added == 6
    assert "2" not in {row[2] for row in facts(small.context)["records"] if row[1] == "council-seat"}
    small.node.seal(2)
    assert done_of(small.sync())["query-node/rewards-paid"].added == 1
    small.node.seal(20)
    done = small.sync()
    assert done_of(done)["query-node/rewards-paid"].added == 1
    assert done_of(done)["query-node/council-seats"].added == 1
    assert not [row for row in facts(small.context)["problems"] if "gone" in row[1]]


def test_an_open_row_that_changes_is_seen_in_the_next_run_and_is_no_problem(small: Live) -> None:
    opening = {"status": {"__typename": "OpeningStatusOpen"}}
    small.world.of("WorkingGroupOpening")["3"] |= opening
    small.sync()
    small.world.of("WorkingGroupOpening")["3"] |= {"status": {"__typename": "OpeningStatusFilled"}}
    assert moved(small.sync()) == {"query-node/openings": (0, 1, 0)}
    assert problems(small, "openings") == []
    assert small.sync().moved is False


def test_a_settled_row_that_changes_is_found_by_full_at_once(small: Live) -> None:
    small.set("query_node", replace(small.settings["query_node"], page_size=1))
    small.sync()
    small.world.of("RewardPaidEvent")["2"]["amount"] = "424242"
    assert moved(small.sync()) == {}
    assert moved(small.sync(full=True)) == {"query-node/rewards-paid": (0, 1, 0)}
    (found,) = problems(small, "rewards-paid")
    assert found.code == "settled-row-changed"
    assert [row["id"] for row in problems_of(small.context, "settled-row-changed")] == [found.id]
    assert small.sync(full=True).moved is False
    assert problems(small, "rewards-paid") == [found]


@pytest.mark.parametrize("every", [HALF_A_DAY, timedelta(days=6), timedelta(days=30)])
def test_a_settled_row_that_changes_is_found_by_turns_within_seven_days(
    small: Live, monkeypatch: pytest.MonkeyPatch, every: timedelta
) -> None:
    monkeypatch.setattr(query_node, "LISTS", [BY_NAME["rewards-paid"]])
    small.set("query_node", replace(small.settings["query_node"], page_size=1))
    small.sync()
    rows = ("1", "3", "5")
    for key in rows:
        small.world.of("RewardPaidEvent")[key]["amount"] = f"4242{key}"
    later, found = timedelta(seconds=20), 0
    runs = max(1, int(timedelta(days=7) / every)) + 1
    for _ in range(runs):
        later += every
        found += done_of(small.sync(later=later))["query-node/rewards-paid"].changed
    assert found == len(rows)
    assert len(problems(small, "rewards-paid")) == len(rows)


def test_a_row_that_is_gone_is_named_and_comes_back_without_a_trace(small: Live) -> None:
    small.sync()
    before = digest(small.context)
    row = small.world.of("RewardPaidEvent").pop("4")
    done = small.sync()
    assert done_of(done)["query-node/rewards-paid"].way == "whole"
    assert moved(done) == {"query-node/rewards-paid": (0, 0, 1)}
    assert [one.code for one in problems(small, "rewards-paid")] == ["row-gone"]
    assert small.sync().moved is False
    small.world.of("RewardPaidEvent")["4"] = row
    assert moved(small.sync()) == {"query-node/rewards-paid": (1, 0, 0)}
    assert problems(small, "rewards-paid") == []
    assert digest(small.context) == before


def test_a_row_that_is_gone_twice_is_named_once(small: Live) -> None:
    small.sync()
    row = small.world.of("RewardPaidEvent").pop("4")
    small.sync()
    small.world.of("RewardPaidEvent")["4"] = row
    small.sync()
    small.node.seal(3)
    del small.world.of("RewardPaidEvent")["4"]
    small.sync()
    assert [one.code for one in problems(small, "rewards-paid")] == ["row-gone"]


def test_a_row_that_goes_while_another_comes_is_found_though_counts_are_equal(small: Live) -> None:
    small.sync()
    del small.world.of("RewardPaidEvent")["2"]
    small.world.put("RewardPaidEvent", **another(small, "rewards-paid", "88"))
    found = (0, 0, 0)
    for days in range(1, 8):
        done = moved(small.sync(later=timedelta(days=days))).get("query-node/rewards-paid", (0, 0, 0))
        found = (found[0] + done[0], found[1] + done[1], found[2] + done[2])
    assert found == (1, 0, 1)


def test_very_many_rows_that_are_gone_are_one_problem(
    few: None, practice: str, schema: GraphQLSchema, tmp_path: Path
) -> None:
    world = invented_world(schema, [BY_NAME["rewards-paid"], BY_NAME["proposals"]], rows=60)
    with live(practice, schema, f"sqlite:///{tmp_path}/store.db", world=world) as small:
        small.sync()
        small.world.entities["RewardPaidEvent"] = dict(list(small.world.of("RewardPaidEvent").items())[:5])
        assert moved(small.sync())["query-node/rewards-paid"] == (0, 0, 55)
        (found,) = problems(small, "rewards-paid")
        assert (found.code, "55 rows" in found.what) == ("rows-gone", True)


def mine(desk: Live, part: str) -> set[tuple[object, ...]]:
    """Give the facts of the query node, without blocks."""
    return {row for row in facts(desk.context, blocks=False)[part] if not str(row[0]).startswith("chain/")}


KEYS = 8
"""Rows of most lists: in one round each of them gets another value in another column."""


def test_every_column_that_changes_between_two_syncs_is_found_by_full(
    practice: str, schema: GraphQLSchema, tmp_path: Path
) -> None:
    """In each round every row of every list gets another value in another one of its columns; no count changes."""
    base = invented_world(schema, rows=KEYS)
    columns = {
        (listed.name, key): list(changes(type_, selected, base.of(type_.name)[key], n).values())
        for listed in LISTS
        for type_, selected in [node_of(schema, listed)]
        for n, key in enumerate(list(base.of(type_.name)))
    }
    types = {listed.name: node_of(schema, listed)[0].name for listed in LISTS}
    with live(practice, schema, f"sqlite:///{tmp_path}/store.db", world=World(base.entities)) as desk:
        first = desk.sync()
        assert first.complete
        counts = {name: one.rows for name, one in done_of(first).items()}
        before = mine(desk, "rows")
        most = max(len(values) for values in columns.values())
        for turn in range(-(-most // KEYS)):
            for (name, key), values in columns.items():
                column = turn * KEYS + int(key) - 1
                rows = desk.world.of(types[name])
                rows[key] = values[column] if column < len(values) else base.of(types[name])[key]
            done = desk.sync(full=True)
            assert done.complete
            assert {name: one.rows for name, one in done_of(done).items()} == counts
            altered = {(row[0], row[1]) for row in mine(desk, "rows") ^ before}
            here = {place for place, values in columns.items() if turn * KEYS + int(place[1]) <= len(values)}
            assert altered == here, f"columns from {turn * KEYS} on"
            with live(practice, schema, f"sqlite:///{tmp_path}/fresh{turn}.db", world=desk.world) as fresh:
                fresh.sync()
                assert mine(desk, "records") == mine(fresh, "records")
                assert mine(desk, "rows") == mine(fresh, "rows")
