"""The calendar: the blocks at which something may be called for, whatever it is about."""

from secretariat.cli.term.judge import occasions
from secretariat.cli.term.judge.digests import occasions as days
from secretariat.cli.term.judge.forum import occasions as forum
from secretariat.cli.term.judge.forum.talk import Talk
from secretariat.cli.term.judge.guidance import occasions as guidance
from secretariat.cli.term.judge.history import DAY
from secretariat.cli.term.judge.proposals import rounds
from secretariat.cli.term.judge.terms import term

AFTER = 3 * DAY + 1
"""So many blocks after it was elected the last report of a council's first days is overdue: a term is played until then."""


def calendar(talk: Talk, block: int) -> list[int]:
    """List the blocks after this one at which the running stage, an open vote, the term, a day or what was written may call for something."""
    history, duties = talk.history, talk.configured.duties
    known = {*occasions.calendar(history, block), *rounds.calendar(history, block), *term.calendar(history, block)}
    if "digests" in duties:
        known |= {*days.calendar(block)}
    if "forum" in duties:
        known |= {*forum.calendar(talk, block)}
    if "guidance" in duties:
        known |= {*guidance.calendar(history, talk.configured, block)}
    return sorted(known)
