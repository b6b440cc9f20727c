"""Issuance and the chain's own counters, by which growth is told."""

from collections.abc import Mapping
from typing import Any

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


ITEMS = (ISSUANCE, *COUNTERS)


def issuance_of(found: Mapping[str, Any]) -> Amount | None:
    """Give all tokens in existence out of the items read; None where that was not read."""
    total = found.get(ISSUANCE)
    return Amount(total) if type(total) is int else None


def counters_of(found: Mapping[str, Any]) -> tuple[StoredCounter, ...]:
    """Give the counters out of the items read."""
    return tuple(StoredCounter(name=name, value=value) for name in COUNTERS if type(value := found.get(name)) is int)


def read_counts(at: StateAt, reading: Reading) -> None:
    """Read issuance and counters."""
    found = plain(at, reading, ITEMS)
    total = issuance_of(found)
    if total is not None:
        reading.add("issuance", at.block, Issuance(total=total))
    for counter in counters_of(found):
        reading.add(counter.name, at.block, counter)
