"""Forms: who sent one and whether they may, and the way back to a page with what came of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from litestar import Request, Response
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect

from secretariat.desk.roles import Action, check
from secretariat.errors import SecretariatError
from secretariat.flow import sessions
from secretariat.flow.context import Context
from secretariat.flow.sessions import SignedIn
from secretariat.web.auth import COOKIE, must_be_known
from secretariat.web.guards import FOLLOWS, check_form
from secretariat.web.site import Site, page

_NUMBER = re.compile(r"[0-9][0-9,]{0,18}")

Asked = Request[Any, Any, Any]
Fields = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]


class NotANumber(SecretariatError):
    """A field of a form that holds no number where one is needed."""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One request of somebody who is signed in; ``context`` acts in their name."""

    site: Site
    request: Asked
    visitor: SignedIn
    context: Context

    def page(self, name: str, *, status: int = 200, **values: Any) -> Response[str]:
        """Render a page, with what the last form came to, which is told once: to a person, not to a script that follows."""
        follows = FOLLOWS in self.request.headers
        visitor = replace(self.visitor, said="") if follows else self.visitor
        if visitor.said:
            sessions.tell(self.site.context, self._secret, "")
        return page(self.site, name, visitor, status=status, **values)

    def back(self, to: str, said: str = "") -> Response[Any]:
        """Go to a page of ours after a form, which tells what came of it. Loading that again sends nothing twice."""
        if said:
            sessions.tell(self.site.context, self._secret, said)
        return Redirect(to, status_code=303)

    @property
    def _secret(self) -> str:
        return self.request.cookies.get(COOKIE, "")


def reading(site: Site, request: Asked, action: Action = "read desk") -> Visit:
    """Let somebody read a page. Raises SignInNeeded and NotAllowed."""
    visitor = must_be_known(site, request)
    check(visitor.person.name, visitor.person.roles, action)
    return _visit(site, request, visitor)


def sending(site: Site, request: Asked, fields: Mapping[str, str], action: Action) -> Visit:
    """Take a form of somebody who may do this. Raises SignInNeeded, NotFromHere and NotAllowed."""
    visitor = must_be_known(site, request)
    check_form(site, request, visitor, fields.get("form_token", ""))
    check(visitor.person.name, visitor.person.roles, action)
    return _visit(site, request, visitor)


def _visit(site: Site, request: Asked, visitor: SignedIn) -> Visit:
    acting = replace(site.context, person=visitor.person.name)
    return Visit(site=site, request=request, visitor=visitor, context=acting)


def text(fields: Mapping[str, str], name: str) -> str:
    """Give what was typed, with the line ends of the store: browsers send others."""
    return fields.get(name, "").replace("\r\n", "\n")


def number(fields: Mapping[str, str], name: str, called: str) -> int:
    """Give a whole number that was typed, with or without commas. Raises NotANumber, with what the field is ``called``."""
    typed = fields.get(name, "").strip()
    if not _NUMBER.fullmatch(typed):
        raise NotANumber(f"{called} is a whole number, such as 1234567. Nothing was changed.")
    return int(typed.replace(",", ""))


def number_if_any(fields: Mapping[str, str], name: str, called: str) -> int | None:
    """Give a whole number, or None where nothing was typed. Raises NotANumber."""
    return number(fields, name, called) if fields.get(name, "").strip() else None
