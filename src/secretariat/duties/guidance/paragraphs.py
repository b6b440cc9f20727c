"""The office's paragraphs: which stand on a page and with which banner, and which are to be renewed (row B4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.findings import Evidence, Finding
from secretariat.desk.quoting import plain_line
from secretariat.duties.guidance.view import View
from secretariat.facts.guide_paragraphs import GuideParagraph, Judged, ParagraphsWrong, judged
from secretariat.facts.now import Now
from secretariat.facts.records import CHAIN
from secretariat.facts.snapshot import Snapshot

SHOWN = ("current", "stale", "not known")
"""States in which a paragraph stands on pages; all but the first with a banner. What is outdated or to come is left out."""

GENERAL = "proposals"
"""The subject of paragraphs that stand on the list of guides."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A paragraph as a page has it: its parts, a banner that says why it may not hold any more, and until when and whence."""

    parts: tuple[str, ...]
    banner: str
    about: str


def notes_on(subject: str, snapshot: Snapshot, now: Now) -> tuple[Note, ...]:
    """Give the paragraphs about a subject that stand on a page now, in the order of the file."""
    found = (judged(one.fact, now, snapshot) for one in snapshot.of(GuideParagraph) if one.fact.subject == subject)
    return tuple(_note(one) for one in found if one.state in SHOWN)


def _note(one: Judged) -> Note:
    paragraph = one.paragraph
    parts = tuple(" ".join(part.split()) for part in paragraph.text.replace("\r\n", "\n").split("\n\n") if part.strip())
    until = "" if paragraph.valid_until is None else f", until {paragraph.valid_until.words}"
    source = f" Source: {paragraph.source}." if paragraph.source else ""
    banner = "" if one.state == "current" else f"This may not hold any more. {one.why}"
    return Note(parts=parts, banner=banner, about=f"Valid since {paragraph.valid_since.words}{until}.{source}")


def renewals(view: View) -> Iterator[Finding]:
    """Want every paragraph renewed that is stale, outdated, or of which that is not known; and a file mended that cannot be used."""
    for wrong in view.snapshot.of(ParagraphsWrong):
        yield Finding(
            key="guidance/paragraphs/unreadable",
            title="The paragraphs of guidance cannot be used",
            why=f"{wrong.fact.path}, which [guidance] paragraphs names: {wrong.fact.why.rstrip('.')}. Until it is mended no page has any; "
            "docs/contracts/guide-paragraphs.md says what it holds.",
            level="alert",
        )
    for record in view.snapshot.of(GuideParagraph):
        found = judged(record.fact, view.now, view.snapshot)
        if (renewal := _RENEWAL.get(found.state)) is None:
            continue
        ending, what = renewal
        occasion = f"spec-{view.runtime.spec_version}" if found.state == "stale" else ending
        yield Finding(
            key=f"guidance/paragraph/{record.fact.id}-{occasion}",
            title=f"Renew the paragraph {record.fact.id}, about {plain_line(record.fact.subject)}",
            why=f"{found.why} {what}",
            evidence=(Evidence(says="the paragraph", source=record.source),),
            needs=(CHAIN,),
        )


_RENEWAL = {
    "stale": ("", "It stands with a banner. Mend its words, and set its spec_version to the one in force."),
    "outdated": ("outdated", "It is left out of every page. Renew it, or take it out of the file."),
    "not known": (
        "not-known",
        "It stands with a banner. Look whether it holds, and set its spec_version to the one in force.",
    ),
}
"""By state: the end of the key, and what is to be done."""
