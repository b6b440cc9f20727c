"""Decisions about the election of the secretary as the journal keeps them: who is willing, which proposal, what GitHub allows."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from secretariat.facts.desk_decisions import Taken

Permission = Literal["none", "read", "triage", "write", "maintain", "admin"]
"""What somebody may do in a repository on GitHub, from least to most: from triage on label and assign, from write on merge."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Willing:
    """A member said that they are willing to serve as secretary in one council's term, with whom as deputy, if anybody.

    ``github`` is their name there, ``account`` the one that stakes for a proposal, ``asks`` whether they asked for the draft of one.
    ``filed_by`` is the member who files it, where that is another one. A later record of the same member takes its place.
    """

    KIND: ClassVar[str] = "willing"

    taken: Taken
    council: int
    member_id: int
    deputy_id: int | None = None
    github: str = ""
    account: str = ""
    asks: bool = False
    filed_by: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NotWilling:
    """A member said that they are not willing any more."""

    KIND: ClassVar[str] = "not-willing"

    taken: Taken
    council: int
    member_id: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ElectingProposal:
    """A proposal elects the secretary for one council's term (``elects``), or it does not, as a person has looked at it.

    ``member_id`` is whom it names, where that was noted.
    """

    KIND: ClassVar[str] = "electing-proposal"

    taken: Taken
    council: int
    proposal: int
    elects: bool = True
    member_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PermissionSeen:
    """What the secretary of one council's term may do on GitHub, as a person has looked at it."""

    KIND: ClassVar[str] = "permission-seen"

    taken: Taken
    council: int
    permission: Permission
