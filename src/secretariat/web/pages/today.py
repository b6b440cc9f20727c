"""Today: what needs a person, what is due first of it first, what waits for a word, what is wrong, how fresh the facts are, and where the term stands."""

from dataclasses import dataclass
from typing import Any

from litestar import Request, Response, get

from secretariat.desk.office import member_words
from secretariat.desk.people import Person
from secretariat.desk.shown import ShownDraft
from secretariat.desk.times import band_words
from secretariat.errors import SecretariatError
from secretariat.facts.deadlines import ACTED_ON, TITLES, Deadline
from secretariat.facts.election_ways import MEANINGS
from secretariat.facts.mandates import mandate_at
from secretariat.facts.moments import moment_of_milliseconds
from secretariat.flow import ask_desk
from secretariat.flow.context import Context
from secretariat.flow.deadlines import deadlines_now
from secretariat.flow.status import status_now
from secretariat.web.forms import reading
from secretariat.web.site import Here
from secretariat.web.words import on_pages

UNANSWERED = ("open", "approved")
"""States of drafts that wait for a yes."""

MOST_DEADLINES = 6
"""So many deadlines to come are listed on the first screen."""

STUCK = ("unconfirmed", "failed")
"""States of drafts that only a person gets out of."""


@get("/", sync_to_thread=True)
def today(site: Here, request: Request[Any, Any, Any]) -> Response[Any]:
    """Show the first screen."""
    visit = reading(site, request)
    context = visit.context
    listed, drafted, office = ask_desk.tasks(context), ask_desk.drafts(context), ask_desk.office(context)
    tasks = [one for one in listed.tasks if one.level == "task"]
    stage, why_no_stage = _stage(context)
    return visit.page(
        "today",
        now=listed.now,
        needing=[one for one in tasks if one.needs_person],
        running=[one for one in tasks if not one.needs_person],
        alerts=sorted((one for one in listed.tasks if one.level == "alert"), key=lambda one: not one.needs_person),
        to_read=_waiting_for(visit.visitor.person, drafted.drafts),
        to_sign=[one for one in drafted.drafts if one.state == "signing" and not one.lacks],
        stuck=[one for one in drafted.drafts if one.state in STUCK],
        on_the_way=[one for one in drafted.drafts if one.state in ("queued", "sending") and not one.lacks],
        acting=office.acting,
        mandate=_mandate(office),
        unlike=office.unlike,
        stage=stage,
        why_no_stage=why_no_stage,
        facts=status_now(context),
        steps=site.tour.steps(context, visit.visitor.person) if site.tour else (),
    )


def _waiting_for(person: Person, drafts: tuple[ShownDraft, ...]) -> list[ShownDraft]:
    """List the drafts that wait for a yes; last those that this person has said yes to and that need another's."""
    waiting = [one for one in drafts if one.state in UNANSWERED or one.lacks]
    return sorted(waiting, key=lambda one: person.name in one.approved_by)


def _mandate(office: ask_desk.Office) -> str:
    """Say under which mandate the desk acts."""
    held = mandate_at(office.mandates, office.now.block)
    if held is not None:
        record = held.record
        proposal = f", elected by proposal {record.proposal}" if record.proposal is not None else ""
        secretary = member_words(record.secretary, office.names)
        deputy = "" if record.deputy is None else f", {member_words(record.deputy, office.names)} deputy"
        return f"{secretary[0].upper()}{secretary[1:]} is secretary{deputy}, from block {record.first:,} to {record.last:,}{proposal}."
    waiting = [one.name for one in office.mandates if not one.confirmed]
    if waiting:
        return (
            f"No confirmed mandate covers this block; {', '.join(waiting)} waits for a council member's confirmation."
        )
    return "No confirmed mandate covers this block."


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """One deadline to come, in words: what, when (UTC) with half the band, the last block that counts, and a note on it."""

    what: str
    at: str
    band: str
    last_block: int
    acted_on: bool
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """The council's stage in words, and the deadlines to come, next first."""

    name: str
    cycle: int | None
    candidates: str
    coming: tuple[Coming, ...]
    notes: tuple[str, ...]


def _stage(context: Context) -> tuple[Stage | None, str]:
    """Give the stage and its deadlines, or why they are not known."""
    try:
        found = deadlines_now(context)[1]
    except SecretariatError as error:
        return None, on_pages(str(error))
    candidates = "" if found.candidates is None else f"{found.candidates} of at least {found.candidates_needed}"
    upcoming = sorted((one for one in found.deadlines if one.open), key=lambda one: (one.at, one.name))
    stage = Stage(
        name=found.span.stage,
        cycle=found.cycle,
        candidates=candidates,
        coming=tuple(_coming(one) for one in upcoming[:MOST_DEADLINES]),
        notes=found.notes,
    )
    return stage, ""


def _when_at_all(deadline: Deadline) -> str:
    """Say when a deadline holds at all; nothing for one that always does."""
    return "" if deadline.branch == "always" else MEANINGS[deadline.branch]


def _coming(deadline: Deadline) -> Coming:
    width = max(deadline.latest - deadline.at, deadline.at - deadline.earliest)
    return Coming(
        what=TITLES[deadline.name].format(proposal=deadline.proposal),
        at=moment_of_milliseconds(deadline.at),
        band=band_words(width),
        last_block=deadline.last_usable_block,
        acted_on=deadline.name in ACTED_ON,
        note="; ".join(each.rstrip(".") for each in (_when_at_all(deadline), deadline.note or "") if each),
    )
