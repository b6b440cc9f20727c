"""What the duty concludes: every rule over one view of the forum."""

from collections.abc import Callable, Iterator
from typing import Any

from secretariat.desk.findings import Finding
from secretariat.desk.rules import concluded
from secretariat.duties.forum.rules_digest import taking_part
from secretariat.duties.forum.rules_dormant import dormant
from secretariat.duties.forum.rules_facts import category_missing, settings_missing
from secretariat.duties.forum.rules_hints import hints
from secretariat.duties.forum.rules_questions import unanswered
from secretariat.duties.forum.settings import Settings
from secretariat.duties.forum.view import View, view_of
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot

RULES: tuple[Callable[[View], Iterator[Finding]], ...] = (category_missing, unanswered, taking_part, hints, dormant)

NOT_KNOWN = ("forum/facts/head", "How long questions on the forum have waited is not known")


def review(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
    """Conclude what is due on the forum, in the order of the rules. Without settings the defaults hold."""
    chosen = settings if isinstance(settings, Settings) else Settings()
    return concluded(settings_missing(chosen), lambda: view_of(snapshot, now, chosen), RULES, NOT_KNOWN)
