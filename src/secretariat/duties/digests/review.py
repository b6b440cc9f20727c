"""What the duty concludes: every rule over one view."""

from collections.abc import Callable, Iterator
from typing import Any

from secretariat.desk.findings import Finding
from secretariat.desk.rules import concluded, not_configured
from secretariat.duties.digests.rules_community import to_community
from secretariat.duties.digests.rules_council import to_council
from secretariat.duties.digests.rules_leads import to_leads
from secretariat.duties.digests.settings import Settings
from secretariat.duties.digests.view import View, view_of
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot

RULES: tuple[Callable[[View], Iterator[Finding]], ...] = (to_council, to_leads, to_community)

NOT_KNOWN = ("digests/facts/council", "Digests: which council is in office, and until when votes count, is not known")


def review(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
    """Conclude which digests are due, in the order of the rules. Without settings the defaults hold."""
    chosen = settings if isinstance(settings, Settings) else Settings()
    return concluded(_settings_missing(chosen), lambda: view_of(snapshot, now, chosen), RULES, NOT_KNOWN)


def _settings_missing(settings: Settings) -> Iterator[Finding]:
    """Conclude a task where the digest for everybody has no place."""
    says = 'The digest for everybody has no place. Set community = ["discord/<name of a place>"]'
    yield from not_configured("digests", {"community": ("" if not settings.community else "set", says)})
