"""A draft of a post: JSON text, checked against the published schema."""

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from secretariat.errors import SecretariatError
from secretariat.sources.json_file import parsed

SCHEMA_FILE = "draft-post.schema.json"
SEE = "see docs/contracts/advise.md"


class DraftPostUnreadable(SecretariatError):
    """The draft is not given as the schema asks for. The message says where and what to give."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftPost:
    """A draft as its writer gives it. ``author`` is a member id, ``kind`` what it is meant to become; None where not said."""

    title: str
    text: str
    author: int | None
    kind: str | None


def schema_text() -> str:
    """Give the published schema's text."""
    return files("secretariat.sources").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def read_draft_post(text: str) -> DraftPost:
    """Read a draft. Raises DraftPostUnreadable."""
    given = parsed(text, DraftPostUnreadable)
    if not isinstance(given, dict):
        raise DraftPostUnreadable('give an object with "title" and "text"')
    if "title" not in given:
        raise DraftPostUnreadable('the draft has no "title"; give one, by which its category is found')
    title: Any = given["title"]
    if isinstance(title, str) and title and not title.strip():
        raise DraftPostUnreadable('"title" is empty; give one, by which the category is found')
    wrong = next(iter(Draft202012Validator(json.loads(schema_text())).iter_errors(given)), None)
    if wrong is not None:
        raise DraftPostUnreadable(_told(wrong.path[0] if wrong.path else ""))
    author: Any = given.get("author")
    return DraftPost(
        title=title,
        text=given.get("text", ""),
        author=None if author is None else int(author),
        kind=given.get("kind"),
    )


def _told(member: str | int) -> str:
    asked = {
        "title": "a text of 1 to 500 characters",
        "text": "a text of at most 100,000 characters",
        "author": "the number of a membership, 0 or more",
        "kind": "one of thread, post, pre-proposal, proposal",
        "contract": "secretariat.draft-post/1",
    }
    return (
        f'"{member}" is to be {asked[str(member)]}; {SEE}'
        if member in asked
        else f"it is not as the schema asks; {SEE}"
    )
