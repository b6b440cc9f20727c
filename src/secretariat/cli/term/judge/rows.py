"""The judgement: occasions and arrived texts brought together, one row for each row of the role."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from secretariat.cli.term.judge.claims import SLACK, wrong_claims
from secretariat.cli.term.judge.evidence import Arrived, Evidence, Seen
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.moment import Moment
from secretariat.cli.term.judge.neutral import harmful, listed_wrong, lists_people
from secretariat.cli.term.judge.occasions import FAIR, Occasion, Played, Threads, occasions
from secretariat.cli.term.judge.reading import kind_of

GRACE = 600
"""A message is in time within so many blocks (an hour) of what calls for it."""

LEAST_WAY = 60
"""Blocks of a fair time that are not the person's: until the desk has looked, and from the yes into a block."""

MOST_LAG = 600
"""What a source tells may be so many blocks old (an hour) and be said, where it was that far behind."""

LAG = 150
"""From so many blocks (15 minutes) between its newest block and the head on, a source cannot be relied on."""

OF_CHAIN_ALONE = frozenset(
    {
        "announcing",
        "few",
        "withdrawal",
        "voting",
        "revealing",
        "reminder-voting",
        "reminder-revealing",
        "elected",
        "questions",
    }
)
"""Texts for which the chain alone tells enough: a query node that lags is no reason for them to be late."""

ROWS = ("E1", "E2", "E3", "E4", "E5", "E6", "B10", "B12")
"""The role's rows that elections are about."""

Verdict = Literal["in_time", "late_by_person", "late_by_source", "late_by_product", "missed"]
VERDICTS: tuple[Verdict, ...] = ("in_time", "late_by_person", "late_by_source", "late_by_product", "missed")

_HOME = {
    "introductions": "E1",
    "announcing": "E2",
    "questions": "E2",
    "few": "E3",
    "withdrawal": "E3",
    "thin": "E3",
    "reminder-voting": "B10",
    "reminder-revealing": "B10",
}
"""The row of a text that no occasion calls for, by what it is about; E4 for all others."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What became of one occasion."""

    row: str
    occasion: str
    verdict: Verdict
    block: int | None = None


@dataclass(kw_only=True)
class Judgement:
    """Occasions with what became of them, and by row what arrived twice and what is wrong."""

    occasions: list[Judged] = field(default_factory=list)
    doubled: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)

    @property
    def rows(self) -> list[dict[str, str | int]]:
        """Give one row for each of the role's: ``occasions`` is the sum of the verdicts, ``doubled`` and ``wrong`` count texts."""
        return [
            {
                "id": row,
                "occasions": sum(one.row == row for one in self.occasions),
                **{
                    each: sum((one.row, one.verdict) == (row, each) for one in self.occasions) for each in VERDICTS[:-1]
                },
                "missed": sum((one.row, one.verdict) == (row, "missed") for one in self.occasions),
                "doubled": sum(one == row for one, _ in self.doubled),
                "wrong": sum(one == row for one, _ in self.wrong),
            }
            for row in ROWS
        ]

    @property
    def well(self) -> bool:
        """Tell whether nothing is missed, doubled or wrong."""
        return not (self.doubled or self.wrong or any(one.verdict == "missed" for one in self.occasions))


def judge(evidence: Evidence) -> Judgement:
    """Bring together what was called for and what arrived."""
    history = History(evidence.truth)
    threads = Threads(
        known=tuple((one.thread, one.block) for one in evidence.arrived if one.opens and one.thread is not None)
    )
    played = Played(history=history, threads=threads, began=evidence.began, ended=evidence.ended)
    done = Judgement()
    served: dict[Occasion, Arrived] = {}
    known = occasions(played)
    for one in sorted(evidence.arrived, key=lambda each: each.block):
        kind = kind_of(one)
        occasion, again = _occasion_of(one, kind, known, served)
        if one.by_hand:
            if occasion is not None and not again:
                served[occasion] = one
            continue
        _text(one, kind, occasion, again, evidence, history, threads, done)
        if occasion is not None and not again:
            served[occasion] = one
    for occasion in known:
        _became(occasion, served.get(occasion), evidence, history, done)
    return done


def _occasion_of(
    one: Arrived, kind: str, known: list[Occasion], served: dict[Occasion, Arrived]
) -> tuple[Occasion | None, bool]:
    """Find the occasion that a text serves, and whether another text had served it: first of those whose time it is."""
    fits = [
        each
        for each in known
        if kind in each.kinds
        and each.place == one.place
        and each.opens <= one.block
        and (each.thread in (None, one.thread))
    ]
    now = [each for each in fits if one.block <= each.closes]
    free = [each for each in now if each not in served] or [each for each in reversed(fits) if each not in served][:1]
    if now and all(each in served for each in now):
        return now[0], True
    if free:
        return free[0], False
    return (fits[-1], True) if fits else (None, False)


def _text(
    one: Arrived,
    kind: str,
    occasion: Occasion | None,
    again: bool,
    evidence: Evidence,
    history: History,
    threads: Threads,
    done: Judgement,
) -> None:
    """Judge one text: whether it is called for, said before, true, and harmless."""
    row = occasion.row if occasion is not None else _HOME.get(kind, "E4")
    name = f"{one.place}, block {one.block:,}, {kind or 'of no known kind'}: {_first_line(one)!r}"
    if occasion is None:
        done.wrong.append((row, f"{name}: nothing calls for it"))
    elif again:
        done.doubled.append((row, f"{name}: said already"))
    slack = SLACK + _behind(evidence, one, kind)
    claims = list(wrong_claims(one, kind, history, threads, evidence.configured, slack)) if kind else []
    if claims and occasion is not None:
        done.wrong.append((row, f"{name}: {'; '.join(claims)}"))
    harm = list(harmful(one, kind, history, evidence.configured))
    if lists_people(kind, one.place):
        harm += listed_wrong(one, kind, history, evidence.genesis)
    if harm:
        done.wrong.append(("B12", f"{name}: {'; '.join(harm)}"))


def _behind(evidence: Evidence, one: Arrived, kind: str) -> int:
    """Give how many blocks what a text rests on was behind when it arrived, as far as a source that lags may be."""
    look = next((each for each in reversed(evidence.samples) if each.head <= one.block), None)
    return 0 if look is None else min(look.head - look.known(chain_alone=kind in OF_CHAIN_ALONE), MOST_LAG)


def _first_line(one: Arrived) -> str:
    return (one.title or one.text).strip().splitlines()[0][:80] if (one.title or one.text).strip() else ""


# ------------------------------------------------------------------------ occasions


def _became(occasion: Occasion, one: Arrived | None, evidence: Evidence, history: History, done: Judgement) -> None:
    """Say what became of an occasion, and of the rows that ride on its text: benefits, the checklist, lists of people."""
    if one is None and not occasion.needed:
        return
    verdict = _verdict(occasion, one, evidence)
    block = None if one is None else one.block
    done.occasions.append(Judged(row=occasion.row, occasion=occasion.words, verdict=verdict, block=block))
    for row, there in _riding(occasion, one, evidence, history):
        missing: Verdict = verdict if there or one is None else "missed"
        done.occasions.append(Judged(row=row, occasion=f"within {occasion.words}", verdict=missing, block=block))


def _riding(
    occasion: Occasion, one: Arrived | None, evidence: Evidence, history: History
) -> Iterator[tuple[str, bool]]:
    """Give the rows that a text serves beside its own, each with whether it does; that figures are right its claims tell."""
    kind = occasion.kinds[0]
    at, words = Moment(history, occasion.opens if one is None else one.block), "" if one is None else one.text
    if one is not None and one.by_hand:
        return
    if kind in ("introductions", "announcing") and at.figure("councilor_reward"):
        yield "E5", "JOY a block" in words
    if kind == "introductions" and evidence.configured.items:
        told = (*evidence.configured.items, evidence.configured.source, evidence.configured.date)
        yield "E6", all(each in words for each in told)
    if lists_people(kind, occasion.place):
        yield "B12", True


def _verdict(occasion: Occasion, one: Arrived | None, evidence: Evidence) -> Verdict:
    """Tell whether a message came in time, and else what explains that: the person's time, then a source that stood still."""
    seen = _seen(occasion, one, evidence)
    if one is None:
        closes = min(occasion.closes, evidence.ended)
        slow = evidence.takes + LEAST_WAY > FAIR
        if slow and seen is not None and seen.seen <= min(closes, occasion.due + GRACE):
            return "late_by_person"
        return "late_by_source" if _outage(evidence, occasion, closes) >= closes - occasion.due - FAIR else "missed"
    late = one.block - (occasion.due + GRACE)
    if late <= 0 or (not occasion.needed and one.block <= occasion.closes):  # nobody was asked for it
        return "in_time"
    waited = 0 if seen is None else seen.waited
    if late <= waited:
        return "late_by_person"
    return "late_by_source" if late <= waited + _outage(evidence, occasion, one.block) else "late_by_product"


def _seen(occasion: Occasion, one: Arrived | None, evidence: Evidence) -> Seen | None:
    """Find what the person was shown of a message: by its receipt; of one that never came by what it was about."""
    if one is not None:
        return next((each for each in evidence.seen if each.receipt and each.receipt == one.receipt), None)
    return next(
        (
            each
            for each in evidence.seen
            if each.place == occasion.place
            and not each.receipt
            and kind_of(each) in occasion.kinds
            and occasion.opens <= each.seen <= occasion.closes
        ),
        None,
    )


def _outage(evidence: Evidence, occasion: Occasion, last: int) -> int:
    """Count the blocks from its due block to ``last`` in which what an occasion rests on could not be relied on, as seen at each look.

    That is the chain's final block, and the query node where the chain alone does not tell enough.
    """
    first, alone = occasion.due, OF_CHAIN_ALONE.issuperset(occasion.kinds)
    before, total, out = first, 0, False
    for one in (each for each in evidence.samples if first <= each.head <= last):
        known = one.known(chain_alone=alone)
        behind = one.head - known
        still = behind > LAG or (known < first and behind > SLACK)
        total += one.head - before if out or still else 0  # up to the first look at which it answers again
        before, out = one.head, still
    return total + (last - before if out else 0)
