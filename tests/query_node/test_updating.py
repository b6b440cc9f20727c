"""A list is brought up to date so that whatever changed in it is found, and nothing else is written."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from graphql import GraphQLSchema

from secretariat.sources.query_node.complete import Round, offset_of, rows_due
from secretariat.sources.query_node.lists import BY_NAME, LISTS, Listed
from secretariat.sources.query_node.pages import Ask, Head
from secretariat.sources.query_node.reading import NOTHING, Known, ListReading, known_of
from secretariat.sources.query_node.refused import TRIES, RowWithoutId
from secretariat.sources.query_node.shapes import earlier_digest_of
from secretariat.sources.query_node.updating import Turn, Update, bring_up_to_date, read_open, read_whole, rows_gone
from tests.query_node.invented import HEAD, changes, invented_row, invented_world, node_of
from tests.query_node.server import QueryNode
from tests.query_node.world import World
from tests.wire.fault_proxy import FaultProxy

PROPOSALS, VOTES, THREADS = BY_NAME["proposals"], BY_NAME["proposal-votes"], BY_NAME["forum-threads"]
USED = (PROPOSALS, VOTES, THREADS, BY_NAME["memberships"], BY_NAME["openings-filled"])
Running = tuple[Ask, QueryNode, FaultProxy]


@pytest.fixture
def served(running: Running, schema: GraphQLSchema) -> tuple[Ask, World, FaultProxy]:
    ask, node, proxy = running
    node.world = invented_world(schema, USED)
    return ask, node.world, proxy


def after(update: Update | ListReading, before: Known = NOTHING) -> Known:
    """Make of an update what the next run knows."""
    reading = update.reading if isinstance(update, Update) else update
    open_keys = update.open_keys if isinstance(update, Update) else frozenset(reading.open_keys)
    assert reading.proof is not None
    known = {key: before.digests([key])[key] for key in map(str, range(1, 2_000)) if before.digests([key])}
    whole = isinstance(update, ListReading) or update.way == "whole"
    digests = reading.digests if whole else {**known, **reading.digests}
    return known_of(digests, count=reading.proof.count, cursor=reading.proof.cursor, open_keys=open_keys)


def full(ask: Ask, listed: Listed, known: Known, head: Head = HEAD) -> Update:
    return bring_up_to_date(ask, listed, head, 100, known, full=True)


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_every_column_that_changes_is_found_by_a_full_comparison(
    running: Running, schema: GraphQLSchema, listed: Listed
) -> None:
    type_, selected = node_of(schema, listed)
    ask, node, _ = running
    world = node.world = invented_world(schema, (listed,))
    rows = world.of(type_.name)
    columns = set()
    first = full(ask, listed, NOTHING)
    assert not first.reading.problems
    known = after(first)
    unchanged = full(ask, listed, known)
    assert (unchanged.reading.records, unchanged.reading.problems, unchanged.reading.changed) == ({}, [], set())
    for n, key in enumerate(list(rows)):
        for path, row in changes(type_, selected, rows[key], n).items():
            if path in columns:
                continue
            before, rows[key] = rows[key], row
            columns.add(path)
            found = full(ask, listed, known)
            assert found.reading.changed == {key}, f"{listed.name} {path}"
            assert set(found.reading.records) == {key}
            rows[key] = before
    assert len(columns) >= len({field.name for field in listed.shape.fields}) - 1


@pytest.mark.parametrize("listed", [one for one in LISTS if one.way == "grows"], ids=lambda listed: listed.name)
def test_every_column_that_changes_is_found_by_turns_within_the_round(
    running: Running, schema: GraphQLSchema, listed: Listed
) -> None:
    type_, selected = node_of(schema, listed)
    ask, node, _ = running
    world = node.world = invented_world(schema, (listed,))
    rows = world.of(type_.name)
    order = {one.rsplit("_", 1)[0] for one in listed.order}
    known = after(full(ask, listed, NOTHING))
    each = {key: changes(type_, selected, rows[key], n) for n, key in enumerate(list(rows))}
    for column in range(max(len(paths) for paths in each.values())):
        world.entities[type_.name] = {
            key: ([row for path, row in paths.items() if path not in order] or [rows[key]])[
                column % max(len([path for path in paths if path not in order]), 1)
            ]
            for key, paths in each.items()
        }
        expected = {key for key, row in world.of(type_.name).items() if row is not rows[key]}
        assert round_of(ask, listed, known) == expected
    world.entities[type_.name] = rows


def round_of(ask: Ask, listed: Listed, known: Known) -> set[str]:
    """Run until the round is over, about a third of the rows at a time, and name what changed."""
    size = max(2, known.count // 3)
    found: set[str] = set()
    turn = Turn()
    for _ in range(200):
        update = bring_up_to_date(ask, listed, HEAD, size, known, turn=replace(turn, rows=size))
        assert update.way == "changes"
        found |= update.reading.changed
        if update.turn is None:
            return found
        turn = update.turn
    raise AssertionError("the round does not end")


def test_an_unchanged_list_costs_one_request_and_gives_nothing(served: tuple[Ask, World, FaultProxy]) -> None:
    ask, _, proxy = served
    known = after(full(ask, VOTES, NOTHING))
    asked = len(proxy.log)
    again = bring_up_to_date(ask, VOTES, HEAD, 100, known)
    assert (again.way, again.reading.records, again.reading.problems) == ("changes", {}, [])
    assert len(proxy.log) == asked + 1
    assert after(again, known).cursor == known.cursor


def test_new_rows_come_after_the_cursor_and_only_they(
    served: tuple[Ask, World, FaultProxy], schema: GraphQLSchema
) -> None:
    ask, world, _ = served
    known = after(full(ask, VOTES, NOTHING))
    type_, selected = node_of(schema, VOTES)
    world.put(type_.name, **{**invented_row(type_, selected, 50), "id": "51"})
    update = bring_up_to_date(ask, VOTES, HEAD, 2, known)
    assert (update.way, set(update.reading.records)) == ("changes", {"51"})
    assert update.reading.proof
    assert update.reading.proof.count == known.count + 1


def test_a_row_that_is_gone_is_found_by_the_count_and_the_list_read_whole(
    served: tuple[Ask, World, FaultProxy],
) -> None:
    ask, world, _ = served
    known = after(full(ask, VOTES, NOTHING))
    del world.of("ProposalVotedEvent")["2"]
    update = bring_up_to_date(ask, VOTES, HEAD, 2, known)
    assert update.way == "whole"
    assert "2" not in update.reading.digests


def test_a_row_that_comes_late_in_the_place_of_another_is_found_by_turns(
    served: tuple[Ask, World, FaultProxy],
) -> None:
    ask, world, _ = served
    known = after(full(ask, VOTES, NOTHING))
    rows = world.of("ProposalVotedEvent")
    rows["77"] = {**rows.pop("2"), "id": "77"}
    assert bring_up_to_date(ask, VOTES, HEAD, 2, known).reading.records == {}
    update = bring_up_to_date(ask, VOTES, HEAD, 2, known, turn=Turn(rows=10))
    assert update.way == "whole"
    assert set(update.reading.records) == {"77"}
    assert "2" not in update.reading.digests


def test_open_rows_are_read_whole_and_those_that_closed_by_their_ids(
    served: tuple[Ask, World, FaultProxy],
) -> None:
    ask, world, _ = served
    first = full(ask, PROPOSALS, NOTHING)
    open_ids = {key for key, row in world.of("Proposal").items() if not row["isFinalized"]}
    assert first.open_keys == open_ids
    known = after(first)
    closing, still = sorted(open_ids)[:2]
    world.of("Proposal")[closing] |= {"isFinalized": True}
    world.of("Proposal")[still] |= {"councilApprovals": 900}
    update = bring_up_to_date(ask, PROPOSALS, HEAD, 3, known)
    assert update.reading.changed == {closing, still}
    assert update.open_keys == open_ids - {closing}
    assert not update.reading.problems
    assert read_open(ask, PROPOSALS, HEAD, 100, known).absent == set()


def test_an_open_row_that_is_gone_is_named(served: tuple[Ask, World, FaultProxy]) -> None:
    ask, world, _ = served
    first = full(ask, PROPOSALS, NOTHING)
    gone = min(first.open_keys)
    del world.of("Proposal")[gone]
    known = after(first)
    assert read_open(ask, PROPOSALS, HEAD, 100, known).absent == {gone}
    update = bring_up_to_date(ask, PROPOSALS, HEAD, 100, known)
    assert update.way == "whole", "the count tells that a row is gone before the open ones are asked for"


def test_rows_that_are_gone_are_named_after_a_whole_reading(served: tuple[Ask, World, FaultProxy]) -> None:
    ask, world, _ = served
    del world.of("ProposalVotedEvent")["4"]
    update = full(ask, VOTES, NOTHING)
    gone, problems = rows_gone(VOTES, ["1", "2", "3", "4"], update)
    assert gone == ("4",)
    assert [(one.code, one.line) for one in problems] == [("row-gone", HEAD.block)]
    assert rows_gone(replace(VOTES, removes=True), ["4"], update) == (("4",), ())


def test_a_row_that_comes_between_the_new_and_the_open_ones_counts_as_met(
    served: tuple[Ask, World, FaultProxy], schema: GraphQLSchema
) -> None:
    ask, world, _ = served
    known = after(full(ask, PROPOSALS, NOTHING))
    type_, selected = node_of(schema, PROPOSALS)
    requests: list[str] = []

    def asking(document: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        requests.append(document)
        if len(requests) == 2:
            world.put(type_.name, **{**invented_row(type_, selected, 60), "id": "61", "isFinalized": False})
        return ask(document, variables)

    update = bring_up_to_date(asking, PROPOSALS, HEAD, 100, known)
    assert (update.way, set(update.reading.records)) == ("changes", {"61"})
    again = bring_up_to_date(ask, PROPOSALS, HEAD, 100, after(update, known))
    assert (again.way, again.reading.records) == ("changes", {})
    assert again.reading.proof
    assert again.reading.proof.cursor != known.cursor


def test_a_settled_row_that_changed_is_a_problem_and_the_new_content_is_kept(
    served: tuple[Ask, World, FaultProxy],
) -> None:
    ask, world, _ = served
    known = after(full(ask, PROPOSALS, NOTHING))
    settled = next(key for key, row in world.of("Proposal").items() if row["isFinalized"])
    world.of("Proposal")[settled] |= {"title": "another"}
    update = bring_up_to_date(ask, PROPOSALS, HEAD, 100, known, turn=Turn(rows=100))
    assert [problem.code for problem in update.reading.problems] == ["settled-row-changed"]
    assert update.reading.records[settled].fact.title == "another"


def test_a_store_of_an_earlier_version_knows_its_rows_by_their_digests_and_finds_what_changed(
    served: tuple[Ask, World, FaultProxy], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, world, _ = served
    with monkeypatch.context() as earlier:
        earlier.setattr("secretariat.sources.query_node.reading.digest_of", earlier_digest_of)
        known = after(full(ask, VOTES, NOTHING))
    keys = sorted(world.of("ProposalVotedEvent"), key=int)
    assert not full(ask, VOTES, known).reading.records
    assert full(ask, VOTES, known).reading.digests == known.digests(keys)
    world.of("ProposalVotedEvent")[keys[3]]["rationale"] = "another one"
    changed = full(ask, VOTES, known).reading
    assert set(changed.records) == {keys[3]}
    assert changed.digests[keys[3]] not in known.digests(keys).values()


def test_a_row_that_may_change_at_any_time_is_no_problem(served: tuple[Ask, World, FaultProxy]) -> None:
    ask, world, _ = served
    known = after(full(ask, THREADS, NOTHING))
    world.of("ForumThread")["1"] |= {"visiblePostsCount": 9}
    update = bring_up_to_date(ask, THREADS, HEAD, 100, known, turn=Turn(rows=100))
    assert (update.reading.problems, update.reading.changed) == ([], {"1"})


def test_rows_of_a_block_after_the_finalised_head_are_left_out(served: tuple[Ask, World, FaultProxy]) -> None:
    ask, world, _ = served
    low = Head(block=102, milliseconds=HEAD.milliseconds)
    reading = read_whole(ask, VOTES, low, 100)
    assert reading.proof
    assert {record.fact.block for record in reading.records.values()} == {100, 101, 102}
    assert (reading.proof.total, reading.proof.count) == (3, 3)
    late = read_whole(ask, VOTES, HEAD, 100)
    assert late.proof
    assert late.proof.total == len(world.of("ProposalVotedEvent"))


def test_the_cursor_stays_before_a_row_that_changed_after_the_finalised_head(
    served: tuple[Ask, World, FaultProxy],
) -> None:
    ask, world, _ = served
    rows = world.of("Proposal")
    for key, row in rows.items():
        rows[key] = {**row, "statusSetAtBlock": 5, "createdInEvent": {"inBlock": 1}}
    rows["3"] |= {"statusSetAtBlock": 900}
    low = Head(block=500, milliseconds=HEAD.milliseconds)
    first = full(ask, PROPOSALS, NOTHING, low)
    assert first.reading.left_out == {"3"}
    assert first.reading.proof
    assert first.reading.proof.count == len(rows) - 1
    known = after(first)
    again = bring_up_to_date(ask, PROPOSALS, low, 100, known)
    assert (again.way, again.reading.records) == ("changes", {})
    later = bring_up_to_date(ask, PROPOSALS, HEAD, 100, known)
    assert (later.way, set(later.reading.records)) == ("changes", {"3"})
    assert later.reading.proof
    assert later.reading.proof.count == len(rows)


def test_a_row_without_an_id_refuses_its_list_unless_such_rows_are_left_out(
    served: tuple[Ask, World, FaultProxy],
) -> None:
    ask, world, _ = served
    rows = world.of("ProposalVotedEvent")
    rows["2"] |= {"id": ""}
    with pytest.raises(RowWithoutId):
        full(ask, VOTES, NOTHING)
    first = full(ask, replace(VOTES, without_rows=True), NOTHING)
    (found,) = first.reading.problems
    assert (found.code, found.refused, "without_rows_of" in found.what) == ("row-without-id", True, True)
    assert len(first.reading.records) == len(rows) - 1


def test_a_new_row_without_an_id_refuses_the_list_and_not_only_its_new_rows(
    served: tuple[Ask, World, FaultProxy], schema: GraphQLSchema
) -> None:
    ask, world, proxy = served
    known = after(full(ask, VOTES, NOTHING))
    type_, selected = node_of(schema, VOTES)
    world.put(type_.name, **{**invented_row(type_, selected, 90), "inBlock": 700, "id": "91"})
    world.of(type_.name)["91"] |= {"id": ""}
    asked = len(proxy.log)
    with pytest.raises(RowWithoutId):
        bring_up_to_date(ask, VOTES, HEAD, 100, known)
    assert len(proxy.log) - asked <= TRIES


def test_a_wrong_field_is_a_problem_and_the_row_arrives(served: tuple[Ask, World, FaultProxy]) -> None:
    ask, world, _ = served
    world.of("Membership")["1"] |= {"handle": "ada_l", "invitedById": "not a number"}
    reading = read_whole(ask, BY_NAME["memberships"], HEAD, 100)
    (problem,) = reading.problems
    assert problem.code == "field-unreadable"
    assert problem.target
    assert (problem.target.kind, problem.target.key, problem.target.field) == ("membership", "1", "invited_by")
    assert (reading.records["1"].fact.handle, reading.records["1"].fact.invited_by) == ("ada_l", None)


def test_a_list_within_a_row_that_is_cut_at_the_default_limit_is_refused(
    served: tuple[Ask, World, FaultProxy],
) -> None:
    ask, world, _ = served
    world.of("OpeningFilledEvent")["1"] |= {"workersHired": [{"id": f"w-{n}"} for n in range(60)]}
    reading = read_whole(ask, BY_NAME["openings-filled"], HEAD, 100)
    assert [problem.target and problem.target.field for problem in reading.problems] == ["hired"]
    assert reading.records["1"].fact.hired == ()


DAY = 86_400


def due(settled: int, compared: int, began: int, last: int, now: int, *, size: int = 100, offset: float = 0.0) -> int:
    return rows_due(
        Round(settled=settled, compared=compared, size=size, began=began, last_run=last, now=now, offset=offset)
    )


@pytest.mark.parametrize(
    ("compared", "began", "last", "now", "rows"),
    [
        (0, 0, 0, 0, 0),
        (0, 0, 0, DAY, 200),
        (100, 0, DAY, 2 * DAY, 300),
        (0, 0, 6 * DAY, 7 * DAY, 1_000),
        (900, 0, 6 * DAY, 6 * DAY + 60, 0),
        (900, 0, 6 * DAY, 7 * DAY - 60, 100),
        (1_000, 0, 0, 1, 1),
        (0, 100, 100, 50, 0),
    ],
)
def test_as_many_pages_of_settled_rows_are_compared_as_keep_the_round_in_time(
    compared: int, began: int, last: int, now: int, rows: int
) -> None:
    assert due(1_000, compared, began, last, now) == rows


@pytest.mark.parametrize("size", [1, 100, 5_000, 10_000])
@pytest.mark.parametrize("offset", [0.0, 0.4, 0.999])
@pytest.mark.parametrize("step", [600, 3_600, DAY, 3 * DAY, 9 * DAY])
def test_a_round_ends_within_seven_days_however_often_the_desk_runs(step: int, offset: float, size: int) -> None:
    compared, now, last = 0, step, 0
    while compared < 5_000:
        rows = due(5_000, compared, 0, last, now, size=size, offset=offset)
        compared += min(-(-rows // size) * size, 5_000)
        assert now <= 7 * DAY or step > 7 * DAY
        last, now = now, now + step
    assert last <= 7 * DAY or step > 7 * DAY


def test_a_run_ten_minutes_later_compares_few_pages_and_all_lists_within_the_round() -> None:
    """Of every list a page of settled rows: over the runs of a week each falls due once, and seldom two in one run."""
    done = {listed.name: 0 for listed in LISTS}
    most = 0
    for now in range(600, 7 * DAY + 600, 600):
        now_due = [
            name
            for name, compared in done.items()
            if not compared and due(80, compared, 0, now - 600, now, offset=offset_of(name))
        ]
        most = max(most, len(now_due))
        done |= dict.fromkeys(now_due, 80)
    assert all(done.values())
    assert most <= 4


def test_a_round_whose_rows_are_all_compared_ends_with_the_page_that_says_so(
    served: tuple[Ask, World, FaultProxy],
) -> None:
    ask, world, _ = served
    known = after(full(ask, VOTES, NOTHING))
    size = len(world.of("ProposalVotedEvent"))
    first = bring_up_to_date(ask, VOTES, HEAD, size, known, turn=Turn(rows=size))
    assert first.turn is not None
    assert first.turn.compared == size
    rows = due(size, first.turn.compared, 0, 0, 600)
    assert bring_up_to_date(ask, VOTES, HEAD, size, known, turn=replace(first.turn, rows=rows)).turn is None


def test_nothing_settled_means_nothing_due() -> None:
    assert due(0, 0, 0, 0, 99) == 0
