"""Drafts: the words that wait, one text beside its rendering, and a person's yes, no and other words."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from secretariat.desk.messages import titled
from secretariat.desk.parts import BOUNDS, parts_of
from secretariat.desk.shown import ShownDraft
from secretariat.desk.shown_item import ShownItem
from secretariat.desk.splitting import CannotSplit
from secretariat.errors import SecretariatError
from secretariat.flow import ask_desk
from secretariat.flow.ask_words import weigh
from secretariat.flow.decide import drafts as decide
from secretariat.flow.decide import standing
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.web.forms import Fields, Visit, number, reading, sending, text
from secretariat.web.site import Here
from secretariat.web.words import on_pages


@get("/drafts", sync_to_thread=True)
def drafts(site: Here, request: Request[Any, Any, Any], all: FromQuery[bool] = False) -> Response[Any]:
    """List the newest text of each draft about which something is to be done, or of every draft."""
    visit = reading(site, request)
    found = ask_desk.drafts(visit.context, everything=all)
    return visit.page("drafts", now=found.now, drafts=found.drafts, everything=all)


@get("/drafts/{name:str}", sync_to_thread=True)
def draft(site: Here, request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any]:
    """Show one text of a draft."""
    visit = reading(site, request)
    return _shown(visit, name)


@post("/drafts/{name:str}/approve", sync_to_thread=True)
def approve(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Take a yes to exactly the text that the person saw: by its name and the digest of its act."""
    signature = text(data, "signature").strip()
    visit = sending(site, request, data, "approve second" if "signature" in data else "approve")
    _must_be_seen(visit, name, data)
    if "signature" in data and not signature:
        raise DecisionRefused("The second yes is a signature: sign with your wallet, or paste the signature.")
    return _to(visit, name, decide.approve(visit.context, name, signature=signature, despite=text(data, "despite")))


@post("/drafts/{name:str}/reject", sync_to_thread=True)
def reject(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Take a no, with its reason."""
    visit = sending(site, request, data, "reject")
    _must_be_seen(visit, name, data)
    return _to(visit, name, decide.reject(visit.context, name, why=text(data, "why")))


@post("/drafts/{name:str}/reword", sync_to_thread=True)
def reword(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Take a person's words in the place of a draft's. What cannot be taken stays in the form."""
    visit = sending(site, request, data, "reword")
    title, words = text(data, "title"), text(data, "words")
    try:
        said = decide.reword(visit.context, name, words, title=title if "title" in data else None)
    except SecretariatError as error:
        return _shown(visit, name, status=400, refusal=on_pages(str(error)), typed={"title": title, "words": words})
    return _to_newest(visit, name, said)


@post("/drafts/{name:str}/newer", sync_to_thread=True)
def newer(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Take the words that the finding wants now in the place of a person's."""
    visit = sending(site, request, data, "reword")
    return _to_newest(visit, name, decide.take_newer(visit.context, name))


@post("/drafts/{name:str}/ahead", sync_to_thread=True)
def ahead(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Take a yes given ahead to words like a draft's. What cannot be taken stays in the form."""
    visit = sending(site, request, data, "grant standing")
    _must_be_seen(visit, name, data)
    try:
        until = number(data, "until", "The last block")
        said = standing.grant(visit.context, name, until=until, why=text(data, "ahead_why"))
    except SecretariatError as error:
        kept = {one: text(data, one) for one in ("until", "ahead_why")}
        return _shown(visit, name, status=400, refusal=on_pages(str(error)), typed=kept)
    return _to(visit, name, said)


def _shown(
    visit: Visit, name: str, *, status: int = 200, refusal: str = "", typed: dict[str, str] | None = None
) -> Response[Any]:
    found = ask_desk.item(visit.context, _of_draft(name))
    shown = found.draft
    if shown is None:
        raise _unknown(name)
    item = ask_desk.item(visit.context, shown.item).item if shown.item else None
    if visit.site.tour and item is not None and item.receipt:
        visit.site.tour.see("receipt", visit.visitor.person.name)
    return visit.page(
        "draft",
        status=status,
        now=found.now,
        draft=shown,
        weighed=weigh(visit.context, shown.draft),
        revisions=found.revisions,
        history=found.history,
        item=item,
        moves=item is not None and _moves(item),
        task=ask_desk.item(visit.context, shown.task).task,
        as_sent=_as_sent(shown),
        messages=_messages(shown),
        refusal=refusal,
        typed={
            "title": shown.marked_title,
            "words": shown.marked_text,
            "until": "",
            "ahead_why": "",
            **(typed or {}),
        },
        rewords=bool(typed and "words" in typed),
    )


def _as_sent(shown: ShownDraft) -> str:
    """Give the words as their channel gets them: a chat has the title above them."""
    return titled(shown.title if shown.channel in BOUNDS else "", shown.text)


def _messages(shown: ShownDraft) -> int:
    """Count the messages that the words go out as; 0 where they are too long."""
    try:
        return len(parts_of(shown.channel, _as_sent(shown), shown.mentions, shown.draft))
    except CannotSplit:
        return 0


def _moves(item: ShownItem) -> bool:
    """Tell whether an item goes on by itself: it is sent as soon as may be, or looked for in blocks."""
    return item.state in ("queued", "claimed") or (item.state == "signing" and item.extrinsic is not None)


def _of_draft(name: str) -> str:
    """Refuse the name of something else. Raises DraftUnknown."""
    from secretariat.desk.drafts import named

    named(name)
    return name


def _unknown(name: str) -> SecretariatError:
    from secretariat.desk.drafts import DraftUnknown

    return DraftUnknown(f"There is no draft {name}.")


def _must_be_seen(visit: Visit, name: str, fields: dict[str, str]) -> None:
    """Make sure that the text is still the one the person looked at. Raises DecisionRefused."""
    shown = ask_desk.item(visit.context, _of_draft(name)).draft
    if shown is None or shown.draft != name or shown.digest != fields.get("digest"):
        raise DecisionRefused(
            f"The text of {name} is not the one that your page showed. Load the page again and read it. Nothing was changed."
        )


def _to(visit: Visit, name: str, said: str) -> Response[Any]:
    return visit.back(f"/drafts/{name}", said)


def _to_newest(visit: Visit, name: str, said: str) -> Response[Any]:
    newest = ask_desk.item(visit.context, name.split(".", 1)[0]).draft
    return _to(visit, newest.draft if newest else name, said)
