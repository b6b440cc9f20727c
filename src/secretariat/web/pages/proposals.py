"""Proposals: what is being voted on and until when, what can still come, who has not voted, and what waits."""

from typing import Any

from litestar import Request, Response, get

from secretariat.errors import SecretariatError
from secretariat.flow.open_votes import open_proposals
from secretariat.web.forms import reading
from secretariat.web.site import Here
from secretariat.web.words import on_pages


@get("/proposals", sync_to_thread=True)
def proposals(site: Here, request: Request[Any, Any, Any]) -> Response[Any]:
    """List the proposals in the chain's storage, first whose vote ends first."""
    visit = reading(site, request)
    try:
        found, why = open_proposals(visit.context), ""
    except SecretariatError as error:
        found, why = None, on_pages(str(error))
    return visit.page("proposals", found=found, why=why)
