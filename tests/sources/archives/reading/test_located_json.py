"""JSON read with lines: what its problems are known by."""

from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reading import json_fields, located_json, located_yaml


def test_a_repeated_key_has_the_same_name_whatever_else_is_wrong() -> None:
    """Its id is what a person's decision is kept by."""
    alone, beside = Reading("a.json", "x"), Reading("a.json", "x")
    beside.problem("encoding-guessed", 1, subject="encoding", what="Another problem.")
    document = Document(path="a.json", text='[{"a": 1, "a": 2}]')
    for reading in (alone, beside):
        located_json.load(document, reading)
    assert alone.problems[-1].code == "duplicate-key"
    assert alone.problems[-1].id == beside.problems[-1].id


def test_a_field_s_line_is_found_among_others_and_inner_objects() -> None:
    text = '{\n "a": 1, "in": {"b": 2},\n "list": [{"b": 3}],\n "say \\"b\\": {": "}",\n "b"\n : 4,\n "\\u0063": 5\n}'
    reading = Reading("x.json", "test")
    value = located_json.load(Document(path="x.json", text=text), reading)
    lines = {name: located_json.line_of_field(value, name) for name in ("a", "in", "list", "b", "c", "none")}
    assert lines == {"a": 2, "in": 2, "list": 3, "b": 5, "c": 7, "none": 1}
    assert located_json.line_of_field(value["list"][0], "b") == 3


def test_a_problem_of_a_field_stands_on_the_field_s_line() -> None:
    for load, text in (
        (located_json.load, '[\n{\n"id": 3,\n"usd": "many"\n}\n]'),
        (located_yaml.load, "-\n\n  id: 3\n  usd: many\n"),
    ):
        reading = Reading("x", "test")
        (values,) = load(Document(path="x", text=text), reading)
        assert json_fields.usd(json_fields.Entry(reading, values, "bounty", "3"), "usd", "reward_usd") is None
        assert [(problem.code, problem.line) for problem in reading.problems] == [("amount-unparsable", 4)]
