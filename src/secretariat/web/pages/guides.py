"""Guides: what a proposal of each type does, needs, costs and risks, by the constants of the runtime in force."""

from typing import Any

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from secretariat.errors import SecretariatError
from secretariat.flow.guides import guides as shown_guides
from secretariat.web.forms import reading
from secretariat.web.site import Here
from secretariat.web.words import on_pages


@get("/guides", sync_to_thread=True)
def guides(site: Here, request: Request[Any, Any, Any]) -> Response[Any]:
    """List every type of proposal, with what it needs."""
    visit = reading(site, request)
    try:
        found, why = shown_guides(visit.context), ""
    except SecretariatError as error:
        found, why = None, on_pages(str(error))
    return visit.page("guides", found=found, why=why)


@get("/guides/{name:str}", sync_to_thread=True)
def guide(site: Here, request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any]:
    """Show the guide of one type. Raises NotFoundException for a word that is no type."""
    visit = reading(site, request)
    found = shown_guides(visit.context)
    one = found.named(name)
    if one is None:
        raise NotFoundException
    return visit.page("guide", found=found, one=one)
