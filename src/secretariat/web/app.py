"""The application: every page, what stands before them, and the one place where expected errors become a page."""

import logging
import re
from typing import Any

from litestar import Litestar, MediaType, Request, Response, Router, get
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException, NotFoundException
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.types import ASGIApp

from secretariat.clients.substrate.signin import SignInRefused
from secretariat.desk.drafts import DraftUnknown
from secretariat.desk.roles import NotAllowed
from secretariat.errors import SecretariatError
from secretariat.flow.decide.findings import NotThere
from secretariat.flow.sessions import SignInFailed
from secretariat.web import auth
from secretariat.web.auth import SignInNeeded, visitor_of
from secretariat.web.guards import LONGEST_FORM, NotFromHere, with_head, with_headers
from secretariat.web.pages import (
    drafts,
    forum,
    guides,
    health,
    journal,
    office,
    outbox,
    proposals,
    signing,
    tasks,
    term,
    today,
    write,
)
from secretariat.web.site import STATIC, Site, page, static_file
from secretariat.web.words import on_pages

PAGES = (
    today.today,
    drafts.drafts,
    drafts.draft,
    drafts.approve,
    drafts.reject,
    drafts.reword,
    drafts.newer,
    drafts.ahead,
    signing.sign_page,
    signing.signed,
    signing.for_wallets,
    tasks.tasks,
    tasks.task,
    tasks.snooze,
    proposals.proposals,
    term.term,
    term.incident,
    forum.forum,
    forum.dismiss,
    forum.reopen,
    guides.guides,
    guides.guide,
    outbox.item,
    outbox.settle,
    office.office,
    office.record,
    office.confirm,
    office.revoke,
    journal.journal,
    journal.export,
    write.write_page,
    write.write,
    write.note,
    write.done,
)

_LOG = logging.getLogger(__name__)

_FORMS = re.compile(r"(/(?:drafts|tasks|outbox)/[a-z]\d{1,9}(?:\.\d{1,9})?)/[a-z]+")
_OF_OFFICE = re.compile(r"/mandates|/(?:mandates|standing)/[^/]+/[a-z]+")

SIGN_INS_A_MINUTE = 20
"""So many tries to sign in are taken from one address in a minute."""

LIMIT_SECONDS = 60
"""After so many seconds at most more tries are taken."""


@get("/static/{name:str}", sync_to_thread=False)
def static(name: FromPath[str]) -> Response[bytes]:
    """Give a file that pages load."""
    try:
        content = static_file(name)
    except KeyError as error:
        raise NotFoundException from error
    return Response(content=content, media_type=STATIC[name], headers={"cache-control": "max-age=300"})


def make_app(site: Site) -> ASGIApp:
    """Make the application of a site."""
    limit = RateLimitConfig(rate_limit=("minute", SIGN_INS_A_MINUTE))
    limited = Router(
        path="/sign-in",
        route_handlers=[auth.ask_wallet, auth.by_wallet, auth.link_page, auth.by_link],
        middleware=[limit.middleware],
    )
    app = Litestar(
        route_handlers=[limited, auth.sign_in_page, auth.sign_out, health.healthz, static, *PAGES],
        dependencies={"site": Provide(lambda: site, sync_to_thread=False, use_cache=True)},
        allowed_hosts=AllowedHostsConfig(allowed_hosts=[site.host]),  # else a name that points here could read pages
        exception_handlers={SecretariatError: _expected(site), HTTPException: _refused(site), Exception: _defect(site)},
        request_max_body_size=LONGEST_FORM,
        openapi_config=None,
        logging_config=None,
    )
    return with_head(with_headers(app, site))


def _expected(site: Site) -> Any:
    """Make what answers an expected error: a sentence that says what to do, with the status that fits it."""

    def answer(request: Request[Any, Any, Any], error: SecretariatError) -> Response[Any]:
        if isinstance(error, SignInNeeded) and request.method == "GET":
            return Redirect("/sign-in")
        return _told(site, request, on_pages(str(error)), _status(error, request.method))

    return answer


def _status(error: SecretariatError, method: str) -> int:
    """Give the status that fits an error; a text that is not the newest is only not there for who reads."""
    if isinstance(error, NotThere) or (isinstance(error, DraftUnknown) and method == "GET"):
        return 404
    if isinstance(error, SignInNeeded | SignInFailed | SignInRefused):
        return 401
    return 403 if isinstance(error, NotAllowed | NotFromHere) else 400


def _refused(site: Site) -> Any:
    """Make what answers a request that no page takes."""

    def answer(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
        words = {
            404: "There is no such page.",
            405: "This address takes no such request.",
            413: f"That is too much text for one form, which takes 100,000 characters of any script: {LONGEST_FORM:,} bytes as they are sent.",
            429: "Too many tries. Wait a minute.",
        }
        told = _told(site, request, words.get(error.status_code, "This request cannot be taken."), error.status_code)
        if error.status_code == 429:
            told.headers["retry-after"] = str(LIMIT_SECONDS)
        return told

    return answer


def _defect(site: Site) -> Any:
    """Make what answers a defect of the program: its traceback is kept where the desk is served, and nothing of it is shown."""

    def answer(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
        _LOG.error("A defect, at %s", request.url.path, exc_info=error)
        return _told(site, request, "The desk has a defect. What happened stands where it is served.", 500)

    return answer


def _told(site: Site, request: Request[Any, Any, Any], words: str, status: int) -> Response[Any]:
    if request.headers.get("accept", "").startswith("application/json"):
        return Response(content={"error": words}, status_code=status, media_type=MediaType.JSON)
    return page(site, "error", visitor_of(site, request), status=status, words=words, back=_page_of(request.url.path))


def _page_of(path: str) -> str:
    """Give the page whose form was sent to a path: ``/drafts/d3.1`` for ``/drafts/d3.1/approve``; empty where there is none."""
    if _OF_OFFICE.fullmatch(path):
        return "/office"
    if path == "/term/incidents":
        return "/term"
    if path.startswith("/forum/"):
        return "/forum"
    found = _FORMS.fullmatch(path)
    return found[1] if found else ""
