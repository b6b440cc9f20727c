"""What stands before every page: headers that close the browser's doors, and proof that a form is ours."""

import hmac
from collections.abc import Mapping
from typing import Any, cast

from litestar import Request
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from secretariat.errors import SecretariatError
from secretariat.flow.sessions import SignedIn
from secretariat.web.site import Site


def policy(site: Site) -> str:
    """Write the Content-Security-Policy: nothing from outside, nothing inline, nobody frames it.

    A desk that is served to practise also takes the script of the practice network's wallet, and lets it be asked.
    """
    also = f" {site.wallet}" if site.wallet else ""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self'{also}",
            "style-src 'self'",
            "img-src 'self'",
            f"connect-src 'self'{also}",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        )
    )


HEADERS: Mapping[str, str] = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
OF_PAGES: Mapping[str, str] = {"cache-control": "no-store"}
FOLLOWS = "x-follows"
"""The header of requests that no person made: what the last form came to is told to them later."""

LASTS_A_YEAR = "max-age=31536000"
LONGEST_FORM = 1_400_000
"""Bytes of a form: 100,000 characters of any script, of which each may take twelve on the way, and the fields beside them."""


class NotFromHere(SecretariatError):
    """A form that was not made by this desk for this visitor."""


def with_headers(app: ASGIApp, site: Site) -> ASGIApp:
    """Put the headers on every answer, also on those of errors."""
    more = {
        **HEADERS,
        "content-security-policy": policy(site),
        **({"strict-transport-security": LASTS_A_YEAR} if site.encrypted else {}),
    }

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message.get("headers", [])}
                added = {**more, **({} if b"cache-control" in present else OF_PAGES)}
                message["headers"] = [
                    *message.get("headers", []),
                    *((name.encode(), text.encode()) for name, text in added.items()),
                ]
            await send(message)

        await app(scope, receive, sending)

    return guarded


def with_head(app: ASGIApp) -> ASGIApp:
    """Answer HEAD as GET is answered, status and headers the same, without the body: what watches a site often asks so.

    Like a script that follows a page it is no person, so that what a form came to is kept for theirs.
    """

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        asked = cast("dict[str, Any]", scope)
        if (asked["type"], asked.get("method")) != ("http", "HEAD"):
            await app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        headers = [*asked["headers"], (FOLLOWS.encode(), b"head")]
        await app(cast("Scope", {**asked, "method": "GET", "headers": headers}), receive, sending)

    return answered


def check_origin(site: Site, request: Request[Any, Any, Any]) -> None:
    """Make sure that a request that changes something comes from our own pages. Raises NotFromHere.

    Browsers send ``Origin`` with every POST, and ``Sec-Fetch-Site`` where they know it; scripts of other sites can set neither.
    """
    origin, fetched = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if origin != site.address or fetched not in (None, "same-origin"):
        raise NotFromHere(f"This form was not sent from {site.address}. Open the desk there and try again.")


def check_form(site: Site, request: Request[Any, Any, Any], visitor: SignedIn, sent: str) -> None:
    """Make sure that a form is one we made for this visitor. Raises NotFromHere."""
    check_origin(site, request)
    if not hmac.compare_digest(sent.encode(), visitor.form_token.encode()):
        raise NotFromHere("This form is of another sign-in. Load the page again; what you typed is still in the form.")
