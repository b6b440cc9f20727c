"""How a proposal and its vote are said: type, title, who filed it, where it stands, the last block that counts."""

from collections.abc import Mapping

from secretariat.desk.filling import as_name
from secretariat.desk.marks import left_to, time_of
from secretariat.desk.quoting import quoted
from secretariat.desk.saying import member_name
from secretariat.desk.votes import Vote
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.proposal_types import NO_PROPOSER, NO_TITLE, type_words

LONGEST_TITLE = 60
"""Characters of a title; the chain takes 40 bytes."""


def proposal_place(number: int, pioneer: str, *, practice: bool) -> str:
    """Say where a proposal stands: its address in the app, on a practice network or without an app its number."""
    return f"proposal {number}" if practice or not pioneer else f"{pioneer}/#/proposals/preview/{number}"


def figures_of(
    number: int, told: Proposal | None, proposer: int | None, handles: Mapping[int, str], where: str
) -> dict[str, str]:
    """Give number, type, title, proposer and place of a proposal; what the query node (``told``) does not know yet is said so.

    ``proposer`` is the member id that the chain has, ``handles`` are by member id.
    """
    creator = told.creator_id if told and told.creator_id is not None else proposer
    title = told.title if told else None
    return {
        "number": str(number),
        "type": type_words(told.type if told else None),
        "title": f"“{quoted(title, LONGEST_TITLE)}”" if title else NO_TITLE,
        "proposer": NO_PROPOSER if creator is None else as_name(member_name(creator, handles.get(creator))),
        "where": where,
    }


def last_block_figures(vote: Vote) -> dict[str, str]:
    """Give the last block in which a vote counts, with the marks of its time and of the time left."""
    return {"last_block": f"{vote.last:,}", "last_time": time_of(vote.last), "left": left_to(vote.last)}
