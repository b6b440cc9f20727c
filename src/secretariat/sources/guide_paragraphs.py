"""Paragraphs of guidance in a file: JSON text, checked against the published schema, as facts."""

import json
import re
import unicodedata
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from secretariat.errors import SecretariatError
from secretariat.facts.guide_paragraphs import Bound, GuideParagraph
from secretariat.sources.json_file import read_json
from secretariat.sources.schema_words import shown
from secretariat.sources.written_days import day_written

SCHEMA_FILE = "guide-paragraphs.schema.json"
LARGEST = 4_194_304
"""Bytes of a file."""

LINES = "\n\r\t"
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what comes after them: a reader sees other words than are there."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


class ParagraphsUnreadable(SecretariatError):
    """The paragraphs are not what the schema asks for. The message has the JSON path of what is wrong and what to give."""


def schema_text() -> str:
    """Give the published schema's text."""
    return files("secretariat.sources").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def read_paragraphs(text: str) -> tuple[GuideParagraph, ...]:
    """Read every paragraph, in the order of the file. Raises ParagraphsUnreadable."""
    given = read_json(text, _without_patterns(json.loads(schema_text())), ParagraphsUnreadable)
    found = tuple(_paragraph(one, f"$.paragraphs[{place}]") for place, one in enumerate(given["paragraphs"]))
    seen: set[str] = set()
    for place, one in enumerate(found):
        if one.id in seen:
            raise ParagraphsUnreadable(
                f"$.paragraphs[{place}].id: {shown(one.id)} stands twice; each has an id of its own"
            )
        seen.add(one.id)
    return found


def _without_patterns(schema: Any) -> Any:
    """Give a schema without what it says of the letters of texts: that is looked at below, and told with the sign and its place."""
    if isinstance(schema, list):
        return [_without_patterns(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: _without_patterns(one) for key, one in schema.items() if key not in ("pattern", "not")}


def _paragraph(given: Mapping[str, Any], place: str) -> GuideParagraph:
    if not _ID.fullmatch(given["id"]):
        raise ParagraphsUnreadable(
            f"{place}.id: {shown(given['id'])} is no id; give up to 80 small letters, digits and hyphens, the first no hyphen"
        )
    given_until, since = given.get("valid_until"), _bound(given["valid_since"], f"{place}.valid_since")
    until = None if given_until is None else _bound(given_until, f"{place}.valid_until")
    if until is not None and _ends_before(since, until):
        raise ParagraphsUnreadable(
            f"{place}.valid_until: {until.words} is before valid_since, {since.words}; it would never be valid"
        )
    _printable(given.get("source", ""), f"{place}.source", but="")
    return GuideParagraph(
        id=given["id"],
        subject=_words(given["subject"], f"{place}.subject", but=""),
        text=_words(given["text"], f"{place}.text", but=LINES),
        valid_since=since,
        valid_until=until,
        spec_version=given.get("spec_version"),
        source=given.get("source", ""),
        despite=_words(given["despite"], f"{place}.despite", but="") if "despite" in given else "",
    )


def _words(text: str, place: str, *, but: str) -> str:
    """Give words without the blanks around them. Raises ParagraphsUnreadable where nothing is left, or what nobody sees."""
    _printable(text, place, but=but)
    if not text.strip():
        raise ParagraphsUnreadable(f"{place}: there is nothing but blanks; give words")
    return text.strip()


def _printable(text: str, place: str, *, but: str) -> None:
    """Refuse what nobody sees, ``but`` for these signs: only a text has lines."""
    for at, letter in enumerate(text):
        if letter not in but and (unicodedata.category(letter) in ("Cc", "Cs") or letter in TURNS):
            raise ParagraphsUnreadable(
                f"{place}: a control character (U+{ord(letter):04X}) stands at {at:,}; leave it out"
            )


def _ends_before(since: Bound, until: Bound) -> bool:
    """Tell whether a border comes before another of the same sort; of two sorts that is not known."""
    if since.date is not None and until.date is not None:
        return until.date < since.date
    pairs = ((since.block, until.block), (since.spec_version, until.spec_version))
    return any(first is not None and last is not None and last < first for first, last in pairs)


def _bound(given: Mapping[str, Any], place: str) -> Bound:
    if "date" not in given:
        return Bound(block=given.get("block"), spec_version=given.get("spec_version"))
    try:
        return Bound(date=day_written(given["date"]))
    except ValueError as error:
        raise ParagraphsUnreadable(
            f"{place}.date: {shown(given['date'])} is no day; give one such as 2026-05-31"
        ) from error
