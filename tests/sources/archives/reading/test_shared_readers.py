"""What all parsers stand on: headings, tables, located JSON, decoding."""

from decimal import Decimal

import pytest

from secretariat.facts.amounts import Usd
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.problems import Target
from secretariat.sources.archives.decode import Undecodable, decode
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reading import json_fields, located_json, markdown, subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One", (1, "One")),
        ("### Two words  ###  ", (3, "Two words")),
        ("#Not", None),
        ("####### seven", None),
        ("# " + " " * 50_000 + "x" + " " * 50_000, (1, "x")),
        ("text # no", None),
    ],
)
def test_headings(text: str, expected: tuple[int, str] | None) -> None:
    found = markdown.heading(text, 1)
    assert (None if found is None else (found.level, found.text)) == expected


def test_tables_with_and_without_outer_pipes() -> None:
    lines = ["## Votes", "", "| a | b |", "|:--|--:|", "| 1 | 2 \\| 3 |", "x | y", "", "a | b", "no | delimiter"]
    (table,) = markdown.tables(lines)
    assert table.header.cells == ("a", "b")
    assert [(row.cells, row.line) for row in table.rows] == [(("1", "2 | 3"), 5), (("x", "y"), 6)]
    assert table.under is not None
    assert table.under.text == "Votes"


def test_a_long_line_of_dashes_and_spaces_is_read_in_one_go() -> None:
    lines = ["a | b", "|" + " " * 100_000 + "-" * 100_000 + " " * 100_000 + "x|"]
    assert list(markdown.tables(lines)) == []


def _load(text: str) -> tuple[object, Reading]:
    reading = Reading("x.json", "test")
    return located_json.load(Document(path="x.json", text=text), reading), reading


def test_json_knows_its_lines() -> None:
    value, reading = _load('{"a": [\n {"b": 1.5},\n {"c": [\n]}]}')
    assert isinstance(value, dict)
    assert [located_json.line_of(item) for item in value["a"]] == [2, 3]
    assert located_json.line_of(value["a"][1]["c"]) == 3
    assert reading.problems == []


@pytest.mark.parametrize(
    ("text", "line"), [("{", 1), ('{"a": 1,\n}', 2), ("[" * 100_000, 1), ("", 1), ('{"a": 1}\n]', 2), ('["\x01"]', 1)]
)
def test_what_is_not_json_is_a_problem_with_its_line(text: str, line: int) -> None:
    value, reading = _load(text)
    assert value is None
    assert [(problem.code, problem.line) for problem in reading.problems] == [("json-invalid", line)]


def test_a_key_written_twice_is_a_problem() -> None:
    value, reading = _load('{"x": [\n{"name": "a", "name": "b", "z": 1}]}')
    assert value == {"x": [{"name": "b", "z": 1}]}
    assert [(problem.code, problem.line, problem.refused) for problem in reading.problems] == [
        ("duplicate-key", 2, True)
    ]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xef\xbb\xbfa,b", "a,b"),
        (b"a\r\nb\rc", "a\nb\nc"),
        ("ä".encode("utf-16"), "ä"),
        ("naïve café, déjà vu – “quoted”. ".encode("cp1252") * 20, "naïve café, déjà vu – “quoted”. " * 20),
        (b"", ""),
    ],
)
def test_encodings_are_detected(raw: bytes, text: str) -> None:
    assert decode(raw).text == text


def test_a_guess_is_said_with_its_line() -> None:
    decoded = decode(b"plain\nsecond\ncaf\xe9 au lait, d\xe9j\xe0 vu\n")
    assert decoded.line == 3
    assert "0xe9" in decoded.note


@pytest.mark.parametrize(
    ("words", "encoding", "sure"),
    [
        ("Pay \u2013 \u201cthe\u201d bees\u2026", "cp1252", True),
        ("a caf\u00e9", "cp1252", False),
        ("na\u00efve caf\u00e9, d\u00e9j\u00e0 vu, cr\u00e8me br\u00fbl\u00e9e", "cp1252", True),
        ("\u041f\u0447\u0435\u043b\u044b", "cp1251", False),
        (
            "\u0443\u043b\u0435\u0439 \u0434\u043b\u044f \u043f\u0447\u0435\u043b \u0438 \u043c\u0435\u0434\u0430 \u043b\u0435\u0442\u043e\u043c",
            "cp1251",
            True,
        ),
        (
            "\u0443\u043b\u0435\u0439 \u0434\u043b\u044f \u043f\u0447\u0435\u043b \u0438 \u043c\u0435\u0434\u0430 \u2014 ok",
            "cp1251",
            False,
        ),
    ],
)
def test_a_guess_on_few_letters_is_said_to_be_one(words: str, encoding: str, sure: bool) -> None:
    text = "a plain line, and another one of plain words\n" * 30 + words + "\nthe end\n"
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert (decoded.line, decoded.sure) == (31, sure)
    assert "line 31" in decoded.note
    assert ("guess" in decoded.note) == (not sure)


def test_words_of_both_kinds_are_never_sure() -> None:
    raw = b"caf\xe9 " * 6 + "\u0443\u043b\u0435\u0439 ".encode("cp1251") * 6
    assert not decode(raw).sure


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_its_mark_is_read_and_said(encoding: str) -> None:
    decoded = decode("number;title\n7;caf\u00e9 \u2013 bees\n".encode(encoding))
    assert decoded.text == "number;title\n7;caf\u00e9 \u2013 bees\n"
    assert "byte-order mark" in decoded.note


@pytest.mark.parametrize("raw", [b"\x00\x01", b"\x7fELF" + bytes(range(256)) * 10, b"PK\x03\x04\x14\x00"])
def test_binary_is_refused(raw: bytes) -> None:
    with pytest.raises(Undecodable, match="binary"):
        decode(raw)


def test_the_head_of_a_large_file_may_end_inside_a_character() -> None:
    assert decode("aä".encode()[:2], whole=False).text == "a"


@pytest.mark.parametrize("usd", ["1e999999999", "-1e-999999999", "1" * 60])
def test_a_figure_beyond_all_measure_is_unknown_and_said(usd: str) -> None:
    reading = Reading("x.csv", "test")
    assert reading.add("antioch/1", 3, SpendingRow(network="antioch", chain="antioch", number=1, usd=Usd(Decimal(usd))))
    (kept,) = reading.records.values()
    assert kept.fact.usd is None
    assert [(problem.code, problem.line, problem.target is not None) for problem in reading.problems] == [
        ("amount-unparsable", 3, True)
    ]


def test_a_row_whose_number_is_beyond_all_measure_is_refused() -> None:
    reading = Reading("x.csv", "test")
    assert not reading.add("antioch/x", 3, SpendingRow(network="antioch", chain="antioch", number=2**63))
    assert not reading.records
    assert [problem.refused for problem in reading.problems] == [True]


def _problem(reading: Reading, line: int, what: str, subject: str = "field") -> None:
    reading.problem("value-unknown-label", line, subject=subject, what=what)


def test_the_same_words_of_many_lines_are_said_once_with_every_line() -> None:
    reading = Reading("x.json", "test")
    for line in range(2, 2 + subjects.MANY):
        _problem(reading, line, "Left out.")
    for line in range(2, 1 + subjects.MANY):
        _problem(reading, line, "Kept.")
    subjects.say_once(reading)
    subjects.tell_apart(reading)
    (said,) = [found for found in reading.problems if found.what.startswith("Left out.")]
    assert said.line == 2
    assert all(f" {line}," in said.what or f" {line} too" in said.what for line in range(3, 2 + subjects.MANY))
    assert [found.line for found in reading.problems if found.what == "Kept."] == list(range(2, 1 + subjects.MANY))
    assert len({found.id for found in reading.problems}) == len(reading.problems)


def test_the_same_said_of_one_line_is_counted() -> None:
    reading = Reading("x.json", "test")
    for number in range(subjects.MANY):
        reading.problem("row-malformed", 1, subject=f"{number}", what="Left out.")
    subjects.say_once(reading)
    assert [found.what for found in reading.problems] == [f"Left out. So it is {subjects.MANY} times on that line."]


def test_what_a_person_repairs_is_never_joined() -> None:
    reading = Reading("x.csv", "test")
    for line in range(2, 40):
        target = Target(kind=SpendingRow.KIND, key=f"antioch/{line}", field="usd")
        reading.problem("amount-unparsable", line, subject=f"{line}", what="Not one number.", target=target)
    subjects.say_once(reading)
    assert len(reading.problems) == 38


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ([1], [1]),
        ({"data": [1]}, [1]),
        ({"made": "today", "result": {"items": [1]}}, [1]),
        ([[1, 2]], [1, 2]),
        ({"rounds": [1]}, {"rounds": [1]}),
        ({"data": {"rounds": [1], "more": [2]}}, {"rounds": [1], "more": [2]}),
        ({"a": [1], "b": [2]}, {"a": [1], "b": [2]}),
        ({"a": []}, {"a": []}),
        ({"a": {"b": {"c": {"d": [1]}}}}, {"d": [1]}),
        (7, 7),
        (None, None),
    ],
)
def test_what_is_wrapped_around_a_document_is_taken_off(data: object, expected: object) -> None:
    assert json_fields.unwrapped(data, {"rounds"}) == expected
