"""The published table schema of contacts says of a cell what the reader says, and the examples are of it."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import pytest
from frictionless import Dialect, Resource, Schema
from frictionless.formats import CsvControl
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from secretariat.sources.contacts_file import CHOICES, COLUMNS, read_contacts

CONTRACTS = Path(__file__).parents[2] / "docs" / "contracts"
EXAMPLES = sorted((CONTRACTS / "examples" / "contacts").glob("*.csv"))
SCHEMA: dict[str, Any] = json.loads((CONTRACTS / "contacts-file.schema.json").read_text(encoding="utf-8"))
FIELDS = {field["name"]: field for field in SCHEMA["fields"]}


def taken(field: dict[str, Any], cell: str) -> bool:
    """Tell whether a cell is of a field by the specification of table schemas."""
    constraints = field["constraints"]
    if not cell:
        return not constraints["required"]
    kept = {key: constraints[key] for key in ("pattern", "maxLength") if key in constraints}
    return Draft202012Validator(kept).is_valid(cell)


def read(column: str, cell: str) -> bool:
    """Tell whether the reader takes a cell in an otherwise good row."""
    row = dict.fromkeys((*COLUMNS, *CHOICES), "") | {
        "member_id": "12",
        "source": "thread 41",
        "date": "2026-03-01",
        column: cell,
    }
    lines = [",".join(row), ",".join(row.values())]
    return not read_contacts("\n".join(lines), date.max).problems


def test_it_has_the_columns_of_the_reader() -> None:
    assert tuple(FIELDS) == (*COLUMNS, *CHOICES)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_of_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    delimiter = ";" if ";" in text else ","
    header = next(csv.reader(text.splitlines(), delimiter=delimiter))
    schema = Schema.from_descriptor(SCHEMA | {"fields": [FIELDS[name] for name in header]})
    dialect = Dialect(controls=[CsvControl(delimiter=delimiter)])
    report = Resource(path=path.name, basepath=str(path.parent), schema=schema, dialect=dialect).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])


@pytest.mark.parametrize(
    ("day", "is_one"),
    [("2026-03-01", True), ("2026-3-1", False), ("2026-02-30", False), ("2024-02-29", True), ("", True)],
)
def test_a_program_for_table_schemas_takes_the_days_that_the_reader_takes(day: str, *, is_one: bool) -> None:
    """One that reads dates by a format takes ``2026-3-1``."""
    schema = Schema.from_descriptor(SCHEMA | {"fields": [FIELDS["member_id"], FIELDS["date"]]})
    assert Resource(data=[["member_id", "date"], ["12", day]], schema=schema).validate().valid is is_one
    assert read("date", day) is is_one


CELLS = [
    "", "0", "12", "-1", "012", "1.5", "1" * 16, "1" * 17, "1" * 20, "1" * 21, "1.11E+17", "yes", "NO", "True", "maybe", "en", "pt-BR", "EN",
    "english!", "Europe/Riga", "UTC", "Riga time", "2026-03-01", "2026-3-1", "01.03.2026", "2026-02-30", "email", "Discord", "fax", "@ada_l",
    "@ad", "-100700", "ada@practice.example", "ada@", "a" * 64 + "@practice.example", "a" * 65 + "@practice.example", "a..b@practice.example",
    "x" * 100, "x" * 101, str(2**64 - 1), str(2**64), "CET", "Etc/GMT+2", "America/Argentina/Ushuaia", "Europe/", "/Riga", "a/b/c/d",
]  # fmt: skip


@pytest.mark.parametrize("column", FIELDS)
@pytest.mark.parametrize("cell", CELLS)
def test_it_takes_the_cells_that_the_reader_takes(column: str, cell: str) -> None:
    no_zone = column == "time_zone" and cell not in available_timezones() | {
        ""
    }  # a schema has a pattern for names, and no list of them
    assert taken(FIELDS[column], cell) is read(column, cell) or (no_zone and not read(column, cell))


def test_it_takes_every_time_zone_and_the_reader_does() -> None:
    zones = sorted(available_timezones() - {"localtime", "posixrules"})
    assert {"CET", "UTC", "GB", "EST5EDT", "Etc/GMT+2", "Europe/Riga"} <= set(zones)
    assert [zone for zone in zones if not taken(FIELDS["time_zone"], zone) or not read("time_zone", zone)] == []


def test_a_time_zone_that_cannot_be_a_name_is_none_for_both() -> None:
    for zone in ("Riga time", "Europe/", "/Riga", "a/b/c/d", "../Riga", "2", "Europe//Riga"):
        assert (taken(FIELDS["time_zone"], zone), read("time_zone", zone)) == (False, False), zone


@given(st.integers(10**15, 10**21) | st.integers(2**64 - 10**6, 2**64 + 10**6))
def test_it_takes_the_numbers_that_the_reader_takes(number: int) -> None:
    for column in ("member_id", "discord_user_id"):
        assert taken(FIELDS[column], str(number)) is read(column, str(number)), column


def test_its_description_names_what_a_table_schema_cannot_say() -> None:
    """That a yes needs where and when it was given is a condition across columns."""
    row = {"member_id": "12", "consent": "yes", "source": "", "date": ""}
    assert all(taken(FIELDS[column], cell) for column, cell in row.items())
    whole = dict.fromkeys(COLUMNS, "") | row
    found = read_contacts(f"{','.join(whole)}\n{','.join(whole.values())}", date.max).problems
    assert [one.code for one in found] == ["consent-source", "consent-date"]
    assert "a consent of yes without source and date" in SCHEMA["description"]


@given(st.sampled_from(sorted(set(FIELDS) - {"time_zone"})), st.text("aA1@._-/+:TZ é", max_size=24))
@example("date", "2026-W09-7")
@example("email", "a@b.c")
def test_it_takes_what_the_reader_takes_of_any_text(column: str, cell: str) -> None:
    cell = cell.strip()
    assert taken(FIELDS[column], cell) is read(column, cell)
