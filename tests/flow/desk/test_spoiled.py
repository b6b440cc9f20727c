"""A damaged store: verify names what is wrong, checks the rest, and never ends with a traceback, whatever a column holds."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table, text
from sqlalchemy.exc import DBAPIError

from secretariat.desk.acts import Act
from secretariat.desk.outbox import Said
from secretariat.desk.parts import Part
from secretariat.flow.ask_journal import verify
from secretariat.store import bodies
from secretariat.store.engine import writing
from secretariat.store.schema import METADATA
from tests.cli_run import run
from tests.flow.desk.desk import Desk
from tests.flow.desk.spoiling import TABLES, inside, lived_in, spoiled, unguarded

NOT_KNOWN = {
    "journal": {"seq"},
    "drafts": {"finding", "part", "withdrawn_at", "withdrawn_why"},
    "draft_texts": {"wanted", "newer", "created_at"},
    "outbox": {"queued_at", "not_before", "tries", "claim", "claimed_at", "settled_at", "why"},
    "outbox_parts": set[str](),
}
"""Columns of which the journal does not say what they held (``docs/operate.md``): what cannot be read in them is named, no other value."""

OF_REQUEST = {
    *("person", "multi_address", "ss58_prefix", "first", "last", "looked", "tries", "tried_at", "taken", "why"),
}
"""What of a wallet's request the journal does not say either."""

SETTLED = 2
"""The item that a person said arrived: whether it has a receipt of a try the journal does not say."""


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    return _unguarded(store_url)


@pytest.fixture
def on_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    return _unguarded(f"sqlite:///{tmp_path}/store.db")


def _unguarded(url: str) -> Desk:
    made = lived_in(url)
    assert verify(made.context).wrong == ()
    unguarded(made)
    return made


ROWS = 3
"""So many rows of a table have every plain value in each column."""


def rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    keys = [column.name for column in table.primary_key]
    query = text(f"SELECT * FROM {table.name} ORDER BY {', '.join(keys)}")
    return [dict(row) for row in connection.execute(query).mappings()]


def changes(made: Desk, name: str) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Give the columns of a table's rows with other values that they may hold; of JSON of one shape one is taken apart."""
    table = METADATA.tables[name]
    with writing(made.engine) as connection:
        found = rows(connection, table)
    for column in table.columns:
        shapes = set()
        for place, row in enumerate(found):
            value = row[column.name]
            others = [other[column.name] for other in found if other[column.name] != value][:1]
            if place < ROWS:
                yield from ((column.name, one, row) for one in spoiled(value, others))
            shape = (row.get("action"), *json.loads(value)) if str(value).startswith("{") else None
            if shape is not None and shape not in shapes:
                shapes.add(shape)
                yield from ((column.name, one, row) for one in inside(value))


def can_be_known(table: str, column: str, value: Any, row: dict[str, Any]) -> bool:
    """Tell whether a value says something else than the one before, of which the journal knows."""
    if column in NOT_KNOWN[table] or (column == "receipt" and row.get("number") == SETTLED):
        return False
    if column == "request" and value and row[column]:
        now, was = json.loads(value), json.loads(row[column])
        return {key for key in {*now, *was} if now.get(key) != was.get(key)} - OF_REQUEST != set()
    cls = {"act": Act, "said": Said, "body": Part}.get(column) if table != "journal" else None
    return cls is None or not value or not row[column] or bodies.read(cls, value) != bodies.read(cls, row[column])


def put(made: Desk, name: str, column: str, value: Any, row: dict[str, Any], key: dict[str, Any]) -> bool:
    """Put a value into one row; tells whether the database took it."""
    here = " AND ".join(f"{each} = :key_{each}" for each in key)
    values = {"value": value, **{f"key_{each}": one for each, one in key.items()}}
    try:
        with writing(made.engine) as connection:
            connection.execute(text(f"UPDATE {name} SET {column} = :value WHERE {here}"), values)
    except DBAPIError:
        return False
    return True


@pytest.mark.parametrize("name", TABLES)
def test_no_value_of_any_column_ends_it_with_a_traceback(made: Desk, name: str) -> None:
    keys = [column.name for column in METADATA.tables[name].primary_key]
    tried, missed = set(), []
    for column, value, row in changes(made, name):
        key = {each: row[each] for each in keys}
        if not put(made, name, column, value, row, key):
            continue  # the database itself refuses it
        tried.add(column)
        if not verify(made.context).wrong and can_be_known(name, column, value, row):
            missed.append((key, column, str(value)[:200]))
        assert put(made, name, column, row[column], row, {**key, **({column: value} if column in key else {})})
    assert missed == []
    assert tried >= {column.name for column in METADATA.tables[name].columns} - {"number", "item", "draft", "finding"}
    assert verify(made.context).wrong == ()


PLANTED = {
    "an entry that is no JSON": ("UPDATE journal SET body = '{' WHERE seq = 3", "What entry 3 of the journal"),
    "an act that is none": ("UPDATE draft_texts SET act = '{' WHERE draft = 1", "The text d1.1 cannot be read."),
    "words of another shape": (
        "UPDATE outbox SET said = '[]' WHERE number = 1",
        "The words of o1 as they went out cannot",
    ),
    "no words": ("UPDATE outbox SET said = '' WHERE number = 1", "The words of o1 as they went out cannot be read."),
    "an act in the outbox that is none": (
        "UPDATE outbox SET act = '{}' WHERE number = 2",
        "The act of o2 cannot be read.",
    ),
    "a text that was approved": (
        "DELETE FROM draft_texts WHERE draft = 1",
        "ada said yes to d1.1 (entry 1), and there is",
    ),
    "a text that was rejected": (
        "DELETE FROM draft_texts WHERE draft = 3",
        "ada said no to d3.1 (entry 5), and there is",
    ),
    "a text that was reworded": (
        "DELETE FROM draft_texts WHERE draft = 2 AND revision = 2",
        "ada said yes to d2.2 (entry 4), and there is",
    ),
    "somebody else's words": (
        "UPDATE draft_texts SET person = 'mallory' WHERE draft = 2 AND revision = 2",
        "The text d2.2 is said to be mallory's words",
    ),
    "a person's words as the program's": (
        "UPDATE draft_texts SET person = '' WHERE draft = 2",
        "The text d2.2 is said to be the program's, and the journal says that ada reworded it.",
    ),
    "the program's words as a person's": (
        "UPDATE draft_texts SET person = 'ada' WHERE draft = 1",
        "The text d1.1 is said to be ada's words, and the journal does not say that ada wrote it.",
    ),
    "no request": ("UPDATE outbox SET request = NULL WHERE number = 4", "and the signed bytes are gone."),
    "an empty request": (
        "UPDATE outbox SET request = '{}' WHERE number = 4",
        "was asked to sign of o4 cannot be read.",
    ),
    "other bytes": (
        "UPDATE outbox SET request = replace(request, '0x5a5a', '0x5a5b') WHERE number = 4",
        "The signed bytes of o4 are not those of its transaction 0x",
    ),
    "another account": (
        "UPDATE outbox SET request = replace(request, '0x1111', '0x1112') WHERE number = 4",
        "The account or its number in the request of o4",
    ),
    "another call": (
        "UPDATE outbox SET request = replace(request, '0x666f', '0x666e') WHERE number = 4",
        "What a wallet was asked to sign of o4 is not the call that was approved.",
    ),
    "taken back by nobody": ("UPDATE outbox SET state = 'withdrawn' WHERE number = 6", "o6 is withdrawn, and neither"),
    "another state": ("UPDATE outbox SET state = 'gone' WHERE number = 6", "o6 has the state 'gone', which there is"),
    "other words in a part": (
        "UPDATE outbox_parts SET body = replace(body, 'report', 'REPORT') WHERE number = 2",
        "The parts of o3 are not the words that its sending began with.",
    ),
    "a ring in a part": (
        """UPDATE outbox_parts SET body = replace(body, '"mentions":[]', '"mentions":[{"kind":"role","id":"1"}]')""",
        "The parts of o3 ring others than the act that was approved.",
    ),
    "a part that lacks": ("DELETE FROM outbox_parts WHERE number = 2", "The parts of o3 are not the words"),
    "no part": ("DELETE FROM outbox_parts", "o3 is several messages, and its parts are gone."),
    "a part that waits": (
        "UPDATE outbox_parts SET state = 'waiting' WHERE number = 2",
        "o3 counts as sent, and part 2 of",
    ),
    "a part's receipt": ("UPDATE outbox_parts SET receipt = 'x' WHERE number = 2", "The receipts of the parts of o3"),
}


@pytest.mark.parametrize("what", PLANTED)
def test_what_is_damaged_is_named_and_the_rest_is_checked(on_file: Desk, what: str) -> None:
    statement, words = PLANTED[what]
    with writing(on_file.engine) as connection:
        connection.exec_driver_sql(statement)
        connection.exec_driver_sql("UPDATE journal SET why = 'Other.' WHERE seq = 2")
    found = verify(on_file.context).wrong
    assert any(words in line for line in found), found
    assert any("chain breaks at entry 2 (" in line for line in found)


@pytest.mark.parametrize(
    ("table", "column"), [("journal", "why"), ("outbox", "act"), ("outbox", "said"), ("draft_texts", "act")]
)
def test_bytes_that_are_no_text_are_damage_like_any_other(on_file: Desk, table: str, column: str) -> None:
    with writing(on_file.engine) as connection:
        given = f"update {table} set {column} = cast(x'ff00fe' as text) where {column} is not null"
        assert connection.execute(text(given)).rowcount > 0
    assert verify(on_file.context).wrong


def test_of_two_entries_that_were_changed_both_are_named(on_file: Desk) -> None:
    with writing(on_file.engine) as connection:
        connection.exec_driver_sql("UPDATE journal SET why = 'Other.' WHERE seq IN (2, 5)")
    assert [line.split(" (")[0] for line in verify(on_file.context).wrong] == [
        "The journal's chain breaks at entry 2",
        "The journal's chain breaks at entry 5",
    ]


def test_the_command_names_it_and_ends_with_1(on_file: Desk, tmp_path: Path) -> None:
    with writing(on_file.engine) as connection:
        connection.exec_driver_sql("UPDATE journal SET body = '{' WHERE seq = 3")
        connection.exec_driver_sql("UPDATE outbox SET said = '{}' WHERE number = 1")
    on_file.engine.dispose()
    (tmp_path / "secretariat.toml").write_text(f'[store]\nurl = "sqlite:///{tmp_path}/store.db"\n', encoding="utf-8")
    done = run("verify", folder=tmp_path, check=1)
    assert "The journal's chain breaks at entry 3" in done.stdout
    assert "What entry 3 of the journal (draft.reword) says cannot be read." in done.stdout
    assert "The words of o1 as they went out cannot be read." in done.stdout
    assert done.stderr == ""
