"""The calendar: the blocks at which something may be called for, whatever it is about."""

from secretariat.cli.term.judge import occasions
from secretariat.cli.term.judge.digests import occasions as days
from secretariat.cli.term.judge.forum import occasions as forum
from secretariat.cli.term.judge.forum.talk import Talk
from secretariat.cli.term.judge.guidance import occasions as guidance
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.proposals import rounds
from secretariat.cli.term.judge.terms import term

AFTER = 3 * DAY + 1
"""So many blocks after it was elected the last report of a council's first days is overdue: a term is played until then."""


def calendar(history: History, block: int) -> list[int]:
    """List the blocks after this one at which the running stage, an open vote or the term may call for something."""
    known = {*occasions.calendar(history, block), *rounds.calendar(history, block), *term.calendar(history, block)}
    return sorted(known)


def calendar_of_lists(talk: Talk, block: int) -> list[int]:
    """List the blocks after this one at which a day, a week, a question or a term's bulletin is due: what only the query node's lists tell."""
    duties, known = talk.configured.duties, set[int]()
    if "digests" in duties:
        known |= {*days.calendar(block)}
    if "forum" in duties:
        known |= {*forum.calendar(talk, block)}
    if "guidance" in duties:
        known |= {*guidance.calendar(talk.history, talk.configured, block)}
    return sorted(known)
