"""Pre-proposal threads: which of them a proposal followed, and since when nothing has happened in the others."""

from dataclasses import dataclass

from secretariat.duties.forum.adviser.wording import likeness, words
from secretariat.duties.forum.view import View
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.moments import Moment
from secretariat.facts.records import Stated

ALIKE = 0.5
"""From this likeness of the titles on, a proposal is taken for the one that a thread was about."""
_SAYS_WHAT_IT_IS = frozenset({"pre", "proposal", "preproposal", "discussion", "idea", "draft", "document"})


@dataclass(frozen=True, kw_only=True, slots=True)
class PreProposal:
    """A thread for a pre-proposal: the block of the newest post that is not the office's, and the proposal that followed, if one did."""

    thread: Stated[LiveThread]
    number: int
    opened: int
    newest: int
    newest_at: Moment | None
    proposal: int | None


def pre_proposal_threads(view: View) -> tuple[PreProposal, ...]:
    """Give the threads of the category for pre-proposals, by number; those of the office's own members are left out."""
    found = []
    for number, thread in sorted(view.threads.items()):
        fact = thread.fact
        opened = fact.created_block
        if fact.category_id != view.pre_proposals or opened is None or fact.author_id in view.settings.ours:
            continue
        posted = [
            (one.fact.created_block, one.fact.created_at)
            for one in view.posts.get(number, ())
            if one.fact.author_id not in view.settings.ours and one.fact.created_block is not None
        ]
        newest, newest_at = max([(opened, fact.created_at), *posted], key=lambda one: one[0])
        proposal = next((n for n, one in sorted(view.proposals.items()) if _follows(one.fact, fact, opened)), None)
        found.append(
            PreProposal(
                thread=thread,
                number=number,
                opened=opened,
                newest=newest,
                newest_at=newest_at,
                proposal=proposal,
            )
        )
    return tuple(found)


def _follows(proposal: Proposal, thread: LiveThread, opened: int) -> bool:
    """Tell whether a proposal was filed after a thread and is about it.

    The titles are alike, or the thread's author filed it and they share a telling word.
    """
    if proposal.created_block is None or proposal.created_block < opened:
        return False
    first, second = _telling(thread.title or ""), _telling(proposal.title or "")
    if likeness(" ".join(first), " ".join(second)) >= ALIKE:
        return True
    return thread.author_id is not None and proposal.creator_id == thread.author_id and bool({*first} & {*second})


def _telling(title: str) -> list[str]:
    return [word for word in words(title) if word not in _SAYS_WHAT_IT_IS]


def dormant_threads(view: View) -> tuple[PreProposal, ...]:
    """Give those without a proposal in which nothing has happened for so many blocks as the settings say, and not longer than twice that."""
    after = view.settings.dormant_after
    return tuple(
        one
        for one in pre_proposal_threads(view)
        if one.proposal is None and after <= view.head - one.newest < 2 * after
    )
