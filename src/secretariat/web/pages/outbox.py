"""The outbox: one approved act on its way, its receipt, and a person's word on what is unconfirmed."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath

from secretariat.flow import ask_desk
from secretariat.flow.decide import findings as decide
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.web.forms import Fields, reading, sending, text
from secretariat.web.site import Here


@get("/outbox/{name:str}", sync_to_thread=True)
def item(site: Here, request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any]:
    """Show one item."""
    visit = reading(site, request)
    found = ask_desk.item(visit.context, name if name.startswith("o") else f"o{name}")
    if site.tour and found.item and found.item.receipt:
        site.tour.see("receipt", visit.visitor.person.name)
    return visit.page("item", now=found.now, item=found.item, history=found.history)


@post("/outbox/{name:str}/settle", sync_to_thread=True)
def settle(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Say that an item arrived, or that it is to be sent again, with a reason."""
    visit = sending(site, request, data, "settle")
    how = text(data, "how")
    if how not in ("sent", "send-again"):
        raise DecisionRefused("Say whether it arrived or is to be sent again. Nothing was changed.")
    said = decide.settle(visit.context, name, sent=how == "sent", why=text(data, "why"))
    return visit.back(f"/outbox/{name}", said)
