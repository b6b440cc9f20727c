"""Paragraphs in a file: the example is read, everything that is none is refused with its place and what to give."""

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from secretariat.facts.guide_paragraphs import Bound
from secretariat.sources.guide_paragraphs import ParagraphsUnreadable, read_paragraphs, schema_text

EXAMPLE = Path(__file__).parents[2] / "docs/contracts/examples/guide-paragraphs/paragraphs.json"
ONE: dict[str, Any] = {"id": "a", "subject": "signal", "text": "Words.", "valid_since": {"block": 5}}


def test_the_example_is_read() -> None:
    first, second, third, fourth = read_paragraphs(EXAMPLE.read_text(encoding="utf-8"))
    assert (first.id, first.subject, first.written_for) == ("before-a-funding-request", "funding-request", 2004)
    assert (second.valid_until, second.written_for) == (Bound(date="2026-08-31"), 2004)  # type: ignore[arg-type]
    assert (third.valid_since, third.valid_until, third.written_for) == (Bound(block=7_000_000), None, 2002)
    assert (third.despite, fourth.despite.split()[-1]) == ("", "nobody.")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"id": "A B"}, r"\$\.paragraphs\[0\]\.id: .*is no id"),
        ({"id": ""}, "is no id"),
        ({"valid_since": {}}, "exactly one of block, date, spec_version is needed"),
        ({"valid_since": {"block": 1, "spec_version": 2}}, "exactly one of"),
        ({"valid_since": {"date": "2026-13-01"}}, r"\$\.paragraphs\[0\]\.valid_since\.date: .*is no day"),
        ({"valid_since": "2026-01-01"}, "is not an object"),
        ({"valid_since": 5}, r'give {"block": 7000000}, {"date": "2026-06-01"} or {"spec_version": 2004}$'),
        ({"valid_until": {"block": -1}}, r"\$\.paragraphs\[0\]\.valid_until"),
        (
            {"valid_until": "2026-01-01"},
            r"can be; give {\"block\": 7000000}, {\"date\": \"2026-08-31\"}, {\"spec_version\": 2004} or null$",
        ),
        ({"despite": ""}, "this is empty"),
        ({"despite": " "}, r"\$\.paragraphs\[0\]\.despite: there is nothing but blanks"),
        ({"despite": "a\nb"}, r"despite: a control character \(U\+000A\)"),
        ({"despite": "x" * 501}, "longer than 500 characters"),
        ({"despite": None}, "is not a text"),
        ({"valid_since": {"date": "20260531"}}, "is no day"),
        ({"valid_until": {"block": 4}}, r"\$\.paragraphs\[0\]\.valid_until: block 4 is before valid_since, block 5"),
        ({"valid_since": {"date": "2026-06-01"}, "valid_until": {"date": "2026-05-31"}}, "would never be valid"),
        ({"valid_since": {"spec_version": 5}, "valid_until": {"spec_version": 4}}, "would never be valid"),
        ({"text": " \n\t"}, r"\$\.paragraphs\[0\]\.text: there is nothing but blanks"),
        ({"subject": "  "}, "nothing but blanks"),
        ({"text": "a\x1b[31mb"}, r"text: a control character \(U\+001B\) stands at 1"),
        ({"text": "a\u202eb"}, r"U\+202E"),
        ({"text": "a\ud800"}, r"U\+D800"),
        ({"source": "a\x00"}, r"source: a control character"),
        ({"source": "a\nb"}, r"source: a control character \(U\+000A\)"),
        ({"subject": "a\nb"}, r"subject: a control character \(U\+000A\) stands at 1"),
        ({"subject": "sig\tnal"}, r"subject: a control character \(U\+0009\)"),
        ({"id": "-"}, "the first no hyphen"),
        ({"subject": ""}, "this is empty"),
        ({"text": "x" * 4_001}, "longer than 4,000 characters"),
        ({"txt": "x"}, "not known here; known are id, subject"),
        ({"spec_version": "2004"}, "is not a whole number"),
    ],
)
def test_what_is_no_paragraph_is_refused_with_its_place(changed: dict[str, Any], says: str) -> None:
    with pytest.raises(ParagraphsUnreadable, match=says):
        read_paragraphs(json.dumps({"paragraphs": [{**ONE, **changed}]}))


def test_an_id_stands_once_and_a_list_is_needed() -> None:
    with pytest.raises(ParagraphsUnreadable, match=r'\$\.paragraphs\[1\]\.id: "a" stands twice'):
        read_paragraphs(json.dumps({"paragraphs": [ONE, ONE]}))
    with pytest.raises(ParagraphsUnreadable, match='"paragraphs" is missing'):
        read_paragraphs("{}")
    with pytest.raises(ParagraphsUnreadable, match="this is not an object"):
        read_paragraphs(json.dumps([ONE]))
    assert read_paragraphs('{"paragraphs": []}') == ()


def test_borders_of_one_block_and_of_two_sorts_and_lines_are_taken() -> None:
    bounds = [({"block": 5}, {"block": 5}), ({"block": 5}, {"date": "2026-05-31"}), ({"block": 5}, None)]
    for since, until in bounds:
        given = {**ONE, "valid_since": since, "valid_until": until, "text": "- one\r\n\t- two 👩🏽‍💻"}
        assert read_paragraphs(json.dumps({"paragraphs": [given]}))[0].text == "- one\r\n\t- two 👩🏽‍💻"


FITS: list[tuple[dict[str, Any], bool]] = [
    ({}, True),
    ({"id": "a-1"}, True),
    ({"id": "a" * 80}, True),
    ({"id": "A"}, False),
    ({"id": ""}, False),
    ({"id": "a b"}, False),
    ({"id": "-"}, False),
    ({"id": "a\n"}, False),
    ({"id": "a" * 81}, False),
    ({"id": "a" * 300}, False),
    ({"text": " \n"}, False),
    ({"text": "a\n\tb\r\n"}, True),
    ({"text": "a\x85b"}, False),
    ({"text": "a\u2066b"}, False),
    ({"subject": "  "}, False),
    ({"subject": "a\nb"}, False),
    ({"subject": "a 👩🏽‍💻"}, True),
    ({"source": ""}, True),
    ({"source": "a\rb"}, False),
    ({"despite": "A reason."}, True),
    ({"despite": " "}, False),
    ({"despite": "a\nb"}, False),
    ({"despite": None}, False),
]
DAYS = {
    "2026-02-28": True, "2024-02-29": True, "2000-02-29": True, "2026-12-31": True, "2026-04-30": True, "2026-02-29": False,
    "2026-02-30": False, "1900-02-29": False, "2026-04-31": False, "2026-13-01": False, "2026-00-10": False, "2026-01-00": False,
    "0000-01-01": False, "1.1.2026": False, "20260531": False, "2026-01-01\n": False, "2026-1-1": False, "": False,
}  # fmt: skip
FITS += [({"valid_since": {"date": day}}, taken) for day, taken in DAYS.items()]


@pytest.mark.parametrize(("changed", "taken"), FITS)
def test_the_schema_takes_what_the_reader_takes(changed: dict[str, Any], *, taken: bool) -> None:
    given = {"paragraphs": [{**ONE, **changed}]}
    assert Draft202012Validator(json.loads(schema_text())).is_valid(given) is taken
    with nullcontext() if taken else pytest.raises(ParagraphsUnreadable):
        read_paragraphs(json.dumps(given))
