"""How votes and the election's stage are said in digests."""

from typing import get_args

from secretariat.desk.filling import fill
from secretariat.desk.marks import left_to, time_of
from secretariat.desk.proposal_words import figures_of, last_block_figures, proposal_place
from secretariat.desk.votes import Vote
from secretariat.duties.digests.texts import template
from secretariat.duties.digests.view import View
from secretariat.facts.memberships import handles_of
from secretariat.facts.schedule import StageName


def vote_figures(view: View, vote: Vote) -> dict[str, str]:
    """Give the figures of a vote: number, type, title, proposer, place, and the last block that counts."""
    told = view.told.get(vote.number)
    where = proposal_place(vote.number, view.settings.pioneer, practice=view.now.practice)
    proposer = vote.record.fact.proposer_id
    figures = figures_of(vote.number, told.fact if told else None, proposer, handles_of(view.snapshot), where)
    return {**figures, **last_block_figures(vote)}


def stage_words(view: View) -> dict[str, str]:
    """Say the stage of the council's elections and its end, in the place of its name; the places of the other stages are empty.

    What can be done in a stage can be done until the block before its end.
    """
    ends = view.span.ends if view.span.stage == "idle" else view.span.ends - 1
    values = {"ends": f"{ends:,}", "ends_time": time_of(ends), "ends_left": left_to(ends)}
    said = fill(template(f"stage-{view.span.stage}"), values)
    return {f"stage_{name}": said if name == view.span.stage else "" for name in get_args(StageName)}
