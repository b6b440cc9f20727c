"""Members: identity only; neither the text nor the picture of their profile is kept."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One membership of a member dump. ``entry`` is how it was made (paid, screening, genesis)."""

    KIND: ClassVar[str] = "member"

    chain: str | None
    member_id: int
    handle: str
    registered_block: int | None = None
    registered_at: Moment | None = None
    entry: str | None = None
    suspended: bool | None = None
    root_account: str | None = None
    controller_account: str | None = None
