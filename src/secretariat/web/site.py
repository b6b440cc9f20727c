"""What every page stands on: the open store, the address the desk is reached at, and how pages are rendered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import MediaType, Response

from secretariat.flow.context import Context
from secretariat.flow.sessions import SignedIn


@dataclass(frozen=True, kw_only=True)
class Site:
    """The desk as it is served. ``address`` is what browsers have in their bar, without a slash at its end.

    ``tour`` lists the steps of a first day, where the desk is served to practise.
    """

    context: Context
    address: str
    tour: tuple[Mapping[str, str], ...] = field(default=())

    @property
    def host(self) -> str:
        """Give the host with its port, as the header ``Host`` has it."""
        return urlsplit(self.address).netloc

    @property
    def encrypted(self) -> bool:
        """Tell whether browsers reach it over https: only then may a cookie be kept from anything else."""
        return self.address.startswith("https://")


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("secretariat.web", "templates"),
        autoescape=True,  # also for names that do not end with .html
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["count"] = lambda number: f"{number:,}"
    return made


def page(site: Site, name: str, visitor: SignedIn | None, *, status: int = 200, **values: Any) -> Response[str]:
    """Render a template of ``templates/`` for a visitor. Everything that it is given is escaped."""
    text = (
        _templates()
        .get_template(f"{name}.html")
        .render(site=site, visitor=visitor, form_token=visitor.form_token if visitor else "", here=name, **values)
    )
    return Response(content=text, media_type=MediaType.HTML, status_code=status)


STATIC: Mapping[str, str] = {
    "desk.css": "text/css",
    "sign-in.js": "text/javascript",
    "sign.js": "text/javascript",
}
"""The files that pages load, with their kinds; nothing comes from outside."""


@cache
def static_file(name: str) -> bytes:
    """Give a file of ``static/``. Raises KeyError for one that is none of ours."""
    if name not in STATIC:
        raise KeyError(name)
    return (files("secretariat.web") / "static" / name).read_bytes()
