"""The office: who holds it, what is approved ahead, and who works at this desk."""

from collections.abc import Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from secretariat.errors import SecretariatError
from secretariat.flow.ask_office import whole_office
from secretariat.flow.decide import mandates, standing
from secretariat.web.auth import signed_out
from secretariat.web.forms import Fields, Visit, number, number_if_any, reading, sending, text
from secretariat.web.site import Here, page
from secretariat.web.words import on_pages

TYPED = ("secretary", "deputy", "proposal", "first", "last", "why")
"""The fields of a mandate, kept in the form when it cannot be taken."""


@get("/office", sync_to_thread=True)
def office(site: Here, request: Request[Any, Any, Any]) -> Response[Any]:
    """Show the mandate, the yeses given ahead, and the people with their roles."""
    return _shown(reading(site, request))


@post("/mandates", sync_to_thread=True)
def record(site: Here, request: Request[Any, Any, Any], data: Fields) -> Response[Any]:
    """Take down who holds the office from block to block. What cannot be taken stays in the form."""
    visit = sending(site, request, data, "record mandate")
    try:
        said = mandates.record(
            visit.context,
            secretary=number(data, "secretary", "The secretary's member id"),
            deputy=number_if_any(data, "deputy", "The deputy's member id"),
            proposal=number_if_any(data, "proposal", "The proposal"),
            first=number(data, "first", "The first block"),
            last=number(data, "last", "The last block"),
            why=text(data, "why"),
        )
    except SecretariatError as error:
        return _shown(visit, status=400, refusal=on_pages(str(error)), typed=data)
    return visit.back("/office", said)


@post("/mandates/{name:str}/confirm", sync_to_thread=True)
def confirm(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Take the council's word that a mandate is so. It ends every session, that of who sent it too: the answer is the page itself."""
    visit = sending(site, request, data, "confirm mandate")
    try:
        found = mandates.confirm(visit.context, name, why=text(data, "why"))
    except SecretariatError as error:
        return _shown(visit, status=400, refusal=on_pages(str(error)))
    return signed_out(site, page(site, "confirmed", None, confirmed=found))


@post("/standing/{name:str}/revoke", sync_to_thread=True)
def revoke(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Take a yes given ahead back at once, with the reason."""
    visit = sending(site, request, data, "revoke standing")
    try:
        said = standing.revoke(visit.context, name, why=text(data, "why"))
    except SecretariatError as error:
        return _shown(visit, status=400, refusal=on_pages(str(error)))
    return visit.back("/office", said)


def _shown(
    visit: Visit, *, status: int = 200, refusal: str = "", typed: Mapping[str, str] | None = None
) -> Response[Any]:
    kept = {name: (typed or {}).get(name, "") for name in TYPED}
    return visit.page("office", status=status, office=whole_office(visit.context), refusal=refusal, typed=kept)
