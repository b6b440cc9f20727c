"""The people whom a text may name: what is read from their file, and what is said of one that is wrong."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from secretariat.sources.people_file import PeopleUnreadable, read_people, schema_text

EXAMPLES = Path(__file__).parents[2] / "docs" / "contracts" / "examples" / "people"

READ = {
    '["ada", "bert_9"]': ("ada", "bert_9"),
    "[]": (),
    '{"people": ["ada"], "more": 1}': ("ada",),
    '{"contract": "secretariat.people/1", "people": [{"handle": "ada", "names": ["Ada L."], "member_id": 12}]}': (
        "ada",
        "Ada L.",
    ),
    '[{"name": "Ada"}, "Ada"]': ("Ada",),
    '[{"handle": "ada", "names": []}]': ("ada",),
}


@pytest.mark.parametrize("text", READ)
def test_names_are_read_in_either_form(text: str) -> None:
    assert read_people(text) == READ[text]


WRONG = {
    "": "not JSON",
    "[1]": "people[0] is neither a name",
    '["ada", ""]': "people[1] is neither a name",
    '[{"member_id": 12}]': 'people[0] has none of "handle"',
    '"ada"': "give a list of people",
    '{"candidates": []}': "give a list of people",
    '{"contract": "secretariat.deadlines/1", "people": []}': "check-text.md",
    f'["{"a" * 201}"]': "1 to 200 characters",
    "[" * 100_000: "not",
    '{"people": [], "people": ["ada"]}': "'people' is given twice in one object",
    '[{"handle": "ada", "handle": "bert"}]': "'handle' is given twice in one object",
    json.dumps(["ada"] * 10_001): "people has 10,001 entries, and at most 10,000 are taken",
    "[NaN]": "NaN is no number",
    '[{"names": []}]': 'people[0] names nobody: "names" is empty',
    '["ada", " "]': "people[1] is neither a name of 1 to 200 characters, not blanks alone,",
    '[{"handle": "\\t"}]': "people[0] is neither a name",
    '[{"names": ["ada", "  "]}]': "people[0] is neither a name",
}


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said(text: str) -> None:
    with pytest.raises(PeopleUnreadable) as error:
        read_people(text)
    assert WRONG[text] in str(error.value) or "nested too deeply" in str(error.value)


@pytest.mark.parametrize("text", [*READ, *WRONG], ids=range(len(READ) + len(WRONG)))
def test_the_schema_takes_what_the_reader_takes(text: str) -> None:
    try:
        given_people = json.loads(text)
    except (ValueError, RecursionError):
        return
    if "given twice" not in WRONG.get(text, "") and "NaN" not in text:
        assert Draft202012Validator(json.loads(schema_text())).is_valid(given_people) is (text in READ)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_is_read(path: Path) -> None:
    assert read_people(path.read_text(encoding="utf-8"))


def test_there_are_examples() -> None:
    assert len(list(EXAMPLES.glob("*.json"))) == 2


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(PeopleUnreadable):
        assert all(isinstance(name, str) for name in read_people(text))
