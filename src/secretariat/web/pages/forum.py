"""The forum: questions without an answer, dormant pre-proposals, threads that may fit another category."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from secretariat.errors import SecretariatError
from secretariat.flow.decide import questions as decide
from secretariat.flow.open_forum import open_forum
from secretariat.web.forms import Fields, reading, sending, text
from secretariat.web.site import Here
from secretariat.web.words import on_pages


@get("/forum", sync_to_thread=True)
def forum(site: Here, request: Request[Any, Any, Any]) -> Response[Any]:
    """List what of the forum waits for somebody, first what has waited longest."""
    visit = reading(site, request)
    try:
        found, why = open_forum(visit.context), ""
    except SecretariatError as error:
        found, why = None, on_pages(str(error))
    return visit.page("forum", found=found, why=why)


@post("/forum/{name:str}/dismiss", sync_to_thread=True)
def dismiss(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Say that a question needs no answer, with a reason."""
    visit = sending(site, request, data, "note")
    return visit.back("/forum", decide.dismiss(visit.context, name, why=text(data, "why")))


@post("/forum/{name:str}/reopen", sync_to_thread=True)
def reopen(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Say that a dismissed question waits for an answer after all."""
    visit = sending(site, request, data, "note")
    return visit.back("/forum", decide.reopen(visit.context, name))
