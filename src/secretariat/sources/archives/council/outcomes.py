"""The status of a proposal in a council report, in whatever words, as one of the chain's outcomes."""

import re
from dataclasses import dataclass

from secretariat.facts.proposals import Outcome

APPROVED_ALONE = "approved"
"""Approved without a word on its execution: no outcome yet, see ``settle`` in ``council_report_proposals``."""

_USUAL = frozenset(
    {
        "approved & executed",
        "executed",
        "executionfailed",
        "execution failed",
        "canceled",
        "rejected",
        "slashed",
        "expired",
        "passed to next council",
        "execution pending",
        "active",
    }
)
"""The spellings that most reports use; any other is noted as an alias."""

_RULES: tuple[tuple[str, Outcome], ...] = (
    (r"next council|carried|passed on\b|passed over", "passed-on"),
    (r"fail", "execution-failed"),
    (r"cancel|withdrawn", "canceled"),
    (r"veto", "vetoed"),
    (r"slash", "slashed"),
    (r"reject|declined", "rejected"),
    (r"expire", "expired"),
    (r"pending|grace", "pending"),
    (r"executed|execution success", "executed"),
    (r"\bactive\b|deciding|in progress|voting", "active"),
    (r"^(approved|passed|accepted)$", APPROVED_ALONE),
)
"""In this order, because later words stand beside earlier ones: "Approved & Execution Failed", "Pending (carried to
next council)", "Passed (cancelled during grace period)"."""

_DENIED = re.compile(r"\b(not|never|no longer)\b|n't\b")
_ENDS = frozenset({"canceled", "vetoed", "slashed", "rejected", "expired"})
_BRACKETS = re.compile(r"^(?P<words>[^()]*)(?:\((?P<detail>.*)\))?\s*$")


@dataclass(frozen=True, slots=True)
class Status:
    """A status as read: outcome (None when its words are not known), the failure it names, and whether it is an alias."""

    outcome: Outcome | None
    failure: str | None = None
    alias: bool = False


def status_of(text: str) -> Status | None:
    """Read a status; None when there is none."""
    words = " ".join(text.strip().strip("`*").split())
    if not words or words.lower() in ("n/a", "-"):
        return None
    match = _BRACKETS.match(words[:300])
    main = (match["words"] if match else words).strip().lower()
    detail = (match["detail"] or "").strip() if match else ""
    whole = words.lower() if not main else f"{main} ({detail.lower()})" if detail else main
    outcome = _outcome_in(main) if main and not _moves_on(detail) else None
    outcome = _more_exact(outcome, detail) or _outcome_in(whole)
    failure = detail or None if outcome == "execution-failed" else None
    return Status(outcome, failure, alias=main not in _USUAL or (bool(detail) and failure is None))


def _moves_on(detail: str) -> bool:
    return _outcome_in(detail.lower()) == "passed-on"


def _more_exact(outcome: Outcome | None, detail: str) -> Outcome | None:
    """Let brackets behind a mere approval say what became of it: ``Passed (execution failed ...)``."""
    if outcome == APPROVED_ALONE and detail:
        return _outcome_in(detail.lower()) or outcome
    return outcome


def _outcome_in(words: str) -> Outcome | None:
    """Give the outcome that words name; None when they deny something, name two ends, or say nothing known."""
    if _DENIED.search(words) or words == "failed":
        return None
    named = [outcome for rule, outcome in _RULES if re.search(rule, words)]
    return named[0] if named and len(_ENDS & set(named)) < 2 else None
