"""The duty's words, which stand apart from code in ``texts/``."""

from secretariat.desk.filling import Template
from secretariat.desk.texts import Holds, text_of

NAMES: tuple[str, ...] = (
    "age",
    "agenda-entry",
    "call",
    "call-thread",
    "deadline",
    "eligibility",
    "feedback",
    "feedback-entry",
    "feedback-more",
    "feedback-nobody",
    "feedback-open",
    "feedback-summary",
    "handover",
    "incident",
    "incident-announced",
    "incident-council-plan",
    "incident-council-report",
    "incident-council-rewards",
    "incident-due",
    "incident-election",
    "incident-expired",
    "incident-failed",
    "incident-failed-why",
    "incident-group-plan",
    "incident-group-report",
    "incident-group-rewards",
    "incident-lost",
    "incident-proposal",
    "incident-report-after",
    "incident-report-missing",
    "incident-untitled",
    "incidents-together",
    "nobody",
    "order",
    "signal",
    "signal-entry",
    "summaries",
    "summaries-ahead",
    "summaries-open",
    "summaries-reminder",
    "willing",
)

_INCIDENTS = tuple(name for name in NAMES if name.startswith("incident-"))
HOLDS: Holds = (
    ("feedback-summary", ("feedback-entry",)),
    ("handover", ("agenda-entry",)),
    ("incident", _INCIDENTS),
    ("incidents-together", ("agenda-entry", *_INCIDENTS)),
    ("signal", ("signal-entry",)),
)


def template(name: str) -> Template:
    """Give one of the texts."""
    return text_of(__package__ or "", NAMES, name, HOLDS)
