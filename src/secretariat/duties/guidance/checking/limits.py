"""The rule about what is open: how many proposals can be at a time."""

from collections.abc import Iterator

from secretariat.desk.saying import count
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.duties.guidance.pages import OPEN
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.stored_proposals import StoredProposal


def open_limit(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Count the proposals in storage against the limit."""
    most = seen.runtime.number(OPEN)
    reason = f"At most {'an unknown number of' if most is None else f'{most:,}'} proposals can be open at a time ({OPEN}, MaxActiveProposalNumberExceeded)."
    if seen.chain_unknown or most is None:
        yield unknown("open-limit", seen.chain_unknown or f"{OPEN} was not read", reason)
        return
    there = len(seen.snapshot.of(StoredProposal))
    words = f"{count(there, 'proposal')} {'is' if there == 1 else 'are'} open now; there is room for {max(most - there, 0):,} more."
    yield judged("open-limit", there < most, words, reason, f"{seen.runtime.source(OPEN)}; open proposals as stored")
