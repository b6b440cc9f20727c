"""Sign in with a wallet or a link, sign out, and who a visitor is."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, JSONBody
from litestar.response import Redirect

from secretariat.errors import SecretariatError
from secretariat.flow import sessions
from secretariat.flow.sessions import SignedIn
from secretariat.web.guards import check_form, check_origin
from secretariat.web.site import Here, Site, page

COOKIE = "secretariat"


class SignInNeeded(SecretariatError):
    """The page is for people of the desk."""


def visitor_of(site: Site, request: Request[Any, Any, Any]) -> SignedIn | None:
    """Say who a visitor is, by the cookie."""
    secret = request.cookies.get(COOKIE, "")
    return sessions.who(site.context, secret) if secret else None


def must_be_known(site: Site, request: Request[Any, Any, Any]) -> SignedIn:
    """Give the visitor. Raises SignInNeeded when nobody is signed in."""
    found = visitor_of(site, request)
    if found is None:
        raise SignInNeeded("Sign in to see this page.")
    return found


def _cookie(site: Site, secret: str) -> Cookie:
    """Make the cookie that no script reads and no other site sends."""
    return Cookie(
        key=COOKIE,
        value=secret,
        path="/",
        httponly=True,
        samesite="strict",
        secure=site.encrypted,
        max_age=int(sessions.SESSION_LASTS.total_seconds()) if secret else 0,
    )


def signed_out(site: Site, answer: Response[Any]) -> Response[Any]:
    """Let an answer take the cookie away, after its session ended."""
    answer.set_cookie(_cookie(site, ""))
    return answer


@dataclass(frozen=True, kw_only=True)
class Address:
    """The account that somebody wants to sign in with."""

    address: str


@dataclass(frozen=True, kw_only=True)
class Signed:
    """A wallet's answer to a challenge."""

    nonce: str
    address: str
    signature: str


@get("/sign-in", sync_to_thread=True)
def sign_in_page(site: Here, request: Request[Any, Any, Any]) -> Response[Any]:
    """Show the ways to sign in; who is signed in already goes to Today."""
    if visitor_of(site, request) is not None:
        return Redirect("/")
    return page(site, "sign-in", None)


@post("/challenge", sync_to_thread=True, status_code=200)
def ask_wallet(site: Here, request: Request[Any, Any, Any], data: JSONBody[Address]) -> dict[str, Any]:
    """Give what a wallet is asked to sign."""
    check_origin(site, request)
    asked = sessions.ask_wallet(site.context, site.host, data.address)
    return {"nonce": asked.nonce, "text": asked.text, "request": asked.request}


@post("/wallet", sync_to_thread=True, status_code=200)
def by_wallet(site: Here, request: Request[Any, Any, Any], data: JSONBody[Signed]) -> Response[dict[str, str]]:
    """Begin a session by a wallet's signature."""
    check_origin(site, request)
    secret = sessions.sign_in_by_wallet(site.context, data.nonce, data.address, data.signature)
    return Response(content={"next": "/"}, cookies=[_cookie(site, secret)])


@get("/link/{secret:str}", sync_to_thread=True)
def link_page(site: Here, secret: FromPath[str]) -> Response[str]:
    """Ask whether to use a link up: fetching an address alone (a preview does) must not."""
    return page(site, "link", None, secret=secret)


@post("/link", sync_to_thread=True)
def by_link(
    site: Here,
    request: Request[Any, Any, Any],
    data: Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Begin a session by a link that is used up by it."""
    check_origin(site, request)
    secret = sessions.sign_in_by_link(site.context, data.get("secret", ""))
    return Redirect("/", status_code=303, cookies=[_cookie(site, secret)])


@post("/sign-out", sync_to_thread=True)
def sign_out(
    site: Here,
    request: Request[Any, Any, Any],
    data: Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """End the session."""
    visitor = must_be_known(site, request)
    check_form(site, request, visitor, data.get("form_token", ""))
    sessions.sign_out(site.context, request.cookies.get(COOKIE, ""))
    return Redirect("/sign-in", status_code=303, cookies=[_cookie(site, "")])
