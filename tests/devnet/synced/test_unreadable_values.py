"""One value of one row that cannot be read: no figure of any table is another than with it, unless it says itself what it lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from secretariat.desk.reconcile import Silence
from secretariat.duties.elections.settings import Settings as Elections
from secretariat.duties.guidance.settings import Settings as Guidance
from secretariat.duties.register import DUTIES
from secretariat.facts.decisions import ProblemDecision
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.flow.conclude import Concluded, conclude
from secretariat.flow.lists_behind import not_whole
from secretariat.flow.materialise import snapshot_now
from secretariat.flow.now import now_of
from secretariat.flow.rows_unplaced import rows_unplaced
from secretariat.flow.sync.past import COMPARED
from secretariat.sources.archives.document import Reading
from secretariat.sources.query_node.lists import LISTS, Listed
from secretariat.sources.query_node.pages import Head
from secretariat.store import live_rows
from secretariat.store.journal import append_problem_decision
from tests.devnet.synced.desk import Desk, desk
from tests.devnet.synced.lists import Tables, other_values, tables_now, unlisted
from tests.devnet.synced.test_refused_lists import LIVED, SHOWN, WORLDS
from tests.devnet.synced.unreadable import Row, first_and_last, holding, rows_served

SAY_THEMSELVES: Mapping[str, frozenset[str]] = {
    "proposal-types": frozenset({"tokens_executed", "amounts_known"}),
    "spending-by-category": frozenset({"minted", "minted_unknown"}),
}
"""Columns that say themselves of how many rows they are: a sum, and how many amounts of how many executed are in it."""

LEFT_OUT = "left out for a value that cannot be read: "
ANY_REASON = " "

A_LONG_TIME = 4_000_000_000_000
"""A moment after all that the world lives, in milliseconds since 1970."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Whole:
    """A desk that was synced once, its tables, and every row as the query node serves it."""

    made: Desk
    tables: Tables
    rows: Mapping[str, Sequence[Row]]
    height: int

    @property
    def engine(self) -> Engine:
        return self.made.context.engine

    def spoiled(self, name: str, path: str) -> tuple[Listed, list[Row]]:
        """Give the list and its first and last row that have a path, with a value on it that cannot be read."""
        listed = next(one for one in LISTS if one.name == name)
        field = next(one for one in listed.shape.fields if one.path == path)
        return listed, first_and_last(self.rows[name], field)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    with desk(WORLDS / "two-councils.json", tmp_path_factory.mktemp("unreadable")) as made:
        made.network.advance(LIVED)
        height = made.sync().height
        rows = rows_served(made.running.addresses["query-node"], Head(block=height, milliseconds=A_LONG_TIME))
        with made.context.engine.connect() as connection:
            tables = tables_now(connection)
        yield Whole(made=made, tables=tables, rows=rows, height=height)


def without_what_says_itself(tables: Tables) -> Tables:
    """Leave out what tells by itself that a value is not known: those columns, and checks that name it as the cause."""
    return {
        name: [
            {column: None if column in SAY_THEMSELVES.get(name, ()) else value for column, value in row.items()}
            for row in rows
            if name != "checks" or row["cause_rule"] != "unreadable"
        ]
        for name, rows in tables.items()
    }


def wrong(whole: Whole, found: Tables, words: str) -> list[str]:
    """List the values that are other than with all values known, and the empty ones of which nothing is said in such words."""
    silent = list(unlisted(whole.tables, found, words))
    if words == ANY_REASON:  # a figure that is unknown is compared with none
        silent = [one for one in silent if not one.startswith("checks: ")]
    return [*other_values(whole.tables, without_what_says_itself(found)), *silent]


BESIDE = [
    (listed.name, field.path)
    for listed in LISTS
    if listed.name in SHOWN
    for field in listed.shape.fields
    if field.path != "id" and not field.places
]
PLACING = [(listed.name, field.path) for listed in LISTS for field in listed.shape.fields if field.places]


def test_without_a_value_a_figure_is_the_same_or_empty_and_listed(whole: Whole) -> None:
    """Those fields without which a row can be placed all the same, in the first and the last row that has each."""
    told = {}
    with whole.engine.connect() as connection:
        for name, path in BESIDE:
            listed, rows = whole.spoiled(name, path)
            if rows:
                with holding(connection, listed, rows, whole.height):
                    told[name, path] = wrong(whole, tables_now(connection), ANY_REASON)
                    assert rows_unplaced(connection) == {}, (name, path)
    assert [f"{place}: {one}" for place, words in told.items() for one in words] == []
    assert len(told) > len(BESIDE) / 2, "the world has rows of most fields"


@pytest.mark.parametrize("name", sorted({name for name, _ in PLACING} & set(SHOWN)))
def test_without_a_value_that_places_a_row_its_list_is_left_out(whole: Whole, name: str) -> None:
    with whole.engine.connect() as connection:
        looked = False
        for path in (path for of, path in PLACING if of == name):
            listed, rows = whole.spoiled(name, path)
            for row in rows:
                with holding(connection, listed, [row], whole.height):
                    (problem,) = rows_unplaced(connection)[name]
                    assert not_whole(connection, [name]) == {name}
                    if not looked:  # the tables without the list are the same whatever field it is
                        found, looked = tables_now(connection), True
                        assert wrong(whole, found, LEFT_OUT) == []
                        why = " ".join(row["why"] for row in found["unknown-figures"])
                        kind = listed.shape.kind
                        assert f"{name} ({path} of {kind} {row['id']}, {problem.id})" in why
        assert looked or not whole.rows[name]


def decided(connection: Connection, problem: Any, action: Any, value: str = "") -> None:
    one = ProblemDecision(
        problem=problem, action=action, person="petra", at="2026-01-01T00:00:00Z", why="w", value=value
    )
    append_problem_decision(connection, one)


def test_a_person_decides_and_the_list_is_there_again(whole: Whole) -> None:
    listed, (row, *_) = whole.spoiled("elected-councils", "electedAtBlock")
    known = next(one for one in whole.rows[listed.name] if one["id"] == row["id"])["electedAtBlock"]
    with whole.engine.connect() as connection, holding(connection, listed, [row], whole.height):
        (problem,) = rows_unplaced(connection)[listed.name]
        assert (problem, "open") in snapshot_now(connection).problems, "a list that is left out keeps its problems"
        decided(connection, problem, "repair")
        assert rows_unplaced(connection), "unknown is as unknown as before"
        decided(connection, problem, "repair", str(known))
        assert rows_unplaced(connection) == {}
        assert list(other_values(whole.tables, tables_now(connection))) == []
        decided(connection, problem, "reopen")
        assert rows_unplaced(connection)
        decided(connection, problem, "dismiss")
        assert rows_unplaced(connection) == {}


def test_problems_of_the_state_that_a_left_out_list_is_held_against_stay(whole: Whole) -> None:
    listed, (row, *_) = whole.spoiled("candidacies", "status")
    into = Reading(path=COMPARED, format=CHAIN)
    into.problem(
        "history-missing", 0, subject="budgets", what="The state cannot be read.", repair="Ask an archive node."
    )
    with whole.engine.connect() as connection, holding(connection, listed, [row], whole.height):
        live_rows.put_problems(connection, COMPARED, CHAIN, into.problems)
        assert rows_unplaced(connection).keys() == {listed.name}
        assert (into.problems[0], "open") in snapshot_now(connection).problems


def test_duties_that_look_at_the_row_conclude_nothing_from_the_query_node(whole: Whole) -> None:
    made = whole.made.context
    looking = {duty.name: duty.settings() for duty in DUTIES if duty.settings in (Elections, Guidance)}
    context = replace(made, config=replace(made.config, settings={**made.config.settings, **looking}))
    with whole.engine.connect() as connection:
        now = now_of(context, connection, whole.made.moment)

        def concluded() -> Concluded:
            return conclude(context, connection, now, DUTIES, whole.made.moment)

        before = concluded()
        assert before.silence == Silence(duties={}, sources={}, unsure={})
        listed, (row, *_) = whole.spoiled("elected-councils", "electedAtBlock")
        with holding(connection, listed, [row], whole.height):
            found = concluded()
        assert found.silence.unsure.keys() >= looking.keys()
        assert "electedAtBlock of elected-council" in found.silence.unsure["elections"]
        kept = [one for one in before.findings if not found.silence.why(one)]
        assert [one.key for one in kept if QUERY_NODE in one.needs] == []
        assert len(kept) < len(before.findings)
        listed, (row, *_) = whole.spoiled("rewards-paid", "groupId")
        with holding(connection, listed, [row], whole.height):
            assert concluded().silence.unsure == {}, "duties that do not look at the row go on"
