"""Claims of the daily digest for everybody: the stage, each open vote, and how much began in the day."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from secretariat.cli.term.judge.checks import number, pair, time_fits, time_left_fits
from secretariat.cli.term.judge.claiming import LEFT, TIME, Claim, N, held
from secretariat.cli.term.judge.digests.occasions import began
from secretariat.cli.term.judge.digests.reading import BORDER
from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.forum.talk import Talk
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.plain_words import plain
from secretariat.cli.term.judge.proposals.claims import CLAIMS as OF_VOTES
from secretariat.cli.term.judge.proposals.moment import VoteMoment, moments_of
from secretariat.cli.term.judge.proposals.reading import NAMED
from secretariat.cli.term.judge.proposals.rounds import rounds


@dataclass(frozen=True)
class DayMoment:
    """The end of a block in a day of digests."""

    talk: Talk
    block: int
    border: int

    @property
    def history(self) -> History:
        """Give the truth."""
        return self.talk.history

    @property
    def open_votes(self) -> frozenset[int]:
        """Give the proposals on which a vote still counts."""
        known = rounds(self.history)
        return frozenset(
            one.number
            for one in known
            if one.opened <= self.block <= one.asks_until and self.block < one.last(self.block)
        )

    def fresh(self, which: int) -> int:
        """Count what began in the day before and stands: votes, threads, openings, by place."""
        return began(self.talk, self.border, self.block)[which]


Check = Callable[["re.Match[str]", DayMoment], bool]


def _until(name: str) -> Check:
    """Hold a last block against that of a stage."""
    return lambda found, at: (
        at.history.stage(at.block).name == name and number(found[1]) == at.history.stage(at.block).last
    )


def _from(found: "re.Match[str]", at: DayMoment) -> bool:
    stage = at.history.stage(at.block)
    return stage.name == "idle" and number(found[1]) == stage.ends


def _left(found: "re.Match[str]", at: DayMoment) -> bool:
    return time_left_fits(found, at.history.stage(at.block).last - at.block)


def _fresh(which: int) -> Check:
    return lambda found, at: number(found[1]) == at.fresh(which) > 0


STAGES = ("announcing", "voting", "revealing", "idle")
CLAIMS: tuple[Claim, ...] = (
    Claim("border", BORDER.pattern, lambda found, at: at.border <= at.block < at.border + DAY),
    Claim("time", TIME, time_fits, keeps=1),
    Claim("left", LEFT, _left),
    Claim("announcing", r"[Cc]andidacies can be announced until block ([\d,]+)", _until("announcing")),
    Claim("voting", r"[Vv]otes can be cast until block ([\d,]+)", _until("voting")),
    Claim("revealing", r"can (?:reveal it|be revealed) until block ([\d,]+)", _until("revealing")),
    Claim("idle", r"[Cc]andidacies can be announced from block ([\d,]+)", _from),
    Claim("open", rf"[Oo]pen for the council's votes: {N}", lambda found, at: number(found[1]) == len(at.open_votes)),
    Claim("day", r"[Nn]ew in the ([\d,]+) blocks before", lambda found, at: number(found[1]) == DAY),
    Claim("new-votes", rf"\bvoting began on {N} proposals?", _fresh(0)),
    Claim("new-threads", rf"\b{N} threads? on the forum", _fresh(1)),
    Claim("new-openings", rf"\b{N} openings? in (?:a )?working groups?", _fresh(2)),
)

VOTED = Claim(
    "voted",
    rf"\b{N} of {N} council members? have voted",
    lambda found, at: pair(found) == (_cast(at), len(at.round.members())),
)


def _cast(at: VoteMoment) -> int:
    return sum(int(one["block"]) <= at.block for one in at.round.told["votes"])


def wrong_of_day(one: Arrived, talk: Talk, slack: int) -> Iterator[str]:
    """Say what a daily digest claims that was so at none of the last blocks, and what it leaves out."""
    words = plain(one.text)
    border = BORDER.search(words)
    blocks = range(one.block, max(0, one.block - slack) - 1, -1)
    moments = [DayMoment(talk, block, 0 if border is None else number(border[1])) for block in blocks]
    lines = words.splitlines()
    votes = [line for line in lines if (found := NAMED.search(line)) is not None and found["number"]]
    names, wrong = held("\n".join(line for line in lines if line not in votes), CLAIMS, moments)
    yield from wrong
    listed = frozenset(number(found["number"]) for line in votes if (found := NAMED.search(line)) is not None)
    if not any(at.open_votes == listed for at in moments):
        yield f"lists the votes {sorted(listed)}, and open were {sorted(moments[0].open_votes)}"
    for line in votes:
        yield from _of_vote(line, talk, blocks)
    if not set(STAGES) & names:
        yield "leaves out the stage of the election"
    for which, name in enumerate(("new-votes", "new-threads", "new-openings")):
        if name not in names and all(at.fresh(which) for at in moments):
            yield f"leaves out its claim {name!r}"


def _of_vote(line: str, talk: Talk, blocks: range) -> Iterator[str]:
    found = NAMED.search(line)
    moments = moments_of(talk.history, 0 if found is None else number(found["number"]), blocks)
    if not moments:
        yield "is about a proposal that was not there"
        return
    names, wrong = held(line, (VOTED, *OF_VOTES), moments)
    yield from wrong
    for name in ("named", "last", "time"):
        if name not in names:
            yield f"leaves out its claim {name!r}"
