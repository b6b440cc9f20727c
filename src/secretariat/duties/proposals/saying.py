"""How proposals are said: type, title, who filed it, where it stands, what can still come."""

from collections.abc import Iterable

from secretariat.desk.marks import left_to, time_of
from secretariat.desk.quoting import quoted
from secretariat.desk.saying import count, joy, member_name
from secretariat.duties.proposals.view import View
from secretariat.duties.proposals.vote import Vote
from secretariat.facts.memberships import handles_of
from secretariat.facts.proposal_types import type_words

LONGEST_TITLE = 60
"""Characters of a title; the chain takes 40 bytes."""


def proposal_figures(view: View, number: int, proposer: int | None = None) -> dict[str, str]:
    """Give number, type, title, proposer and place of a proposal; what the query node does not know yet is said so."""
    told = view.told.get(number)
    fact = told.fact if told else None
    creator = fact.creator_id if fact and fact.creator_id is not None else proposer
    title = fact.title if fact else None
    return {
        "number": str(number),
        "type": type_words(fact.type if fact else None),
        "title": f"“{quoted(title, LONGEST_TITLE)}”" if title else "title not known yet",
        "proposer": "an unknown member"
        if creator is None
        else member_name(creator, handles_of(view.snapshot).get(creator)),
        "where": place_of(view, number),
    }


def place_of(view: View, number: int) -> str:
    """Say where a proposal stands: its address, on a practice network its number."""
    address = view.settings.pioneer
    return f"proposal {number}" if view.now.practice or not address else f"{address}/#/proposals/preview/{number}"


def vote_figures(view: View, vote: Vote) -> dict[str, str]:
    """Give the figures of a vote: the last block that counts with its marks, the council change where it comes before the end."""
    later = vote.later
    return {
        **proposal_figures(view, vote.number, vote.record.fact.proposer_id),
        "last_block": f"{vote.last:,}",
        "last_time": time_of(vote.last),
        "left": left_to(vote.last),
        "election": f"{vote.election:,}",
        "election_time": time_of(vote.election),
        "change": f"{vote.election:,}" if vote.before_change else "",
        "later_block": f"{later:,}" if later is not None else "",
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
