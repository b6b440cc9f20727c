import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.tables import COUNT, TEXT, TOKENS
from secretariat.formats.csv_file import as_csv, render
from secretariat.formats.table_text import FORMS, as_json, as_markdown, escaped
from tests.formats.invented import HOSTILE, HUGE, empty, hostile, kinds, made, tables

JSON = """\
{"contract": "secretariat.table/1", "table": "small", "as_of": "2022-03-02", "columns": [
{"name": "handle", "description": "What handle is.", "unit": "text", "type": "text", "source": "the column handle"},
{"name": "votes", "description": "What votes is.", "unit": "count", "type": "integer", "source": "the column votes"},
{"name": "stake", "description": "What stake is.", "unit": "tokens", "type": "amount", "source": "the column stake"}
], "rows": [
{"handle": "ada_l", "votes": 12, "stake": "1.5"},
{"handle": null, "votes": null, "stake": null}
]}
"""

MARKDOWN = """\
| handle | votes | stake |
| ------ | ----: | ----: |
| ada_l  |    12 |   1.5 |
|        |       |       |
"""

CSV = "handle,votes,stake\r\nada_l,12,1.5\r\n,,\r\n"


def small_table() -> dict[str, str]:
    built = made(
        "small", {"handle": TEXT, "votes": COUNT, "stake": TOKENS}, ("ada_l", 12, 15_000_000_000), (None, None, None)
    )
    return {name: write(built) for name, write in FORMS.items()}


def test_the_forms_of_a_small_table() -> None:
    assert small_table() == {"md": MARKDOWN, "csv": CSV, "json": JSON}


def test_json_has_exact_digits_and_null_for_what_is_not_known() -> None:
    found = json.loads(as_json(kinds()))
    assert list(found) == ["contract", "table", "as_of", "columns", "rows"]
    plain, nothing, extreme = found["rows"]
    assert plain == {
        "title": "plain",
        "votes": 12,
        "stake": "14869888.48",
        "usd": "12.5",
        "at": "2021-06-22",
        "paid": True,
        "source": "a.csv:1",
    }
    assert set(list(nothing.values())[:-1]) == {None}
    assert extreme["stake"] == "-100000000000000000000"
    assert extreme["usd"] == "-0.000000000001"


def test_a_table_without_rows_has_its_columns() -> None:
    found = json.loads(as_json(empty()))
    assert (found["rows"], found["as_of"]) == ([], None)
    assert [column["name"] for column in found["columns"]] == ["chain", "amount"]
    assert as_csv(empty()) == "chain,amount\r\n"
    assert as_markdown(empty()).count("\n") == 2


def test_csv_numbers_are_no_texts_and_texts_no_formulas() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(kinds()), newline="")))
    assert rows[3][:4] == ["'-x", "-3", "-100000000000000000000", "-0.000000000001"]
    assert rows[2] == [*[""] * 6, "a.csv:2"]


def test_no_csv_cell_of_a_stranger_begins_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(render(hostile()).decode("utf-8"), newline="")))
    assert len(rows) == len(HOSTILE) + 1
    for _, title, amount in rows[1:]:
        assert not title.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
        assert amount == "100000000000000000000"


def test_a_single_empty_column_keeps_its_rows() -> None:
    built = made("one", {"handle": TEXT}, ("bert",), (None,), ("cleo",))
    assert list(csv.reader(io.StringIO(as_csv(built), newline=""))) == [["handle"], ["bert"], [""], ["cleo"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", "a\\|b"),
        ("`x`", "\\`x\\`"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("one\r\ntwo\nthree", "one<br>two<br>three"),
        ("[a](b) *c* ~d~ $e$", "\\[a\\](b) \\*c\\* \\~d\\~ \\$e\\$"),
        ("dmitri_77 _emphasis_", "dmitri_77 \\_emphasis\\_"),
        ("http://a.example www.a.example", "http:\\//a.example www\\.a.example"),
        ("a\\|b", "a\\\\\\|b"),
        ("tab\there", "tab here"),
        ("a\u2028b", "a<br>b"),
    ],
)
def test_nothing_in_a_markdown_cell_takes_effect(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_markdown_has_a_line_for_every_row() -> None:
    for built in tables():
        lines = as_markdown(built).splitlines()
        assert len(lines) == len(built.rows) + 2
        assert all(line.startswith("| ") and line.endswith(" |") for line in lines)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.tuples(st.none() | st.text(), st.none() | st.integers(-HUGE, HUGE)), max_size=5))
def test_any_text_and_amount_can_be_written(rows: list[tuple[str | None, int | None]]) -> None:
    built = made("any", {"handle": TEXT, "stake": TOKENS}, *rows)
    for write in FORMS.values():
        write(built).encode("utf-8")
    assert len(json.loads(as_json(built))["rows"]) == len(rows)
    assert len(list(csv.reader(io.StringIO(as_csv(built), newline="")))) == len(rows) + 1
    lines = as_markdown(built).split("\n")
    assert len(lines) == len(rows) + 3
