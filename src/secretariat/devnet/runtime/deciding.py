"""What votes decide: quorum and threshold of an active proposal, as the proposals engine looks at them in every block."""

from typing import Any

KINDS = {"Approve": "approvals", "Reject": "rejections", "Slash": "slashes", "Abstain": "abstentions"}
"""By a vote's kind, where it is counted."""

NO_VOTES = {"abstentions": 0, "approvals": 0, "rejections": 0, "slashes": 0}

_BILLION, _PERCENT = 10**9, 10**7


def _reaches(part: int, whole: int, percent: int) -> bool:
    """Compare as Perbill does: parts of a billion, cut off."""
    whole = max(whole, 1)
    return min(part, whole) * _BILLION // whole >= percent * _PERCENT


def decision_of(proposal: dict[str, Any], voters: int, now: int) -> Any:
    """Give the decision on an active proposal as a ProposalDecision, or None while it is open.

    In this order: approved, slashed, no longer to be approved or slashed, expired, everybody has voted.
    """
    parameters, results = proposal["parameters"], proposal["voting_results"]
    cast = sum(results.values())
    rest = voters - cast
    approvals, slashes = results["approvals"], results["slashes"]
    approve, slash = parameters["approval_threshold_percentage"], parameters["slashing_threshold_percentage"]
    if _reaches(cast, voters, parameters["approval_quorum_percentage"]) and _reaches(approvals, cast, approve):
        confirmed = proposal["nr_of_council_confirmations"] + 1 >= parameters["constitutionality"]
        return {"Approved": "PendingExecution" if confirmed else "PendingConstitutionality"}
    if _reaches(cast, voters, parameters["slashing_quorum_percentage"]) and _reaches(slashes, cast, slash):
        return "Slashed"
    if not _reaches(approvals + rest, voters, approve) and not _reaches(slashes + rest, voters, slash):
        return "Rejected"
    if now >= proposal["activated_at"] + parameters["voting_period"]:
        return "Expired"
    return "Rejected" if cast == voters else None
