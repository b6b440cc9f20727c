"""Proposals of the main network in the words that dumps and reports of the testnets use."""

from collections import Counter
from collections.abc import Mapping

from secretariat.facts.amounts import Amount
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.live_elections import stake_of
from secretariat.facts.proposal_parameters import Parameters, Runtimes
from secretariat.facts.proposals import DumpedProposal, Outcome
from secretariat.facts.records import Stated
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.voting_history import ProposalHistory

FUNDING_REQUEST = "funding-request"
GROUP_BUDGET = "update-working-group-budget"

OUTCOMES: Mapping[str, Outcome] = {
    "executed": "executed",
    "execution-failed": "execution-failed",
    "rejected": "rejected",
    "slashed": "slashed",
    "expired": "expired",
    "cancelled": "canceled",
    "canceled-by-runtime": "canceled",
    "vetoed": "vetoed",
    "gracing": "pending",
    "dormant": "passed-on",
    "deciding": "active",
}
"""The query node's word for a proposal's state, and the word that every other source is told in."""

EXECUTED = ("executed", "execution-failed")
OPEN = ("deciding", "gracing", "dormant")


def amount_asked(fact: Proposal) -> Amount | None:
    """Give the tokens a proposal asks for: the sum of a funding request, the signed change of a group's budget."""
    if fact.type == FUNDING_REQUEST:
        return stake_of(one.amount for one in fact.destinations) if fact.destinations else None
    return fact.amount if fact.type == GROUP_BUDGET else None


def amount_minted(fact: Proposal) -> Amount | None:
    """Give the tokens that a funding request has brought: all or nothing; unknown while it is not finished."""
    if fact.status is None or fact.status in OPEN:
        return None
    return amount_asked(fact) if fact.status == "executed" else Amount(0)


def executed_block(fact: Proposal) -> int | None:
    """Give the block in which a proposal was executed, also in vain."""
    return fact.status_block if fact.status in EXECUTED else None


def decided_block(history: ProposalHistory) -> int | None:
    """Give the block of the last decision on a proposal that is finished."""
    if history.record.fact.status is None or history.record.fact.status in OPEN:
        return None
    return history.decisions[-1][0] if history.decisions else None


def votes_counted(history: ProposalHistory) -> Counter[str] | None:
    """Count the votes of the last voting round by what they said, or None where they are not all known."""
    last = history.rounds[-1] if history.rounds else None
    if last is None or not last.whole or any(vote.fact.vote is None for vote in last.votes):
        return None
    return Counter(vote.fact.vote or "" for vote in last.votes)


def as_dumped(
    history: ProposalHistory, stored: Stated[StoredProposal] | None = None, known: Runtimes | None = None
) -> Stated[DumpedProposal]:
    """Tell a proposal as a dump of the chain would.

    Its parameters are those that the chain stores while it is open, else those of the runtime it was made by.
    """
    fact = history.record.fact
    counted = votes_counted(history)
    of_runtime = Parameters() if known is None else known.parameters(fact.type, fact.created_block)
    kept = of_runtime if stored is None else stored.fact
    return Stated(
        kind=DumpedProposal.KIND,
        key=history.record.key,
        file=history.record.file,
        format=history.record.format,
        line=history.record.line,
        fact=DumpedProposal(
            chain=MAINNET,
            number=history.number,
            title=fact.title or "",
            proposer_id=fact.creator_id,
            created_block=fact.created_block,
            finalised_block=decided_block(history),
            outcome=OUTCOMES.get(fact.status or ""),
            failure=fact.failure,
            approvals=None if counted is None else counted["approve"],
            rejections=None if counted is None else counted["reject"],
            abstentions=None if counted is None else counted["abstain"],
            slashes=None if counted is None else counted["slash"],
            voting_period=kept.voting_period,
            grace_period=kept.grace_period,
            approval_quorum=kept.approval_quorum,
            approval_threshold=kept.approval_threshold,
            slashing_quorum=kept.slashing_quorum,
            slashing_threshold=kept.slashing_threshold,
            required_stake=kept.required_stake,
        ),
    )
