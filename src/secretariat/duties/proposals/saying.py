"""How proposals are said: type, title, who filed it, where it stands, what can still come."""

from collections.abc import Iterable

from secretariat.desk.marks import time_of
from secretariat.desk.proposal_words import figures_of, last_block_figures, proposal_place
from secretariat.desk.saying import count, joy
from secretariat.desk.votes import Vote
from secretariat.duties.proposals.view import View
from secretariat.facts.memberships import handles_of


def proposal_figures(view: View, number: int, proposer: int | None = None) -> dict[str, str]:
    """Give number, type, title, proposer and place of a proposal; what the query node does not know yet is said so."""
    told = view.told.get(number)
    handles = handles_of(view.snapshot)
    return figures_of(number, told.fact if told else None, proposer, handles, place_of(view, number))


def place_of(view: View, number: int) -> str:
    """Say where a proposal stands: its address, on a practice network its number."""
    return proposal_place(number, view.settings.pioneer, practice=view.now.practice)


def vote_figures(view: View, vote: Vote) -> dict[str, str]:
    """Give the figures of a vote: the last block that counts with its marks, the council change where it comes before the end."""
    later = vote.later
    return {
        **proposal_figures(view, vote.number, vote.record.fact.proposer_id),
        **last_block_figures(vote),
        "election": f"{vote.election:,}",
        "election_time": time_of(vote.election),
        "change": f"{vote.election:,}" if vote.before_change else "",
        "later_block": f"{later:,}" if later is not None else "",
        "later_time": time_of(later) if later is not None else "",
        "again": _again(vote),
    }


def _again(vote: Vote) -> str:
    """Say how many councils in a row must approve and have; empty where one is enough."""
    needed, have = vote.open.constitutionality, vote.open.council_confirmations
    return f"{have} of {needed}" if needed > 1 else ""


def counts(vote: Vote) -> str:
    """Say how many have voted: counts, never names."""
    if vote.tally is None or not vote.seats:
        return "The votes so far are not known."
    return f"{vote.tally.cast} of {count(len(vote.seats), 'council member')} have voted."


def outcomes(vote: Vote) -> str:
    """Say what can still come of it."""
    found = vote.outcomes
    if found is None:
        return "What can still come of it is not known."
    if vote.is_decided:
        return f"The votes so far decide it: {found[0]} in the next block."
    return f"Still possible: {either(found)}."


def either(words: Iterable[str]) -> str:
    """Say ``approved, rejected or expired``."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def fee(amount: int | None) -> str:
    """Say a fee; empty where it is unknown."""
    return "" if amount is None else joy(amount)
