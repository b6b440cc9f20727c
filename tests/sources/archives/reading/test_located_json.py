"""JSON read with lines: what its problems are known by."""

from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reading.located_json import load


def test_a_repeated_key_has_the_same_name_whatever_else_is_wrong() -> None:
    """Its id is what a person's decision is kept by."""
    alone, beside = Reading("a.json", "x"), Reading("a.json", "x")
    beside.problem("encoding-guessed", 1, subject="encoding", what="Another problem.")
    document = Document(path="a.json", text='[{"a": 1, "a": 2}]')
    for reading in (alone, beside):
        load(document, reading)
    assert alone.problems[-1].code == "duplicate-key"
    assert alone.problems[-1].id == beside.problems[-1].id
