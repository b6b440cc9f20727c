"""Issuance and the chain's own counters, by which growth is told."""

from secretariat.facts.amounts import Amount
from secretariat.facts.stored_counts import Issuance, StoredCounter
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.state import StateAt, plain

ISSUANCE = "Balances.TotalIssuance"

COUNTERS = (
    "Bounty.BountyCount",
    "Content.NextChannelId",
    "Content.NextCuratorGroupId",
    "Content.NextVideoId",
    "Forum.NextCategoryId",
    "Forum.NextPostId",
    "Forum.NextThreadId",
    "Members.NextMemberId",
    "ProjectToken.NextTokenId",
    "ProposalsDiscussion.PostCount",
    "ProposalsDiscussion.ThreadCount",
    "ProposalsEngine.ActiveProposalCount",
    "ProposalsEngine.ProposalCount",
    "Staking.CounterForNominators",
    "Staking.CounterForValidators",
    "Storage.NextDataObjectId",
    "Storage.NextStorageBucketId",
)


PLAIN = (ISSUANCE, *COUNTERS)


def read_counts(at: StateAt, reading: Reading) -> None:
    """Read issuance and counters."""
    found = plain(at, reading, PLAIN)
    total = found.get(ISSUANCE)
    if type(total) is int:
        reading.add("issuance", at.block, Issuance(total=Amount(total)))
    for name in COUNTERS:
        value = found.get(name)
        if type(value) is int:
            reading.add(name, at.block, StoredCounter(name=name, value=value))
