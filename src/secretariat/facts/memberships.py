"""Memberships of the chain: identity only; neither the text nor the picture of a profile is kept."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership:
    """One membership with its accounts. ``entry`` is how it was made: paid, invited, gifted, member-created or genesis."""

    KIND: ClassVar[str] = "membership"

    member_id: int | None = None
    handle: str | None = None
    root_account: str | None = None
    controller_account: str | None = None
    bound_accounts: tuple[str, ...] = ()
    founding: bool | None = None
    council_member: bool | None = None
    verified: bool | None = None
    entry: str | None = None
    invited_by: int | None = None
    created_at: Moment | None = None
