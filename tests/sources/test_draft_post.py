"""A draft of a post: what is read from its file, and what is said of one that is wrong."""

import json
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from secretariat.sources.draft_post import DraftPost, DraftPostUnreadable, read_draft_post, schema_text

EXAMPLES = Path(__file__).parents[2] / "docs" / "contracts" / "examples" / "draft-post"

READ = {
    '{"title": "Budget"}': DraftPost(title="Budget", text="", author=None, kind=None),
    '{"title": "Budget", "text": "x", "author": "12", "kind": "pre-proposal", "more": []}': DraftPost(
        title="Budget", text="x", author=12, kind="pre-proposal"
    ),
    '{"title": "Budget", "author": 12.0}': DraftPost(title="Budget", text="", author=12, kind=None),
    '{"title": "Budget", "author": null, "kind": null}': DraftPost(title="Budget", text="", author=None, kind=None),
}


@pytest.mark.parametrize("text", READ)
def test_a_draft_is_read(text: str) -> None:
    assert read_draft_post(text) == READ[text]


WRONG = {
    "": "not JSON",
    "[]": 'give an object with "title"',
    "{}": 'has no "title"',
    '{"title": ""}': '"title" is to be a text of 1 to 500',
    '{"title": "  "}': '"title" is empty',
    '{"title": 7}': '"title" is to be a text',
    '{"title": "a", "text": 7}': '"text" is to be',
    '{"title": "a", "author": "ada"}': '"author" is to be the number',
    '{"title": "a", "author": -1}': '"author" is to be the number',
    '{"title": "a", "author": true}': '"author" is to be the number',
    '{"title": "a", "kind": "poem"}': '"kind" is to be one of thread, post',
    '{"title": "a", "contract": "secretariat.people/1"}': '"contract" is to be secretariat.draft-post/1',
    "[" * 100_000: "not",
    '{"title": "a", "title": "b"}': "'title' is given twice in one object",
    '{"title": "a", "more": {"x": 1, "x": 2}}': "'x' is given twice in one object",
    '{"title": "a", "author": 1.5}': '"author" is to be the number',
}


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said(text: str) -> None:
    with pytest.raises(DraftPostUnreadable) as error:
        read_draft_post(text)
    assert WRONG[text] in str(error.value) or "nested too deeply" in str(error.value)


@pytest.mark.parametrize(("title", "taken"), [("a", True), (" a", True), ("   ", False), ("\t\n", False), ("", False)])
def test_the_schema_takes_the_titles_that_the_reader_takes(title: str, *, taken: bool) -> None:
    assert Draft202012Validator(json.loads(schema_text())).is_valid({"title": title}) is taken
    with nullcontext() if taken else pytest.raises(DraftPostUnreadable):
        read_draft_post(json.dumps({"title": title}))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_every_example_is_read(path: Path) -> None:
    assert read_draft_post(path.read_text(encoding="utf-8")).title


def test_there_are_examples() -> None:
    assert len(list(EXAMPLES.glob("*.json"))) == 3


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(DraftPostUnreadable):
        assert read_draft_post(text).title.strip()
