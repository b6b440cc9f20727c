"""``[forum]``: where words about the forum go, who posts there, and what counts as dormant."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[forum]``. What is left out is asked for by a task on the desk; nothing else depends on it.

    ``discord`` is the configured name of the place for everybody, where unanswered questions and the weekly digest are told.
    ``member`` is the membership that posts hints in threads; what it and ``own_members`` ask is not waited on. ``pre_proposals`` is
    the number of the category for pre-proposal threads; left out, it is the one whose title says so. A thread there is dormant
    ``dormant_after`` blocks after its newest post. ``pioneer`` is the address of the app that links lead to.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    discord: str = ""
    member: int | None = None
    own_members: tuple[int, ...] = ()
    pre_proposals: int | None = None
    dormant_after: int = 201_600
    pioneer: str = "https://pioneerapp.xyz"

    def __post_init__(self) -> None:
        """Refuse settings that cannot be. Raises ValueError saying which."""
        if self.dormant_after < 1:
            raise ValueError("dormant_after is a number of blocks, 1 or more; a day is 14400")
        if any(one < 0 for one in (*self.own_members, self.member or 0)):
            raise ValueError("member and own_members are ids of memberships, 0 or more")

    @property
    def ours(self) -> frozenset[int]:
        """Give the members who write for the office."""
        return frozenset(self.own_members) | (frozenset() if self.member is None else {self.member})
