"""Quorums and thresholds as numbers of council members: how many must vote, and how many of them alike."""

from dataclasses import dataclass

from secretariat.facts.proposal_outcomes import VotingRule, reaches


@dataclass(frozen=True, kw_only=True, slots=True)
class VotesNeeded:
    """What one side of a rule asks of a council, in numbers of its members.

    ``votes`` must be cast, and ``of_votes`` of so many must be alike; ``of_all`` must be when everybody votes. ``against`` votes of
    any other kind make it impossible. A number is None where no vote of this council can reach it, for a percentage above 100.
    """

    votes: int | None
    of_votes: int | None
    of_all: int | None
    against: int | None


def approvals_needed(rule: VotingRule, council: int) -> VotesNeeded:
    """Tell what approval asks of a council of so many members."""
    return _needed(rule.approval_quorum, rule.approval_threshold, council)


def slashes_needed(rule: VotingRule, council: int) -> VotesNeeded:
    """Tell what slashing asks of a council of so many members."""
    return _needed(rule.slashing_quorum, rule.slashing_threshold, council)


def _needed(quorum: int, threshold: int, council: int) -> VotesNeeded:
    """Work both percentages out, as the engine compares them (``facts/proposal_outcomes.py``)."""
    votes = next((cast for cast in range(1, council + 1) if reaches(cast, council, quorum)), None)
    return VotesNeeded(
        votes=votes,
        of_votes=None if votes is None else _alike(threshold, votes),
        of_all=_alike(threshold, council),
        against=next((less for less in range(council + 1) if not reaches(council - less, council, threshold)), None),
    )


def _alike(threshold: int, votes: int) -> int | None:
    return next((alike for alike in range(votes + 1) if reaches(alike, votes, threshold)), None)
