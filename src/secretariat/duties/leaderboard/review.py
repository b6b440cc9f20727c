"""What the duty concludes: the post of the term that ended last, and what is missing for it."""

from collections.abc import Iterator
from typing import Any

from secretariat.desk import rules
from secretariat.desk.findings import Finding
from secretariat.desk.rules import concluded, not_configured
from secretariat.duties.leaderboard.rules_term import View, term_post, view_of
from secretariat.duties.leaderboard.settings import Settings
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot

NOT_KNOWN = ("leaderboard/facts/council", "Which term ended last is not known")


def review(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
    """Conclude what is due, in the order of the rules. Without settings the defaults hold."""
    chosen = settings if isinstance(settings, Settings) else Settings()
    return concluded(_missing(chosen), lambda: view_of(snapshot, now, chosen), (_category_unfit, term_post), NOT_KNOWN)


def _missing(settings: Settings) -> Iterator[Finding]:
    says = 'The post of each ended term has no place. Set discord = "<name of a place>"'
    yield from not_configured("leaderboard", {"discord": (settings.discord, says)})


def _category_unfit(view: View) -> Iterator[Finding]:
    yield from rules.category_unfit("leaderboard", view.snapshot, view.settings.forum_category)
