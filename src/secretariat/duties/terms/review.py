"""What the duty concludes: every rule over one view of the term."""

from collections.abc import Callable, Iterator
from typing import Any

from secretariat.desk.findings import Finding
from secretariat.desk.rules import concluded
from secretariat.duties.terms.eligibility import renewal
from secretariat.duties.terms.rules_call import call, nobody, not_known, willing
from secretariat.duties.terms.rules_elects import clock, drafts, which
from secretariat.duties.terms.rules_facts import category_unfit, settings_missing
from secretariat.duties.terms.rules_feedback import feedback
from secretariat.duties.terms.rules_feedback_summary import summed_up
from secretariat.duties.terms.rules_handover import handover
from secretariat.duties.terms.rules_incidents import proposed
from secretariat.duties.terms.rules_office import mandate, permission
from secretariat.duties.terms.rules_reports import reports
from secretariat.duties.terms.rules_summaries import summaries
from secretariat.duties.terms.settings import Settings
from secretariat.duties.terms.view import View, view_of
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot

RULES: tuple[Callable[[View], Iterator[Finding]], ...] = (
    category_unfit,
    renewal,
    feedback,
    call,
    willing,
    not_known,
    nobody,
    drafts,
    which,
    clock,
    mandate,
    permission,
    summaries,
    summed_up,
    reports,
    proposed,
    handover,
)

NOT_KNOWN = ("terms/facts/council", "Which council is in office since when is not known")


def review(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
    """Conclude what is due in the term, in the order of the rules. Without settings the defaults hold."""
    chosen = settings if isinstance(settings, Settings) else Settings()
    return concluded(settings_missing(chosen), lambda: view_of(snapshot, now, chosen), RULES, NOT_KNOWN)
