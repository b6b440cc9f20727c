"""Paragraphs of guidance in a file: JSON text, checked against the published schema, as facts."""

import json
import re
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import Any

from secretariat.errors import SecretariatError
from secretariat.facts.guide_paragraphs import Bound, GuideParagraph
from secretariat.facts.moments import Moment
from secretariat.sources.json_file import read_json
from secretariat.sources.schema_words import shown

SCHEMA_FILE = "guide-paragraphs.schema.json"
LARGEST = 4_194_304
"""Bytes of a file."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


class ParagraphsUnreadable(SecretariatError):
    """The paragraphs are not what the schema asks for. The message has the JSON path of what is wrong and what to give."""


def schema_text() -> str:
    """Give the published schema's text."""
    return files("secretariat.sources").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def read_paragraphs(text: str) -> tuple[GuideParagraph, ...]:
    """Read every paragraph, in the order of the file. Raises ParagraphsUnreadable."""
    given = read_json(text, json.loads(schema_text()), ParagraphsUnreadable)
    found = tuple(_paragraph(one, f"$.paragraphs[{place}]") for place, one in enumerate(given["paragraphs"]))
    seen: set[str] = set()
    for place, one in enumerate(found):
        if one.id in seen:
            raise ParagraphsUnreadable(
                f"$.paragraphs[{place}].id: {shown(one.id)} stands twice; each has an id of its own"
            )
        seen.add(one.id)
    return found


def _paragraph(given: Mapping[str, Any], place: str) -> GuideParagraph:
    if not _ID.fullmatch(given["id"]):
        raise ParagraphsUnreadable(
            f"{place}.id: {shown(given['id'])} is no id; give up to 80 small letters, digits and hyphens"
        )
    until = given.get("valid_until")
    return GuideParagraph(
        id=given["id"],
        subject=given["subject"].strip(),
        text=given["text"].strip(),
        valid_since=_bound(given["valid_since"], f"{place}.valid_since"),
        valid_until=None if until is None else _bound(until, f"{place}.valid_until"),
        spec_version=given.get("spec_version"),
        source=given.get("source", ""),
    )


def _bound(given: Mapping[str, Any], place: str) -> Bound:
    if "date" not in given:
        return Bound(block=given.get("block"), spec_version=given.get("spec_version"))
    try:
        return Bound(date=Moment(date.fromisoformat(given["date"]).isoformat()))
    except ValueError as error:
        raise ParagraphsUnreadable(
            f"{place}.date: {shown(given['date'])} is no day; give one such as 2026-05-31"
        ) from error
