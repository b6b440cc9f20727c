"""The guides as pages show them: every type of proposal with its sentences, and the runtime and block that they are of."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from secretariat.desk.rules import Unclear
from secretariat.desk.saying import joy
from secretariat.duties.guidance import DUTY
from secretariat.duties.guidance.guide import Guide, guides_of
from secretariat.duties.guidance.pages import Section, alike_words, page_of
from secretariat.duties.guidance.paragraphs import GENERAL, Note, notes_on
from secretariat.duties.guidance.settings import Settings
from secretariat.duties.guidance.usage import use_between
from secretariat.duties.guidance.view import View, view_of
from secretariat.facts.now import Now
from secretariat.flow.conclude import facts_of, silent_sources
from secretariat.flow.context import Context
from secretariat.flow.paragraphs import with_paragraphs
from secretariat.flow.review import desk_now
from secretariat.formats.site_guides import GuidePage, Guides, SiteNote
from secretariat.store.engine import reading


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownGuide:
    """One type in words. ``lead`` and ``sections`` are its page; the others stand in the list, empty where nobody can file one."""

    name: str
    words: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    can_be_filed: bool
    why_not: str
    stake: str
    approve: str
    voting: str
    councils: str
    filed: str
    source: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownGuides:
    """All types, in the chain's order. ``about`` says of which runtime, block and council they are; ``silent`` why that may be old.

    ``notes`` are the office's paragraphs on proposals of any type.
    """

    guides: tuple[ShownGuide, ...]
    about: str
    silent: str
    notes: tuple[Note, ...]

    def named(self, name: str) -> ShownGuide | None:
        """Give the guide of a type by the query node's word; None for a word that is none."""
        return next((one for one in self.guides if one.name == name), None)


def guides(context: Context) -> ShownGuides:
    """Give the guides by the facts that were read last. Raises Unclear where no constants are known."""
    with reading(context.engine) as connection:
        return guides_in(context, connection)


def guides_in(context: Context, connection: Connection) -> ShownGuides:
    """Give the guides as ``guides``, within a reading of the store that is open already."""
    now = desk_now(context, connection)
    silent = silent_sources(context, connection).get("chain", "")
    facts = with_paragraphs(context, connection, facts_of(connection, DUTY))
    view = view_of(facts, now, context.config.settings.get(DUTY.name, Settings()))
    return ShownGuides(
        guides=tuple(_shown(view, now)), about=_about(view), silent=silent, notes=notes_on(GENERAL, facts, now)
    )


def _about(view: View) -> str:
    council = "" if view.seats is None else f", for a council of {view.seats}"
    return f"By the constants of spec version {view.runtime.spec_version}, in force at block {view.head:,}{council}."


def _shown(view: View, now: Now) -> Iterator[ShownGuide]:
    use = use_between(view.snapshot, 0)
    for guide in guides_of(view.runtime, view.seats):
        page = page_of(guide, view.runtime, now.pace, use)
        yield ShownGuide(
            name=guide.type.name,
            words=guide.type.words,
            lead=page.lead,
            sections=page.sections,
            can_be_filed=guide.standing == "can be filed",
            why_not=guide.why_not,
            **_listed(guide),
            filed="" if use is None else f"{use.by_type[guide.type.name]:,} of {use.n:,}",
            source=guide.source,
            notes=notes_on(guide.type.name, view.snapshot, now),
        )


def _listed(guide: Guide) -> dict[str, str]:
    """Give the figures of a guide for a list; all empty where nobody can file such a proposal."""
    if guide.standing != "can be filed":
        return dict.fromkeys(("stake", "approve", "voting", "councils"), "")
    told, unknown = guide.parameters, "not known"
    return {
        "stake": unknown if told.required_stake is None else joy(told.required_stake),
        "approve": unknown
        if guide.approvals is None or guide.seats is None
        else alike_words(guide.approvals, guide.seats).rstrip(","),
        "voting": unknown if told.voting_period is None else f"{told.voting_period:,} blocks",
        "councils": unknown if told.constitutionality is None else str(told.constitutionality),
    }


HEADINGS = ("stake", "must approve", "voting period", "councils in a row", "filed so far")


def site_guides(context: Context) -> Guides | None:
    """Give the guides as the site has them; None where the constants of the runtime in force are not known."""
    try:
        found = guides(context)
    except Unclear:
        return None
    return Guides(
        pages=tuple(_site_page(one) for one in found.guides),
        headings=HEADINGS,
        about=found.about,
        notes=tuple(map(_site_note, found.notes)),
    )


def _site_page(one: ShownGuide) -> GuidePage:
    figures = (one.stake, one.approve, one.voting, one.councils)
    return GuidePage(
        name=one.name,
        title=one.words,
        lead=one.lead,
        sections=tuple((section.heading, section.lines) for section in one.sections),
        row=(*(figure or "–" for figure in figures), one.filed or "not known"),
        why_not=one.why_not,
        source=one.source,
        notes=tuple(map(_site_note, one.notes)),
    )


def _site_note(one: Note) -> SiteNote:
    return SiteNote(parts=one.parts, banner=one.banner, about=one.about, despite=one.despite)
