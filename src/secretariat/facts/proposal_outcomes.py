"""What can still come of a proposal that is being voted on, by its own parameters and the votes so far.

Sources: ``is_approval_quorum_reached``, ``is_approval_threshold_reached``, the same for slashing, and
``is_rejection_imminent`` in ``joy:runtime-modules/proposals/engine/src/types``. Shares of a billion are cut off there; a share
is at least a whole percentage exactly when the parts times 100 are at least the percentage times the whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Ending = Literal["approved", "rejected", "slashed", "expired"]
ENDINGS: tuple[Ending, ...] = get_args(Ending)
"""Every outcome of a vote, in the order in which they are told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class VotingRule:
    """Quorums (per cent of the council that has voted) and thresholds (per cent of the votes) of one proposal."""

    approval_quorum: int
    approval_threshold: int
    slashing_quorum: int
    slashing_threshold: int


def voting_rule(
    quorum: int | None, threshold: int | None, slash_quorum: int | None, slash_threshold: int | None
) -> VotingRule | None:
    """Give quorums and thresholds (percent) of approval and of a slash as a rule; None where one is unknown."""
    if quorum is None or threshold is None or slash_quorum is None or slash_threshold is None:
        return None
    return VotingRule(
        approval_quorum=quorum,
        approval_threshold=threshold,
        slashing_quorum=slash_quorum,
        slashing_threshold=slash_threshold,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """Votes of the present round by what they say."""

    approvals: int = 0
    rejections: int = 0
    slashes: int = 0
    abstentions: int = 0

    @property
    def cast(self) -> int:
        """Count all votes."""
        return self.approvals + self.rejections + self.slashes + self.abstentions


def decided(rule: VotingRule, tally: Tally, voters: int) -> Ending | None:
    """Tell what a count of these votes decides while the voting period lasts; None while it stays open.

    ``voters`` is the size of the council. In the engine's order: approved, slashed, neither possible any more, all have voted.
    """
    rest = voters - tally.cast
    if reaches(tally.cast, voters, rule.approval_quorum) and reaches(
        tally.approvals, tally.cast, rule.approval_threshold
    ):
        return "approved"
    if reaches(tally.cast, voters, rule.slashing_quorum) and reaches(
        tally.slashes, tally.cast, rule.slashing_threshold
    ):
        return "slashed"
    approvable = reaches(tally.approvals + rest, voters, rule.approval_threshold)
    slashable = reaches(tally.slashes + rest, voters, rule.slashing_threshold)
    return None if rest > 0 and (approvable or slashable) else "rejected"


def reaches(part: int, whole: int, percent: int) -> bool:
    """Tell whether a part is at least so many per cent; of nothing it is none."""
    whole = max(whole, 1)
    return min(part, whole) * 100 >= percent * whole


def still_possible(
    rule: VotingRule, tally: Tally, voters: int, *, undecided: frozenset[Ending], votes_count: bool = True
) -> tuple[Ending, ...]:
    """List the outcomes that can still come, in the order of ``ENDINGS``.

    Votes of one block are counted together, so whoever has not voted may vote in any company. ``undecided`` is what becomes of
    it when nothing decides it: expired, or rejected where a council change comes first, or either. ``votes_count`` is False when
    no vote of a block to come counts any more.
    """
    now = decided(rule, tally, voters)
    if now is not None:
        return (now,)
    found: set[Ending] = set(undecided)
    if votes_count:
        found |= {ending for later in _later(tally, voters - tally.cast) if (ending := decided(rule, later, voters))}
    return tuple(ending for ending in ENDINGS if ending in found)


def _later(tally: Tally, rest: int) -> Iterator[Tally]:
    """Give every tally that one or more of the votes that are left can make."""
    for more in range(1, rest + 1):
        for approvals in range(more + 1):
            for rejections in range(more - approvals + 1):
                for slashes in range(more - approvals - rejections + 1):
                    yield Tally(
                        approvals=tally.approvals + approvals,
                        rejections=tally.rejections + rejections,
                        slashes=tally.slashes + slashes,
                        abstentions=tally.abstentions + more - approvals - rejections - slashes,
                    )
