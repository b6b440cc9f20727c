"""The journal: appended, chained, never changed."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from secretariat.desk.journal import FIRST, first_broken
from secretariat.facts.decisions import ProblemDecision
from secretariat.facts.problems import Target, problem
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.journal import append, append_problem_decision, entries, problem_decisions

_VALUES = "(seq, at, person, action, subject, why, body, previous, digest) SELECT seq, at, person, action, subject, 'x', body, previous, "
REPLACING = {
    "sqlite": f"INSERT OR REPLACE INTO journal {_VALUES} digest FROM journal",
    "postgresql": f"INSERT INTO journal {_VALUES} digest FROM journal WHERE true ON CONFLICT (seq) DO UPDATE SET why = 'x'",
}
"""Statements that put another entry in the place of each, by database."""

WAYS = {
    "sqlite": (
        f"REPLACE INTO journal {_VALUES} 'another' FROM journal",
        "REPLACE INTO journal SELECT seq + 100, at, person, action, subject, 'x', body, previous, digest FROM journal",
        f"INSERT INTO journal {_VALUES} digest FROM journal WHERE true ON CONFLICT DO UPDATE SET why = 'x'",
        "UPDATE OR REPLACE journal SET seq = 9",
    ),
    "postgresql": (
        "TRUNCATE journal",
        "TRUNCATE journal RESTART IDENTITY CASCADE",
        "MERGE INTO journal USING (SELECT 1 AS seq) AS other ON journal.seq = other.seq WHEN MATCHED THEN UPDATE SET why = 'x'",
        f"INSERT INTO journal {_VALUES} digest FROM journal WHERE true ON CONFLICT (digest) DO UPDATE SET why = 'x'",
    ),
}


def _append(connection: object, subject: str) -> None:
    append(
        connection,  # type: ignore[arg-type]
        at="2026-01-01T00:00:00Z",
        person="ada",
        action="note",
        subject=subject,
        why="because",
        body={"n": 1},
    )


def test_entries_are_chained_and_kept_in_order(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        for subject in ("a", "b", "c"):
            _append(connection, subject)
    with reading(engine) as connection:
        found = entries(connection)
    assert [e.subject for e in found] == ["a", "b", "c"]
    assert found[0].previous == FIRST
    assert first_broken(found) is None
    assert first_broken((found[0], replace(found[1], why="other"), found[2])) == 2
    assert first_broken((found[0], found[2])) == 2


@pytest.mark.parametrize("change", ["UPDATE journal SET why = 'x'", "DELETE FROM journal"])
def test_no_one_changes_the_journal(store_url: str, change: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        _append(connection, "a")
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(text(change))


def test_no_one_puts_another_entry_in_the_place_of_one(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        _append(connection, "a")
        name = connection.dialect.name
    for statement in (REPLACING[name], *WAYS[name]):
        with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
            connection.execute(text(statement))
    with writing(engine) as connection:
        _append(connection, "b")
    with reading(engine) as connection:
        found = entries(connection)
    assert [one.why for one in found] == ["because", "because"]
    assert first_broken(found) is None


def test_a_decision_about_a_problem_is_read_back_as_it_was(store_url: str) -> None:
    decision = ProblemDecision(
        problem=problem(
            "amount-unparsable",
            file="a.csv",
            line=3,
            subject="x",
            what="w",
            target=Target(kind="spending-row", key="antioch/1", field="usd"),
        ),
        action="repair",
        person="ada",
        at="2026-01-01T00:00:00Z",
        why="the thread says so",
        value="12.5",
    )
    engine = open_store(store_url)
    with writing(engine) as connection:
        append_problem_decision(connection, decision)
        _append(connection, "not about a problem")
    with reading(engine) as connection:
        assert problem_decisions(connection) == (replace(decision, seq=1),)
