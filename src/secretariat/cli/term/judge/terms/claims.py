"""Claims of texts about terms: each number is held against the truth of that council's term."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from secretariat.cli.term.judge.checks import number, pair, time_fits, time_left_fits
from secretariat.cli.term.judge.claiming import LEFT, TIME, Claim, N, held
from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.private.groups import Group, groups
from secretariat.cli.term.judge.saying import claimed
from secretariat.cli.term.judge.terms.summary import LISTED, wrong_of_summary
from secretariat.cli.term.judge.terms.term import FAR, REPORTS, SUMMARIES, Known, Term, terms


@dataclass(frozen=True)
class TermMoment:
    """A term at the end of a block; ``clock`` is the block that words of time left are about."""

    history: History
    block: int
    term: Term
    clock: int

    @property
    def end(self) -> int:
        """Give the last block of the term, the earliest there can be while it lasts."""
        return self.term.end_known(self.block)

    def thread(self, kind: str) -> int:
        """Give the number of a thread that is there; -1 where it is not."""
        found = self.term.thread(kind)
        return found.number if found is not None and found.block <= self.block else -1

    @property
    def owing(self) -> set[int]:
        """Count the groups that owe a report: those that have a lead, and those whose lead left after it was due; of each kind of report."""
        all_, known = groups(self.history), self.term.known
        now = [one.first for one in terms(self.history, known) if one.first <= self.block <= one.end]
        afters = [due for report, (_, due) in REPORTS.items() if report.startswith("group-")]
        dues = [first + after for first in now for after in afters if first + after >= known.began]
        return {sum(one.lead(self.block) is not None or self._left(one, due) for one in all_) for due in (FAR, *dues)}

    def _left(self, group: Group, due: int) -> bool:
        """Tell whether a group's lead left after a block in which a report was due."""
        return any(last >= due for _, _, last in group.terms_of_leads(max(0, due), self.block))

    @property
    def missing(self) -> int:
        """Count the members of the council who have not posted a summary."""
        return len(self.term.members) - len(self.term.posted(self.block))


def _is(value: Callable[[TermMoment], int]) -> Callable[["re.Match[str]", TermMoment], bool]:
    return lambda found, at: number(found[1]) == value(at)


def _beside(after: int) -> Callable[["re.Match[str]", TermMoment], bool]:
    """Hold the number of the council before or after this one, and of the thread for feedback on its round."""

    def so(found: "re.Match[str]", at: TermMoment) -> bool:
        other = next((one for one in terms(at.history, at.term.known) if one.number == at.term.number + after), None)
        thread = None if other is None else other.thread("feedback")
        return (
            other is not None
            and thread is not None
            and (number(found[1]), number(found[2])) == (other.number, thread.number)
        )

    return so


def _members_of(at: TermMoment) -> set[int]:
    return {one.author for one in at.term.feedback(at.block)}


CLAIMS: tuple[Claim, ...] = (
    Claim("past-round", r"round before this one, of council (\d+): forum thread (\d+)", _beside(-1)),
    Claim("next-round", r"round after this one, of council (\d+): forum thread (\d+)", _beside(1)),
    Claim("feedback-seed", r"0x[0-9a-f]{64}/feedback-(\d+)", _is(lambda at: at.term.number)),
    Claim("feedback-posts", r"opened it: ([\d,]+)", _is(lambda at: len(at.term.feedback(at.block)))),
    Claim("feedback-members", r"who wrote them: ([\d,]+)", _is(lambda at: len(_members_of(at)))),
    Claim("who-posted", r"\bWho posted \((\d+)\)", _is(lambda at: min(LISTED, len(_members_of(at))))),
    Claim(
        "listed-of",
        r"\bListed are (\d+) of ([\d,]+)",
        lambda found, at: pair(found) == (LISTED, len(_members_of(at))) and len(_members_of(at)) > LISTED,
    ),
    Claim("posts-more", r"\bpost \d+, and [\d,]+ more\b", lambda found, at: True),  # held with the list of posts
    Claim(
        "feedback-post",
        r"\bpost (\d+)",
        lambda found, at: number(found[1]) in {one.number for one in at.term.feedback(at.block)},
    ),
    Claim(
        "nobody-posted",
        r"\(([\d,]+)\) nobody posted",
        lambda found, at: number(found[1]) == at.end and not at.term.feedback(at.block),
    ),
    Claim("seed", r"0x[0-9a-f]{64}/secretary-(\d+)", _is(lambda at: at.term.number)),
    Claim("recipe", r"\bSHA-256\b", lambda found, at: True),
    Claim("time", TIME, time_fits, keeps=1),
    Claim("left", LEFT, lambda found, at: time_left_fits(found, at.clock - at.block)),
    Claim("call-thread", r"(?:Say so here|Questions to them): forum thread (\d+)", _is(lambda at: at.thread("call"))),
    Claim(
        "feedback-thread",
        r"(?:Feedback on the round|can say here)[^:\n]*: forum thread (\d+)",
        _is(lambda at: at.thread("feedback")),
    ),
    Claim("thread", r"Thread: forum thread (\d+)", _is(lambda at: at.thread("summaries"))),
    Claim("council", r"\b[Cc]ouncil (\d+)", _is(lambda at: at.term.number)),
    Claim("call-last", r"\b(?:by|until) block ([\d,]+)", _is(lambda at: at.term.call_last)),
    Claim("limit", r"\bapproved (?:in block|in time:) ([\d,]+)", _is(lambda at: at.term.limit)),
    Claim("ended", r"\bended with block ([\d,]+)", _is(lambda at: at.end)),
    Claim("ends", r"\bends with block ([\d,]+)", _is(lambda at: at.end)),
    Claim(
        "after",
        rf"\b{N} blocks? after the (?:last block of the )?term",
        lambda found, at: number(found[1]) == SUMMARIES,
    ),
    Claim(
        "deadline",
        r"(?:[Dd]eadline(?: is then|:)|at the earliest) block ([\d,]+)",
        _is(lambda at: at.end + SUMMARIES),
    ),
    Claim("read-at", r"last read at block ([\d,]+)", lambda found, at: number(found[1]) <= at.block),
)

TASKS: tuple[Claim, ...] = (
    Claim(
        "groups",
        r"\b(\d+) of (\d+) groups? missing",
        lambda found, at: 0 < number(found[1]) <= number(found[2]) and number(found[2]) in at.owing,
    ),
    Claim(
        "members",
        r"\b(\d+) of (\d+) members?",
        lambda found, at: (number(found[1]), number(found[2])) == (at.missing, len(at.term.members)),
    ),
    Claim(
        "past",
        r"\b(?:of|term of) council (\d+)",
        lambda found, at: number(found[1]) in (at.term.number, at.term.number - 1),
    ),
    Claim("proposal", r"\b[Pp]roposal (\d+)", lambda found, at: True),
)
"""Of what stands at the desk its title is held; which proposal or council it is about decides which occasion it serves."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "call": ("council", "call-last", "limit"),
    "willing": ("council", "limit", "seed"),
    "nobody": ("council", "limit", "left"),
    "feedback": ("council", "ends"),
    "feedback-summary": ("council", "ended"),
    "feedback-open": ("council", "feedback-thread"),
    "summaries": ("council", "after", "deadline"),
    "summaries-open": ("council", "thread", "after", "deadline"),
    "deadline": ("council", "deadline"),
    "summaries-reminder": ("council", "deadline", "left", "thread"),
}
OF_SECRETARY = frozenset({"call", "willing", "nobody"})


def wrong_of_terms(
    one: Arrived, kind: str, history: History, known: Known, configured: Configured, slack: int
) -> Iterator[str]:
    """Say what a text about a term claims that was so at none of the last blocks, and what it leaves out."""
    words = one.text.partition("\n")[0] if one.place == "desk" else claimed(one, configured)
    council = re.search(r"[Cc]ouncil (\d+)", words)
    term = _term(history, known, None if council is None else int(council[1]), one.block)
    if term is None:
        yield "is about a council that was not there"
        return
    blocks = range(one.block, max(0, one.block - slack) - 1, -1)
    clock = term.limit if kind in OF_SECRETARY else term.deadline
    moments = [TermMoment(history, block, term, clock) for block in blocks]
    names, wrong = held(words, TASKS if one.place == "desk" else CLAIMS, moments)
    yield from wrong
    for name in REQUIRED.get(kind, ()):
        if name not in names:
            yield f"leaves out its claim {name!r}"
    if kind == "feedback-summary":
        yield from wrong_of_summary(one, term, blocks, names)
    for item in configured.can_serve if kind == "call" else ():
        if item not in one.text:
            yield "leaves out who can serve"


def _term(history: History, known: Known, council: int | None, block: int) -> Term | None:
    """Find the term of a council by its number; without one the term at the block."""
    found = [one for one in terms(history, known) if one.first <= block]
    if council is None:
        return found[-1] if found else None
    return next((one for one in found if one.number == council), None)
