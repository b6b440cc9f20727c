"""Claims of incidents: each is held against what the truth has of that one alone: its council, block, title and why it came to be."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from secretariat.cli.term.judge.checks import number, seconds, time_fits
from secretariat.cli.term.judge.claiming import TIME, Claim, held
from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.history import MILLISECONDS, History
from secretariat.cli.term.judge.names import same_letters
from secretariat.cli.term.judge.private.reading import council_of, lines_of, what_of, without_lines
from secretariat.cli.term.judge.terms.term import OF_PAST, REPORTS, Known, Term, terms

NOTHING = -1
"""No block, number or council: what a text says of what was not there is not so."""

SHORTEST_CUT = 60
"""So many signs of a title or an error are told at least before it is cut."""

WIDEST = 50
"""A projected time is off by one part in so many of the time left at the most, and by half an hour more."""


@dataclass(frozen=True)
class IncidentMoment:
    """A term at the end of a block, and one incident of it: ``kind`` as ``reading.INCIDENTS`` names it, and of which group, proposal or cycle."""

    history: History
    block: int
    term: Term
    kind: str = ""
    which: str = ""

    @property
    def due(self) -> int:
        """Give the block by which the report on the term is due: a day after its end, the earliest there can be while it lasts."""
        return self.term.end_known(self.block) + 1 + REPORTS["council-report"][1]

    @property
    def report_due(self) -> int:
        """Give the block by which the report or plan was due that this is about."""
        return self.term.first + REPORTS[self.kind][1] if self.kind in REPORTS else NOTHING

    @property
    def council(self) -> int:
        """Give the council whom it names: a report on a term is on that before."""
        named = self.kind in REPORTS or (self.kind, self.which) == ("rewards", "council")
        return self.term.number - (self.kind in OF_PAST) if named else NOTHING

    @property
    def proposal(self) -> Mapping[str, Any] | None:
        """Give the proposal that it is about; None where it is about none, or none of that number was there."""
        own = (one for one in self.history.truth.get("proposals", ()) if str(one["id"]) == self.which)
        return next(own, None) if self.kind in ENDED or self.kind == "failed" else None

    @property
    def happened(self) -> int:
        """Give the block in which a proposal ended so, or an election elected nobody."""
        if self.kind == "election":
            failed = (one for one in self.history.elections if one["outcome"] in FAILED and one["ended"] is not None)
            return next((int(one["ended"]) for one in failed if str(one["cycle"]) == self.which), NOTHING)
        one = self.proposal
        if one is None:
            return NOTHING
        if self.kind == "failed":
            return NOTHING if one["error"] is None or one["executed"] is None else int(one["executed"])
        ends = (int(each["closed"]) for each in one["rounds"] if each["ended"] == ENDED[self.kind])
        return next(ends, NOTHING)


ENDED = {"expired": "expired", "lost": "council-change"}
"""How the voting round ended of a proposal that expired, or that the next council's taking office rejected."""
FAILED = ("too-few-candidates", "too-few-revealed")


def _is(value: Callable[[IncidentMoment], int]) -> Callable[["re.Match[str]", IncidentMoment], bool]:
    return lambda found, at: number(found[1]) == value(at) != NOTHING


def _due(found: "re.Match[str]", at: IncidentMoment) -> bool:
    """Hold until when somebody can answer, and that its time is told no wider than a projection makes it."""
    away = abs(number(found[1]) - at.block) * MILLISECONDS // 1000
    return number(found[1]) == at.due and time_fits(found, at) and seconds(found[3]) <= away / WIDEST + 1_800


def _proposal(found: "re.Match[str]", at: IncidentMoment) -> bool:
    """Hold number and title: a title is told where there is one."""
    one, title = at.proposal, found["title"]
    if one is None or found["number"] != str(one["id"]):
        return False
    return not one["title"].strip() if title is None else _quotes(title, one["title"])


def _error(found: "re.Match[str]", at: IncidentMoment) -> bool:
    error = None if at.proposal is None or at.kind != "failed" else at.proposal["error"]
    return error is not None and _quotes(found["error"], error)


def _quotes(said: str, true: str) -> bool:
    """Hold a stranger's words, of which only long ones are cut."""
    return same_letters(said, true) and not (said.endswith("…") and len(said) < SHORTEST_CUT)


AROUND: tuple[Claim, ...] = (
    Claim("due", rf"\bbefore block {TIME}, when the report", _due),
    Claim("for", r"^For the report on the term of council (\d+): may\b", _is(lambda at: at.term.number)),
)
"""What stands around incidents: on which term the report is, and until when somebody can answer."""

OF_ONE: tuple[Claim, ...] = (
    Claim(
        "proposal",
        r"\b[Pp]roposal (?P<number>\d+)(?: “(?P<title>.*)”)?(?= (?:expired in|was approved and could|was not decided when)\b)",
        _proposal,
    ),
    Claim("why", r"\berror: “(?P<error>.*)”", _error),
    Claim(
        "council",
        r"\b(?:report of|plan of|on the term of|for the term of|members of) council (\d+)",
        _is(lambda at: at.council),
    ),
    Claim("by", r"\bwas due by block ([\d,]+), and is not noted as received\b", _is(lambda at: at.report_due)),
    Claim("cycle", r"\bcycle (\d+)", lambda found, at: at.kind == "election" and found[1] == at.which),
    Claim(
        "happened",
        r"\b(?:expired|could not be carried out|took office|began anew) in block ([\d,]+)",
        _is(lambda at: at.happened),
    ),
)
"""What one incident says of itself."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(REPORTS, ("council", "by")),
    **dict.fromkeys(("expired", "lost"), ("proposal", "happened")),
    "failed": ("proposal", "happened", "why"),
    "election": ("cycle", "happened"),
}


def wrong_of_incident(one: Arrived, history: History, known: Known, blocks: range) -> Iterator[str]:
    """Say what a text about incidents of a term claims that was not so of that incident, and what it leaves out."""
    term = next((each for each in terms(history, known) if each.number == council_of(one.text)), None)
    if term is None:
        yield "is about a council that was not there"
        return
    lines, made = lines_of(one.text), set[str]()
    around = (without_lines(one.text), "", AROUND)
    alone = (" ".join(one.text.split()), what_of(one.text), (*AROUND, *OF_ONE))
    for words, what, table in [around, *((line, what_of(line), OF_ONE) for line in lines)] if lines else [alone]:
        kind, _, which = what.partition(" ")
        names, wrong = held(words, table, [IncidentMoment(history, block, term, kind, which) for block in blocks])
        yield from wrong
        for name in REQUIRED.get(kind, ()):
            if name not in names:
                yield f"leaves out its claim {name!r} of {what}"
        made |= names
    for name, what in (("for", "on which term the report is"), ("due", "until when the reader can answer")):
        if name not in made:
            yield f"leaves out {what}"
