"""The office's paragraphs: which stand on a page and with which banner (row B4), and which are to be renewed or said in other words (row B12)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.findings import Evidence, Finding
from secretariat.desk.quoting import plain_line
from secretariat.duties.guidance.view import View
from secretariat.facts.guide_paragraphs import GuideParagraph, Judged, ParagraphConcern, ParagraphsWrong, judged
from secretariat.facts.now import Now
from secretariat.facts.records import CHAIN
from secretariat.facts.snapshot import Snapshot

SHOWN = ("current", "stale", "not known")
"""States in which a paragraph stands on pages; all but the first with a banner. What is outdated or to come is left out."""

MOST_TOLD = 5
"""So many concerns about one paragraph are told in its task."""

GENERAL = "proposals"
"""The subject of paragraphs that stand on the list of guides."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A paragraph as a page has it: its parts, a banner that says why it may not hold any more, and until when and whence.

    ``despite`` says why it stands although there are concerns about its neutrality; empty where there are none.
    """

    parts: tuple[str, ...]
    banner: str
    about: str
    despite: str = ""


def notes_on(subject: str, snapshot: Snapshot, now: Now) -> tuple[Note, ...]:
    """Give the paragraphs about a subject that stand on a page now, in the order of the file.

    One that is not neutral stands on none without a reason that everybody can read.
    """
    concerned = _concerned(snapshot)
    found = (judged(one.fact, now, snapshot) for one in snapshot.of(GuideParagraph) if one.fact.subject == subject)
    return tuple(
        _note(one, concerned.get(one.paragraph.id, ()))
        for one in found
        if one.state in SHOWN and not _held_back(one.paragraph, concerned)
    )


def _concerned(snapshot: Snapshot) -> Mapping[str, tuple[ParagraphConcern, ...]]:
    """Give what is not neutral in each paragraph in which something is, by its id."""
    found: dict[str, tuple[ParagraphConcern, ...]] = {}
    for record in snapshot.of(ParagraphConcern):
        found[record.fact.id] = (*found.get(record.fact.id, ()), record.fact)
    return found


def _held_back(paragraph: GuideParagraph, concerned: Mapping[str, tuple[ParagraphConcern, ...]]) -> bool:
    """Tell whether a paragraph stands on no page because it is not neutral, and nobody said why it should, in neutral words."""
    found = concerned.get(paragraph.id, ())
    return any(not one.in_reason for one in found) and (not paragraph.despite or any(one.in_reason for one in found))


def _note(one: Judged, concerns: Sequence[ParagraphConcern]) -> Note:
    paragraph = one.paragraph
    until = "" if paragraph.valid_until is None else f", until {paragraph.valid_until.words}"
    source = f" Source: {paragraph.source}." if paragraph.source else ""
    banner = "" if one.state == "current" else f"This may not hold any more. {one.why}"
    codes = ", ".join(dict.fromkeys(each.code for each in concerns if not each.in_reason))
    despite = f"The check for neutral words has concerns about this ({codes}). Why it stands here: {paragraph.despite}"
    return Note(
        parts=paragraph.parts,
        banner=banner,
        about=f"Valid since {paragraph.valid_since.words}{until}.{source}",
        despite=despite if codes else "",
    )


def renewals(view: View) -> Iterator[Finding]:
    """Want every paragraph renewed that is stale, outdated, or of which that is not known; and a file mended that cannot be used.

    One that is held back for its words stands with no banner: what is to be done about it is ``not_neutral``.
    """
    concerned = _concerned(view.snapshot)
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
        renewal = _RENEWAL.get(found.state)
        if renewal is None or (found.state in SHOWN and _held_back(record.fact, concerned)):
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


def not_neutral(view: View) -> Iterator[Finding]:
    """Want the words of every paragraph mended that are not neutral, or a reason of a person's why they stand all the same."""
    concerned = _concerned(view.snapshot)
    for record in view.snapshot.of(GuideParagraph):
        if not _held_back(record.fact, concerned):
            continue
        found = concerned[record.fact.id]
        told = " ".join(_told(one) for one in found[:MOST_TOLD])
        more = f" And {len(found) - MOST_TOLD} more." if len(found) > MOST_TOLD else ""
        yield Finding(
            key=f"guidance/paragraph/{record.fact.id}-not-neutral",
            title=f"Say the paragraph {record.fact.id}, about {plain_line(record.fact.subject)}, in neutral words",
            why=f"{told}{more} It is left out of every page. Say it in other words, or, where it is neutral all the same, add "
            '"despite": "the reason" to it in the file: everybody can read the reason beside it, so it is in neutral words too.',
            evidence=(Evidence(says="the paragraph", source=record.source),),
        )


def _told(one: ParagraphConcern) -> str:
    return f"{'In the reason, ' if one.in_reason else ''}“{plain_line(one.words)}”: {one.says}"


_RENEWAL = {
    "stale": ("", "It stands with a banner. Mend its words, and set its spec_version to the one in force."),
    "outdated": ("outdated", "It is left out of every page. Renew it, or take it out of the file."),
    "not known": (
        "not-known",
        "It stands with a banner. Look whether it holds, and set its spec_version to the one in force.",
    ),
}
"""By state: the end of the key, and what is to be done."""
