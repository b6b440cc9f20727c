"""Decisions at the desk as the journal keeps them: one frozen value for each, read back as facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from secretariat.facts.moments import Moment

Permission = Literal["none", "read", "triage", "write", "maintain", "admin"]
"""What somebody may do in a repository on GitHub, from least to most: from triage on label and assign, from write on merge."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """When (the machine's time, UTC), by whom and why a decision was taken; ``seq`` is its entry's number, 0 before it has one."""

    at: Moment
    person: str
    why: str = ""
    seq: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval:
    """A yes to one text. ``digest`` is that of its act.

    ``account`` is the person's public key, empty where the settings have none. A ``second`` yes is a signature of that key.
    ``standing`` is the number of the standing approval that says yes, where no person looked at this very text. ``despite`` is
    the public reason for a yes to words that the neutrality gate had concerns about; empty where it had none.
    """

    taken: Taken
    draft: int
    revision: int
    digest: str
    account: str = ""
    second: bool = False
    signature: str = ""
    standing: int | None = None
    despite: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rejection:
    """A no to one text."""

    taken: Taken
    draft: int
    revision: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewording:
    """Other words for a draft: its new revision and that act's digest. The words stand with the draft."""

    taken: Taken
    draft: int
    revision: int
    digest: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Snooze:
    """A finding put aside until a block or a moment (one of the two)."""

    taken: Taken
    finding: int
    until_block: int | None = None
    until: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Settlement:
    """What a person knows of an item that is unconfirmed or failed: it arrived, or it is to be sent again."""

    taken: Taken
    item: int
    how: Literal["sent", "send-again"]


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingGrant:
    """A yes given ahead to the words of one template of one rule, for one place of one channel and one audience.

    ``until`` is the last block it holds at, ``block`` the one at which it was given. Its number is its entry's.
    """

    taken: Taken
    rule: str
    template: str
    template_digest: str
    channel: str
    place: str
    audience: str
    block: int
    until: int


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingRevocation:
    """A standing approval taken back, by its number."""

    taken: Taken
    standing: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnNote:
    """Something a person promised, heard or was asked: ``number`` counts them from 1.

    It is due at a block or a moment, or, where it comes back in each term, so many blocks after the term's first.
    """

    taken: Taken
    number: int
    text: str
    due_block: int | None = None
    due_at: Moment | None = None
    each_term: bool = False
    blocks_into_term: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteDone:
    """A note is done with; of one that comes back, in the term that begins with ``term``."""

    taken: Taken
    number: int
    term: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnWords:
    """Words that a person wrote to be sent: ``number`` counts them from 1.

    ``kind`` and ``channel`` are an act's; the rest says where they go.
    """

    taken: Taken
    number: int
    kind: str
    channel: str
    text: str
    title: str = ""
    place: str = ""
    category: int | None = None
    thread: int | None = None
    proposal: int | None = None
    replies_to: int | None = None
    member_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MandateRecord:
    """Who holds the office, by member ids, from a first to a last block, and the proposal that elected them."""

    KIND: ClassVar[str] = "mandate-record"

    taken: Taken
    secretary: int
    first: int
    last: int
    deputy: int | None = None
    proposal: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MandateConfirmation:
    """Somebody of the council says that a recorded mandate is so; ``record`` is the number of the record's entry."""

    taken: Taken
    record: int


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


DeskDecision = (
    Approval
    | Rejection
    | Rewording
    | Snooze
    | Settlement
    | StandingGrant
    | StandingRevocation
    | OwnNote
    | NoteDone
    | OwnWords
    | MandateRecord
    | MandateConfirmation
    | Willing
    | NotWilling
    | ElectingProposal
    | PermissionSeen
)

ACTIONS: Mapping[str, type] = {
    "draft.approve": Approval,
    "draft.reject": Rejection,
    "draft.reword": Rewording,
    "finding.snooze": Snooze,
    "outbox.settle": Settlement,
    "standing.grant": StandingGrant,
    "standing.revoke": StandingRevocation,
    "note.add": OwnNote,
    "note.done": NoteDone,
    "words.write": OwnWords,
    "mandate.record": MandateRecord,
    "mandate.confirm": MandateConfirmation,
    "secretary.willing": Willing,
    "secretary.not-willing": NotWilling,
    "secretary.proposal": ElectingProposal,
    "secretary.permission": PermissionSeen,
}
"""What the journal calls each decision."""


def subject_of(decision: Any) -> str:
    """Name what a decision is about, as commands name it: ``d34.2``, ``t12``, ``o7``, ``s81``, ``n3``, ``w3``, ``m90``."""
    match decision:
        case Approval() | Rejection() | Rewording():
            return f"d{decision.draft}.{decision.revision}"
        case Snooze():
            return f"t{decision.finding}"
        case Settlement():
            return f"o{decision.item}"
        case StandingRevocation():
            return f"s{decision.standing}"
        case StandingGrant():
            return decision.rule
        case OwnNote() | NoteDone():
            return f"n{decision.number}"
        case OwnWords():
            return f"w{decision.number}"
        case MandateConfirmation():
            return f"m{decision.record}"
        case Willing() | NotWilling():
            return f"member {decision.member_id}"
        case ElectingProposal():
            return f"proposal {decision.proposal}"
        case PermissionSeen():
            return "github"
        case _:
            return "mandate"


def members_of(decision: Any) -> frozenset[int]:
    """Give the ids of the members whom a decision about the secretary names."""
    match decision:
        case Willing():
            named: tuple[int | None, ...] = (decision.member_id, decision.deputy_id)
        case NotWilling() | ElectingProposal():
            named = (decision.member_id,)
        case MandateRecord():
            named = (decision.secretary, decision.deputy)
        case _:
            named = ()
    return frozenset(member for member in named if member is not None)
