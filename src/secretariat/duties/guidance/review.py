"""What the duty concludes: every rule over one view of the runtime and its proposals."""

from collections.abc import Callable, Iterator
from typing import Any

from secretariat.desk.findings import Finding
from secretariat.desk.rules import concluded
from secretariat.duties.guidance.bulletin import bulletin
from secretariat.duties.guidance.paragraphs import not_neutral, renewals
from secretariat.duties.guidance.rules_facts import settings_missing, types_unknown
from secretariat.duties.guidance.rules_runtime import runtime_changed
from secretariat.duties.guidance.settings import Settings
from secretariat.duties.guidance.view import View, view_of
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot

RULES: tuple[Callable[[View], Iterator[Finding]], ...] = (
    types_unknown,
    not_neutral,
    renewals,
    runtime_changed,
    bulletin,
)

NOT_KNOWN = ("guidance/facts/constants", "What proposals need is not known")


def review(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
    """Conclude what is due about guides, in the order of the rules. Without settings the defaults hold."""
    chosen = settings if isinstance(settings, Settings) else Settings()
    return concluded(settings_missing(chosen), lambda: view_of(snapshot, now, chosen), RULES, NOT_KNOWN)
