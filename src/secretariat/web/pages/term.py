"""The term: mandate and clock, threads, reports, summaries, and incidents, of which a person says whether they are reported."""

from typing import Any

from litestar import Request, Response, get, post

from secretariat.errors import SecretariatError
from secretariat.flow.decide import incidents as decide
from secretariat.flow.open_term import open_term
from secretariat.web.forms import Fields, reading, sending, text
from secretariat.web.site import Here


@get("/term", sync_to_thread=True)
def term(site: Here, request: Request[Any, Any, Any]) -> Response[Any]:
    """Show the term of the council in office."""
    visit = reading(site, request)
    try:
        found, why = open_term(visit.context), ""
    except SecretariatError as error:
        found, why = None, str(error)
    return visit.page("term", found=found, why=why)


@post("/term/incidents", sync_to_thread=True)
def incident(site: Here, request: Request[Any, Any, Any], data: Fields) -> Response[Any]:
    """Say whether an incident enters the report on its term, or is left out with a reason."""
    visit = sending(site, request, data, "note")
    name, why = text(data, "name"), text(data, "why")
    if text(data, "how") == "enter":
        return visit.back("/term", decide.enter(visit.context, name, why=why))
    return visit.back("/term", decide.leave_out(visit.context, name, why=why))
