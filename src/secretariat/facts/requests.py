"""Requests to Jsgenesis that the council approved."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class JsgRequest:
    """One row of ``jsg_requests.md``."""

    KIND: ClassVar[str] = "jsg-request"

    number: int | None
    title: str
    on: Moment | None = None
    link: str | None = None
    response: str | None = None
    closed: str | None = None
