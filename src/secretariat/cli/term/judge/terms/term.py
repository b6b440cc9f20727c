"""One council's term by the truth, with what the person noted about it and the threads that were opened for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from secretariat.cli.term.judge.evidence import Noted, Post
from secretariat.cli.term.judge.history import DAY, History

CALL, LIMIT = DAY // 2, DAY
"""So many blocks after the term's first one people say that they would serve; and an approval is in time."""

SUMMARIES = 2 * DAY
"""So many blocks before the earliest end a thread for summaries is opened, and so many after the last block is their deadline."""

REMINDED = (DAY, 3_600)
FAR = 10**9
"""After every block that is played."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TermThread:
    """A thread that was opened for a term: what it is for, the council, its number and the block."""

    kind: str
    council: int
    number: int
    block: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is known beside the truth: threads of terms, posts in them, what the person noted, and the block in which the desk began."""

    threads: tuple[TermThread, ...] = ()
    posts: tuple[Post, ...] = ()
    noted: tuple[Noted, ...] = ()
    began: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """One term: ``number`` of the council, its ``first`` block, and the last one of which blocks count for it (far away while it lasts).

    ``payments`` are those of its members' rewards: block, what was paid, and what the budget did not cover (base units).
    """

    history: History
    known: Known
    number: int
    first: int
    end: int
    members: tuple[int, ...]
    payments: tuple[tuple[int, int, int], ...] = ()

    @property
    def limit(self) -> int:
        """Give the last block in which an approval is in time."""
        return self.first + LIMIT

    @property
    def call_last(self) -> int:
        """Give the block until which the call asks."""
        return self.first + CALL

    def end_known(self, block: int) -> int:
        """Give the last block of the term as a block leaves it: the earliest there can be while it lasts."""
        return self.end if block > self.end else self.history.election_ahead(block) - 1

    def thread(self, kind: str) -> TermThread | None:
        """Give the first thread that was opened for something in this term, or after it for its summaries."""
        return next((one for one in self.known.threads if (one.kind, one.council) == (kind, self.number)), None)

    @property
    def summaries_from(self) -> int:
        """Give the first block from which the earliest end is near enough for the thread of summaries."""
        until = min(self.end, int(self.history.truth["block"]))
        marks = [self.first, *self.history.turns(self.first, until), until + 1]
        for at, after in pairwise(marks):
            near = max(at, self.history.election_ahead(at) - SUMMARIES)
            if near < after:
                return near
        return FAR

    @property
    def deadline(self) -> int:
        """Give the deadline of its summaries; far away while the term lasts."""
        return self.end + SUMMARIES if self.end < FAR else FAR

    def noted(self, what: str) -> list[Noted]:
        """List what the person noted in this term, oldest first."""
        return [one for one in self.known.noted if one.what == what and self.first <= one.block <= self.end]

    def willing(self, block: int) -> frozenset[int]:
        """Give the members who were noted as willing to serve by a block."""
        return frozenset(one.number for one in self.noted("willing") if one.block <= block)

    def electing(self) -> Iterator[tuple[Noted, Mapping[str, Any]]]:
        """List the proposals that were noted as electing the secretary, with the truth about each."""
        for one in self.noted("proposal"):
            found = (each for each in self.history.truth["proposals"] if each["id"] == one.number)
            yield from ((one, each) for each in found)

    def settled(self) -> int:
        """Give the block from which a noted proposal is approved; far away where none is."""
        return min((max(one.block, approved(each)) for one, each in self.electing()), default=FAR)

    def feedback(self, block: int) -> list[Post]:
        """List what was answered in the thread for feedback up to the last block of the term and was there at a block, oldest first."""
        thread = self.thread("feedback")
        own = (one for one in self.known.posts if thread is not None and one.thread == thread.number)
        return sorted(
            (one for one in own if not one.opens and one.block <= self.end and (one.gone is None or one.gone > block)),
            key=lambda one: one.number,
        )

    def posted(self, block: int) -> frozenset[int]:
        """Give the members of the council who posted a summary by a block; what opened the thread is none."""
        thread = self.thread("summaries")
        own = (one for one in self.known.posts if thread is not None and one.thread == thread.number)
        return frozenset(one.author for one in own if one.block <= block and not one.opens) & frozenset(self.members)


def approved(proposal: Mapping[str, Any]) -> int:
    """Give the block in which a proposal was approved; far away where it was not."""
    newest = proposal["rounds"][-1]
    return int(newest["closed"]) if newest["ended"] == "approved" and newest["closed"] is not None else FAR


def terms(history: History, known: Known) -> list[Term]:
    """List every term, oldest first."""
    councils: Sequence[Mapping[str, Any]] = history.truth["councils"]
    found = []
    for one, after in zip(councils, [*councils[1:], None], strict=True):
        found.append(
            Term(
                history=history,
                known=known,
                number=int(one["number"]),
                first=int(one["elected"]),
                end=FAR if after is None else int(after["elected"]) - 1,
                members=tuple(int(each["member"]) for each in one.get("members", ())),
                payments=tuple((int(at), int(paid), int(owed)) for at, paid, owed in one.get("payments", ())),
            )
        )
    return found


def calendar(history: History, block: int) -> Iterator[int]:
    """List the blocks after this one at which a term calls for something by its blocks alone."""
    for term in terms(history, Known()):
        at = [term.first + after for after in (1_200, CALL, LIMIT, *(due for _, due in REPORTS.values()))]
        at += [term.first + due + 1 for _, due in REPORTS.values()]
        at += [term.summaries_from, *(term.deadline - before for before in REMINDED), term.deadline]
        if term.end == FAR:
            at.append(history.election_ahead(block) - SUMMARIES)
        yield from (one for one in at if block < one < FAR)


REPORTS: Mapping[str, tuple[int, int]] = {
    "group-report": (0, DAY // 2),
    "council-report": (0, DAY),
    "council-plan": (DAY, 2 * DAY),
    "group-plan": (2 * DAY, 3 * DAY),
}
"""Reports that a term owes: from which block after its first one they can come, and when they are due."""

OF_PAST = ("group-report", "council-report")
"""Reports on the term before."""
