"""What the duty concludes: every rule over one view of the proposals."""

from collections.abc import Callable, Iterator
from typing import Any

from secretariat.desk.findings import Finding
from secretariat.desk.rules import concluded
from secretariat.duties.proposals.rules_budget import not_covered
from secretariat.duties.proposals.rules_facts import facts_missing, settings_missing
from secretariat.duties.proposals.rules_members import unvoted
from secretariat.duties.proposals.rules_votes import council_change, lost, reminders, votes
from secretariat.duties.proposals.settings import Settings
from secretariat.duties.proposals.view import View, view_of
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot

RULES: tuple[Callable[[View], Iterator[Finding]], ...] = (
    facts_missing,
    unvoted,
    votes,
    reminders,
    council_change,
    lost,
    not_covered,
)

NOT_KNOWN = ("proposals/facts/stage", "Until when votes on proposals count is not known")


def review(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
    """Conclude what is due about proposals, in the order of the rules. Without settings the defaults hold."""
    chosen = settings if isinstance(settings, Settings) else Settings()
    return concluded(settings_missing(chosen), lambda: view_of(snapshot, now, chosen), RULES, NOT_KNOWN)
