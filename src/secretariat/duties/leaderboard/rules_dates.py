"""The rule on the dates of terms beside each other: blocks take time, so later blocks need later days."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from secretariat.duties.leaderboard.term_places import TermPlaces, file_and_line, place_of
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.term_view import Figure, Term

SECONDS_PER_BLOCK = 6
"""The chains make a block every six seconds, or later; never sooner for long."""

TOLERANCE = 10
"""One part in so many that a clock or a rounded block may be wrong by."""

LEAST_SECONDS = 3_600
"""Terms follow each other within a block, and a term's end is often given as the next one's start."""

_SECONDS_PER_DAY = 86_400
_ENDS = (("start_block", "started_at"), ("end_block", "ended_at"))


def date_problems(known: Sequence[Term], places: TermPlaces) -> Iterable[Problem]:
    """Report terms whose dates are too early for their blocks beside the term before, as in a copied header."""
    by_chain: dict[str, list[Term]] = {}
    for term in known:
        if term.chain is not None and term.start_block is not None:
            by_chain.setdefault(term.chain, []).append(term)
    for found in by_chain.values():
        ordered = sorted(found, key=lambda term: (term.start_block or 0, term.term))
        for earlier, term in pairwise(ordered):
            yield from _beside(earlier, term, places)


def _beside(earlier: Term, term: Term, places: TermPlaces) -> Iterable[Problem]:
    """Hold start against start, end against end and start against end; the first that cannot be is reported."""
    pairs = ((_ENDS[0], _ENDS[0]), (_ENDS[1], _ENDS[1]), (_ENDS[1], _ENDS[0]))
    for (block_before, date_before), (block_after, date_after) in pairs:
        before, after = earlier.figures.get(date_before), term.figures.get(date_after)
        first, second = earlier.figures.get(block_before), term.figures.get(block_after)
        if before is None or after is None or first is None or second is None:
            continue
        blocks = int(str(second.value)) - int(str(first.value))
        if blocks > 0 and _passed(before, after) < _needed(blocks, before, after):
            yield _too_early(earlier, term, blocks, before, after, date_after, places)
            return


def _passed(before: Figure, after: Figure) -> int:
    return (_moment(after) - _moment(before)) // timedelta(seconds=1)


def _moment(figure: Figure) -> datetime:
    at = datetime.fromisoformat(str(figure.value))
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _needed(blocks: int, before: Figure, after: Figure) -> int:
    """Give the fewest seconds that blocks take; a day less where only the day is known."""
    exact = all("T" in str(figure.value) for figure in (before, after))
    seconds = blocks * SECONDS_PER_BLOCK
    return seconds - max(seconds // TOLERANCE, LEAST_SECONDS) - (0 if exact else _SECONDS_PER_DAY)


def _too_early(
    earlier: Term, term: Term, blocks: int, before: Figure, after: Figure, name: str, places: TermPlaces
) -> Problem:
    file, line = file_and_line(after.source)
    days = Decimal(blocks * SECONDS_PER_BLOCK) / _SECONDS_PER_DAY
    stated, field = place_of(places, after.source, name)
    return problem(
        "block-range-contradiction",
        file=file,
        line=line,
        subject=f"{term.chain} term {term.term} dates",
        what=f"Term {term.term} of {term.chain} {_words(name)} on {after.value}, {blocks:,} blocks after the {before.value} of"
        f" term {earlier.term} ({before.source}); so many blocks take {days:.1f} days."
        f"{_copied(earlier, term)}",
        repair="Look up both dates on the chain and set the one that is wrong; they are kept as printed.",
        target=Target(kind=stated.kind, key=stated.key, field=field) if stated is not None and field else None,
    )


def _words(name: str) -> str:
    return "starts" if name == "started_at" else "ends"


def _copied(earlier: Term, term: Term) -> str:
    """Say so when both dates are those of the other term."""
    same = term.started_at == earlier.started_at and term.ended_at == earlier.ended_at
    return " Both dates are the same: one header looks copied from the other." if same and term.started_at else ""
