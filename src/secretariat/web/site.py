"""What every page stands on: the open store, the address the desk is reached at, and how pages are rendered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import MediaType, Response
from litestar.di import NamedDependency
from litestar.params import SkipValidation
from markupsafe import Markup, escape

from secretariat.desk.roles import Action, may
from secretariat.desk.shown import ShownDraft
from secretariat.desk.shown_item import ShownItem
from secretariat.flow.context import Context
from secretariat.flow.practice import NAME as PRACTICE
from secretariat.flow.sessions import SignedIn
from secretariat.formats.markdown import rendered
from secretariat.formats.visible import visible
from secretariat.web.tour import Tour

_ON_THIS_MACHINE = re.compile(r"http://127\.0\.0\.1:\d{1,5}")


@dataclass(frozen=True, kw_only=True)
class Site:
    """The desk as it is served. ``address`` is what browsers have in their bar, without a slash at its end.

    ``wallet`` is the address of a practice network's wallet, whose script pages then load, and ``tour`` the first day that is offered;
    only a desk that is served to practise has them.
    """

    context: Context
    address: str
    wallet: str = ""
    wallet_accounts: tuple[str, ...] = ()
    tour: Tour | None = None

    def __post_init__(self) -> None:
        """Refuse scripts from anywhere but a port of this machine. Raises ValueError: the caller is wrong then."""
        if self.wallet and not _ON_THIS_MACHINE.fullmatch(self.wallet):
            raise ValueError(f"a practice wallet is on this machine, not at {self.wallet}")
        if self.wallet and not self.practice:
            raise ValueError("a practice wallet is for a practice network alone")

    @property
    def practice(self) -> bool:
        """Tell whether the desk is one of a practice network."""
        chain = self.context.config.settings.get("chain")
        return chain is not None and str(chain.network).lower() == PRACTICE

    @property
    def host(self) -> str:
        """Give the host with its port, as the header ``Host`` has it."""
        return urlsplit(self.address).netloc

    @property
    def wallet_script(self) -> str:
        """Give the address of the practice wallet's script; empty without one."""
        names = ",".join(self.wallet_accounts)
        return f"{self.wallet}/injected.js?{urlencode({'accounts': names})}" if self.wallet else ""

    @property
    def encrypted(self) -> bool:
        """Tell whether browsers reach it over https: only then may a cookie be kept from anything else."""
        return self.address.startswith("https://")


Here = NamedDependency[SkipValidation[Site]]
"""What a handler names its parameter ``site`` with, to be given the site that is served."""


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("secretariat.web", "templates"),
        autoescape=True,  # also for names that do not end with .html
        undefined=StrictUndefined,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["count"] = lambda number: f"{number:,}"
    made.filters["as_typed"] = escape  # for what a person edits: nothing but the escaping that HTML needs
    made.filters["when"] = when
    made.filters["deed"] = lambda action: DEEDS.get(action, action)
    made.filters["headline"] = headline
    made.filters["safe_html"] = lambda text, channel: Markup(rendered(text, channel=channel))  # noqa: S704 - sanitised there
    return made


def _finished(value: Any) -> Any:
    """Make what hides in a text visible, in every expression of every template."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


DEEDS: Mapping[str, str] = {
    "draft.approve": "approved",
    "draft.reject": "rejected",
    "draft.reword": "reworded",
    "finding.snooze": "put aside",
    "outbox.settle": "settled",
    "standing.grant": "approved ahead",
    "standing.revoke": "revoked",
    "note.add": "noted",
    "note.done": "done with the note",
    "words.write": "wrote",
    "words.withdraw": "took the words back",
    "mandate.record": "recorded the mandate",
    "mandate.confirm": "confirmed the mandate",
    "act.queue": "put on its way",
    "act.sign": "signed",
    "act.sent": "has the receipt",
    "incident.note": "decided on an incident",
    "question.dismiss": "decided on a question",
}
"""The journal's actions in words; one that is not here stands as it is."""

LONGEST_HEADLINE = 90


def headline(words: ShownDraft | ShownItem) -> str:
    """Give the title of a text, or its first line, without the signs of Markdown around it."""
    lines = [line.strip(" #*_>`") for line in (words.title or words.text).splitlines()]
    first = next((line for line in lines if line), "(no words)")
    return first if len(first) <= LONGEST_HEADLINE else f"{first[: LONGEST_HEADLINE - 1].rstrip()}…"


def when(moment: str | None) -> str:
    """Write a moment for people: ``2026-03-02 20:26 UTC``."""
    return f"{moment[:16].replace('T', ' ')} UTC" if moment else ""


def page(site: Site, name: str, visitor: SignedIn | None, *, status: int = 200, **values: Any) -> Response[str]:
    """Render a template of ``templates/`` for a visitor. Everything that it is given is escaped."""

    def allowed(action: Action) -> bool:
        return visitor is not None and may(visitor.person.roles, action)

    base: dict[str, Any] = {
        "site": site,
        "visitor": visitor,
        "form_token": visitor.form_token if visitor else "",
        "may": allowed,
        "here": name,
    }
    text = _templates().get_template(f"{name}.html").render({**base, **values})
    return Response(content=text, media_type=MediaType.HTML, status_code=status)


STATIC: Mapping[str, str] = {
    "desk.css": "text/css",
    "icon.svg": "image/svg+xml",
    "wallet.js": "text/javascript",
    "sign-in.js": "text/javascript",
    "sign.js": "text/javascript",
    "follow.js": "text/javascript",
}
"""The files that pages load, with their kinds; nothing comes from outside."""


@cache
def static_file(name: str) -> bytes:
    """Give a file of ``static/``. Raises KeyError for one that is none of ours."""
    if name not in STATIC:
        raise KeyError(name)
    return (files("secretariat.web") / "static" / name).read_bytes()
