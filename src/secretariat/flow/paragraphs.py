"""The office's paragraphs of guidance, read from the file that ``[guidance] paragraphs`` names, laid beside the facts of the store."""

from dataclasses import replace
from pathlib import Path

from secretariat.duties.guidance.settings import Settings
from secretariat.facts.guide_paragraphs import PARAGRAPHS, GuideParagraph, ParagraphsWrong
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.context import Context
from secretariat.sources.guide_paragraphs import LARGEST, ParagraphsUnreadable, read_paragraphs


def with_paragraphs(context: Context, snapshot: Snapshot) -> Snapshot:
    """Add the paragraphs to the facts; of a file that cannot be used, why, so that a duty can say it."""
    settings: Settings | None = context.config.settings.get("guidance")
    if settings is None or not settings.paragraphs:
        return snapshot
    found = _stated(settings.paragraphs)
    return replace(snapshot, by_kind={**snapshot.by_kind, **found})


def _stated(path: str) -> dict[str, tuple[AnyStated, ...]]:
    try:
        paragraphs = read_paragraphs(_text(Path(path)))
    except ParagraphsUnreadable as error:
        wrong = ParagraphsWrong(path=path, why=str(error))
        return {ParagraphsWrong.KIND: (_of_file(path, "file", 1, wrong),)}
    return {
        GuideParagraph.KIND: tuple(_of_file(path, one.id, place, one) for place, one in enumerate(paragraphs, start=1))
    }


def _of_file(path: str, key: str, place: int, fact: GuideParagraph | ParagraphsWrong) -> AnyStated:
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
