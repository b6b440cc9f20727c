"""Memberships of the chain: identity only; neither the text nor the picture of a profile is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.moments import Moment
from secretariat.facts.snapshot import Snapshot, once


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


@once
def handles_of(snapshot: Snapshot) -> Mapping[int, str]:
    """Give the handles of members, by member id, where one is known."""
    return {
        one.fact.member_id: one.fact.handle
        for one in snapshot.of(Membership)
        if one.fact.member_id is not None and one.fact.handle
    }
