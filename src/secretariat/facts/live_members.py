"""Members of the main network that other facts name: only their memberships are needed."""

from collections.abc import Iterable

from secretariat.facts.chain_proposals import Proposal, ProposalVote
from secretariat.facts.councils import CouncilSeat
from secretariat.facts.election_cycles import Candidacy
from secretariat.facts.live_forum import LivePost
from secretariat.facts.records import AnyStated
from secretariat.facts.staffing import Worker

NAMED_BY: dict[str, str] = {
    CouncilSeat.KIND: "member_id",
    Candidacy.KIND: "member_id",
    Proposal.KIND: "creator_id",
    ProposalVote.KIND: "voter_id",
    Worker.KIND: "member_id",
}
"""Which field of which kind names a member."""


def members_named(records: Iterable[AnyStated]) -> frozenset[int]:
    """Collect the ids of the members that records name."""
    named = (getattr(record.fact, NAMED_BY[record.kind]) for record in records if record.kind in NAMED_BY)
    return frozenset(member for member in named if member is not None)


def authors_of(records: Iterable[AnyStated]) -> frozenset[int]:
    """Collect the ids of the members who wrote posts among records: a duty that looks at posts tells who wrote."""
    posts = (record.fact for record in records if isinstance(record.fact, LivePost))
    return frozenset(post.author_id for post in posts if post.author_id is not None)
