"""The office's paragraphs of guidance, read from the file that ``[guidance] paragraphs`` names, laid beside the facts of the store.

They are a person's own words and go out on pages: each passes the neutrality gate as such words do (row B12).
"""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection

from secretariat.desk.acts import Destination
from secretariat.desk.findings import Wanted
from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.neutrality.named import Person
from secretariat.duties.guidance.settings import Settings
from secretariat.facts.guide_paragraphs import PARAGRAPHS, GuideParagraph, ParagraphConcern, ParagraphsWrong
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.context import Context
from secretariat.flow.who_stands import who_stands
from secretariat.sources.guide_paragraphs import LARGEST, ParagraphsUnreadable, read_paragraphs

JUDGED = 1_000
"""So many paragraphs, the most that a file has, are judged anew only where their words or who stands changed."""


def with_paragraphs(context: Context, connection: Connection, snapshot: Snapshot) -> Snapshot:
    """Add the paragraphs to the facts, and what is not neutral in each; of a file that cannot be used, why, so that a duty can say it."""
    settings: Settings | None = context.config.settings.get("guidance")
    if settings is None or not settings.paragraphs:
        return snapshot
    found = _stated(settings.paragraphs, connection)
    return replace(snapshot, by_kind={**snapshot.by_kind, **found})


def _stated(path: str, connection: Connection) -> dict[str, tuple[AnyStated, ...]]:
    try:
        paragraphs = read_paragraphs(_text(Path(path)))
    except ParagraphsUnreadable as error:
        wrong = ParagraphsWrong(path=path, why=str(error))
        return {ParagraphsWrong.KIND: (_of_file(path, "file", 1, wrong),)}
    people = who_stands(connection) if paragraphs else ()
    placed = tuple(enumerate(paragraphs, start=1))
    return {
        GuideParagraph.KIND: tuple(_of_file(path, one.id, place, one) for place, one in placed),
        ParagraphConcern.KIND: tuple(
            _of_file(path, f"{one.id}/{number}", place, found)
            for place, one in placed
            for number, found in enumerate(_concerns(one, people), start=1)
        ),
    }


@lru_cache(maxsize=JUDGED)
def _concerns(paragraph: GuideParagraph, people: tuple[Person, ...]) -> tuple[ParagraphConcern, ...]:
    """Find what is not neutral in a paragraph as a page has it: in its text, in the line that says where it is from, and in its reason."""
    said = (("\n\n".join(paragraph.parts), False), (paragraph.source, False), (paragraph.despite, True))
    found = (
        ParagraphConcern(
            id=paragraph.id,
            code=one.code,
            says=one.says,
            words=one.words or text[one.start : one.end],
            in_reason=in_reason,
        )
        for words, in_reason in said
        for text in _as_read(words)
        for one in concerns(_said(text), people)
    )
    return tuple(dict.fromkeys(found))


def _as_read(words: str) -> tuple[str, ...]:
    """Give words as the gate is to read them: as they are, and with no sign that Markdown would take words away with, as pages show them all."""
    shown = _HYPHENED.sub(lambda found: found[0].replace("-", " "), _HIDING.sub(" ", words))
    return (words,) if shown == words else (words, shown)


_HIDING = re.compile(r"<!--|-->|[`~<>\[\]()\\]")
_HYPHENED = re.compile(r"\w+(?:-\w+){2,}")


def _said(text: str) -> Wanted:
    """Give words for a page as the gate takes them."""
    return Wanted(
        part="paragraph",
        kind="message",
        channel="file",
        destination=Destination(),
        template="",
        template_digest="",
        text=text,
    )


def _of_file(path: str, key: str, place: int, fact: GuideParagraph | ParagraphConcern | ParagraphsWrong) -> AnyStated:
    return Stated(kind=fact.KIND, key=key, file=path, format=PARAGRAPHS, line=place, fact=fact)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise ParagraphsUnreadable(f"it cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if len(content) > LARGEST:
        raise ParagraphsUnreadable(f"it is larger than {LARGEST:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ParagraphsUnreadable(f"it is not UTF-8 text (byte {error.start:,}); save it as UTF-8") from error
