"""Delimited records with their physical lines."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.archives.reading.delimited import records


def starts(line: str) -> bool:
    return line.startswith("row,")


def split(text: str) -> list[tuple[int, tuple[str, ...], bool]]:
    return [(r.line, r.cells, bool(r.note)) for r in records(text.split("\n"), ",", starts)]


def test_plain_quoted_and_blank_lines() -> None:
    assert split('a,b\n\n"c, d","e ""f"""\n') == [(1, ("a", "b"), False), (3, ("c, d", 'e "f"'), False)]


def test_line_breaks_in_quotes() -> None:
    assert split('a,"b\nc\n\nd"\ne,f') == [(1, ("a", "b\nc\n\nd"), False), (5, ("e", "f"), False)]


def test_a_quote_that_never_closes_costs_its_own_line_only() -> None:
    assert split('row,"b\nrow,c\nrow,"d"') == [
        (1, ("row", "b"), True),
        (2, ("row", "c"), False),
        (3, ("row", "d"), False),
    ]


def test_a_quote_inside_a_cell_is_a_character() -> None:
    assert split('a,5" pipe\nb,c') == [(1, ("a", '5" pipe'), False), (2, ("b", "c"), False)]


def test_a_cell_beyond_all_measure() -> None:
    assert split(f'a,"{"x" * 200_000}"\nb,c') == [(1, (), True), (2, ("b", "c"), False)]


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\r\0"), max_size=8), min_size=2, max_size=4)))
def test_reads_back_what_the_csv_module_writes(rows: list[list[str]]) -> None:
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    found = list(records(out.getvalue().split("\n"), ",", lambda line: False))
    if all(sum(cell.count("\n") for cell in row) < 10 for row in rows):
        assert [list(record.cells) for record in found] == rows


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(st.sampled_from('a,"\n\r\0 ;'), max_size=80))
def test_never_raises_and_lines_rise(text: str) -> None:
    lines = [record.line for record in records(text.split("\n"), ",", starts)]
    assert lines == sorted(set(lines))
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)
