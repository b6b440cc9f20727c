"""Write: a person's own words and notes, which become findings like all others."""

import re
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from secretariat.errors import SecretariatError
from secretariat.flow.context import Context
from secretariat.flow.decide import own
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.web.forms import Fields, Visit, number_if_any, reading, sending, text
from secretariat.web.site import Here
from secretariat.web.words import on_pages

TASK = re.compile(r"t[0-9]{1,9}")


@get("/write", sync_to_thread=True)
def write_page(site: Here, request: Request[Any, Any, Any]) -> Response[Any]:
    """Show the forms for words and for a note."""
    return _shown(reading(site, request, "write"))


@post("/words", sync_to_thread=True)
def write(site: Here, request: Request[Any, Any, Any], data: Fields) -> Response[Any]:
    """Take words for a channel. What cannot be taken stays in the form."""
    visit = sending(site, request, data, "write")
    reply = text(data, "reply_to").strip()
    try:
        said = own.write(
            visit.context,
            text(data, "words"),
            channel=text(data, "channel").strip(),
            title=text(data, "title"),
            reply_to=_post(reply),
            why=text(data, "why"),
        )
    except SecretariatError as error:
        return _shown(visit, status=400, refusal=on_pages(str(error)), typed=data)
    return visit.back("/write", said)


@post("/notes", sync_to_thread=True)
def note(site: Here, request: Request[Any, Any, Any], data: Fields) -> Response[Any]:
    """Take a note: something promised, heard or asked."""
    visit = sending(site, request, data, "note")
    try:
        said = own.add_note(
            visit.context,
            text(data, "note"),
            due=text(data, "due").strip() or None,
            each_term=number_if_any(data, "each_term", "The blocks into each term"),
            owner=text(data, "owner") or "secretary",
            audience=text(data, "audience") or "desk",
        )
    except SecretariatError as error:
        return _shown(visit, status=400, refusal=on_pages(str(error)), typed=data)
    return visit.back("/write", said)


@post("/notes/{name:str}/done", sync_to_thread=True)
def done(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Take that a note is done with, or own words back."""
    visit = sending(site, request, data, "note")
    said = own.done_with_note(visit.context, name, why=text(data, "why"))
    return visit.back(f"/tasks/{text(data, 'task')}" if TASK.fullmatch(text(data, "task")) else "/tasks", said)


def _shown(visit: Visit, *, status: int = 200, refusal: str = "", typed: dict[str, str] | None = None) -> Response[Any]:
    names = ("channel", "title", "words", "why", "reply_to", "note", "due", "each_term", "owner", "audience")
    kept = {name: (typed or {}).get(name, "") for name in names}
    return visit.page("write", status=status, refusal=refusal, typed=kept, places=_places(visit.context))


def _post(typed: str) -> int | None:
    """Read the number of the post that is answered. Raises DecisionRefused for what is no number."""
    if not typed:
        return None
    if not re.fullmatch(r"[0-9]{1,20}", typed):
        raise DecisionRefused(f"{typed!r} is no number of a post. Nothing was changed.")
    return int(typed)


def _places(context: Context) -> list[str]:
    """List the places that words may go to by their configured names."""
    settings = context.config.settings
    return [
        f"{channel}/{place}"
        for channel in ("discord", "telegram", "email")
        for place in sorted(getattr(settings.get(channel), "channels", {}))
    ]
