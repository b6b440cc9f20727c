"""What the duty concludes: every rule over one view of the election."""

from collections.abc import Callable, Iterator
from typing import Any

from secretariat.desk.findings import Finding
from secretariat.desk.rules import concluded
from secretariat.duties.elections.checklist import renewal
from secretariat.duties.elections.rules_candidacy import candidacy
from secretariat.duties.elections.rules_facts import facts_missing, settings_missing
from secretariat.duties.elections.rules_questions import questions
from secretariat.duties.elections.rules_stages import stages
from secretariat.duties.elections.rules_thread import failed, introductions
from secretariat.duties.elections.rules_votes import reminders, thin_stake, unrevealed
from secretariat.duties.elections.settings import Settings
from secretariat.duties.elections.view import View, view_of
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot

RULES: tuple[Callable[[View], Iterator[Finding]], ...] = (
    facts_missing,
    renewal,
    introductions,
    failed,
    stages,
    candidacy,
    reminders,
    unrevealed,
    thin_stake,
    questions,
)

NOT_KNOWN = ("elections/facts/stage", "How the election stands is not known")


def review(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
    """Conclude what is due about the election, in the order of the rules. Without settings the defaults hold."""
    chosen = settings if isinstance(settings, Settings) else Settings()
    return concluded(settings_missing(chosen), lambda: view_of(snapshot, now, chosen), RULES, NOT_KNOWN)
