"""Every decision at the desk: what the journal calls it, what it is about, whom it names."""

from collections.abc import Mapping
from typing import Any

from secretariat.facts.contact_decisions import ContactErased, ContactsImported
from secretariat.facts.desk_decisions import (
    Approval,
    MandateConfirmation,
    MandateRecord,
    NoteDone,
    OwnNote,
    OwnWords,
    Rejection,
    Rewording,
    Settlement,
    Snooze,
    StandingGrant,
    StandingRevocation,
    WordsWithdrawn,
)
from secretariat.facts.incidents import IncidentNoted
from secretariat.facts.questions import QuestionDismissed
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.secretary_decisions import ElectingProposal, NotWilling, PermissionSeen, Willing

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
    | WordsWithdrawn
    | MandateRecord
    | MandateConfirmation
    | Willing
    | NotWilling
    | ElectingProposal
    | PermissionSeen
    | ReportNoted
    | IncidentNoted
    | ContactsImported
    | ContactErased
    | QuestionDismissed
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
    "words.withdraw": WordsWithdrawn,
    "mandate.record": MandateRecord,
    "mandate.confirm": MandateConfirmation,
    "secretary.willing": Willing,
    "secretary.not-willing": NotWilling,
    "secretary.proposal": ElectingProposal,
    "secretary.permission": PermissionSeen,
    "report.note": ReportNoted,
    "incident.note": IncidentNoted,
    "contacts.import": ContactsImported,
    "contacts.erase": ContactErased,
    "question.dismiss": QuestionDismissed,
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
        case OwnWords() | WordsWithdrawn():
            return f"w{decision.number}"
        case MandateConfirmation():
            return f"m{decision.record}"
        case MandateRecord():
            return "mandate"
        case _:
            return _subject_in_term(decision)


def _subject_in_term(decision: Any) -> str:
    """Name what a decision about the secretary's election or a report is about: ``member 12``, ``proposal 8``, ``council-plan``."""
    match decision:
        case ContactsImported():
            return "contacts"
        case Willing() | NotWilling() | ContactErased():
            return f"member {decision.member_id}"
        case ElectingProposal():
            return f"proposal {decision.proposal}"
        case ReportNoted():
            return f"{decision.report} {decision.group}".strip()
        case IncidentNoted():
            return decision.incident
        case QuestionDismissed():
            return f"{'p' if decision.where == 'thread' else 'q'}{decision.post}"
        case _:
            return "github"


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
